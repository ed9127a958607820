"""Quantities: the grammar of spoken numbers, on the raw text."""
