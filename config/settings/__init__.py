"""Settings, one module for each place where Jiyi runs."""
