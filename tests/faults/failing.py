"""A counter whose disk fails.

Each point names a kind of call, its error, the how manyeth call fails, whether all later ones fail too, and how many
windows have the book open. What was told for every act is compared with the book as it is, and with a copy of its files
as they stand when the program dies at that moment.
"""

import random
import shutil
from collections import Counter
from collections.abc import Sequence
from dataclasses import asdict, dataclass, field
from pathlib import Path

from daurulang.database import Database
from daurulang.errors import CommitFailed, OutcomeUnknown, UserError
from daurulang.migrations.opening import open_book
from tests.faults.acts import Day, Step, do, faults_of, fresh_book, keys_in
from tests.faults.finding import keep
from tests.faults.shim import Disk

MOST_ACTS = 300
AFTER_THE_FAULT = 3
UNKNOWN = (OutcomeUnknown, CommitFailed)  # these promise nothing; every other refusal says that nothing was saved


@dataclass(frozen=True, slots=True)
class Point:
    """Where the disk fails; `windows` is 1 or 2."""

    row: int
    call: str
    error: int
    after: int
    sticky: bool
    windows: int
    reopen_every: int


@dataclass
class Outcome:
    """What came of one point."""

    fired: int = 0
    saved: int = 0
    refused: Counter[str] = field(default_factory=Counter)
    unknown: int = 0
    faults: list[str] = field(default_factory=list)


class Trial:
    """One point on a fresh book."""

    def __init__(self, folder: Path, point: Point, seed: int, disk: Disk) -> None:
        self.folder, self.point, self.seed, self.disk = folder, point, seed, disk
        self.path = fresh_book(folder.parent / "pattern.db", folder / "book.db")
        self.outcome = Outcome()
        self.day = Day("f", random.Random(seed))
        self.begun: dict[str, Step] = {}
        self.saved: set[str] = set()
        self.denied: set[str] = set()

    def run(self) -> Outcome:
        """Work until the fault and a little longer, then with a disk that works again, then look."""
        point = self.point
        db, other = open_book(self.path), open_book(self.path)
        if point.windows == 2:
            keys_in(other)  # its connection stays open
        self.disk.fail(point.call, point.error, point.after, sticky=point.sticky)
        acts_after = 0
        for n in range(1, MOST_ACTS):
            self._act(db)
            acts_after += self.disk.has_failed()
            if acts_after > (AFTER_THE_FAULT if point.sticky else 0):
                break
            if n % point.reopen_every == 0 and not acts_after:
                db = self._reopened(db)
        self.outcome.fired = self.disk.work_again()
        if not self._act(db):
            self.outcome.faults.append("nothing can be saved although the disk works again")
        self._look(db, "at work")
        self._resolve(db)
        db.close()
        other.close()
        db = open_book(self.path)
        self._look(db, "opened again")
        db.close()
        self.outcome.saved = len(self.saved)
        if self.outcome.faults:
            kept = keep(point.row, self.seed, str(asdict(point)), *self.folder.iterdir())
            self.outcome.faults.append(f"kept in {kept}")
        return self.outcome

    def _act(self, db: Database) -> bool:
        step = self.day.next()
        self.begun[step.key] = step
        try:
            self.day.done(step, do(db, step))
        except UserError as refused:
            self.outcome.refused[type(refused).__name__] += 1
            if isinstance(refused, UNKNOWN):
                self.outcome.unknown += 1
            else:
                self.denied.add(step.key)
            self._look_at_a_copy()
            return False
        except Exception as error:  # noqa: BLE001  (what is no refusal in words is a fault)
            self.outcome.faults.append(f"{step.kind} raised {type(error).__name__}: {error}"[:200])
            return False
        self.saved.add(step.key)
        if self.disk.has_failed():  # told as saved although something failed
            self._look_at_a_copy()
        return True

    def _reopened(self, db: Database) -> Database:
        db.close()
        try:
            return open_book(self.path)
        except UserError as refused:
            self.outcome.refused[f"opening: {type(refused).__name__}"] += 1
        except Exception as error:  # noqa: BLE001
            self.outcome.faults.append(f"opening raised {type(error).__name__}: {error}"[:200])
        return db  # connects anew when it is asked

    def _look_at_a_copy(self) -> None:
        """The files as they are when the program dies now."""
        place = self.folder.parent / "copy"
        place.mkdir()
        for path in self.folder.iterdir():
            if not path.name.endswith("-shm"):
                shutil.copy(path, place / path.name)
        db = open_book(place / "book.db")
        self._look(db, "after a crash")
        db.close()
        shutil.rmtree(place)

    def _look(self, db: Database, when: str) -> None:
        faults = faults_of(db, self.saved, self.begun)
        faults += [f"ghost {key}: refused as {dict(self.outcome.refused)}" for key in self.denied & keys_in(db)]
        self.outcome.faults += [f"{fault} ({when})" for fault in faults]

    def _resolve(self, db: Database) -> None:
        """Save every form again whose outcome was not heard: it stands once afterwards."""
        for key, step in self.begun.items():
            if key not in self.saved and step.kind in ("deposit", "payout", "reversal"):
                do(db, step)
                self.saved.add(key)
                self.denied.discard(key)


def try_all(folder: Path, points: Sequence[Point], seed: int) -> list[Outcome]:
    """Try each point in turn; the pattern of the book lies beside the folder."""
    disk = Disk(folder)
    outcomes = []
    for n, point in enumerate(points):
        shutil.rmtree(folder, ignore_errors=True)
        folder.mkdir()
        outcomes.append(Trial(folder, point, seed + n, disk).run())
    return outcomes
