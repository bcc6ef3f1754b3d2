"""Row 23: the program is ended at a write of bringing an old book up to date; it is the old one or the new one then."""

import hashlib
import os
import shutil
from collections import Counter
from pathlib import Path

import sqlalchemy as sa
from alembic import command
from alembic.config import Config

from daurulang import migrations
from daurulang.database import APPLICATION_ID, Database
from daurulang.migrations.opening import REVISIONS, missing_guards, open_book
from daurulang.verification.service import verify
from tests.book import set_up_book
from tests.faults.acts import memory_folder
from tests.faults.finding import Finding, finding
from tests.faults.shim import Disk

CALLS = "wstu"


def run(rounds: int, seed: int) -> Finding:
    """End the migration from every step, at every `rounds`-th call that changes the disk, counted from the seed."""
    with memory_folder() as folder:
        found, faults = end_at_each(folder, rounds, seed % rounds)
    return finding(
        *(23, "the program ended at each call of bringing the tables up to date", "old or new, never between"),
        f"{found['ended']} times from {len(REVISIONS) - 1} steps",
        f"{found['old']} found old, {found['new']} new, each opened and sound afterwards",
        faults,
    )


def old_book(path: Path, revision: str) -> None:
    """An empty book as an earlier program left it."""
    db = Database(path, create=True)
    with db.transaction() as connection:
        connection.exec_driver_sql(f"PRAGMA application_id = {APPLICATION_ID}")
        config = Config()
        config.set_main_option("script_location", str(Path(migrations.__file__).parent))
        config.attributes["connection"] = connection
        command.upgrade(config, revision)
    db.close()


def end_at_each(folder: Path, stride: int, first: int) -> tuple[Counter[str], list[str]]:
    """End it again and again, a call later each time, until it comes through."""
    found: Counter[str] = Counter()
    faults: list[str] = []
    place = folder / "work"
    place.mkdir()
    disk = Disk(place)
    judged: dict[bytes, list[str]] = {}
    for revision in REVISIONS[:-1]:
        pattern = folder / f"{revision}.db"
        old_book(pattern, revision)
        for call in CALLS:
            after = first + 1
            while _ended(pattern, place, disk, call, after):
                there, told = _state(place / "book.db", judged)
                if there not in (revision, REVISIONS[-1]):
                    told = [f"between: {there}", *told]
                found["ended"] += 1
                found["old" if there == revision else "new"] += 1
                faults += [f"{revision}, {call} {after}: {fault}" for fault in told]
                after += stride
    return found, faults


def _ended(pattern: Path, place: Path, disk: Disk, call: str, after: int) -> bool:
    """Whether the process came to that call, which ends it."""
    shutil.rmtree(place)
    place.mkdir()
    shutil.copy(pattern, place / "book.db")
    child = os.fork()
    if child == 0:
        disk.fail(call, 0, after, sticky=False)
        open_book(place / "book.db").close()
        os._exit(0)
    _, status = os.waitpid(child, 0)
    return os.waitstatus_to_exitcode(status) != 0


def _state(path: Path, judged: dict[bytes, list[str]]) -> tuple[str, list[str]]:
    """The step that the book is at, and what is wrong with it; the same book among the same files is worked in once."""
    db = Database(path)
    with db.reading() as connection:
        there = str(connection.scalar(sa.text("SELECT version_num FROM alembic_version")))
    db.checkpoint()
    db.close()
    beside = sorted(other.name for other in path.parent.iterdir())
    same = hashlib.sha256(repr(beside).encode() + path.read_bytes()).digest()
    if same not in judged:
        judged[same] = _worked_in(path)
    return there, judged[same]


def _worked_in(path: Path) -> list[str]:
    db = open_book(path)
    with db.reading() as connection:
        faults = [f"without {name}" for name in missing_guards(connection)]
    set_up_book(db).deposit()
    faults += [f"{problem.kind} {problem.where}" for problem in verify(db).problems]
    db.close()
    return faults
