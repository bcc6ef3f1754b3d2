"""The acts at the boxes as the page of a day lists them: what was moved, and what counts found more or less."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from daurulang.cash.model import OtherSide
from daurulang.cash.queries import acts_between
from daurulang.ledger.model import EntryKind


@dataclass(frozen=True, slots=True)
class BoxAct:
    """One act: `rupiah` went in or, negative, out; of a count, that much was found more or less than in the book, or
    lay in the box before it was first counted. `other_side` only where cash was moved.
    """

    number: str
    kind: EntryKind
    rupiah: int
    other_side: OtherSide | None
    reason: str
    clerk: str


def box_acts_between(
    connection: Connection, first: date, last: date, *only: sa.ColumnElement[bool]
) -> tuple[BoxAct, ...]:
    """All of some days in their order but counts that agree, or `only` some."""
    return tuple(
        BoxAct(act.number, act.kind, act.rupiah, act.other_side, act.reason, act.clerk)
        for act in acts_between(connection, first, last, *only)
        if act.rupiah
    )
