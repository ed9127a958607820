"""The template ``spread`` and its figures."""
