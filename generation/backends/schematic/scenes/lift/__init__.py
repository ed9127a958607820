"""The template ``take_up`` and its figures."""
