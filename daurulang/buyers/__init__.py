"""Who buys from the centre, and what they owe."""
