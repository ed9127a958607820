"""The template ``split_strand`` and its figures."""
