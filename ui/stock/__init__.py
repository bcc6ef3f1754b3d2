"""The stores: what lies there, its card, and what is done with it."""
