"""Who buys from the centre."""
