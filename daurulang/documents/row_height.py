"""How high a row of a workbook must be, so that no wrapped text is cut off or runs into the next row.

Excel fits rows when it opens a file and LibreOffice does not, so heights are stored. They are estimates: whichever
font the reader's machine has, a line holds at least so many letters.
"""

from __future__ import annotations

from typing import Final

LINE: Final = 15
_EDGES: Final = 2.0  # the indent and both borders, in characters
_CAPITAL: Final = 1.15
_SMALL: Final = 0.9
_BLANK: Final = 0.5


def row_height(texts: list[tuple[str, int]], least: int = 0, *, bold: bool = False) -> int | None:
    """The height in points for texts in columns of so many characters; None where a row of one line will do."""
    lines = max((_lines(text, width * (0.95 if bold else 1)) for text, width in texts), default=1)
    if lines == 1 and not least:
        return None
    return max(lines * LINE, least)


def _lines(text: str, width: float) -> int:
    return sum(_lines_of_one(part, width - _EDGES) for part in text.split("\n"))


def _lines_of_one(text: str, room: float) -> int:
    lines, used = 1, 0.0
    for word in text.split():
        long = sum(_SMALL if letter.islower() else _CAPITAL if letter.isupper() else 1 for letter in word)
        if used and used + _BLANK + long > room:
            lines, used = lines + 1, 0.0
        used += long + (_BLANK if used else 0)
        while used > room:  # a word that is longer than its column is broken anywhere
            lines, used = lines + 1, used - room
    return lines
