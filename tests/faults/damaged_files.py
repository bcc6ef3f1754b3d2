"""Row 10: what lies where the book should be is damaged, foreign or closed to us: one refusal in words, and not a byte
of it changed.
"""

import os
import random
import shutil
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlcipher3 import dbapi2

from daurulang import wording
from daurulang.database import Database
from daurulang.errors import UserError
from daurulang.migrations.opening import open_book
from daurulang.storage_errors import (
    DatabaseDamaged,
    DatabaseEmpty,
    DatabaseForeign,
    DatabaseNewer,
    DatabaseReadOnly,
    DatabaseRefused,
    DatabaseUnreachable,
)
from daurulang.verification.service import verify
from tests.faults.acts import Step, do, make_pattern, memory_folder
from tests.faults.finding import Finding, finding, keep

NOBODY = 65534

Damage = Callable[[Path, random.Random], object]


def run(rounds: int, seed: int) -> Finding:
    """Try every kind of damage `rounds` times."""
    faults: list[str] = []
    chance = random.Random(seed)
    with memory_folder() as folder:
        folder.chmod(0o755)
        pattern = folder / "pattern.db"
        make_pattern(pattern)
        db = open_book(pattern)
        for n in range(10):
            do(db, Step(f"{n}", "deposit"))
        db.close()
        for n in range(rounds):
            for name, (damage, refusal) in KINDS.items():
                place = folder / "place"
                place.mkdir()
                path = Path(shutil.copy(pattern, place / "book.db"))
                path.chmod(0o666)
                damage(path, chance)
                told = _tried(path, refusal, as_anybody="read-only" in name or "nobody" in name)
                faults += [f"{name}: {fault}" for fault in told]
                place.chmod(0o755)
                if told:
                    faults.append(f"kept in {keep(10, seed, f'{name} {n}', path)}")
                shutil.rmtree(place)
    return finding(
        *(10, "opening what is damaged, foreign or closed", "clear words, file unchanged"),
        f"{len(KINDS)} kinds × {rounds}: {', '.join(KINDS)}",
        "each refused in words or named by the verification, every file byte by byte as before",
        faults,
    )


def _tried(path: Path, refusal: type[DatabaseRefused] | None, *, as_anybody: bool) -> list[str]:
    before = _contents(path.parent)
    faults = []
    with _anybody() if as_anybody else _oneself():
        try:
            db = open_book(path)
        except DatabaseRefused as refused:
            if refusal is not None and type(refused) is not refusal:
                faults.append(f"refused as {type(refused).__name__}")
            if not _in_words(refused):
                faults.append("refused without words")
        except Exception as error:  # noqa: BLE001  (a traceback is what must not be)
            faults.append(f"raised {type(error).__name__}: {error}")
        else:
            faults += ["opened"] if refusal is not None else _not_called_sound(db)
            db.close()
    return faults + ([] if _contents(path.parent) == before else ["the files were changed"])


def _not_called_sound(db: Database) -> list[str]:
    try:
        return [] if verify(db).problems else ["called sound"]
    except DatabaseDamaged:
        return []


def _in_words(refused: UserError) -> bool:
    return len(wording.worded(refused)) > 10


def _contents(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir() if path.is_file()}


@contextmanager
def _oneself() -> Iterator[None]:
    yield


@contextmanager
def _anybody() -> Iterator[None]:
    """Root may write everything, so that right is laid down for a while."""
    if os.geteuid():
        yield
        return
    os.setresuid(NOBODY, NOBODY, 0)
    try:
        yield
    finally:
        os.setresuid(0, 0, 0)


def _page_size(path: Path) -> int:
    return int.from_bytes(path.read_bytes()[16:18], "big")


def _write(path: Path, at: int, data: bytes) -> None:
    with path.open("rb+") as file:
        file.seek(at)
        file.write(data)


def _other_program(path: Path, _chance: random.Random) -> None:
    path.unlink()
    with sqlite3.connect(path) as other:
        other.execute("CREATE TABLE entry (name TEXT)")
    other.close()


def _newer(path: Path, _chance: random.Random) -> None:
    raw = dbapi2.connect(str(path), isolation_level=None)
    raw.execute("UPDATE alembic_version SET version_num = '9999'")
    raw.close()


def _other_key(path: Path, chance: random.Random) -> None:
    path.unlink()
    raw = dbapi2.connect(str(path))
    raw.execute(f"PRAGMA key = \"x'{chance.randbytes(32).hex()}'\"")
    raw.execute("CREATE TABLE entry (name TEXT)")
    raw.commit()
    raw.close()


def _page_in_the_middle(path: Path, _chance: random.Random) -> None:
    """The first page of the table of entries, by which it is found."""
    raw = dbapi2.connect(str(path))
    ((root,),) = raw.execute("SELECT rootpage FROM sqlite_master WHERE name = 'entry'").fetchall()
    raw.close()
    _write(path, (root - 1) * _page_size(path), bytes(_page_size(path)))


def _read_only_folder(path: Path, _chance: random.Random) -> None:
    path.parent.chmod(0o555)


def _a_folder(path: Path, _chance: random.Random) -> None:
    path.unlink()
    path.mkdir()


KINDS: dict[str, tuple[Damage, type[DatabaseRefused] | None]] = {
    "0 bytes": (lambda path, _: path.write_bytes(b""), DatabaseEmpty),
    "a list of names": (lambda path, _: path.write_text("Nama;Desa\nSiti;Pangeranan\n"), DatabaseForeign),
    "bytes by chance": (lambda path, chance: path.write_bytes(chance.randbytes(9000)), DatabaseForeign),
    "another program's database": (_other_program, DatabaseForeign),
    "another key": (_other_key, DatabaseForeign),
    "a newer book": (_newer, DatabaseNewer),
    "cut to its head": (lambda path, _: os.truncate(path, 200), DatabaseDamaged),
    "cut in the middle": (lambda path, _: os.truncate(path, path.stat().st_size // 8192 * 4096), DatabaseDamaged),
    "first page zeroed": (lambda path, _: _write(path, 100, bytes(_page_size(path) - 100)), DatabaseDamaged),
    "page in the middle zeroed": (_page_in_the_middle, None),
    "read-only file": (lambda path, _: path.chmod(0o444), DatabaseReadOnly),
    "read-only folder": (_read_only_folder, DatabaseReadOnly),
    "a file that nobody may read": (lambda path, _: path.chmod(0o000), DatabaseUnreachable),
    "a folder": (_a_folder, DatabaseUnreachable),
}
