"""One member on one screen: who, where, how much is saved, and everything done so far."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from daurulang.database import Database
from daurulang.members.model import Gender
from daurulang.members.queries import Member, MemberAtCounter, at_counter
from daurulang.periods import short_day
from daurulang.quantities import format_rupiah, format_whole
from daurulang.reports.daily import CounterAct, acts_of_member, count_acts_of_member
from ui import keys, theme
from ui.debts.words import owed_words
from ui.members.words import act_words, gender_words, kind_words, source_words
from ui.widgets.button import QuietButton
from ui.widgets.card import Card, ElidedText, Facts, Figure, Pill, SectionTitle, Text, Tone
from ui.widgets.rows import Column, Order
from ui.widgets.table import TableView

translate = QCoreApplication.translate


class ActsOfMember:
    """The pages of a member's history."""

    def __init__(self, db: Database, member_id: int) -> None:
        self._db, self._member_id = db, member_id

    def count(self) -> int:
        """How many acts there are."""
        return count_acts_of_member(self._db, self._member_id)

    def page(self, offset: int, limit: int, order: Order | None) -> Sequence[CounterAct]:
        """The newest first, always."""
        return acts_of_member(self._db, self._member_id, offset, limit)


class MemberCard(QWidget):
    """The chosen member; empty while nobody is chosen."""

    open_wanted = Signal(str)
    """The number of a receipt."""

    change_wanted = Signal()
    """The button beside the name."""

    def __init__(self, db: Database, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._db = db
        self._member: Member | None = None
        self._name = ElidedText("", "lead")
        self._kind, self._inactive, self.debt = Pill(), Pill(), Pill()
        self._place = Text("", "muted")
        self._place.setWordWrap(True)
        self.balance = Figure(self.tr("Balance"))
        self._facts = Facts()
        self.history: TableView[CounterAct] = TableView(
            _history_columns(),
            empty=self.tr("Nothing was brought or paid out yet."),
            name=self.tr("History"),
            struck=lambda act: bool(act.reversed_by),
        )
        self.history.LEAST_OPEN = 100
        self.history.filter.hide()
        self.history.setFocusProxy(self.history.grid)
        self.history.opened.connect(lambda act: self.open_wanted.emit(act.number))
        self._change = QuietButton(self.tr("Change"), "Enter", "pencil")
        self._change.clicked.connect(self.change_wanted)
        self._lay_out()

    def show_member(self, member_id: int | None) -> None:
        """Read and show a member; None shows nothing."""
        for part in (self._who, self._what):
            part.setVisible(member_id is not None)
        if member_id is None:
            self._member = None
            return
        shown = at_counter(self._db, member_id)
        self._member = member = shown.member
        self._name.setText(member.name)
        self._kind.show_pill(kind_words(member.kind), Tone.GOOD)
        self._inactive.show_pill("" if member.active else self.tr("inactive"), Tone.WARNING)
        self._place.setText("  ·  ".join(part for part in (member.number_text, member.place) if part))
        self.balance.show_value(format_rupiah(shown.balance_rupiah))
        self.debt.show_pill(owed_words(shown.debt_rupiah), Tone.PROBLEM)
        self._facts.show_facts(self._facts_of(shown))
        self.history.show_source(lambda _text: ActsOfMember(self._db, member_id))

    def shown(self) -> Member | None:
        """Who is shown."""
        return self._member

    def act_at_hand(self) -> CounterAct | None:
        """The act the cursor stands on, else the newest one."""
        return self.history.current_row() or self.history.model.row_at(0)

    def _facts_of(self, shown: MemberAtCounter) -> list[tuple[str, str]]:
        member = shown.member
        last = shown.last_visit
        gender = gender_words(member.gender) if member.gender is not Gender.UNSTATED else ""
        facts = [
            (self.tr("Woman or man"), gender),
            (self.tr("Phone"), member.phone),
            (self.tr("Price class"), member.member_class),
            (self.tr("Source of the waste"), source_words(member.source_class)),
            (self.tr("Passbook"), member.passbook_number or ""),
            (self.tr("Joined"), short_day(member.joined)),
            (self.tr("Last visit"), short_day(last) if last is not None else self.tr("none yet")),
        ]
        return [(label, value) for label, value in facts if value]

    def _lay_out(self) -> None:
        space = theme.current().space
        self._who, self._what = Card(), Card()
        head = QHBoxLayout()
        head.addWidget(self._name, 1)
        head.addWidget(self._change)
        self._who.body.addLayout(head)
        under = QHBoxLayout()
        under.addWidget(self._place, 1)
        under.addWidget(self._inactive)
        under.addWidget(self._kind)
        self._who.body.addLayout(under)
        self._who.body.addWidget(self.balance)
        self._who.body.addWidget(self.debt, 0, Qt.AlignmentFlag.AlignRight)
        self._who.body.addWidget(self._facts)
        self._what.body.setContentsMargins(space(9), space(12), space(9), space(9))
        title = QHBoxLayout()
        title.setContentsMargins(space(9), 0, space(9), 0)
        title.addWidget(SectionTitle(self.tr("History")), 1)
        words = self.tr("Enter opens, {reprint} prints, {correct} corrects, {reverse} reverses")
        shown = words.format(reprint=keys.REPRINT, correct=keys.EDIT, reverse=keys.REVERSE)
        title.addWidget(SectionTitle(shown))
        self._what.body.addLayout(title)
        self._what.body.addWidget(self.history, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(space(12))
        layout.addWidget(self._who)
        layout.addWidget(self._what, 1)
        layout.addStretch(0)


def _history_columns() -> list[Column[CounterAct]]:
    return [
        Column(translate("Members", "Day"), lambda act: f"{act.day:%d/%m/%y}", width=88),
        Column(translate("Members", "Number"), lambda act: act.number, muted=True, width=98, spare=1),
        Column(translate("Members", "What"), act_words),
        Column(translate("Members", "Rupiah"), _signed, right=True, strong=True, width=88),
    ]


def _signed(act: CounterAct) -> str:
    """What came in as "12.400", what was paid out as "−50.000"."""
    rupiah = act.savings_rupiah + act.cash_rupiah
    return format_whole(rupiah) if rupiah >= 0 else f"\u2212{format_whole(-rupiah)}"
