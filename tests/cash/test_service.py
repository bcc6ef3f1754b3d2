"""The cash box: counted when it opens and when it closes, and every difference stands in the book."""

import dataclasses
import threading
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest
import sqlalchemy as sa

from daurulang.cash.model import Direction, OtherSide, cash_closing, cash_opening
from daurulang.cash.queries import BoxState, box_state, cash_rupiah, open_boxes
from daurulang.cash.service import (
    ClosingDraft,
    MovementDraft,
    OpeningDraft,
    close_session,
    counted_rupiah,
    move_cash,
    open_session,
)
from daurulang.centre.service import add_counter
from daurulang.corrections.service import ReversalDraft, reverse
from daurulang.database import Database
from daurulang.deposits import service as deposits
from daurulang.deposits.model import Payment
from daurulang.deposits.service import DepositDraft, LineDraft
from daurulang.errors import (
    BadNumber,
    CashDiffers,
    CashSessionOpen,
    FieldTooLong,
    FormKeyReused,
    NoCashSession,
    ReasonTooShort,
    UserError,
)
from daurulang.ledger.model import EntryKind, SystemAccount, counter, entry
from daurulang.ledger.queries import credit_balance_rupiah
from daurulang.ledger.service import Desk
from daurulang.migrations.opening import open_book
from daurulang.payouts import service as payouts
from daurulang.payouts.model import PayoutMethod
from daurulang.payouts.service import PayoutDraft
from daurulang.periods import clock_at
from daurulang.quantities import MAX_RUPIAH
from daurulang.reports.daily import acts_of_day
from daurulang.staff.service import add_staff
from daurulang.verification.service import verify
from tests.book import PET_RUPIAH, Book, new_key

CASH_ACCOUNT = 3
EVENING = int(datetime(2026, 3, 10, 12, tzinfo=UTC).timestamp()) * 1000  # 19.00 in Bangkalan
TUESDAY = date(2026, 3, 10)


def opened(book: Book, rupiah: int, reason: str = "", expected: int | None = None) -> int:
    return open_session(book.db, book.desk, OpeningDraft(new_key(), rupiah, reason, expected))


def moved(book: Book, direction: Direction, rupiah: int, side: OtherSide = OtherSide.BANK) -> int:
    return move_cash(book.db, book.desk, MovementDraft(new_key(), direction, side, rupiah, "modal hari ini"))


def closed(book: Book, *pieces: tuple[int, int], reason: str = "", expected: int | None = None) -> int:
    return close_session(book.db, book.desk, ClosingDraft(new_key(), pieces, reason, expected))


def cash_deposit(book: Book, *, cash: int = PET_RUPIAH) -> int:
    payment = Payment.CASH if cash == PET_RUPIAH else Payment.SPLIT
    lines = (LineDraft(book.pet_id, 1000),)
    draft = DepositDraft(new_key(), book.member_id, lines, payment, PET_RUPIAH, 0 if payment is Payment.CASH else cash)
    return deposits.record(book.db, book.desk, draft)


def state(book: Book) -> BoxState:
    return box_state(book.db, book.desk.counter_id)


def in_box(book: Book) -> int:
    with book.db.reading() as connection:
        return cash_rupiah(connection, CASH_ACCOUNT)


def balance(book: Book, account: SystemAccount) -> int:
    with book.db.reading() as connection:
        return credit_balance_rupiah(connection, account)


def test_a_day_at_the_box(book: Book) -> None:
    book.deposit(31_000)
    opened(book, 500_000)
    moved(book, Direction.IN, 200_000)
    book.payout(20_000)
    cash_deposit(book)
    cash_deposit(book, cash=1_000)
    moved(book, Direction.OUT, 100_000, OtherSide.OWNER)
    expected = 500_000 + 200_000 - 20_000 - PET_RUPIAH - 1_000 - 100_000
    assert in_box(book) == expected
    with pytest.raises(CashDiffers) as differs:
        closed(book, (100_000, 5), (50_000, 1), (20_000, 1), (5_000, 1), (500, 1))
    assert (differs.value.expected_rupiah, differs.value.counted_rupiah) == (expected, 575_500)
    closed(book, (100_000, 5), (50_000, 1), (20_000, 1), (5_000, 1), (500, 1), reason="uang kecil", expected=expected)
    assert in_box(book) == 575_500
    assert balance(book, SystemAccount.OPENING) == 500_000
    assert balance(book, SystemAccount.CASH_DIFFERENCE) == 575_500 - expected
    assert balance(book, SystemAccount.BANK) == 200_000
    assert balance(book, SystemAccount.OWNER) == -100_000
    assert [(act.kind, act.rupiah) for act in state(book).acts] == [
        (EntryKind.CASH_CLOSING, 575_500 - expected),
        (EntryKind.CASH_MOVEMENT, -100_000),
        (EntryKind.CASH_MOVEMENT, 200_000),
        (EntryKind.CASH_OPENING, 500_000),
    ]
    assert state(book).acts[0].reason == "uang kecil"
    assert not state(book).is_open
    assert verify(book.db).problems == ()


def test_a_count_that_agrees_needs_no_reason(book: Book) -> None:
    opened(book, 30_000)
    closed(book, (20_000, 1), (10_000, 1))
    opened(book, 30_000)
    closed(book, (10_000, 3))
    assert in_box(book) == 30_000
    assert verify(book.db).problems == ()


def test_what_was_paid_before_the_box_was_kept_is_in_its_opening(book: Book) -> None:
    book.deposit(31_000)
    book.payout(20_000)
    assert in_box(book) == -20_000
    opened(book, 100_000)
    assert in_box(book) == 100_000
    with book.db.reading() as connection:
        row = connection.execute(sa.select(cash_opening)).one()
    assert (row.expected_rupiah, row.counted_rupiah) == (-20_000, 100_000)
    assert verify(book.db).problems == ()


def test_a_later_opening_says_why_it_differs(book: Book) -> None:
    opened(book, 100_000)
    closed(book, (100_000, 1))
    with pytest.raises(CashDiffers):
        opened(book, 90_000, "hilang semalam")
    with pytest.raises(ReasonTooShort):
        opened(book, 90_000, " x ", 100_000)
    opened(book, 90_000, "hilang semalam", 100_000)
    assert in_box(book) == 90_000
    assert balance(book, SystemAccount.CASH_DIFFERENCE) == -10_000
    assert verify(book.db).problems == ()


def test_cash_is_paid_from_an_open_box_only(book: Book) -> None:
    book.deposit(93_000)
    book.payout(1_000)  # nobody has counted this box yet
    opened(book, 100_000)
    book.payout(1_000)
    closed(book, (50_000, 1), (20_000, 2), (5_000, 1), (2_000, 2))
    with pytest.raises(NoCashSession):
        book.payout(1_000)
    for cash in (PET_RUPIAH, 100):
        with pytest.raises(NoCashSession):
            cash_deposit(book, cash=cash)
    with pytest.raises(NoCashSession):
        moved(book, Direction.IN, 1_000)
    with pytest.raises(NoCashSession):
        closed(book)
    book.deposit(3_100)
    payouts.record(book.db, book.desk, PayoutDraft(new_key(), book.member_id, 5_000, PayoutMethod.TRANSFER, "BRI"))
    assert in_box(book) == 99_000
    assert verify(book.db).problems == ()


def test_a_box_is_opened_once(book: Book) -> None:
    opened(book, 1_000)
    with pytest.raises(CashSessionOpen) as still:
        opened(book, 1_000)
    assert still.value.counter == "Loket 1"
    with book.db.reading() as connection:
        assert [box.counter for box in open_boxes(connection)] == ["Loket 1"]


def test_each_counter_has_its_own_box(book: Book) -> None:
    other = Desk(add_counter(book.db, "L2", "Loket 2").id, book.desk.staff_id)
    book.deposit(31_000)
    opened(book, 5_000)
    closed(book, (5_000, 1))
    # The other one has never counted its box, then opens it.
    payouts.record(book.db, other, PayoutDraft(new_key(), book.member_id, 1_000))
    open_session(book.db, other, OpeningDraft(new_key(), 50_000))
    payouts.record(book.db, other, PayoutDraft(new_key(), book.member_id, 1_000))
    with pytest.raises(NoCashSession):
        book.payout(1_000)
    assert verify(book.db).problems == ()


def test_a_form_is_posted_once(book: Book) -> None:
    opening = OpeningDraft(new_key(), 10_000)
    first = open_session(book.db, book.desk, opening)
    assert open_session(book.db, book.desk, opening) == first
    movement = MovementDraft(new_key(), Direction.IN, OtherSide.OWNER, 5_000, "modal")
    second = move_cash(book.db, book.desk, movement)
    assert move_cash(book.db, book.desk, movement) == second
    with pytest.raises(FormKeyReused):
        move_cash(book.db, book.desk, dataclasses.replace(movement, rupiah=6_000))
    closing = ClosingDraft(new_key(), ((10_000, 1), (5_000, 1)))
    third = close_session(book.db, book.desk, closing)
    assert close_session(book.db, book.desk, closing) == third
    assert [act.entry_id for act in state(book).acts] == [third, second, first]


def test_amounts_and_reasons_are_looked_at(book: Book) -> None:
    with pytest.raises(BadNumber):
        opened(book, -1)
    opened(book, 0)
    for rupiah in (0, -5, 10**13):
        with pytest.raises(BadNumber):
            moved(book, Direction.IN, rupiah)
    for reason, refusal in (("", ReasonTooShort), ("x" * 201, FieldTooLong)):
        draft = MovementDraft(new_key(), Direction.OUT, OtherSide.OWNER, 5_000, reason)
        with pytest.raises(refusal):
            move_cash(book.db, book.desk, draft)
    for pieces in ((30_000, 1), (100, -1), (100, 1_000_000)):
        with pytest.raises(BadNumber):
            counted_rupiah([pieces])


def test_a_forgotten_session_belongs_to_the_day_of_its_last_act(book: Book) -> None:
    with clock_at(EVENING):
        book.deposit(31_000)
        opened(book, 100_000)
        book.payout(10_000)
    with clock_at(EVENING + 86_400_000):
        assert state(book).session is not None
        closed(book, (20_000, 4), (10_000, 1))
        assert state(book).acts[0].day == TUESDAY
        opened(book, 90_000)
        assert state(book).acts[0].day == TUESDAY + timedelta(days=1)
        # What has no member stands in no list of members' acts.
        assert acts_of_day(book.db, TUESDAY + timedelta(days=1)) == ()
    assert verify(book.db).problems == ()


def test_the_denominations_are_kept(book: Book) -> None:
    opened(book, 75_300)
    closed(book, (75_000, 1), (100, 3), (500, 0))
    with book.db.reading() as connection:
        assert connection.scalar(sa.select(cash_closing.c.denominations)) == '{"100":3,"75000":1}'


def test_a_difference_may_be_more_than_an_amount(book: Book) -> None:
    """Whoever typed three zeros too many three times still closes the box."""
    opened(book, MAX_RUPIAH // 2)
    for _ in range(4):
        moved(book, Direction.IN, MAX_RUPIAH // 2)
    closed(book, (50_000, 1), reason="salah ketik", expected=MAX_RUPIAH * 5 // 2)
    assert in_box(book) == 50_000
    assert verify(book.db).problems == ()


def test_a_box_opened_under_a_wrong_clock_is_closed_today(book: Book) -> None:
    with clock_at(EVENING + 400 * 86_400_000):
        opened(book, 50_000)
    with clock_at(EVENING):
        closed(book, (50_000, 1))
        assert state(book).acts[0].day == TUESDAY
    assert verify(book.db).problems == ()


def test_nothing_is_paid_after_the_count(book: Book, place: str | Path) -> None:
    """Payouts and the closing of the box at once: what was paid is in the count's expectation, or it is refused."""
    window = open_book(place)
    for _ in range(6):
        book.deposit(31_000)
        opened(book, 1_000_000, "dihitung ulang", in_box(book))
        start, refused = threading.Barrier(2), list[Exception]()

        def pay(start: threading.Barrier = start, refused: list[Exception] = refused) -> None:
            start.wait()
            try:
                for _ in range(5):
                    payouts.record(window, book.desk, PayoutDraft(new_key(), book.member_id, 1_000))
            except NoCashSession as error:
                refused.append(error)

        thread = threading.Thread(target=pay)
        thread.start()
        start.wait()
        expected: int | None = None
        while state(book).is_open:
            try:
                closed(book, (100_000, 10), reason="belum dicocokkan", expected=expected)
            except CashDiffers as differs:
                expected = differs.expected_rupiah
        thread.join()
        assert in_box(book) == 1_000_000
    window.close()
    assert verify(book.db).problems == ()


def test_nothing_is_taken_back_elsewhere_behind_the_count(book: Book, place: str | Path) -> None:
    """Another counter reverses payouts of this one while its box is being closed."""
    approver = add_staff(book.db, "Kholifah", "222222")
    other = Desk(add_counter(book.db, "L2", "Loket 2").id, book.desk.staff_id)
    window = open_book(place)
    for _ in range(6):
        book.deposit(31_000)
        opened(book, 1_000_000, "dihitung ulang", in_box(book))
        paid = [book.payout(1_000) for _ in range(4)]
        start = threading.Barrier(2)

        def take_back(paid: list[int] = paid, start: threading.Barrier = start) -> None:
            start.wait()
            for entry_id in paid:
                try:
                    reverse(window, other, ReversalDraft(new_key(), entry_id, "uangnya kembali", approver))
                except NoCashSession:
                    return

        thread = threading.Thread(target=take_back)
        thread.start()
        start.wait()
        expected: int | None = None
        while state(book).is_open:
            try:
                closed(book, (100_000, 10), reason="belum dicocokkan", expected=expected)
            except CashDiffers as differs:
                expected = differs.expected_rupiah
        thread.join()
        assert in_box(book) == 1_000_000
    window.close()
    assert verify(book.db).problems == ()


def waiting(db: Database) -> int:
    """How many sessions of a server wait for a lock."""
    with db.reading() as connection:
        query = "SELECT count(*) FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'"
        return int(connection.exec_driver_sql(query).scalar_one())


def test_two_counters_take_back_what_the_other_paid(book: Book, place: str | Path) -> None:
    """They want each other's box at the same moment, and neither is refused."""
    approver = add_staff(book.db, "Kholifah", "222222")
    desks = [book.desk, Desk(add_counter(book.db, "L2", "Loket 2").id, book.desk.staff_id)]
    paid = []
    for desk, member_id in zip(desks, (book.member_id, book.other_id), strict=True):
        book.deposit(31_000, member_id=member_id)
        paid.append(payouts.record(book.db, desk, PayoutDraft(new_key(), member_id, 1_000)))
    windows = [open_book(place) for _ in desks]
    refused: list[Exception] = []

    def take_back(window: Database, desk: Desk, entry_id: int) -> None:
        try:
            reverse(window, desk, ReversalDraft(new_key(), entry_id, "uangnya kembali", approver))
        except UserError as error:
            refused.append(error)

    ways = zip(windows, desks, reversed(paid), strict=True)
    threads = [threading.Thread(target=take_back, args=way) for way in ways]
    with book.db.transaction() as connection:
        connection.execute(sa.select(counter.c.id).with_for_update()).all()
        for thread in threads:
            thread.start()
        while not book.db.is_sqlite and waiting(book.db) < len(threads):  # so that both go on at once
            pass
    for thread in threads:
        thread.join()
    for window in windows:
        window.close()
    assert refused == []
    assert verify(book.db).problems == ()


def test_a_box_is_counted_in_the_order_of_the_entries(book: Book, place: str | Path) -> None:
    """What another counter takes back has no id yet while it waits for the box, so that a count comes before it."""
    if book.db.is_sqlite:
        pytest.skip("one writer at a time")
    approver = add_staff(book.db, "Kholifah", "222222")
    other = Desk(add_counter(book.db, "L2", "Loket 2").id, book.desk.staff_id)
    book.deposit(31_000)
    draft = ReversalDraft(new_key(), book.payout(1_000), "uangnya kembali", approver)
    window = open_book(place)
    thread = threading.Thread(target=reverse, args=(window, other, draft))
    with book.db.transaction() as connection:
        connection.execute(sa.select(counter.c.id).where(counter.c.id == 1).with_for_update()).all()
        thread.start()
        while not waiting(book.db):
            pass
        last = connection.exec_driver_sql("SELECT last_value FROM entry_id_seq").scalar_one()
        assert last == connection.scalar(sa.select(sa.func.max(entry.c.id)))
    thread.join()
    window.close()
