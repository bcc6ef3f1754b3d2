"""The recap of a day (rekap harian): materials across depositors, and who was there.

Names and goods are those that were printed on the receipts, so that the recap of a past day stays as it was.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby
from typing import Any

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from daurulang.database import Database
from daurulang.deposits.model import Payment, deposit, deposit_line
from daurulang.handwritten_slips.model import handwritten_slip
from daurulang.ledger.model import EntryKind, entry
from daurulang.periods import Period
from daurulang.quantities import Condition, Unit
from daurulang.reports.daily import PAID_OUT
from daurulang.reports.debts import NO_DEBTS, Debts, debts_of
from daurulang.reports.numbers import NumberOf, numbers
from daurulang.reports.standing import FIRST, LAST, SIGN, counts, days_of, standing


@dataclass(frozen=True, slots=True)
class Depositor:
    """One who brought something: all deposits of the day, in the order of the first.

    Pieces and millilitres as counted, `grams` of all whose weight is known; `given_grams` of it was not paid. What was
    brought on another day and is taken back on this one is taken off; who has nothing else did not come (`came`).
    `slips` are the numbers of what was written by hand before.
    """

    number: str
    name: str
    place: str
    receipts: tuple[str, ...]
    grams: int
    pieces: int
    millilitres: int
    savings_rupiah: int
    cash_rupiah: int
    given_grams: int
    came: bool = True
    slips: tuple[str, ...] = ()

    @property
    def rupiah(self) -> int:
        """What the goods were worth."""
        return self.savings_rupiah + self.cash_rupiah


@dataclass(frozen=True, slots=True)
class Brought:
    """How much of a row one depositor (by position, from 0) brought, in the base of the row's unit, and its value."""

    depositor: int
    quantity: int
    rupiah: int


@dataclass(frozen=True, slots=True)
class RecapRow:
    """A material in one condition at one price; what was `given` has none. `cells` only of those who brought it."""

    code: str
    name: str
    condition: Condition
    unit: Unit
    price_rupiah: int
    given: bool
    cells: tuple[Brought, ...]

    @property
    def quantity(self) -> int:
        """Of all depositors, in the unit's base."""
        return sum(cell.quantity for cell in self.cells)

    @property
    def rupiah(self) -> int:
        """Of all depositors."""
        return sum(cell.rupiah for cell in self.cells)


@dataclass(frozen=True, slots=True)
class DailyRecap:
    """A day at all counters, by code and price; `payouts` were paid out of savings. Those who came stand before those
    of whom something was only taken back.
    """

    day: date
    depositors: tuple[Depositor, ...]
    rows: tuple[RecapRow, ...]
    payouts: int
    payouts_rupiah: int
    debts: Debts = NO_DEBTS

    def __bool__(self) -> bool:
        """Whether there is anything to tell."""
        return bool(self.depositors or self.payouts or self.payouts_rupiah or self.debts)

    @property
    def people(self) -> int:
        """How many brought something."""
        return sum(depositor.came for depositor in self.depositors)

    def total(self, figure: Callable[[Depositor], int]) -> int:
        """The sum of one figure over all depositors."""
        return sum(map(figure, self.depositors))


_LINES = (
    sa.select(
        SIGN.label("sign"),
        entry.c.id,
        entry.c.counter_id,
        entry.c.sequence,
        entry.c.heading,
        deposit.c.member_id,
        deposit.c.payment,
        deposit.c.savings_rupiah,
        deposit.c.cash_rupiah,
        deposit_line.c.code.label("material"),
        deposit_line.c.name,
        deposit_line.c.condition,
        deposit_line.c.unit,
        deposit_line.c.net,
        deposit_line.c.grams,
        deposit_line.c.price_rupiah,
        deposit_line.c.amount_rupiah,
        handwritten_slip.c.number.label("slip"),
    )
    .select_from(standing(deposit))
    .outerjoin(handwritten_slip, handwritten_slip.c.entry_id == entry.c.id)
    .join(deposit_line, deposit_line.c.entry_id == deposit.c.entry_id)
    .where(counts(EntryKind.DEPOSIT))
    .order_by(entry.c.id, deposit_line.c.position)
)


_KINDS = (EntryKind.DEPOSIT, EntryKind.PAYOUT, EntryKind.DEBT_REPAYMENT, EntryKind.REVERSAL)
_DAYS = (
    sa.select(entry.c.day)
    .distinct()
    .where(entry.c.day.between(FIRST, LAST), entry.c.kind.in_(_KINDS))
    .order_by(entry.c.day)
)


def daily_recap(db: Database, day: date) -> DailyRecap:
    """The recap of a day, from one snapshot."""
    with db.reading() as connection:
        return _recap(connection, day)


def daily_recaps(db: Database, period: Period) -> list[DailyRecap]:
    """The recaps of all days of a period on which something was brought, taken back, paid out or repaid, from one
    snapshot; of its last day where nothing was. What was taken back on another day of the period stands on both, as
    each day says by itself.
    """
    with db.reading() as connection:
        recaps = [_recap(connection, day) for day in connection.scalars(_DAYS, days_of(period))]
        return [each for each in recaps if each] or [_recap(connection, period.last)]


def _recap(connection: Connection, day: date) -> DailyRecap:
    period = Period(day, day)
    within = days_of(period)
    number_of = numbers(connection)
    lines = connection.execute(_LINES, within).all()
    count, rupiah = map(int, connection.execute(PAID_OUT, within).one())
    debts = debts_of(connection, period)
    by_member: dict[int, list[Any]] = {}
    for line in lines:
        by_member.setdefault(line.member_id, []).append(line)
    own = sorted(by_member.values(), key=lambda each: not _came(each))
    return DailyRecap(
        day=day,
        depositors=tuple(_depositor(each, number_of) for each in own),
        rows=_rows(own),
        payouts=count,
        payouts_rupiah=rupiah,
        debts=debts,
    )


def _came(lines: Sequence[Any]) -> bool:
    return any(line.sign > 0 for line in lines)


def _depositor(lines: Sequence[Any], number_of: NumberOf) -> Depositor:
    """One member's lines; the names as on the last receipt of the day."""
    heading = json.loads(lines[-1].heading)
    entries = [next(own) for _, own in groupby(lines, lambda line: line.id)]
    return Depositor(
        number=heading["member_number"],
        name=heading["member_name"],
        place=heading["member_place"],
        receipts=tuple(number_of(each.counter_id, each.sequence) for each in entries),
        grams=sum(line.sign * line.grams for line in lines),
        pieces=sum(line.sign * line.net for line in lines if line.unit is Unit.PIECE),
        millilitres=sum(line.sign * line.net for line in lines if line.unit is Unit.LITRE),
        savings_rupiah=sum(each.sign * each.savings_rupiah for each in entries),
        cash_rupiah=sum(each.sign * each.cash_rupiah for each in entries),
        given_grams=sum(line.sign * line.grams for line in lines if line.payment is Payment.GIVEN),
        came=_came(lines),
        slips=tuple(each.slip for each in entries if each.slip is not None),
    )


def _rows(by_member: Iterable[Sequence[Any]]) -> tuple[RecapRow, ...]:
    found: dict[tuple[str, str, Condition, Unit, int, bool], dict[int, Brought]] = {}
    for position, lines in enumerate(by_member):
        for line in lines:
            given = line.payment is Payment.GIVEN
            what = (line.material, line.name, line.condition, line.unit, line.price_rupiah, given)
            cells = found.setdefault(what, {})
            before = cells.get(position, Brought(position, 0, 0))
            cells[position] = Brought(
                position,
                before.quantity + line.sign * line.net,
                before.rupiah + line.sign * line.amount_rupiah,
            )
    order = list(Condition)
    rows = [RecapRow(*what, cells=tuple(cells.values())) for what, cells in found.items()]
    rows.sort(key=lambda row: (row.code, row.name, order.index(row.condition), row.given, row.price_rupiah))
    return tuple(rows)
