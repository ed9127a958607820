"""The template ``weave_grid`` and its figures."""
