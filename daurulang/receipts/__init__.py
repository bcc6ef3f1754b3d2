"""Receipts: what was put into the hand of the member, as it was then."""
