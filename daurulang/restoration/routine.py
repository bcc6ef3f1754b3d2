"""The copy that is made by itself: after some minutes of use, when a day is closed, when the window closes."""

from __future__ import annotations

import os
from collections.abc import Callable
from contextlib import closing
from dataclasses import dataclass, replace
from pathlib import Path

import sqlalchemy as sa

from daurulang import periods
from daurulang.backup.manifest import Backup, Figures, Rehearsal, write_manifest
from daurulang.backup.rotation import back_up_into, backups
from daurulang.centre.queries import is_set_up, the_centre
from daurulang.config import Machine
from daurulang.database import Database
from daurulang.errors import FileNotWritten
from daurulang.ledger.model import entry
from daurulang.periods import Zone
from daurulang.storage_errors import DatabaseRefused, StorageFailed, StorageFull

STALE_MS = 24 * 60 * 60 * 1000
_AHEAD_MS = 5 * 60 * 1000  # as far as a clock that sets itself may step back


def back_up(place: str, folder: Path, progress: Callable[[int, int], None] = lambda _done, _total: None) -> None:
    """Copy the book, and try the copy as if it were restored. Raises as `backup` does.

    It needs a process of its own beside a window: recomputing the whole book holds Python up.
    """
    with closing(Database(place)) as db:
        made = copy_now(db, folder)
    try_out(made, progress)


def copy_now(db: Database, folder: Path) -> Backup:
    """Copy the book without trying the copy: the next one does."""
    with db.reading() as connection:
        zone = the_centre(connection).zone if is_set_up(connection) else Zone.WIB
    return back_up_into(db, folder, zone)


def try_out(made: Backup, progress: Callable[[int, int], None] = lambda _done, _total: None) -> Backup:
    """Rehearse the restoring of a copy and write down what came out."""
    from daurulang.restoration.service import rehearse  # with all that recomputes a book

    try:
        entries, problems = rehearse(made.path, progress)
    except (FileNotWritten, StorageFull, StorageFailed):  # the place it is tried in says nothing about the copy
        return made
    except DatabaseRefused:
        entries, problems = 0, 1
    rehearsal = Rehearsal(periods.now_ms(), entries, problems)
    tried = replace(made.manifest, rehearsal=rehearsal)
    write_manifest(made.path, tried)
    return Backup(made.path, tried)


@dataclass(frozen=True, slots=True)
class Safety:
    """How safe the book is: the newest good copy (None for none), and what is wrong: "" for nothing, missing (there is
    no such folder), never, old (older than a day), unsound (its trial failed).
    """

    newest: Backup | None
    problem: str

    def is_due(self, machine: Machine) -> bool:
        """Whether it is time for another copy."""
        if self.newest is None:
            return True
        return periods.now_ms() - self.newest.manifest.at_ms >= machine.backup_minutes * 60_000


def safety_of(db: Database, folder: Path) -> Safety:
    """Look at the folder of copies; only those of this book count, and none that a wrong clock has dated ahead."""
    with db.reading() as connection:
        first_hash = connection.scalar(sa.select(entry.c.hash).order_by(entry.c.id).limit(1)) or ""
        centre = the_centre(connection).name if is_set_up(connection) else ""
    try:
        copies = backups(folder)
    except FileNotWritten:
        return Safety(None, "never" if folder == Machine().backup_place else "missing")  # its own is made when needed
    latest_ms = periods.now_ms() + _AHEAD_MS
    known = [each for each in copies if each.manifest.at_ms <= latest_ms]
    own = [each for each in known if _is_of(each.manifest.figures, first_hash, centre)]
    if not own:
        return Safety(None, "never")
    newest = own[0]
    if newest.manifest.rehearsal is not None and newest.manifest.rehearsal.problems:
        return Safety(newest, "unsound")
    return Safety(newest, "old" if periods.now_ms() - newest.manifest.at_ms > STALE_MS else "")


def is_away(folder: Path) -> bool:
    """Whether a chosen folder is missing together with the one it lies in, as with a stick that is not plugged in: a
    copy must not make both of them on the disk of the book.
    """
    return folder != Machine().backup_place and not any(os.access(each, os.F_OK) for each in (folder, folder.parent))


def _is_of(figures: Figures, first_hash: str, centre: str) -> bool:
    """Whether they are of a book by its first entry; a copy without any is told by its centre."""
    return figures.first_hash == first_hash if figures.first_hash else figures.centre == centre
