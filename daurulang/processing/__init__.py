"""Processing: batches that turn goods into other goods, residue and loss."""
