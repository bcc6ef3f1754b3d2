"""Which documents count in a period, defined once for all reports.

A document of the period counts +1, unless it was reversed within the same period: then neither is there. A reversal of
a document of another period counts −1 with that document's figures, on its own day: a month that is over keeps its
figures, a later correction stands in its own month, and months add up to their quarter.
"""

from __future__ import annotations

from datetime import date
from typing import Any

import sqlalchemy as sa

from daurulang.corrections.model import reversal
from daurulang.ledger.model import EntryKind, entry
from daurulang.periods import Period

FIRST: sa.BindParameter[date] = sa.bindparam("first")
LAST: sa.BindParameter[date] = sa.bindparam("last")

ORIGINAL = entry.alias("original")
"""The entry that is taken back, where one is."""

_answer = reversal.alias("answer")
_answering = entry.alias("answering")

SIGN = sa.case((reversal.c.entry_id.is_(None), sa.literal_column("1")), else_=sa.literal_column("-1"))
"""+1 for a document of the period, −1 for one that is taken back in it."""

DOCUMENT_ID = sa.func.coalesce(reversal.c.original_id, entry.c.id)
"""The entry whose document counts; `entry` itself is the one that is dated in the period."""

REVERSED_WITHIN = sa.exists(
    sa.select(sa.literal_column("1"))
    .select_from(_answer.join(_answering, _answering.c.id == _answer.c.entry_id))
    .where(_answer.c.original_id == entry.c.id, _answering.c.day.between(FIRST, LAST))
    .correlate(entry)
)


def standing(document: sa.Table) -> sa.Join:
    """`entry` joined to the `document` (deposit, payout, …) that counts; to be narrowed by `counts`."""
    return (
        sa.join(entry, reversal, reversal.c.entry_id == entry.c.id, isouter=True)
        .join(ORIGINAL, ORIGINAL.c.id == reversal.c.original_id, isouter=True)
        .join(document, document.c.entry_id == DOCUMENT_ID)
    )


def counts(kind: EntryKind) -> sa.ColumnElement[bool]:
    """What stands in the period from `FIRST` to `LAST`, of one kind of documents."""
    return sa.and_(
        # SQLite walks along the index of days and kinds and looks nowhere else for what is of no such kind.
        entry.c.day.between(FIRST, LAST),
        entry.c.kind.in_([sa.literal_column(f"'{each.value}'") for each in (kind, EntryKind.REVERSAL)]),
        sa.or_(
            sa.and_(reversal.c.entry_id.is_(None), ~REVERSED_WITHIN),
            ~ORIGINAL.c.day.between(FIRST, LAST),
        ),
    )


def gone_across_months(document: sa.Table) -> sa.Join:
    """The documents that stand nowhere in a period of several months, since they were reversed in another month of it
    (`reversed_across_months`): `entry` is the reversal, `ORIGINAL` the act. Each of both months tells them.
    """
    # From the few reversals to their entries: through an expression SQLite cannot come from all days the other way.
    undone_by, undone = (reversal.c[name] + sa.literal_column("0") for name in ("entry_id", "original_id"))
    return (
        sa.join(reversal, entry, entry.c.id == undone_by)
        .join(ORIGINAL, ORIGINAL.c.id == undone)
        .join(document, document.c.entry_id == ORIGINAL.c.id)
    )


def month_text(day: sa.ColumnElement[date]) -> sa.ColumnElement[str]:
    """The month of a day, 2026-11."""
    return sa.func.substr(sa.type_coerce(day, sa.Text), 1, 7)


def reversed_across_months() -> sa.ColumnElement[bool]:
    """Both days in the period, but in different months."""
    days = (entry.c.day, ORIGINAL.c.day)
    # No engine starts from an expression: reversals are few, the entries of the days are many.
    within = (sa.func.coalesce(day, day).between(FIRST, LAST) for day in days)
    return sa.and_(*within, month_text(days[0]) != month_text(days[1]))


def days_of(period: Period) -> dict[str, Any]:
    """The values of `FIRST` and `LAST`."""
    return {"first": period.first, "last": period.last}
