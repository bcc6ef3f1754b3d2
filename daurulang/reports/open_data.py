"""Monthly figures for everybody, without anything of a person: what rests on few members is left out.

A figure of fewer than five members is suppressed. The month's sum less what is shown is the figure of all that is
hidden, so the smallest part beside it is left out too until at least two are, of at least five members together. For
kilograms only those count whose goods have a weight: what is brought by piece hides nobody's.

Only whole months are told, each by itself: one that differed from package to package would tell by its difference.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from operator import attrgetter
from typing import Any

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from daurulang.centre.queries import the_centre
from daurulang.corrections.model import reversal
from daurulang.deposits.model import deposit, deposit_line
from daurulang.ledger.model import EntryKind, entry
from daurulang.materials.model import material
from daurulang.materials.queries import materials
from daurulang.periods import Period, month_code, month_of, months_within
from daurulang.reports.mass_flow import GroupFlow, flows_of, mass_balance
from daurulang.reports.standing import SIGN, counts, days_of, standing
from daurulang.villages.model import village

LEAST_MEMBERS = 5


@dataclass(frozen=True, slots=True)
class Part:
    """One part of a month's deposits: a category or a village. `weighed_members` brought something whose weight is
    known. The figures of a `suppressed` one are not published.
    """

    month: str
    key: str
    members: int
    weighed_members: int
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
    """All tables of the whole months that a period touches, until this one."""

    period: Period
    by_category: tuple[Part, ...]
    by_village: tuple[Part, ...]
    flows: tuple[MonthFlow, ...]


_BROUGHT = reversal.c.entry_id.is_(None)
_WEIGHED = sa.and_(_BROUGHT, deposit_line.c.grams > 0)


def _parts(*keys: sa.ColumnElement[str]) -> sa.Select[Any]:
    # A deposit is counted once for each key it has lines of.
    columns: list[sa.ColumnElement[Any]] = [
        *(keys or (sa.literal_column("''"),)),
        *(sa.func.count(sa.distinct(sa.case((each, deposit.c.member_id)))) for each in (_BROUGHT, _WEIGHED)),
        sa.func.count(sa.distinct(sa.case((_BROUGHT, entry.c.id)))),
        sa.func.sum(SIGN * deposit_line.c.grams),
        sa.func.sum(SIGN * deposit_line.c.amount_rupiah),
    ]
    return (
        sa.select(*columns)
        .select_from(
            standing(deposit)
            .join(deposit_line, deposit_line.c.entry_id == deposit.c.entry_id)
            .join(material, material.c.id == deposit_line.c.material_id)
            .outerjoin(village, village.c.code == deposit.c.village_code)
        )
        .where(counts(EntryKind.DEPOSIT))
        .group_by(*keys)
        .having(sa.func.count() > 0)
    )


_BY_CATEGORY = _parts(sa.type_coerce(material.c.dlh_category, sa.Text))
_BY_VILLAGE = _parts(sa.func.coalesce(village.c.code, ""))
_WHOLE = _parts()


def open_data(connection: Connection, period: Period) -> OpenData:
    """The tables of the whole months of a period, with what rests on few members suppressed."""
    goods = {each.id: each for each in materials(connection)}
    first = month_of(period.first).first
    period = Period(first, month_of(max(first, min(period.last, the_centre(connection).today()))).last)
    by_category: list[Part] = []
    by_village: list[Part] = []
    flows = []
    for month in months_within(period):
        balance = mass_balance(flows_of(connection, month), {}, goods).total
        whole = next(iter(_asked(connection, _WHOLE, month)), None)
        flows.append(_flow(month, whole, balance))
        if whole is not None:
            by_category += suppressed(_asked(connection, _BY_CATEGORY, month), whole)
            by_village += suppressed(_asked(connection, _BY_VILLAGE, month), whole)
    return OpenData(period, tuple(by_category), tuple(by_village), tuple(flows))


def _asked(connection: Connection, statement: sa.Select[Any], month: Period) -> list[Part]:
    found = []
    for key, *figures in connection.execute(statement, days_of(month)):
        members, weighed, deposits, grams, rupiah = map(int, figures)
        found.append(Part(month_code(month.first), key, members, weighed, deposits, grams, rupiah))
    return sorted(found, key=lambda part: part.key)


def _flow(month: Period, whole: Part | None, balance: GroupFlow) -> MonthFlow:
    told: int | None = 0
    if whole is not None:
        told = None if _is_small(whole) else whole.grams
    change = None if told is None else balance.stock_change + told
    others = (balance.hauled, balance.sold, balance.landfill, balance.lost)
    return MonthFlow(month_code(month.first), told, *others, change)


def _is_small(part: Part) -> bool:
    """Whether some figure of it rests on too few."""
    return part.members < LEAST_MEMBERS or (_is_weighed(part) and part.weighed_members < LEAST_MEMBERS)


def _is_weighed(part: Part) -> bool:
    """Whether its kilograms tell anything of a member; a correction does without anybody having come."""
    return bool(part.weighed_members or part.grams)


def suppressed(parts: Sequence[Part], whole: Part) -> tuple[Part, ...]:
    """The parts of a month with the figures of small ones marked; `whole` is all of the month, each member once."""
    hidden = {part.key for part in parts if _is_small(part)}
    _hide_more(parts, hidden, attrgetter("members"), whole)
    _hide_more([part for part in parts if _is_weighed(part)], hidden, attrgetter("weighed_members"), whole)
    return tuple(replace(part, suppressed=part.key in hidden) for part in parts)


def _hide_more(parts: Sequence[Part], hidden: set[str], members: Callable[[Part], int], whole: Part) -> None:
    """Hide the smallest parts until what is left of the sum is that of enough members; the same one may have brought
    something of several parts.
    """
    for part in sorted(parts, key=lambda each: (members(each), each.key)):
        behind = [members(each) for each in parts if each.key in hidden]
        surely = members(whole) - sum(members(each) for each in parts if each.key not in hidden)
        if not behind or (len(behind) > 1 and max(*behind, surely) >= LEAST_MEMBERS):
            return
        hidden.add(part.key)
