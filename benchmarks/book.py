"""A big invented book: the same rows that the acts would post, written in bulk, sound to the last hash."""

from __future__ import annotations

import hashlib
import os
import random
import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path
from typing import Any

from daurulang import periods
from daurulang.centre.queries import Centre
from daurulang.centre.service import set_up
from daurulang.database import metadata
from daurulang.deposits.service import HEAD_COLUMNS, LINE_COLUMNS, document_hash
from daurulang.ledger.model import Place, SystemAccount
from daurulang.ledger.service import (
    GENESIS_HASH,
    GRADE_COLUMNS,
    HASHED_COLUMNS,
    MASS_COLUMNS,
    MONEY_COLUMNS,
    canonical,
    digest,
    entry_hash,
)
from daurulang.materials.queries import PriceBoard, price_board
from daurulang.materials.service import add_starter_catalogue
from daurulang.members.model import Gender, MemberKind, SourceClass
from daurulang.members.service import MemberDraft, word_rows
from daurulang.members.words import format_member_number
from daurulang.migrations import versions
from daurulang.migrations.opening import open_book
from daurulang.quantities import Condition, Unit, line_amount_rupiah
from daurulang.staff.service import add_staff
from resources import paths

LAST_DAY = date(2026, 11, 21)
MONTHS = 36
LINES_PER_DEPOSIT = 3
_CHUNK = 5000


@dataclass(frozen=True)
class Size:
    """How big the book is."""

    lines: int
    members: int
    months: int = MONTHS


def kept_books() -> Path:
    """Where generated books are kept between runs ($DAURULANG_BENCH): another folder for another form of the tables."""
    root = Path(os.environ.get("DAURULANG_BENCH", Path(tempfile.gettempdir()) / "daurulang-bench"))
    made_by = [Path(__file__), *sorted(Path(versions.__path__[0]).glob("0*.py"))]
    stamp = hashlib.sha256(b"".join(path.read_bytes() for path in made_by)).hexdigest()[:8]
    folder = root / stamp
    folder.mkdir(parents=True, exist_ok=True)
    return folder


def made_book(path: Path, size: Size, seed: int = 1) -> Path:
    """The book at `path`, written when it is not there yet."""
    if not path.exists():
        new = path.with_name(f"{path.name}.{os.getpid()}.making")  # two workers of a test run may want it at once
        new.unlink(missing_ok=True)
        _make(new, size, seed)
        new.replace(path)
    return path


def _make(path: Path, size: Size, seed: int) -> None:
    db = open_book(path)
    try:
        set_up(db, Centre("RDU Bangkalan", "Jl. Letnan Sunarto, Bangkalan"))
        add_staff(db, "Siti Aminah", "123456")
        add_starter_catalogue(db, LAST_DAY - timedelta(days=31 * MONTHS))
        chance = random.Random(seed)
        raw = db.engine.raw_connection()
        try:
            cursor: Any = raw.cursor()
            cursor.execute("PRAGMA synchronous=OFF")
            _write_members(cursor, chance, size.members)
            if size.lines:
                _write_deposits(cursor, chance, price_board(db, LAST_DAY), size)
            cursor.execute("PRAGMA optimize")
        finally:
            raw.close()
        db.checkpoint()
    finally:
        db.close()


def names(chance: random.Random) -> Iterator[tuple[str, Gender]]:
    """Invented full names without end."""
    first = {
        Gender.FEMALE: _lines("demo/first_names_female.txt"),
        Gender.MALE: _lines("demo/first_names_male.txt"),
    }
    last = _lines("demo/last_names.txt")
    while True:
        gender = chance.choice((Gender.FEMALE, Gender.FEMALE, Gender.MALE))
        yield f"{chance.choice(first[gender])} {chance.choice(last)}", gender


def _lines(name: str) -> list[str]:
    return [line for line in paths.path(name).read_text(encoding="utf-8").splitlines() if line]


def _insert(cursor: Any, table: str, columns: Sequence[str], rows: list[tuple[Any, ...]]) -> None:
    marks = ", ".join("?" * len(columns))
    quoted = ", ".join(columns)
    cursor.executemany(f"INSERT INTO {table} ({quoted}) VALUES ({marks})", rows)


def _write_members(cursor: Any, chance: random.Random, count: int) -> None:
    villages = cursor.execute("SELECT code, name FROM village ORDER BY code").fetchall()
    (next_account,) = cursor.execute("SELECT max(id) + 1 FROM account").fetchone()
    invented = names(chance)
    cursor.execute("BEGIN IMMEDIATE")
    for start in range(1, count + 1, _CHUNK):
        accounts, members, words = [], [], []
        for number in range(start, min(start + _CHUNK, count + 1)):
            name, gender = next(invented)
            code, village = chance.choice(villages)
            phone = f"08{chance.randrange(10**8, 10**10)}"
            draft = MemberDraft(name, gender=gender, village_code=code, phone=phone)
            account_id = next_account + number - 1
            accounts.append((account_id, "savings"))
            wards = (f"{chance.randrange(1, 9):02d}", f"{chance.randrange(1, 5):02d}")
            members.append(
                (
                    *(number, number, name, MemberKind.INDIVIDUAL, gender, 1, SourceClass.HOUSEHOLD, code, ""),
                    *(*wards, phone, None, "2023-11-01", 1, account_id),
                )
            )
            words += [(row["word"], number) for row in word_rows(number, draft, village)]
        _insert(cursor, "account", ("id", "kind"), accounts)
        columns = [column.name for column in metadata.tables["member"].c if column.name != "batch_id"]
        _insert(cursor, "member", columns, members)
        _insert(cursor, "member_word", ("word", "member_id"), words)
    cursor.execute("UPDATE member_series SET last_number = ?", (count,))
    cursor.execute("COMMIT")


def _write_deposits(cursor: Any, chance: random.Random, board: PriceBoard, size: Size) -> None:
    goods = [
        (material, price)
        for material in board.materials
        if material.unit is Unit.KILOGRAM and (price := board.buy(material.id, Condition.CLEAN, 1)) is not None
    ]
    first_account = cursor.execute("SELECT savings_account_id FROM member WHERE id = 1").fetchone()[0]
    villages = dict(cursor.execute("SELECT id, village_code FROM member").fetchall())
    balances: dict[int, int] = {}
    deposits = size.lines // LINES_PER_DEPOSIT
    days = size.months * 30
    first_day = LAST_DAY - timedelta(days=days)
    previous = GENESIS_HASH
    cursor.execute("BEGIN IMMEDIATE")
    for start in range(1, deposits + 1, _CHUNK):
        entries, money, mass, heads, lines = [], [], [], [], []
        for number in range(start, min(start + _CHUNK, deposits + 1)):
            day = first_day + timedelta(days=number * days // (deposits + 1))
            member_id = chance.randrange(1, size.members + 1)
            rows = []
            for position in range(1, LINES_PER_DEPOSIT + 1):
                material, price = chance.choice(goods)
                grams = chance.randrange(5, 1500) * 10
                amount = line_amount_rupiah(grams, Unit.KILOGRAM, price.rupiah)
                rows.append(
                    (
                        *(position, material.id, material.code, material.name, "clean", "kg"),
                        *(grams, 0, 0, "", grams, grams, price.id, price.rupiah, amount),
                    )
                )
            total = sum(row[-1] for row in rows)
            balances[member_id] = balances.get(member_id, 0) + total
            account_id = first_account + member_id - 1
            head = (member_id, 1, villages[member_id], "savings", total, 0, balances[member_id], LINES_PER_DEPOSIT)
            transfers = [(1, int(SystemAccount.INVENTORY), account_id, total)]
            moves = [
                (row[0], int(Place.RESIDENTS), row[1], int(Place.WAREHOUSE), row[1], row[11], 0, 0) for row in rows
            ]
            heading = canonical(
                {"member_name": f"Anggota {member_id}", "member_number": format_member_number(member_id)}
                | {"counter_code": "L1", "zone": "WIB"}
            )
            at_ms = periods.moment_ms(day, 9, number % 60, periods.Zone.WIB)
            hashed = (
                *(previous, 1, number, f"bench-{number}", "0" * 64, "deposit", day.isoformat(), at_ms, 1, member_id),
                *(1, LINES_PER_DEPOSIT, digest(heading), document_hash(head, rows)),
            )
            previous = entry_hash(hashed, transfers, moves)
            entries.append((number, *hashed, heading, previous))
            money += [(number, *row) for row in transfers]
            mass += [(number, *move, "clean", "clean", row[-1]) for move, row in zip(moves, rows, strict=True)]
            heads.append((number, *head))
            lines += [(number, *row) for row in rows]
        _insert(cursor, "entry", ("id", *HASHED_COLUMNS, "heading", "hash"), entries)
        _insert(cursor, "money_transfer", ("entry_id", *MONEY_COLUMNS), money)
        _insert(cursor, "mass_transfer", ("entry_id", *MASS_COLUMNS, *GRADE_COLUMNS), mass)
        _insert(cursor, "deposit", ("entry_id", *HEAD_COLUMNS), heads)
        _insert(cursor, "deposit_line", ("entry_id", *LINE_COLUMNS), lines)
    cursor.execute("COMMIT")
