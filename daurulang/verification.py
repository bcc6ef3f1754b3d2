"""Recomputing the whole book: the chain of every counter, every sum, every balance; naming what is wrong and where.

One pass over the entries, side by side with their transfers and documents in the same order, so that a book of any
size is checked in constant memory, from one snapshot, beside the working counters.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from daurulang.database import Code, Database, Day
from daurulang.deposits import service as deposits
from daurulang.deposits.model import deposit, deposit_line
from daurulang.ledger.model import (
    AccountKind,
    EntryKind,
    Place,
    SystemAccount,
    account,
    counter,
    entry,
    mass_transfer,
    money_transfer,
)
from daurulang.ledger.service import (
    GENESIS_HASH,
    HASHED_COLUMNS,
    MASS_COLUMNS,
    MONEY_COLUMNS,
    digest,
    entry_hash,
    format_number,
)
from daurulang.materials.model import price
from daurulang.members.model import member
from daurulang.members.words import format_member_number
from daurulang.migrations.opening import missing_guards
from daurulang.payouts import service as payouts
from daurulang.payouts.model import payout
from daurulang.quantities import Unit, line_amount_rupiah
from daurulang.receipts.model import receipt_print

_BATCH = 2000
_NOBODY = 0  # an account that never is: of a member or counter that was taken away


class ProblemKind(StrEnum):
    """What can be wrong with a book."""

    FILE_DAMAGED = "file_damaged"
    GUARD_MISSING = "guard_missing"
    NUMBER_MISSING = "number_missing"
    CHAIN_BROKEN = "chain_broken"
    ENTRY_CHANGED = "entry_changed"
    HEADING_CHANGED = "heading_changed"
    NUMBER_DIFFERS = "number_differs"
    PRICE_CHANGED = "price_changed"
    TRANSFERS_MISSING = "transfers_missing"
    DOCUMENT_MISSING = "document_missing"
    DOCUMENT_CHANGED = "document_changed"
    DOCUMENT_WITHOUT_ENTRY = "document_without_entry"
    LINE_WRONG = "line_wrong"
    MONEY_DIFFERS = "money_differs"
    GOODS_DIFFER = "goods_differ"
    BALANCE_WRONG = "balance_wrong"
    BALANCE_NEGATIVE = "balance_negative"


@dataclass(frozen=True, slots=True)
class Problem:
    """`where` is a receipt's number, or the name of what is damaged."""

    kind: ProblemKind
    where: str


@dataclass(frozen=True, slots=True)
class Verification:
    """How many entries were recomputed and what is wrong with them; no problems means that the book is sound."""

    entries: int
    problems: tuple[Problem, ...]


def verify(db: Database, progress: Callable[[int, int], None] = lambda _done, _total: None) -> Verification:
    """Recompute everything; `progress(done, total)` is called now and then and may raise to stop."""
    with db.reading() as connection:
        check = _Check(connection)
        total = int(connection.scalar(sa.select(sa.func.count()).select_from(entry)) or 0)
        check.storage()
        done = 0
        for row in _stream(connection, entry, ("id", *HASHED_COLUMNS, "heading", "hash"), (entry.c.id,)):
            check.entry(row)
            done += 1
            if done % _BATCH == 0:
                progress(done, total)
        check.finish()
        progress(done, total)
    return Verification(done, tuple(check.problems))


_Row = Sequence[Any]


def _stream(
    connection: Connection, table: sa.Table, names: Sequence[str], order: Sequence[sa.ColumnElement[Any]]
) -> Iterator[_Row]:
    """Rows in order, in batches, days and codes as their stored text."""
    columns = [
        sa.type_coerce(table.c[name], sa.Text) if isinstance(table.c[name].type, (Day, Code)) else table.c[name]
        for name in names
    ]
    query = sa.select(*columns).order_by(*order).execution_options(yield_per=_BATCH)
    for part in connection.execute(query).partitions():
        yield from part


class _Side:
    """A stream of rows that begin with their entry's id, handed out entry by entry."""

    def __init__(self, connection: Connection, table: sa.Table, names: Sequence[str]) -> None:
        order = [table.c.entry_id] + ([table.c.position] if "position" in table.c else [])
        self._rows = _stream(connection, table, ("entry_id", *names), order)
        self._next = next(self._rows, None)
        self.orphans: list[int] = []

    def take(self, entry_id: int | None) -> list[_Row]:
        """The rows of one entry without its id; those of entries that do not exist become orphans."""
        taken: list[_Row] = []
        while self._next is not None and (entry_id is None or self._next[0] <= entry_id):
            if self._next[0] == entry_id:
                taken.append(self._next[1:])
            else:
                self.orphans.append(self._next[0])
            self._next = next(self._rows, None)
        return taken


@dataclass
class _Check:
    connection: Connection
    problems: list[Problem] = field(default_factory=list)

    def __post_init__(self) -> None:
        connection = self.connection
        self.money = _Side(connection, money_transfer, MONEY_COLUMNS)
        self.mass = _Side(connection, mass_transfer, MASS_COLUMNS)
        self.deposits = _Side(connection, deposit, deposits.HEAD_COLUMNS)
        self.lines = _Side(connection, deposit_line, deposits.LINE_COLUMNS)
        self.payouts = _Side(connection, payout, payouts.COLUMNS)
        self.codes = {row[0]: row[1] for row in connection.execute(sa.select(counter.c.id, counter.c.code))}
        self.cash = {row[0]: row[1] for row in connection.execute(sa.select(counter.c.id, counter.c.cash_account_id))}
        self.savings = {
            row[0]: row[1] for row in connection.execute(sa.select(member.c.id, member.c.savings_account_id))
        }
        self.numbers = {
            row[0]: format_member_number(row[1]) for row in connection.execute(sa.select(member.c.id, member.c.number))
        }
        self.prices = {
            row[0]: (row[1], row[2])
            for row in connection.execute(sa.select(price.c.id, price.c.material_id, price.c.rupiah))
        }
        owed = sa.select(account.c.id).where(account.c.kind == AccountKind.SAVINGS)
        self.balances = dict.fromkeys(connection.scalars(owed), 0)
        self.last: dict[int, tuple[int, str]] = {}

    def found(self, kind: ProblemKind, where: str) -> None:
        """Note a problem."""
        self.problems.append(Problem(kind, where))

    def storage(self) -> None:
        """The file's own structure and the guards in the database."""
        if self.connection.dialect.name == "sqlite":
            for (words,) in self.connection.exec_driver_sql("PRAGMA quick_check(10)"):
                if words != "ok":
                    self.found(ProblemKind.FILE_DAMAGED, words)
        for name in missing_guards(self.connection):
            self.found(ProblemKind.GUARD_MISSING, name)

    def entry(self, row: _Row) -> None:
        """One entry with everything that hangs on it."""
        entry_id, heading, stated_hash = row[0], row[-2], row[-1]
        hashed = row[1:-2]
        values = dict(zip(HASHED_COLUMNS, hashed, strict=True))
        number = format_number(self.codes.get(values["counter_id"], "?"), values["sequence"])
        self._chain(values, stated_hash, number)
        money, mass = self.money.take(entry_id), self.mass.take(entry_id)
        if len(money) != values["money_count"] or len(mass) != values["mass_count"]:
            self.found(ProblemKind.TRANSFERS_MISSING, number)
        if entry_hash(hashed, money, mass) != stated_hash:
            self.found(ProblemKind.ENTRY_CHANGED, number)
        self._heading(values, heading, number)
        self._balances(money, number)
        head, lines, paid = self.deposits.take(entry_id), self.lines.take(entry_id), self.payouts.take(entry_id)
        if values["kind"] == EntryKind.DEPOSIT and len(head) == 1 and not paid:
            self._deposit(values, head[0], lines, money, mass, number)
        elif values["kind"] == EntryKind.PAYOUT and len(paid) == 1 and not head:
            self._payout(values, paid[0], money, mass, number)
        else:
            self.found(ProblemKind.DOCUMENT_MISSING, number)

    def _chain(self, values: dict[str, Any], stated_hash: str, number: str) -> None:
        last_sequence, last_hash = self.last.get(values["counter_id"], (0, GENESIS_HASH))
        if values["sequence"] != last_sequence + 1:
            self.found(ProblemKind.NUMBER_MISSING, number)
        if values["previous_hash"] != last_hash:
            self.found(ProblemKind.CHAIN_BROKEN, number)
        self.last[values["counter_id"]] = (values["sequence"], stated_hash)

    def _heading(self, values: dict[str, Any], heading: str, number: str) -> None:
        """The names as printed, and that the counter's code and the member's number are still those on the paper."""
        if digest(heading) != values["heading_hash"]:
            self.found(ProblemKind.HEADING_CHANGED, number)
            return
        names = json.loads(heading)
        printed = (names.get("counter_code"), names.get("member_number"))
        if printed != (self.codes.get(values["counter_id"]), self.numbers.get(values["member_id"])):
            self.found(ProblemKind.NUMBER_DIFFERS, number)

    def _balances(self, money: list[_Row], number: str) -> None:
        for _position, debit, credit, rupiah in money:
            if credit in self.balances:
                self.balances[credit] += rupiah
            if debit in self.balances:
                self.balances[debit] -= rupiah
                if self.balances[debit] < 0:
                    self.found(ProblemKind.BALANCE_NEGATIVE, number)

    def _deposit(
        self,
        values: dict[str, Any],
        row: _Row,
        lines: list[_Row],
        money: list[_Row],
        mass: list[_Row],
        number: str,
    ) -> None:
        if deposits.document_hash(row, lines) != values["document_hash"]:
            self.found(ProblemKind.DOCUMENT_CHANGED, number)
        head = dict(zip(deposits.HEAD_COLUMNS, row, strict=True))
        weighed = [dict(zip(deposits.LINE_COLUMNS, line, strict=True)) for line in lines]
        for line in weighed:
            paid_at = (line["material_id"], line["price_rupiah"])
            if line["price_id"] is not None and self.prices.get(line["price_id"]) != paid_at:
                self.found(ProblemKind.PRICE_CHANGED, number)
            if line["unit"] not in set(Unit):
                self.found(ProblemKind.LINE_WRONG, number)
                continue
            amount = line_amount_rupiah(line["net"], Unit(line["unit"]), line["price_rupiah"])
            if amount != line["amount_rupiah"] or line["net"] != line["gross"] - line["tare"] - line["deduction"]:
                self.found(ProblemKind.LINE_WRONG, number)
        savings_account = self.savings.get(head["member_id"], _NOBODY)
        paid = [
            (savings_account, head["savings_rupiah"]),
            (self.cash.get(values["counter_id"], _NOBODY), head["cash_rupiah"]),
        ]
        expected = [(SystemAccount.INVENTORY, to, rupiah) for to, rupiah in paid if rupiah]
        total = sum(line["amount_rupiah"] for line in weighed)
        if [tuple(each[1:]) for each in money] != expected or total != sum(rupiah for _, rupiah in paid):
            self.found(ProblemKind.MONEY_DIFFERS, number)
        if [tuple(each[1:]) for each in mass] != [_moved(line) for line in weighed]:
            self.found(ProblemKind.GOODS_DIFFER, number)
        self._frozen_balance(savings_account, head["balance_after_rupiah"], number)

    def _payout(self, values: dict[str, Any], row: _Row, money: list[_Row], mass: list[_Row], number: str) -> None:
        if payouts.document_hash(row) != values["document_hash"]:
            self.found(ProblemKind.DOCUMENT_CHANGED, number)
        head = dict(zip(payouts.COLUMNS, row, strict=True))
        savings_account = self.savings.get(head["member_id"], _NOBODY)
        paid_from = self.cash.get(values["counter_id"], _NOBODY) if head["method"] == "cash" else SystemAccount.BANK
        if [tuple(each[1:]) for each in money] != [(savings_account, paid_from, head["rupiah"])]:
            self.found(ProblemKind.MONEY_DIFFERS, number)
        if mass:
            self.found(ProblemKind.GOODS_DIFFER, number)
        self._frozen_balance(savings_account, head["balance_after_rupiah"], number)

    def _frozen_balance(self, savings_account: int, stated_rupiah: int, number: str) -> None:
        if self.balances.get(savings_account) != stated_rupiah:
            self.found(ProblemKind.BALANCE_WRONG, number)

    def finish(self) -> None:
        """What is left over belongs to no entry."""
        for name in ("money", "mass", "deposits", "lines", "payouts"):
            side: _Side = getattr(self, name)
            side.take(None)
            for entry_id in dict.fromkeys(side.orphans):
                self.found(ProblemKind.DOCUMENT_WITHOUT_ENTRY, f"{name} {entry_id}")
        # Of a counter's last entry that was taken away whole, the chain knows nothing; the paper handed out does.
        handed_out = (
            sa.select(receipt_print.c.entry_id).distinct().outerjoin(entry, entry.c.id == receipt_print.c.entry_id)
        )
        for entry_id in self.connection.scalars(handed_out.where(entry.c.id.is_(None))):
            self.found(ProblemKind.DOCUMENT_WITHOUT_ENTRY, f"receipt {entry_id}")


def _moved(line: dict[str, Any]) -> tuple[int, ...]:
    """The mass transfer that a line of a deposit makes."""
    return (
        Place.RESIDENTS,
        line["material_id"],
        Place.WAREHOUSE,
        line["material_id"],
        line["grams"],
        line["net"] if line["unit"] == Unit.PIECE else 0,
        line["net"] if line["unit"] == Unit.LITRE else 0,
    )
