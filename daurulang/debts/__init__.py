"""Debts of members: what a reversal took back that had been paid out already."""
