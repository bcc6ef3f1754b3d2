"""The database itself keeps a count as it was posted."""

import pytest

from daurulang.database import Database
from daurulang.ledger.model import Place
from daurulang.stocktakes.service import CountDraft, CountedLine, record
from tests.book import Book, new_key
from tests.ledger.test_guards import columns, refuses


@pytest.fixture
def counted(book: Book) -> Book:
    """L1-1 a deposit of 10 kg, L1-2 a count with 1 kg missing."""
    book.deposit(grams=10_000)
    lines = (CountedLine(book.pet_id, 9_000, 10_000, "susut"),)
    record(book.db, book.desk, CountDraft(new_key(), lines, "opname akhir bulan"))
    return book


LINE = (
    "INSERT INTO stocktake_line (entry_id, position, material_id, code, name, unit, expected_grams, expected_pieces,"
    " expected_millilitres, counted_grams, counted_pieces, counted_millilitres, reason)"
    " VALUES ({entry}, {position}, {material}, 'X', 'X', '{unit}', {expected}, 0, 0, {counted}, {pieces}, 0, '{why}')"
)


def line(**values: object) -> str:
    usual = {
        "entry": 2,
        "position": 1,
        "material": 3,
        "unit": "kg",
        "expected": 0,
        "counted": 0,
        "pieces": 0,
        "why": "",
    }
    return LINE.format(**(usual | values))


def test_no_column_of_a_count_is_changed_and_no_row_goes(counted: Book) -> None:
    for table in ("stocktake", "stocktake_line"):
        for column in columns(counted, table):
            assert refuses(counted, f"UPDATE {table} SET {column} = {column}", f"{table}_is_frozen")
        assert refuses(counted, f"DELETE FROM {table}", f"{table}_is_kept")


def test_a_finished_count_takes_no_further_line(counted: Book) -> None:
    assert refuses(counted, line(position=2), "stocktake_line_is_counted")


def test_only_the_first_count_is_an_opening(counted: Book) -> None:
    statement = (
        "INSERT INTO stocktake (entry_id, place_id, is_opening, line_count, reason)"
        " VALUES (1, {place}, 1, 1, 'stok awal gudang')"
    )
    assert refuses(counted, statement.format(place=2), "opening_count_comes_first")
    with counted.db.transaction() as connection:  # of another place it is the first
        connection.exec_driver_sql(statement.format(place=1))


def begun(db: Database, *, is_opening: int = 0) -> None:
    """A count of another place that still waits for two lines; it hangs on the deposit's entry."""
    with db.transaction() as connection:
        connection.exec_driver_sql(
            "INSERT INTO stocktake (entry_id, place_id, is_opening, line_count, reason)"
            f" VALUES (1, 1, {is_opening}, 2, 'opname akhir bulan')"
        )


def test_a_difference_says_why_but_for_the_opening(counted: Book) -> None:
    begun(counted.db)
    assert refuses(counted, line(entry=1, counted=5), "stocktake_line_says_why")
    assert refuses(counted, line(entry=1, counted=5, why="ya"), "stocktake_line_says_why")
    with counted.db.transaction() as connection:
        connection.exec_driver_sql(line(entry=1, counted=5, why="ada"))
        connection.exec_driver_sql(line(entry=1, position=2, material=2, counted=5, expected=5))


def test_the_opening_needs_no_reasons(counted: Book) -> None:
    begun(counted.db, is_opening=1)
    with counted.db.transaction() as connection:
        connection.exec_driver_sql(line(entry=1, counted=5))


@pytest.mark.parametrize(
    "values, because",
    [
        ({"counted": -1, "why": "kurang"}, "not_negative"),
        ({"pieces": 1, "why": "lebih"}, "measure"),
        ({"unit": "ton"}, "unit"),
        ({"position": 0}, "position"),
        ({"why": "x" * 101}, "reason"),
    ],
)
def test_the_checks_of_a_line(counted: Book, values: dict[str, object], because: str) -> None:
    begun(counted.db)
    assert refuses(counted, line(**({"entry": 1} | values)), f"ck_stocktake_line_{because}")


@pytest.mark.parametrize(
    "values, because",
    [
        ("2, 2, 1, 'opname bulan'", "is_opening"),
        ("2, 0, 0, 'opname bulan'", "line_count"),
        ("2, 0, 1, 'opname'", "reason"),
    ],
)
def test_the_checks_of_a_count(book: Book, values: str, because: str) -> None:
    entry_id = book.deposit()
    statement = (
        f"INSERT INTO stocktake (entry_id, place_id, is_opening, line_count, reason) VALUES ({entry_id}, {values})"
    )
    assert refuses(book, statement, f"ck_stocktake_{because}")


def test_a_material_is_counted_once_in_a_condition(counted: Book) -> None:
    begun(counted.db)
    with counted.db.transaction() as connection:
        connection.exec_driver_sql(line(entry=1))
    assert refuses(counted, line(entry=1, position=2), "stocktake_line(_|.entry_id, stocktake_line.)")


def test_the_places_have_the_ids_the_program_knows(book: Book) -> None:
    with book.db.reading() as connection:
        rows = connection.exec_driver_sql("SELECT id, code FROM place ORDER BY id").all()
    assert [tuple(row) for row in rows] == [(each.value, each.name.lower()) for each in Place]
    with book.db.transaction() as connection:
        connection.exec_driver_sql("INSERT INTO place (code) VALUES ('store-2')")
