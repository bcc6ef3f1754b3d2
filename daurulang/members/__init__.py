"""Members: who they are, how they are found, what stands on their account."""
