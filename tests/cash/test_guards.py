"""The database itself keeps what was counted and closed, whatever program writes into it."""

import pytest
import sqlalchemy as sa
from sqlalchemy import event
from sqlalchemy.exc import IntegrityError

from daurulang.cash.model import Direction, OtherSide
from daurulang.cash.service import (
    ClosingDraft,
    MovementDraft,
    OpeningDraft,
    close_session,
    move_cash,
    open_session,
)
from daurulang.closings.day import close_day
from daurulang.closings.service import close_month, reopen_month
from daurulang.deposits import service as deposits
from daurulang.deposits.model import Payment
from daurulang.deposits.service import DepositDraft, LineDraft
from daurulang.periods import clock_at, month_of
from tests.book import PET_RUPIAH, Book, new_key
from tests.closings.test_day import DAY_MS, EVENING, TUESDAY


@pytest.fixture
def kept(book: Book) -> Book:
    """A box that was opened, moved into, closed and opened again; a closed day; a month closed and opened again."""
    with clock_at(EVENING - 30 * DAY_MS):
        book.deposit()
        month = month_of(TUESDAY).before
    with clock_at(EVENING):
        close_month(book.db, book.desk, month)
        reopen_month(book.db, book.desk, month, "nota tertinggal di pos")
        open_session(book.db, book.desk, OpeningDraft(new_key(), 10_000))
        move_cash(book.db, book.desk, MovementDraft(new_key(), Direction.IN, OtherSide.BANK, 5_000, "modal"))
        close_session(book.db, book.desk, ClosingDraft(new_key(), ((5_000, 3),)))
        close_day(book.db, book.desk, TUESDAY)
    with clock_at(EVENING + DAY_MS):
        open_session(book.db, book.desk, OpeningDraft(new_key(), 15_000))
    return book


SECOND_OPENING = (
    "INSERT INTO cash_opening (entry_id, counter_id, expected_rupiah, counted_rupiah, reason)"
    " VALUES (1, 1, 15000, 15000, '')"
)
EARLIER_DAY = (
    "INSERT INTO day_closing (day, at_ms, staff_id, report, report_hash) VALUES ('2026-03-09', 1, 1, '{}', 'x')"
)


@pytest.mark.parametrize(
    "statement",
    [
        *(f"DELETE FROM {table}" for table in ("cash_movement", "day_closing", "month_reopening", "cash_closing")),
        "DELETE FROM cash_opening WHERE entry_id = (SELECT max(entry_id) FROM cash_opening)",
        "UPDATE cash_opening SET counted_rupiah = 0",
        "UPDATE cash_movement SET rupiah = 1",
        "UPDATE cash_closing SET reason = 'semuanya cocok'",
        "UPDATE day_closing SET report = '{}'",
        "UPDATE month_reopening SET reason = 'alasan yang lain'",
        SECOND_OPENING,
        EARLIER_DAY,
        EARLIER_DAY.replace("09", "10"),
    ],
)
def test_raw_words_change_nothing(kept: Book, statement: str) -> None:
    with pytest.raises(IntegrityError), kept.db.transaction() as connection:
        connection.execute(sa.text(statement))


def test_how_many_statements_the_box_costs(book: Book) -> None:
    """BEGIN and COMMIT are not counted; on a server each act locks its counter in one more."""
    counted: list[str] = []

    def note(_connection: object, _cursor: object, statement: str, *_rest: object) -> None:
        counted.append(statement)

    def statements_of(act: object) -> int:
        counted.clear()
        assert callable(act)
        act()
        return sum(not words.startswith("BEGIN") for words in counted)

    def deposit(payment: Payment) -> None:
        draft = DepositDraft(new_key(), book.member_id, (LineDraft(book.pet_id, 10_000),), payment, 10 * PET_RUPIAH)
        deposits.record(book.db, book.desk, draft)

    event.listen(book.db.engine, "before_cursor_execute", note)
    db, desk = book.db, book.desk
    costs = {
        "savings": statements_of(lambda: deposit(Payment.SAVINGS)),
        "open": statements_of(lambda: open_session(db, desk, OpeningDraft(new_key(), 500_000))),
        "cash": statements_of(lambda: deposit(Payment.CASH)),
        "payout": statements_of(lambda: book.payout(1_000)),
        "move": statements_of(
            lambda: move_cash(db, desk, MovementDraft(new_key(), Direction.IN, OtherSide.BANK, 32_000, "modal"))
        ),
        "close": statements_of(lambda: close_session(db, desk, ClosingDraft(new_key(), ((100_000, 5),)))),
    }
    event.remove(book.db.engine, "before_cursor_execute", note)
    server = 0 if book.db.is_sqlite else 1
    assert costs == {
        "savings": 10 + server,
        "open": 7 + server,
        "cash": 11 + server,
        "payout": 9 + server,
        "move": 6 + server,
        "close": 12 + 2 * server,  # four of them keep the count first
    }
