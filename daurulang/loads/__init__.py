"""Loads by truck or cart: where they came from, what they weighed, what was paid for them."""
