"""Time: the one clock of the program, the zones of Indonesia, days and months and their names."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
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


@dataclass(frozen=True, slots=True)
class Period:
    """Days from `first` to `last`, both counted."""

    first: date
    last: date

    def __post_init__(self) -> None:
        """A period has at least one day."""
        if self.last < self.first:
            raise ValueError(f"{self.last} comes before {self.first}")

    @property
    def day_before(self) -> date:
        """The last day before it."""
        return self.first - timedelta(days=1)

    @property
    def months(self) -> int:
        """How many calendar months it is, 0 when its borders are not those of months."""
        if self.first.day != 1 or (self.last + timedelta(days=1)).day != 1:
            return 0
        return (self.last.year - self.first.year) * 12 + self.last.month - self.first.month + 1

    def part_of_years(self, amount_a_year: int) -> int:
        """What an amount of each year comes to in these days, year by year, rounded down."""
        total = 0
        for year in range(self.first.year, self.last.year + 1):
            first, last = date(year, 1, 1), date(year, 12, 31)
            days = (min(self.last, last) - max(self.first, first)).days + 1
            total += amount_a_year * days // ((last - first).days + 1)
        return total

    @property
    def before(self) -> Period:
        """As many months, or else as many days, right before."""
        if self.months:
            return months_from(self.first, -self.months, self.months)
        return Period(self.first - (self.last - self.first) - timedelta(days=1), self.day_before)

    @property
    def year_before(self) -> Period:
        """The same period of the year before."""
        if self.months:
            return months_from(self.first, -12, self.months)
        return Period(_year_before(self.first), _year_before(self.last))

    @property
    def title(self) -> str:
        """November 2026, Triwulan IV 2026, Tahun 2026, or the two days."""
        first = self.first
        if self.months == 1:
            return f"{MONTHS[first.month - 1]} {first.year}"
        if self.months == 3 and first.month % 3 == 1:
            return f"Triwulan {('I', 'II', 'III', 'IV')[first.month // 3]} {first.year}"
        if self.months == 12 and first.month == 1:
            return f"Tahun {first.year}"
        return f"{day_in_words(first)} \u2013 {day_in_words(self.last)}"

    @property
    def stem(self) -> str:
        """What files of it are called by: 2026-11, 2026-triwulan-4, 2026, a day, or the two days."""
        first = self.first
        if self.months == 1:
            return f"{first:%Y-%m}"
        if self.months == 3 and first.month % 3 == 1:
            return f"{first.year}-triwulan-{first.month // 3 + 1}"
        if self.months == 12 and first.month == 1:
            return f"{first.year}"
        return f"{first}" if first == self.last else f"{first}-sampai-{self.last}"


def months_from(day: date, offset: int, count: int) -> Period:
    """`count` whole months, the first one `offset` months after the month of `day`."""
    start = day.year * 12 + day.month - 1 + offset
    end = start + count
    return Period(date(start // 12, start % 12 + 1, 1), date(end // 12, end % 12 + 1, 1) - timedelta(days=1))


def month_code(day: date) -> str:
    """The month of a day as the book writes it: 2026-11."""
    return day.isoformat()[:7]


def month_of(day: date) -> Period:
    """The calendar month of a day."""
    return months_from(day, 0, 1)


def months_within(period: Period) -> Iterator[Period]:
    """The calendar months of a period, the first and the last cut where it begins and ends."""
    month = month_of(period.first)
    while month.first <= period.last:
        yield Period(max(month.first, period.first), min(month.last, period.last))
        month = months_from(month.first, 1, 1)


def quarter_of(day: date) -> Period:
    """The calendar quarter of a day."""
    return months_from(day, -((day.month - 1) % 3), 3)


def year_of(day: date) -> Period:
    """The calendar year of a day."""
    return months_from(day, 1 - day.month, 12)


def _year_before(day: date) -> date:
    try:
        return day.replace(year=day.year - 1)
    except ValueError:  # 29 February
        return day.replace(year=day.year - 1, day=28)


def day_in_words(day: date) -> str:
    """21 November 2026."""
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"


def short_day(day: date) -> str:
    """21/11/2026."""
    return f"{day.day:02d}/{day.month:02d}/{day.year}"


def long_day(day: date) -> str:
    """Sabtu, 21 November 2026."""
    return f"{WEEKDAYS[day.weekday()]}, {day_in_words(day)}"


def clock_time(moment_ms: int, zone: Zone) -> str:
    """09.05 (the dot is the Indonesian mark)."""
    return f"{local(moment_ms, zone):%H.%M}"
