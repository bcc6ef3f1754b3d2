"""Where the goods of a period came from and where they went, in grams, by category of the environment office.

In is out, to the gram: residents + loads + what was there before + what counts found = sold + landfill + lost + what
the stores gained. Within a category goods that a batch turned into another one are told as what it gave and took.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from daurulang.ledger.model import EntryKind, Place, entry, mass_transfer
from daurulang.materials.model import DlhCategory
from daurulang.materials.queries import Material
from daurulang.periods import Period
from daurulang.reports.blocks import Block
from daurulang.reports.standing import FIRST, LAST, days_of


@dataclass(frozen=True, slots=True)
class GroupFlow:
    """One category, or all of them (`category` None), in grams. `before` lay there when the book began, `found` is what
    counts found more (below zero: less), `made` what batches made of other categories (below zero: turned into them).
    """

    category: DlhCategory | None
    residents: int = 0
    hauled: int = 0
    before: int = 0
    found: int = 0
    made: int = 0
    sold: int = 0
    landfill: int = 0
    lost: int = 0
    stock_change: int = 0

    @property
    def into(self) -> int:
        """All that came."""
        return self.residents + self.hauled + self.before + self.found + self.made

    @property
    def out(self) -> int:
        """All that went, and what stayed."""
        return self.sold + self.landfill + self.lost + self.stock_change

    @property
    def diverted_grams(self) -> int:
        """What came in from residents and on loads, less what was taken to the landfill."""
        return self.residents + self.hauled - self.landfill


@dataclass(frozen=True, slots=True)
class MassBalance:
    """Every category that moved, and all together."""

    groups: tuple[GroupFlow, ...]
    total: GroupFlow

    @property
    def balances(self) -> bool:
        """Whether in is out in every category."""
        return all(each.into == each.out for each in (*self.groups, self.total))


_FLOWS = (
    sa.select(
        mass_transfer.c.from_place_id,
        mass_transfer.c.to_place_id,
        mass_transfer.c.from_material_id,
        mass_transfer.c.to_material_id,
        sa.func.sum(mass_transfer.c.grams),
    )
    .join(entry, entry.c.id == mass_transfer.c.entry_id)
    # What residents bring is known already, and is nearly all there is.
    .where(entry.c.day.between(FIRST, LAST), entry.c.kind != sa.literal_column(f"'{EntryKind.DEPOSIT.value}'"))
    .group_by(
        mass_transfer.c.from_place_id,
        mass_transfer.c.to_place_id,
        mass_transfer.c.from_material_id,
        mass_transfer.c.to_material_id,
    )
)
_NAMES: dict[int, tuple[str, int]] = {
    Place.HAULED: ("hauled", -1),
    Place.BEFORE: ("before", -1),
    Place.DIFFERENCE: ("found", -1),
    Place.PROCESS: ("made", -1),
    Place.BUYERS: ("sold", 1),
    Place.LANDFILL: ("landfill", 1),
    Place.LOSS: ("lost", 1),
}
"""How each place beyond the stores is called, and whether goods that come to it are counted as going (1) or coming."""


def flows_of(connection: Connection, period: Period) -> Block:
    """Grams of a period by the two places and the two materials that they went from and to, deposits left out."""
    rows = connection.execute(_FLOWS, days_of(period))
    return {" ".join(map(str, ends)): (int(grams),) for *ends, grams in rows}


def mass_balance(flows: Block, residents: Mapping[int, int], goods: Mapping[int, Material]) -> MassBalance:
    """The balance of the period of `flows`; `residents` are the grams they brought by material, their reversals taken
    off.
    """
    sums: dict[DlhCategory, dict[str, int]] = {}

    def add(material_id: int, name: str, grams: int) -> None:
        own = sums.setdefault(goods[material_id].dlh_category, {})
        own[name] = own.get(name, 0) + grams

    for material_id, grams in residents.items():
        add(material_id, "residents", grams)
        add(material_id, "stock_change", grams)
    for key, (grams,) in flows.items():
        from_place, to_place, from_material, to_material = map(int, key.split())
        if Place.RESIDENTS in (from_place, to_place):
            continue  # deposits of any day that were taken back: among what residents brought
        ends = ((from_place, from_material, -grams), (to_place, to_material, grams))
        for place, material_id, signed in ends:
            name, sign = _NAMES.get(place, ("stock_change", 1))
            add(material_id, name, sign * signed)
    groups = [GroupFlow(category, **sums[category]) for category in DlhCategory if any(sums.get(category, {}).values())]
    return MassBalance(tuple(groups), _total(groups))


def _total(groups: list[GroupFlow]) -> GroupFlow:
    names = ("residents", "hauled", "before", "found", "made", "sold", "landfill", "lost", "stock_change")
    return GroupFlow(None, *(sum(getattr(each, name) for each in groups) for name in names))
