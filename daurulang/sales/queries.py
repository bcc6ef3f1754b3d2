"""Questions about sales: what was sold to whom, line by line, and what the buyer has paid for it since."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from daurulang.buyers.model import buyer
from daurulang.corrections.model import reversal
from daurulang.database import Database, values_of
from daurulang.ledger.model import counter, entry
from daurulang.ledger.service import format_number
from daurulang.periods import Period
from daurulang.plant_errors import NameUnknown
from daurulang.quantities import Condition, Unit
from daurulang.sales.model import PaidIn, Priced, buyer_payment, sale, sale_line
from daurulang.stock.model import store
from daurulang.stock.queries import Level

_answer = reversal.alias("answer")


def stands(column: sa.ColumnElement[int]) -> sa.ColumnElement[bool]:
    """That no reversal names the entry."""
    return ~sa.exists().where(_answer.c.original_id == column)


_PAID_LATER = (
    sa.select(sa.func.coalesce(sa.func.sum(buyer_payment.c.rupiah), 0))
    .where(buyer_payment.c.sale_id == sale.c.entry_id, stands(buyer_payment.c.entry_id))
    .correlate(sale)
    .scalar_subquery()
)
OUTSTANDING = sale.c.total_rupiah - sale.c.paid_rupiah - _PAID_LATER
"""What is still owed for a sale that stands, in rupiah."""


def outstanding_rupiah(connection: Connection, sale_id: int) -> int:
    """What is still owed for a sale; 0 for one that was reversed."""
    query = sa.select(OUTSTANDING).where(sale.c.entry_id == sale_id, stands(sale.c.entry_id))
    return int(connection.scalar(query) or 0)


# --- sales in a list ---------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class SaleRow:
    """A sale in a list. `goods` is our own quantity and what it had cost; `paid_rupiah` what was paid at once and
    later, `outstanding_rupiah` what is still owed until `due_day` (None: no day was said); `reversed_by` is the number
    of what undid it, empty while it stands: then nothing is owed for it any more.
    """

    entry_id: int
    number: str
    day: date
    buyer_id: int
    buyer: str
    goods: Level
    total_rupiah: int
    paid_rupiah: int
    outstanding_rupiah: int
    due_day: date | None
    reversed_by: str = ""

    @property
    def margin_rupiah(self) -> int:
        """What it brought above what the goods had cost."""
        return self.total_rupiah - self.goods.rupiah

    def late_days(self, today: date) -> int:
        """By how many days what is owed is late; without a day it was due when it was sold."""
        return max(0, (today - (self.due_day or self.day)).days) if self.outstanding_rupiah else 0


_undoing = entry.alias("undoing")
_ROWS = (
    sa.select(
        entry.c.id,
        entry.c.counter_id,
        entry.c.sequence,
        entry.c.day,
        buyer.c.id.label("buyer_id"),
        buyer.c.name,
        sale.c.total_rupiah,
        (sale.c.paid_rupiah + _PAID_LATER).label("paid_rupiah"),
        sale.c.due_day,
        _undoing.c.counter_id.label("undoing_counter"),
        _undoing.c.sequence.label("undoing_sequence"),
    )
    .select_from(sale)
    .join(entry, entry.c.id == sale.c.entry_id)
    .join(buyer, buyer.c.id == sale.c.buyer_id)
    .outerjoin(reversal, reversal.c.original_id == sale.c.entry_id)
    .outerjoin(_undoing, _undoing.c.id == reversal.c.entry_id)
    .order_by(entry.c.day.desc(), entry.c.id.desc())
)
_MEASURES = (
    sa.case((sale_line.c.unit == Unit.PIECE, sale_line.c.quantity), else_=0),
    sa.case((sale_line.c.unit == Unit.LITRE, sale_line.c.quantity), else_=0),
)
_GOODS = (
    sa.select(
        sale_line.c.entry_id,
        *(sa.func.sum(each) for each in (sale_line.c.grams, *_MEASURES, sale_line.c.cost_rupiah)),
    )
    .select_from(sale)
    .join(entry, entry.c.id == sale.c.entry_id)
    .join(sale_line, sale_line.c.entry_id == sale.c.entry_id)
    .group_by(sale_line.c.entry_id)
)


def is_owed() -> list[sa.ColumnElement[bool]]:
    """That something is still owed for a sale."""
    return [sale.c.total_rupiah > sale.c.paid_rupiah, OUTSTANDING > 0, stands(sale.c.entry_id)]


def sales(
    db: Database, period: Period | None = None, buyer_id: int | None = None, *, owed: bool = False
) -> tuple[SaleRow, ...]:
    """The sales of a period or of all days, to one buyer or to all, the newest first; reversed ones too, unless only
    what is `owed` is asked for.
    """
    wanted = is_owed() if owed else []
    wanted += [] if period is None else [entry.c.day.between(period.first, period.last)]
    wanted += [] if buyer_id is None else [sale.c.buyer_id == buyer_id]
    with db.reading() as connection:
        return rows_where(connection, wanted)


def rows_where(connection: Connection, wanted: Sequence[sa.ColumnElement[bool]]) -> tuple[SaleRow, ...]:
    """The sales of which all of this is true, the newest first, within a snapshot that somebody else holds."""
    codes = _codes(connection)
    goods = {id_: Level(*map(int, amounts)) for id_, *amounts in connection.execute(_GOODS.where(*wanted))}
    return tuple(_row(row, goods[row.id], codes) for row in connection.execute(_ROWS.where(*wanted)))


def _row(row: Any, goods: Level, codes: dict[int, str]) -> SaleRow:
    total, paid = row.total_rupiah, int(row.paid_rupiah)
    undone = "" if row.undoing_counter is None else format_number(codes[row.undoing_counter], row.undoing_sequence)
    return SaleRow(
        entry_id=row.id,
        number=format_number(codes[row.counter_id], row.sequence),
        day=row.day,
        buyer_id=row.buyer_id,
        buyer=row.name,
        goods=goods,
        total_rupiah=total,
        paid_rupiah=paid,
        outstanding_rupiah=0 if undone else total - paid,
        due_day=row.due_day,
        reversed_by=undone,
    )


def _codes(connection: Connection) -> dict[int, str]:
    """Counters are few: joined to a list, SQLite would begin with them and walk through all they ever posted."""
    return {row.id: row.code for row in connection.execute(sa.select(counter.c.id, counter.c.code))}


# --- one sale ----------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class SaleLine:
    """Goods as they were sold: our quantity and the buyer's in the base of the unit, the price per unit (0 where one
    total was agreed and none was said), the line's own amount or its part of that total, and what the goods had cost.
    """

    code: str
    name: str
    condition: Condition
    unit: Unit
    quantity: int
    grams: int
    buyer_quantity: int
    difference_reason: str
    price_rupiah: int
    amount_rupiah: int
    cost_rupiah: int


@dataclass(frozen=True, slots=True)
class BuyerPayment:
    """What a buyer paid later; `outstanding_after_rupiah` as it was then."""

    entry_id: int
    number: str
    day: date
    rupiah: int
    paid_in: PaidIn
    reference: str
    outstanding_after_rupiah: int
    reversed_by: str


@dataclass(frozen=True, slots=True)
class Sale:
    """A sale with its lines and all payments since, the oldest first."""

    row: SaleRow
    store: str
    priced: Priced
    paid_at_once_rupiah: int
    paid_in: PaidIn
    vehicle: str
    note: str
    lines: tuple[SaleLine, ...]
    payments: tuple[BuyerPayment, ...]

    @property
    def paid_later_rupiah(self) -> int:
        """What was paid since, as far as it stands."""
        return sum(each.rupiah for each in self.payments if not each.reversed_by)


_HEAD = (
    sa.select(store.c.name, sale.c.priced, sale.c.paid_rupiah, sale.c.paid_in, sale.c.vehicle, sale.c.note)
    .select_from(sale)
    .join(store, store.c.place_id == sale.c.place_id)
)
_LINES = sa.select(*(sale_line.c[name] for name in SaleLine.__dataclass_fields__)).order_by(sale_line.c.position)
_PAYMENTS = (
    sa.select(
        entry.c.id,
        entry.c.counter_id,
        entry.c.sequence,
        entry.c.day,
        buyer_payment.c.rupiah,
        buyer_payment.c.paid_in,
        buyer_payment.c.reference,
        buyer_payment.c.outstanding_after_rupiah,
        _undoing.c.counter_id.label("undoing_counter"),
        _undoing.c.sequence.label("undoing_sequence"),
    )
    .select_from(buyer_payment)
    .join(entry, entry.c.id == buyer_payment.c.entry_id)
    .outerjoin(reversal, reversal.c.original_id == buyer_payment.c.entry_id)
    .outerjoin(_undoing, _undoing.c.id == reversal.c.entry_id)
    .order_by(entry.c.id)
)


def sale_of(db: Database, entry_id: int) -> Sale:
    """One sale as it stands now; raises `NameUnknown` where the entry is none."""
    with db.reading() as connection:
        return the_sale(connection, entry_id)


def the_sale(connection: Connection, entry_id: int) -> Sale:
    """The same within a snapshot that somebody else holds."""
    rows = rows_where(connection, [sale.c.entry_id == entry_id])
    if not rows:
        raise NameUnknown("sale", entry_id)
    head = connection.execute(_HEAD.where(sale.c.entry_id == entry_id)).one()
    lines = values_of(SaleLine, connection.execute(_LINES.where(sale_line.c.entry_id == entry_id)))
    return Sale(rows[0], *head, lines, _payments(connection, entry_id))


def _payments(connection: Connection, sale_id: int) -> tuple[BuyerPayment, ...]:
    codes = _codes(connection)
    return tuple(
        BuyerPayment(
            row.id,
            format_number(codes[row.counter_id], row.sequence),
            row.day,
            row.rupiah,
            row.paid_in,
            row.reference,
            row.outstanding_after_rupiah,
            "" if row.undoing_counter is None else format_number(codes[row.undoing_counter], row.undoing_sequence),
        )
        for row in connection.execute(_PAYMENTS.where(buyer_payment.c.sale_id == sale_id))
    )
