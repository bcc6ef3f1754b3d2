"""Values that are no longer what their columns hold, as after a bit has flipped: named, whatever stumbles over them."""

import re
from contextlib import closing
from pathlib import Path

import pytest
from sqlcipher3 import dbapi2

from daurulang.corrections.service import ReversalDraft, reverse
from daurulang.migrations.opening import open_book
from daurulang.storage_errors import DatabaseRefused
from daurulang.verification.problems import ProblemKind
from daurulang.verification.service import verify
from tests.book import new_key, set_up_book

TABLES = ("entry", "money_transfer", "mass_transfer", "deposit", "deposit_line", "payout", "counter", "member", "price")
VALUES = ("NULL", "'abc'", "x'ff'")


@pytest.fixture
def place(sqlite_place: Path) -> Path:
    with closing(open_book(sqlite_place)) as db:
        book = set_up_book(db)
        book.deposit(31_000)
        book.payout(1_000)
        entry_id = book.deposit(2_000)
        reverse(db, book.desk, ReversalDraft(new_key(), entry_id, "salah timbang, kardus basah", book.desk.staff_id))
    return sqlite_place


@pytest.mark.parametrize("table", TABLES)
def test_a_value_of_another_kind_is_damage_to_the_file(place: Path, table: str) -> None:
    with closing(dbapi2.connect(str(place), isolation_level=None)) as raw:
        ((rules,),) = raw.execute("SELECT sql FROM sqlite_master WHERE type = 'table' AND name = ?", (table,))
        columns = raw.execute(f"PRAGMA table_info({table})").fetchall()
        for (guard,) in raw.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'").fetchall():
            raw.execute(f"DROP TRIGGER {guard}")
    obey(place, table, re.sub(r"(?<!IS) NOT NULL|\bSTRICT\b", "", rules))
    without_rules = place.read_bytes()
    for number, (_, column, kind, is_needed, _, is_key) in enumerate(columns):
        for value in (VALUES[number % len(VALUES)],) if not is_key else ():
            place.write_bytes(without_rules)
            with closing(dbapi2.connect(str(place), isolation_level=None)) as raw:
                raw.execute("PRAGMA ignore_check_constraints = ON")
                raw.execute(f"UPDATE {table} SET {column} = {value} WHERE rowid = (SELECT min(rowid) FROM {table})")
                (found,) = raw.execute(
                    f"SELECT typeof({column}) FROM {table} WHERE rowid = (SELECT min(rowid) FROM {table})"
                ).fetchone()
            if found.upper() == kind or (found == "null" and not is_needed):
                continue
            obey(place, table, rules)
            assert is_told(place), f"{column} = {value}"


def obey(place: Path, table: str, rules: str) -> None:
    """Let a table be said to have other rules than it was filled under."""
    with closing(dbapi2.connect(str(place), isolation_level=None)) as raw:
        raw.execute("PRAGMA writable_schema = ON")
        raw.execute("UPDATE sqlite_master SET sql = ? WHERE type = 'table' AND name = ?", (rules, table))


def is_told(place: Path) -> bool:
    """Whether the verification says that the file is damaged, be it that it can say no more than that."""
    try:
        with closing(open_book(place)) as db:
            return any(problem.kind is ProblemKind.FILE_DAMAGED for problem in verify(db).problems)
    except DatabaseRefused:
        return True
