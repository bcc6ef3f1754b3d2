"""The member before the counter: typed and chosen first, then in sight with the balance until the act is done."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from daurulang.errors import UserError
from daurulang.members.queries import Member, MemberAtCounter, at_counter, find_members
from daurulang.quantities import format_rupiah
from ui import tasks, theme
from ui.days import day_before_today
from ui.debts.words import owed_words
from ui.overlay import put_focus
from ui.session import Session
from ui.widgets.card import Card, ElidedText, KeyHint, Pill, SectionTitle, Text, Tone
from ui.widgets.field import Field, HintLine
from ui.widgets.form import FormWalker, focus_and_select
from ui.widgets.suggest import SuggestEdit, Suggestion
from ui.words import member_kind_word


class MemberEdit(SuggestEdit[Member]):
    """Finds members; Enter on somebody nobody knows asks to register them."""

    unknown = Signal(str)
    """What was typed, when Enter finds nobody."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(
            lambda text: find_members(session.db, text),
            self._suggestion,
            nothing=self.tr("Nobody found. Enter registers a new member."),
            parent=parent,
        )
        self.setProperty("role", "lead")
        self.setPlaceholderText(self.tr("Name, number, phone or village"))

    def accept_entry(self) -> bool:
        """Choose, or hand over what was typed when there is nobody of that name."""
        text = self.text().strip()
        if text and self.value() is None and not self._found(text):
            self.close_popup()
            self.unknown.emit(text)
            return False
        return super().accept_entry()

    def _found(self, text: str) -> Sequence[Member]:
        return self._search(text)

    def _suggestion(self, member: Member) -> Suggestion:
        kind = member_kind_word(member.kind) if member.active else self.tr("inactive")
        detail = "  ·  ".join(part for part in (member.number_text, member.place) if part)
        return Suggestion(member.name, detail, kind, icon="user" if member.active else "lock")


class MemberBox(Card):
    """Shows the field, or the member taken.

    `chosen(MemberAtCounter)` asks the screen to take somebody; it answers by `show_member` or `refuse`.
    """

    chosen = Signal(object)
    new_member_wanted = Signal(str)
    """Nobody is called so; the text typed."""

    def __init__(self, session: Session, *, balance: bool = True, parent: QWidget | None = None) -> None:
        """`balance` False where the screen itself shows it larger."""
        super().__init__(parent)
        self._session = session
        self._member: MemberAtCounter | None = None
        self.edit = MemberEdit(session)
        self._field = Field(self.tr("Member"), self.edit, self.tr("Somebody new: type the name, Enter registers."))
        self._shown = QWidget()
        self._name = ElidedText("", "lead")
        self._detail = ElidedText("", "muted")
        self._kind = Pill(parent=self._shown)
        self._debt = Pill(parent=self._shown)
        self._with_balance = balance
        self._caption = SectionTitle(self.tr("Balance"))
        self._balance = Text("", "lead")
        self._problem = HintLine()
        self._problem.hide()
        self._lay_out()
        self.body.addWidget(self._field)
        self.body.addWidget(self._shown)
        self.body.addWidget(self._problem)
        self._walker = FormWalker([self.edit], self)
        self.edit.chosen.connect(lambda member: self.take(member.id))
        self.edit.refused.connect(self._field.show_problem)
        self.edit.unknown.connect(self.new_member_wanted)
        self._shown.hide()

    def start(self) -> None:
        """Ask for the next member."""
        self._member = None
        self.edit.set_value(None)
        self._field.clear_problem()
        self._problem.hide()
        self._shown.hide()
        self._field.show()
        put_focus(self.edit)

    def take(self, member_id: int) -> None:
        """Read a member and offer it to the screen, as if it had been typed and chosen."""
        tasks.perform(self, lambda: at_counter(self._session.db, member_id), self.chosen.emit, self._refused)

    def member(self) -> MemberAtCounter | None:
        """Who stands before the counter."""
        return self._member

    def show_member(self, found: MemberAtCounter) -> None:
        """Put somebody in sight."""
        self._member = found
        member, today = found.member, self._session.today()
        self._name.setText(member.name)
        visit = self.tr("first visit")
        if found.last_visit is not None:
            visit = self.tr("last here {day}").format(day=day_before_today(found.last_visit, today))
        parts = (member.number_text, member.place, visit)
        self._detail.setText("  ·  ".join(part for part in parts if part))
        self._kind.show_pill(member_kind_word(member.kind), Tone.GOOD)
        self._debt.show_pill(owed_words(found.debt_rupiah), Tone.PROBLEM)
        self._balance.setText(format_rupiah(found.balance_rupiah))
        self._balance.setAccessibleName(self.tr("Balance {amount}").format(amount=format_rupiah(found.balance_rupiah)))
        self._problem.hide()
        self._field.hide()
        self._shown.show()

    def refuse(self, sentence: str) -> None:
        """Say why this member cannot be taken, where the eye is."""
        if self._member is None:
            self._field.show_problem(sentence)
            focus_and_select(self.edit)
        else:
            self._problem.show()
            self._problem.say(sentence, Tone.PROBLEM)

    def debt(self) -> str:
        """What is said of a debt, "" for who owes nothing."""
        return self._debt.text()

    def message(self) -> str:
        """The words under the member."""
        return self._field.message() if self._member is None else self._problem.text()

    def _refused(self, _error: UserError, sentence: str) -> None:
        self.refuse(sentence)

    def _lay_out(self) -> None:
        space = theme.current().space
        left = QVBoxLayout()
        left.setSpacing(space(2))
        name = QHBoxLayout()
        name.setSpacing(space(12))
        name.addWidget(self._name)
        name.addWidget(self._kind)
        name.addWidget(self._debt)
        name.addStretch(1)
        left.addLayout(name)
        left.addWidget(self._detail)
        right = QVBoxLayout()
        right.setSpacing(0)
        for text in (self._caption, self._balance):
            if not self._with_balance:
                text.hide()
            text.setAlignment(Qt.AlignmentFlag.AlignRight)
            right.addWidget(text)
        line = QHBoxLayout(self._shown)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(space(14))
        line.addLayout(left, 1)
        line.addLayout(right)
        line.addWidget(KeyHint("Esc", self.tr("change")))
