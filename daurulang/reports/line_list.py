"""Every line that stands in a period, one after the other: together they are the report's goods and rupiah."""

from __future__ import annotations

import json
from collections.abc import Generator
from contextlib import closing
from dataclasses import dataclass
from datetime import date

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from daurulang.database import Database
from daurulang.deposits.model import Payment, deposit, deposit_line
from daurulang.handwritten_slips.model import handwritten_slip
from daurulang.handwritten_slips.service import Slip
from daurulang.ledger.model import EntryKind, entry
from daurulang.periods import Period
from daurulang.quantities import Condition, Unit
from daurulang.reports.numbers import numbers
from daurulang.reports.standing import ORIGINAL, SIGN, counts, days_of, standing
from daurulang.villages.model import village

_AT_ONCE = 1000


@dataclass(frozen=True, slots=True)
class LineRow:
    """One material of one deposit. `gross`, `tare`, `deduction` and `net` are in the base of `unit`; `grams` is 0 where
    the weight is not known; names are those on the receipt, village and district those of the member on that day,
    empty without one. What is taken back in this period, but was brought in another, has all quantities and the amount
    below zero, under the number of the reversal; `reverses` is the number of the deposit, else empty. `slip` is what
    was written by hand before.
    """

    number: str
    day: date
    at_ms: int
    member_number: str
    member_name: str
    village: str
    district: str
    code: str
    material: str
    condition: Condition
    unit: Unit
    gross: int
    tare: int
    deduction: int
    deduction_reason: str
    net: int
    grams: int
    price_rupiah: int
    amount_rupiah: int
    payment: Payment
    reverses: str = ""
    slip: Slip | None = None


_LINES = (
    sa.select(
        entry.c.counter_id,
        entry.c.sequence,
        entry.c.day,
        entry.c.at_ms,
        entry.c.heading,
        sa.func.coalesce(village.c.name, ""),
        sa.func.coalesce(village.c.district, ""),
        deposit_line.c.code,
        deposit_line.c.name,
        deposit_line.c.condition,
        deposit_line.c.unit,
        SIGN * deposit_line.c.gross,
        SIGN * deposit_line.c.tare,
        SIGN * deposit_line.c.deduction,
        deposit_line.c.deduction_reason,
        SIGN * deposit_line.c.net,
        SIGN * deposit_line.c.grams,
        deposit_line.c.price_rupiah,
        SIGN * deposit_line.c.amount_rupiah,
        deposit.c.payment,
        ORIGINAL.c.counter_id,
        ORIGINAL.c.sequence,
        handwritten_slip.c.number,
        handwritten_slip.c.day,
    )
    .select_from(standing(deposit))
    .outerjoin(village, village.c.code == deposit.c.village_code)
    .outerjoin(handwritten_slip, handwritten_slip.c.entry_id == deposit.c.entry_id)
    .join(deposit_line, deposit_line.c.entry_id == deposit.c.entry_id)
    # SQLite walks along the index of days and kinds, and never sorts more than the lines of one day.
    .where(counts(EntryKind.DEPOSIT))
    .order_by(entry.c.day, entry.c.id, deposit_line.c.position)
)


def each_line(db: Database, period: Period) -> Generator[LineRow, None, None]:
    """The lines of a period by day, each read when it is asked for; the snapshot is held until the last one, or until
    the generator is closed.
    """
    with db.reading() as connection, closing(lines_of(connection, period)) as lines:
        yield from lines


def lines_of(connection: Connection, period: Period) -> Generator[LineRow, None, None]:
    """The same within a snapshot that somebody else holds; to be closed before that ends."""
    number_of = numbers(connection)
    printed, names = "", ("", "")
    with connection.execute(_LINES, days_of(period), execution_options={"yield_per": _AT_ONCE}) as rows:
        for counter_id, sequence, day, at_ms, heading, *line, reversed_counter, reversed_sequence, slip, of in rows:
            if heading != printed:  # one for all lines of a receipt
                found = json.loads(heading)
                printed, names = heading, (found["member_number"], found["member_name"])
            reverses = number_of(reversed_counter, reversed_sequence)
            written = None if slip is None else Slip(slip, of)
            values = (number_of(counter_id, sequence), day, at_ms, *names, *line, reverses, written)
            yield LineRow(*values)
