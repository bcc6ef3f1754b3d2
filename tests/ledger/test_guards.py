"""The database itself keeps what is posted, whoever asks and in whatever words."""

import re

import pytest
import sqlalchemy as sa
from sqlalchemy.exc import DBAPIError

from daurulang.centre.queries import Centre, CounterRule
from daurulang.centre.service import change_centre, change_rule
from daurulang.receipts.service import hand_out
from daurulang.storage_errors import DatabaseBusy
from daurulang.verification.service import verify
from tests.book import PRICED_FROM, Book

KEPT = (
    "entry",
    "money_transfer",
    "mass_transfer",
    "deposit",
    "deposit_line",
    "payout",
    "receipt_print",
    "logo",
    "counter_rule",
)
FROZEN = ("price", "account", "place")


@pytest.fixture
def worked(book: Book) -> Book:
    """A book with a row in every table that is kept."""
    change_centre(book.db, Centre("RDU", logo=b"picture"))
    change_rule(book.db, CounterRule(), PRICED_FROM)
    book.deposit(31_000)
    book.payout(1_000)
    hand_out(book.db, "L1-1", None)
    return book


def refuses(book: Book, statement: str, because: str | None = None) -> bool:
    """Whether the database refuses a statement, for that reason."""
    with pytest.raises((DBAPIError, DatabaseBusy)) as caught, book.db.transaction() as connection:
        connection.exec_driver_sql(statement)
    words = caught.value.__cause__ if isinstance(caught.value, DatabaseBusy) else caught.value
    return because is None or re.search(because, str(words)) is not None


def columns(book: Book, table: str) -> list[str]:
    with book.db.reading() as connection:
        return [column["name"] for column in sa.inspect(connection).get_columns(table)]


def count(book: Book, table: str) -> int:
    with book.db.reading() as connection:
        return int(connection.exec_driver_sql(f"SELECT count(*) FROM {table}").scalar_one())


def test_no_posted_row_is_changed_in_any_column(worked: Book) -> None:
    for table in (*KEPT, *FROZEN):
        for column in columns(worked, table):
            assert refuses(worked, f"UPDATE {table} SET {column} = {column}", f"{table}_is_frozen")


def test_no_posted_row_is_deleted(worked: Book) -> None:
    for table in KEPT:
        before = count(worked, table)
        assert before
        assert refuses(worked, f"DELETE FROM {table}", f"{table}_is_kept")
        assert count(worked, table) == before


def test_no_posted_table_is_emptied_or_replaced(worked: Book) -> None:
    for table in KEPT:
        names = ", ".join(columns(worked, table))
        if worked.db.is_sqlite:
            replace = f"INSERT OR REPLACE INTO {table} ({names}) SELECT {names} FROM {table}"
            # An insert has its own guard in some tables, which may speak first.
            assert refuses(worked, replace, "_is_kept|_follows_the_last|_is_counted")
        else:
            assert refuses(worked, f"TRUNCATE {table} CASCADE", "_is_kept")
    assert verify(worked.db).problems == ()


def test_no_number_is_left_out_and_no_hash_invented(worked: Book) -> None:
    names = [name for name in columns(worked, "entry") if name != "id"]

    def copy(**changed: str) -> str:
        values = ", ".join(changed.get(name, name) for name in names)
        return f"INSERT INTO entry ({', '.join(names)}) SELECT {values} FROM entry WHERE sequence = 2"

    new = {"form_key": "'new'", "hash": "'new'"}
    for sequence in ("2", "4", "1", "-1"):
        assert refuses(worked, copy(**new, sequence=sequence, previous_hash="hash"), "follows_the_last")
    for previous in ("previous_hash", "''", f"'{'0' * 64}'"):
        assert refuses(worked, copy(**new, sequence="3", previous_hash=previous), "follows_the_last")
    assert refuses(worked, copy(hash="'new'", sequence="3", previous_hash="hash"), "form_key")
    assert count(worked, "entry") == 2


def test_nothing_is_added_to_a_posted_entry(worked: Book) -> None:
    for table in ("money_transfer", "mass_transfer", "deposit_line"):
        names = [name for name in columns(worked, table) if name != "id"]
        values = ", ".join({"position": "position + 1"}.get(name, name) for name in names)
        statement = f"INSERT INTO {table} ({', '.join(names)}) SELECT {values} FROM {table} WHERE entry_id = 1"
        assert refuses(worked, statement, f"{table}_is_counted")


def test_savings_never_go_below_zero(worked: Book) -> None:
    with worked.db.reading() as connection:
        account_id = connection.exec_driver_sql(
            f"SELECT savings_account_id FROM member WHERE id = {worked.member_id}"
        ).scalar()
    statement = (
        "INSERT INTO money_transfer (entry_id, position, debit_account_id, credit_account_id, rupiah)"
        f" VALUES (2, 0, {account_id}, 2, 30001)"
    )
    assert refuses(worked, statement, "savings_stay_above_zero")


def test_numbers_and_accounts_stay_with_their_owners(worked: Book) -> None:
    for statement, guard in (
        ("UPDATE member SET number = number + 10", "member_keeps_its_number"),
        ("UPDATE member SET savings_account_id = 1", "member_keeps_its_number"),
        ("UPDATE member_series SET last_number = 0", "member_series_only_grows"),
        ("UPDATE counter SET code = 'L9'", "counter_keeps_its_code"),
        ("UPDATE counter SET cash_account_id = 1", "counter_keeps_its_code"),
    ):
        assert refuses(worked, statement, guard)


def test_nothing_that_was_used_can_be_taken_away(worked: Book) -> None:
    for table in ("price", "account", "place", "member", "material", "counter", "staff", "village"):
        assert refuses(worked, f"DELETE FROM {table}", "(?i)foreign key")


def test_a_transfer_has_two_sides_and_an_amount(worked: Book) -> None:
    for values in ("2, 1, 1, 1, 5", "2, 1, 1, 2, 0", "2, 1, 1, 2, -5", "2, 1, 1, 2, 1000000000001", "2, 0, 1, 2, 5"):
        statement = (
            "INSERT INTO money_transfer (entry_id, position, debit_account_id, credit_account_id, rupiah)"
            f" VALUES ({values})"
        )
        assert refuses(worked, statement, "ck_money_transfer|CHECK")
    for values in ("1, 1, 1, 5, 0, 0", "1, 2, 1, 0, 0, 0", "1, 2, 1, -5, 10, 0"):
        statement = (
            "INSERT INTO mass_transfer (entry_id, position, from_material_id, from_place_id, to_place_id,"
            f" to_material_id, grams, pieces, millilitres) VALUES (2, 0, 1, {values})"
        )
        assert refuses(worked, statement, "mass_transfer")


def test_no_text_stands_where_a_number_belongs(worked: Book) -> None:
    for table, column in (("counter_rule", "line_limit_grams"), ("receipt_print", "copy")):
        names = [name for name in columns(worked, table) if name != "id"]
        values = ", ".join({column: "'banyak'"}.get(name, name) for name in names)
        assert refuses(worked, f"INSERT INTO {table} ({', '.join(names)}) SELECT {values} FROM {table}")
