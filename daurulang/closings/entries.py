"""Each closing of a day or a month, and each reopening, is an entry of the journal: it has a number, stands in the
chain of its counter, and is noted outside of the book with it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict
from typing import Any, Final

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from daurulang import periods
from daurulang.closings.model import day_closing, month_closing, month_reopening
from daurulang.ledger.form_key import new_form_key
from daurulang.ledger.model import EntryKind
from daurulang.ledger.service import Act, Desk, Form, canonical, digest, post
from daurulang.members.visit import at_desk

# What enters the document's hash, in this order, for good. The report enters by its own hash; what a reopening opens,
# by its month and version.
COLUMNS: Final = {
    EntryKind.DAY_CLOSING: ("day", "at_ms", "staff_id", "report_hash"),
    EntryKind.MONTH_CLOSING: ("month", "version", "last_day", "at_ms", "staff_id", "report_hash"),
    EntryKind.MONTH_REOPENING: ("month", "version", "at_ms", "staff_id", "reason"),
}
TABLES: Final = {
    EntryKind.DAY_CLOSING: day_closing,
    EntryKind.MONTH_CLOSING: month_closing,
    EntryKind.MONTH_REOPENING: month_reopening,
}


def post_closing(connection: Connection, desk: Desk, kind: EntryKind, values: Mapping[str, object]) -> int:
    """Post the entry that a closing is, on today, and return its id. The row itself is written after it: the day of the
    entry may be the one that it closes.
    """
    heading = at_desk(connection, desk).heading
    row = [values[name] for name in COLUMNS[kind]]
    return post(
        connection,
        Act(
            kind=kind,
            form=Form(new_form_key(), digest(canonical(row))),
            desk=desk,
            day=periods.today(heading.zone),
            heading=asdict(heading),
            document_hash=document_hash(row, "" if _any_entered(connection) else inherited_hash(connection)),
        ),
    )


def document_hash(row: Sequence[object], inherited: str = "") -> str:
    """The hash that stands in the entry for its row (`COLUMNS`). The first closing that is an entry also stands for all
    those that are none (`inherited_hash`).
    """
    return digest(canonical([*row, inherited] if inherited else list(row)))


def inherited_hash(connection: Connection) -> str:
    """One hash of the closings and reopenings that are no entries, as in older books; empty where there are none."""
    rows = [[kind, *row] for kind in COLUMNS for entry_id, *row in closings(connection, kind) if entry_id is None]
    return digest(canonical(rows)) if rows else ""


def closings(connection: Connection, kind: EntryKind) -> Iterator[Sequence[Any]]:
    """The entry of each closing of a kind, None for one of an older book, and its `COLUMNS`, days as their text."""
    table = TABLES[kind]
    columns = [(table if name in table.c else month_closing).c[name] for name in COLUMNS[kind]]
    found = table if table is not month_reopening else table.outerjoin(month_closing)
    stored = [sa.type_coerce(each, sa.Text) if each.name in {"day", "last_day"} else each for each in columns]
    yield from connection.execute(sa.select(table.c.entry_id, *stored).select_from(found).order_by(*columns))


def _any_entered(connection: Connection) -> bool:
    found = (sa.exists().where(table.c.entry_id.is_not(None)) for table in TABLES.values())
    return bool(connection.scalar(sa.select(sa.or_(*found))))
