"""Time: the one clock of the program, the zones of Indonesia, days and months and their names."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, date, datetime, timedelta, timezone
from enum import StrEnum

WEEKDAYS = ("Senin", "Selasa", "Rabu", "Kamis", "Jumat", "Sabtu", "Minggu")
MONTHS = (
    "Januari",
    "Februari",
    "Maret",
    "April",
    "Mei",
    "Juni",
    "Juli",
    "Agustus",
    "September",
    "Oktober",
    "November",
    "Desember",
)


class Zone(StrEnum):
    """The three zones of Indonesia; none has summer time, so a fixed offset is exact."""

    WIB = "WIB"
    WITA = "WITA"
    WIT = "WIT"

    @property
    def offset(self) -> timezone:
        """The fixed offset from UTC."""
        return timezone(timedelta(hours={Zone.WIB: 7, Zone.WITA: 8, Zone.WIT: 9}[self]), self.value)


def _system_clock_ms() -> int:
    return time.time_ns() // 1_000_000


_clock: Callable[[], int] = _system_clock_ms


def now_ms() -> int:
    """Milliseconds since 1970 in UTC."""
    return _clock()


@contextmanager
def clock_at(moment_ms: int) -> Iterator[None]:
    """Let the program believe that it is `moment_ms`: the sample book and the tests work through past days."""
    global _clock  # noqa: PLW0603  (the single clock of the process; everything asks now_ms)
    before, _clock = _clock, lambda: moment_ms
    try:
        yield
    finally:
        _clock = before


def local(moment_ms: int, zone: Zone) -> datetime:
    """The wall time of a moment in a zone."""
    return datetime.fromtimestamp(moment_ms // 1000, UTC).astimezone(zone.offset)


def today(zone: Zone) -> date:
    """The calendar day in a zone, now."""
    return local(now_ms(), zone).date()


def moment_ms(day: date, hour: int, minute: int, zone: Zone) -> int:
    """The moment of a wall time, in milliseconds UTC."""
    return int(datetime(day.year, day.month, day.day, hour, minute, tzinfo=zone.offset).timestamp()) * 1000


def short_day(day: date) -> str:
    """21/11/2026."""
    return f"{day.day:02d}/{day.month:02d}/{day.year}"


def long_day(day: date) -> str:
    """Sabtu, 21 November 2026."""
    return f"{WEEKDAYS[day.weekday()]}, {day.day} {MONTHS[day.month - 1]} {day.year}"


def clock_time(moment_ms: int, zone: Zone) -> str:
    """09.05 (the dot is the Indonesian mark)."""
    return f"{local(moment_ms, zone):%H.%M}"
