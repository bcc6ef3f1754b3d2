"""The business of a recycling centre: ledger, members, materials, deposits, payouts. Knows no window."""
