"""The template ``coat_area`` and its figures."""
