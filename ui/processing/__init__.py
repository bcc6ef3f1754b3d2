"""What is made of what lies in the store."""
