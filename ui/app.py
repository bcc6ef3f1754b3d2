"""The entry point of `daurulang`: without words it opens the window."""

import sys


def main() -> None:
    """Open the window or answer on the terminal."""
    print("Daur Ulang", *sys.argv[1:])
