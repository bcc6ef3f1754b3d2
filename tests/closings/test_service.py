"""A closed month stays as it was signed, whatever is renamed or corrected afterwards."""

import zipfile
from collections.abc import Iterator
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
import sqlalchemy as sa

from daurulang.centre.queries import Centre
from daurulang.centre.service import change_centre
from daurulang.closings.model import month_closing
from daurulang.closings.queries import carried_to, frozen, period_report, thawed
from daurulang.closings.service import close_month
from daurulang.corrections.service import ReversalDraft, reverse
from daurulang.documents.economic_value_files import write_report_of, write_workbook_of
from daurulang.errors import MonthBeforeOpen, MonthClosed, MonthNotOver
from daurulang.members.model import Gender
from daurulang.members.service import MemberDraft, change
from daurulang.periods import Period, clock_at, month_of
from daurulang.reports.economic_value import economic_value, value_of
from daurulang.verification.problems import ProblemKind
from daurulang.verification.service import verify
from tests.book import Book, new_key

SEPTEMBER, OCTOBER, NOVEMBER, DECEMBER = (month_of(date(2025, month, 1)) for month in (9, 10, 11, 12))
LATER = int(datetime(2025, 12, 5, 3, tzinfo=UTC).timestamp()) * 1000


@pytest.fixture
def worked(busy_book: Book) -> Iterator[Book]:
    """A busy_book with entries from August to November of 2025, looked at in December."""
    with clock_at(LATER):
        yield busy_book


def first_month(book: Book) -> Period:
    with book.db.reading() as connection:
        return month_of(date.fromisoformat(connection.exec_driver_sql("SELECT min(day) FROM entry").scalar_one()))


def parts(path: Path) -> dict[str, bytes]:
    """Everything in a workbook but the moment it was written at."""
    with zipfile.ZipFile(path) as archive:
        return {name: archive.read(name) for name in archive.namelist() if name != "docProps/core.xml"}


def close_until(book: Book, last: Period) -> None:
    month = first_month(book)
    while month.first <= last.first:
        close_month(book.db, book.desk, month, "Siti Aminah")
        month = month_of(date.fromordinal(month.last.toordinal() + 1))


def test_the_report_of_a_closed_month_is_printed_again_the_same(worked: Book, tmp_path: Path) -> None:
    close_until(worked, OCTOBER)
    before = period_report(worked.db, OCTOBER)
    write_report_of(before, tmp_path / "a.pdf")
    write_workbook_of(worked.db, OCTOBER, "", tmp_path / "a.xlsx")
    change(worked.db, worked.member_id, MemberDraft("Lain Sekali", gender=Gender.MALE, village_code="35.26.02.2002"))
    change_centre(worked.db, Centre("Nama Baru", treasurer_name="Orang Lain", logo=b"picture"))
    with worked.db.transaction() as connection:
        connection.exec_driver_sql("UPDATE material SET name = 'Bahan lain' WHERE code = 'PL1'")
        connection.exec_driver_sql("UPDATE member SET joined = '2025-10-05'")
    with clock_at(LATER + 40 * 86_400_000):
        after = period_report(worked.db, OCTOBER, "Orang Lain")
        write_report_of(after, tmp_path / "b.pdf")
        write_workbook_of(worked.db, OCTOBER, "Orang Lain", tmp_path / "b.xlsx")
    assert after == before
    assert (tmp_path / "a.pdf").read_bytes() == (tmp_path / "b.pdf").read_bytes()
    assert parts(tmp_path / "a.xlsx") == parts(tmp_path / "b.xlsx")
    assert economic_value(worked.db, OCTOBER) != before.value


def test_a_correction_of_a_closed_month_stands_in_its_own(worked: Book) -> None:
    close_until(worked, NOVEMBER)
    before = period_report(worked.db, NOVEMBER).value
    with worked.db.reading() as connection:
        original = connection.exec_driver_sql(
            "SELECT e.id FROM entry e JOIN deposit d ON d.entry_id = e.id WHERE e.day >= '2025-11-01' AND"
            " d.payment IN ('cash', 'given') AND e.id NOT IN (SELECT original_id FROM reversal) ORDER BY e.id LIMIT 1"
        ).scalar_one()
    draft = ReversalDraft(new_key(), original, "ditimbang dua kali", worked.desk.staff_id)
    with pytest.raises(MonthClosed):
        reverse(worked.db, worked.desk, draft, date(2025, 11, 30))
    reverse(worked.db, worked.desk, draft)
    december = period_report(worked.db, DECEMBER).value
    assert december.corrections.count == 1
    assert (december.deposits, december.before) == (-1, before.headline)
    assert period_report(worked.db, NOVEMBER).value == before
    assert verify(worked.db).problems == ()


def test_nothing_is_posted_into_a_closed_month(worked: Book) -> None:
    close_until(worked, OCTOBER)
    for day in (date(2025, 10, 31), date(2025, 10, 1), date(2025, 7, 1)):
        with pytest.raises(MonthClosed):
            worked.deposit(3100, day=day)
    worked.deposit(3100, day=date(2025, 11, 1))


def test_months_are_closed_one_after_the_other_when_they_are_over(worked: Book) -> None:
    with pytest.raises(MonthNotOver) as over:
        close_month(worked.db, worked.desk, DECEMBER)
    assert over.value.month == DECEMBER.first
    with pytest.raises(MonthBeforeOpen) as open_still:
        close_month(worked.db, worked.desk, NOVEMBER)
    assert open_still.value.month == first_month(worked).first
    close_until(worked, NOVEMBER)
    with pytest.raises(MonthClosed):
        close_month(worked.db, worked.desk, OCTOBER)


def test_what_closings_carry_is_what_the_journal_gives(worked: Book) -> None:
    asked = {period: economic_value(worked.db, period) for period in (NOVEMBER, DECEMBER)}
    close_until(worked, OCTOBER)
    for period, value in asked.items():
        assert period_report(worked.db, period).value == value
        with worked.db.reading() as connection:
            carried = carried_to(connection, period)
            assert max(carried.balances_rupiah) == OCTOBER.last
            assert value_of(connection, period, carried) == value


def test_a_report_is_kept_whole(worked: Book) -> None:
    close_until(worked, OCTOBER)
    with worked.db.reading() as connection:
        texts = list(connection.scalars(sa.select(month_closing.c.report)))
    assert texts
    for text in texts:
        assert frozen(thawed(text)) == text


def test_a_changed_closing_is_found(worked: Book) -> None:
    close_until(worked, OCTOBER)
    with worked.db.transaction() as connection:
        if worked.db.is_sqlite:
            connection.exec_driver_sql("DROP TRIGGER month_closing_is_frozen")
        else:
            connection.exec_driver_sql("ALTER TABLE month_closing DISABLE TRIGGER month_closing_is_frozen")
        connection.exec_driver_sql(
            "UPDATE month_closing SET report = replace(report, 'deposits\":', 'deposits\":1') WHERE month = '2025-10'"
        )
    found = {(each.kind, each.where) for each in verify(worked.db).problems}
    assert (ProblemKind.CLOSING_CHANGED, "2025-10") in found
