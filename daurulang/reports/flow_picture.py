"""The goods of a period as one picture: where they came from at the left, where they went at the right."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from daurulang.reports.plant_value import PlantValue

MOST_NAMES = 5


class FlowKind(StrEnum):
    """What an end of a flow is; of `SOURCE` and `BUYER` there are several, each with its name. What batches `GAINED`
    was put in without a known weight.
    """

    RESIDENTS = "residents"
    SOURCE = "source"
    OTHER_SOURCES = "other_sources"
    BEFORE = "before"
    FOUND = "found"
    FROM_STOCK = "from_stock"
    BUYER = "buyer"
    OTHER_BUYERS = "other_buyers"
    LANDFILL = "landfill"
    LOST = "lost"
    GAINED = "gained"
    MISSING = "missing"
    TO_STOCK = "to_stock"
    TAKEN_BACK = "taken_back"


@dataclass(frozen=True, slots=True)
class FlowEnd:
    """One band of the picture; the name is empty but for sources and buyers."""

    kind: FlowKind
    grams: int
    name: str = ""


@dataclass(frozen=True, slots=True)
class FlowPicture:
    """Both sides add up to the same; what reversals of earlier periods took back stands on the other side."""

    sources: tuple[FlowEnd, ...]
    ends: tuple[FlowEnd, ...]

    @property
    def grams(self) -> int:
        """What one side comes to."""
        return sum(each.grams for each in self.sources)


def flow_picture(plant: PlantValue) -> FlowPicture:
    """The flows of a period; small sources and buyers are put together."""
    total = plant.balance.total
    sources = [
        FlowEnd(FlowKind.RESIDENTS, total.residents),
        *_named(((each.name, each.grams) for each in plant.sources), FlowKind.SOURCE, FlowKind.OTHER_SOURCES),
        FlowEnd(FlowKind.BEFORE, total.before),
        FlowEnd(FlowKind.FOUND, max(total.found, 0)),
        FlowEnd(FlowKind.GAINED, max(-total.lost, 0)),
        FlowEnd(FlowKind.FROM_STOCK, max(-total.stock_change, 0)),
    ]
    ends = [
        *_named(((each.name, each.grams) for each in plant.buyers), FlowKind.BUYER, FlowKind.OTHER_BUYERS),
        FlowEnd(FlowKind.LANDFILL, total.landfill),
        FlowEnd(FlowKind.LOST, max(total.lost, 0)),
        FlowEnd(FlowKind.MISSING, max(-total.found, 0)),
        FlowEnd(FlowKind.TO_STOCK, max(total.stock_change, 0)),
    ]
    back_left = sum(-each.grams for each in ends if each.grams < 0)
    back_right = sum(-each.grams for each in sources if each.grams < 0)
    return FlowPicture(
        _there([*sources, FlowEnd(FlowKind.TAKEN_BACK, back_left)]),
        _there([*ends, FlowEnd(FlowKind.TAKEN_BACK, back_right)]),
    )


def _named(rows: Iterable[tuple[str, int]], kind: FlowKind, others: FlowKind) -> list[FlowEnd]:
    """The largest by name, the rest together."""
    ordered = sorted(rows, key=lambda row: (-row[1], row[0]))
    shown = ordered if len(ordered) <= MOST_NAMES + 1 else ordered[:MOST_NAMES]
    rest = sum(grams for _, grams in ordered[len(shown) :])
    return [*(FlowEnd(kind, grams, name) for name, grams in shown), FlowEnd(others, rest)]


def _there(ends: Iterable[FlowEnd]) -> tuple[FlowEnd, ...]:
    return tuple(each for each in ends if each.grams > 0)
