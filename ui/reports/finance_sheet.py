"""A sheet of accounts: names at the left, rupiah at the right, sums below a line."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QWidget

from daurulang.quantities import format_rupiah
from ui import theme
from ui.widgets.card import Card, ElidedText, Rule, SectionTitle, Text, Tone


class Weight(Enum):
    """How a line is set: a detail stands back, a sum below a line."""

    PLAIN = "plain"
    DETAIL = "detail"
    SUM = "sum"


@dataclass(frozen=True, slots=True)
class Line:
    """A name and its rupiah."""

    words: str
    rupiah: int
    weight: Weight = Weight.PLAIN


class AccountSheet(Card):
    """Sections of lines under their titles, with a sentence at the end."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._holder = QWidget()
        self._lines: list[str] = []
        self._note = Text("", "small")
        self._note.setWordWrap(True)
        self.body.addWidget(self._holder)
        self.body.addWidget(self._note)
        self.body.addStretch(1)

    def show_sections(
        self, sections: Sequence[tuple[str, Sequence[Line]]], note: str = "", tone: Tone = Tone.PLAIN
    ) -> None:
        """Show these instead of what was there."""
        old, self._holder = self._holder, QWidget()
        grid = QGridLayout(self._holder)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setVerticalSpacing(theme.current().space(5))
        grid.setColumnStretch(0, 1)
        self._lines = []
        for title, lines in sections:
            self._add(grid, SectionTitle(title))
            for line in lines:
                self._add_line(grid, line)
        self._note.setText(note)
        self._note.set_tone(tone)
        self._note.setVisible(bool(note))
        self.body.replaceWidget(old, self._holder)
        old.deleteLater()

    def words(self) -> str:
        """All that stands there, line by line."""
        return "\n".join([*self._lines, self._note.text()])

    def _add(self, grid: QGridLayout, widget: QWidget) -> None:
        grid.addWidget(widget, grid.rowCount(), 0, 1, 2)

    def _add_line(self, grid: QGridLayout, line: Line) -> None:
        is_sum = line.weight is Weight.SUM
        if is_sum:
            self._add(grid, Rule())
        name = ElidedText(line.words, "strong" if is_sum else "muted" if line.weight is Weight.DETAIL else "")
        rupiah = Text(
            format_rupiah(line.rupiah), "strong" if is_sum else "muted" if line.weight is Weight.DETAIL else ""
        )
        rupiah.setAlignment(Qt.AlignmentFlag.AlignRight)
        if line.weight is Weight.DETAIL:
            name.setContentsMargins(theme.current().space(14), 0, 0, 0)
        row = grid.rowCount()
        grid.addWidget(name, row, 0)
        grid.addWidget(rupiah, row, 1)
        name.setAccessibleName(f"{line.words}: {rupiah.text()}")
        self._lines.append(f"{line.words} {rupiah.text()}")
