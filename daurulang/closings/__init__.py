"""Closing a month: its figures are frozen, and nothing more is posted into it."""
