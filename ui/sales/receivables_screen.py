"""What buyers owe, and how long they are late with it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from itertools import pairwise

from PySide6.QtCore import Qt, Signal

from daurulang.periods import short_day
from daurulang.quantities import format_rupiah, format_whole
from daurulang.sales.receivables import AGES, Receivable, receivables
from ui import tasks
from ui.days import long_day
from ui.keys import KeyLine
from ui.lists import ListButton
from ui.screen import Screen
from ui.session import Session
from ui.widgets import notice
from ui.widgets.card import Card, Facts, ScreenHeader
from ui.widgets.rows import Column
from ui.widgets.table import TableView


class ReceivablesScreen(Screen):
    """Enter shows the sales that a buyer owes for."""

    buyer_wanted = Signal(int, str)
    left = Signal()
    """Esc: back to the form of a sale."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self.header = ScreenHeader(self.tr("Receivables"))
        self.table: TableView[Receivable] = TableView(
            self._columns(), empty=self.tr("No buyer owes anything."), name=self.tr("Buyers who owe")
        )
        self.totals = Facts()
        self.table.opened.connect(lambda each: self.buyer_wanted.emit(each.buyer_id, each.buyer))
        self.table.copied.connect(lambda count: notice.good(self, self.tr("{count} rows copied.").format(count=count)))
        self.header.add(ListButton(self, self.table, self._list_title, "piutang"))
        card = Card()
        card.body.addWidget(self.table, 1)
        card.body.addWidget(self.totals)
        self.body.addWidget(self.header)
        self.body.addWidget(card, 1)

    def enter(self) -> None:
        self.header.show_note(long_day(self._session.today()))
        db, today = self._session.db, self._session.today()
        tasks.aside(self, lambda: receivables(db, today), self._show)
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def step_back(self) -> bool:
        self.left.emit()
        return True

    def hints(self) -> Sequence[KeyLine]:
        return (KeyLine("Enter", self.tr("sales")), *super().hints())

    def _show(self, found: Sequence[Receivable]) -> None:
        self.table.show_rows(found)
        total = sum(each.rupiah for each in found)
        late = total - sum(each.by_age_rupiah[0] for each in found)
        self.header.show_summary(self.tr("{count} buyers").format(count=len(found)))
        self.totals.show_facts(
            [(self.tr("All receivables"), format_rupiah(total)), (self.tr("Of it late"), format_rupiah(late))]
        )

    def _list_title(self) -> tuple[str, str]:
        day = self._session.today()
        return self.tr("Receivables of {day}").format(day=long_day(day)), f"{day}"

    def _columns(self) -> list[Column[Receivable]]:
        ages = [self.tr("Not due")]
        ages += [self.tr("{first}–{last} days late").format(first=first + 1, last=last) for first, last in _steps()]
        ages.append(self.tr("Over {days} days").format(days=AGES[-1]))
        return [
            Column(self.tr("Buyer"), lambda each: each.buyer),
            Column(self.tr("Phone"), lambda each: each.phone, width=130, muted=True, spare=2),
            Column(
                self.tr("Sales"), lambda each: str(len(each.sales)), sort=lambda each: len(each.sales), right=True,
                width=88, spare=1,
            ),
            *(_figure(title, partial(_of_age, place)) for place, title in enumerate(ages)),
            _figure(self.tr("Owed Rp"), lambda each: each.rupiah, strong=True),
            Column(
                self.tr("Oldest"), lambda each: short_day(each.sales[0].day), sort=lambda each: each.sales[0].day,
                width=104, muted=True, spare=3,
            ),
        ]  # fmt: skip


def _steps() -> list[tuple[int, int]]:
    return list(pairwise(AGES))


def _of_age(place: int, each: Receivable) -> int:
    return each.by_age_rupiah[place]


def _figure(title: str, rupiah: Callable[[Receivable], int], *, strong: bool = False) -> Column[Receivable]:
    return Column(
        title,
        lambda each: format_whole(rupiah(each)) if rupiah(each) else "–",
        sort=rupiah,
        right=True,
        strong=strong,
        width=138,
        kind="rupiah",
    )
