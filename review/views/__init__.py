"""The master's pages: what waits to be seen, and one film at a time."""
