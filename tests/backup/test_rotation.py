"""Which copies stay: seven days, five weeks, twelve months, and never fewer than the newest."""

from collections.abc import Iterator
from datetime import date, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from daurulang.backup.rotation import back_up_into, backups, moment_of, on_same_disk, wanted
from daurulang.centre.queries import Centre
from daurulang.centre.service import set_up
from daurulang.migrations.opening import open_book
from daurulang.periods import Zone, clock_at, moment_ms
from tests.book import Book, set_up_book

START = datetime(2025, 1, 1, 8, 0)  # noqa: DTZ001  (wall time, as in the names)


@pytest.fixture
def file_book(sqlite_place: Path) -> Iterator[Book]:
    db = open_book(sqlite_place)
    yield set_up_book(db)
    db.close()


# A busy machine is no reason to fail.
@settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(st.integers(0, 500 * 24 * 60), unique=True, min_size=1))
def test_the_newest_of_each_day_week_and_month_stay(minutes: list[int]) -> None:
    moments = {START + timedelta(minutes=minute) for minute in minutes}
    stay = wanted(moments)
    assert stay <= moments
    assert max(moments) in stay
    assert len(stay) <= 7 + 5 + 12
    days = sorted({moment.date() for moment in moments}, reverse=True)
    months = sorted({(moment.year, moment.month) for moment in moments}, reverse=True)
    assert {moment.date() for moment in stay} >= set(days[:7])
    assert {(moment.year, moment.month) for moment in stay} >= set(months[:12])
    for day in days[:7]:
        assert max(moment for moment in moments if moment.date() == day) in stay
    assert wanted(stay) == stay


def test_a_year_of_copies_leaves_two_dozen(file_book: Book, tmp_path: Path) -> None:
    folder = tmp_path / "cadangan"
    for n in range(0, 400, 3):
        day = date(2025, 1, 1) + timedelta(days=n)
        with clock_at(moment_ms(day, 16, 0, Zone.WIB)):
            back_up_into(file_book.db, folder, Zone.WIB)
    left = [moment_of(each.path).date() for each in backups(folder)]
    assert left[0] == date(2025, 1, 1) + timedelta(days=399)
    assert 17 <= len(left) <= 24
    assert len({(day.year, day.month) for day in left}) == 12
    assert len(list(folder.iterdir())) == 2 * len(left)


def test_copies_of_another_book_and_other_files_stay(file_book: Book, tmp_path: Path) -> None:
    folder = tmp_path / "cadangan"
    other = open_book(tmp_path / "other.db")
    set_up(other, Centre("Bank Sampah Lain"))
    for minute in range(3):
        with clock_at(moment_ms(date(2025, 1, 1), 8, minute, Zone.WIB)):
            back_up_into(other if minute == 0 else file_book.db, folder, Zone.WIB)
    other.close()
    (folder / "daurulang-photo.jpg").touch()
    assert [moment_of(each.path).minute for each in backups(folder)] == [2, 0]
    assert (folder / "daurulang-photo.jpg").exists()


def test_what_a_broken_off_copy_left_goes_after_a_day(file_book: Book, tmp_path: Path) -> None:
    folder = tmp_path / "cadangan"
    folder.mkdir()
    rest = folder / "daurulang-2025-01-01-080000.db.new"
    rest.touch()
    back_up_into(file_book.db, folder, Zone.WIB)
    assert rest.exists()  # another machine may be at it
    with clock_at(moment_ms(date(2099, 1, 1), 8, 0, Zone.WIB)):
        back_up_into(file_book.db, folder, Zone.WIB)
    assert not rest.exists()


def test_a_clock_that_runs_ahead_or_behind_takes_no_copies_away(file_book: Book, tmp_path: Path) -> None:
    folder = tmp_path / "cadangan"
    days = [date(2025, 1, 1) + timedelta(days=n) for n in range(7)]
    for day in (*days, date(2036, 1, 1)):
        with clock_at(moment_ms(day, 16, 0, Zone.WIB)):
            back_up_into(file_book.db, folder, Zone.WIB)
    for year in (2025, 2010):
        for minute in range(3):
            with clock_at(moment_ms(date(year, 1, 8), 8, minute, Zone.WIB)):
                back_up_into(file_book.db, folder, Zone.WIB)
        left = {moment_of(each.path).date() for each in backups(folder)}
        assert {*days[1:], date(year, 1, 8)} <= left


def test_a_place_that_nobody_may_look_at_is_no_bug(tmp_path: Path) -> None:
    assert not on_same_disk(tmp_path / ("long" * 100) / "cadangan", tmp_path / "book.db")
