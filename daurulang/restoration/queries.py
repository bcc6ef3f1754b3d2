"""What a restored book would not have: the entries since the copy, by counter and kind."""

from __future__ import annotations

from dataclasses import dataclass

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from daurulang.database import Database
from daurulang.ledger.model import EntryKind, counter, entry, money_transfer, number_gap
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
_GAPS = sa.select(
    number_gap.c.counter_id, number_gap.c.from_sequence, number_gap.c.to_sequence, number_gap.c.hash
).order_by(number_gap.c.id)
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
        ours, theirs = _Chain(here), _Chain(there)
        for counter_id, code in here.execute(_CODES):
            shared = {"counter_id": counter_id, "sequence": _shared(ours, theirs, counter_id)}
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


class _Chain:
    """The numbers of one book, with those that were given up in it."""

    def __init__(self, connection: Connection) -> None:
        self.connection = connection
        # The book of now is not brought up to date before it is replaced: one of an earlier step has given none up.
        known = sa.inspect(connection).has_table(number_gap.name)
        self._gaps = connection.execute(_GAPS).all() if known else []

    def last(self, counter_id: int) -> int:
        """The last number that was given."""
        last = int(self.connection.execute(_LAST, {"counter_id": counter_id}).scalar_one())
        return max([last, *(int(each.to_sequence) for each in self._gaps if each.counter_id == counter_id)])

    def hash_at(self, counter_id: int, sequence: int) -> str | None:
        """What stands behind a number."""
        for each in self._gaps:
            if each.counter_id == counter_id and each.from_sequence <= sequence <= each.to_sequence:
                return str(each.hash)
        return self.connection.execute(_HASH, {"counter_id": counter_id, "sequence": sequence}).scalar()


def _shared(here: _Chain, there: _Chain, counter_id: int) -> int:
    """The last number up to which both tell the same; the chain of hashes makes one comparison stand for all before."""
    same, last = 0, min(each.last(counter_id) for each in (here, there))
    while same < last:
        middle = (same + last + 1) // 2
        if here.hash_at(counter_id, middle) == there.hash_at(counter_id, middle):
            same = middle
        else:
            last = middle - 1
    return same
