"""The template ``dip`` and its figures."""
