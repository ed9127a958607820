"""The template ``dry`` and its figures."""
