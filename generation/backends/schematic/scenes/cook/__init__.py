"""The template ``cook`` and its figures."""
