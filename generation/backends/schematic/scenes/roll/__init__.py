"""The template ``roll_on`` and its figures."""
