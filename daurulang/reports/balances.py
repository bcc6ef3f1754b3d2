"""What the centre owes its members."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from daurulang.corrections.model import reversal
from daurulang.database import Database
from daurulang.debts.model import debt_repayment
from daurulang.debts.queries import debts_by_member
from daurulang.deposits.model import deposit
from daurulang.ledger.model import AccountKind, EntryKind, account, entry, money_transfer
from daurulang.ledger.queries import credit_balance_rupiah, debt_rupiah
from daurulang.members.model import member
from daurulang.members.queries import member_by_number
from daurulang.members.words import format_member_number
from daurulang.openings.model import opening_balance
from daurulang.payouts.model import payout
from daurulang.periods import Period
from daurulang.reports.debts import REPAID_FROM_SAVINGS


@dataclass(frozen=True, slots=True)
class Balance:
    """A member's savings in rupiah, and what the member owes the centre, which is not taken off them."""

    number: str
    name: str
    rupiah: int
    debt_rupiah: int = 0


def balance_of(db: Database, member_number: str) -> Balance:
    """One member's balance; raises `UnknownMember`."""
    with db.reading() as connection:
        found = member_by_number(connection, member_number)
        saved = credit_balance_rupiah(connection, found.savings_account_id)
        return Balance(found.number_text, found.name, saved, debt_rupiah(connection, found.id))


def balances(db: Database) -> tuple[Balance, ...]:
    """Every member's balance, by number: two passes over the covering indexes and the few debts, no loop of queries."""
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
        sa.select(
            member.c.number,
            member.c.name,
            sa.func.coalesce(credit.c.sum, 0) - sa.func.coalesce(debit.c.sum, 0),
            member.c.id,
        )
        .outerjoin(credit, credit.c.id == member.c.savings_account_id)
        .outerjoin(debit, debit.c.id == member.c.savings_account_id)
        .order_by(member.c.number)
    )
    with db.reading() as connection:
        debts = debts_by_member(connection)
        return tuple(
            Balance(format_member_number(row[0]), row[1], int(row[2]), debts.get(row[3], 0))
            for row in connection.execute(query)
        )


# Whatever is in the savings came from the other accounts, of which there are few: what these gave less what they took,
# read from the covering indexes without asking of each transfer whose it is.
_OTHERS = sa.select(account.c.id).where(account.c.kind != AccountKind.SAVINGS)


def _turnover(column: sa.Column[int]) -> sa.ScalarSelect[int]:
    total = sa.func.coalesce(sa.func.sum(money_transfer.c.rupiah), 0)
    return sa.select(total).where(column.in_(_OTHERS)).scalar_subquery()


_ALL_NOW = sa.select(_turnover(money_transfer.c.debit_account_id) - _turnover(money_transfer.c.credit_account_id))
_AFTER: sa.BindParameter[date] = sa.bindparam("after")
_UNTIL: sa.BindParameter[date] = sa.bindparam("until")


def _moved(table: sa.Table, rupiah: sa.ColumnElement[int], kind: EntryKind) -> tuple[sa.ScalarSelect[int], ...]:
    """What the documents of some days put into the savings, and what the reversals of those days took back of them."""
    total = sa.func.coalesce(sa.func.sum(rupiah), 0)
    own = sa.select(total).select_from(sa.join(entry, table, table.c.entry_id == entry.c.id))
    back = sa.select(total).select_from(
        sa.join(reversal, entry, entry.c.id == reversal.c.entry_id).join(
            table, table.c.entry_id == reversal.c.original_id
        )
    )
    days = sa.and_(entry.c.day > _AFTER, entry.c.day <= _UNTIL)
    return own.where(entry.c.kind == kind, days).scalar_subquery(), back.where(days).scalar_subquery()


_MOVEMENTS = (
    *_moved(deposit, deposit.c.savings_rupiah, EntryKind.DEPOSIT),
    *_moved(
        opening_balance,
        opening_balance.c.balance_after_rupiah - opening_balance.c.balance_before_rupiah,
        EntryKind.OPENING_BALANCE,
    ),
    *_moved(payout, -payout.c.rupiah, EntryKind.PAYOUT),
    *_moved(debt_repayment, -REPAID_FROM_SAVINGS, EntryKind.DEBT_REPAYMENT),
)
_BECAME_DEBTS = (
    sa.select(sa.func.coalesce(sa.func.sum(reversal.c.debt_rupiah), 0))
    .select_from(sa.join(reversal, entry, entry.c.id == reversal.c.entry_id))
    .where(entry.c.day > _AFTER, entry.c.day <= _UNTIL)
    .scalar_subquery()
)
_BETWEEN = sa.select(*_MOVEMENTS, _BECAME_DEBTS)


class BalancesByDay:
    """The sum of all savings at the end of days, carried from a day that is known to the one that is asked for.

    Without a day to begin with it is what stands in the journal now, less what came after the day.
    """

    def __init__(self, connection: Connection, known: Mapping[date, int]) -> None:
        self._connection = connection
        self._known = dict(known)

    def at(self, day: date) -> int:
        """The sum at the end of a day, in rupiah."""
        if not self._known:
            self._known[date.max] = int(self._connection.execute(_ALL_NOW).scalar_one())
        if day not in self._known:
            nearest = min(self._known, key=lambda known: abs(known - day))
            between = self._between(min(day, nearest), max(day, nearest))
            self._known[day] = self._known[nearest] + (between if nearest < day else -between)
        return self._known[day]

    def note(self, day: date, rupiah: int) -> None:
        """A sum that was found another way."""
        self._known[day] = rupiah

    def note_moved(self, period: Period, rupiah: int) -> None:
        """How much all savings grew in a period; tells one end of it from the other."""
        if period.day_before in self._known:
            self._known.setdefault(period.last, self._known[period.day_before] + rupiah)
        else:
            self._known[period.day_before] = self.at(period.last) - rupiah

    def _between(self, after: date, until: date) -> int:
        (row,) = self._connection.execute(_BETWEEN, {"after": after, "until": until})
        *moved, became_debts = map(int, row)
        return sum(moved[::2]) - sum(moved[1::2]) + became_debts
