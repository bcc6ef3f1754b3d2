"""The cash box of a counter: opened with a count, moved with a reason, closed blind."""
