"""The template ``draw_along_path`` and its figures."""
