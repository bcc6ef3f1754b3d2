"""Forms that are half typed: kept as they grow, offered again after a crash or a power cut."""
