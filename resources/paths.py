"""Where the files the program carries lie on disk."""

from pathlib import Path


def path(name: str) -> Path:
    """The file or folder `name` (slashes between parts) inside the resources."""
    return Path(__file__).parent / name
