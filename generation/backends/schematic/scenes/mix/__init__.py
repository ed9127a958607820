"""The template ``mix`` and its figures."""
