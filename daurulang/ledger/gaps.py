"""Numbers that stand on papers and were lost when an older copy of the book took its place: never given again."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from daurulang import periods
from daurulang.anchors import Anchor
from daurulang.database import will_be_anchored
from daurulang.ledger.model import counter, number_gap
from daurulang.ledger.service import ARCHIVE_CODE, canonical, digest, format_number, last_of, open_counter

REASON_LIMIT = 200


@dataclass(frozen=True, slots=True)
class Gap:
    """Numbers that no entry has, as they are printed, from `first` to `last`: when they were given up, and why."""

    first: str
    last: str
    at_ms: int
    reason: str

    @property
    def numbers(self) -> str:
        """The first and the last, as they are shown."""
        return self.first if self.first == self.last else f"{self.first} – {self.last}"


# The order in which values enter the hash, behind the hash of what was there before.
HASHED_COLUMNS = ("counter_id", "from_sequence", "to_sequence", "at_ms", "reason")


def gap_hash(previous_hash: str, row: Sequence[object]) -> str:
    """The hash that stands in a gap's row (`HASHED_COLUMNS`), and that the next entry of the counter follows."""
    return digest(canonical([previous_hash, *row]))


def give_up_numbers(connection: Connection, counter_id: int, to_sequence: int, reason: str) -> None:
    """The counter goes on behind a number that was given once; nothing where it is there already."""
    last, head = last_of(connection, counter_id)
    if to_sequence <= last:
        return
    row = (counter_id, last + 1, to_sequence, periods.now_ms(), reason[:REASON_LIMIT])
    gap = gap_hash(head, row)
    connection.execute(sa.insert(number_gap), {**dict(zip(HASHED_COLUMNS, row, strict=True)), "hash": gap})
    code = connection.execute(sa.select(counter.c.code).where(counter.c.id == counter_id)).scalar_one()
    will_be_anchored(connection, Anchor(code, to_sequence, gap))


def never_again(connection: Connection, given: Mapping[str, int], reason: str) -> None:
    """Each counter (by its code) goes on behind the last number that was `given` at it; one that the book does not know
    is opened, so that it does not begin anew.
    """
    ids = {row.code: row.id for row in connection.execute(sa.select(counter.c.code, counter.c.id))}
    for code, sequence in sorted(given.items()):
        counter_id = ids.get(code) or open_counter(connection, code, code, archive=code.startswith(ARCHIVE_CODE))
        give_up_numbers(connection, counter_id, sequence, reason)


_GAPS = (
    sa.select(
        counter.c.code,
        number_gap.c.from_sequence,
        number_gap.c.to_sequence,
        number_gap.c.at_ms,
        number_gap.c.reason,
    )
    .join(counter, counter.c.id == number_gap.c.counter_id)
    .order_by(number_gap.c.id)
)


def gap_of(connection: Connection, code: str, sequence: int) -> Gap | None:
    """The gap that a number is in, None where it is in none."""
    around = (number_gap.c.from_sequence <= sequence, number_gap.c.to_sequence >= sequence)
    found = _gaps(connection, _GAPS.where(counter.c.code == code, *around))
    return found[0] if found else None


def gaps_since(connection: Connection, at_ms: int) -> tuple[Gap, ...]:
    """What was given up after a moment."""
    return _gaps(connection, _GAPS.where(number_gap.c.at_ms > at_ms))


def _gaps(connection: Connection, query: sa.Select[*tuple[Any, ...]]) -> tuple[Gap, ...]:
    return tuple(
        Gap(format_number(code, first), format_number(code, last), at_ms, reason)
        for code, first, last, at_ms, reason in connection.execute(query)
    )
