"""The pages of the book: the plate around a picture, and the cards that are pages of words."""
