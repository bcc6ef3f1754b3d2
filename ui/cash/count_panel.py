"""Counting the box: a field for each note and coin, and only then what the book expects."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from daurulang.cash.queries import KeptCount
from daurulang.cash.service import DENOMINATIONS, MOST_PIECES, OpeningDraft, close_session, open_session
from daurulang.cash_errors import CountStands
from daurulang.errors import BadNumber, CashDiffers, FieldMissing, FieldTooLong, ReasonTooShort, UserError
from daurulang.periods import clock_time
from daurulang.quantities import format_rupiah, format_whole
from ui import keys, tasks, theme
from ui.cash.presenter import CountForm
from ui.session import Session
from ui.widgets.button import PrimaryButton
from ui.widgets.card import Card, Facts, Figure, KeyHint, Text, Tone
from ui.widgets.field import Field, HintLine, LineEdit
from ui.widgets.form import FormWalker, focus_and_select
from ui.widgets.numbers import PiecesEdit
from ui.wording import worded


class CountPanel(Card):
    """Enter walks from note to note; F10 compares with the book, and posts what agrees or what was given a reason."""

    saved = Signal()
    closed = Signal()
    counted_before = Signal()
    """Another count of this session was kept first."""

    def __init__(self, session: Session, *, opening: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._opening = opening
        self._warned = False
        self._blind = self.tr(
            "Count first. What the book expects is shown afterwards, and the count then stays as it is."
        )
        self._standing = ""
        self.form = CountForm()
        self.edits = {value: PiecesEdit() for value in DENOMINATIONS}
        self._amounts = {value: Text("–", "muted") for value in DENOMINATIONS}
        self.total = Figure(self.tr("Counted"), format_rupiah(0))
        self._facts = Facts()
        self.reason = LineEdit(required=True)
        self.reason_field = Field(self.tr("Why it differs"), self.reason)
        self.line = HintLine()
        self.button = PrimaryButton(self._words(), keys.SAVE)
        self._lay_out()
        self.walker = FormWalker([*self.edits.values(), self.reason, self.button], self)
        self._connect()
        self._refresh()

    def start(self) -> None:
        """Go on where the count was left."""
        self._refresh()
        self.walker.start()

    def save(self) -> None:
        """F10: compare, then post."""
        session, form = self._session, self.form
        if not self._readable():
            return
        try:
            draft = form.opening() if self._opening else form.closing()
        except (FieldMissing, BadNumber) as error:
            self._refused(error, self.tr("Count first: at least one line, 0 for an empty box."))
            return

        def act() -> int:
            if isinstance(draft, OpeningDraft):
                return open_session(session.db, session.desk, draft)
            return close_session(session.db, session.desk, draft)

        tasks.perform(self, act, self._done, self._refused)

    def step_back(self) -> None:
        """Esc: what was counted stays while another part is looked at; it is dropped only after a warning."""
        if not self.form.stands and self.form.pieces and not self._warned:
            self._warned = True
            self.line.say(self.tr("Nothing is saved yet. Esc once more drops the count."), Tone.WARNING)
            return
        if not self.form.stands:
            self.clear()
        self.closed.emit()

    def unsaved(self) -> bool:
        """Whether a count would be lost; one that closes stands in the book once the difference was shown."""
        kept = self.form.stands and not self._opening
        return bool(self.form.reason if kept else self.form.pieces)

    def show_count(self, kept: KeptCount) -> None:
        """The count that was kept for this session stands; what was typed instead of it goes."""
        time = clock_time(kept.at_ms, self._session.centre.zone)
        self._standing = self.tr("Counted at {time} by {clerk}: that count stands, and F10 compares it.").format(
            time=time, clerk=kept.clerk
        )
        self.form.hold(kept.pieces)
        pieces = dict(self.form.pieces)
        for value, edit in self.edits.items():
            edit.set_value(pieces.get(value))
        self._refresh()

    def clear(self) -> None:
        """A new count."""
        self.form.start_over()
        for edit in self.edits.values():
            edit.clear()
        self.reason.clear()
        self.form.pieces.clear()
        self._warned = False
        self.line.say("")
        self._refresh()

    # --- inside --------------------------------------------------------------------------------------------

    def _readable(self) -> bool:
        """Whether every line is a number; the first that is not gets the focus."""
        for edit in self.edits.values():
            if not edit.accept_entry():
                edit.setFocus(Qt.FocusReason.OtherFocusReason)
                return False
            if (edit.value() or 0) > MOST_PIECES:
                self.line.say(worded(BadNumber("too_large", edit.text())), Tone.PROBLEM)
                focus_and_select(edit)
                return False
        return True

    def _done(self, _entry_id: int) -> None:
        self.clear()
        self.saved.emit()

    def _refused(self, error: UserError, sentence: str) -> None:
        match error:
            case CashDiffers():
                self.form.reveal(error)
                self.line.say("")
                self._refresh()
                self.walker.go_to(self.reason)
            case CountStands():
                self.line.say(sentence, Tone.WARNING)
                self.counted_before.emit()
            case ReasonTooShort() | FieldTooLong():
                self.reason_field.show_problem(sentence)
            case _:
                self.line.say(sentence, Tone.PROBLEM)

    def _typed(self, value: int, pieces: object) -> None:
        if isinstance(pieces, int) and pieces <= MOST_PIECES:
            self.form.pieces[value] = pieces
        else:
            self.form.pieces.pop(value, None)
        self._warned = False
        self.line.say("")
        self._refresh()

    def _reason_typed(self, text: str) -> None:
        self.form.reason = text

    def _refresh(self) -> None:
        form = self.form
        for value, amount in self._amounts.items():
            pieces = form.pieces.get(value, 0)
            amount.setText(format_whole(value * pieces) if pieces else "–")
        self.total.show_value(format_rupiah(form.counted_rupiah))
        difference = form.difference_rupiah
        revealed = difference is not None
        for edit in self.edits.values():
            edit.setEnabled(not form.stands)
        self._facts.setVisible(revealed)
        self.reason_field.setVisible(revealed)
        self._hint.setVisible(not revealed)
        self._hint.setText(self._standing if form.stands else self._blind)
        if difference is not None and form.expected_rupiah is not None:
            sign = "+" if difference > 0 else ""
            self._facts.show_facts(
                [
                    (self.tr("Expected by the book"), format_rupiah(form.expected_rupiah)),
                    (self.tr("Counted"), format_rupiah(form.counted_rupiah)),
                    (self.tr("Difference"), f"{sign}{format_rupiah(difference)}"),
                ]
            )
        self.button.setText(self.tr("Post the difference") if revealed else self._words())
        self.button.updateGeometry()

    def _words(self) -> str:
        return self.tr("Open the box") if self._opening else self.tr("Compare")

    def _connect(self) -> None:
        for value, edit in self.edits.items():
            edit.changed.connect(partial(self._typed, value))
            edit.refused.connect(lambda words: self.line.say(words, Tone.PROBLEM))
        self.reason.textChanged.connect(self._reason_typed)
        self.button.clicked.connect(self.save)

    def _lay_out(self) -> None:
        space = theme.current().space
        title = self.tr("Open the cash box") if self._opening else self.tr("Close the cash box")
        head = QHBoxLayout()
        head.addWidget(Text(title, "heading"), 1)
        head.addWidget(KeyHint(keys.BACK, self.tr("back")))
        self.body.addLayout(head)
        self._hint = Text(self._blind, "hint")
        self._hint.setWordWrap(True)
        grid = QGridLayout()
        grid.setHorizontalSpacing(space(10))
        grid.setVerticalSpacing(space(5))
        for row, (value, edit) in enumerate(self.edits.items()):
            words = format_rupiah(value)
            label = Text(f"{words} ×", "muted")
            label.setBuddy(edit)
            edit.setAccessibleName(words)
            edit.setFixedWidth(theme.current().px(84))
            amount = self._amounts[value]
            amount.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
            amount.setMinimumWidth(theme.current().px(72))
            grid.addWidget(label, row, 0, Qt.AlignmentFlag.AlignRight)
            grid.addWidget(edit, row, 1)
            grid.addWidget(amount, row, 2)
        side = QVBoxLayout()
        side.setSpacing(space(12))
        for widget in (self.total, self._hint, self._facts, self.reason_field, self.line, self.button):
            side.addWidget(widget)
        side.addStretch(1)
        both = QHBoxLayout()
        both.setSpacing(space(22))
        both.addLayout(grid)
        both.addLayout(side, 1)
        self.body.addLayout(both)
        self.body.addStretch(1)
