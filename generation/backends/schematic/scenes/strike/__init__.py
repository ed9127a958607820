"""The template ``strike_point`` and its figures."""
