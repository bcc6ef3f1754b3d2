"""What members owe the centre, asked of the journal: nothing of it is stored but what was printed."""

from __future__ import annotations

from datetime import date

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from daurulang.ledger.model import SystemAccount, entry, money_transfer

_DEBT = int(SystemAccount.DEBT)
_SIGNED = sa.case((money_transfer.c.debit_account_id == _DEBT, money_transfer.c.rupiah), else_=-money_transfer.c.rupiah)
# The few transfers of the account are found first, by its two indexes.
_OF_DEBTS = (
    sa.select(entry.c.member_id, entry.c.day, _SIGNED.label("rupiah"))
    .select_from(money_transfer)
    .join(entry, entry.c.id == money_transfer.c.entry_id)
    .where(sa.or_(money_transfer.c.debit_account_id == _DEBT, money_transfer.c.credit_account_id == _DEBT))
    .subquery("of_debts")
)
_BY_MEMBER = sa.select(_OF_DEBTS.c.member_id, sa.func.sum(_OF_DEBTS.c.rupiah)).group_by(_OF_DEBTS.c.member_id)
_AT = sa.select(sa.func.coalesce(sa.func.sum(_OF_DEBTS.c.rupiah), 0)).where(_OF_DEBTS.c.day <= sa.bindparam("day"))
_OF_ONE_AT = _AT.where(_OF_DEBTS.c.member_id == sa.bindparam("member_id"))


def debts_by_member(connection: Connection) -> dict[int, int]:
    """The rupiah that each member owes, by id; only of those who owe something."""
    return {row[0]: int(row[1]) for row in connection.execute(_BY_MEMBER) if row[1]}


def debts_at(connection: Connection, day: date) -> int:
    """What all members together owed at the end of a day, in rupiah."""
    return int(connection.execute(_AT, {"day": day}).scalar_one())


def debt_at(connection: Connection, member_id: int, day: date) -> int:
    """What one member owed at the end of a day, in rupiah."""
    return int(connection.execute(_OF_ONE_AT, {"day": day, "member_id": member_id}).scalar_one())
