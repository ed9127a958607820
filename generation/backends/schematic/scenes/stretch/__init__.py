"""The template ``stretch_sheet`` and its figures."""
