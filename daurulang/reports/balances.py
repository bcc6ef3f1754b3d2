"""What the centre owes its members."""

from __future__ import annotations

from dataclasses import dataclass

import sqlalchemy as sa

from daurulang.database import Database
from daurulang.ledger.model import money_transfer
from daurulang.ledger.queries import credit_balance_rupiah
from daurulang.members.model import member
from daurulang.members.queries import member_by_number
from daurulang.members.words import format_member_number


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
