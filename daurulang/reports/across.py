"""What residents brought, by material across something else: members, days, villages, ways of payment, sources."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Any

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from daurulang.deposits.model import deposit, deposit_line
from daurulang.ledger.model import EntryKind, entry, money_transfer
from daurulang.members.model import Gender, MemberKind, member
from daurulang.members.words import format_member_number
from daurulang.periods import Period
from daurulang.reports.numbers import numbers
from daurulang.reports.standing import FIRST, LAST, SIGN, counts, days_of, month_text, standing
from daurulang.villages.model import village


class Across(StrEnum):
    """What stands beside the material."""

    MEMBER = "member"
    DAY = "day"
    MONTH = "month"
    VILLAGE = "village"
    PAYMENT = "payment"
    SOURCE = "source"


@dataclass(frozen=True, slots=True)
class Cell:
    """A material and a key: an id, a day, a month (2026-11), a code, "" for none. `quantity` in the base of the unit,
    `weightless_lines` lines whose weight is not known.
    """

    material_id: int
    key: str
    quantity: int
    grams: int
    rupiah: int
    weightless_lines: int


@dataclass(frozen=True, slots=True)
class MemberRow:
    """A member's savings over a period in rupiah, and what was brought; what was taken back is taken off the column
    that it stood in, which an act of an earlier period can bring below zero.
    """

    number: str
    name: str
    address: str
    opening_rupiah: int
    in_rupiah: int
    out_rupiah: int
    deposits: int
    grams: int

    @property
    def closing_rupiah(self) -> int:
        """What is saved at the end."""
        return self.opening_rupiah + self.in_rupiah - self.out_rupiah


@dataclass(frozen=True, slots=True)
class Attendance:
    """One deposit as the list of those present tells it; what was taken back is not there."""

    day: date
    at_ms: int
    receipt: str
    member_number: str
    name: str
    gender: Gender
    kind: MemberKind
    village: str
    grams: int
    rupiah: int


def _text(column: sa.ColumnElement[Any]) -> sa.ColumnElement[str]:
    return sa.cast(column, sa.Text) if isinstance(column.type, sa.Integer) else sa.type_coerce(column, sa.Text)


_KEYS: Mapping[Across, sa.ColumnElement[str]] = {
    Across.MEMBER: _text(deposit.c.member_id),
    Across.DAY: _text(entry.c.day),
    Across.MONTH: month_text(entry.c.day),
    Across.VILLAGE: sa.func.coalesce(deposit.c.village_code, ""),
    Across.PAYMENT: _text(deposit.c.payment),
    Across.SOURCE: _text(member.c.source_class),
}


def _cells(key: sa.ColumnElement[str]) -> sa.Select[Any]:
    line = deposit_line.c
    figures = (SIGN * line.net, SIGN * line.grams, SIGN * line.amount_rupiah, sa.case((line.grams == 0, SIGN), else_=0))
    return (
        sa.select(line.material_id, key, *(sa.func.sum(each) for each in figures))
        .select_from(
            standing(deposit)
            .join(deposit_line, line.entry_id == deposit.c.entry_id)
            .join(member, member.c.id == deposit.c.member_id)
        )
        .where(counts(EntryKind.DEPOSIT))
        .group_by(line.material_id, key)
    )


_STATEMENTS = {across: _cells(key) for across, key in _KEYS.items()}


def brought(connection: Connection, period: Period, across: Across) -> list[Cell]:
    """Every cell that has something, from one grouped statement."""
    rows = connection.execute(_STATEMENTS[across], days_of(period))
    return [Cell(material_id, key, *map(int, figures)) for material_id, key, *figures in rows]


def _saved(column: sa.Column[int], days: sa.ColumnElement[bool]) -> sa.Subquery:
    return (
        sa.select(column.label("id"), sa.func.sum(money_transfer.c.rupiah).label("rupiah"))
        .join(entry, entry.c.id == money_transfer.c.entry_id)
        .where(days)
        .group_by(column)
        .subquery()
    )


_WITHIN, _BEFORE = entry.c.day.between(FIRST, LAST), entry.c.day < FIRST
_IS_REVERSAL = entry.c.kind == sa.literal_column(f"'{EntryKind.REVERSAL.value}'")
_DONE = sa.and_(_WITHIN, ~_IS_REVERSAL)
_IN, _OUT = (_saved(money_transfer.c[f"{side}_account_id"], _DONE) for side in ("credit", "debit"))
_OLD_IN, _OLD_OUT = (_saved(money_transfer.c[f"{side}_account_id"], _BEFORE) for side in ("credit", "debit"))


def _undone() -> sa.Subquery:
    """What reversals took off the one column or the other: both sides of one are of the column that it takes more from
    than it gives, since what a member owes by it comes into the savings again.
    """
    sides = (
        sa.select(
            money_transfer.c[f"{side}_account_id"].label("id"),
            entry.c.id.label("entry_id"),
            (sign * money_transfer.c.rupiah).label("rupiah"),
        )
        .join(entry, entry.c.id == money_transfer.c.entry_id)
        .where(_WITHIN, _IS_REVERSAL)
        for side, sign in (("credit", 1), ("debit", -1))
    )
    each = sa.union_all(*sides).subquery()
    one = (
        sa.select(each.c.id, sa.func.sum(each.c.rupiah).label("rupiah")).group_by(each.c.id, each.c.entry_id).subquery()
    )
    return (
        sa.select(
            one.c.id,
            sa.func.sum(sa.case((one.c.rupiah < 0, one.c.rupiah), else_=0)).label("into"),
            sa.func.sum(sa.case((one.c.rupiah > 0, -one.c.rupiah), else_=0)).label("out"),
        )
        .group_by(one.c.id)
        .subquery()
    )


_UNDONE = _undone()
_DEPOSITED = (
    sa.select(
        deposit.c.member_id,
        sa.func.sum(sa.case((deposit_line.c.position == sa.literal_column("1"), SIGN), else_=0)).label("deposits"),
        sa.func.sum(SIGN * deposit_line.c.grams).label("grams"),
    )
    .select_from(standing(deposit).join(deposit_line, deposit_line.c.entry_id == deposit.c.entry_id))
    .where(counts(EntryKind.DEPOSIT))
    .group_by(deposit.c.member_id)
    .subquery()
)
_MEMBERS = (
    sa.select(
        member.c.number,
        member.c.name,
        member.c.hamlet,
        member.c.rt,
        member.c.rw,
        sa.func.coalesce(village.c.name, ""),
        *(
            sa.func.coalesce(column, 0)
            for column in (
                *(_OLD_IN.c.rupiah, _OLD_OUT.c.rupiah, _IN.c.rupiah, _OUT.c.rupiah, _UNDONE.c.into, _UNDONE.c.out),
                *(_DEPOSITED.c.deposits, _DEPOSITED.c.grams),
            )
        ),
    )
    .outerjoin(village, village.c.code == member.c.village_code)
    .outerjoin(_OLD_IN, _OLD_IN.c.id == member.c.savings_account_id)
    .outerjoin(_OLD_OUT, _OLD_OUT.c.id == member.c.savings_account_id)
    .outerjoin(_IN, _IN.c.id == member.c.savings_account_id)
    .outerjoin(_OUT, _OUT.c.id == member.c.savings_account_id)
    .outerjoin(_UNDONE, _UNDONE.c.id == member.c.savings_account_id)
    .outerjoin(_DEPOSITED, _DEPOSITED.c.member_id == member.c.id)
    .order_by(member.c.number)
)


def member_rows(connection: Connection, period: Period) -> list[MemberRow]:
    """Every member who has savings or brought something, by number."""
    found = []
    for number, name, hamlet, rt, rw, place, *figures in connection.execute(_MEMBERS, days_of(period)):
        old_in, old_out, done_in, done_out, undone_in, undone_out, deposits, grams = map(int, figures)
        into, out = done_in + undone_in, done_out + undone_out
        if any((old_in - old_out, into, out, deposits)):
            address = address_of(hamlet, rt, rw, place)
            found.append(
                MemberRow(format_member_number(number), name, address, old_in - old_out, into, out, deposits, grams)
            )
    return found


def address_of(hamlet: str, rt: str, rw: str, place: str) -> str:
    """Where a member lives, in one line."""
    ward = f"RT {rt}/RW {rw}" if rt and rw else f"RT {rt}" if rt else f"RW {rw}" if rw else ""
    return ", ".join(filter(None, (hamlet, ward, place)))


_PRESENT = (
    sa.select(
        entry.c.day,
        entry.c.at_ms,
        entry.c.counter_id,
        entry.c.sequence,
        member.c.number,
        member.c.name,
        member.c.gender,
        member.c.kind,
        sa.func.coalesce(village.c.name, ""),
        sa.select(sa.func.sum(deposit_line.c.grams))
        .where(deposit_line.c.entry_id == deposit.c.entry_id)
        .correlate(deposit)
        .scalar_subquery(),
        deposit.c.savings_rupiah + deposit.c.cash_rupiah,
    )
    .select_from(standing(deposit).join(member, member.c.id == deposit.c.member_id))
    .outerjoin(village, village.c.code == deposit.c.village_code)
    .where(counts(EntryKind.DEPOSIT), SIGN > 0)
    .order_by(entry.c.day, entry.c.id)
)


def attendance(connection: Connection, period: Period) -> list[Attendance]:
    """Who came, deposit by deposit, in the order of the days."""
    number_of = numbers(connection)
    found = []
    for row in connection.execute(_PRESENT, days_of(period)):
        day, at_ms, counter_id, sequence, number, name, gender, kind, place, grams, rupiah = tuple[Any, ...](row)
        names = (number_of(counter_id, sequence), format_member_number(number), name, gender, kind, place)
        found.append(Attendance(day, at_ms, *names, int(grams), rupiah))
    return found


def names_of_keys(connection: Connection, across: Across, keys: Collection[str]) -> dict[str, str]:
    """What the keys of cells are called: a member's number and name, a village; days and codes have no names."""
    wanted = set(keys)
    if across is Across.MEMBER:
        rows = connection.execute(sa.select(member.c.id, member.c.number, member.c.name))
        return {str(id_): f"{format_member_number(number)} {name}" for id_, number, name in rows if str(id_) in wanted}
    if across is Across.VILLAGE:
        places = connection.execute(sa.select(village.c.code, village.c.name, village.c.district))
        return {code: f"{name}, {district}" for code, name, district in places if code in wanted}
    return {}
