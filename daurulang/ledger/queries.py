"""Questions to the journal: balances, numbers, heads of chains."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from daurulang.database import Database, Flag, values_of
from daurulang.ledger.model import SystemAccount, counter, entry, money_transfer
from daurulang.ledger.service import format_number


@dataclass(frozen=True, slots=True)
class Counter:
    """A counter (loket) by its id; `code` begins its numbers."""

    id: int
    code: str
    name: str
    cash_account_id: int


def _turnover(column: sa.Column[int]) -> sa.ScalarSelect[int]:
    return (
        sa.select(sa.func.coalesce(sa.func.sum(money_transfer.c.rupiah), 0))
        .where(column == sa.bindparam("account_id"))
        .scalar_subquery()
    )


_BALANCE = sa.select(_turnover(money_transfer.c.credit_account_id) - _turnover(money_transfer.c.debit_account_id))


def credit_balance_rupiah(connection: Connection, account_id: int) -> int:
    """Credits less debits of an account: what the centre owes on it."""
    return int(connection.execute(_BALANCE, {"account_id": account_id}).scalar_one())


def _debt(column: sa.Column[int]) -> sa.ScalarSelect[int]:
    return (
        sa.select(sa.func.coalesce(sa.func.sum(money_transfer.c.rupiah), 0))
        .join(entry, entry.c.id == money_transfer.c.entry_id)
        .where(column == int(SystemAccount.DEBT), entry.c.member_id == sa.bindparam("member_id"))
        .scalar_subquery()
    )


_DEBT = sa.select(_debt(money_transfer.c.debit_account_id) - _debt(money_transfer.c.credit_account_id))


def debt_rupiah(connection: Connection, member_id: int) -> int:
    """What a member owes the centre: what the entries of that member put on the account of debts, less what they took
    off it.
    """
    return int(connection.execute(_DEBT, {"member_id": member_id}).scalar_one())


_AT_ONCE = 500
_SIDES = tuple(
    sa.select(column, sa.func.sum(money_transfer.c.rupiah))
    .where(column.in_(sa.bindparam("ids", expanding=True)))
    .group_by(column)
    for column in (money_transfer.c.credit_account_id, money_transfer.c.debit_account_id)
)
_UNTIL = tuple(
    side.join(entry, entry.c.id == money_transfer.c.entry_id).where(entry.c.day <= sa.bindparam("day"))
    for side in _SIDES
)


def credit_balances_rupiah(
    connection: Connection, account_ids: Sequence[int], day: date | None = None
) -> dict[int, int]:
    """Credits less debits of many accounts, by account: now, or at the end of a day."""
    found = dict.fromkeys(account_ids, 0)
    for start in range(0, len(account_ids), _AT_ONCE):
        values = {"ids": account_ids[start : start + _AT_ONCE]} | ({} if day is None else {"day": day})
        for side, sign in zip(_SIDES if day is None else _UNTIL, (1, -1), strict=True):
            for account_id, rupiah in connection.execute(side, values):
                found[account_id] += sign * int(rupiah)
    return found


def counters(connection: Connection) -> tuple[Counter, ...]:
    """Every counter somebody can stand at, in the order they were opened."""
    columns = (counter.c.id, counter.c.code, counter.c.name, counter.c.cash_account_id)
    rows = connection.execute(
        sa.select(*columns).where(counter.c.archive == sa.literal(0, Flag)).order_by(counter.c.id)
    )
    return values_of(Counter, rows)


_COUNTER = sa.select(counter.c.id, counter.c.code, counter.c.name, counter.c.cash_account_id).where(
    counter.c.id == sa.bindparam("counter_id")
)


def counter_by_id(connection: Connection, counter_id: int) -> Counter:
    """One counter; it must exist."""
    return Counter(*connection.execute(_COUNTER, {"counter_id": counter_id}).one())


def number_of(db: Database, entry_id: int) -> str:
    """The number that an entry has on paper; it must exist."""
    query = sa.select(counter.c.code, entry.c.sequence).join(counter, counter.c.id == entry.c.counter_id)
    with db.reading() as connection:
        return format_number(*connection.execute(query.where(entry.c.id == entry_id)).one())
