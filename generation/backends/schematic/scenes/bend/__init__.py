"""The template ``bend`` and its figures."""
