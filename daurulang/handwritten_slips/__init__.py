"""Slips written by hand while the program could not run: each keeps its own number and day."""
