"""The template ``soak`` and its figures."""
