"""The template ``turn_piece`` and its figures."""
