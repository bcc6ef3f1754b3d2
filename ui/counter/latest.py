"""What was done last at this counter, and the day's sums."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from daurulang.ledger.model import EntryKind
from daurulang.quantities import format_rupiah, format_thousandths
from daurulang.reports.daily import CounterAct, DayTotals, latest_acts, totals_of_day
from ui.session import Session
from ui.widgets.card import Card, Facts, SectionTitle, Text

MOST = 5


@dataclass(frozen=True, slots=True)
class DaySoFar:
    """The sums of today and the newest acts of this counter."""

    totals: DayTotals
    latest: Sequence[CounterAct]


def day_so_far(session: Session) -> DaySoFar:
    """Read both; done aside, since a day can be long."""
    day = session.today()
    return DaySoFar(totals_of_day(session.db, day), latest_acts(session.db, session.counter.id, MOST))


def amount_words(act: CounterAct) -> str:
    """What an act was worth: "Rp 12.400", "−Rp 50.000" paid out, or that it was given."""
    rupiah = act.savings_rupiah + act.cash_rupiah
    if act.kind is EntryKind.DEPOSIT and rupiah == 0:
        return QCoreApplication.translate("LatestCard", "donated")
    return format_rupiah(rupiah)


def totals_words(totals: DayTotals) -> str:
    """The day in one line."""
    return QCoreApplication.translate("LatestCard", "{count} deposits  ·  {weight} kg  ·  {amount} today").format(
        count=totals.deposits, weight=format_thousandths(totals.grams, 1), amount=format_rupiah(totals.rupiah)
    )


class LatestCard(Card):
    """The newest acts, each on a line."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._facts = Facts()
        self._none = Text(self.tr("Nothing yet."), "muted")
        self._none.setWordWrap(True)
        self.body.addWidget(SectionTitle(self.tr("Just now")))
        self.body.addWidget(self._none)
        self.body.addWidget(self._facts)

    def show_acts(self, acts: Sequence[CounterAct]) -> None:
        """Show these, the newest first."""
        self._none.setVisible(not acts)
        self._facts.show_facts([(f"{act.number}  {act.member_name}", amount_words(act)) for act in acts])
