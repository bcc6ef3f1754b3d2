"""Forms of the counter that are half typed: kept while they grow, offered again."""
