"""Numbers of entries in lists. Counters are few and read beforehand: joined to a list, SQLite would begin with them and
walk through everything they ever posted.
"""

from __future__ import annotations

from collections.abc import Callable

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from daurulang.ledger.model import counter
from daurulang.ledger.service import format_number

NumberOf = Callable[[int | None, int | None], str]
"""The number of a counter's id and a sequence; empty where there is none."""


def numbers(connection: Connection) -> NumberOf:
    """How this book numbers its entries."""
    rows = connection.execute(sa.select(counter.c.id, counter.c.code))
    codes: dict[int, str] = {row.id: row.code for row in rows}

    def number_of(counter_id: int | None, sequence: int | None) -> str:
        return "" if counter_id is None or sequence is None else format_number(codes[counter_id], sequence)

    return number_of
