"""The template ``fire_kiln`` and its figures."""
