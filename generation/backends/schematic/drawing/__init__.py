"""Ink on paper: colours, lines, letters, the signs of a technical drawing. Knows nothing of crafts."""
