"""Whatever stands in a book, a verification names the place and never falls over it."""

import hashlib
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlcipher3 import dbapi2

from daurulang.database import Database
from daurulang.migrations.opening import open_book
from daurulang.verification.service import verify
from tests.verification import plant_work
from tests.verification.every_kind import prepare
from tests.verification.test_verification import found, unguarded

# Every column of these tables is looked at, but its own surrogate key; of the others only some.
WHOLE = (
    *("entry", "money_transfer", "mass_transfer", "deposit", "deposit_line", "payout", "opening_balance", "reversal"),
    *("imported_entry", "handwritten_slip", "debt_repayment", "replacement", "stocktake", "stocktake_line"),
    *("cash_opening", "cash_movement", "cash_closing", "cash_count", "number_gap"),
    *("day_closing", "month_closing", "month_reopening"),
)
OTHERS = (
    *("account", "centre", "counter", "counter_rule", "import_batch", "material", "member", "member_class"),
    *("member_series", "price", "receipt_print", "staff"),
)
# The same of the acts of a plant, in a book of its own.
PLANT_WHOLE = (
    *("load", "load_line", "batch", "batch_line", "disposal", "disposal_line", "sale", "sale_line", "buyer_payment"),
    "expense",
)
PLANT_OTHERS = ("buyer", "expense_category", "load_source", "mass_transfer", "money_transfer", "place", "store")
TEXTS = ("", "junk", "[]", "{}", "[1", "null", "2026-99-99", "9" * 30, '{"a":1}', "[" * 100_000, "\0", "x" * 70)
JSONS = ('{"100000":"x"}', '{"100000":[1]}', '{"100000":1e999}', '{"heads":3}', '{"counter_code":5}', '"x"')
NUMBERS = (0, -1, 1, 2, 3, 1_000_000, 2**62, -(2**62))


@pytest.fixture(scope="module")
def pattern(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("every kind") / "book.db"
    prepare(path)
    return path


@pytest.fixture(scope="module")
def plant(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("plant") / "book.db"
    plant_work.prepare(path)
    return path


@pytest.fixture
def sound(pattern: Path, tmp_path: Path) -> Iterator[Database]:
    db = open_book(shutil.copy(pattern, tmp_path / "book.db"))
    yield db
    db.close()


def test_the_book_is_sound_and_has_everything(sound: Database) -> None:
    assert verify(sound).problems == ()
    with sound.reading() as connection:
        for table in (*WHOLE, *OTHERS):
            assert connection.exec_driver_sql(f"SELECT count(*) FROM {table}").scalar_one() > 0, table


def set_to_junk(path: Path, table: str, share: int, text: str, number: int) -> tuple[str, bool]:
    """Put junk of the column's own type into one cell, past every guard; tells which column, and whether it changed."""
    raw = dbapi2.connect(str(path), isolation_level=None)
    raw.execute("PRAGMA ignore_check_constraints = ON")
    guards = raw.execute("SELECT name, sql FROM sqlite_master WHERE type = 'trigger'").fetchall()
    for name, _ in guards:
        raw.execute(f"DROP TRIGGER {name}")
    cells = [
        (rowid, name, kind)
        for _, name, kind, *_ in raw.execute(f"PRAGMA table_info({table})")
        for (rowid,) in raw.execute(f"SELECT rowid FROM {table} ORDER BY rowid")
    ]
    rowid, column, kind = cells[share % len(cells)]
    (before,) = raw.execute(f"SELECT {column} FROM {table} WHERE rowid = {rowid}").fetchone()
    after = number if kind == "INTEGER" else text
    try:
        raw.execute(f"UPDATE {table} SET {column} = ? WHERE rowid = {rowid}", (after,))
    except dbapi2.IntegrityError:
        after = before  # another row has that already
    for _, words in guards:
        raw.execute(words)
    raw.close()
    return column, after != before


junk = {
    "share": st.integers(0, 10_000),
    "text": st.sampled_from((*TEXTS, *JSONS)) | st.text(max_size=12),
    "number": st.sampled_from(NUMBERS) | st.integers(-(2**63), 2**63 - 1),
}
tried = settings(
    max_examples=120, deadline=None, derandomize=True, database=None, suppress_health_check=list(HealthCheck)
)


def is_named(pattern: Path, path: Path, table: str, share: int, text: str, number: int) -> tuple[str, bool]:
    """The column that was set to junk, and whether it is as before or a problem is named."""
    path.write_bytes(pattern.read_bytes())
    column, changed = set_to_junk(path, table, share, text, number)
    db = open_book(path)
    db.anchors = None
    problems = verify(db).problems
    db.close()
    return column, bool(problems) or not changed


@tried
@given(table=st.sampled_from((*WHOLE, *OTHERS)), **junk)
def test_junk_in_any_cell_is_named(
    pattern: Path, tmp_path: Path, table: str, share: int, text: str, number: int
) -> None:
    column, named = is_named(pattern, tmp_path / "book.db", table, share, text, number)
    assert named or table in OTHERS or column == "id", (table, column)


@tried
@given(table=st.sampled_from((*PLANT_WHOLE, *PLANT_OTHERS)), **junk)
def test_junk_in_any_cell_of_a_plant_is_named(
    plant: Path, tmp_path: Path, table: str, share: int, text: str, number: int
) -> None:
    column, named = is_named(plant, tmp_path / "book.db", table, share, text, number)
    assert named or table in PLANT_OTHERS or column == "id", (table, column)


@pytest.mark.parametrize("heading", ["junk", "[]", "3", '{"counter_code":5,"member_number":""}', "[" * 100_000, ""])
def test_a_heading_that_is_none_is_named(sound: Database, heading: str) -> None:
    digest = hashlib.sha256(heading.encode()).hexdigest()
    with unguarded(sound) as run:
        run(f"UPDATE entry SET heading = '{heading}', heading_hash = '{digest}' WHERE id = 4")
    assert {kind for kind, _ in found(sound)} >= {"heading_changed", "entry_changed"}


@pytest.mark.parametrize("column", ["direction", "other_side"])
def test_an_unknown_code_at_the_box_is_named(sound: Database, column: str) -> None:
    with unguarded(sound) as run:
        run("PRAGMA ignore_check_constraints = ON")
        run(f"UPDATE cash_movement SET {column} = 'xx'")
    assert {kind for kind, _ in found(sound)} >= {"document_changed", "money_differs"}


def test_a_count_of_ever_so_much_is_no_long_list(sound: Database) -> None:
    with unguarded(sound) as run:
        run(f"UPDATE cash_closing SET counted_rupiah = {2**62}, reason = 'banyak'")
    assert "money_differs" in {kind for kind, _ in found(sound)}


PAYOUT = "(SELECT min(entry_id) FROM payout)"
LINE = (
    "position, material_id, code, name, condition, unit, gross, tare, deduction, deduction_reason, net, grams,"
    " price_id, price_rupiah"
)
LINE_OF_A_PAYOUT = (
    f"INSERT INTO deposit_line (entry_id, {LINE}, amount_rupiah)"
    f" SELECT {PAYOUT}, {LINE}, 0 FROM deposit_line WHERE id = 3"
)
SLIP_OF_A_REVERSAL = (
    "INSERT INTO handwritten_slip (entry_id, number, day)"
    " VALUES ((SELECT min(entry_id) FROM reversal), 'A-1', '2026-02-27')"
)
ONE_MORE_COUNT = (
    "INSERT INTO cash_count (opening_id, at_ms, staff_id, counted_rupiah, denominations)"
    " SELECT opening_id, at_ms, staff_id, 100000, '{\"100000\":1}' FROM cash_count"
)
TAMPERINGS = {
    "a line at a payout": (LINE_OF_A_PAYOUT, "document_changed"),
    "a payout from an old book": (
        f"INSERT INTO imported_entry (entry_id, batch_id, row, reference) VALUES ({PAYOUT}, 1, 1, '')",
        "document_changed",
    ),
    "a counted line at a payout": (
        "UPDATE stocktake_line SET entry_id = (SELECT min(entry_id) FROM payout)",
        "document_changed",
    ),
    "a slip of a reversal": (SLIP_OF_A_REVERSAL, "document_changed"),
    "a counter made an archive": ("UPDATE counter SET archive = 1 WHERE code = 'L1'", "counter_changed"),
    "an archive made a counter": ("UPDATE counter SET archive = 0 WHERE code = 'BL'", "counter_changed"),
    "a copy away": ("DELETE FROM receipt_print WHERE copy = 1", "copies_missing"),
    "the original away": ("DELETE FROM receipt_print WHERE copy = 0", "copies_missing"),
    "a copy of another paper": ("UPDATE receipt_print SET entry_id = 3 WHERE copy = 2", "copies_missing"),
    "a price of a later day": ("UPDATE price SET valid_from = '2026-05-05' WHERE id = 1", "price_changed"),
    "a price of another condition": ("UPDATE price SET condition = 'wet' WHERE id = 1", "price_changed"),
    "a price of another class": (
        "UPDATE price SET member_class_id = (SELECT max(id) FROM member_class) + 7 WHERE id = 1",
        "price_changed",
    ),
    "a price that is asked of buyers": ("UPDATE price SET side = 'sell' WHERE id = 1", "price_changed"),
    "the first count away": ("DELETE FROM cash_count", "document_changed"),
    "another moment of the first count": ("UPDATE cash_count SET at_ms = at_ms + 1", "document_changed"),
    "another who counted": ("UPDATE cash_count SET staff_id = 2", "document_changed"),
    "one more count": (ONE_MORE_COUNT, "document_changed"),
}


@pytest.mark.parametrize("statement, kind", TAMPERINGS.values(), ids=TAMPERINGS)
def test_tampering_is_named(sound: Database, statement: str, kind: str) -> None:
    with unguarded(sound) as run:
        run("PRAGMA ignore_check_constraints = ON")
        run(statement)
    assert kind in {kind for kind, _ in found(sound)}
