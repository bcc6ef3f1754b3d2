"""Row 23: the program is ended at a write of bringing an old book up to date; it is the old one or the new one then.

`python -m tests.faults.killed_migration FOLDER STEPS`, preloaded, ends itself at every write in turn.
"""

import json
import os
import shutil
import sys
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
from tests.faults.shim import Disk, build, run_under

CALLS = "wstu"


def run(rounds: int, seed: int) -> Finding:
    """End the migration from every step, at every `rounds`-th call that changes the disk, counted from the seed."""
    with memory_folder() as folder:
        answer = json.loads(run_under(build(folder), "killed_migration", str(folder), str(rounds), str(seed % rounds)))
    return finding(
        *(23, "the program ended at each call of bringing the tables up to date", "old or new, never between"),
        f"{answer['ended']} times from {len(REVISIONS) - 1} steps",
        f"{answer['old']} found old, {answer['new']} new, each opened and sound afterwards",
        answer["faults"],
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


def end_at_each(folder: Path, stride: int, first: int) -> dict[str, object]:
    """End it again and again, a call later each time, until it comes through."""
    found: Counter[str] = Counter()
    faults: list[str] = []
    place = folder / "work"
    place.mkdir()
    disk = Disk(place)
    for revision in REVISIONS[:-1]:
        pattern = folder / f"{revision}.db"
        old_book(pattern, revision)
        for call in CALLS:
            after = first + 1
            while _ended(pattern, place, disk, call, after):
                found["ended"] += 1
                state, told = _state(place / "book.db", revision)
                found[state] += 1
                faults += [f"{revision}, {call} {after}: {fault}" for fault in told]
                after += stride
    return {"ended": found["ended"], "old": found["old"], "new": found["new"], "faults": faults}


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


def _state(path: Path, revision: str) -> tuple[str, list[str]]:
    db = Database(path)
    with db.reading() as connection:
        there = connection.scalar(sa.text("SELECT version_num FROM alembic_version"))
        new = there == REVISIONS[-1]
        faults = [f"without {name}" for name in missing_guards(connection)] if new else []
    if not new and there != revision:
        faults.append(f"between: {there}")
    db.close()
    db = open_book(path)
    set_up_book(db).deposit()
    faults += [f"{problem.kind} {problem.where}" for problem in verify(db).problems]
    db.close()
    return ("new" if new else "old"), faults


if __name__ == "__main__":
    sys.stdout.write(json.dumps(end_at_each(Path(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3]))))
