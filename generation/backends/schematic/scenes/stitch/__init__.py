"""The template ``stitch_along_path`` and its figures."""
