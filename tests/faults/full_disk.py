"""Row 8: the disk is full; what is told is true, and work goes on by itself once there is room again."""

import errno
import json
import shutil
import subprocess
import sys
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path

from daurulang.database import Database
from daurulang.errors import UserError
from daurulang.migrations.opening import open_book
from tests.faults.acts import Step, do, faults_of, fresh_book, make_pattern, memory_folder
from tests.faults.finding import ROOT, Finding, finding
from tests.faults.shim import Disk

MEDIA = ("max_page_count", "small file system", "ENOSPC of every write")
REFUSED_IN_A_ROW = 5
SAVED_AFTERWARDS = 50
MOST_ACTS = 3000

Room = Callable[[], object]


def run(rounds: int, seed: int) -> Finding:
    """Fill each medium `rounds` times."""
    told: list[str] = []
    faults: list[str] = []
    with memory_folder() as folder:
        make_pattern(folder / "pattern.db")
        for n in range(rounds):
            for medium in MEDIA:
                name = str(seed + n)
                if medium == "small file system":
                    output = _on_a_small_file_system(folder, name)
                else:
                    output = json.dumps(fill(folder, name, medium))
                answer = json.loads(output)
                told.append(f"{medium}: {answer['told']}")
                faults += [f"{medium}: {fault}" for fault in answer["faults"]]
    return finding(
        *(8, "the disk full, then freed", "works on without a restart"),
        f"{len(MEDIA)} media × {rounds}",
        "; ".join(told[: len(MEDIA)]),
        faults,
    )


def fill(folder: Path, prefix: str, medium: str) -> dict[str, object]:
    """Save until there is no room, be refused a few times, make room, and save on in the same window."""
    place = folder / "disk"
    place.mkdir(exist_ok=True)
    path = fresh_book(folder / "pattern.db", place / "book.db")
    db = open_book(path)
    saved: list[str] = []
    begun: list[str] = []
    refused: Counter[str] = Counter()
    with _FULL[medium](place, db) as make_room:
        while sum(refused.values()) < REFUSED_IN_A_ROW and len(begun) < MOST_ACTS:
            _try(db, Step(f"{prefix}-{len(begun)}", "deposit"), begun, saved, refused)
        before = len(saved)
        make_room()
        for _ in range(SAVED_AFTERWARDS):
            _try(db, Step(f"{prefix}-{len(begun)}", "deposit"), begun, saved, refused)
    faults = faults_of(db, saved, begun)
    if sum(refused.values()) != REFUSED_IN_A_ROW:
        faults.append(f"refused {sum(refused.values())} times")
    if len(saved) != before + SAVED_AFTERWARDS:
        faults.append(f"{len(saved) - before} of {SAVED_AFTERWARDS} saved afterwards")
    for key in set(begun) - set(saved):
        do(db, Step(key, "deposit"))
    faults += faults_of(db, begun, begun)
    db.close()
    words = ", ".join(f"{count} {name}" for name, count in refused.items())
    return {
        "told": f"{before} saved, {words}, {len(saved) - before} of {SAVED_AFTERWARDS} saved again",
        "faults": faults,
    }


def _try(db: Database, step: Step, begun: list[str], saved: list[str], refused: Counter[str]) -> None:
    begun.append(step.key)
    try:
        do(db, step)
        saved.append(step.key)
    except UserError as error:
        refused[type(error).__name__] += 1


@contextmanager
def _few_pages(_place: Path, db: Database) -> Iterator[Room]:
    def allow(pages: int) -> int:
        raw = db.engine.raw_connection()
        try:
            found = raw.cursor().execute(f"PRAGMA max_page_count = {pages}").fetchone()
            return int(found[0])
        finally:
            raw.close()

    allow(1)  # answers with the pages that are there, and allows no more
    yield partial(allow, 1_000_000)


@contextmanager
def _small_disk(place: Path, db: Database) -> Iterator[Room]:
    ballast = place / "ballast"
    with ballast.open("wb") as file:
        file.write(bytes(shutil.disk_usage(place).free - 300_000))
    yield ballast.unlink


@contextmanager
def _no_writes(place: Path, db: Database) -> Iterator[Room]:
    disk = Disk(place)
    db.close()  # a file that is opened from now on is watched
    disk.fail("w", errno.ENOSPC, 200, sticky=True)
    yield disk.work_again


_FULL = dict(zip(MEDIA, (_few_pages, _small_disk, _no_writes), strict=True))


def _on_a_small_file_system(folder: Path, name: str) -> str:
    """A file system of 16 MB that only this process sees; whoever is not root gets it in a namespace of users."""
    (folder / "disk").mkdir(exist_ok=True)
    inside = f'mount -t tmpfs -o size=16m tmpfs "{folder}/disk" && exec "$@"'
    command = [sys.executable, "-m", "tests.faults.full_disk", str(folder), name, "small file system"]
    answer = subprocess.run(
        ["unshare", "--map-root-user", "--mount", "sh", "-c", inside, "sh", *command],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    if answer.returncode:
        return json.dumps({"told": "not run", "faults": [f"no small file system here: {answer.stderr[-300:]}"]})
    return answer.stdout


if __name__ == "__main__":
    sys.stdout.write(json.dumps(fill(Path(sys.argv[1]), sys.argv[2], sys.argv[3])))
