"""The template ``pull_strand`` and its figures."""
