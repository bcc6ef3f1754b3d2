"""Putting right what was written down wrongly: the old act is reversed and another one stands in its place."""
