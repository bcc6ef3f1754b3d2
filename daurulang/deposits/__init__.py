"""Deposits: what a member brings, line by line."""
