"""The template ``wrap_around`` and its figures."""
