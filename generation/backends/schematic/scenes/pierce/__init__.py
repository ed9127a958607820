"""The template ``pierce`` and its figures."""
