"""The entry point of `daurulang`: without words it opens the window, with words it answers on the terminal."""

from __future__ import annotations

import sys
from importlib import import_module

_DATABASE = "--database"


def main() -> None:
    """Open the window, work through the sample day, or hand the words to the command line."""
    words = sys.argv[1:]
    if words[:1] == ["demo"]:
        sys.exit(import_module("ui.demo.run").run(words[1:]))
    place = place_of(words)
    if place is None:
        from daurulang.__main__ import main as command_line

        sys.exit(command_line(words))
    from ui.program import open_window

    sys.exit(open_window(place))


def place_of(words: list[str]) -> str | None:
    """The book the window is to open, "" for the machine's own; None when the words are for the command line."""
    match words:
        case []:
            return ""
        case [word, place] if word == _DATABASE:
            return place
        case [word] if word.startswith(f"{_DATABASE}="):
            return word.removeprefix(f"{_DATABASE}=")
    return None
