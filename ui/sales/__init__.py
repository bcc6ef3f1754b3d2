"""Selling to buyers, and what they owe."""
