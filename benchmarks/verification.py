"""(l) the check of a whole book against a bare pass that hashes the same rows, and what a counter beside it feels."""

from __future__ import annotations

import resource
import statistics
import subprocess
import sys
import time
from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path

import msgspec

from benchmarks.book import LAST_DAY
from benchmarks.busy_book import MEMBERS
from benchmarks.deposits import UseCase
from benchmarks.measure import Row, Sample
from benchmarks.verification_by_hand import by_json, hashed
from daurulang import periods
from daurulang.closings.day import close_day
from daurulang.closings.day_page import kinds_between
from daurulang.database import Database
from daurulang.ledger.service import Desk
from daurulang.verification.service import verify

ROUNDS = 5
DEPOSITS = 200
REST_SECONDS = 0.02  # between two of them
DAYS, DEPOSITS_A_DAY = 12, 20


def measure(busy: Path) -> list[Row]:
    """`busy` is a book of `busy_book`; deposits are added to it."""
    return [*_whole_check(busy), _beside_the_counter(busy), _closing(busy)]


def _command(name: str, book: Path) -> list[str]:
    return [sys.executable, "-m", __name__, name, str(book)]


def _whole_check(busy: Path) -> list[Row]:
    """Each in a process of its own, in turns, which tells the time it took and the memory it needed."""
    spent: dict[str, list[list[float]]] = {name: [] for name in _PASSES}
    for _ in range(ROUNDS):
        for name, seen in spent.items():
            answer = subprocess.run(_command(name, busy), check=True, capture_output=True, text=True)
            seen.append([float(word) for word in answer.stdout.split()])
    samples = {name: Sample(tuple(each[0] for each in seen)) for name, seen in spent.items()}
    if len({each[1] for seen in spent.values() for each in seen}) > 1:
        raise RuntimeError("not every entry has the hash that it states")
    ours, entries = samples["ours"], spent["ours"][0][1]
    peak, least = (max(each[2] for each in spent[name]) for name in ("ours", "json"))
    best = {name: min(ours.milliseconds) / min(sample.milliseconds) for name, sample in samples.items()}
    note = (
        f"{entries:,.0f} entries, {entries / ours.median * 1000:,.0f} a second; best round against best round"
        f" {best['json']:.2f}× and {best['msgspec']:.2f}×; peak memory {peak:.0f} MB against {least:.0f} MB; the bare"
        " passes compare hashes and nothing else, and do not look at the structure, which takes SQLite a second"
    )
    title, floor = "(l) check of a whole book", "the same rows, bare driver, json and SHA-256"
    return [
        Row(title, ours, floor, samples["json"], "≤ 2×", note),
        Row(title, ours, "the same with the program's own encoder, msgspec", samples["msgspec"]),
    ]


def _beside_the_counter(busy: Path) -> Row:
    """Deposits saved while another process checks the book again and again, in turns with as many while none does."""
    counter = UseCase(busy, MEMBERS, LAST_DAY + timedelta(days=1))
    alone: list[float] = []
    beside: list[float] = []
    for _ in range(ROUNDS):
        alone += _saved(counter, lambda: None)
        check = subprocess.Popen(_command("again and again", busy))
        time.sleep(1)
        beside += _saved(counter, check.poll)
        check.terminate()
        check.wait()
    counter.db.close()
    (middle, slow), (middle_alone, slow_alone) = (
        [statistics.quantiles(each, n=20)[place] for place in (9, 18)] for each in (beside, alone)
    )
    note = (
        f"p50 {middle:.1f} ms against {middle_alone:.1f} ms, {middle / middle_alone:.2f}×;"
        f" p95 {slow:.1f} ms against {slow_alone:.1f} ms, {slow / slow_alone:.2f}×"
    )
    title = "(l) deposit while another process checks the book"
    return Row(title, Sample(tuple(beside)), "while none does", Sample(tuple(alone)), note=note)


def _closing(busy: Path) -> Row:
    """Days closed one after the other, each with some deposits, and their totals asked without the page before."""
    counter = UseCase(busy, MEMBERS)
    spent: dict[str, list[float]] = {"closed": [], "asked": []}
    for number in range(1, DAYS + 1):
        counter.day = LAST_DAY + timedelta(days=number)
        with periods.clock_at(periods.moment_ms(counter.day, 15, 0, periods.Zone.WIB)):
            for _ in range(DEPOSITS_A_DAY):
                counter.deposit()
            start = time.perf_counter()
            with counter.db.reading() as connection:
                whole = kinds_between(connection, date.min, counter.day)
            asked = time.perf_counter()
            page = close_day(counter.db, Desk(1, 1), counter.day)
            spent["asked"].append((asked - start) * 1000)
            spent["closed"].append((time.perf_counter() - asked) * 1000)
        if page.ever != whole:
            raise RuntimeError(f"the totals of {counter.day} are not those of the journal")
    counter.db.close()
    closed, asked_whole = (Sample(tuple(each)) for each in spent.values())
    return Row("(l) a day closed behind all others", closed, "its totals asked of the whole book", asked_whole)


def _saved(counter: UseCase, ended: Callable[[], int | None]) -> list[float]:
    """The milliseconds that some deposits took; the check must not have `ended` before them."""
    spent = []
    for _ in range(DEPOSITS):
        time.sleep(REST_SECONDS)
        start = time.perf_counter()
        counter.deposit()
        spent.append((time.perf_counter() - start) * 1000)
    if ended() is not None:
        raise RuntimeError("the check ended before the deposits")
    return spent


def _ours(book: Path) -> int:
    db = Database(book)
    db.anchors = None
    found = verify(db)
    if found.problems:
        raise RuntimeError(f"the book is not sound: {found.problems[:3]}")
    return found.entries


_PASSES: dict[str, Callable[[Path], int]] = {
    "ours": _ours,
    "json": lambda book: hashed(book, by_json),
    "msgspec": lambda book: hashed(book, msgspec.json.Encoder().encode),
}


def main() -> None:
    """One round: milliseconds, entries, and megabytes at most."""
    name, book = sys.argv[1], Path(sys.argv[2])
    while name == "again and again":
        _ours(book)
    start = time.perf_counter()
    entries = _PASSES[name](book)
    print((time.perf_counter() - start) * 1000, entries, _peak_megabytes())


def _peak_megabytes() -> float:
    """Of this process alone: on Linux, what `getrusage` tells begins with what its parent had."""
    status = Path("/proc/self/status")
    if status.exists():
        (peak,) = (line.split()[1] for line in status.read_text().splitlines() if line.startswith("VmHWM"))
        return int(peak) / 1024
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


if __name__ == "__main__":
    main()
