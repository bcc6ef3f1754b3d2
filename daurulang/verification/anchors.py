"""Comparing the book with what this machine noted outside of it: whether entries that were saved are gone."""

from __future__ import annotations

import os
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from daurulang.anchors import Anchor, AnchorLog
from daurulang.backup.rotation import backups
from daurulang.config import load_machine
from daurulang.database import Database
from daurulang.errors import FileNotWritten
from daurulang.ledger.gaps import never_again
from daurulang.ledger.model import counter, entry, number_gap
from daurulang.ledger.service import format_number
from daurulang.storage_errors import BookGone, EntriesLost


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


_CODE: sa.BindParameter[str] = sa.bindparam("code")
_SEQUENCE: sa.BindParameter[int] = sa.bindparam("sequence")
_AT = (
    sa.select(entry.c.hash)
    .join(counter, counter.c.id == entry.c.counter_id)
    .where(counter.c.code == _CODE, entry.c.sequence == _SEQUENCE)
)
_AROUND = (
    sa.select(number_gap.c.from_sequence, number_gap.c.to_sequence, number_gap.c.hash)
    .join(counter, counter.c.id == number_gap.c.counter_id)
    .where(counter.c.code == _CODE, number_gap.c.from_sequence <= _SEQUENCE, number_gap.c.to_sequence >= _SEQUENCE)
)
_LAST = (
    sa.select(sa.func.coalesce(sa.func.max(entry.c.sequence), 0))
    .join(counter, counter.c.id == entry.c.counter_id)
    .where(counter.c.code == _CODE)
)
_LAST_GAP = (
    sa.select(sa.func.coalesce(sa.func.max(number_gap.c.to_sequence), 0))
    .join(counter, counter.c.id == number_gap.c.counter_id)
    .where(counter.c.code == _CODE)
)


def heads(connection: Connection) -> tuple[Anchor, ...]:
    """The last number that each counter has given, an entry's or one that was given up."""
    found = []
    for code in connection.scalars(sa.select(counter.c.code).order_by(counter.c.id)).all():
        last = _last(connection, code)
        if last:
            at = {"code": code, "sequence": last}
            gap = connection.execute(_AROUND, at).one_or_none()
            found.append(Anchor(code, last, gap.hash if gap else connection.execute(_AT, at).scalar_one()))
    return tuple(found)


def losses(connection: Connection, anchors: Iterable[Anchor]) -> tuple[Loss, ...]:
    """What the anchors know and the book does not."""
    return tuple(loss for anchor in anchors if (loss := _loss(connection, anchor)) is not None)


def _loss(connection: Connection, anchor: Anchor) -> Loss | None:
    at = {"code": anchor.counter, "sequence": anchor.sequence}
    gap = connection.execute(_AROUND, at).one_or_none()
    if gap is not None:
        known = (gap.to_sequence, gap.hash) == (anchor.sequence, anchor.hash)
        return None if known else Loss(anchor.counter, gap.from_sequence, anchor.sequence)
    there = connection.execute(_AT, at).scalar()
    if there is None:
        return Loss(anchor.counter, min(_last(connection, anchor.counter) + 1, anchor.sequence), anchor.sequence)
    changed = there != anchor.hash
    return Loss(anchor.counter, anchor.sequence, anchor.sequence, changed=True) if changed else None


def _last(connection: Connection, code: str) -> int:
    return max(int(connection.execute(query, {"code": code}).scalar_one()) for query in (_LAST, _LAST_GAP))


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


def require_there(path: Path) -> None:
    """Raise `BookGone` where this machine noted entries of a book and its file is gone, as with a stick that is not
    plugged in: a new book must not stand in its place by itself.
    """
    if os.path.lexists(path):
        return
    known = AnchorLog(load_machine().anchor_place, path).known().newest.values()
    if known:
        raise BookGone(str(path), tuple(Loss(each.counter, 1, each.sequence).numbers for each in known))


def accept(db: Database, reason: str, who: str) -> None:
    """From now on the book is what it is; the reason stays in the log. The numbers that are gone stand on papers: they
    are given up in the book with that reason (10 letters or more), so that they are not given again.
    """
    if db.anchors is None:
        return
    known = {each.counter: each.sequence for each in db.anchors.known().newest.values()}
    with db.transaction() as connection:
        never_again(connection, known, f"{reason} ({who})")
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
