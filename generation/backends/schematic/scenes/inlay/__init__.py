"""The template ``inlay`` and its figures."""
