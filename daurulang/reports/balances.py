"""What the centre owes its members."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from daurulang.database import Database
from daurulang.deposits.model import deposit
from daurulang.ledger.model import entry, money_transfer
from daurulang.ledger.queries import credit_balance_rupiah
from daurulang.members.model import member
from daurulang.members.queries import member_by_number
from daurulang.members.words import format_member_number
from daurulang.payouts.model import payout


@dataclass(frozen=True, slots=True)
class Balance:
    """A member's savings in rupiah."""

    number: str
    name: str
    rupiah: int


def balance_of(db: Database, member_number: str) -> Balance:
    """One member's balance; raises `UnknownMember`."""
    with db.reading() as connection:
        found = member_by_number(connection, member_number)
        return Balance(found.number_text, found.name, credit_balance_rupiah(connection, found.savings_account_id))


def balances(db: Database) -> tuple[Balance, ...]:
    """Every member's balance, by number: two passes over the covering indexes, no loop of queries."""
    credit = (
        sa.select(money_transfer.c.credit_account_id.label("id"), sa.func.sum(money_transfer.c.rupiah).label("sum"))
        .group_by(money_transfer.c.credit_account_id)
        .subquery()
    )
    debit = (
        sa.select(money_transfer.c.debit_account_id.label("id"), sa.func.sum(money_transfer.c.rupiah).label("sum"))
        .group_by(money_transfer.c.debit_account_id)
        .subquery()
    )
    query = (
        sa.select(member.c.number, member.c.name, sa.func.coalesce(credit.c.sum, 0) - sa.func.coalesce(debit.c.sum, 0))
        .outerjoin(credit, credit.c.id == member.c.savings_account_id)
        .outerjoin(debit, debit.c.id == member.c.savings_account_id)
        .order_by(member.c.number)
    )
    with db.reading() as connection:
        return tuple(Balance(format_member_number(row[0]), row[1], int(row[2])) for row in connection.execute(query))


_DAY: sa.BindParameter[date] = sa.bindparam("day")


def _until(column: sa.Column[int], table: sa.Table) -> sa.ScalarSelect[int]:
    """The sum of a document's rupiah over all days up to one."""
    joined = sa.join(entry, table, table.c.entry_id == entry.c.id)
    total = sa.func.coalesce(sa.func.sum(column), 0)
    return sa.select(total).select_from(joined).where(entry.c.day <= _DAY).scalar_subquery()


_ALL_SAVINGS = sa.select(_until(deposit.c.savings_rupiah, deposit) - _until(payout.c.rupiah, payout))


def all_balances_rupiah(connection: Connection, day: date) -> int:
    """The sum of all savings at the end of a day."""
    return int(connection.execute(_ALL_SAVINGS, {"day": day}).scalar_one())
