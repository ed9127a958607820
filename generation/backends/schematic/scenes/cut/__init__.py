"""The template ``cut_along_path`` and its figures."""
