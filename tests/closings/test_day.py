"""A closed day stays as its page says: nothing is posted on it, and the page prints again the same."""

import threading
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest
import sqlalchemy as sa

from daurulang.cash.service import ClosingDraft, OpeningDraft, close_session, open_session
from daurulang.centre.queries import Centre
from daurulang.centre.service import add_counter, change_centre
from daurulang.closings.day import close_day, day_page, days_state, frozen_page, thawed_page
from daurulang.closings.day_page import ChainHead, CounterDay, KindSum
from daurulang.closings.model import day_closing
from daurulang.corrections.service import ReversalDraft, reverse
from daurulang.deposits import service as deposits
from daurulang.deposits.model import Payment
from daurulang.deposits.service import DepositDraft, LineDraft
from daurulang.errors import BadDay, CashSessionOpen, DayBeforeOpen, DayClosed, DayNotClosed
from daurulang.ledger.model import EntryKind, entry
from daurulang.ledger.service import Desk, archive_counter_id
from daurulang.migrations.opening import open_book
from daurulang.payouts import service as payouts
from daurulang.payouts.service import PayoutDraft
from daurulang.periods import clock_at
from daurulang.staff.service import add_staff
from daurulang.verification.problems import ProblemKind
from daurulang.verification.service import verify
from tests.book import PET_RUPIAH, Book, new_key
from tests.verification.test_verification import unguarded

MONDAY, TUESDAY, WEDNESDAY = (date(2026, 3, day) for day in (9, 10, 11))
EVENING = int(datetime(2026, 3, 10, 12, tzinfo=UTC).timestamp()) * 1000  # 19.00 in Bangkalan
DAY_MS = 86_400_000


@pytest.fixture
def tuesday(book: Book) -> Iterator[Book]:
    with clock_at(EVENING):
        yield book


def three_units(book: Book, payment: Payment, cash: int = 0) -> int:
    """1 kg of PET, ten bottles, half a litre of oil: 3.100 + 4.000 + 2.000."""
    lines = (LineDraft(book.pet_id, 1000), LineDraft(book.bottle_id, 10), LineDraft(book.oil_id, 500))
    draft = DepositDraft(new_key(), book.other_id, lines, payment, 0 if payment is Payment.GIVEN else 9_100, cash)
    return deposits.record(book.db, book.desk, draft)


def reversed_by_another(book: Book, original: int) -> int:
    approver = add_staff(book.db, "Kholifah", "222222")
    return reverse(book.db, book.desk, ReversalDraft(new_key(), original, "ditimbang dua kali", approver))


def work(book: Book) -> None:
    """Monday: one deposit. Tuesday: the box with a difference, three deposits, one of them reversed, a payout."""
    with clock_at(EVENING - DAY_MS):
        book.deposit(31_000)
    open_session(book.db, book.desk, OpeningDraft(new_key(), 100_000))
    three_units(book, Payment.SPLIT, 1_100)
    three_units(book, Payment.GIVEN)
    reversed_by_another(book, book.deposit(grams=1000))
    book.payout(20_000)
    pieces = ((50_000, 1), (20_000, 1), (5_000, 1))
    close_session(book.db, book.desk, ClosingDraft(new_key(), pieces, "salah kembalian", 78_900))


def test_the_page_counts_everything(tuesday: Book) -> None:
    work(tuesday)
    page = close_day(tuesday.db, tuesday.desk, TUESDAY)
    assert page.kinds == (
        KindSum(EntryKind.DEPOSIT, 3, 9_100 + PET_RUPIAH, 1_100, 1_000 * 3 + 458 * 2, 20, 1_000),
        KindSum(EntryKind.PAYOUT, 1, 20_000, 20_000, 0, 0, 0),
        KindSum(EntryKind.REVERSAL, 1, PET_RUPIAH, 0, 1_000, 0, 0),
        KindSum(EntryKind.CASH_OPENING, 1, 100_000, 100_000, 0, 0, 0),
        KindSum(EntryKind.CASH_CLOSING, 1, 3_900, 3_900, 0, 0, 0),
    )
    assert page.ever[0] == KindSum(EntryKind.DEPOSIT, 4, 43_200, 1_100, 13_916, 20, 1_000)
    assert page.ever[1:] == page.kinds[1:]
    assert page.counters == (CounterDay("L1", "Loket 1", 7, "L1-000002", "L1-000008", 0, 100_000, 21_100, -3_900),)
    assert page.counters[0].cash_after_rupiah == 75_000
    (taken_back,) = page.reversals
    assert (taken_back.number, taken_back.original, taken_back.rupiah) == ("L1-000006", "L1-000005", PET_RUPIAH)
    assert (taken_back.reason, taken_back.approver) == ("ditimbang dua kali", "Kholifah")
    with tuesday.db.reading() as connection:
        head = connection.scalar(sa.select(entry.c.hash).where(entry.c.sequence == 8))
    assert page.heads == (ChainHead("L1-000008", str(head)),)
    assert verify(tuesday.db).problems == ()


def test_nothing_is_posted_on_a_closed_day_or_before_it(tuesday: Book) -> None:
    work(tuesday)
    close_day(tuesday.db, tuesday.desk, TUESDAY)
    for day in (TUESDAY, MONDAY, date(2025, 1, 1)):
        with pytest.raises(DayClosed):
            tuesday.deposit(day=day)
    with pytest.raises(DayClosed):
        open_session(tuesday.db, tuesday.desk, OpeningDraft(new_key(), 75_000))
    with clock_at(EVENING + DAY_MS):
        tuesday.deposit()
        open_session(tuesday.db, tuesday.desk, OpeningDraft(new_key(), 75_000))


def test_an_old_book_lies_before_all_closed_days(tuesday: Book) -> None:
    tuesday.deposit(31_000)
    close_day(tuesday.db, tuesday.desk, TUESDAY)
    with tuesday.db.transaction() as connection:
        archive = Desk(archive_counter_id(connection), tuesday.desk.staff_id)
    lines = (LineDraft(tuesday.pet_id, 1000),)
    draft = DepositDraft(new_key(), tuesday.member_id, lines, Payment.SAVINGS, PET_RUPIAH)
    deposits.record(tuesday.db, archive, draft, MONDAY)
    with clock_at(EVENING + DAY_MS):
        tuesday.deposit(31_000)
        page = close_day(tuesday.db, tuesday.desk, WEDNESDAY)
    assert [(kind.kind, kind.count) for kind in page.ever] == [(EntryKind.DEPOSIT, 2), (EntryKind.DAY_CLOSING, 1)]
    assert [head.number for head in page.heads] == ["L1-000003", "BL-000001"]
    assert [each.code for each in page.counters] == ["L1"]


def test_days_are_closed_one_after_the_other(tuesday: Book) -> None:
    work(tuesday)
    assert days_state(tuesday.db).next_day == TUESDAY
    with pytest.raises(BadDay):
        close_day(tuesday.db, tuesday.desk, WEDNESDAY)
    close_day(tuesday.db, tuesday.desk, MONDAY)
    with pytest.raises(DayClosed):
        close_day(tuesday.db, tuesday.desk, MONDAY)
    with clock_at(EVENING + 3 * DAY_MS):
        assert days_state(tuesday.db).next_day == TUESDAY
        with pytest.raises(DayBeforeOpen) as before:
            close_day(tuesday.db, tuesday.desk, WEDNESDAY)
        assert before.value.day == TUESDAY
        page = close_day(tuesday.db, tuesday.desk, TUESDAY)
        assert page.counters[0].cash_after_rupiah == 75_000
        assert days_state(tuesday.db).last == TUESDAY
        assert days_state(tuesday.db).next_day == TUESDAY + timedelta(days=3)
    with pytest.raises(DayNotClosed):
        day_page(tuesday.db, WEDNESDAY)


def test_a_day_waits_for_every_box(tuesday: Book) -> None:
    other = Desk(add_counter(tuesday.db, "L2", "Loket 2").id, tuesday.desk.staff_id)
    open_session(tuesday.db, other, OpeningDraft(new_key(), 5_000))
    assert days_state(tuesday.db).waiting_on == "Loket 2"
    with pytest.raises(CashSessionOpen) as still:
        close_day(tuesday.db, tuesday.desk, TUESDAY)
    assert (still.value.counter, still.value.day) == ("Loket 2", TUESDAY)
    close_session(tuesday.db, other, ClosingDraft(new_key(), ((5_000, 1),)))
    page = close_day(tuesday.db, tuesday.desk, TUESDAY)
    assert [(each.code, each.count, each.cash_after_rupiah) for each in page.counters] == [
        ("L1", 0, 0),
        ("L2", 2, 5_000),
    ]


def test_yesterdays_page_leaves_out_today(tuesday: Book) -> None:
    work(tuesday)
    with clock_at(EVENING + DAY_MS):
        open_session(tuesday.db, tuesday.desk, OpeningDraft(new_key(), 75_000))
        tuesday.payout(5_000)
        close_session(tuesday.db, tuesday.desk, ClosingDraft(new_key(), ((50_000, 1), (20_000, 1))))
        page = close_day(tuesday.db, tuesday.desk, TUESDAY)
    (box,) = page.counters
    assert (box.cash_before_rupiah, box.cash_after_rupiah, box.last) == (0, 75_000, "L1-000008")
    assert page.heads[0].number == "L1-000011"
    assert sum(kind.count for kind in page.ever) == 8


def test_a_page_stays_as_it_was(tuesday: Book) -> None:
    change_centre(tuesday.db, Centre("Nama Lama", logo=b"picture"))
    work(tuesday)
    before = close_day(tuesday.db, tuesday.desk, TUESDAY)
    change_centre(tuesday.db, Centre("Nama Baru"))
    with clock_at(EVENING + DAY_MS):
        tuesday.deposit()
        assert day_page(tuesday.db, TUESDAY) == before
    assert (before.centre.name, before.centre.logo) == ("Nama Lama", b"picture")
    with tuesday.db.reading() as connection:
        text = connection.execute(sa.select(day_closing.c.report)).scalar_one()
    assert frozen_page(thawed_page(text)) == text


@pytest.mark.parametrize("tampering, kind, where", [
    ("UPDATE day_closing SET report = replace(report, 'Siti', 'Budi')", ProblemKind.CLOSING_CHANGED, "2026-03-10"),
    (f"UPDATE entry SET hash = '{'a' * 64}' WHERE sequence = 8", ProblemKind.CLOSING_DIFFERS, "L1-000008"),
    ("DELETE FROM entry WHERE sequence = 8", ProblemKind.CLOSING_DIFFERS, "L1-000008"),
])  # fmt: skip
def test_what_was_changed_behind_a_page_is_found(tuesday: Book, tampering: str, kind: ProblemKind, where: str) -> None:
    work(tuesday)
    close_day(tuesday.db, tuesday.desk, TUESDAY)
    with unguarded(tuesday.db) as run:
        run(tampering)
    assert (kind, where) in {(each.kind, each.where) for each in verify(tuesday.db).problems}


def test_nothing_late_gets_into_a_day_that_is_being_closed(tuesday: Book, place: str | Path) -> None:
    """Three windows post while a fourth closes the day: every entry of it is on its page, or was refused."""
    tuesday.deposit(310_000)
    windows = [open_book(place) for _ in range(3)]
    desks = [Desk(add_counter(tuesday.db, f"K{n}", f"Loket {n}").id, tuesday.desk.staff_id) for n in range(3)]
    for round_ in range(5):
        day = TUESDAY + timedelta(days=round_)
        with clock_at(EVENING + round_ * DAY_MS):
            refused: list[int] = []
            start = threading.Barrier(4)

            def post(n: int, day: date = day, refused: list[int] = refused, start: threading.Barrier = start) -> None:
                start.wait()
                for _ in range(12):
                    try:
                        payouts.record(windows[n], desks[n], PayoutDraft(new_key(), tuesday.member_id, 100), day)
                    except DayClosed:
                        refused.append(n)

            threads = [threading.Thread(target=post, args=(n,)) for n in range(3)]
            for thread in threads:
                thread.start()
            start.wait()
            page = close_day(tuesday.db, tuesday.desk, day)
            for thread in threads:
                thread.join()
            with tuesday.db.reading() as connection:
                acts = (entry.c.day == day, entry.c.kind != EntryKind.DAY_CLOSING)
                posted = connection.scalar(sa.select(sa.func.count()).where(*acts))
            assert posted == sum(kind.count for kind in page.kinds)
            assert len(refused) + int(posted or 0) == 36 + (round_ == 0)
    for window in windows:
        window.close()
    assert verify(tuesday.db).problems == ()
