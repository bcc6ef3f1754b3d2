"""Every line that was weighed in during a period, one after the other."""

from __future__ import annotations

from collections.abc import Generator
from contextlib import closing
from dataclasses import dataclass
from datetime import date

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from daurulang.database import Database
from daurulang.deposits.model import Payment, deposit, deposit_line
from daurulang.ledger.model import EntryKind, counter, entry
from daurulang.ledger.service import format_number
from daurulang.members.model import member
from daurulang.members.words import format_member_number
from daurulang.periods import Period
from daurulang.quantities import Condition, Unit
from daurulang.villages.model import village

_AT_ONCE = 1000


@dataclass(frozen=True, slots=True)
class LineRow:
    """One material of one deposit. `gross`, `tare`, `deduction` and `net` are in the base of `unit`; `grams` is 0 where
    the weight is not known; village and district are those of the member on that day, empty without one.
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


_LINES = (
    sa.select(
        counter.c.code,
        entry.c.sequence,
        entry.c.day,
        entry.c.at_ms,
        member.c.number,
        member.c.name,
        sa.func.coalesce(village.c.name, ""),
        sa.func.coalesce(village.c.district, ""),
        deposit_line.c.code,
        deposit_line.c.name,
        deposit_line.c.condition,
        deposit_line.c.unit,
        deposit_line.c.gross,
        deposit_line.c.tare,
        deposit_line.c.deduction,
        deposit_line.c.deduction_reason,
        deposit_line.c.net,
        deposit_line.c.grams,
        deposit_line.c.price_rupiah,
        deposit_line.c.amount_rupiah,
        deposit.c.payment,
    )
    .select_from(entry)
    .join(counter, counter.c.id == entry.c.counter_id)
    .join(deposit, deposit.c.entry_id == entry.c.id)
    .join(member, member.c.id == deposit.c.member_id)
    .outerjoin(village, village.c.code == deposit.c.village_code)
    .join(deposit_line, deposit_line.c.entry_id == entry.c.id)
    # SQLite walks along the index of days and kinds, and never sorts more than the lines of one day.
    .where(entry.c.kind == EntryKind.DEPOSIT, entry.c.day.between(sa.bindparam("first"), sa.bindparam("last")))
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
    within = {"first": period.first, "last": period.last}
    with connection.execute(_LINES, within, execution_options={"yield_per": _AT_ONCE}) as rows:
        for code, sequence, day, at_ms, number, *rest in rows:
            yield LineRow(format_number(code, sequence), day, at_ms, format_member_number(number), *rest)
