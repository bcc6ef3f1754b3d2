"""(a) a deposit against the bare driver, (e) late against early in the life of a book, (f) what one costs."""

from __future__ import annotations

import random
import uuid
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path
from typing import Any

from sqlalchemy import event
from sqlcipher3 import dbapi2

from benchmarks import fsyncs
from benchmarks.book import LAST_DAY
from benchmarks.measure import Row, in_turns
from daurulang.database import Database
from daurulang.deposits.model import Payment
from daurulang.deposits.service import DepositDraft, LineDraft, record
from daurulang.ledger.service import Desk
from daurulang.materials.queries import PriceBoard, price_board
from daurulang.migrations.opening import open_book
from daurulang.quantities import Condition, Unit, line_amount_rupiah

LINES = 5
ROUNDS = 400
_TABLES = ("entry", "money_transfer", "mass_transfer", "deposit", "deposit_line")


class UseCase:
    """A counter that records deposits of five lines through the use case."""

    def __init__(self, book: Path, members: int, day: date = LAST_DAY) -> None:
        self.db: Database = open_book(book)
        board: PriceBoard = price_board(self.db, day)
        self.goods = [
            (material.id, price.rupiah)
            for material in board.materials
            if material.unit is Unit.KILOGRAM and (price := board.buy(material.id, Condition.CLEAN, 1)) is not None
        ]
        self.chance = random.Random(7)
        self.members = members
        self.day = day

    def deposit(self) -> None:
        """Record one."""
        goods = self.chance.sample(self.goods, LINES)
        lines = tuple(LineDraft(material_id, self.chance.randrange(5, 1500) * 10) for material_id, _ in goods)
        weighed = zip(lines, goods, strict=True)
        total = sum(line_amount_rupiah(line.gross, Unit.KILOGRAM, rupiah) for line, (_, rupiah) in weighed)
        member_id = self.chance.randrange(1, self.members + 1)
        draft = DepositDraft(str(uuid.uuid4()), member_id, lines, Payment.SAVINGS, total)
        record(self.db, Desk(1, 1), draft, self.day)


def bare_driver(book: Path, example: Path) -> Callable[[], None]:
    """Write the rows of a deposit of five lines with the driver alone, at the same durability, into `book`.

    The rows are those of the newest deposit in `example`; only what must be unique is made new.
    """
    source = dbapi2.connect(str(example))
    (newest,) = source.execute("SELECT max(entry_id) FROM deposit WHERE line_count = ?", (LINES,)).fetchone()
    rows = {table: _rows_of(source, table, newest) for table in _TABLES}
    source.close()
    target = dbapi2.connect(str(book), isolation_level=None, cached_statements=256)
    for pragma in ("journal_mode=WAL", "synchronous=FULL", "foreign_keys=ON", "cache_size=-65536"):
        target.execute(f"PRAGMA {pragma}").fetchall()
    last = target.execute("SELECT max(id), max(sequence) FROM entry").fetchone()
    (head,) = target.execute("SELECT hash FROM entry WHERE id = ?", (last[0],)).fetchone()
    numbers = _numbers(*last)
    statements = {
        table: f"INSERT INTO {table} ({', '.join(rows[table][0])}) VALUES ({', '.join('?' * len(rows[table][0]))})"
        for table in _TABLES
    }
    state = {"head": head}

    def write() -> None:
        entry_id, sequence = next(numbers)
        new_hash = uuid.uuid4().hex * 2
        fresh = {"id": entry_id, "entry_id": entry_id, "sequence": sequence, "form_key": new_hash}
        fresh |= {"previous_hash": state["head"], "hash": new_hash}
        target.execute("BEGIN IMMEDIATE")
        for table in _TABLES:
            target.executemany(
                statements[table], [tuple(fresh.get(key, row[key]) for key in row) for row in rows[table]]
            )
        target.execute("COMMIT")
        state["head"] = new_hash

    return write


def _rows_of(source: Any, table: str, entry_id: int) -> list[dict[str, Any]]:
    key = "id" if table == "entry" else "entry_id"
    cursor = source.execute(f"SELECT * FROM {table} WHERE {key} = ?", (entry_id,))
    names = [each[0] for each in cursor.description]
    drop = set() if table == "entry" else {"id"}
    return [
        {name: value for name, value in zip(names, row, strict=True) if name not in drop} for row in cursor.fetchall()
    ]


def _numbers(entry_id: int, sequence: int) -> Iterator[tuple[int, int]]:
    while True:
        entry_id, sequence = entry_id + 1, sequence + 1
        yield entry_id, sequence


def measure(big: Path, twin: Path, small: Path, members: int, small_members: int) -> list[Row]:
    """The three figures; `twin` is a copy of `big` for the driver alone, `small` a book of 1,000 lines."""
    late, early = UseCase(big, members), UseCase(small, small_members)
    late.deposit()
    floor = bare_driver(twin, big)
    samples = in_turns({"late": late.deposit, "floor": floor, "early": early.deposit}, ROUNDS, warm_up=20)
    queries = _count_queries(late)
    syncs = fsyncs.count_per_deposit(small, small_members)
    late.db.close()
    early.db.close()
    return [
        Row(
            "(a) deposit of five lines, use case",
            samples["late"],
            "the same rows, bare driver",
            samples["floor"],
            "≤ 3×",
            "what the driver alone does not do: five questions (member and names, goods and prices, rule, balance, the"
            " counter's last entry) and SQLAlchemy's way around each of the ten statements, some 0,08 ms",
        ),
        Row("(e) deposit at 1,000,000 lines", samples["late"], "at 1,000 lines", samples["early"], "≤ 1.1×"),
        Row(
            "(f) cost of a saved deposit",
            samples["late"],
            note=f"{queries} statements (BEGIN and COMMIT not counted), {syncs} fsyncs",
        ),
    ]


def _count_queries(counter: UseCase) -> int:
    seen: list[str] = []

    def note(_connection: object, _cursor: object, statement: str, *_rest: object) -> None:
        if not statement.startswith("BEGIN"):
            seen.append(statement)

    event.listen(counter.db.engine, "before_cursor_execute", note)
    counter.deposit()
    event.remove(counter.db.engine, "before_cursor_execute", note)
    return len(seen)


def last_number(book: Path) -> int:
    """The newest number of a book's only counter."""
    source = dbapi2.connect(str(book))
    (number,) = source.execute("SELECT max(sequence) FROM entry").fetchone()
    source.close()
    return int(number)
