"""What lies in the stores, and what it had cost."""
