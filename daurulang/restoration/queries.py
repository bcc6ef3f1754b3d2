"""What a restored book would not have: the entries since the copy, by counter and kind."""

from __future__ import annotations

from dataclasses import dataclass

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from daurulang.database import Database
from daurulang.ledger.model import EntryKind, counter, entry, money_transfer
from daurulang.ledger.service import format_number


@dataclass(frozen=True, slots=True)
class Lost:
    """Entries of one counter and one kind: how many, from which number to which, and the money they moved."""

    kind: EntryKind
    count: int
    first: str
    last: str
    rupiah: int


_CODES = sa.select(counter.c.id, counter.c.code).order_by(counter.c.id)
_LAST = sa.select(sa.func.coalesce(sa.func.max(entry.c.sequence), 0)).where(
    entry.c.counter_id == sa.bindparam("counter_id")
)
_HASH = sa.select(entry.c.hash).where(
    entry.c.counter_id == sa.bindparam("counter_id"), entry.c.sequence == sa.bindparam("sequence")
)
_MOVED = (
    sa.select(sa.func.coalesce(sa.func.sum(money_transfer.c.rupiah), 0))
    .where(money_transfer.c.entry_id == entry.c.id)
    .scalar_subquery()
)
_SINCE = (
    sa.select(entry.c.kind, entry.c.sequence, _MOVED)
    .where(entry.c.counter_id == sa.bindparam("counter_id"), entry.c.sequence > sa.bindparam("sequence"))
    .order_by(entry.c.sequence)
)


def lost_since(now: Database, then: Database) -> tuple[Lost, ...]:
    """What stands in the book of `now` and not in the copy of `then`."""
    lost: list[Lost] = []
    with now.reading() as here, then.reading() as there:
        for counter_id, code in here.execute(_CODES):
            shared = {"counter_id": counter_id, "sequence": _shared(here, there, counter_id)}
            kinds: dict[EntryKind, list[tuple[int, int]]] = {}
            for kind, sequence, rupiah in here.execute(_SINCE, shared):
                kinds.setdefault(kind, []).append((sequence, int(rupiah)))
            lost += [
                Lost(
                    kind,
                    len(rows),
                    format_number(code, rows[0][0]),
                    format_number(code, rows[-1][0]),
                    sum(rupiah for _, rupiah in rows),
                )
                for kind, rows in kinds.items()
            ]
    return tuple(lost)


def _shared(here: Connection, there: Connection, counter_id: int) -> int:
    """The last number up to which both tell the same; the chain of hashes makes one comparison stand for all before."""
    same, last = 0, min(each.execute(_LAST, {"counter_id": counter_id}).scalar_one() for each in (here, there))
    while same < last:
        middle = (same + last + 1) // 2
        at = {"counter_id": counter_id, "sequence": middle}
        if here.execute(_HASH, at).scalar() == there.execute(_HASH, at).scalar():
            same = middle
        else:
            last = middle - 1
    return same
