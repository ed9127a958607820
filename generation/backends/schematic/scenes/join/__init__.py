"""The template ``join_parts`` and its figures."""
