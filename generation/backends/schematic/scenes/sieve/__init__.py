"""The template ``sieve`` and its figures."""
