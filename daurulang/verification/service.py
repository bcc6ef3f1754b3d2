"""Recomputing the whole book: the chain of every counter, every sum, every balance; naming what is wrong and where.

One pass over the entries, side by side with their transfers and documents in the same order, so that a book of any
size is checked in constant memory, from one snapshot, beside the working counters.
"""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace

import msgspec
import sqlalchemy as sa
from sqlalchemy.engine import Connection

from daurulang.corrections import service as corrections
from daurulang.database import Database
from daurulang.ledger.model import EntryKind, counter, entry, mass_transfer, money_transfer
from daurulang.ledger.service import (
    GENESIS_HASH,
    GRADE_COLUMNS,
    MASS_COLUMNS,
    MONEY_COLUMNS,
    digest,
    entry_hash,
    format_number,
)
from daurulang.members.model import member
from daurulang.members.words import format_member_number
from daurulang.migrations.opening import missing_guards
from daurulang.verification.anchors import all_losses
from daurulang.verification.cash import CashCheck
from daurulang.verification.closings import ClosingsCheck
from daurulang.verification.debts import DebtsCheck
from daurulang.verification.documents import DocumentsCheck
from daurulang.verification.gaps import GapsCheck
from daurulang.verification.plant import PlantCheck
from daurulang.verification.pools import Pools
from daurulang.verification.problems import ChainHead, Problem, ProblemKind, Verification
from daurulang.verification.receipts import receipts_found
from daurulang.verification.replaced import odd_replacements
from daurulang.verification.stock import StockCheck
from daurulang.verification.streams import Checks, EntryRow, Side, Streams, read_once

_TELL_EVERY = 2000
_HASHED_OF_MASS = len(MASS_COLUMNS)
_ORIGINAL = corrections.COLUMNS.index("original_id")
_STUMBLES = (TypeError, ValueError, LookupError, ArithmeticError, AttributeError, msgspec.MsgspecError)


def verify(db: Database, progress: Callable[[int, int], None] = lambda _done, _total: None) -> Verification:
    """Recompute everything; `progress(done, total)` is called now and then and may raise to stop.

    A damaged file may hold what no column allows. Then the damage alone is told, since all else stumbles over that.
    """
    with ThreadPoolExecutor(1) as beside:
        damage = beside.submit(_damage, db)  # SQLite looks through its file while Python looks at the rows
        try:
            found = _recomputed(db, progress)
        except _STUMBLES:
            if not damage.result():
                raise
            found = Verification(0, ())
        told = (Problem(ProblemKind.FILE_DAMAGED, words) for words in damage.result())
        return replace(found, problems=(*told, *found.problems))


def _recomputed(db: Database, progress: Callable[[int, int], None]) -> Verification:
    with db.reading() as connection, read_once(connection), Streams(connection) as streams:
        check = _Check(connection, streams)
        total = int(connection.scalar(sa.select(sa.func.count()).select_from(entry)) or 0)
        done = 0
        for done, row in enumerate(streams.entries(), 1):
            check.entry(row)
            if done % _TELL_EVERY == 0:
                progress(done, total)
        check.finish()
        for name in missing_guards(connection):
            check.found(ProblemKind.GUARD_MISSING, name)
        for loss in all_losses(db, connection):
            check.found(ProblemKind.ENTRIES_LOST, " – ".join(dict.fromkeys(loss.numbers)))
        progress(done, total)
    heads = [ChainHead(check.codes.get(id_, "?"), *last) for id_, last in check.last.items()]
    told = tuple(sorted(heads, key=lambda head: head.counter))
    return Verification(done, tuple(check.problems), told, tuple(check.gaps.passed))


def _damage(db: Database) -> list[str]:
    """What is wrong with the structure of an SQLite file."""
    if not db.is_sqlite:
        return []
    with db.reading() as connection, read_once(connection):
        return [words for words in connection.exec_driver_sql("PRAGMA quick_check(10)").scalars() if words != "ok"]


class _Printed(msgspec.Struct):
    """The numbers that a heading holds."""

    counter_code: str | None = None
    member_number: str | None = None


_printed = msgspec.json.Decoder(_Printed).decode


def _read(heading: str) -> tuple[str, tuple[str | None, str | None] | None]:
    """The hash of a heading, and the code of the counter and the number of the member in it, None where it is none."""
    try:
        printed = _printed(heading)
    except (msgspec.MsgspecError, RecursionError):
        return digest(heading), None
    return digest(heading), (printed.counter_code, printed.member_number)


class _Check:
    def __init__(self, connection: Connection, streams: Streams) -> None:
        self.connection = connection
        self.problems: list[Problem] = []
        self.last: dict[int, tuple[int, str]] = {}
        counters = connection.execute(
            sa.select(counter.c.id, counter.c.code, counter.c.cash_account_id, counter.c.archive)
        ).all()
        members = connection.execute(sa.select(member.c.id, member.c.number, member.c.savings_account_id)).all()
        self.codes = {row[0]: row[1] for row in counters}
        self.numbers = {row[0]: format_member_number(row[1]) for row in members} | {None: ""}
        boxes, savings = {row[0]: row[2] for row in counters}, {row[0]: row[2] for row in members}
        self.gaps = GapsCheck(connection, self.codes, self.found)
        worked_at = {row[0]: row[1] for row in counters if not row[3]}
        self.closings = ClosingsCheck(connection, boxes, worked_at, self._heads, self.found)
        self.pools = Pools(connection, self.found)
        self.documents = DocumentsCheck(streams, savings, boxes, self.pools, self.found)
        self.debts = DebtsCheck(streams, savings, boxes, self.documents.frozen_balance, self.found)
        self.boxes = CashCheck(streams, boxes, self.documents.imports, self.found)
        self.stock = StockCheck(streams, self.pools, self.found)
        self.money = streams.side_of(money_transfer, MONEY_COLUMNS)
        self.plant = PlantCheck(streams, boxes, self.pools, self.documents.imports, self.found)
        self.mass = streams.side_of(mass_transfer, (*MASS_COLUMNS, *GRADE_COLUMNS))
        parts = (self.documents, self.debts, self.boxes, self.stock, self.plant, self.closings)
        self.checks: Checks = {kind: own for part in parts for kind, own in part.checks.items()}

    def found(self, kind: ProblemKind, where: str) -> None:
        """Note a problem."""
        self.problems.append(Problem(kind, where))

    def entry(self, entry: EntryRow) -> None:
        """One entry with everything that hangs on it."""
        number = format_number(self.codes.get(entry.counter_id, "?"), entry.sequence)
        money, mass = self.money.take(entry.id), self.mass.take(entry.id)
        if len(money) != entry.money_count or len(mass) != entry.mass_count:
            self.found(ProblemKind.TRANSFERS_MISSING, number)
        if entry_hash(entry.hashed, money, [row[:_HASHED_OF_MASS] for row in mass]) != entry.hash:
            self.found(ProblemKind.ENTRY_CHANGED, number)
        self._heading(entry, number)
        # Savings and debts are stated after the act, the box and the store as they were before it.
        self.documents.move(money, number)
        self.debts.move(entry, money, number)
        side, check = self.checks.get(entry.kind, (None, None))
        document = side.take_one(entry.id) if side is not None else None
        if check is None or document is None:
            self.found(ProblemKind.DOCUMENT_MISSING, number)
        else:
            check(entry, document, money, mass, number)
            if entry.kind == EntryKind.REVERSAL:
                self.plant.undone(document[_ORIGINAL], number)
        self.boxes.move(entry, money, number)
        self.pools.move(entry.kind, money, mass, number)
        self.closings.move(entry, money, mass, number)
        self._chain(entry, number)

    def _chain(self, entry: EntryRow, number: str) -> None:
        last = self.last.get(entry.counter_id, (0, GENESIS_HASH))
        last_sequence, last_hash = self.gaps.passing(entry.counter_id, last, entry.sequence)
        if entry.sequence != last_sequence + 1:
            self.found(ProblemKind.NUMBER_MISSING, number)
        if entry.previous_hash != last_hash:
            self.found(ProblemKind.CHAIN_BROKEN, number)
        self.last[entry.counter_id] = (entry.sequence, entry.hash)

    def _heads(self) -> dict[str, str]:
        """The number and the hash of the last entry of each counter."""
        return {format_number(self.codes.get(id_, "?"), sequence): head for id_, (sequence, head) in self.last.items()}

    def _heading(self, entry: EntryRow, number: str) -> None:
        """The names as printed, and that the counter's code and the member's number are still those on the paper."""
        hashed, printed = _read(entry.heading)
        if hashed != entry.heading_hash or printed is None:
            self.found(ProblemKind.HEADING_CHANGED, number)
        elif printed != (self.codes.get(entry.counter_id), self.numbers.get(entry.member_id, "")):
            self.found(ProblemKind.NUMBER_DIFFERS, number)

    def finish(self) -> None:
        """What is left over belongs to no entry, or to one that says nothing of it."""
        for entry_id in odd_replacements(self.connection):
            self.found(ProblemKind.REPLACEMENT_DIFFERS, f"replacement {entry_id}")
        own: dict[str, Side] = {kind: side for kind, (side, _) in self.checks.items()}
        transfers = {"money": self.money, "mass": self.mass}
        for name, side in (transfers | own | self.documents.sides | self.stock.sides | self.plant.sides).items():
            side.finish()
            for entry_id in dict.fromkeys(side.orphans):
                self._orphan(name, entry_id)
        self.gaps.finish(self.last)
        self.pools.finish()
        self.closings.finish()
        for kind, where in receipts_found(self.connection):
            self.found(kind, where)

    def _orphan(self, name: str, entry_id: int) -> None:
        """A row of no entry, or of one whose kind has none such and whose hash knows nothing of it."""
        at = sa.select(entry.c.counter_id, entry.c.sequence).where(entry.c.id == entry_id)
        there = self.connection.execute(at).one_or_none()
        if there is None:
            self.found(ProblemKind.DOCUMENT_WITHOUT_ENTRY, f"{name} {entry_id}")
        else:
            number = format_number(self.codes.get(there.counter_id, "?"), there.sequence)
            self.found(ProblemKind.DOCUMENT_CHANGED, number)
