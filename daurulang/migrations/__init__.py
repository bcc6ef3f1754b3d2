"""Opening a book and bringing its tables to the newest form."""
