"""Sales to buyers, and their payments."""
