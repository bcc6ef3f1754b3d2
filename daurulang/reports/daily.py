"""What happened at the counter on a day, and what a member did over the years."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from daurulang.corrections.model import reversal
from daurulang.database import Database
from daurulang.debts.model import debt_repayment
from daurulang.deposits.model import deposit, deposit_line
from daurulang.ledger.model import EntryKind, entry
from daurulang.members.model import member
from daurulang.members.words import format_member_number
from daurulang.openings.model import opening_balance
from daurulang.payouts.model import PayoutMethod, payout
from daurulang.periods import Period
from daurulang.reports.debts import REPAID_FROM_SAVINGS, REPAID_IN_CASH
from daurulang.reports.numbers import numbers
from daurulang.reports.standing import DOCUMENT_ID, SIGN, counts, days_of, standing


@dataclass(frozen=True, slots=True)
class CounterAct:
    """One entry of a member in a list.

    `grams` is the known weight of a deposit; `savings_rupiah` went in (or, negative, out of) the savings and
    `cash_rupiah` over the counter as cash for goods or, negative, to repay a debt; `debt_rupiah` was added to what the
    member owes (or, negative, taken off it). A reversal has the figures of what it `reverses` with the other sign, and
    what was not left of them in the savings as a debt; `reverses` and `reversed_by` are numbers or empty. Of what a
    payout took out of the savings, `paid_in_cash_rupiah` went over the counter.
    """

    entry_id: int
    number: str
    kind: EntryKind
    day: date
    at_ms: int
    member_id: int
    member_number: str
    member_name: str
    grams: int
    savings_rupiah: int
    cash_rupiah: int
    balance_after_rupiah: int
    reverses: str = ""
    reversed_by: str = ""
    debt_rupiah: int = 0
    paid_in_cash_rupiah: int = 0

    @property
    def out_of_box_rupiah(self) -> int:
        """All cash that the member was given or, negative, brought."""
        return self.cash_rupiah + self.paid_in_cash_rupiah


@dataclass(frozen=True, slots=True)
class DayTotals:
    """The sums of what stands on a day: deposits, their grams and rupiah (savings and cash), payouts and their rupiah.
    A correction of an earlier day is taken off.
    """

    deposits: int = 0
    grams: int = 0
    rupiah: int = 0
    payouts: int = 0
    payouts_rupiah: int = 0


_original, _answer, _answering = entry.alias("original"), reversal.alias("answer"), entry.alias("answering")
_GRAMS = (
    sa.select(sa.func.coalesce(sa.func.sum(deposit_line.c.grams), 0))
    .where(deposit_line.c.entry_id == DOCUMENT_ID)
    .correlate(entry, reversal)
    .scalar_subquery()
)
_OPENED = opening_balance.c.balance_after_rupiah - opening_balance.c.balance_before_rupiah
_BECAME_DEBT = sa.func.coalesce(reversal.c.debt_rupiah, 0)
_SAVED = sa.func.coalesce(deposit.c.savings_rupiah, -payout.c.rupiah, _OPENED, -REPAID_FROM_SAVINGS)
_PAID_IN_CASH = sa.case((payout.c.method == PayoutMethod.CASH, payout.c.rupiah), else_=0)
_ACTS = (
    sa.select(
        entry.c.id,
        entry.c.counter_id,
        entry.c.sequence,
        entry.c.kind,
        entry.c.day,
        entry.c.at_ms,
        member.c.id.label("member_id"),
        member.c.number.label("member_number"),
        member.c.name.label("member_name"),
        (SIGN * _GRAMS).label("grams"),
        (SIGN * _SAVED + _BECAME_DEBT).label("savings_rupiah"),
        (SIGN * sa.func.coalesce(deposit.c.cash_rupiah, -REPAID_IN_CASH)).label("cash_rupiah"),
        (SIGN * _PAID_IN_CASH).label("paid_in_cash_rupiah"),
        (_BECAME_DEBT - SIGN * sa.func.coalesce(debt_repayment.c.rupiah, 0)).label("debt_rupiah"),
        sa.func.coalesce(
            reversal.c.balance_after_rupiah,
            deposit.c.balance_after_rupiah,
            payout.c.balance_after_rupiah,
            opening_balance.c.balance_after_rupiah,
            debt_repayment.c.balance_after_rupiah,
        ).label("balance_after"),
        _original.c.counter_id.label("original_counter"),
        _original.c.sequence.label("original_sequence"),
        _answering.c.counter_id.label("answering_counter"),
        _answering.c.sequence.label("answering_sequence"),
    )
    .join(member, member.c.id == entry.c.member_id)
    .outerjoin(reversal, reversal.c.entry_id == entry.c.id)
    .outerjoin(deposit, deposit.c.entry_id == DOCUMENT_ID)
    .outerjoin(payout, payout.c.entry_id == DOCUMENT_ID)
    .outerjoin(opening_balance, opening_balance.c.entry_id == DOCUMENT_ID)
    .outerjoin(debt_repayment, debt_repayment.c.entry_id == DOCUMENT_ID)
    .outerjoin(_original, _original.c.id == reversal.c.original_id)
    .outerjoin(_answer, _answer.c.original_id == entry.c.id)
    .outerjoin(_answering, _answering.c.id == _answer.c.entry_id)
)


def acts_of_day(db: Database, day: date) -> tuple[CounterAct, ...]:
    """Every act of a day, the newest first."""
    with db.reading() as connection:
        return _acts(connection, _ACTS.where(entry.c.day == day).order_by(entry.c.id.desc()))


def latest_acts(db: Database, counter_id: int, limit: int) -> tuple[CounterAct, ...]:
    """The newest acts of a counter."""
    query = _ACTS.where(entry.c.counter_id == counter_id).order_by(entry.c.sequence.desc()).limit(limit)
    with db.reading() as connection:
        return _acts(connection, query)


def act_of_entry(db: Database, entry_id: int) -> CounterAct:
    """One act by its entry; it must exist."""
    with db.reading() as connection:
        return _acts(connection, _ACTS.where(entry.c.id == entry_id))[0]


def count_acts_of_member(db: Database, member_id: int) -> int:
    """How many entries a member has."""
    with db.reading() as connection:
        query = sa.select(sa.func.count()).select_from(entry).where(entry.c.member_id == member_id)
        return int(connection.scalar(query) or 0)


def acts_of_member(db: Database, member_id: int, offset: int, limit: int) -> tuple[CounterAct, ...]:
    """A page of a member's history, the newest first."""
    query = _ACTS.where(entry.c.member_id == member_id).order_by(entry.c.id.desc()).offset(offset).limit(limit)
    with db.reading() as connection:
        return _acts(connection, query)


_DEPOSITS_OF_DAY = (
    sa.select(
        sa.func.coalesce(sa.func.sum(SIGN), 0),
        sa.func.coalesce(sa.func.sum(SIGN * _GRAMS), 0),
        sa.func.coalesce(sa.func.sum(SIGN * (deposit.c.savings_rupiah + deposit.c.cash_rupiah)), 0),
    )
    .select_from(standing(deposit))
    .where(counts(EntryKind.DEPOSIT))
)
PAID_OUT = (
    sa.select(sa.func.coalesce(sa.func.sum(SIGN), 0), sa.func.coalesce(sa.func.sum(SIGN * payout.c.rupiah), 0))
    .select_from(standing(payout))
    .where(counts(EntryKind.PAYOUT))
)
"""How many payouts stand in the days from `first` to `last`, and their rupiah."""


def totals_of_day(db: Database, day: date) -> DayTotals:
    """The sums of a day."""
    within = days_of(Period(day, day))
    with db.reading() as connection:
        deposits = connection.execute(_DEPOSITS_OF_DAY, within).one()
        payouts = connection.execute(PAID_OUT, within).one()
    return DayTotals(*map(int, deposits), *map(int, payouts))


def _acts(connection: Connection, query: sa.Select[tuple[object, ...]]) -> tuple[CounterAct, ...]:
    number_of = numbers(connection)
    return tuple(
        CounterAct(
            entry_id=row.id,
            number=number_of(row.counter_id, row.sequence),
            kind=row.kind,
            day=row.day,
            at_ms=row.at_ms,
            member_id=row.member_id,
            member_number=format_member_number(row.member_number),
            member_name=row.member_name,
            grams=int(row.grams),
            savings_rupiah=int(row.savings_rupiah),
            cash_rupiah=int(row.cash_rupiah),
            balance_after_rupiah=int(row.balance_after),
            reverses=number_of(row.original_counter, row.original_sequence),
            reversed_by=number_of(row.answering_counter, row.answering_sequence),
            debt_rupiah=int(row.debt_rupiah),
            paid_in_cash_rupiah=int(row.paid_in_cash_rupiah),
        )
        for row in connection.execute(query)
    )
