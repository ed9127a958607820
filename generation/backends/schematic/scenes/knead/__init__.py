"""The template ``knead`` and its figures."""
