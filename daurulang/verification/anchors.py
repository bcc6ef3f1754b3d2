"""Comparing the book with what this machine noted outside of it: whether entries that were saved are gone."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from daurulang.anchors import Anchor
from daurulang.backup.rotation import backups
from daurulang.config import load_machine
from daurulang.database import Database
from daurulang.errors import FileNotWritten
from daurulang.ledger.model import counter, entry
from daurulang.ledger.service import format_number
from daurulang.storage_errors import EntriesLost


@dataclass(frozen=True, slots=True)
class Loss:
    """Entries of a counter that were there: from number `first` to `last`; or `last` alone, which says something else
    now (`changed`).
    """

    counter: str
    first: int
    last: int
    changed: bool = False

    @property
    def numbers(self) -> tuple[str, str]:
        """The first and the last as they are printed."""
        return format_number(self.counter, self.first), format_number(self.counter, self.last)


_AT = (
    sa.select(entry.c.hash)
    .join(counter, counter.c.id == entry.c.counter_id)
    .where(counter.c.code == sa.bindparam("code"), entry.c.sequence == sa.bindparam("sequence"))
)
_LAST = (
    sa.select(sa.func.coalesce(sa.func.max(entry.c.sequence), 0))
    .join(counter, counter.c.id == entry.c.counter_id)
    .where(counter.c.code == sa.bindparam("code"))
)


def heads(connection: Connection) -> tuple[Anchor, ...]:
    """The last entry of each counter."""
    codes = connection.scalars(sa.select(counter.c.code).order_by(counter.c.id)).all()
    last = [(code, int(connection.execute(_LAST, {"code": code}).scalar_one())) for code in codes]
    return tuple(
        Anchor(code, sequence, connection.execute(_AT, {"code": code, "sequence": sequence}).scalar_one())
        for code, sequence in last
        if sequence
    )


def losses(connection: Connection, anchors: Iterable[Anchor]) -> tuple[Loss, ...]:
    """What the anchors know and the book does not."""
    found = []
    for anchor in anchors:
        at = connection.execute(_AT, {"code": anchor.counter, "sequence": anchor.sequence}).scalar()
        if at is None:
            last = int(connection.execute(_LAST, {"code": anchor.counter}).scalar_one())
            found.append(Loss(anchor.counter, min(last + 1, anchor.sequence), anchor.sequence))
        elif at != anchor.hash:
            found.append(Loss(anchor.counter, anchor.sequence, anchor.sequence, changed=True))
    return tuple(found)


def require_whole(db: Database) -> None:
    """Raise `EntriesLost` when the book has less than this machine noted; else note what it has more, as after a cut
    between a commit and its note.
    """
    if db.anchors is None:
        return
    db.anchors.shorten()
    known = db.anchors.known().newest
    with db.reading() as connection:
        lost = losses(connection, known.values())
        there = heads(connection)
    if lost:
        raise EntriesLost(db.place, tuple(each.numbers for each in lost))
    if any(known.get(each.counter) != each for each in there):
        db.anchors.add(there)


def accept(db: Database, reason: str, who: str) -> None:
    """From now on the book is what it is; the reason stays in the log."""
    if db.anchors is not None:
        with db.reading() as connection:
            there = heads(connection)
        db.anchors.accept(there, reason, who)


def all_losses(db: Database, connection: Connection) -> tuple[Loss, ...]:
    """What is lost by the notes of this machine and by the newest copy of this book, if that is at hand."""
    if db.anchors is None:
        return ()
    known = db.anchors.known()
    anchors = dict(known.newest)
    first_hash = connection.scalar(sa.select(entry.c.hash).order_by(entry.c.id).limit(1))
    try:
        copies = backups(load_machine().backup_place)
    except FileNotWritten:
        copies = ()
    newest = next((each.manifest for each in copies if each.manifest.figures.first_hash == first_hash), None)
    if newest is not None and newest.at_ms > known.accepted_at_ms:
        for each in newest.anchors:
            if each.counter not in anchors or each.sequence > anchors[each.counter].sequence:
                anchors[each.counter] = each
    return losses(connection, anchors.values())
