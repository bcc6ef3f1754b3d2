"""Paying out of the savings."""
