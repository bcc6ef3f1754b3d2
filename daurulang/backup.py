"""A verified copy of the book, made with SQLite's online backup while the counters go on working.

A plain copy of a live file is not a backup, and an empty file passes the engine's own integrity check; so the copy is
opened again, and its identity, its structure and the head of every counter's chain are looked at before it gets its
name.
"""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from daurulang.database import APPLICATION_ID, Database
from daurulang.errors import FileNotWritten
from daurulang.storage_errors import BackupNotHere, BackupRefused

_HEADS = """
    SELECT counter.code, coalesce(max(entry.sequence), 0)
    FROM counter LEFT JOIN entry ON entry.counter_id = counter.id GROUP BY counter.code ORDER BY counter.code
"""


@dataclass(frozen=True, slots=True)
class Backup:
    """A copy that was opened again: its path, size and the last number of each counter in it."""

    path: Path
    size_bytes: int
    last_numbers: dict[str, int]


def backup(db: Database, target: Path) -> Backup:
    """Copy the book to `target`, replacing an older copy only by a verified one.

    Raises `BackupNotHere` for a PostgreSQL book, `FileNotWritten` when there is no room or no folder, `BackupRefused`
    when the copy is not sound.
    """
    if db.path is None:
        raise BackupNotHere(db.place)
    if not target.name or _belongs_to_book(target, db.path):
        raise FileNotWritten(str(target))
    from sqlcipher3 import dbapi2

    new = target.with_name(target.name + ".new")
    try:
        new.unlink(missing_ok=True)
        copy = dbapi2.connect(str(new))
    except (OSError, dbapi2.Error) as error:
        raise FileNotWritten(str(target)) from error
    try:
        try:
            _copy_all(db, copy)
            last_numbers = _verified(copy, target)
        finally:
            copy.close()
        _flush(new)
        new.replace(target)
    except (OSError, dbapi2.Error) as error:
        raise FileNotWritten(str(target)) from error
    finally:
        new.unlink(missing_ok=True)
    return Backup(target, target.stat().st_size, last_numbers)


def _belongs_to_book(target: Path, book: Path) -> bool:
    """Whether a copy of that name would take the place of the live book, by any of its names, or of its log."""
    try:
        own = [book.with_name(book.name + ending) for ending in ("", "-wal", "-shm", "-journal")]
        return any(target.resolve() == each.resolve() for each in own) or (target.exists() and target.samefile(book))
    except OSError as error:
        raise FileNotWritten(str(target)) from error


def _copy_all(db: Database, copy: Any) -> None:
    raw = db.engine.raw_connection()
    try:
        # All pages in one step: a stepped copy starts over whenever another counter writes, and never ends.
        raw.driver_connection.backup(copy, pages=-1)  # type: ignore[union-attr]  # a checked-out connection has one
    finally:
        raw.close()


def _verified(copy: Any, target: Path) -> dict[str, int]:
    (application_id,) = copy.execute("PRAGMA application_id").fetchone()
    (structure,) = copy.execute("PRAGMA quick_check(1)").fetchone()
    if application_id != APPLICATION_ID or structure != "ok":
        raise BackupRefused(str(target))
    # Out of WAL mode, so that the copy is one file that any stick can carry.
    copy.execute("PRAGMA journal_mode=DELETE").fetchall()
    return dict(copy.execute(_HEADS).fetchall())


def _flush(path: Path) -> None:
    with path.open("rb+") as file:
        os.fsync(file.fileno())
