"""The steps of the tables, in order."""
