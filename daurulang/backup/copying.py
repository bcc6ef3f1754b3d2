"""A verified copy of the book, made with SQLite's online backup while the counters go on working.

A plain copy of a live file is not a backup, and an empty file passes the engine's own integrity check; so the copy is
opened again and everything that can be counted in it is compared with the book as it was at that moment, before it
gets its name.
"""

from __future__ import annotations

import errno
import hashlib
import os
from contextlib import closing, suppress
from pathlib import Path
from typing import Any

from daurulang import periods
from daurulang.anchors import flush_folder
from daurulang.backup.manifest import (
    Backup,
    Figures,
    Manifest,
    figures_of,
    manifest_path,
    read_manifest,
    write_manifest,
)
from daurulang.database import APPLICATION_ID, Database
from daurulang.errors import FileNotWritten
from daurulang.storage_errors import BackupNotHere, BackupRefused, NotABackup, StorageFull

_OUT_OF_WAL = b"\x01\x01"
"""In the head of a file that has no log: a live book has another one."""


def backup(db: Database, target: Path) -> Backup:
    """Copy the book to `target`, replacing an older copy only by a verified one.

    Raises `BackupNotHere` for a PostgreSQL book, `FileNotWritten` or `StorageFull` when it cannot be written,
    `NotABackup` when something else has that name, `BackupRefused` when the copy is not what the book is.
    """
    if db.path is None:
        raise BackupNotHere(db.place)
    if not target.name or _belongs_to_book(target, db.path):
        raise FileNotWritten(str(target))
    from sqlcipher3 import dbapi2

    new = target.with_name(target.name + ".new")
    at_ms = periods.now_ms()
    try:
        new.unlink(missing_ok=True)
        figures = _copied(db, new)
        if _is_taken(target, figures):
            raise NotABackup(str(target))
        if _figures_of_copy(new) != figures:
            raise BackupRefused(str(target))
        before = read_manifest(target)
        if before is not None and not before.figures.same_book(figures):  # two centres with one stick
            raise NotABackup(str(target))
        manifest = Manifest(APPLICATION_ID, at_ms, new.stat().st_size, file_digest(new), figures)
        _flush(new)
        # Nothing may lie beside the note of another copy, not even for a moment.
        manifest_path(target).unlink(missing_ok=True)
        new.replace(target)
        flush_folder(target.parent)
    except (OSError, dbapi2.Error) as error:
        raise as_refusal(error, target) from error
    finally:
        with suppress(OSError):
            new.unlink(missing_ok=True)
    write_manifest(target, manifest)
    db.checkpoint()
    return Backup(target, manifest)


def file_digest(path: Path) -> str:
    """SHA-256 of a file, in hex."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def _belongs_to_book(target: Path, book: Path) -> bool:
    """Whether a copy would take the place of a folder, of the live book by any of its names, or of its log."""
    try:
        own = [book.with_name(book.name + ending) for ending in ("", "-wal", "-shm", "-journal")]
        taken = target.is_dir() or any(target.resolve() == each.resolve() for each in own)
        return taken or (target.exists() and target.samefile(book))
    except OSError as error:
        raise FileNotWritten(str(target)) from error


def _is_taken(target: Path, figures: Figures) -> bool:
    """Whether something lies there that is not one of our copies: another book, or whatever. A copy of the book as it
    is now is one of ours also without its note, which a power cut may have kept from being written.
    """
    if not os.path.lexists(target) or read_manifest(target) is not None:
        return False
    try:
        with target.open("rb") as file:
            is_one_file = file.read(20)[18:] == _OUT_OF_WAL
    except OSError:
        return True
    return not is_one_file or _figures_of_copy(target) != figures


def _copied(db: Database, new: Path) -> Figures:
    """Copy all pages, and say what the book held in that very snapshot."""
    from sqlcipher3 import dbapi2

    with closing(dbapi2.connect(str(new), isolation_level=None)) as copy, db.reading() as connection:
        figures = figures_of(lambda statement: connection.exec_driver_sql(statement).fetchall())
        raw: Any = connection.connection.driver_connection
        # All pages in one step: a stepped copy starts over whenever another counter writes, and never ends.
        raw.backup(copy, pages=-1)
        # Out of WAL mode, so that the copy is one file that any stick can carry.
        copy.execute("PRAGMA journal_mode=DELETE").fetchall()
    return figures


def _figures_of_copy(new: Path) -> Figures | None:
    """What the copy holds, None when it is not sound."""
    from sqlcipher3 import dbapi2

    with closing(dbapi2.connect(f"{new.absolute().as_uri()}?mode=ro", uri=True, isolation_level=None)) as copy:
        try:
            (application_id,) = copy.execute("PRAGMA application_id").fetchone()
            (structure,) = copy.execute("PRAGMA quick_check(1)").fetchone()
            if application_id != APPLICATION_ID or structure != "ok":
                return None
            return figures_of(lambda statement: copy.execute(statement).fetchall())
        except (dbapi2.DatabaseError, UnicodeDecodeError, IndexError):
            return None


def as_refusal(error: Exception, target: Path) -> FileNotWritten | StorageFull:
    """What stopped the writing of a file: a full disk, or whatever else."""
    full = isinstance(error, OSError) and error.errno in {errno.ENOSPC, errno.EDQUOT, errno.EFBIG}
    return StorageFull(str(target)) if full or "full" in str(error) else FileNotWritten(str(target))


def _flush(path: Path) -> None:
    with path.open("rb+") as file:
        os.fsync(file.fileno())
