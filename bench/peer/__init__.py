"""The embroidery plate drawn with Manim Community. Runs in Manim's own environment and imports nothing of Jiyi."""
