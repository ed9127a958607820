"""The template ``pour`` and its figures."""
