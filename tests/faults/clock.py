"""Row 26: the clock of the machine jumps. The program asks about it before anything is booked; numbers go on, the
chain holds, and nothing is dated anew.
"""

import os
import random
from dataclasses import dataclass, field
from pathlib import Path

from PySide6.QtCore import Qt, qInstallMessageHandler
from PySide6.QtWidgets import QApplication
from pytestqt.qt_compat import qt_api
from pytestqt.qtbot import QtBot

from daurulang import periods
from daurulang.config import load_machine
from daurulang.database import Database
from daurulang.errors import ReversalRefused, RowsRefused
from daurulang.migrations.opening import open_book
from daurulang.reports.book import book_state
from tests.faults.acts import Day, do, faults_of, fresh_book, make_pattern, memory_folder, own_home
from tests.faults.finding import Control, Finding, finding
from tests.ui.hands import hands_on, work_on
from ui.clock import ClockOverlay

DAY_MS = 86_400_000
START_MS = 1_795_000_000_000
JUMPS = {
    "five minutes back": -300_000,
    "an hour back": -3_600_000,
    "three days back": -3 * DAY_MS,
    "to 2020": 1_577_836_800_000 - START_MS,
    "two years back": -730 * DAY_MS,
    "a day on": DAY_MS,
    "400 days on": 400 * DAY_MS,
    "to 2038": 2_147_483_647_000 - START_MS,
}
BEFORE, AFTER = 10, 10
EARLIEST_MS, LATEST_MS = -300_000, 3 * DAY_MS
"""A clock that stands so far from the newest entry is taken to be right."""


@dataclass
class Told:
    """What came of all jumps."""

    asked: int = 0
    refused: int = 0
    disordered: int = 0
    faults: list[str] = field(default_factory=list)


def run(rounds: int, seed: int) -> Finding:
    """Work, let the clock jump, work, and let it jump back, for every jump `rounds` times."""
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    qt_api.set_qt_api("pyside6")  # type: ignore[no-untyped-call]  # pytest does it where it runs
    qInstallMessageHandler(lambda *_: None)  # what this platform cannot do is of no use here
    app = QApplication([])
    told = Told()
    with memory_folder() as folder:
        with periods.clock_at(START_MS):
            make_pattern(folder / "pattern.db")
        for n in range(rounds):
            for name, jump in JUMPS.items():
                with own_home():
                    path = fresh_book(folder / "pattern.db", folder / "book.db")
                    faults = _jump(app, path, Day(f"{n}", random.Random(seed + n)), jump, told)
                    told.faults += [f"{name}: {fault}" for fault in faults]
    return finding(
        *(26, "the clock jumps while work goes on", "asked about, numbers rise, nothing dated anew"),
        f"{len(JUMPS)} jumps × {rounds}: {', '.join(JUMPS)}",
        f"asked about before the counter opens in {told.asked} of {len(JUMPS) * rounds}, all that are more than five "
        f"minutes back or three days on; numbers rise by one, every chain holds; {told.refused} reversals and "
        "lists of what is yet to come refused",
        told.faults,
        Control("ordered by the clock", f"{told.disordered} books out of order", told.disordered > 0),
    )


def _jump(app: QApplication, path: Path, day: Day, jump: int, told: Told) -> list[str]:
    keys: set[str] = set()
    db = open_book(path)
    _work(db, day, START_MS, BEFORE, keys, told)
    faults = _odd_at_the_edges(db)
    before = _rows(db)
    db.close()
    with periods.clock_at(START_MS + jump):
        asked, noted = _signed_in(app, path)
    told.asked += asked
    if asked == (EARLIEST_MS <= jump <= LATEST_MS) or asked != noted:
        faults.append(f"{'asked' if asked else 'not asked'}, {'' if noted else 'not '}noted")
    db = open_book(path)
    _work(db, day, START_MS + jump, AFTER, keys, told)
    _work(db, day, START_MS + 1000, BEFORE, keys, told)
    faults += faults_of(db, keys, keys)
    after = _rows(db)
    if after[: len(before)] != before:
        faults.append("what was posted before is another now")
    numbers = [sequence for sequence, counter_id, *_ in after if counter_id == 1]
    if numbers != list(range(1, len(numbers) + 1)):
        faults.append(f"numbers {numbers}")
    by_clock = [sequence for sequence, counter_id, *_ in sorted(after, key=lambda row: row[2]) if counter_id == 1]
    told.disordered += by_clock != numbers
    db.close()
    return faults


def _work(db: Database, day: Day, at_ms: int, count: int, keys: set[str], told: Told) -> None:
    with periods.clock_at(at_ms):
        for _ in range(count):
            step = day.next()
            try:
                day.done(step, do(db, step))
                keys.add(step.key)
            except (ReversalRefused, RowsRefused):  # of what the clock says is yet to come
                told.refused += 1


def _rows(db: Database) -> list[tuple[int, int, int, str]]:
    """Every entry: its number, its counter, when it was posted, and the hash over all of it."""
    with db.reading() as connection:
        rows = connection.exec_driver_sql("SELECT sequence, counter_id, at_ms, hash FROM entry ORDER BY id")
        return [(sequence, counter_id, at_ms, hash_) for sequence, counter_id, at_ms, hash_ in rows]


def _odd_at_the_edges(db: Database) -> list[str]:
    faults = []
    for off, odd in ((EARLIEST_MS - 1, True), (EARLIEST_MS, False), (LATEST_MS, False), (LATEST_MS + 1, True)):
        with periods.clock_at(START_MS + off):
            if book_state(db).clock_is_odd != odd:
                faults.append(f"{off} ms from the newest entry {'passes' if odd else 'does not pass'}")
    return faults


def _signed_in(app: QApplication, path: Path) -> tuple[bool, bool]:
    """Start the program and sign in: whether it asks about the clock, and whether the answer is noted. Until it is
    given, no key reaches the counter.
    """
    home = Path(os.environ["DAURULANG_HOME"])
    work_on(home, path)
    with hands_on(QtBot(None), app, home) as hands:  # type: ignore[arg-type]  # no test asks for it
        hands.sign_in("123456")
        asked = isinstance(hands.window._overlay, ClockOverlay)
        shown = hands.window.shown()
        if asked:
            for key in (Qt.Key.Key_F3, Qt.Key.Key_Escape):
                hands.press(key)
                asked &= isinstance(hands.window._overlay, ClockOverlay) and hands.window.shown() == shown
            hands.press(Qt.Key.Key_Return)
            asked &= hands.window._overlay is None
    notes = list(load_machine().anchor_place.iterdir())
    return asked, any("clock confirmed" in note.read_text() for note in notes)
