"""From rows to what pages and the API may show."""
