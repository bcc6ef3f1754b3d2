"""Beside the stock: the count under way with what it needs to be posted, and the counts before it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from daurulang.periods import short_day
from daurulang.stocktakes.model import LONGEST_REASON
from daurulang.stocktakes.queries import Stocktake
from ui import keys, theme
from ui.stocktakes.presenter import Counting
from ui.widgets.button import ChoiceBar, PrimaryButton, QuietButton, SecondaryButton
from ui.widgets.card import Card, Facts, Rule, SectionTitle, Text, Tone
from ui.widgets.field import Field, HintLine, LineEdit
from ui.widgets.form import FormWalker

OPENING, ORDINARY = "opening", "ordinary"


class CountCard(Card):
    """Enter walks from the kind of count over its reason to the button."""

    sheet_wanted = Signal(bool)
    """A sheet to count with; True with what the book expects."""

    post_wanted = Signal()
    changed = Signal()
    """It became the opening, or an ordinary count."""

    SHOWN = 6

    def __init__(self, counting: Counting, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._counting = counting
        self.facts = Facts()
        self.kind = ChoiceBar(
            self.tr("Kind of count"), [(ORDINARY, self.tr("Ordinary")), (OPENING, self.tr("Opening stock"))]
        )
        self.editor = LineEdit()
        self.editor.setMaxLength(LONGEST_REASON)
        self.reason = Field(self.tr("About this count"), self.editor)
        self.line = HintLine()
        self.post = PrimaryButton(self.tr("Post the count"), keys.SAVE)
        self._sheet = SecondaryButton(self.tr("Count sheet"), keys.REPRINT, "printer")
        self._sheet_with_stock = QuietButton(self.tr("Sheet with the book's stock"))
        self._past = Text("", "small")
        self._past.setWordWrap(True)
        self._past_title = SectionTitle(self.tr("COUNTS BEFORE"))
        self._lay_out()
        self.walker = FormWalker([self.kind, self.editor, self.post], self)
        self.kind.changed.connect(self._kind_chosen)
        self.post.clicked.connect(self.post_wanted)
        self._sheet.clicked.connect(lambda: self.sheet_wanted.emit(False))
        self._sheet_with_stock.clicked.connect(lambda: self.sheet_wanted.emit(True))

    def text(self) -> str:
        """The reason of the whole count as typed."""
        return self.editor.text().strip()

    def clear(self) -> None:
        """No count is under way."""
        self.editor.clear()
        self.reason.clear_problem()
        self.line.say("")
        self.kind.choose(ORDINARY)

    def show_counting(self) -> None:
        """What was typed so far."""
        counting = self._counting
        self.kind.setVisible(counting.may_open)
        differing, missing = counting.differing(), sum(counting.wants_reason(row) for row in counting.rows)
        self.facts.show_facts(
            [
                (self.tr("Materials counted"), f"{len(counting.counted())} / {len(counting.rows)}"),
                (self.tr("Of them differing"), str(len(differing))),
                (self.tr("Still without a reason"), str(missing)),
            ]
        )
        hint = self.tr("From before this book; needs no reasons.")
        words = hint if counting.is_opening else self.tr("Why, and who counted; at least 10 letters.")
        self.reason.set_hint(words)
        self.post.setEnabled(counting.begun())

    def show_past(self, counts: Sequence[Stocktake]) -> None:
        """The newest counts of the store."""
        lines = [self._words(each) for each in counts[: self.SHOWN]]
        none = self.tr("None yet: the first can be the opening stock.")
        self._past.setText("\n".join(lines or [none]))

    def warn(self, words: str) -> None:
        """Say something about the count as a whole."""
        self.line.say(words, Tone.WARNING if words else Tone.PLAIN)

    def _words(self, each: Stocktake) -> str:
        words = (
            self.tr("{day}  {number}: opening, {counted} materials")
            if each.is_opening
            else self.tr("{day}  {number}: {counted} counted, {differing} differed")
        )
        return words.format(day=short_day(each.day), number=each.number, counted=each.counted, differing=each.differing)

    def _kind_chosen(self, code: str) -> None:
        self._counting.is_opening = code == OPENING
        if code == OPENING and not self.text():
            self.editor.setText(self.tr("Opening stock at the start of this book"))
        self.show_counting()
        self.changed.emit()

    def _lay_out(self) -> None:
        space = theme.current().space
        self.body.addWidget(SectionTitle(self.tr("COUNT")))
        self.body.addWidget(self.facts)
        self.body.addSpacing(space(4))
        self.body.addWidget(self.kind)
        self.body.addWidget(self.reason)
        self.body.addWidget(self.line)
        self.body.addWidget(self.post)
        self.body.addSpacing(space(6))
        self.body.addWidget(Rule())
        self.body.addWidget(self._sheet)
        self.body.addWidget(self._sheet_with_stock, 0, Qt.AlignmentFlag.AlignHCenter)
        self.body.addWidget(Rule())
        self.body.addWidget(self._past_title)
        self.body.addWidget(self._past)
        self.body.addStretch(1)
        for button in (self._sheet, self._sheet_with_stock):
            button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
