"""What became a debt of members in a period, and what they repaid of it: never netted against their savings."""

from __future__ import annotations

from dataclasses import dataclass

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from daurulang.corrections.model import reversal
from daurulang.debts.model import RepaymentSource, debt_repayment
from daurulang.ledger.model import EntryKind, entry
from daurulang.periods import Period
from daurulang.reports.standing import FIRST, LAST, SIGN, counts, days_of, standing


@dataclass(frozen=True, slots=True)
class Debts:
    """Debts that reversals made, and the repayments that stand in the period, by where they came from. Of these,
    `back_count` of other periods were reversed in this one.
    """

    made_rupiah: int = 0
    repayments: int = 0
    from_savings_rupiah: int = 0
    in_cash_rupiah: int = 0
    back_count: int = 0
    back_rupiah: int = 0

    @property
    def saved_rupiah(self) -> int:
        """What they changed in the savings."""
        return self.made_rupiah - self.from_savings_rupiah

    @property
    def owed_rupiah(self) -> int:
        """What they added to all debts."""
        return self.made_rupiah - self.from_savings_rupiah - self.in_cash_rupiah

    def __bool__(self) -> bool:
        """Whether there is anything to tell."""
        return bool(self.made_rupiah or self.repayments or self.back_count)


NO_DEBTS = Debts()


def _total(column: sa.ColumnElement[int]) -> sa.ColumnElement[int]:
    return sa.func.coalesce(sa.func.sum(column), 0)


REPAID_FROM_SAVINGS, REPAID_IN_CASH = (
    sa.case((debt_repayment.c.source == each, debt_repayment.c.rupiah), else_=0)
    for each in (RepaymentSource.SAVINGS, RepaymentSource.CASH)
)
"""The rupiah of a row of `debt_repayment` that came from there, else 0."""

_BACK = sa.case((SIGN < 0, 1), else_=0)
_MADE = (
    sa.select(_total(reversal.c.debt_rupiah))
    .select_from(sa.join(entry, reversal, reversal.c.entry_id == entry.c.id))
    .where(entry.c.day.between(FIRST, LAST), entry.c.kind == EntryKind.REVERSAL)
)
_REPAID = (
    sa.select(
        _total(SIGN),
        _total(SIGN * REPAID_FROM_SAVINGS),
        _total(SIGN * REPAID_IN_CASH),
        _total(_BACK),
        _total(_BACK * debt_repayment.c.rupiah),
    )
    .select_from(standing(debt_repayment))
    .where(counts(EntryKind.DEBT_REPAYMENT))
)


def debts_of(connection: Connection, period: Period) -> Debts:
    """The debts made and repaid in a period."""
    within = days_of(period)
    made = connection.execute(_MADE, within).scalar_one()
    return Debts(int(made), *map(int, connection.execute(_REPAID, within).one()))
