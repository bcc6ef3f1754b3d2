"""What happened at the counter on a day, and what a member did over the years."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from daurulang.database import Database
from daurulang.deposits.model import deposit, deposit_line
from daurulang.ledger.model import EntryKind, counter, entry
from daurulang.ledger.service import format_number
from daurulang.members.model import member
from daurulang.members.words import format_member_number
from daurulang.payouts.model import payout


@dataclass(frozen=True, slots=True)
class CounterAct:
    """One deposit or payout in a list.

    `grams` is the known weight of a deposit; `savings_rupiah` went in (or, negative, out of) the savings and
    `cash_rupiah` over the counter as cash for goods.
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


@dataclass(frozen=True, slots=True)
class DayTotals:
    """The sums of a day: deposits, their grams and rupiah (savings and cash), payouts and their rupiah."""

    deposits: int = 0
    grams: int = 0
    rupiah: int = 0
    payouts: int = 0
    payouts_rupiah: int = 0


_GRAMS = (
    sa.select(sa.func.coalesce(sa.func.sum(deposit_line.c.grams), 0))
    .where(deposit_line.c.entry_id == entry.c.id)
    .correlate(entry)
    .scalar_subquery()
)
_ACTS = (
    sa.select(
        entry.c.id,
        counter.c.code,
        entry.c.sequence,
        entry.c.kind,
        entry.c.day,
        entry.c.at_ms,
        member.c.id.label("member_id"),
        member.c.number.label("member_number"),
        member.c.name.label("member_name"),
        _GRAMS.label("grams"),
        sa.func.coalesce(deposit.c.savings_rupiah, -payout.c.rupiah).label("savings_rupiah"),
        sa.func.coalesce(deposit.c.cash_rupiah, 0).label("cash_rupiah"),
        sa.func.coalesce(deposit.c.balance_after_rupiah, payout.c.balance_after_rupiah).label("balance_after"),
    )
    .join(counter, counter.c.id == entry.c.counter_id)
    .join(member, member.c.id == entry.c.member_id)
    .outerjoin(deposit, deposit.c.entry_id == entry.c.id)
    .outerjoin(payout, payout.c.entry_id == entry.c.id)
)


def acts_of_day(db: Database, day: date) -> tuple[CounterAct, ...]:
    """Every deposit and payout of a day, the newest first."""
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


def totals_of_day(db: Database, day: date) -> DayTotals:
    """The sums of a day."""
    with db.reading() as connection:
        deposits = connection.execute(
            sa.select(
                sa.func.count(),
                sa.func.coalesce(sa.func.sum(deposit.c.savings_rupiah + deposit.c.cash_rupiah), 0),
            )
            .select_from(entry)
            .join(deposit, deposit.c.entry_id == entry.c.id)
            .where(entry.c.day == day)
        ).one()
        grams = connection.scalar(
            sa.select(sa.func.coalesce(sa.func.sum(deposit_line.c.grams), 0))
            .select_from(entry)
            .join(deposit_line, deposit_line.c.entry_id == entry.c.id)
            .where(entry.c.day == day)
        )
        payouts = connection.execute(
            sa.select(sa.func.count(), sa.func.coalesce(sa.func.sum(payout.c.rupiah), 0))
            .select_from(entry)
            .join(payout, payout.c.entry_id == entry.c.id)
            .where(entry.c.day == day)
        ).one()
        return DayTotals(deposits[0], int(grams or 0), int(deposits[1]), payouts[0], int(payouts[1]))


def _acts(connection: Connection, query: sa.Select[tuple[object, ...]]) -> tuple[CounterAct, ...]:
    return tuple(
        CounterAct(
            entry_id=row.id,
            number=format_number(row.code, row.sequence),
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
        )
        for row in connection.execute(query)
    )
