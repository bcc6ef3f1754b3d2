"""What is spent: entering it, the list of it, its categories."""
