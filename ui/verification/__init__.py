"""Whether the book is sound, and whether a slip is of it."""
