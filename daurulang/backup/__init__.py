"""Copies of the book: made beside the working counters, looked at again, named by their moment, and kept for a year."""
