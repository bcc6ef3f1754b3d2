"""A copy becomes the book again: tried on a copy of the copy, compared with the book, and put in its place."""
