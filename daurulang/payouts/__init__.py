"""Payouts: what a member takes from the savings."""
