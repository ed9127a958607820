"""The template ``drill`` and its figures."""
