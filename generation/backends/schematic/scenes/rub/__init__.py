"""The template ``rub`` and its figures."""
