"""Entering an expense: what for, how much, why, out of which pocket, and the number on its paper."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from daurulang.errors import BadDay, BadNumber, DayClosed, FieldMissing, FieldTooLong, MonthClosed, UserError
from daurulang.expenses.model import PaidFrom
from daurulang.expenses.queries import Category
from daurulang.expenses.service import ExpenseDraft, record
from daurulang.ledger.form_key import new_form_key
from daurulang.ledger.queries import number_of
from daurulang.names import LONGEST_NOTE, LONGEST_REFERENCE
from daurulang.plant_errors import NameUnknown
from daurulang.quantities import format_rupiah
from ui import tasks
from ui.expenses.category import CategoryEdit
from ui.expenses.words import paid_from_word
from ui.reports.day_edit import PaperDayEdit
from ui.session import Session
from ui.widgets.button import ChoiceBar
from ui.widgets.card import Tone
from ui.widgets.entry_form import EntryForm
from ui.widgets.field import Field, LineEdit
from ui.widgets.numbers import RupiahEdit


class ExpenseForm(EntryForm):
    """Enter walks, F10 posts, Esc asks once before it drops what was typed."""

    ROWS = ((("category", 1),), (("amount", 1),), (("note", 1),), (("paid_from", 1),), (("day", 1), ("reference", 2)))

    posted = Signal(str, str)
    """The number of the expense, and what it was in words."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        self._session = session
        self._other_day: date | None = None
        super().__init__(parent)
        self._key = new_form_key()
        self._title.setText(self.tr("New expense"))
        self._take_day(session.today())

    def begin(self) -> None:
        """An empty form under a key of its own."""
        self._key = new_form_key()
        self.category.set_value(None)
        for edit in (self.amount, self.note, self.reference):
            edit.clear()
        self.paid_from.choose(PaidFrom.CASH.value)
        self._take_day(self._session.today())
        self._clear_problems()
        self._touched()

    def search_in(self, known: Sequence[Category]) -> None:
        """The categories to choose from; one that was chosen is called as it is now."""
        self.category.search_in(known)
        chosen = self.category.value()
        if chosen is not None:
            self.category.set_value(next((each for each in known if each.id == chosen.id and each.active), None))

    def take(self, category: Category) -> None:
        """A category that was added or changed, with the amount next."""
        self.category.set_value(category)
        self.fields["category"].clear_problem()
        self.amount.setFocus()

    def dirty(self) -> bool:
        texts = any(edit.text() for edit in (self.category, self.amount, self.note, self.reference))
        return texts or self._other_day is not None

    def close_form(self) -> None:
        self.begin()
        super().close_form()

    def save(self) -> None:
        self._clear_problems()
        if not all(edit.accept_entry() for edit in (self.category, self.amount, self.note, self.day)):
            return
        category = self.category.value()
        if category is None:
            return
        pocket = PaidFrom(self.paid_from.value())
        draft = ExpenseDraft(
            *(self._key, category.id, self.amount.value() or 0, self.note.text(), pocket), self.reference.text()
        )
        db, desk, day = self._session.db, self._session.desk, self._other_day

        def done(number: str) -> None:
            self.begin()
            self.posted.emit(number, f"{category.name} {format_rupiah(draft.rupiah)}")

        tasks.perform(self, lambda: number_of(db, record(db, desk, draft, day)), done, self._refused)

    def message(self) -> str:
        """The words above the button."""
        return self._line.text()

    def _refused(self, error: UserError, sentence: str) -> None:
        match error:
            case BadNumber():
                self.fields["amount"].show_problem(sentence)
            case BadDay() | DayClosed() | MonthClosed():
                self.fields["day"].show_problem(sentence)
            case NameUnknown():
                self.fields["category"].show_problem(sentence)
            case FieldMissing(field=name) | FieldTooLong(field=name) if name in self.fields:
                self.fields[name].show_problem(sentence)
            case _:
                self._line.say(sentence, Tone.PROBLEM)

    def _take_day(self, day: date) -> None:
        """The day on the expense's paper; today is whenever it is saved."""
        today = self._session.today()
        self._other_day = None if day == today else day
        self.day.show_day(day, today)

    def _make_fields(self) -> dict[str, Field]:
        self.category = CategoryEdit()
        self.category.setProperty("role", "lead")
        self.amount = RupiahEdit(required=True)
        self.amount.setProperty("role", "lead")
        self.note, self.reference = LineEdit(required=True), LineEdit()
        self.note.setMaxLength(LONGEST_NOTE)
        self.reference.setMaxLength(LONGEST_REFERENCE)
        self.day = PaperDayEdit(self._session.today())
        self.day.picked.connect(self._take_day)
        self.paid_from = ChoiceBar(self.tr("Paid from"), [(each.value, paid_from_word(each)) for each in PaidFrom])
        for edit in (self.category, self.amount, self.note, self.reference, self.day):
            edit.textEdited.connect(lambda _text: self._touched())
        self.paid_from.changed.connect(lambda _code: self._touched())
        return {
            "category": Field(self.tr("Category"), self.category, self.tr("Something new: type it, Enter adds it.")),
            "amount": Field(self.tr("Amount"), self.amount),
            "note": Field(self.tr("What for"), self.note, self.tr("For example: diesel for the shredder")),
            "paid_from": Field(self.tr("Paid from"), self.paid_from),
            "day": Field(self.tr("Date of the paper"), self.day),
            "reference": Field(self.tr("Number on its paper"), self.reference, self.tr("May stay empty.")),
        }
