"""Who works here: names and PINs."""
