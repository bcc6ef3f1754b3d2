"""Recomputing the whole book and naming what is wrong and where."""
