"""Reversing an act and putting it right."""
