"""The template ``tie_knot`` and its figures."""
