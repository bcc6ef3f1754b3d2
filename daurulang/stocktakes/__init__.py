"""Counting what lies in a place, and the stock that was there before this book began."""
