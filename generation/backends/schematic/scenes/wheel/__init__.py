"""The template ``turn_on_axis`` and its figures."""
