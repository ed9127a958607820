"""The template ``flatten_to`` and its figures."""
