"""Questions about the centre."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from daurulang import periods
from daurulang.centre.model import FactorSet, centre, counter_rule, logo
from daurulang.database import Database, values_of
from daurulang.errors import NotSetUp
from daurulang.periods import Period, Zone
from daurulang.villages.queries import district_of


@dataclass(frozen=True, slots=True)
class Centre:
    """Who the centre is, as printed on its paper."""

    name: str
    address: str = ""
    village_code: str | None = None
    phone: str = ""
    zone: Zone = Zone.WIB
    head_name: str = ""
    head_title: str = ""
    treasurer_name: str = ""
    logo: bytes | None = None
    factor_set: FactorSet = FactorSet.DEFRA_2025
    generation_tonnes: int = 0
    """Waste that the whole regency generates in a year, 0 where nobody said; `generation_source` says who did."""
    generation_source: str = ""

    def today(self) -> date:
        """The calendar day at the centre."""
        return periods.today(self.zone)

    def generated_grams(self, period: Period) -> int:
        """What the whole regency generates in the days of a period, until today while it goes on."""
        until = max(period.first, min(period.last, self.today()))
        return Period(period.first, until).part_of_years(10**6 * self.generation_tonnes)


@dataclass(frozen=True, slots=True)
class CounterRule:
    """What the counter may do from a day on. 0 switches a minimum off. With `debt_allowed` a deposit can be reversed
    whose money was paid out already: the rest becomes a debt of the member.
    """

    minimum_payout_rupiah: int = 0
    minimum_balance_rupiah: int = 0
    line_limit_grams: int = 1_000_000
    debt_allowed: bool = False


_CENTRE = sa.select(
    centre.c.name,
    centre.c.address,
    centre.c.village_code,
    centre.c.phone,
    centre.c.zone,
    centre.c.head_name,
    centre.c.head_title,
    centre.c.treasurer_name,
    logo.c.image,
    centre.c.factor_set,
    centre.c.generation_tonnes,
    centre.c.generation_source,
).outerjoin(logo, logo.c.hash == centre.c.logo_hash)


def is_set_up(connection: Connection) -> bool:
    """Whether the book has its centre."""
    return connection.scalar(sa.select(sa.exists().select_from(centre))) in (True, 1)


def the_centre(connection: Connection) -> Centre:
    """The centre; raises `NotSetUp`."""
    row = connection.execute(_CENTRE).one_or_none()
    if row is None:
        raise NotSetUp
    (found,) = values_of(Centre, [row])
    return found


def letterhead(db: Database) -> tuple[Centre, str]:
    """Who signs a report, and the district where (empty without the centre's village); raises `NotSetUp`."""
    with db.reading() as connection:
        found = the_centre(connection)
        return found, district_of(connection, found.village_code)


def logo_image(connection: Connection, logo_hash: str) -> bytes | None:
    """The image of a logo by its hash, None without one."""
    return connection.scalar(sa.select(logo.c.image).where(logo.c.hash == logo_hash))


_RULE = (
    sa.select(
        counter_rule.c.minimum_payout_rupiah,
        counter_rule.c.minimum_balance_rupiah,
        counter_rule.c.line_limit_grams,
        counter_rule.c.debt_allowed,
    )
    .where(counter_rule.c.valid_from <= sa.bindparam("day"))
    .order_by(counter_rule.c.valid_from.desc(), counter_rule.c.id.desc())
    .limit(1)
)


def rule_of(connection: Connection, day: date) -> CounterRule:
    """The rule in force on a day; the built-in one where none was set."""
    row = connection.execute(_RULE, {"day": day}).one_or_none()
    return CounterRule() if row is None else CounterRule(*row)


def rule_in_force(db: Database, day: date) -> CounterRule:
    """The rule in force on a day, for the screens."""
    with db.reading() as connection:
        return rule_of(connection, day)
