"""The template ``fold_sheet`` and its figures."""
