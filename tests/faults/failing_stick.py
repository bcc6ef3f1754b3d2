"""Row 22: the stick that copies go to is full, breaks or is pulled out; no copy is called good that is none, and the
one before stays.
"""

import errno
import random
from collections import Counter
from pathlib import Path

from daurulang import periods
from daurulang.backup.rotation import back_up_into, backups
from daurulang.database import Database
from daurulang.errors import UserError
from daurulang.migrations.opening import open_book
from daurulang.periods import Zone
from daurulang.verification.service import verify
from tests.faults.acts import Step, do, make_pattern, memory_folder
from tests.faults.finding import Finding, finding
from tests.faults.shim import Disk

KINDS = (("w", errno.ENOSPC), ("w", errno.EIO), ("s", errno.EIO), ("pulled", 0))
FARTHEST = {"w": 60, "s": 6, "pulled": 1}
START_MS = 1_795_000_000_000


def run(rounds: int, seed: int) -> Finding:
    """Fail `rounds` copies, in the four ways in turn."""
    chance = random.Random(seed)
    points = [(call, error, chance.randint(1, FARTHEST[call])) for call, error in KINDS * (rounds // len(KINDS))]
    with memory_folder() as folder:
        counted, failed, faults = fail_each(folder, points)
    told = ", ".join(f"{count} {name}" for name, count in sorted(counted.items()))
    return finding(
        *(22, "the stick for copies full, broken or pulled out", "no fake success, old kept"),
        f"{rounds} copies: {failed} failed",
        f"{told}; the copy before stands and is sound each time",
        faults,
    )


def fail_each(folder: Path, points: list[tuple[str, int, int]]) -> tuple[Counter[str], int, list[str]]:
    """Make a copy at every point, and one more on a stick that works again: what was told, how many failed, faults."""
    make_pattern(folder / "book.db")
    db = open_book(folder / "book.db")
    stick = folder / "stick"
    disk = Disk(stick)
    told: Counter[str] = Counter()
    faults: list[str] = []
    failed = 0
    for n, (call, error, after) in enumerate(points):
        where = f"{call} {error} {after}"
        with periods.clock_at(START_MS + n * 10_000):
            before = back_up_into(db, stick, Zone.WIB).path
        do(db, Step(f"s{n}", "deposit"))
        away = folder / "away"
        if call == "pulled":
            stick.rename(away)
            stick.write_bytes(b"")  # where it was mounted, no folder can be made
        else:
            disk.fail(call, error, after, sticky=True)
        with periods.clock_at(START_MS + n * 10_000 + 5000):
            word = _copied(db, stick, faults)
        failed += word != "made"
        told[word] += 1
        disk.work_again()
        if call == "pulled":
            stick.unlink()
            away.rename(stick)
        newest = backups(stick)[0].path
        if (newest == before) == (word == "made"):
            faults.append(f"{where}: told {word}, and {newest.name} is the newest copy")
        faults += [f"{where}: {fault}" for fault in _unsound(newest)]
    db.close()
    return told, failed, faults


def _copied(db: Database, stick: Path, faults: list[str]) -> str:
    try:
        back_up_into(db, stick, Zone.WIB)
    except UserError as refused:
        return type(refused).__name__
    except Exception as error:  # noqa: BLE001  (what is no refusal in words is a fault)
        faults.append(f"raised {type(error).__name__}: {error}"[:200])
        return "raised"
    return "made"


def _unsound(copy: Path) -> list[str]:
    db = open_book(copy)
    db.anchors = None
    problems = verify(db).problems
    db.close()
    return [f"{problem.kind} {problem.where}" for problem in problems]
