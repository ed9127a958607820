"""The template ``twist_strand`` and its figures."""
