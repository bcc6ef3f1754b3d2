"""A day at the counter worked through the real screens by keys alone, with a picture of each."""
