"""The template ``check`` and its figures."""
