"""A closed month is opened again by an administrator with a reason, and its next report says what changed."""

from collections.abc import Iterator
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from daurulang.closings.queries import carried_to, closed_until, period_report
from daurulang.closings.service import close_month, reopen_month
from daurulang.corrections.service import ReversalDraft, reverse
from daurulang.documents.economic_value_files import write_report_of
from daurulang.errors import (
    FieldTooLong,
    MonthAfterClosed,
    MonthBeforeOpen,
    MonthClosed,
    MonthNotClosed,
    NotAdministrator,
    ReasonTooShort,
)
from daurulang.ledger.service import Desk
from daurulang.periods import clock_at, month_of
from daurulang.reports.economic_value import economic_value
from daurulang.staff.service import add_staff
from daurulang.verification.service import verify
from tests.book import PET_RUPIAH, Book, new_key
from tests.documents.papers import bare, pages_of

SEPTEMBER, OCTOBER, NOVEMBER = (month_of(date(2025, month, 1)) for month in (9, 10, 11))
LATER = int(datetime(2025, 12, 5, 3, tzinfo=UTC).timestamp()) * 1000
REASON = "nota kertas tertinggal di pos"


@pytest.fixture
def closed(book: Book) -> Iterator[Book]:
    """A book whose September, October and November are closed, looked at in December."""
    with clock_at(LATER):
        for month in (SEPTEMBER, OCTOBER, NOVEMBER):
            book.deposit(31_000, day=month.first)
        for month in (SEPTEMBER, OCTOBER, NOVEMBER):
            close_month(book.db, book.desk, month, "Siti Aminah")
        yield book


def test_a_month_is_opened_restated_and_closed_again(closed: Book, tmp_path: Path) -> None:
    signed = period_report(closed.db, NOVEMBER)
    reopen_month(closed.db, closed.desk, NOVEMBER, f"  {REASON} ")
    closed.deposit(grams=1_000, day=date(2025, 11, 20))
    live = period_report(closed.db, NOVEMBER)
    assert live.closing is None
    assert live.value == economic_value(closed.db, NOVEMBER)
    again = close_month(closed.db, closed.desk, NOVEMBER, "Siti Aminah")
    assert again.closing is not None
    restated = again.restated
    assert restated == live.restated
    assert restated is not None
    assert (restated.before, restated.version) == (signed.value.headline, 1)
    assert (restated.staff, restated.reason) == ("Siti Aminah", REASON)
    assert (again.value.deposits, restated.before.deposits) == (2, 1)
    assert again.value.measure.rupiah == restated.before.measure.rupiah + PET_RUPIAH
    write_report_of(again, tmp_path / "a.pdf")
    text = bare(" ".join(pages_of((tmp_path / "a.pdf").read_bytes())))
    for words in (
        "Yang berubah sejak laporan sebelumnya",
        f"Bulan ini dibuka kembali 05/12/2025 oleh Siti Aminah: {REASON}.",
        "Setoran 1 2 +1",
        "Nilai (Rp) 31.000 34.100 +3.100",
        "Penarikan (Rp) – – 0",
        "Saldo akhir (Rp) 93.000 96.100 +3.100",
    ):
        assert bare(words) in text, words
    write_report_of(period_report(closed.db, NOVEMBER), tmp_path / "b.pdf")
    assert (tmp_path / "a.pdf").read_bytes() == (tmp_path / "b.pdf").read_bytes()
    assert verify(closed.db).problems == ()


def test_a_restated_month_is_restated_again(closed: Book) -> None:
    for version, grams in enumerate((1_000, 2_000), 1):
        before = period_report(closed.db, NOVEMBER).value
        reopen_month(closed.db, closed.desk, NOVEMBER, REASON)
        closed.deposit(grams=grams, day=date(2025, 11, 20))
        report = close_month(closed.db, closed.desk, NOVEMBER)
        assert report.restated is not None
        assert (report.restated.before, report.restated.version) == (before.headline, version)


def test_only_an_administrator_opens_a_month(closed: Book) -> None:
    clerk = Desk(closed.desk.counter_id, add_staff(closed.db, "Kholifah", "222222"))
    with pytest.raises(NotAdministrator):
        reopen_month(closed.db, clerk, NOVEMBER, REASON)
    for reason, refusal in (("salah", ReasonTooShort), ("x" * 201, FieldTooLong)):
        with pytest.raises(refusal):
            reopen_month(closed.db, closed.desk, NOVEMBER, reason)
    with pytest.raises(MonthClosed):
        closed.deposit(day=NOVEMBER.first)


def test_months_are_opened_from_the_last_one_backwards(closed: Book) -> None:
    with pytest.raises(MonthAfterClosed) as after:
        reopen_month(closed.db, closed.desk, OCTOBER, REASON)
    assert after.value.month == NOVEMBER.first
    with pytest.raises(MonthNotClosed):
        reopen_month(closed.db, closed.desk, month_of(date(2025, 12, 1)), REASON)
    reopen_month(closed.db, closed.desk, NOVEMBER, REASON)
    with pytest.raises(MonthNotClosed):
        reopen_month(closed.db, closed.desk, NOVEMBER, REASON)
    reopen_month(closed.db, closed.desk, OCTOBER, REASON)
    with closed.db.reading() as connection:
        assert closed_until(connection) == SEPTEMBER.last
        assert list(carried_to(connection, month_of(date(2025, 12, 1))).balances_rupiah) == [SEPTEMBER.last]
    with pytest.raises(MonthClosed):
        closed.deposit(day=SEPTEMBER.last)
    closed.deposit(grams=1_000, day=OCTOBER.last)
    with pytest.raises(MonthBeforeOpen) as open_still:
        close_month(closed.db, closed.desk, NOVEMBER)
    assert open_still.value.month == OCTOBER.first
    october = close_month(closed.db, closed.desk, OCTOBER).value
    november = close_month(closed.db, closed.desk, NOVEMBER).value
    assert november.before == october.headline
    assert november.opening_balances_rupiah == october.balances_rupiah == 62_000 + PET_RUPIAH
    assert verify(closed.db).problems == ()


def test_what_is_taken_back_in_an_open_month_again_leaves_its_figures(closed: Book) -> None:
    reopen_month(closed.db, closed.desk, NOVEMBER, REASON)
    original = closed.deposit(grams=1_000, day=date(2025, 11, 20))
    approver = add_staff(closed.db, "Kholifah", "222222")
    draft = ReversalDraft(new_key(), original, "ditimbang dua kali", approver)
    reverse(closed.db, closed.desk, draft, date(2025, 11, 21))
    report = close_month(closed.db, closed.desk, NOVEMBER)
    assert report.restated is not None
    assert report.value.headline == report.restated.before
