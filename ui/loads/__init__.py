"""What trucks and carts bring to the gate."""
