"""The template ``press_down`` and its figures."""
