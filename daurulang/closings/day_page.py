"""What stands on the page of a closed day: every act by its kind, the cash of every counter, the heads of the chains.

Of the archive, where old books stand, only the head: it was never worked at.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import astuple, dataclass, field
from datetime import date, timedelta
from itertools import chain

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from daurulang.cash.queries import cash_rupiah
from daurulang.centre.queries import Centre
from daurulang.closings.box_acts import BoxAct, box_acts_between
from daurulang.corrections.model import reversal
from daurulang.database import Flag
from daurulang.ledger.gaps import Gap
from daurulang.ledger.model import EntryKind, Place, SystemAccount, counter, entry, mass_transfer, money_transfer
from daurulang.ledger.queries import Counter, counters
from daurulang.ledger.service import format_number
from daurulang.staff.model import staff


@dataclass(frozen=True, slots=True)
class KindSum:
    """All acts of one kind: how many, the rupiah they moved (`cash_rupiah` of them over a counter), and goods."""

    kind: EntryKind
    count: int
    rupiah: int
    cash_rupiah: int
    grams: int
    pieces: int
    millilitres: int

    def added_to(self, other: KindSum | None) -> KindSum:
        """These and others of the same kind."""
        if other is None:
            return self
        return KindSum(
            self.kind, *(mine + its for mine, its in zip(astuple(self)[1:], astuple(other)[1:], strict=True))
        )


@dataclass(frozen=True, slots=True)
class CounterDay:
    """A counter on the day: its acts with the first and the last number (empty without any), and its box in rupiah.

    `difference_rupiah` was found by counts; what was in the box when it was first counted came in. `late_rupiah` came
    in (or, negative, went out) by what was booked to earlier days since the page before.
    """

    code: str
    name: str
    count: int
    first: str
    last: str
    cash_before_rupiah: int
    cash_in_rupiah: int
    cash_out_rupiah: int
    difference_rupiah: int
    late_rupiah: int = 0

    @property
    def cash_after_rupiah(self) -> int:
        """What is in the box at the end of the day."""
        before = self.cash_before_rupiah + self.late_rupiah
        return before + self.cash_in_rupiah - self.cash_out_rupiah + self.difference_rupiah


@dataclass(frozen=True, slots=True)
class ReversedAct:
    """A reversal of the day: its number, whose it is, the rupiah it turned round, why, and who approved; `debt_rupiah`
    of them became a debt of the member.
    """

    number: str
    original: str
    rupiah: int
    reason: str
    approver: str
    debt_rupiah: int = 0


@dataclass(frozen=True, slots=True)
class Goods:
    """Three measures side by side, never added together."""

    grams: int = 0
    pieces: int = 0
    millilitres: int = 0


@dataclass(frozen=True, slots=True)
class ChainHead:
    """The last entry of a counter when the day was closed: its number and its hash (64 hex)."""

    number: str
    hash: str


@dataclass(frozen=True, slots=True)
class DayPage:
    """A closed day as it is printed. `kinds` are of the day, `ever` since the beginning of the book until its end;
    `gaps` are numbers that a restore lost since the page before it; `late` is what was booked since then to days that
    were closed, of a month that was opened again: the `ever` of the page before, `kinds` and `late` are this `ever`.

    `old_goods` of the reversals of the day had come with deposits of an old book, which are on no page; so had
    `old_goods_ever` of all until its end. `box_acts` are of the day and of what was booked late.
    """

    day: date
    centre: Centre
    logo_hash: str | None
    place: str
    at_ms: int
    clerk: str
    kinds: tuple[KindSum, ...]
    ever: tuple[KindSum, ...]
    counters: tuple[CounterDay, ...]
    reversals: tuple[ReversedAct, ...]
    heads: tuple[ChainHead, ...]
    gaps: tuple[Gap, ...] = ()
    late: tuple[KindSum, ...] = ()
    box_acts: tuple[BoxAct, ...] = ()
    old_goods: Goods = Goods()
    old_goods_ever: Goods = Goods()


_FIRST: sa.BindParameter[date] = sa.bindparam("first")
_LAST: sa.BindParameter[date] = sa.bindparam("last")
_WITHIN = sa.and_(entry.c.day.between(_FIRST, _LAST), counter.c.archive == sa.literal(0, Flag))
_WORKED = sa.join(entry, counter, counter.c.id == entry.c.counter_id)
_CASH_ACCOUNTS = sa.select(counter.c.cash_account_id).correlate(None)
_OVER_THE_COUNTER = sa.or_(
    money_transfer.c.debit_account_id.in_(_CASH_ACCOUNTS), money_transfer.c.credit_account_id.in_(_CASH_ACCOUNTS)
)

_COUNTS = sa.select(entry.c.kind, sa.func.count()).select_from(_WORKED).where(_WITHIN).group_by(entry.c.kind)
_MONEY = (
    sa.select(
        entry.c.kind,
        sa.func.sum(money_transfer.c.rupiah),
        sa.func.sum(sa.case((_OVER_THE_COUNTER, money_transfer.c.rupiah), else_=0)),
    )
    .select_from(_WORKED.join(money_transfer, money_transfer.c.entry_id == entry.c.id))
    .where(_WITHIN)
    .group_by(entry.c.kind)
)
_BECAME_DEBTS = (
    sa.select(sa.func.coalesce(sa.func.sum(reversal.c.debt_rupiah), 0))
    .select_from(_WORKED.join(reversal, reversal.c.entry_id == entry.c.id))
    .where(_WITHIN)
)
_TO_RESIDENTS = mass_transfer.c.to_place_id == int(Place.RESIDENTS)
"""Of a reversal only what residents are given back is told: the page sets it against what they brought."""
_GOODS = (
    sa.select(
        entry.c.kind,
        *(sa.func.sum(mass_transfer.c[name]) for name in ("grams", "pieces", "millilitres")),
    )
    .select_from(_WORKED.join(mass_transfer, mass_transfer.c.entry_id == entry.c.id))
    .where(_WITHIN, sa.or_(entry.c.kind != EntryKind.REVERSAL, _TO_RESIDENTS))
    .group_by(entry.c.kind)
)


def kinds_between(
    connection: Connection, first: date, last: date, *only: sa.ColumnElement[bool]
) -> tuple[KindSum, ...]:
    """Every kind of act that was done at the counters on some days, in the order of `EntryKind`, or `only` some."""
    days = {"first": first, "last": last}
    counts = {kind: int(count) for kind, count in connection.execute(_COUNTS.where(*only), days)}
    money = {row[0]: (int(row[1]), int(row[2])) for row in connection.execute(_MONEY.where(*only), days)}
    if EntryKind.REVERSAL in money:  # what became a debt was not turned round
        (rupiah, cash), owed = money[EntryKind.REVERSAL], connection.execute(_BECAME_DEBTS.where(*only), days)
        money[EntryKind.REVERSAL] = (rupiah - int(owed.scalar_one()), cash)
    goods = {row[0]: row[1:] for row in connection.execute(_GOODS.where(*only), days)}
    return tuple(
        KindSum(kind, counts[kind], *money.get(kind, (0, 0)), *map(int, goods.get(kind, (0, 0, 0))))
        for kind in EntryKind
        if kind in counts
    )


def together(*some: Iterable[KindSum]) -> tuple[KindSum, ...]:
    """The acts of several spans of time, in the order of `EntryKind`."""
    found: dict[EntryKind, KindSum] = {}
    for each in chain(*some):
        found[each.kind] = each.added_to(found.get(each.kind))
    return tuple(found[kind] for kind in EntryKind if kind in found)


_NUMBERS = (
    sa.select(entry.c.counter_id, sa.func.count(), sa.func.min(entry.c.sequence), sa.func.max(entry.c.sequence))
    .where(entry.c.day == sa.bindparam("day"))
    .group_by(entry.c.counter_id)
)
_OTHER_SIDE = sa.case(
    (money_transfer.c.debit_account_id == counter.c.cash_account_id, money_transfer.c.credit_account_id),
    else_=money_transfer.c.debit_account_id,
)
_INWARDS = sa.case((money_transfer.c.debit_account_id == counter.c.cash_account_id, money_transfer.c.rupiah), else_=0)
_OUTWARDS = money_transfer.c.rupiah - _INWARDS
_FOUND = _OTHER_SIDE.in_([int(SystemAccount.CASH_DIFFERENCE)])
_BOXES = (
    sa.select(
        counter.c.id,
        sa.func.sum(sa.case((_FOUND, 0), else_=_INWARDS)),
        sa.func.sum(sa.case((_FOUND, 0), else_=_OUTWARDS)),
        sa.func.sum(sa.case((_FOUND, _INWARDS - _OUTWARDS), else_=0)),
    )
    .select_from(entry)
    .join(money_transfer, money_transfer.c.entry_id == entry.c.id)
    .join(
        counter, counter.c.cash_account_id.in_([money_transfer.c.debit_account_id, money_transfer.c.credit_account_id])
    )
    .where(entry.c.day.between(_FIRST, _LAST))
    .group_by(counter.c.id)
)


def counters_on(connection: Connection, day: date, late_rupiah: Mapping[int, int]) -> tuple[CounterDay, ...]:
    """Every counter that somebody stands at, with its box; `late_rupiah` is what earlier days brought it (`Late`)."""
    numbers = {row[0]: row[1:] for row in connection.execute(_NUMBERS, {"day": day})}
    on_day, later = _boxes(connection, day, day), _boxes(connection, day + timedelta(days=1), date.max)
    none = (0, 0, 0)
    return tuple(
        _counter_day(
            each,
            numbers.get(each.id),
            on_day.get(each.id, none),
            cash_rupiah(connection, each.cash_account_id) - _net(later.get(each.id, none)),
            late_rupiah.get(each.id, 0),
        )
        for each in counters(connection)
    )


@dataclass(frozen=True, slots=True)
class Late:
    """What was booked to closed days since the page of the last one: by kind, what was taken back, and what came into
    each box by the id of its counter.
    """

    kinds: tuple[KindSum, ...] = ()
    reversals: tuple[ReversedAct, ...] = ()
    box_acts: tuple[BoxAct, ...] = ()
    cash_rupiah: Mapping[int, int] = field(default_factory=dict)


def late_since(connection: Connection, page: DayPage | None) -> Late:
    """What stands behind the heads of the chains that the last page names, on its day or before it."""
    if page is None:
        return Late()
    heads = {code: int(sequence) for code, _, sequence in (head.number.rpartition("-") for head in page.heads)}
    rows = connection.execute(sa.select(counter.c.id, counter.c.code).order_by(counter.c.id))
    behind = [sa.and_(entry.c.counter_id == row[0], entry.c.sequence > heads.get(row[1], 0)) for row in rows]
    since = sa.or_(sa.false(), *behind)
    boxes = _boxes(connection, date.min, page.day, since)
    return Late(
        kinds_between(connection, date.min, page.day, since),
        reversals_between(connection, date.min, page.day, since),
        box_acts_between(connection, date.min, page.day, since),
        {counter_id: _net(cash) for counter_id, cash in boxes.items()},
    )


def _boxes(
    connection: Connection, first: date, last: date, *only: sa.ColumnElement[bool]
) -> dict[int, tuple[int, int, int]]:
    """What went in and out and what counts found, by counter."""
    rows = connection.execute(_BOXES.where(*only), {"first": first, "last": last})
    return {row[0]: (int(row[1]), int(row[2]), int(row[3])) for row in rows}


def _net(cash: tuple[int, int, int]) -> int:
    return cash[0] - cash[1] + cash[2]


def _counter_day(
    each: Counter, numbers: Sequence[int] | None, cash: tuple[int, int, int], cash_after: int, late: int
) -> CounterDay:
    count, first, last = numbers or (0, 0, 0)
    return CounterDay(
        code=each.code,
        name=each.name,
        count=count,
        first=format_number(each.code, first) if count else "",
        last=format_number(each.code, last) if count else "",
        cash_before_rupiah=cash_after - _net(cash) - late,
        cash_in_rupiah=cash[0],
        cash_out_rupiah=cash[1],
        difference_rupiah=cash[2],
        late_rupiah=late,
    )


_ORIGINAL, _AT = entry.alias("original"), counter.alias("original_counter")
_REVERSALS = (
    sa.select(
        counter.c.code,
        entry.c.sequence,
        _AT.c.code,
        _ORIGINAL.c.sequence,
        sa.select(sa.func.coalesce(sa.func.sum(money_transfer.c.rupiah), 0))
        .where(money_transfer.c.entry_id == entry.c.id)
        .scalar_subquery()
        - reversal.c.debt_rupiah,
        reversal.c.reason,
        staff.c.name,
        reversal.c.debt_rupiah,
    )
    .select_from(_WORKED)
    .join(reversal, reversal.c.entry_id == entry.c.id)
    .join(_ORIGINAL, _ORIGINAL.c.id == reversal.c.original_id)
    .join(_AT, _AT.c.id == _ORIGINAL.c.counter_id)
    .join(staff, staff.c.id == reversal.c.approver_id)
    .where(_WITHIN)
    .order_by(entry.c.id)
)


def reversals_between(
    connection: Connection, first: date, last: date, *only: sa.ColumnElement[bool]
) -> tuple[ReversedAct, ...]:
    """What was taken back on some days, in its order."""
    rows = connection.execute(_REVERSALS.where(*only), {"first": first, "last": last})
    return tuple(
        ReversedAct(format_number(row[0], row[1]), format_number(row[2], row[3]), int(row[4]), row[5], row[6], row[7])
        for row in rows
    )


# Asked from the archive on: a book without one answers at once, and its reversals are few beside all entries.
_ARCHIVES = sa.select(counter.c.id).where(counter.c.archive == sa.literal(1, Flag)).correlate(None)
_TAKEN_BACK = sa.select(reversal.c.entry_id).where(
    reversal.c.original_id.in_(sa.select(_ORIGINAL.c.id).where(_ORIGINAL.c.counter_id.in_(_ARCHIVES)))
)
_OLD_GOODS = (
    sa.select(*(sa.func.coalesce(sa.func.sum(mass_transfer.c[name]), 0) for name in ("grams", "pieces", "millilitres")))
    .select_from(_WORKED.join(mass_transfer, mass_transfer.c.entry_id == entry.c.id))
    .where(_WITHIN, entry.c.id.in_(_TAKEN_BACK), _TO_RESIDENTS)
)


def old_goods_between(connection: Connection, first: date, last: date) -> Goods:
    """What reversals at the counters took back of deposits in an archive."""
    return Goods(*map(int, connection.execute(_OLD_GOODS, {"first": first, "last": last}).one()))


_NEWER = entry.alias("newer")
_HEADS = (
    sa.select(counter.c.code, entry.c.sequence, entry.c.hash)
    .join(entry, entry.c.counter_id == counter.c.id)
    .where(
        entry.c.sequence
        == sa.select(sa.func.max(_NEWER.c.sequence)).where(_NEWER.c.counter_id == counter.c.id).scalar_subquery()
    )
    .order_by(counter.c.id)
)


def chain_heads(connection: Connection) -> tuple[ChainHead, ...]:
    """The last entry of every counter that has one, the archive's too."""
    return tuple(ChainHead(format_number(row[0], row[1]), row[2]) for row in connection.execute(_HEADS))
