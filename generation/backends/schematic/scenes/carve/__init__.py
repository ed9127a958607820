"""The template ``carve`` and its figures."""
