"""Forms that are half typed, as the book keeps them."""

import sqlalchemy as sa

from daurulang.centre.service import add_counter
from daurulang.deposits import service as deposits
from daurulang.deposits.model import Payment
from daurulang.deposits.service import DepositDraft, LineDraft
from daurulang.drafts.model import DraftKind, draft
from daurulang.drafts.queries import open_drafts
from daurulang.drafts.service import drop, keep
from daurulang.ledger.service import Desk
from daurulang.periods import clock_at
from tests.book import PET_RUPIAH, Book, new_key

DEPOSIT, PAYOUT = DraftKind.DEPOSIT, DraftKind.PAYOUT


def keys_of(book: Book, kind: DraftKind = DEPOSIT) -> list[str]:
    return [each.form_key for each in open_drafts(book.db, 1, kind)]


def rows(book: Book) -> int:
    with book.db.reading() as connection:
        return int(connection.scalar(sa.select(sa.func.count()).select_from(draft)) or 0)


def post(book: Book, form_key: str) -> int:
    form = DepositDraft(form_key, book.member_id, (LineDraft(book.pet_id, 1000),), Payment.SAVINGS, PET_RUPIAH)
    return deposits.record(book.db, book.desk, form)


def test_a_draft_is_what_was_typed_last(book: Book) -> None:
    with clock_at(1_773_100_000_000):
        keep(book.db, "a", DEPOSIT, book.desk, "one line")
    with clock_at(1_773_100_002_000):
        keep(book.db, "a", DEPOSIT, book.desk, "two lines")
    (kept,) = open_drafts(book.db, 1, DEPOSIT)
    assert (kept.content, kept.at_ms, kept.clerk) == ("two lines", 1_773_100_002_000, "Siti Aminah")
    assert rows(book) == 1


def test_each_form_has_its_own_the_newest_first(book: Book) -> None:
    for number, (key, kind) in enumerate((("a", DEPOSIT), ("b", PAYOUT), ("c", DEPOSIT))):
        with clock_at(1_773_100_000_000 + number):
            keep(book.db, key, kind, book.desk, "{}")
    assert keys_of(book) == ["c", "a"]
    assert keys_of(book, PAYOUT) == ["b"]
    drop(book.db, "c")
    drop(book.db, "never kept")
    assert keys_of(book) == ["a"]


def test_what_was_posted_is_not_offered_and_goes_with_the_next(book: Book) -> None:
    key = new_key()
    keep(book.db, key, DEPOSIT, book.desk, "{}")
    post(book, key)
    assert keys_of(book) == []
    assert rows(book) == 1
    keep(book.db, "next", DEPOSIT, book.desk, "{}")
    assert keys_of(book) == ["next"]
    assert rows(book) == 1


def test_a_draft_that_comes_after_its_posting_is_not_offered_either(book: Book) -> None:
    key = new_key()
    post(book, key)
    keep(book.db, key, DEPOSIT, book.desk, "{}")
    assert keys_of(book) == []


def test_another_counter_has_its_own(book: Book) -> None:
    other = add_counter(book.db, "L7", "Loket 7")
    keep(book.db, "other", DEPOSIT, Desk(other.id, book.desk.staff_id), "{}")
    assert keys_of(book) == []
    assert [each.form_key for each in open_drafts(book.db, other.id, DEPOSIT)] == ["other"]
