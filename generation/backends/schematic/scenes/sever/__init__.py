"""The template ``sever`` and its figures."""
