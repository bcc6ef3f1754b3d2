"""The centre's own accounts: profit and loss of a period, the balance sheet (neraca) of a day.

A transfer has two sides with one amount, so the balance sheet balances by construction; what is told here is which side
of it an account stands on.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from daurulang.buyers.model import buyer
from daurulang.database import Database
from daurulang.expenses.model import expense_category
from daurulang.ledger.model import AccountKind, EntryKind, account, counter, entry, money_transfer
from daurulang.periods import Period
from daurulang.reports.blocks import Block


@dataclass(frozen=True, slots=True)
class Named:
    """An amount in rupiah under a name: a category, a buyer, a counter."""

    name: str
    rupiah: int


@dataclass(frozen=True, slots=True)
class ProfitAndLoss:
    """A period in rupiah. `stock_difference_rupiah` is what counts, batches without output and the landfill took (below
    zero: gave); `cash_difference_rupiah` what counts of the boxes found too little.
    """

    period: Period
    sales_rupiah: int
    cost_of_goods_rupiah: int
    stock_difference_rupiah: int
    cash_difference_rupiah: int
    expenses: tuple[Named, ...]

    @property
    def margin_rupiah(self) -> int:
        """What was left of the sales after what the goods had cost."""
        return self.sales_rupiah - self.cost_of_goods_rupiah

    @property
    def expenses_rupiah(self) -> int:
        """All categories together."""
        return sum(each.rupiah for each in self.expenses)

    @property
    def surplus_rupiah(self) -> int:
        """What is left in the end; below zero a deficit."""
        differences = self.stock_difference_rupiah + self.cash_difference_rupiah
        return self.margin_rupiah - differences - self.expenses_rupiah


@dataclass(frozen=True, slots=True)
class BalanceSheet:
    """The end of a day in rupiah. `result_rupiah` is the sum of all profits and losses until then; `opening_rupiah`
    what was taken over from before this book.
    """

    day: date
    boxes: tuple[Named, ...]
    bank_rupiah: int
    inventory_rupiah: int
    receivables: tuple[Named, ...]
    debts_rupiah: int
    savings_rupiah: int
    owner_rupiah: int
    opening_rupiah: int
    result_rupiah: int

    @property
    def assets_rupiah(self) -> int:
        """What the centre has and what others owe it."""
        own = self.bank_rupiah + self.inventory_rupiah + self.debts_rupiah
        return own + sum(each.rupiah for each in (*self.boxes, *self.receivables))

    @property
    def liabilities_and_equity_rupiah(self) -> int:
        """What the centre owes its members, and what is its own."""
        return self.savings_rupiah + self.owner_rupiah + self.opening_rupiah + self.result_rupiah


def profit_and_loss(db: Database, period: Period) -> ProfitAndLoss:
    """The accounts of a period, from one snapshot."""
    with db.reading() as connection:
        return profit_of(connection, period)


def profit_of(connection: Connection, period: Period) -> ProfitAndLoss:
    """The same within a snapshot that somebody else holds."""
    return profit_from(connection, period, result_of(connection, period))


def result_of(connection: Connection, period: Period) -> Block:
    """What moved on the centre's accounts in a period, debits less credits, by kind and account; deposits and payouts
    left out.
    """
    moved = _accounts(connection, _MOVED_IN, {"first": period.first, "last": period.last})
    return {f"{kind} {id_}": (rupiah,) for (kind, id_), rupiah in moved.items()}


def profit_from(connection: Connection, period: Period, result: Block) -> ProfitAndLoss:
    """The accounts of a period from what moved in it."""
    moved: dict[_Key, int] = {}
    for key, (rupiah,) in result.items():
        kind, id_ = key.split()
        moved[(AccountKind(kind), int(id_))] = rupiah
    kinds = _by_kind(moved)
    names = dict(_rows(connection, sa.select(expense_category.c.account_id, expense_category.c.name)))
    return ProfitAndLoss(
        period,
        -kinds.get(AccountKind.SALES, 0),
        kinds.get(AccountKind.COST_OF_GOODS, 0),
        kinds.get(AccountKind.STOCK_DIFFERENCE, 0),
        kinds.get(AccountKind.CASH_DIFFERENCE, 0),
        _named(moved, names),
    )


def balance_sheet(db: Database, day: date) -> BalanceSheet:
    """What stands on all accounts at the end of a day, from one snapshot."""
    with db.reading() as connection:
        return sheet_of(connection, day)


def sheet_of(connection: Connection, day: date) -> BalanceSheet:
    """The same within a snapshot that somebody else holds: what stands there now, less what came on later days."""
    standing = dict(_accounts(connection, _ALL, {}))
    for key, rupiah in _accounts(connection, _MOVED_AFTER, {"day": day}).items():
        standing[key] = standing.get(key, 0) - rupiah
    kinds = _by_kind(standing)
    boxes = dict(_rows(connection, sa.select(counter.c.cash_account_id, counter.c.name)))
    owing = dict(_rows(connection, sa.select(buyer.c.receivable_account_id, buyer.c.name)))
    return BalanceSheet(
        day,
        _named(standing, boxes),
        kinds.get(AccountKind.BANK, 0),
        kinds.get(AccountKind.INVENTORY, 0),
        _named(standing, owing),
        kinds.get(AccountKind.DEBT, 0),
        -kinds.get(AccountKind.SAVINGS, 0),
        -kinds.get(AccountKind.OWNER, 0),
        -kinds.get(AccountKind.OPENING, 0),
        -sum(kinds.get(kind, 0) for kind in _OF_THE_RESULT),
    )


def standing_of(connection: Connection, kinds: Collection[AccountKind], day: date) -> dict[AccountKind, int]:
    """What stands on the accounts of some kinds at the end of a day, debits less credits: read from their part of the
    indexes, so that what savings do costs nothing.
    """
    found: dict[AccountKind, int] = {}
    for kind, rupiah in connection.execute(_STANDING_OF, {"kinds": [each.value for each in kinds]}):
        found[kind] = found.get(kind, 0) + int(rupiah)
    for kind, rupiah in _moved(connection, _LATER_OF, kinds, {"day": day}):
        found[kind] = found.get(kind, 0) - rupiah
    return found


def standing_since(
    connection: Connection, kinds: Collection[AccountKind], then: Mapping[AccountKind, int], day: date, until: date
) -> dict[AccountKind, int]:
    """The same at the end of `until`, from what stood there at the end of an earlier `day`; the question grows with the
    days between, not with the journal.
    """
    found = dict(then)
    for kind, rupiah in _moved(connection, _BETWEEN_OF, kinds, {"day": day, "until": until}):
        found[kind] = found.get(kind, 0) + rupiah
    return found


def _moved(
    connection: Connection, query: sa.Select[Any], kinds: Collection[AccountKind], days: Mapping[str, date]
) -> Iterator[tuple[AccountKind, int]]:
    """What transfers put on accounts of some kinds and, below zero, took off them; each is read once."""
    for debit, credit, rupiah in connection.execute(query, {"kinds": [each.value for each in kinds], **days}):
        yield from ((kind, sign * int(rupiah)) for kind, sign in ((debit, 1), (credit, -1)) if kind in kinds)


_KINDS: sa.BindParameter[list[str]] = sa.bindparam("kinds", expanding=True)


def _of_kinds(column: sa.Column[int], sign: int) -> sa.Select[Any]:
    """One side of the accounts of some kinds: from the few accounts to their transfers, never the other way round."""
    moved = sa.select(sa.func.coalesce(sa.func.sum(money_transfer.c.rupiah), 0)).where(column == account.c.id)
    rupiah = moved.correlate(account).scalar_subquery()
    return sa.select(account.c.kind, (sign * rupiah).label("rupiah")).where(account.c.kind.in_(_KINDS))


def _of_kinds_on(days: sa.ColumnElement[bool]) -> sa.Select[Any]:
    """What was moved on some days between kinds of accounts, from their entries to the transfers."""
    debit, credit = account.alias("debit"), account.alias("credit")
    return (
        sa.select(debit.c.kind, credit.c.kind, sa.func.sum(money_transfer.c.rupiah))
        .join(debit, debit.c.id == _DEBIT)
        .join(credit, credit.c.id == _CREDIT)
        .where(money_transfer.c.entry_id.in_(sa.select(entry.c.id).where(days)))
        .where(sa.or_(debit.c.kind.in_(_KINDS), credit.c.kind.in_(_KINDS)))
        .group_by(debit.c.kind, credit.c.kind)
    )


_DEBIT, _CREDIT = money_transfer.c.debit_account_id, money_transfer.c.credit_account_id
_STANDING_OF = sa.union_all(_of_kinds(_DEBIT, 1), _of_kinds(_CREDIT, -1))
_LATER = entry.c.day > sa.bindparam("day")
_LATER_OF = _of_kinds_on(_LATER)
_BETWEEN_OF = _of_kinds_on(sa.and_(_LATER, entry.c.day <= sa.bindparam("until")))


_OF_THE_RESULT = (
    *(AccountKind.SALES, AccountKind.COST_OF_GOODS, AccountKind.STOCK_DIFFERENCE, AccountKind.CASH_DIFFERENCE),
    AccountKind.EXPENSE,
)
_Key = tuple[AccountKind, int]


def _sums(column: sa.Column[int], sign: int, *only: sa.ColumnElement[bool]) -> sa.Select[Any]:
    """Rupiah by account; all savings together, since there are as many accounts as members."""
    one = sa.case((account.c.kind == AccountKind.SAVINGS, 0), else_=account.c.id)
    transfers = sa.select(column.label("id"), sa.func.sum(money_transfer.c.rupiah).label("rupiah"))
    if only:
        transfers = transfers.join(entry, entry.c.id == money_transfer.c.entry_id).where(*only)
    moved = transfers.group_by(column).subquery()
    return (
        sa.select(account.c.kind, one, sign * sa.func.sum(moved.c.rupiah))
        .join(moved, moved.c.id == account.c.id)
        .group_by(account.c.kind, one)
    )


def _both(*only: sa.ColumnElement[bool]) -> tuple[sa.Select[Any], sa.Select[Any]]:
    """Debits, then credits below zero."""
    return _sums(money_transfer.c.debit_account_id, 1, *only), _sums(money_transfer.c.credit_account_id, -1, *only)


_ALL = _both()
_MOVED_AFTER = _both(entry.c.day > sa.bindparam("day"))
# Deposits and payouts are nearly all there is, and bring neither profit nor loss.
_AT_THE_COUNTER: list[sa.ColumnElement[str]] = [
    sa.literal_column(f"'{kind.value}'") for kind in (EntryKind.DEPOSIT, EntryKind.PAYOUT)
]
_MOVED_IN = _both(
    entry.c.day.between(sa.bindparam("first"), sa.bindparam("last")), entry.c.kind.not_in(_AT_THE_COUNTER)
)


def _accounts(
    connection: Connection, sides: tuple[sa.Select[Any], sa.Select[Any]], values: Mapping[str, object]
) -> dict[_Key, int]:
    """Debits less credits by kind and account."""
    found: dict[_Key, int] = {}
    for side in sides:
        for kind, id_, rupiah in connection.execute(side, dict(values)):
            found[(kind, id_)] = found.get((kind, id_), 0) + int(rupiah)
    return found


def _by_kind(accounts: Mapping[_Key, int]) -> dict[AccountKind, int]:
    found: dict[AccountKind, int] = {}
    for (kind, _), rupiah in accounts.items():
        found[kind] = found.get(kind, 0) + rupiah
    return found


def _named(accounts: Mapping[_Key, int], names: Mapping[int, str]) -> tuple[Named, ...]:
    """The amounts of accounts that have a name, without those of nothing, by name."""
    found = [Named(names[id_], rupiah) for (_, id_), rupiah in accounts.items() if rupiah and id_ in names]
    return tuple(sorted(found, key=lambda each: each.name.casefold()))


def _rows(connection: Connection, query: sa.Select[Any]) -> list[tuple[int, str]]:
    return [(int(row[0]), str(row[1])) for row in connection.execute(query)]
