"""A report of several months is the same, whether it is asked of the journal or added up of what closed months keep."""

import itertools
from collections.abc import Iterator
from datetime import UTC, date, datetime

import pytest
import sqlalchemy as sa

from daurulang.closings.model import month_closing
from daurulang.closings.queries import carried_to, period_report
from daurulang.closings.service import close_month
from daurulang.corrections.service import ReversalDraft, reverse
from daurulang.members.model import Gender
from daurulang.members.service import MemberDraft, change
from daurulang.periods import Period, clock_at, month_of, months_from, year_of
from daurulang.reports.economic_value import economic_value
from tests.book import Book, new_key
from tests.closings.test_service import close_until, first_month
from tests.plant import Plant, set_up_plant
from tests.verification.test_verification import unguarded

SEPTEMBER, OCTOBER, NOVEMBER, DECEMBER = (month_of(date(2025, month, 1)) for month in (9, 10, 11, 12))
LATER = int(datetime(2025, 12, 5, 3, tzinfo=UTC).timestamp()) * 1000
PERIODS = (
    months_from(SEPTEMBER.first, 0, 2),
    months_from(SEPTEMBER.first, 0, 3),
    months_from(OCTOBER.first, 0, 2),
    months_from(SEPTEMBER.first, -1, 5),
    year_of(SEPTEMBER.first),
    Period(date(2025, 8, 17), date(2025, 12, 3)),
    Period(date(2025, 9, 25), date(2025, 11, 4)),
    Period(date(2016, 1, 1), date(2025, 12, 31)),
    Period(date(2025, 12, 1), date(2025, 12, 4)),
)


def undo(book: Book, entry_id: int) -> None:
    reverse(book.db, book.desk, ReversalDraft(new_key(), entry_id, "salah tulis di buku", book.desk.staff_id))


def plant_of(book: Book) -> Plant:
    """Work at the plant in three months, some of it taken back in another one."""
    plant = set_up_plant(book)
    undone: list[int] = []
    for month in (9, 10, 11):
        with clock_at(int(datetime(2025, month, 28, 3, tzinfo=UTC).timestamp()) * 1000):
            for entry_id in undone:
                undo(book, entry_id)
            undone = [plant.load(10_000 * month, 2000)]
            plant.load(90_000, 9000)
            plant.batch(30_000, 20_000, 6_000)
            plant.sale(plant.flakes_id, 1000 * month, 8_000, paid_rupiah=20_000)
            undone.append(plant.sale(plant.flakes_id, 2_000, 8_000, paid_rupiah=0))
    return plant


@pytest.fixture
def worked(busy_book: Book) -> Iterator[Book]:
    plant_of(busy_book)
    with clock_at(LATER):
        yield busy_book


def test_closed_months_add_up_to_longer_reports(worked: Book) -> None:
    asked = {period: economic_value(worked.db, period) for period in PERIODS}
    corrected = [value for value in asked.values() if value.corrections and value.plant and value.plant.sold]
    assert corrected, "nothing was taken back: this would show nothing"
    month = first_month(worked)
    while month.first <= NOVEMBER.first:
        close_month(worked.db, worked.desk, month)
        for period, value in asked.items():
            assert period_report(worked.db, period).value == value, (month.title, period.title)
        month = months_from(month.first, 1, 1)
    with worked.db.reading() as connection:
        assert set(carried_to(connection, PERIODS[0]).months) >= {SEPTEMBER, OCTOBER}


def test_a_member_is_counted_once_whatever_was_taken_back(book: Book) -> None:
    """One who came in both months, one whose only deposit was undone in the next, one who came again."""
    days = [datetime(2025, month, 10, 3, tzinfo=UTC) for month in (9, 10)]
    with clock_at(int(days[0].timestamp()) * 1000):
        only, first = book.deposit(31_000), book.deposit(31_000, member_id=book.other_id)
    with clock_at(int(days[1].timestamp()) * 1000):
        undo(book, only)
        undo(book, first)
        book.deposit(62_000, member_id=book.other_id)
    with clock_at(LATER):
        both = months_from(SEPTEMBER.first, 0, 2)
        asked = economic_value(book.db, both)
        close_until(book, OCTOBER)
        found = period_report(book.db, both).value
        assert [period_report(book.db, each).value.participants.active for each in (SEPTEMBER, OCTOBER)] == [2, 1]
        assert found.participants.active == 1
        assert (found.deposits, found.corrections.count, len(found.by_village)) == (1, 0, 1)
        assert found == asked


def test_kept_months_are_not_asked_again(worked: Book) -> None:
    """What changes a closed month without leaving a trace is not seen: its sums are taken from the closing."""
    close_until(worked, OCTOBER)
    before = period_report(worked.db, PERIODS[0]).value
    with unguarded(worked.db) as run:
        run("UPDATE deposit_line SET amount_rupiah = amount_rupiah + 1")
        run("UPDATE sale_line SET cost_rupiah = cost_rupiah + 1")
    assert period_report(worked.db, PERIODS[0]).value == before
    assert economic_value(worked.db, PERIODS[0]) != before


def test_who_moved_or_was_named_wrongly_is_told_as_now(worked: Book) -> None:
    close_until(worked, OCTOBER)
    change(worked.db, worked.other_id, MemberDraft("Lain Sekali", gender=Gender.FEMALE, village_code="35.26.02.2002"))
    assert period_report(worked.db, PERIODS[0]).value == economic_value(worked.db, PERIODS[0])


def test_a_month_that_kept_no_sums_is_asked_of_the_journal(worked: Book) -> None:
    asked = [economic_value(worked.db, period) for period in PERIODS]
    close_until(worked, NOVEMBER)
    with worked.db.reading() as connection:
        rows = connection.execute(sa.select(month_closing.c.id, month_closing.c.report)).all()
    with unguarded(worked.db) as run:
        for id_, report in itertools.islice(rows, 0, None, 2):
            kept, _, _ = report.partition(',"sums":')
            assert kept != report
            run(f"UPDATE month_closing SET report = '{kept.replace(chr(39), chr(39) * 2)}}}' WHERE id = {id_}")
    assert [period_report(worked.db, period).value for period in PERIODS] == asked
