"""Monthly figures for everybody, without anything of a person: what rests on few members is left out.

A figure of fewer than five members is suppressed. The month's sum less what is shown is the figure of all that is
hidden, so the smallest part beside it is left out too until at least two are, of at least five members together.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from daurulang.corrections.model import reversal
from daurulang.deposits.model import deposit, deposit_line
from daurulang.ledger.model import EntryKind, entry
from daurulang.materials.model import material
from daurulang.materials.queries import materials
from daurulang.periods import Period, months_within
from daurulang.reports.mass_flow import flows_of, mass_balance
from daurulang.reports.standing import SIGN, counts, days_of, month_text, standing
from daurulang.villages.model import village

LEAST_MEMBERS = 5


@dataclass(frozen=True, slots=True)
class Part:
    """One part of a month's deposits: a category or a village. The figures of a `suppressed` one are not published."""

    month: str
    key: str
    members: int
    deposits: int
    grams: int
    rupiah: int
    suppressed: bool = False


@dataclass(frozen=True, slots=True)
class MonthFlow:
    """Where the goods of a month came from and went, in grams; what residents brought only where enough took part."""

    month: str
    residents_grams: int | None
    hauled_grams: int
    sold_grams: int
    landfill_grams: int
    lost_grams: int
    stock_change_grams: int | None


@dataclass(frozen=True, slots=True)
class OpenData:
    """All tables of a period."""

    period: Period
    by_category: tuple[Part, ...]
    by_village: tuple[Part, ...]
    flows: tuple[MonthFlow, ...]


_MONTH: sa.ColumnElement[Any] = month_text(entry.c.day)
_MEMBER = sa.case((reversal.c.entry_id.is_(None), deposit.c.member_id))
_ALL: sa.ColumnElement[str] = sa.literal_column("''")


def _parts(key: sa.ColumnElement[str]) -> sa.Select[Any]:
    # A deposit is counted once for each key it has lines of.
    counted = sa.func.count(sa.distinct(sa.case((reversal.c.entry_id.is_(None), entry.c.id))))
    return (
        sa.select(
            _MONTH,
            key,
            sa.func.count(sa.distinct(_MEMBER)),
            counted,
            sa.func.sum(SIGN * deposit_line.c.grams),
            sa.func.sum(SIGN * deposit_line.c.amount_rupiah),
        )
        .select_from(
            standing(deposit)
            .join(deposit_line, deposit_line.c.entry_id == deposit.c.entry_id)
            .join(material, material.c.id == deposit_line.c.material_id)
            .outerjoin(village, village.c.code == deposit.c.village_code)
        )
        .where(counts(EntryKind.DEPOSIT))
        .group_by(*([_MONTH] if key is _ALL else [_MONTH, key]))
    )


_BY_CATEGORY = _parts(sa.type_coerce(material.c.dlh_category, sa.Text))
_BY_VILLAGE = _parts(sa.func.coalesce(village.c.code, ""))
_WHOLE = _parts(_ALL)


def open_data(connection: Connection, period: Period) -> OpenData:
    """The tables of a period, with what rests on few members suppressed."""
    goods = {each.id: each for each in materials(connection)}
    whole = {part.month: part for part in _asked(connection, _WHOLE, period)}
    flows = []
    for month in months_within(period):
        key = month.first.isoformat()[:7]
        part = whole.get(key)
        told = 0 if part is None else part.grams if part.members >= LEAST_MEMBERS else None
        total = mass_balance(flows_of(connection, month), {}, goods).total
        change = None if told is None else total.stock_change + told
        flows.append(MonthFlow(key, told, total.hauled, total.sold, total.landfill, total.lost, change))
    everybody = {month: part.members for month, part in whole.items()}
    return OpenData(
        period,
        suppressed(_asked(connection, _BY_CATEGORY, period), everybody),
        suppressed(_asked(connection, _BY_VILLAGE, period), everybody),
        tuple(flows),
    )


def _asked(connection: Connection, statement: sa.Select[Any], period: Period) -> list[Part]:
    found = [
        Part(month, key, int(members), int(deposits), int(grams), int(rupiah))
        for month, key, members, deposits, grams, rupiah in connection.execute(statement, days_of(period))
    ]
    return sorted(found, key=lambda part: (part.month, part.key))


def suppressed(parts: Sequence[Part], everybody: Mapping[str, int]) -> tuple[Part, ...]:
    """The parts with the figures of small ones marked; `everybody` are the members of each month, each once."""
    found: list[Part] = []
    for month in dict.fromkeys(part.month for part in parts):
        own = [part for part in parts if part.month == month]
        hidden = {part.key for part in own if part.members < LEAST_MEMBERS}
        shown = sorted((part for part in own if part.key not in hidden), key=lambda part: (part.members, part.key))
        while hidden and shown and (len(hidden) < 2 or _surely_behind(hidden, own, everybody) < LEAST_MEMBERS):
            hidden.add(shown.pop(0).key)
        found += [replace(part, suppressed=part.key in hidden) for part in own]
    return tuple(found)


def _surely_behind(hidden: Collection[str], parts: Sequence[Part], everybody: Mapping[str, int]) -> int:
    """How many members the hidden parts are of at the least: one may have brought something of several parts."""
    largest = max(part.members for part in parts if part.key in hidden)
    elsewhere = sum(part.members for part in parts if part.key not in hidden)
    return max(largest, everybody[parts[0].month] - elsewhere)
