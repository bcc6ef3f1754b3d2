"""Every count of the box is kept before what the book expects is shown, so that only the first one, made blind, is
posted: whoever closes the window or loses power after the difference was shown does not count anew.
"""

from __future__ import annotations

from collections.abc import Sequence

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from daurulang import periods
from daurulang.cash.model import cash_count
from daurulang.cash.queries import counts_of, last_session
from daurulang.cash_errors import CountStands
from daurulang.database import Database
from daurulang.ledger.model import entry
from daurulang.ledger.service import Desk, canonical, lock_counter


def keep_count(db: Database, desk: Desk, form_key: str, pieces: Sequence[tuple[int, int]]) -> None:
    """Keep a count of the open session, as (denomination, pieces), in a transaction of its own; the same count again is
    kept once.

    Nothing is kept where no session is open, or where the form was posted. Raises `CountStands` for another count than
    the first.
    """
    with db.transaction() as connection:
        lock_counter(connection, desk.counter_id)  # of two windows one counts first
        session = last_session(connection, desk.counter_id)
        posted = sa.exists().where(entry.c.form_key == form_key)
        if session is None or session.closed or connection.scalar(sa.select(posted)):
            return
        text, rupiah = denominations(pieces), sum(value * count for value, count in pieces)
        kept = counts_of(connection, session.opening_id)
        if not kept or denominations(kept[-1].pieces) != text:
            row = {
                "opening_id": session.opening_id,
                "at_ms": periods.now_ms(),
                "staff_id": desk.staff_id,
                "counted_rupiah": rupiah,
                "denominations": text,
            }
            connection.execute(sa.insert(cash_count), row)
    if kept and denominations(kept[0].pieces) != text:
        raise CountStands(kept[0].counted_rupiah)


# What enters the document's hash of the closing, in this order, for good.
COLUMNS = ("at_ms", "staff_id", "counted_rupiah", "denominations")


def kept_rows(connection: Connection, opening_id: int) -> list[tuple[object, ...]]:
    """The counts of a session in their order, each as its `COLUMNS`."""
    own = sa.select(*(cash_count.c[name] for name in COLUMNS)).where(cash_count.c.opening_id == opening_id)
    return [tuple(row) for row in connection.execute(own.order_by(cash_count.c.id))]


def denominations(pieces: Sequence[tuple[int, int]]) -> str:
    """How many of each note and coin, as the text that is kept."""
    return canonical({str(value): count for value, count in pieces if count})
