"""Performance tables: ``make bench``. Figures are ratios against a named peer in the same run."""
