"""What can go wrong with the place where the book lies: the database, its library, copies of it.

As in `errors`, each class carries data and no sentence.
"""

from __future__ import annotations

from dataclasses import dataclass

from daurulang.errors import UnknownReceipt, UserError


@dataclass(eq=False)
class DatabaseRefused(UserError):
    """The database cannot be used as it is; the file is left untouched. `place` is its path or its URL without
    the password.
    """

    place: str


class DatabaseBusy(DatabaseRefused):
    """Another program holds the write lock."""


class DatabaseReadOnly(DatabaseRefused):
    """The file or its folder cannot be written."""


class DatabaseNewer(DatabaseRefused):
    """A newer version of the program wrote it."""


class DatabaseForeign(DatabaseRefused):
    """It belongs to another program, or is no database at all."""


class DatabaseEmpty(DatabaseRefused):
    """A file of zero bytes stands where the book should be: a failed copy, not a new book."""


class DatabaseDamaged(DatabaseRefused):
    """The engine reports a malformed file."""


class DatabaseUnreachable(DatabaseRefused):
    """The server does not answer, or the folder does not exist."""


class StorageFull(DatabaseRefused):
    """The disk has no room left."""


class StorageFailed(DatabaseRefused):
    """The disk did not answer or gave an error of its own; what lies on it may be whole."""


class DatabaseOnShare(DatabaseRefused):
    """It lies on a disk of another computer, where SQLite's log cannot keep it safe."""


@dataclass(eq=False)
class EntriesLost(DatabaseRefused):
    """This machine noted entries that the book no longer has, or has otherwise: `numbers` of the first and the last of
    each counter.
    """

    numbers: tuple[tuple[str, str], ...] = ()


class BookGone(EntriesLost):
    """There is no file any more where this machine had a book with these entries."""


@dataclass(eq=False)
class NumberLost(UnknownReceipt):
    """The number stands on a paper, and what it says was lost when an older copy took the place of the book; `reason`
    as it was written down then.
    """

    reason: str


@dataclass(eq=False)
class LibraryUnsafe(UserError):
    """This SQLite can lose committed work (the WAL-reset bug, fixed in 3.51.3)."""

    version: str


@dataclass(eq=False)
class BackupNotHere(UserError):
    """A PostgreSQL book is backed up where its server stands."""

    place: str


@dataclass(eq=False)
class BackupRefused(UserError):
    """The copy is not sound, so the older backup was kept."""

    path: str


@dataclass(eq=False)
class NotABackup(UserError):
    """A file that is no copy of this book has the name that the copy was to get."""

    path: str


@dataclass(eq=False)
class BackupUnusable(UserError):
    """The copy cannot be restored: `reason` is missing, empty, foreign, newer, damaged, or other_centre."""

    path: str
    reason: str
