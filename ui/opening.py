"""Opening a book for the window, off its thread: the lock, the tables, and how far the book has come."""

from __future__ import annotations

import logging
import os
from contextlib import suppress
from dataclasses import dataclass, replace
from pathlib import Path

from PySide6.QtCore import QLockFile

from daurulang.config import data_folder
from daurulang.database import Database
from daurulang.errors import UserError
from daurulang.migrations.opening import open_book
from daurulang.reports.book import BookState, book_state
from daurulang.storage_errors import DatabaseRefused
from daurulang.verification.anchors import accept, require_there, require_whole

# The book to practise in, and who works there.
SAMPLE_NAME = "contoh.db"
SAMPLE_CLERK = "Siti Aminah"
SAMPLE_PIN = "1234"

_log = logging.getLogger(__name__)


class BookOpenElsewhere(DatabaseRefused):
    """Another window on this machine works on the book."""


@dataclass(frozen=True, slots=True)
class OpenBook:
    """A book that this window may work on until `close`."""

    db: Database
    lock: QLockFile | None
    state: BookState

    @property
    def is_sample(self) -> bool:
        """Whether this is the book to practise on."""
        return self.db.path is not None and self.db.path.name == SAMPLE_NAME

    def close(self) -> None:
        """Let others have it."""
        if self.db.is_sqlite:
            with suppress(Exception):  # the engine does it by itself when it can
                self.db.checkpoint()
        self.db.close()
        if self.lock is not None:
            self.lock.unlock()


def sample_place() -> str:
    """Where the book to practise on lies: beside the real one."""
    return str(data_folder() / SAMPLE_NAME)


@dataclass(frozen=True, slots=True)
class Acceptance:
    """Who goes on with a book that has lost entries, and why."""

    who: str
    reason: str


def open_place(place: str, acceptance: Acceptance | None = None, *, create: bool = True) -> OpenBook:
    """Open the book at a path or URL, for this window alone; `create` makes one where there is none.

    Raises `DatabaseRefused` and its kinds, among them `EntriesLost` and `BookGone` where nobody accepts it.

    What is not foreseen is logged and refused as well: a counter must never meet a bare traceback at the start.
    """
    is_file = "://" not in place
    if is_file and acceptance is None:
        require_there(Path(place))
    lock = _locked(Path(place), create=create) if is_file else None
    try:
        db = open_book(place, create=create)
        try:
            if Path(place).name == SAMPLE_NAME:
                db.anchors = None  # what is only practised may be thrown away
            if acceptance is not None:
                accept(db, acceptance.reason, acceptance.who)
            require_whole(db)
            return OpenBook(db, lock, book_state(db))
        except BaseException:
            db.close()
            raise
    except BaseException as error:
        if lock is not None:
            lock.unlock()
        if isinstance(error, UserError) or not isinstance(error, Exception):
            raise
        _log.exception("the book could not be opened")
        raise DatabaseRefused(place) from error


def refreshed(book: OpenBook) -> OpenBook:
    """The same book, looked at again."""
    return replace(book, state=book_state(book.db))


def _locked(path: Path, *, create: bool) -> QLockFile | None:
    """The lock beside the file; None where the folder cannot be written, which opening itself will say."""
    try:
        if create:
            path.parent.mkdir(parents=True, exist_ok=True)
    except OSError:
        return None
    lock = QLockFile(f"{os.path.realpath(path)}.lock")
    lock.setStaleLockTime(0)  # a counter stays open for days; only a dead process loses its lock
    # One that nobody holds is taken away: it may come from a computer that is no more, or be cut short.
    if lock.tryLock(0) or (lock.removeStaleLockFile() and lock.tryLock(0)):
        return lock
    if lock.error() is QLockFile.LockError.LockFailedError:
        raise BookOpenElsewhere(str(path))
    return None
