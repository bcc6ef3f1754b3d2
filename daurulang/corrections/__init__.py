"""Corrections: a posted act is answered by another, never changed."""
