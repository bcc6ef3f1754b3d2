"""A member standing at a counter: everything an act needs to know of both, read in one statement."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from daurulang import periods
from daurulang.centre.model import centre
from daurulang.database import values_of
from daurulang.errors import BadDay, NotSetUp, UnknownMember
from daurulang.ledger.model import counter
from daurulang.ledger.service import Desk
from daurulang.members.model import member
from daurulang.members.queries import MEMBER_COLUMNS, Member, members_with_names
from daurulang.periods import Zone
from daurulang.staff.model import staff


@dataclass(frozen=True, slots=True)
class Heading:
    """The names above the lines of a receipt, as they are printed and frozen with the act.

    `logo_hash` names the logo of that day, empty without one.
    """

    centre_name: str
    centre_address: str
    centre_phone: str
    logo_hash: str
    zone: Zone
    counter_code: str
    counter: str
    clerk: str
    member_number: str
    member_name: str
    member_place: str


@dataclass(frozen=True, slots=True)
class Visit:
    """The member, the names of the moment, and the account of the cash at this counter."""

    member: Member
    heading: Heading
    cash_account_id: int

    def day_of(self, asked: date | None) -> date:
        """The day to post on: today at the centre, or an older one; raises `BadDay` for one to come."""
        return _day_of(self.heading, asked)


def _day_of(heading: Heading, asked: date | None) -> date:
    today = periods.today(heading.zone)
    if asked is not None and asked > today:
        raise BadDay(asked)
    return asked or today


COUNTER_NAMES = (
    centre.c.name,
    centre.c.address,
    centre.c.phone,
    sa.func.coalesce(centre.c.logo_hash, ""),
    centre.c.zone,
    counter.c.code,
    counter.c.name,
    staff.c.name,
)
"""The names of a heading that a counter has without a member, in the order of `Heading`."""


@dataclass(frozen=True, slots=True)
class AtDesk:
    """A counter at which nobody stands: the names of the moment, without a member's, and the account of its cash."""

    heading: Heading
    cash_account_id: int

    def day_of(self, asked: date | None) -> date:
        """The day to post on: today at the centre, or an older one; raises `BadDay` for one to come."""
        return _day_of(self.heading, asked)


_DESK = (
    sa.select(*COUNTER_NAMES, counter.c.cash_account_id)
    .select_from(counter)
    .join(centre, centre.c.id == 1)
    .join(staff, staff.c.id == sa.bindparam("staff_id"))
    .where(counter.c.id == sa.bindparam("counter_id"))
)


def at_desk(connection: Connection, desk: Desk) -> AtDesk:
    """What an act without a member needs to know of its counter; raises `NotSetUp`."""
    row = connection.execute(_DESK, {"counter_id": desk.counter_id, "staff_id": desk.staff_id}).one_or_none()
    if row is None:
        raise NotSetUp
    *names, cash_account_id = row
    (heading,) = values_of(Heading, [(*names, "", "", "")])
    return AtDesk(heading, cash_account_id)


_VISITS = (
    members_with_names(*COUNTER_NAMES, counter.c.cash_account_id)
    .join(centre, centre.c.id == 1)
    .join(counter, counter.c.id == sa.bindparam("counter_id"))
    .join(staff, staff.c.id == sa.bindparam("staff_id"))
)
_VISIT = _VISITS.where(member.c.id == sa.bindparam("member_id"))
_VISIT_LOCKED = _VISIT.with_for_update(of=member)
_SOME_VISITS = _VISITS.where(member.c.id.in_(sa.bindparam("ids", expanding=True))).order_by(member.c.id)
_SOME_VISITS_LOCKED = _SOME_VISITS.with_for_update(of=member)
_AT_ONCE = 500


def visit_of(connection: Connection, desk: Desk, member_id: int) -> Visit:
    """The visit, with the member's row locked: on PostgreSQL another act on the same member waits here.

    Raises `UnknownMember`, `NotSetUp`.
    """
    query = _VISIT if connection.dialect.name == "sqlite" else _VISIT_LOCKED
    values = {"member_id": member_id, "counter_id": desk.counter_id, "staff_id": desk.staff_id}
    row = connection.execute(query, values).one_or_none()
    if row is None:
        if connection.scalar(sa.select(member.c.id).where(member.c.id == member_id)) is None:
            raise UnknownMember(str(member_id))
        raise NotSetUp
    return _visit(row)


def visits_of(connection: Connection, desk: Desk, member_ids: Iterable[int]) -> dict[int, Visit]:
    """The visits of many members by their ids, all of them locked in one order; raises `UnknownMember`, `NotSetUp`."""
    query = _SOME_VISITS if connection.dialect.name == "sqlite" else _SOME_VISITS_LOCKED
    ids = sorted(set(member_ids))
    found: dict[int, Visit] = {}
    for start in range(0, len(ids), _AT_ONCE):
        values = {
            "ids": ids[start : start + _AT_ONCE],
            "counter_id": desk.counter_id,
            "staff_id": desk.staff_id,
        }
        visits = [_visit(row) for row in connection.execute(query, values)]
        found |= {visit.member.id: visit for visit in visits}
    if missing := next((id_ for id_ in ids if id_ not in found), None):
        raise UnknownMember(str(missing)) if found else NotSetUp
    return found


def _visit(row: Sequence[Any]) -> Visit:
    found = Member(*row[:MEMBER_COLUMNS])
    *names, cash_account_id = row[MEMBER_COLUMNS:]
    (heading,) = values_of(Heading, [(*names, found.number_text, found.name, found.place)])
    return Visit(found, heading, cash_account_id)
