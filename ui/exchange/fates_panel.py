"""The dry run: what becomes of every row and why, before anything is written."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from daurulang.exchange.preview import Fate
from daurulang.quantities import format_whole
from ui import theme
from ui.exchange.bench import FateLine, Missing, Seen
from ui.exchange.lines import Lines, LineSource
from ui.exchange.words import exchange_words
from ui.widgets.button import ChoiceBar, PrimaryButton, SecondaryButton
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
MAKE_MISSING = "Ctrl+B"
LONG_LIST = 2000  # rows that take the book for longer than a clerk would wait


class FatesPanel(QWidget):
    """F10 takes the list in, when no row is refused."""

    taken = Signal()
    """The person wants the rows written."""

    making_wanted = Signal()
    """The person wants the members and materials made that the book does not have."""

    def __init__(self, parent: QWidget | None = None, *, one_writer: bool = False) -> None:
        """`one_writer` says that nobody else can save while the rows are written (SQLite)."""
        super().__init__(parent)
        self._words = exchange_words()
        self._one_writer = one_writer
        self._seen: Seen | None = None
        self._about = Text("", "strong")
        self._pills = {fate: Pill("", tone, self) for fate, tone in _TONES.items()}
        self.which = ChoiceBar(self.tr("Rows"), [(ALL, self.tr("All rows")), (PROBLEMS, self.tr("Only problems"))])
        self.which.changed.connect(self._show_rows)
        self._lines = Lines()
        self.table: TableView[FateLine] = TableView(
            [
                Column(self.tr("No."), lambda line: str(line.number), key="number", right=True, width=70),
                Column(self.tr("What happens"), lambda line: line.fate_word, key="fate_word", strong=True, width=120),
                Column(self.tr("Row of the list"), lambda line: line.what, key="what"),
                Column(self.tr("Why"), lambda line: line.why, key="why", width=370),
            ],
            empty=self.tr("No row with a problem."),
            name=self.tr("Every row of the list"),
        )
        self.table.current_changed.connect(self._show_reasons)
        self._reasons = HintLine()
        self._verdict = HintLine()
        self._missing = Text("")
        self._missing.setWordWrap(True)
        self.make = SecondaryButton(self.tr("Make them"), MAKE_MISSING)
        self.make.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.make.clicked.connect(self.making_wanted)
        self._take = PrimaryButton(self.tr("Take in"), "F10")
        self._take.clicked.connect(self.take)
        pills = QHBoxLayout()
        pills.setSpacing(theme.current().space(8))
        for pill in self._pills.values():
            pills.addWidget(pill)
        pills.addStretch(1)
        pills.addWidget(self.which)
        self._missing_line = QWidget()
        missing = QHBoxLayout(self._missing_line)
        missing.setContentsMargins(0, 0, 0, 0)
        missing.addWidget(self._missing, 1)
        missing.addWidget(self.make)
        foot = QHBoxLayout()
        foot.addWidget(self._verdict, 1)
        foot.addWidget(self._take)
        card = Card()
        card.body.addWidget(self._about)
        card.body.addWidget(self._missing_line)
        card.body.addLayout(pills)
        card.body.addWidget(self.table, 1)
        card.body.addWidget(self._reasons)
        card.body.addLayout(foot)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(card)

    def show_preview(self, seen: Seen, lines: Lines) -> Lines:
        """Show a dry run; where there are problems they come first. Gives back the lines shown before."""
        before = self._lines
        self._seen, self._lines = seen, lines
        words = (
            self.tr("{file}: {total} rows, nothing is written yet")
            if not seen.new_classes
            else self.tr("{file}: {total} rows, nothing is written yet. New classes: {classes}")
        )
        total, classes = format_whole(seen.total), ", ".join(seen.new_classes)
        self._about.setText(words.format(file=seen.file_name, total=total, classes=classes))
        for fate, pill in self._pills.items():
            count = seen.counts[fate]
            pill.show_pill(f"{format_whole(count)} {self._words.fate(fate)}" if count else "", _TONES[fate])
        self._show_missing(seen)
        self._take.setText(self.tr("Take in {count} rows").format(count=format_whole(seen.intakes)))
        self._take.updateGeometry()
        self._judge(seen)
        self.set_busy(busy=False)
        self.which.choose(PROBLEMS if seen.counts[Fate.REFUSED] else ALL)
        self._show_rows()
        return before

    def forget(self) -> Lines:
        """The list was taken in: gives back the lines that were shown."""
        before = self._lines
        self._seen, self._lines = None, Lines()
        self._show_rows()
        return before

    def can_make(self) -> bool:
        """Whether something is missing that could be made."""
        return self._seen is not None and not self._seen.created and _any_missing(self._seen)

    def start(self) -> None:
        """Focus the rows."""
        self.table.filter.clear()
        self.table.filter.setFocus()

    def take(self) -> None:
        """Ask for the rows to be written, when they may be."""
        if self._take.isEnabled():
            self.taken.emit()

    def ask_to_make(self) -> None:
        """Ask for what is missing to be made, when something is."""
        if self.can_make() and self.make.isEnabled():
            self.making_wanted.emit()

    def set_busy(self, *, busy: bool) -> None:
        """Nothing is taken in twice."""
        seen = self._seen
        self._take.setEnabled(not busy and seen is not None and not seen.counts[Fate.REFUSED] and seen.intakes > 0)
        self.make.setEnabled(not busy)

    def switch_rows(self) -> None:
        """All rows, or only those with a problem."""
        self.which.choose(ALL if self.which.value() == PROBLEMS else PROBLEMS)

    def _judge(self, seen: Seen) -> None:
        """Whether the list can be taken in, in one line beside the button."""
        refused = seen.counts[Fate.REFUSED]
        if refused and self.can_make():
            said = self.tr("{count} rows are refused, so none is taken. Make what is missing, or mend the file.")
            self._verdict.say(said.format(count=format_whole(refused)), Tone.PROBLEM)
        elif refused:
            said = self.tr("{count} rows are refused, so none is taken. Mend them in the file and open it again.")
            self._verdict.say(said.format(count=format_whole(refused)), Tone.PROBLEM)
        elif not seen.intakes:
            self._verdict.say(self.tr("There is nothing to take in."), Tone.WARNING)
        elif seen.final:
            said = self.tr("Once only, and not to be undone: a wrong quantity is answered by the next count.")
            self._verdict.say(said, Tone.WARNING)
        elif self._one_writer and seen.intakes > LONG_LIST:
            said = self.tr(
                "All rows or none. Nothing can be saved at the counter until they are in: choose a quiet hour."
            )
            self._verdict.say(said, Tone.WARNING)
        else:
            self._verdict.say(self.tr("All rows or none: if anything fails, the book stays as it is."), Tone.GOOD)

    def _show_missing(self, seen: Seen) -> None:
        """What the book does not have, or what will be made of it."""
        self._missing_line.setVisible(_any_missing(seen))
        self.make.setVisible(not seen.created)
        members, materials = self._counted_members(seen.members), self._counted_materials(seen.materials)
        named = [words for words in (members, materials, self._counted_buyers(seen.buyers)) if words]
        words = self.tr("Will be made: {missing}") if seen.created else self.tr("Not in the book: {missing}")
        self._missing.setText(words.format(missing=" · ".join(named)))

    def _counted_members(self, missing: Missing) -> str:
        if not missing.count:
            return ""
        words = self.tr("1 member") if missing.count == 1 else self.tr("{count} members")
        return f"{words.format(count=format_whole(missing.count))} ({_names(missing)})"

    def _counted_materials(self, missing: Missing) -> str:
        if not missing.count:
            return ""
        words = self.tr("1 material") if missing.count == 1 else self.tr("{count} materials")
        return f"{words.format(count=format_whole(missing.count))} ({_names(missing)})"

    def _counted_buyers(self, missing: Missing) -> str:
        if not missing.count:
            return ""
        words = self.tr("1 buyer") if missing.count == 1 else self.tr("{count} buyers")
        return f"{words.format(count=format_whole(missing.count))} ({_names(missing)})"

    def _show_rows(self) -> None:
        only_problems = self.which.value() == PROBLEMS
        self.table.show_source(lambda text: LineSource(self._lines, text, only_problems=only_problems))

    def _show_reasons(self, line: FateLine | None) -> None:
        """All of the reasons of one row, however many."""
        if line is None or not line.why:
            self._reasons.say("")
        else:
            self._reasons.say(line.why, _TONES[line.fate])


def _any_missing(seen: Seen) -> bool:
    return any(missing.count for missing in (seen.members, seen.materials, seen.buyers))


def _names(missing: Missing) -> str:
    more = ", …" if missing.count > len(missing.first) else ""
    return ", ".join(missing.first) + more
