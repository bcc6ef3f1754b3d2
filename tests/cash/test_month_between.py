"""A month is closed while yesterday's box still stands open: the box is closed on the day of its own last act."""

from datetime import date

import sqlalchemy as sa

from daurulang.cash.service import ClosingDraft, OpeningDraft, close_session, open_session
from daurulang.closings.service import close_month
from daurulang.ledger.model import entry
from daurulang.periods import clock_at, month_of
from daurulang.verification.service import verify
from tests.book import Book, new_key
from tests.cash.test_service import EVENING, TUESDAY

DAY_MS = 86_400_000


def test_a_closing_is_no_act_at_the_box(book: Book) -> None:
    with clock_at(EVENING):
        open_session(book.db, book.desk, OpeningDraft(new_key(), 5_000))
    with clock_at(EVENING + DAY_MS):
        close_month(book.db, book.desk, month_of(date(2026, 2, 1)))
        entry_id = close_session(book.db, book.desk, ClosingDraft(new_key(), ((5_000, 1),)))
    with book.db.reading() as connection:
        assert connection.scalar(sa.select(entry.c.day).where(entry.c.id == entry_id)) == TUESDAY
    assert verify(book.db).problems == ()
