"""Opening balances: what was there before this book began."""
