"""The totals since the beginning are carried from page to page, and are those of the whole journal each time."""

import random
from datetime import UTC, date, datetime, timedelta

import pytest

from daurulang.centre.service import add_counter
from daurulang.closings.day import close_day, day_page, days_state
from daurulang.closings.day_page import KindSum, kinds_between
from daurulang.closings.service import close_month, reopen_month
from daurulang.corrections.service import ReversalDraft, reverse
from daurulang.deposits import service as deposits
from daurulang.deposits.model import Payment
from daurulang.deposits.service import DepositDraft, LineDraft
from daurulang.ledger.service import Desk, archive_counter_id
from daurulang.periods import clock_at, month_of
from daurulang.staff.service import add_staff
from daurulang.verification.service import verify
from tests.book import PET_RUPIAH, Book, new_key
from tests.verification.test_verification import unguarded

FIRST = date(2026, 2, 22)
FEBRUARY = month_of(FIRST)
DAYS = 16
SIGNED, OPENED_AGAIN, SIGNED_AGAIN = date(2026, 3, 2), date(2026, 3, 3), date(2026, 3, 7)


def noon(day: date) -> int:
    return int(datetime(day.year, day.month, day.day, 5, tzinfo=UTC).timestamp()) * 1000


def asked(book: Book, until: date) -> tuple[KindSum, ...]:
    with book.db.reading() as connection:
        return kinds_between(connection, date.min, until)


class Centre:
    """Two counters and an old book, at which things are done by chance."""

    def __init__(self, book: Book, seed: int) -> None:
        self.book, self.chance = book, random.Random(seed)
        self.approver = add_staff(book.db, "Kholifah", "222222")
        clerk = book.desk.staff_id
        self.desks = [book.desk, Desk(add_counter(book.db, "L2", "Loket 2").id, clerk)]
        with book.db.transaction() as connection:
            self.archive = Desk(archive_counter_id(connection), clerk)
        self.not_reversed: list[int] = []
        self.closed_until = FIRST - timedelta(days=1)
        self.compared = 0

    def deposit(self, desk: Desk, day: date) -> int:
        grams = self.chance.randrange(1, 50) * 1000
        draft = DepositDraft(
            new_key(),
            self.book.member_id,
            (LineDraft(self.book.pet_id, grams),),
            Payment.SAVINGS,
            grams * PET_RUPIAH // 1000,
        )
        return deposits.record(self.book.db, desk, draft, day)

    def act(self, today: date) -> None:
        desk = self.chance.choice(self.desks)
        february = not (SIGNED <= today < OPENED_AGAIN or today >= SIGNED_AGAIN)
        days = [FIRST + timedelta(days=number) for number in range((today - FIRST).days + 1)]
        still_open = [day for day in days if day > self.closed_until and (february or day > FEBRUARY.last)]
        match self.chance.randrange(7):
            case 0 | 1:
                self.not_reversed.append(self.deposit(desk, today))
            case 2 if still_open:
                self.deposit(desk, self.chance.choice(still_open))
            case 3 if february:
                self.deposit(self.archive, date(2026, 2, self.chance.randrange(1, 23)))
            case 4 if OPENED_AGAIN <= today < SIGNED_AGAIN:
                self.deposit(desk, date(2026, 2, self.chance.randrange(22, 29)))
            case 5 if self.not_reversed:
                original = self.not_reversed.pop(self.chance.randrange(len(self.not_reversed)))
                undoing = ReversalDraft(new_key(), original, "ditimbang dua kali", self.approver)
                reverse(self.book.db, desk, undoing, today)
            case _:
                self.book.payout(self.chance.randrange(1, 20) * 100)

    def close_some(self, today: date) -> None:
        for _ in range(self.chance.randrange(3)):
            day = min(days_state(self.book.db).next_day, today)
            if day <= self.closed_until:
                return
            whole = asked(self.book, day)
            page = close_day(self.book.db, self.book.desk, day)
            assert page.ever == whole
            assert day_page(self.book.db, day).ever == whole
            self.closed_until = day
            self.compared += 1


@pytest.mark.parametrize("seed", range(4))
def test_carried_totals_are_those_of_the_whole_journal(book: Book, seed: int) -> None:
    centre = Centre(book, seed)
    for number in range(DAYS):
        today = FIRST + timedelta(days=number)
        with clock_at(noon(today)):
            if today in {SIGNED, SIGNED_AGAIN}:
                close_month(book.db, book.desk, FEBRUARY)
            if today == OPENED_AGAIN:
                reopen_month(book.db, book.desk, FEBRUARY, "nota tertinggal di pos")
            if number == 0:
                book.deposit(3_100_000)
            for _ in range(centre.chance.randrange(1, 6)):
                centre.act(today)
            centre.close_some(today)
    assert centre.compared > 5
    # What stands in the old book here came from no list, and only that is told of it.
    assert {each.where for each in verify(book.db).problems} <= {"BL"}


def test_what_was_carried_is_not_asked_again(book: Book) -> None:
    """Only what came since is added: an entry that vanished without leaving a trace is missed by the whole journal."""
    with clock_at(noon(FIRST)):
        book.deposit(31_000)
        book.deposit(31_000, member_id=book.other_id)
        first = close_day(book.db, book.desk, FIRST)
    with unguarded(book.db) as run:
        run("UPDATE money_transfer SET rupiah = rupiah + 1 WHERE entry_id = 2")
    with clock_at(noon(FIRST + timedelta(days=1))):
        book.deposit(3_100)
        second = close_day(book.db, book.desk, FIRST + timedelta(days=1))
    assert second.ever[0].rupiah == first.ever[0].rupiah + 3_100
    assert asked(book, second.day)[0].rupiah == second.ever[0].rupiah + 1


@pytest.mark.parametrize("report", ["replace(report, '31000', '41000')", "'halaman yang hilang'"])
def test_nothing_is_carried_from_a_page_that_is_not_the_signed_one(book: Book, report: str) -> None:
    with clock_at(noon(FIRST)):
        book.deposit(31_000)
        close_day(book.db, book.desk, FIRST)
    with unguarded(book.db) as run:
        run(f"UPDATE day_closing SET report = {report}")
    with clock_at(noon(FIRST + timedelta(days=1))):
        book.deposit(3_100)
        whole = asked(book, FIRST + timedelta(days=1))
        assert close_day(book.db, book.desk, FIRST + timedelta(days=1)).ever == whole
