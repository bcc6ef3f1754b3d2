"""The cash box: opening, moving, counting, and closing the day."""
