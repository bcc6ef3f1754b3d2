"""Expenses by category."""
