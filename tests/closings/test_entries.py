"""A closing or reopening is an entry of the journal: numbered, chained, and missed when it is gone."""

from collections.abc import Callable
from datetime import UTC, date, datetime

import pytest
import sqlalchemy as sa
from sqlalchemy.exc import IntegrityError

from daurulang.closings.day import close_day, days_state
from daurulang.closings.model import day_closing, month_closing, month_reopening
from daurulang.closings.service import close_month, reopen_month
from daurulang.corrections.service import ReversalDraft, reverse
from daurulang.database import Database
from daurulang.errors import ReversalRefused, UnknownReceipt
from daurulang.ledger.model import EntryKind, entry
from daurulang.ledger.service import Desk, digest
from daurulang.periods import clock_at, month_of
from daurulang.receipts.service import hand_out
from daurulang.reports.daily import acts_of_day, latest_acts
from daurulang.staff.service import add_staff
from daurulang.verification.service import verify
from tests.book import Book, new_key
from tests.verification.test_verification import Run, found, unguarded

TUESDAY = date(2026, 3, 10)
EVENING = int(datetime(2026, 3, 10, 12, tzinfo=UTC).timestamp()) * 1000  # 19.00 in Bangkalan
DAY_MS = 86_400_000
JANUARY, FEBRUARY = month_of(date(2026, 1, 1)), month_of(date(2026, 2, 1))
REASON = "nota tertinggal di pos"
FORGED = (
    "INSERT INTO month_reopening (closing_id, at_ms, staff_id, reason)"
    " SELECT id, 1, 1, 'alasan palsu sekali' FROM month_closing WHERE month = '2026-01'"
)


@pytest.fixture
def closed(book: Book) -> Book:
    """Numbers 1 and 2 are deposits of January and 10 March, 3 to 6 close January, close and open and close February, 7
    is the closing of 10 March.
    """
    add_staff(book.db, "Kholifah", "222222")
    with clock_at(EVENING):
        book.deposit(31_000, day=date(2026, 1, 15))
        book.deposit(62_000)
        close_month(book.db, book.desk, JANUARY)
        close_month(book.db, book.desk, FEBRUARY)
        reopen_month(book.db, book.desk, FEBRUARY, REASON)
        close_month(book.db, book.desk, FEBRUARY)
        close_day(book.db, book.desk, TUESDAY)
    return book


def test_each_closing_has_its_number(closed: Book) -> None:
    with closed.db.reading() as connection:
        kinds = connection.execute(sa.select(entry.c.sequence, entry.c.kind).order_by(entry.c.sequence)).all()
        assert [tuple(row) for row in kinds[2:]] == [
            (3, EntryKind.MONTH_CLOSING),
            (4, EntryKind.MONTH_CLOSING),
            (5, EntryKind.MONTH_REOPENING),
            (6, EntryKind.MONTH_CLOSING),
            (7, EntryKind.DAY_CLOSING),
        ]
        for table in (day_closing, month_closing, month_reopening):
            assert None not in connection.scalars(sa.select(table.c.entry_id)).all()
    answer = verify(closed.db)
    assert answer.problems == ()
    assert answer.heads[0].sequence == 7


def test_a_month_is_closed_on_the_evening_of_a_closed_day(closed: Book) -> None:
    with clock_at(EVENING):
        reopen_month(closed.db, closed.desk, FEBRUARY, REASON)
        close_month(closed.db, closed.desk, FEBRUARY)
    assert verify(closed.db).problems == ()
    with clock_at(EVENING + DAY_MS):
        assert days_state(closed.db).next_day == date(2026, 3, 11)


def test_a_day_with_nothing_but_closings_need_not_be_closed(closed: Book) -> None:
    with clock_at(EVENING + DAY_MS):
        reopen_month(closed.db, closed.desk, FEBRUARY, REASON)
        close_month(closed.db, closed.desk, FEBRUARY)
    with clock_at(EVENING + 2 * DAY_MS):
        page = close_day(closed.db, closed.desk, date(2026, 3, 12))
    ever = {each.kind: each.count for each in page.ever}
    assert ever == {
        EntryKind.DEPOSIT: 2,
        EntryKind.DAY_CLOSING: 1,
        EntryKind.MONTH_CLOSING: 4,
        EntryKind.MONTH_REOPENING: 2,
    }
    assert verify(closed.db).problems == ()


def test_a_closing_is_no_act_of_a_member(closed: Book) -> None:
    assert [act.number for act in acts_of_day(closed.db, TUESDAY)] == ["L1-000002"]
    assert [act.number for act in latest_acts(closed.db, 1, 5)] == ["L1-000002", "L1-000001"]
    with closed.db.reading() as connection:
        entry_id = connection.scalar(sa.select(entry.c.id).where(entry.c.sequence == 7))
    approver = add_staff(closed.db, "Rohmah", "333333")
    with clock_at(EVENING + DAY_MS), pytest.raises(ReversalRefused) as refused:
        reverse(closed.db, closed.desk, ReversalDraft(new_key(), int(entry_id or 0), "salah hari", approver))
    assert refused.value.reason == "of_a_closing"


@pytest.mark.parametrize(
    "statement",
    [
        "INSERT INTO day_closing (day, at_ms, staff_id, report, report_hash) VALUES ('2026-03-11', 1, 1, '{}', 'x')",
        FORGED,
        FORGED.replace("reason)", "reason, entry_id)").replace("'alasan palsu sekali'", "'alasan palsu sekali', 1"),
        FORGED.replace("reason)", "reason, entry_id)").replace("'alasan palsu sekali'", "'alasan palsu sekali', 99"),
    ],
)
def test_none_is_written_without_an_entry(closed: Book, statement: str) -> None:
    with pytest.raises(IntegrityError), closed.db.transaction() as connection:
        connection.exec_driver_sql(statement)


def rehashed(table: str, where: str, change: Callable[[str], str]) -> Callable[[Run], None]:
    """Another report with its hash made right."""

    def tamper(run: Run) -> None:
        cursor = run(f"SELECT report FROM {table} WHERE {where}")
        text = cursor.fetchone()[0]  # type: ignore[attr-defined]
        new = change(text).replace("'", "''")
        assert new != text
        run(f"UPDATE {table} SET report = '{new}', report_hash = '{digest(new)}' WHERE {where}")

    return tamper


def statements(*them: str) -> Callable[[Run], None]:
    def tamper(run: Run) -> None:
        for each in them:
            run(each)

    return tamper


TUESDAYS = "day = '2026-03-10'"
TAMPERINGS: dict[str, tuple[Callable[[Run], None], tuple[str, str]]] = {
    "a day away": (statements("DELETE FROM day_closing"), ("document_missing", "L1-000007")),
    "a month away": (
        statements("DELETE FROM month_closing WHERE month = '2026-01'"),
        ("document_missing", "L1-000003"),
    ),
    "a reopening away": (statements("DELETE FROM month_reopening"), ("document_missing", "L1-000005")),
    "another reason of a reopening": (
        statements("UPDATE month_reopening SET reason = 'alasan lain sama sekali'"),
        ("document_changed", "L1-000005"),
    ),
    "another who opened": (
        statements("UPDATE month_reopening SET staff_id = 2"),
        ("document_changed", "L1-000005"),
    ),
    "the other month opened": (
        statements("UPDATE month_reopening SET closing_id = (SELECT id FROM month_closing WHERE month = '2026-01')"),
        ("document_changed", "L1-000005"),
    ),
    "a forged reopening": (
        statements(FORGED),
        ("document_changed", "L1-000003"),
    ),
    "another who closed the day": (
        statements("UPDATE day_closing SET staff_id = 2"),
        ("document_changed", "L1-000007"),
    ),
    "another day": (statements("UPDATE day_closing SET day = '2026-03-09'"), ("document_changed", "L1-000007")),
    "another version": (
        statements("UPDATE month_closing SET version = 7 WHERE version = 2"),
        ("document_changed", "L1-000006"),
    ),
    "a day without its entry": (
        statements("UPDATE day_closing SET entry_id = NULL"),
        ("document_missing", "L1-000007"),
    ),
    "a day at the entry of a deposit": (
        statements("UPDATE day_closing SET entry_id = (SELECT id FROM entry WHERE sequence = 2)"),
        ("document_changed", "L1-000002"),
    ),
    "a day at no entry": (
        statements("UPDATE day_closing SET entry_id = 99"),
        ("document_without_entry", "day_closing 99"),
    ),
    "another report of a month": (
        rehashed("month_closing", "month = '2026-01'", lambda text: text.replace('"rupiah":', '"rupiah":1', 1)),
        ("document_changed", "L1-000003"),
    ),
    "another figure of the day": (
        rehashed("day_closing", TUESDAYS, lambda text: text.replace('"count":1', '"count":5', 1)),
        ("closing_differs", "2026-03-10"),
    ),
    "another head of the day": (
        rehashed("day_closing", TUESDAYS, lambda text: text.replace("L1-000006", "L1-000005", 1)),
        ("closing_differs", "2026-03-10"),
    ),
    "no heads on the page": (
        rehashed(
            "day_closing", TUESDAYS, lambda text: text[: text.index('"heads":[') + 9] + text[text.index('],"gaps"') :]
        ),
        ("closing_differs", "2026-03-10"),
    ),
    "junk on the page": (rehashed("day_closing", TUESDAYS, lambda _: "junk"), ("closing_changed", "2026-03-10")),
    "a list on the page": (rehashed("day_closing", TUESDAYS, lambda _: "[1]"), ("closing_changed", "2026-03-10")),
    "junk in the report": (
        rehashed("month_closing", "month = '2026-01'", lambda _: "junk"),
        ("closing_changed", "2026-01"),
    ),
    "a closing that moves money": (
        statements(
            "INSERT INTO money_transfer (entry_id, position, debit_account_id, credit_account_id, rupiah)"
            " SELECT id, 1, 1, 2, 5 FROM entry WHERE sequence = 7"
        ),
        ("money_differs", "L1-000007"),
    ),
}


@pytest.mark.parametrize("tamper, least", TAMPERINGS.values(), ids=TAMPERINGS)
def test_tampering_is_named(closed: Book, tamper: Callable[[Run], None], least: tuple[str, str]) -> None:
    with unguarded(closed.db) as run:
        tamper(run)
    assert least in found(closed.db)


# Books of before: their closings are no entries.


def forget_entries(db: Database) -> None:
    """As a book of an earlier version has left it: its closings are no entries."""
    with unguarded(db) as run:
        for table in ("day_closing", "month_closing", "month_reopening"):
            run(f"UPDATE {table} SET entry_id = NULL")
        run("DELETE FROM entry WHERE sequence > 2")


@pytest.fixture
def older(closed: Book) -> Book:
    """Its page names number 6, which is a closing: the page is made again."""
    forget_entries(closed.db)
    with unguarded(closed.db) as run:
        run("DELETE FROM day_closing")
    closed.db.anchors = None
    return closed


def test_closings_of_older_books_are_taken_as_they_are(older: Book) -> None:
    assert verify(older.db).problems == ()
    with unguarded(older.db) as run:
        run("UPDATE month_closing SET report = '{}' WHERE month = '2026-01'")
    assert found(older.db) == {("closing_changed", "2026-01")}


@pytest.mark.parametrize(
    "tampering",
    [
        "DELETE FROM month_reopening",
        "UPDATE month_closing SET staff_id = 2 WHERE month = '2026-01'",
        "UPDATE month_reopening SET reason = 'alasan lain sama sekali'",
        FORGED,
    ],
)
def test_the_first_closing_that_is_an_entry_stands_for_those_before(older: Book, tampering: str) -> None:
    with clock_at(EVENING):
        close_day(older.db, older.desk, TUESDAY)
    with clock_at(EVENING + DAY_MS):
        close_day(older.db, Desk(older.desk.counter_id, 2), date(2026, 3, 11))
    assert verify(older.db).problems == ()
    with unguarded(older.db) as run:
        run(tampering)
    assert found(older.db) == {("document_changed", "L1-000003")}


def test_a_closing_is_no_paper(closed: Book) -> None:
    with pytest.raises(UnknownReceipt):
        hand_out(closed.db, "L1-000007", None)


@pytest.fixture
def older_page(book: Book) -> Book:
    """A day that an earlier version closed behind one deposit, and another deposit on the next day."""
    with clock_at(EVENING):
        book.deposit(31_000)
        close_day(book.db, book.desk, TUESDAY)
    with unguarded(book.db) as run:
        run("UPDATE day_closing SET entry_id = NULL")
        run("DELETE FROM entry WHERE sequence > 1")
    book.db.anchors = None
    with clock_at(EVENING + DAY_MS):
        book.deposit(31_000)
    return book


@pytest.mark.parametrize(
    "change, least",
    [
        (lambda text: text.replace('"count":1', '"count":5', 1), ("closing_differs", "2026-03-10")),
        (lambda text: text.replace('"rupiah":31000', '"rupiah":41000', 1), ("closing_differs", "2026-03-10")),
        (lambda text: text.replace("L1-000001", "L1-000009"), ("closing_differs", "L1-000009")),
    ],
)
def test_the_page_of_an_older_book_is_recomputed_behind_the_entries_it_names(
    older_page: Book, change: Callable[[str], str], least: tuple[str, str]
) -> None:
    assert verify(older_page.db).problems == ()
    with unguarded(older_page.db) as run:
        rehashed("day_closing", TUESDAYS, change)(run)
    assert least in found(older_page.db)
