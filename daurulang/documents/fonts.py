"""The four weights of the one font family: what they can show, how wide it is, where it breaks."""

from __future__ import annotations

import unicodedata
from enum import StrEnum
from functools import cache

from resources.paths import path

REPLACEMENT = "□"
ELLIPSIS = "…"

# A name has 120 characters; nothing that is written by hand needs more rows on a paper than this.
MOST_ROWS = 12


class Weight(StrEnum):
    """Named like the files."""

    REGULAR = "Regular"
    MEDIUM = "Medium"
    SEMIBOLD = "SemiBold"
    BOLD = "Bold"


class Font:
    """One weight, registered with reportlab under `name`. Sizes and widths are in points."""

    def __init__(self, weight: Weight) -> None:
        """Read the font's file; use `font` instead, which does so once."""
        from reportlab.pdfbase.pdfmetrics import registerFont
        from reportlab.pdfbase.ttfonts import TTFont

        self.name = f"DaurUlangSans-{weight}"
        font = TTFont(self.name, str(path(f"fonts/{self.name}.ttf")))
        registerFont(font)
        self._widths: dict[str, int] = {
            chr(code): width
            for code, width in font.face.charWidths.items()
            if chr(code).isprintable() and code in font.face.charToGlyph
        }

    def shown(self, text: str) -> str:
        """The text on one line as this font can show it, what it lacks as a box in its place."""
        line = " ".join(unicodedata.normalize("NFC", text).split())
        if self._widths.keys() >= set(line):
            return line
        return "".join(character if character in self._widths else REPLACEMENT for character in line)

    def width(self, text: str, size: float) -> float:
        """How wide a shown text is."""
        return sum(map(self._widths.__getitem__, text)) * size / 1000

    def rows(self, text: str, size: float, width: float) -> list[str]:
        """The text in rows of at most `width`, broken at blanks where there are any; cut with … after many."""
        line = self.shown(text)
        if self.width(line, size) <= width:
            return [line]
        rows = [""]
        for word in line.split(" "):
            longer = f"{rows[-1]} {word}" if rows[-1] else word
            if self.width(longer, size) <= width:
                rows[-1] = longer
                continue
            pieces = self._pieces(word, size, width)
            rows[-1:] = [rows[-1], *pieces] if rows[-1] else pieces
        if len(rows) > MOST_ROWS:
            last = rows[MOST_ROWS - 1]
            while last and self.width(last + ELLIPSIS, size) > width:
                last = last[:-1]
            rows[MOST_ROWS - 1 :] = [last + ELLIPSIS]
        return rows

    def _pieces(self, word: str, size: float, width: float) -> list[str]:
        """A word in pieces that fit, one character at least in each."""
        pieces = [""]
        for character in word:
            if pieces[-1] and self.width(pieces[-1] + character, size) > width:
                pieces.append("")
            pieces[-1] += character
        return pieces


@cache
def font(weight: Weight) -> Font:
    """A weight of the family, read and registered at its first use."""
    return Font(weight)
