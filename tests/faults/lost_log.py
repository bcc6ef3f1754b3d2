"""Row 11: the log beside the file is deleted, cut or flipped, and with it acts that were acknowledged. The book is
sound in itself then; only the anchors know.
"""

import random
from collections.abc import Callable
from pathlib import Path

from daurulang.migrations.opening import open_book
from daurulang.storage_errors import DatabaseRefused, EntriesLost
from daurulang.verification.anchors import require_whole
from daurulang.verification.service import verify
from tests.faults.acts import Day, do, fresh_book, make_pattern, memory_folder
from tests.faults.finding import Control, Finding, finding, keep

MOST_ACTS = 12

Damage = Callable[[Path, bytes, random.Random], None]


def run(rounds: int, seed: int) -> Finding:
    """Damage the log `rounds` times, and as often leave it alone."""
    chance = random.Random(seed)
    faults: list[str] = []
    silent = 0
    with memory_folder() as folder:
        make_pattern(folder / "pattern.db")
        path = folder / "book.db"
        log = path.with_name("book.db-wal")
        for n in range(rounds):
            name, damage = list(KINDS.items())[n % len(KINDS)]
            main, written = _at_work(folder / "pattern.db", path, chance)
            for damaged in (False, True):
                path.write_bytes(main)
                log.write_bytes(written)
                if damaged:
                    damage(log, written, chance)
                alarmed = _alarmed(path)
                silent += damaged and _sound_without_anchors(path)
                if alarmed != damaged:
                    path.write_bytes(main)
                    kept = keep(11, seed, f"{name} {n}", path)
                    faults.append(f"{name}: {'no' if damaged else 'a false'} alarm; kept in {kept}")
    return finding(
        *(11, "the log deleted, cut or flipped", f"{rounds} alarms, 0 false"),
        f"{rounds} damaged logs and as many whole ones; the states of row 2 are judged with their anchors too",
        f"{rounds - len(faults)} alarms, 0 false",
        faults,
        Control("no anchors", f"{silent} of {rounds} called sound", silent > 0),
    )


def _at_work(pattern: Path, path: Path, chance: random.Random) -> tuple[bytes, bytes]:
    """The file and its log while the program works on them, as a crash leaves them."""
    db = open_book(fresh_book(pattern, path))
    day = Day("w", random.Random(chance.random()))
    for _ in range(chance.randint(1, MOST_ACTS)):
        step = day.next()
        day.done(step, do(db, step))
    found = path.read_bytes(), path.with_name("book.db-wal").read_bytes()
    db.close()
    return found


def _alarmed(path: Path) -> bool:
    """Whether the program says that something is lost, when it is opened and when it is verified."""
    try:
        db = open_book(path)
    except DatabaseRefused:
        return True
    try:
        lost = any(problem.kind == "entries_lost" for problem in verify(db).problems)
        try:
            require_whole(db)
        except EntriesLost:
            pass
        else:
            lost = False
        return lost
    finally:
        db.close()


def _sound_without_anchors(path: Path) -> bool:
    """Whether it would call the book sound."""
    try:
        db = open_book(path)
    except DatabaseRefused:
        return False
    try:
        db.anchors = None
        return not verify(db).problems
    finally:
        db.close()


def _deleted(log: Path, _written: bytes, _chance: random.Random) -> None:
    log.unlink()


def _cut(log: Path, written: bytes, chance: random.Random) -> None:
    log.write_bytes(written[: chance.randrange(len(written))])


def _flipped(log: Path, written: bytes, chance: random.Random) -> None:
    content = bytearray(written)
    content[chance.randrange(len(content))] ^= 1 << chance.randrange(8)
    log.write_bytes(content)


KINDS: dict[str, Damage] = {"deleted": _deleted, "cut": _cut, "flipped": _flipped}
