"""Row 29: counters post on a day while it is closed, and in a month while that is; nothing comes late. What was written
by hand before stands on its own day or, once that is closed, on the one it is entered on.
"""

import random
import threading
import time
from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta
from functools import partial
from pathlib import Path

from daurulang.closings.day import close_day
from daurulang.closings.service import close_month
from daurulang.database import Database
from daurulang.deposits.service import record
from daurulang.errors import DayClosed, MonthClosed
from daurulang.handwritten_slips.service import Slip
from daurulang.migrations.opening import open_book
from daurulang.periods import Zone, clock_at, moment_ms, month_of
from daurulang.verification.service import verify
from tests.book import new_key
from tests.faults.acts import DESK, deposit, fresh_book, make_pattern, memory_folder
from tests.faults.finding import Finding, finding
from tests.postgres import PostgresServer

COUNTERS = 3
POSTS = 4
FIRST_YEAR = 2020
MONTHS = 80
LONGEST_WAIT_SECONDS = 0.02
ENTERED_AFTER = timedelta(days=45)  # when the month is over that is closed

Close = Callable[[Database, date], object]


def run(rounds: int, seed: int) -> Finding:
    """Close `rounds` days and months, half of them in a file and half on a server."""
    chance = random.Random(seed)
    faults: list[str] = []
    told = [0, 0, 0]
    with PostgresServer() as server, memory_folder() as folder:
        make_pattern(folder / "pattern.db")
        for n in range(4):
            on_server = n % 2
            place = (
                server.fresh_url(make_pattern) if on_server else fresh_book(folder / "pattern.db", folder / f"{n}.db")
            )
            months = n >= 2
            race = Race(place, _month if months else _day, chance)
            for m in range(min(rounds // 4, MONTHS) if months else rounds // 4):
                race.run(date(FIRST_YEAR + m // 12, m % 12 + 1, 3) if months else date(FIRST_YEAR, 1, 2) + timedelta(m))
            race.end()
            faults += race.faults
            told = [told[0] + race.posted, told[1] + race.refused, told[2] + race.entered_later]
    return finding(
        *(29, "posting while a day or a month is closed", "0 late rows"),
        f"{rounds} closings against {COUNTERS} counters: {told[0]} acts came before, {told[1]} were refused,"
        f" {told[2]} slips went to the day of their entering",
        "0 late rows",
        faults,
    )


def _day(db: Database, day: date) -> object:
    return close_day(db, DESK, day)


def _month(db: Database, day: date) -> object:
    return close_month(db, DESK, month_of(day))


class Race:
    """One book with its windows."""

    def __init__(self, place: str | Path, close: Close, chance: random.Random) -> None:
        self.close, self.chance = close, chance
        self.windows = [open_book(place) for _ in range(COUNTERS + 1)]
        self.posted = self.refused = self.entered_later = 0
        self.faults: list[str] = []

    def run(self, day: date) -> None:
        """Post on a day from every counter while it is closed."""
        at_closing: list[int] = []
        start = threading.Barrier(len(self.windows))
        waits = [self.chance.uniform(0, LONGEST_WAIT_SECONDS) for _ in self.windows]

        def closer() -> None:
            start.wait()
            time.sleep(waits[-1])
            self.close(self.windows[-1], day)
            at_closing.append(self._on(day))

        works = [closer, *(partial(self._post, window, day, start) for window in self.windows[:-1])]
        threads = [threading.Thread(target=self._noting, args=(work,)) for work in works]
        with clock_at(moment_ms(day + ENTERED_AFTER, 9, 0, Zone.WIB)):
            for thread in threads:
                thread.start()
            for thread in threads:
                thread.join()
        if at_closing != [self._on(day)]:
            self.faults.append(f"{day}: {at_closing} at the closing, {self._on(day)} afterwards")

    def _post(self, window: Database, day: date, start: threading.Barrier) -> None:
        start.wait()
        for n in range(POSTS):
            key = new_key()
            try:
                if n % 2:
                    entry_id = record(window, DESK, replace(deposit(key), slip=Slip(key, day)))
                    self._where(window, entry_id, day)
                else:
                    record(window, DESK, deposit(key), day)
                    self.posted += 1
            except (DayClosed, MonthClosed):  # of a slip only when it is closed between the question and the act
                self.refused += 1

    def _where(self, window: Database, entry_id: int, day: date) -> None:
        """A slip stands on its day or on that of its entering."""
        with window.reading() as connection:
            found = connection.exec_driver_sql(f"SELECT day FROM entry WHERE id = {entry_id}").scalar_one()
        if found == day.isoformat():
            self.posted += 1
        elif found == (day + ENTERED_AFTER).isoformat():
            self.entered_later += 1
        else:
            self.faults.append(f"{day}: a slip of it stands on {found}")

    def _noting(self, work: Callable[[], None]) -> None:
        try:
            work()
        except Exception as error:  # noqa: BLE001  (a thread keeps what it raises to itself)
            self.faults.append(f"{type(error).__name__}: {error}"[:200])

    def _on(self, day: date) -> int:
        with self.windows[-1].reading() as connection:
            found = connection.exec_driver_sql(f"SELECT count(*) FROM entry WHERE day = '{day}'").scalar_one()
        return int(found)

    def end(self) -> None:
        """Look at the whole book."""
        self.faults += [f"{problem.kind} {problem.where}" for problem in verify(self.windows[0]).problems]
        for window in self.windows:
            window.close()
