"""The store: what lies there by the book, and counting it."""
