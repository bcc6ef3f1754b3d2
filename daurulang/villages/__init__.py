"""The official list of villages and districts."""
