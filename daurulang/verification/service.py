"""Recomputing the whole book: the chain of every counter, every sum, every balance; naming what is wrong and where.

One pass over the entries, side by side with their transfers and documents in the same order, so that a book of any
size is checked in constant memory, from one snapshot, beside the working counters.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from daurulang.corrections import service as corrections
from daurulang.corrections.model import reversal
from daurulang.database import Database, Flag
from daurulang.deposits import service as deposits
from daurulang.deposits.model import deposit, deposit_line
from daurulang.handwritten_slips import service as slips
from daurulang.handwritten_slips.model import handwritten_slip
from daurulang.ledger.model import (
    CLOSING_KINDS,
    AccountKind,
    EntryKind,
    account,
    counter,
    entry,
    imported_entry,
    mass_transfer,
    money_transfer,
)
from daurulang.ledger.service import (
    GENESIS_HASH,
    HASHED_COLUMNS,
    IMPORT_COLUMNS,
    MASS_COLUMNS,
    MONEY_COLUMNS,
    digest,
    entry_hash,
    format_number,
)
from daurulang.members.model import member
from daurulang.members.words import format_member_number
from daurulang.migrations.opening import missing_guards
from daurulang.openings import service as openings
from daurulang.openings.model import opening_balance
from daurulang.payouts import service as payouts
from daurulang.payouts.model import payout
from daurulang.receipts.model import receipt_print
from daurulang.verification.anchors import all_losses
from daurulang.verification.cash import CASH_KINDS, CashCheck
from daurulang.verification.closings import ClosingsCheck
from daurulang.verification.debts import DebtsCheck
from daurulang.verification.documents import Beside, DocumentsCheck
from daurulang.verification.gaps import GapsCheck
from daurulang.verification.problems import ChainHead, Problem, ProblemKind, Verification
from daurulang.verification.replaced import odd_replacements, replacing_keys
from daurulang.verification.stock import StockCheck
from daurulang.verification.streams import BATCH, Row, Side, side_of, stream, turned_round


def verify(db: Database, progress: Callable[[int, int], None] = lambda _done, _total: None) -> Verification:
    """Recompute everything; `progress(done, total)` is called now and then and may raise to stop."""
    with db.reading() as connection:
        check = _Check(connection)
        total = int(connection.scalar(sa.select(sa.func.count()).select_from(entry)) or 0)
        check.storage()
        done = 0
        for row in stream(connection, entry, ("id", *HASHED_COLUMNS, "heading", "hash"), (entry.c.id,)):
            check.entry(row)
            done += 1
            if done % BATCH == 0:
                progress(done, total)
        check.finish()
        for loss in all_losses(db, connection):
            check.found(ProblemKind.ENTRIES_LOST, " – ".join(dict.fromkeys(loss.numbers)))
        progress(done, total)
    heads = [ChainHead(check.codes.get(id_, "?"), *last) for id_, last in check.last.items()]
    told = tuple(sorted(heads, key=lambda head: head.counter))
    return Verification(done, tuple(check.problems), told, tuple(check.gaps.passed))


# The transfers of a reversal are those of its original with the two sides changed over.
_MONEY_TURNED = ("position", "credit_account_id", "debit_account_id", "rupiah")
_MASS_TURNED = ("position", *MASS_COLUMNS[3:5], *MASS_COLUMNS[1:3], *MASS_COLUMNS[5:])


@dataclass
class _Check:
    connection: Connection
    problems: list[Problem] = field(default_factory=list)

    def __post_init__(self) -> None:
        connection = self.connection
        self.money = side_of(connection, money_transfer, MONEY_COLUMNS)
        self.mass = side_of(connection, mass_transfer, MASS_COLUMNS)
        self.deposits = side_of(connection, deposit, deposits.HEAD_COLUMNS)
        self.lines = side_of(connection, deposit_line, deposits.LINE_COLUMNS)
        self.payouts = side_of(connection, payout, payouts.COLUMNS)
        self.openings = side_of(connection, opening_balance, openings.COLUMNS)
        self.reversals = side_of(connection, reversal, (*corrections.COLUMNS, "debt_rupiah"))
        self.imports = side_of(connection, imported_entry, IMPORT_COLUMNS)
        self.slips = side_of(connection, handwritten_slip, slips.COLUMNS)
        self.turned_money = Side(turned_round(connection, money_transfer, _MONEY_TURNED))
        self.turned_mass = Side(turned_round(connection, mass_transfer, _MASS_TURNED))
        self.replaced_by = Side(replacing_keys(connection))
        self.codes = {row[0]: row[1] for row in connection.execute(sa.select(counter.c.id, counter.c.code))}
        self.cash = {row[0]: row[1] for row in connection.execute(sa.select(counter.c.id, counter.c.cash_account_id))}
        self.gaps = GapsCheck(connection, self.codes, self.found)
        self.boxes = CashCheck(connection, self.cash, self.found)
        self.stock = StockCheck(connection, self.found)
        worked_at = sa.select(counter.c.id).where(counter.c.archive == sa.literal(0, Flag))
        codes = {id_: self.codes[id_] for id_ in connection.scalars(worked_at)}
        self.closings = ClosingsCheck(connection, self.cash, codes, self.found)
        self.savings = {
            row[0]: row[1] for row in connection.execute(sa.select(member.c.id, member.c.savings_account_id))
        }
        self.debts = DebtsCheck(connection, self.savings, self.cash, self.found)
        self.numbers = {
            row[0]: format_member_number(row[1]) for row in connection.execute(sa.select(member.c.id, member.c.number))
        }
        owed = sa.select(account.c.id).where(account.c.kind == AccountKind.SAVINGS)
        self.balances = dict.fromkeys(connection.scalars(owed), 0)
        self.documents = DocumentsCheck(connection, self.savings, self.cash, self.balances, self.found)
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

    def entry(self, row: Row) -> None:
        """One entry with everything that hangs on it."""
        entry_id, heading, stated_hash = row[0], row[-2], row[-1]
        hashed = row[1:-2]
        values = dict(zip(HASHED_COLUMNS, hashed, strict=True))
        number = format_number(self.codes.get(values["counter_id"], "?"), values["sequence"])
        closings, last = self.closings.take(entry_id), dict(self.last)
        self._chain(values, stated_hash, number)
        money, mass = self.money.take(entry_id), self.mass.take(entry_id)
        if len(money) != values["money_count"] or len(mass) != values["mass_count"]:
            self.found(ProblemKind.TRANSFERS_MISSING, number)
        if entry_hash(hashed, money, mass) != stated_hash:
            self.found(ProblemKind.ENTRY_CHANGED, number)
        self._heading(values, heading, number)
        self._balances(money, number)
        self.debts.move(values, money, number)
        found = {
            EntryKind.DEPOSIT: self.deposits.take(entry_id),
            EntryKind.PAYOUT: self.payouts.take(entry_id),
            EntryKind.OPENING_BALANCE: self.openings.take(entry_id),
            EntryKind.REVERSAL: self.reversals.take(entry_id),
            **self.boxes.take(entry_id),
            EntryKind.STOCKTAKE: self.stock.heads.take(entry_id),
            EntryKind.DEBT_REPAYMENT: self.debts.repayments.take(entry_id),
        }
        beside = Beside(
            lines=self.lines.take(entry_id),
            counted=self.stock.lines.take(entry_id),
            imported=self.imports.take(entry_id),
            slips=self.slips.take(entry_id),
            turned=(self.turned_money.take(entry_id), self.turned_mass.take(entry_id)),
            replaced_by="".join(row[0] for row in self.replaced_by.take(entry_id)),
        )
        if not beside.belongs_to(values["kind"]):
            self.found(ProblemKind.DOCUMENT_CHANGED, number)
        documents = [(kind, row) for kind, rows in found.items() for row in rows]
        if closings or values["kind"] in CLOSING_KINDS:
            self._closing(entry_id, values, [*closings, *documents], (money, mass), last, number)
        else:
            self._document(entry_id, values, documents, beside, (money, mass), number)
        self.boxes.move(values, money, number)
        self.stock.move(mass)
        owed = sum(row[-1] for row in found[EntryKind.REVERSAL])
        self.closings.move(values, money, mass, owed, (number, stated_hash))

    def _closing(
        self,
        entry_id: int,
        values: dict[str, Any],
        documents: list[tuple[EntryKind, Row]],
        transfers: tuple[list[Row], list[Row]],
        last: dict[int, tuple[int, str]],
        number: str,
    ) -> None:
        if [kind for kind, _ in documents] != [values["kind"]]:
            self.found(ProblemKind.DOCUMENT_MISSING, number)
            return
        heads = {format_number(self.codes.get(id_, "?"), sequence): head for id_, (sequence, head) in last.items()}
        self.closings.check(entry_id, values, documents[0][1], transfers, heads, number)

    def _document(
        self,
        entry_id: int,
        values: dict[str, Any],
        documents: list[tuple[EntryKind, Row]],
        beside: Beside,
        transfers: tuple[list[Row], list[Row]],
        number: str,
    ) -> None:
        match documents:
            case [(EntryKind.DEPOSIT, row)] if values["kind"] == EntryKind.DEPOSIT:
                self.documents.deposit(values, row, beside, transfers, number)
            case [(EntryKind.PAYOUT, row)] if values["kind"] == EntryKind.PAYOUT:
                self.documents.payout(values, row, beside.slip, transfers, number)
            case [(EntryKind.OPENING_BALANCE, row)] if values["kind"] == EntryKind.OPENING_BALANCE:
                self.documents.opening(values, row, beside.imported, transfers, number)
            case [(EntryKind.REVERSAL, row)] if values["kind"] == EntryKind.REVERSAL:
                self.documents.reversal(values, row, transfers, beside, number)
            case [(kind, row)] if values["kind"] == kind and kind in CASH_KINDS:
                self.boxes.check(entry_id, values, row, transfers, number)
            case [(EntryKind.STOCKTAKE, row)] if values["kind"] == EntryKind.STOCKTAKE:
                self.stock.check(values, row, beside.counted, transfers, number)
            case [(EntryKind.DEBT_REPAYMENT, row)] if values["kind"] == EntryKind.DEBT_REPAYMENT:
                self.documents.frozen_balance(*self.debts.check(values, row, transfers, number), number)
            case _:
                self.found(ProblemKind.DOCUMENT_MISSING, number)

    def _chain(self, values: dict[str, Any], stated_hash: str, number: str) -> None:
        last = self.last.get(values["counter_id"], (0, GENESIS_HASH))
        last_sequence, last_hash = self.gaps.passing(values["counter_id"], last, values["sequence"])
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
        if printed != (self.codes.get(values["counter_id"]), self.numbers.get(values["member_id"], "")):
            self.found(ProblemKind.NUMBER_DIFFERS, number)

    def _balances(self, money: list[Row], number: str) -> None:
        for _position, debit, credit, rupiah in money:
            if credit in self.balances:
                self.balances[credit] += rupiah
            if debit in self.balances:
                self.balances[debit] -= rupiah
                if self.balances[debit] < 0:
                    self.found(ProblemKind.BALANCE_NEGATIVE, number)

    def finish(self) -> None:
        """What is left over belongs to no entry."""
        for entry_id in odd_replacements(self.connection):
            self.found(ProblemKind.REPLACEMENT_DIFFERS, f"replacement {entry_id}")
        own = ("money", "mass", "deposits", "lines", "payouts", "openings", "reversals", "imports", "slips")
        sides: dict[str, Side] = {name: getattr(self, name) for name in own}
        sides |= self.boxes.sides | self.stock.sides | {"debt_repayment": self.debts.repayments}
        for name, side in sides.items():
            side.take(None)
            for entry_id in dict.fromkeys(side.orphans):
                self.found(ProblemKind.DOCUMENT_WITHOUT_ENTRY, f"{name} {entry_id}")
        self.gaps.finish(self.last)
        self.closings.finish()
        # Of a counter's last entry that was taken away whole, the chain knows nothing; the paper handed out does.
        handed_out = (
            sa.select(receipt_print.c.entry_id).distinct().outerjoin(entry, entry.c.id == receipt_print.c.entry_id)
        )
        for entry_id in self.connection.scalars(handed_out.where(entry.c.id.is_(None))):
            self.found(ProblemKind.DOCUMENT_WITHOUT_ENTRY, f"receipt {entry_id}")
