"""Moments, zones and the names of days."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from daurulang.periods import (
    Zone,
    clock_at,
    clock_time,
    local,
    long_day,
    moment_ms,
    now_ms,
    short_day,
    today,
)

HOURS = {Zone.WIB: 7, Zone.WITA: 8, Zone.WIT: 9}


@pytest.mark.parametrize("zone", Zone)
@pytest.mark.parametrize("first", [date(2026, 3, 1), date(2028, 3, 1), date(2027, 1, 1)])
def test_the_day_begins_at_local_midnight(zone: Zone, first: date) -> None:
    midnight = moment_ms(first, 0, 0, zone)
    with clock_at(midnight):
        assert today(zone) == first
    with clock_at(midnight - 1):
        assert today(zone) == date.fromordinal(first.toordinal() - 1)


def test_the_same_moment_is_another_day_further_east() -> None:
    with clock_at(moment_ms(date(2026, 11, 30), 23, 30, Zone.WIB)):
        assert (today(Zone.WIB), today(Zone.WITA), today(Zone.WIT)) == (
            date(2026, 11, 30),
            date(2026, 12, 1),
            date(2026, 12, 1),
        )


@given(st.dates(date(1971, 1, 1), date(2200, 1, 1)), st.integers(0, 23), st.integers(0, 59), st.sampled_from(Zone))
def test_a_wall_time_comes_back_from_its_moment(day: date, hour: int, minute: int, zone: Zone) -> None:
    wall = local(moment_ms(day, hour, minute, zone), zone)
    assert (wall.date(), wall.hour, wall.minute) == (day, hour, minute)
    assert wall.utcoffset() == zone.offset.utcoffset(None)
    assert wall.utcoffset().total_seconds() == HOURS[zone] * 3600  # type: ignore[union-attr]  # local() always has one


def test_the_clock_runs_on_after_a_pretended_time() -> None:
    before = now_ms()
    with clock_at(5):
        assert now_ms() == 5
        with clock_at(6):
            assert now_ms() == 6
        assert now_ms() == 5
    assert now_ms() >= before


def test_days_and_times_are_written_as_in_indonesia() -> None:
    day = date(2026, 11, 21)
    assert short_day(day) == "21/11/2026"
    assert long_day(day) == "Sabtu, 21 November 2026"
    assert long_day(date(2026, 8, 3)) == "Senin, 3 Agustus 2026"
    assert clock_time(moment_ms(day, 9, 5, Zone.WIT), Zone.WIT) == "09.05"
