"""Cash into the box or out of it, other than what members bring about."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from daurulang.cash.model import Direction, OtherSide
from daurulang.cash.service import MovementDraft, move_cash
from daurulang.cash_errors import CashTooLittle
from daurulang.errors import BadNumber, FieldTooLong, ReasonTooShort, UserError
from daurulang.ledger.form_key import new_form_key
from ui import keys, tasks
from ui.cash.words import direction_word, other_side_word
from ui.session import Session
from ui.widgets.button import ChoiceBar, PrimaryButton
from ui.widgets.card import Card, KeyHint, SectionTitle, Text, Tone
from ui.widgets.field import Field, HintLine, LineEdit
from ui.widgets.form import FormWalker
from ui.widgets.numbers import RupiahEdit


class MovePanel(Card):
    """Enter walks, F10 posts, Esc asks once before it throws typed work away."""

    saved = Signal()
    closed = Signal()

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._key = new_form_key()
        self._warned = False
        self.direction = ChoiceBar(self.tr("In or out"), [(each.value, direction_word(each)) for each in Direction])
        self.side = ChoiceBar(self.tr("From or to whom"), [(each.value, other_side_word(each)) for each in OtherSide])
        self.amount = RupiahEdit(required=True)
        self.amount.setProperty("role", "lead")
        self.amount_field = Field(self.tr("Amount"), self.amount)
        self.reason = LineEdit(required=True)
        self.reason_field = Field(self.tr("What for"), self.reason, self.tr("For example: change for the morning"))
        self.line = HintLine()
        self.button = PrimaryButton(self.tr("Book it"), keys.SAVE)
        self._lay_out()
        self.walker = FormWalker([self.direction, self.side, self.amount, self.reason, self.button], self)
        self.button.clicked.connect(self.save)
        self.amount.changed.connect(self._touched)
        self.reason.textChanged.connect(self._touched)

    def start(self) -> None:
        """Go on where it was left."""
        self.walker.start()

    def save(self) -> None:
        """F10."""
        if not (self.amount.accept_entry() and self.reason.accept_entry()):
            return
        draft = MovementDraft(
            self._key,
            Direction(self.direction.value()),
            OtherSide(self.side.value()),
            self.amount.value() or 0,
            self.reason.text(),
        )
        db, desk = self._session.db, self._session.desk
        tasks.perform(self, lambda: move_cash(db, desk, draft), self._done, self._refused)

    def step_back(self) -> None:
        """Esc: a typed form says so first."""
        if self.unsaved() and not self._warned:
            self._warned = True
            self.line.say(self.tr("Nothing is saved yet. Esc once more drops what was typed."), Tone.WARNING)
            return
        self._clear()
        self.closed.emit()

    def unsaved(self) -> bool:
        """Whether something typed would be lost."""
        return bool(self.amount.text() or self.reason.text())

    def _done(self, _entry_id: int) -> None:
        self._clear()
        self.saved.emit()

    def _clear(self) -> None:
        self._key = new_form_key()
        self.amount.clear()
        self.reason.clear()
        self.direction.choose(Direction.IN.value)
        self.side.choose(OtherSide.BANK.value)
        self._touched()

    def _touched(self, _value: object = None) -> None:
        self._warned = False
        self.line.say("")

    def _refused(self, error: UserError, sentence: str) -> None:
        match error:
            case BadNumber() | CashTooLittle():
                self.amount_field.show_problem(sentence)
            case ReasonTooShort() | FieldTooLong():
                self.reason_field.show_problem(sentence)
            case _:
                self.line.say(sentence, Tone.PROBLEM)

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.addWidget(Text(self.tr("Cash in or out"), "heading"), 1)
        head.addWidget(KeyHint(keys.BACK, self.tr("back")))
        self.body.addLayout(head)
        for title, bar in ((self.tr("In or out"), self.direction), (self.tr("From or to whom"), self.side)):
            self.body.addWidget(SectionTitle(title))
            line = QHBoxLayout()
            line.addWidget(bar)
            line.addStretch(1)
            self.body.addLayout(line)
        for widget in (self.amount_field, self.reason_field, self.line, self.button):
            self.body.addWidget(widget)
        self.body.addStretch(1)
