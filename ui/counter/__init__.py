"""What the acts of the counter share: the member before it, the read-back, what was done last."""
