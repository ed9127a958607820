"""A step as a picture needs it: what was said, in figures that can be drawn, and a list of what was not."""
