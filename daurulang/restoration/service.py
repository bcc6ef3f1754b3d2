"""Restoring: everything is tried on a working copy first, and the book of before is kept under another name.

`prepare` looks, `swap` acts. At every moment there is a whole book at its place: the one of before or the restored one.
"""

from __future__ import annotations

import os
import shutil
import time
import uuid
from collections.abc import Callable
from contextlib import closing, suppress
from dataclasses import dataclass
from pathlib import Path

from daurulang import periods
from daurulang.anchors import flush_folder
from daurulang.backup.copying import as_refusal, file_digest
from daurulang.backup.manifest import Figures, figures_of, read_manifest
from daurulang.database import Database
from daurulang.errors import BookChanged
from daurulang.migrations.opening import check_file, has_log_of_another, is_cut_short, open_book
from daurulang.periods import Zone
from daurulang.restoration.numbers import give_up, given_numbers
from daurulang.restoration.queries import Lost, lost_since
from daurulang.storage_errors import (
    BackupUnusable,
    DatabaseBusy,
    DatabaseDamaged,
    DatabaseEmpty,
    DatabaseForeign,
    DatabaseNewer,
    DatabaseRefused,
)
from daurulang.verification import anchors
from daurulang.verification.service import verify

Progress = Callable[[int, int], None]
_SECONDS_TO_LET_GO = 2  # what this program itself still reads beside the counter ends within that; SQLite does not wait
_LOGS = ("-wal", "-shm", "-journal")
_REASONS: dict[type[DatabaseRefused], str] = {
    DatabaseEmpty: "empty",
    DatabaseForeign: "foreign",
    DatabaseNewer: "newer",
    DatabaseDamaged: "damaged",
}


@dataclass(frozen=True, slots=True)
class Prepared:
    """A copy that may take the place of the book: `working` is the file that was tried, `figures` what is in it, `lost`
    what the book has since, None where the book of now cannot be read.
    """

    place: Path
    source: Path
    working: Path
    figures: Figures
    at_ms: int
    lost: tuple[Lost, ...] | None


def prepare(place: Path, source: Path, progress: Progress = lambda _done, _total: None) -> Prepared:
    """Copy the backup beside the book, bring its tables up to date there, recompute it, and compare it with the book.

    Raises `BackupUnusable`, and `FileNotWritten` when there is no room for the working copy. Neither the backup nor the
    book is changed.
    """
    head = _look_at(source)
    place = Path(os.path.realpath(place))  # a link stays one, and the book on its own disk
    working = place.with_name(f"{place.name}.{uuid.uuid4().hex}.restoring")
    try:
        try:
            place.parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(source, working)
            log = source.with_name(f"{source.name}-wal")
            if head[18:20] == b"\x02\x02" and log.exists():  # a book that was taken from a computer that died
                shutil.copyfile(log, working.with_name(f"{working.name}-wal"))
        except OSError as error:
            raise as_refusal(error, working) from error
        figures = _tried(working, source, progress)
        lost = _compared(place, working, source, figures)
    except BaseException:
        _unlink(working)
        raise
    manifest = read_manifest(source)
    at_ms = manifest.at_ms if manifest is not None else source.stat().st_mtime_ns // 1_000_000
    return Prepared(place, source, working, figures, at_ms, lost)


def drop(prepared: Prepared) -> None:
    """Nothing is restored; the working copy goes."""
    _unlink(prepared.working)


def swap(prepared: Prepared, who: str) -> Path | None:
    """Put the working copy in the place of the book, and give the path where the book of before is kept, None when
    there was none. Numbers that stand on papers already are given up in it first.

    Raises `DatabaseBusy` while another program has the book open, `BookChanged` when it got entries meanwhile,
    `FileNotWritten`, `StorageFull`.
    """
    place = prepared.place
    kept = None
    if _compared(place, prepared.working, prepared.source, prepared.figures) != prepared.lost:
        raise BookChanged  # another window has worked on while the comparison was looked at
    try:
        if os.path.lexists(place):
            _fold_in(place)
        given = given_numbers(place, prepared.source, prepared.figures.first_hash)
        give_up(prepared.working, given, prepared.at_ms)
        if os.path.lexists(place):
            kept = place.with_name(f"{place.stem}.before-{periods.local(periods.now_ms(), Zone.WIB):%Y-%m-%d-%H%M%S}")
            kept = kept.with_name(kept.name + place.suffix)
            _keep(place, kept)
        prepared.working.replace(place)
        flush_folder(place.parent)
    except OSError as error:
        raise as_refusal(error, place) from error
    with closing(Database(place)) as db:
        anchors.accept(db, f"restored from {prepared.source.name}", who)
    return kept


def rehearse(copy: Path, progress: Progress = lambda _done, _total: None) -> tuple[int, int]:
    """Open a copy of a copy as if it were restored; how many entries were recomputed, and how many problems found.

    Raises `FileNotWritten` or `StorageFull` where there is no room to try it in, and as `open_book` does.
    """
    import tempfile

    try:
        with tempfile.TemporaryDirectory(prefix="daurulang-") as folder:
            working = Path(folder) / copy.name
            shutil.copyfile(copy, working)
            with closing(open_book(working, create=False, keep_old=False)) as db:
                db.anchors = None  # it is not the book of this machine
                found = verify(db, progress)
    except OSError as error:
        raise as_refusal(error, copy) from error
    return found.entries, len(found.problems)


def _look_at(source: Path) -> bytes:
    """Refuse what can be seen from outside, and give the first 100 bytes."""
    try:
        with source.open("rb") as file:
            head = file.read(100)
    except OSError as error:
        raise BackupUnusable(str(source), "missing") from error
    if not head:
        raise BackupUnusable(str(source), "empty")
    if len(head) == 100 and head.startswith(b"SQLite format 3\x00") and is_cut_short(source, head):
        raise BackupUnusable(str(source), "damaged")
    manifest = read_manifest(source)
    if manifest is not None and (
        source.stat().st_size != manifest.size_bytes or file_digest(source) != manifest.sha256
    ):
        raise BackupUnusable(str(source), "damaged")
    return head


def _tried(working: Path, source: Path, progress: Progress) -> Figures:
    """Open the working copy as the program does, recompute it, and leave it as one file on the disk."""
    try:
        with closing(open_book(working, create=False, keep_old=False)) as db:
            db.anchors = None
            if verify(db, progress).problems:
                raise BackupUnusable(str(source), "damaged")
            with db.reading() as connection:
                figures = figures_of(lambda statement: connection.exec_driver_sql(statement).fetchall())
            db.checkpoint()
    except DatabaseRefused as error:
        if type(error) not in _REASONS:  # it is about the place of the working copy
            raise
        raise BackupUnusable(str(source), _REASONS[type(error)]) from error
    except (UnicodeDecodeError, IndexError) as error:  # what a flipped bit may leave
        raise BackupUnusable(str(source), "damaged") from error
    with working.open("rb+") as file:
        os.fsync(file.fileno())
    return figures


def _compared(place: Path, working: Path, source: Path, figures: Figures) -> tuple[Lost, ...] | None:
    """What the book of now has and the copy has not; () where there is no book."""
    if not os.path.lexists(place):
        return ()
    try:
        check_file(place)  # what is no book of ours is not opened: the engine would change it
        with closing(Database(place)) as now, closing(Database(working)) as then:
            with now.reading() as connection:
                here = figures_of(lambda statement: connection.exec_driver_sql(statement).fetchall())
            if here.first_hash and figures.first_hash and here.first_hash != figures.first_hash:
                raise BackupUnusable(str(source), "other_centre")
            if here.centre and figures.centre != here.centre and not (here.first_hash and figures.first_hash):
                raise BackupUnusable(str(source), "other_centre")
            return lost_since(now, then)
    except DatabaseBusy:
        raise
    except DatabaseEmpty:
        return ()
    except (DatabaseRefused, IndexError):
        return None


def _fold_in(place: Path) -> None:
    """Move the log into the file, which works only while nobody else has the book open; a damaged book stays as it is,
    and so does one that has the log of another.

    Raises `DatabaseBusy`.
    """
    from sqlcipher3 import dbapi2

    with place.open("rb") as file:
        if has_log_of_another(place, file.read(100)):
            return
    last_try = time.monotonic() + _SECONDS_TO_LET_GO
    while True:
        try:
            with closing(dbapi2.connect(str(place), isolation_level=None, timeout=0.5)) as raw:
                raw.execute("PRAGMA journal_mode=DELETE").fetchall()
            return
        except dbapi2.DatabaseError as error:
            if not isinstance(error, dbapi2.OperationalError) or "locked" not in str(error):
                return
            if time.monotonic() > last_try:
                raise DatabaseBusy(str(place)) from error
        time.sleep(0.05)


def _keep(place: Path, kept: Path) -> None:
    """Give the book of before, with its log when that could not be folded in, another name beside its own."""
    for ending in ("", *_LOGS):
        there = place.with_name(place.name + ending)
        if there.exists():
            _second_name(there, kept.with_name(kept.name + ending))
    flush_folder(place.parent)
    for ending in _LOGS:
        place.with_name(place.name + ending).unlink(missing_ok=True)


def _second_name(there: Path, kept: Path) -> None:
    try:
        kept.hardlink_to(there)
    except OSError:  # a file system without links
        shutil.copyfile(there, kept)
        with kept.open("rb+") as file:
            os.fsync(file.fileno())


def _unlink(working: Path) -> None:
    for ending in ("", *_LOGS):
        with suppress(OSError):
            working.with_name(working.name + ending).unlink(missing_ok=True)
