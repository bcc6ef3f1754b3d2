"""The dry run: what becomes of every row and why, before anything is written."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from daurulang.exchange.preview import Fate, Preview
from daurulang.quantities import format_whole
from ui import theme
from ui.exchange.lines import FateLine, LineSource
from ui.exchange.words import ExchangeWords
from ui.widgets.button import ChoiceBar, PrimaryButton
from ui.widgets.card import Card, Pill, Text, Tone
from ui.widgets.field import HintLine
from ui.widgets.rows import Column
from ui.widgets.table import TableView

_TONES = {
    Fate.NEW: Tone.GOOD,
    Fate.CHANGED: Tone.GOOD,
    Fate.WARNING: Tone.WARNING,
    Fate.SKIPPED: Tone.PLAIN,
    Fate.REFUSED: Tone.PROBLEM,
}
ALL, PROBLEMS = "all", "problems"


class FatesPanel(QWidget):
    """F10 takes the list in, when no row is refused."""

    taken = Signal()
    """The person wants the rows written."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = ExchangeWords()
        self._about = Text("", "strong")
        self._pills = {fate: Pill("", tone, self) for fate, tone in _TONES.items()}
        self.which = ChoiceBar(self.tr("Rows"), [(ALL, self.tr("All rows")), (PROBLEMS, self.tr("Only problems"))])
        self.which.changed.connect(self._show_rows)
        self._lines: Sequence[FateLine] = ()
        self.table: TableView[FateLine] = TableView(
            [
                Column(self.tr("No."), lambda line: str(line.number), key="number", right=True, width=70),
                Column(self.tr("What happens"), lambda line: line.fate_word, key="fate_word", strong=True, width=150),
                Column(self.tr("Row of the list"), lambda line: line.what, key="what", width=300),
                Column(self.tr("Why"), lambda line: line.why, key="why"),
            ],
            empty=self.tr("No row with a problem."),
            name=self.tr("Every row of the list"),
        )
        self.table.current_changed.connect(self._show_reasons)
        self._reasons = HintLine()
        self._verdict = HintLine()
        self._take = PrimaryButton(self.tr("Take in"), "F10")
        self._take.clicked.connect(self.take)
        pills = QHBoxLayout()
        pills.setSpacing(theme.current().space(8))
        for pill in self._pills.values():
            pills.addWidget(pill)
        pills.addStretch(1)
        pills.addWidget(self.which)
        foot = QHBoxLayout()
        foot.addWidget(self._verdict, 1)
        foot.addWidget(self._take)
        card = Card()
        card.body.addWidget(self._about)
        card.body.addLayout(pills)
        card.body.addWidget(self.table, 1)
        card.body.addWidget(self._reasons)
        card.body.addLayout(foot)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(card)

    def show_preview(self, preview: Preview[Any], lines: Sequence[FateLine]) -> None:
        """Show a dry run; where there are problems they come first."""
        self._lines = lines
        counts = preview.counts
        total = format_whole(len(preview.rows))
        words = (
            self.tr("{file}: {total} rows, nothing is written yet")
            if not preview.new_classes
            else self.tr("{file}: {total} rows, nothing is written yet. New classes: {classes}")
        )
        about = words.format(file=preview.sheet.file_name, total=total, classes=", ".join(preview.new_classes))
        self._about.setText(about)
        for fate, pill in self._pills.items():
            text = f"{format_whole(counts[fate])} {self._words.fate(fate)}" if counts[fate] else ""
            pill.show_pill(text, _TONES[fate])
        refused, intakes = counts[Fate.REFUSED], len(preview.intakes)
        self._take.setEnabled(not refused and intakes > 0)
        self._take.setText(self.tr("Take in {count} rows").format(count=format_whole(intakes)))
        self._take.updateGeometry()
        if refused:
            said = self.tr("{count} rows are refused, so none is taken. Mend them in the file and open it again.")
            self._verdict.say(said.format(count=format_whole(refused)), Tone.PROBLEM)
        elif not intakes:
            self._verdict.say(self.tr("There is nothing to take in."), Tone.WARNING)
        else:
            self._verdict.say(self.tr("All rows or none: if anything fails, the book stays as it is."), Tone.GOOD)
        self.which.choose(PROBLEMS if refused else ALL)
        self._show_rows()

    def start(self) -> None:
        """Focus the rows."""
        self.table.filter.clear()
        self.table.filter.setFocus()

    def take(self) -> None:
        """Ask for the rows to be written, when they may be."""
        if self._take.isEnabled():
            self.taken.emit()

    def set_busy(self, *, busy: bool) -> None:
        """Nothing is taken in twice."""
        self._take.setEnabled(not busy)

    def switch_rows(self) -> None:
        """All rows, or only those with a problem."""
        self.which.choose(ALL if self.which.value() == PROBLEMS else PROBLEMS)

    def _show_rows(self) -> None:
        only_problems = self.which.value() == PROBLEMS
        lines = [line for line in self._lines if line.is_problem] if only_problems else self._lines
        self.table.show_source(lambda text: LineSource(lines, text))

    def _show_reasons(self, line: FateLine | None) -> None:
        """All of the reasons of one row, however many."""
        if line is None or not line.why:
            self._reasons.say("")
        else:
            self._reasons.say(line.why, _TONES[line.fate])
