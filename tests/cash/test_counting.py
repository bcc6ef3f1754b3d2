"""The first count of a session, made before the difference was shown, is the one that is posted."""

import threading
from pathlib import Path

import pytest
import sqlalchemy as sa
from sqlalchemy.exc import IntegrityError

from daurulang.cash.model import cash_closing, cash_count
from daurulang.cash.queries import box_state
from daurulang.cash.service import ClosingDraft, OpeningDraft, close_session, open_session
from daurulang.cash_errors import CountStands
from daurulang.errors import CashDiffers, NoCashSession, ReasonTooShort
from daurulang.migrations.opening import open_book
from daurulang.verification.problems import ProblemKind
from daurulang.verification.service import verify
from tests.book import Book, new_key


@pytest.fixture
def opened(book: Book) -> Book:
    open_session(book.db, book.desk, OpeningDraft(new_key(), 300_000))
    return book


def closed(book: Book, hundreds: int, reason: str = "", expected: int | None = None, key: str = "") -> int:
    draft = ClosingDraft(key or new_key(), ((100_000, hundreds), (500, 0)), reason, expected)
    return close_session(book.db, book.desk, draft)


def kept(book: Book) -> list[int]:
    with book.db.reading() as connection:
        return list(connection.scalars(sa.select(cash_count.c.counted_rupiah).order_by(cash_count.c.id)))


def test_a_count_is_kept_before_the_difference_is_shown(opened: Book) -> None:
    with pytest.raises(CashDiffers):
        closed(opened, 2)
    count = box_state(opened.db, 1).count
    assert count is not None
    assert (count.counted_rupiah, count.pieces, count.clerk) == (200_000, ((100_000, 2),), "Siti Aminah")
    with pytest.raises(ReasonTooShort):
        closed(opened, 2, expected=300_000)
    closed(opened, 2, "uang hilang", 300_000)
    assert kept(opened) == [200_000]
    assert box_state(opened.db, 1).count is None
    assert verify(opened.db).problems == ()


def test_a_second_count_is_kept_and_not_posted(opened: Book) -> None:
    with pytest.raises(CashDiffers):
        closed(opened, 2)
    for _ in range(2):
        with pytest.raises(CountStands) as stands:
            closed(opened, 3)  # as the book says, now that it was seen
        assert stands.value.counted_rupiah == 200_000
    assert kept(opened) == [200_000, 300_000]
    closed(opened, 2, "uang hilang", 300_000)
    assert kept(opened) == [200_000, 300_000, 200_000]
    assert verify(opened.db).problems == ()


def test_an_empty_box_is_a_count(opened: Book) -> None:
    with pytest.raises(CashDiffers):
        closed(opened, 0)
    count = box_state(opened.db, 1).count
    assert count is not None
    assert (count.counted_rupiah, count.pieces) == (0, ())


def test_what_was_forgotten_is_booked_behind_the_count(opened: Book) -> None:
    opened.deposit(200_000)
    with pytest.raises(CashDiffers):
        closed(opened, 2)
    opened.payout(100_000)
    closed(opened, 2)
    assert verify(opened.db).problems == ()


def test_the_form_that_closed_once_is_no_count_of_the_next_session(opened: Book) -> None:
    key = new_key()
    first = closed(opened, 3, key=key)
    assert closed(opened, 3, key=key) == first
    open_session(opened.db, opened.desk, OpeningDraft(new_key(), 300_000))
    assert closed(opened, 3, key=key) == first
    assert kept(opened) == [300_000]
    closed(opened, 3)
    with pytest.raises(NoCashSession):
        closed(opened, 3)
    assert kept(opened) == [300_000, 300_000]


def test_of_two_windows_one_counts_first(opened: Book, place: str | Path) -> None:
    window = open_book(place)
    start = threading.Barrier(2)
    refused: list[type[Exception]] = []

    def count(book: Book, hundreds: int) -> None:
        start.wait()
        try:
            closed(book, hundreds)
        except (CashDiffers, CountStands) as error:
            refused.append(type(error))

    other = Book(window, opened.desk, 1, 2, 1, 2, 3)
    threads = [threading.Thread(target=count, args=each) for each in ((opened, 1), (other, 2))]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    window.close()
    assert sorted(each.__name__ for each in refused) == ["CashDiffers", "CountStands"]
    assert sorted(kept(opened)) == [100_000, 200_000]


def test_the_book_itself_refuses_another_count(opened: Book) -> None:
    with pytest.raises(CashDiffers):
        closed(opened, 2)
    closed(opened, 2, "uang hilang", 300_000)
    with opened.db.reading() as connection:
        row = dict(connection.execute(sa.select(cash_closing)).mappings().one())
    for statement, values in (
        (sa.insert(cash_closing), {**row, "entry_id": 1, "counted_rupiah": 300_000}),
        (
            sa.insert(cash_count),
            {
                "opening_id": row["opening_id"],
                "at_ms": 1,
                "staff_id": 1,
                "counted_rupiah": 300_000,
                "denominations": "{}",
            },
        ),
    ):
        with pytest.raises(IntegrityError, match="first_count|open_session"), opened.db.transaction() as connection:
            connection.execute(statement, values)


@pytest.mark.parametrize(
    "statement, where",
    [
        ("UPDATE cash_count SET counted_rupiah = 300000, denominations = '{\"100000\":3}' WHERE id = 1", "L1-000002"),
        ("UPDATE cash_count SET denominations = '{\"100000\":1}' WHERE id = 1", "cash_count 1"),
        ("DELETE FROM cash_count WHERE id = 1", "L1-000002"),
    ],
)
def test_a_count_that_was_changed_is_named(opened: Book, statement: str, where: str) -> None:
    for hundreds, error in ((2, CashDiffers), (3, CountStands)):
        with pytest.raises(error):
            closed(opened, hundreds)
    closed(opened, 2, "uang hilang", 300_000)
    with opened.db.transaction() as connection:
        for guard in ("cash_count_is_frozen", "cash_count_is_kept"):
            on = "" if opened.db.is_sqlite else " ON cash_count"
            connection.exec_driver_sql(f"DROP TRIGGER {guard}{on}")
        connection.exec_driver_sql(statement)
    found = {(each.kind, each.where) for each in verify(opened.db).problems}
    assert (ProblemKind.COUNT_DIFFERS, where) in found
