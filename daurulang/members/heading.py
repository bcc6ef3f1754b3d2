"""The names above an act, as they are printed and frozen with it: centre, counter, clerk, member."""

from __future__ import annotations

from dataclasses import dataclass

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from daurulang.centre.model import centre
from daurulang.errors import NotSetUp
from daurulang.ledger.model import counter
from daurulang.ledger.service import Desk
from daurulang.members.queries import Member
from daurulang.periods import Zone
from daurulang.staff.model import staff


@dataclass(frozen=True, slots=True)
class Heading:
    """What stands above the lines of a receipt. `logo_hash` names the logo of that day, empty without one."""

    centre_name: str
    centre_address: str
    centre_phone: str
    logo_hash: str
    zone: Zone
    counter: str
    clerk: str
    member_number: str
    member_name: str
    member_place: str


_NAMES = (
    sa.select(
        centre.c.name,
        centre.c.address,
        centre.c.phone,
        sa.func.coalesce(centre.c.logo_hash, ""),
        centre.c.zone,
        counter.c.name,
        staff.c.name,
    )
    .select_from(centre)
    .join(counter, counter.c.id == sa.bindparam("counter_id"))
    .join(staff, staff.c.id == sa.bindparam("staff_id"))
)


def heading_of(connection: Connection, desk: Desk, member: Member) -> Heading:
    """The names as they are now; raises `NotSetUp`."""
    values = {"counter_id": desk.counter_id, "staff_id": desk.staff_id}
    names = connection.execute(_NAMES, values).one_or_none()
    if names is None:
        raise NotSetUp
    return Heading(*names, member.number_text, member.name, member.place)
