"""The order of the steps, the branches and loops in it, and where another technique begins."""
