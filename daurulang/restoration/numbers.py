"""The numbers that stand on papers already: a restored book gives up those that it does not know."""

from __future__ import annotations

import os
from collections.abc import Sequence
from contextlib import closing
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import sqlalchemy as sa

from daurulang import periods
from daurulang.anchors import AnchorLog
from daurulang.backup.manifest import heads_of
from daurulang.backup.rotation import backups
from daurulang.centre.queries import is_set_up, the_centre
from daurulang.config import load_machine
from daurulang.database import Database
from daurulang.errors import FileNotWritten
from daurulang.ledger.gaps import never_again
from daurulang.ledger.model import counter
from daurulang.ledger.service import open_counter
from daurulang.periods import Zone


@dataclass(slots=True)
class Given:
    """The last number of each counter by its code, and the name of each counter that is known, and whether it is an
    archive.
    """

    numbers: dict[str, int] = field(default_factory=dict)
    counters: dict[str, tuple[str, bool]] = field(default_factory=dict)

    def add(self, code: str, sequence: int) -> None:
        """A number that was given."""
        self.numbers[code] = max(sequence, self.numbers.get(code, 0))


def given_numbers(place: Path, source: Path, first_hash: str) -> Given:
    """What the book at a place, the notes of this machine about it, and every copy of the same book that is at hand
    know; `first_hash` is that of the book's first entry.
    """
    given = Given()
    _add_those_of_book(given, place)
    for anchor in AnchorLog(load_machine().anchor_place, place).known().newest.values():
        given.add(anchor.counter, anchor.sequence)
    for folder in {load_machine().backup_place, source.parent}:
        try:
            copies = backups(folder)
        except FileNotWritten:
            continue
        for manifest in (each.manifest for each in copies):
            if first_hash and manifest.figures.first_hash == first_hash:
                for anchor in manifest.anchors:
                    given.add(anchor.counter, anchor.sequence)
    return given


def give_up(working: Path, given: Given, at_ms: int) -> None:
    """Write into a restored book, before it is used, which of the numbers are not given again; `at_ms` is when the copy
    was made. Twice does no harm.
    """
    with closing(Database(working)) as db:
        db.anchors = None  # it is not the book of this machine yet
        with db.transaction() as connection:
            zone = the_centre(connection).zone if is_set_up(connection) else Zone.WIB
            there = set(connection.scalars(sa.select(counter.c.code)))
            for code, (name, archive) in given.counters.items():
                if code not in there and code in given.numbers:
                    open_counter(connection, code, name, archive=archive)
            never_again(
                connection, given.numbers, f"dipulihkan dari cadangan {periods.local(at_ms, zone):%Y-%m-%d %H:%M}"
            )
        db.checkpoint()
    with working.open("rb+") as file:
        os.fsync(file.fileno())


def _add_those_of_book(given: Given, place: Path) -> None:
    """Read past the engine's settings, which would write; a book that cannot be read tells nothing."""
    from sqlcipher3 import dbapi2

    if not place.is_file() or not place.stat().st_size:
        return
    with closing(dbapi2.connect(f"{place.absolute().as_uri()}?mode=ro", uri=True, isolation_level=None)) as raw:

        def ask(statement: str) -> Sequence[Any]:
            return raw.execute(statement).fetchall()  # type: ignore[no-any-return]

        try:
            for code, (sequence, _hash) in heads_of(ask).items():
                given.add(code, sequence)
            given.counters.update({code: (name, bool(archive)) for code, name, archive in ask(_COUNTERS)})
        except (dbapi2.DatabaseError, UnicodeDecodeError):
            return


_COUNTERS = "SELECT code, name, archive FROM counter"
