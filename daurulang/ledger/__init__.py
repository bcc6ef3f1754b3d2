"""One journal for money and mass: entries, balanced transfers, numbers, the chain of hashes."""
