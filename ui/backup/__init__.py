"""Copies of the book: where they go, when the last one was made, and bringing one back."""
