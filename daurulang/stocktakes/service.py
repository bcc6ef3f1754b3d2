"""Posting a count: what was found of each material against the book, the differences moved, each with its reason.

After it the book says of every material counted what was found. What was not counted stays as it is.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from daurulang import periods
from daurulang.centre.model import centre
from daurulang.database import Database, values_of
from daurulang.errors import BadNumber, FieldTooLong, NotSetUp, ReasonTooShort, UnknownMaterial
from daurulang.ledger.model import EntryKind, Place, counter
from daurulang.ledger.service import (
    Act,
    Desk,
    Form,
    Mass,
    canonical,
    digest,
    form_of,
    post,
    save_once,
    wait_for_counters,
)
from daurulang.materials.queries import Material, materials_by_id
from daurulang.members.visit import COUNTER_NAMES, Heading
from daurulang.quantities import MAX_QUANTITY, Unit, grams_of
from daurulang.staff.model import staff
from daurulang.stock_errors import (
    AlreadyCounted,
    CountedTwice,
    DifferenceUnexplained,
    NothingCounted,
    StockChanged,
)
from daurulang.stocktakes.model import (
    LEAST_LINE_REASON,
    LEAST_REASON,
    LONGEST_LINE_REASON,
    LONGEST_REASON,
    stocktake,
    stocktake_line,
)
from daurulang.stocktakes.queries import NOTHING, Measure, stock_in, was_counted

# What enters the document's hash, in this order, for good: columns of `stocktake`, then of each `stocktake_line`.
HEAD_COLUMNS = ("place_id", "is_opening", "line_count", "reason")
LINE_COLUMNS = (
    "position",
    "material_id",
    "code",
    "name",
    "unit",
    "expected_grams",
    "expected_pieces",
    "expected_millilitres",
    "counted_grams",
    "counted_pieces",
    "counted_millilitres",
    "reason",
)


@dataclass(frozen=True, slots=True)
class CountedLine:
    """What was found of a material, and what the book said when the count began, both in the base of its unit (grams,
    pieces, millilitres). A difference has a reason, unless it is the opening.
    """

    material_id: int
    quantity: int
    expected: int
    reason: str = ""


@dataclass(frozen=True, slots=True)
class CountDraft:
    """What the form of a count holds; `lines` only for what was counted."""

    form_key: str
    lines: tuple[CountedLine, ...]
    reason: str
    is_opening: bool = False
    place: Place = Place.WAREHOUSE


@dataclass(frozen=True, slots=True)
class Counted:
    """A line as it is frozen: the book against what was found."""

    material: Material
    expected: Measure
    counted: Measure
    reason: str


def record(db: Database, desk: Desk, draft: CountDraft) -> int:
    """Post a count, today, and return its entry's id; saving the same form again returns the first.

    Raises `ReasonTooShort`, `FieldTooLong`, `NothingCounted`, `CountedTwice`, `BadNumber`, `UnknownMaterial`,
    `NotSetUp`, `AlreadyCounted` for an opening that is not the first count, `StockChanged` where goods moved since the
    count began, `DifferenceUnexplained`, and what `save_once` raises.
    """
    reason = _checked_reason(draft.reason)
    _check_lines(draft.lines)
    form = form_of(draft.form_key, draft)

    def act(connection: Connection) -> int:
        wait_for_counters(connection)
        if draft.is_opening and was_counted(connection, draft.place):
            raise AlreadyCounted
        lines = _compared(connection, draft)
        return _post(connection, desk, form, draft, reason, lines)

    return save_once(db, form, act)


def found(quantity: int, unit: Unit, grams_per_unit: int | None, expected: Measure) -> Measure:
    """All measures of what was counted (`quantity` in the unit's base). The weight of pieces and litres follows from
    the count; where that agrees with the book, the weight does as well, unless it cannot be: nothing weighs nothing,
    and after a reversal the book may have a weight below zero.
    """
    weighs = expected.grams >= 0 if quantity else expected.grams == 0
    if quantity == expected.of(unit) and weighs:
        return expected
    return Measure(
        grams_of(quantity, unit, grams_per_unit),
        quantity if unit is Unit.PIECE else 0,
        quantity if unit is Unit.LITRE else 0,
    )


def moved(place: Place, material_id: int, difference: Measure, *, is_opening: bool) -> list[Mass]:
    """The transfers of what a count found more (or, negative, less) of a material than the book.

    One of them; two, one each way, where the nominal weight of a piece was changed and a count finds fewer pieces but
    more grams. What an opening count finds was there before the book.
    """
    other = Place.BEFORE if is_opening else Place.DIFFERENCE
    amounts = (difference.grams, difference.pieces, difference.millilitres)
    more, less = [max(0, each) for each in amounts], [max(0, -each) for each in amounts]
    transfers = [Mass(other, material_id, place, material_id, more[0], more[1], more[2])] if any(more) else []
    return transfers + ([Mass(place, material_id, other, material_id, less[0], less[1], less[2])] if any(less) else [])


def document_hash(head: Sequence[object], lines: Sequence[Sequence[object]]) -> str:
    """The hash that stands in the entry for its row of `stocktake` (`HEAD_COLUMNS`) and its lines (`LINE_COLUMNS`)."""
    return digest(canonical([list(head), [list(line) for line in lines]]))


def _checked_reason(text: str) -> str:
    reason = " ".join(text.split())
    if len(reason) < LEAST_REASON:
        raise ReasonTooShort(LEAST_REASON)
    if len(reason) > LONGEST_REASON:
        raise FieldTooLong("reason", LONGEST_REASON)
    return reason


def _check_lines(lines: Sequence[CountedLine]) -> None:
    if not lines:
        raise NothingCounted
    if len({line.material_id for line in lines}) < len(lines):
        raise CountedTwice
    for line in lines:
        if not 0 <= line.quantity <= MAX_QUANTITY:
            raise BadNumber("negative" if line.quantity < 0 else "too_large", str(line.quantity))


def _compared(connection: Connection, draft: CountDraft) -> list[Counted]:
    """Every line against the book of this moment; raises `UnknownMaterial`, `StockChanged`, `DifferenceUnexplained`."""
    known = materials_by_id(connection, [line.material_id for line in draft.lines])
    stock = stock_in(connection, draft.place)
    for line in draft.lines:
        if line.material_id not in known:
            raise UnknownMaterial(str(line.material_id))
    changed = [
        known[line.material_id].name
        for line in draft.lines
        if stock.get(line.material_id, NOTHING).of(known[line.material_id].unit) != line.expected
    ]
    if changed:
        raise StockChanged(tuple(changed))
    return [_line(draft, line, known[line.material_id], stock) for line in draft.lines]


def _line(draft: CountDraft, line: CountedLine, good: Material, stock: Mapping[int, Measure]) -> Counted:
    expected = stock.get(good.id, NOTHING)
    counted = found(line.quantity, good.unit, good.grams_per_unit, expected)
    reason = " ".join(line.reason.split()) if counted != expected else ""
    if len(reason) > LONGEST_LINE_REASON:
        raise FieldTooLong("line_reason", LONGEST_LINE_REASON)
    if counted != expected and len(reason) < LEAST_LINE_REASON and not draft.is_opening:
        raise DifferenceUnexplained(good.name)
    return Counted(good, expected, counted, reason)


def _post(
    connection: Connection, desk: Desk, form: Form, draft: CountDraft, reason: str, lines: Sequence[Counted]
) -> int:
    heading = _heading(connection, desk)
    head = {
        "place_id": int(draft.place),
        "is_opening": draft.is_opening,
        "line_count": len(lines),
        "reason": reason,
    }
    rows = [_row(position, line) for position, line in enumerate(lines, 1)]
    entry_id = post(
        connection,
        Act(
            kind=EntryKind.STOCKTAKE,
            form=form,
            desk=desk,
            day=periods.today(heading.zone),
            heading=asdict(heading),
            document_hash=document_hash(
                [head[name] for name in HEAD_COLUMNS], [[row[name] for name in LINE_COLUMNS] for row in rows]
            ),
            mass=[
                transfer
                for line in lines
                for transfer in moved(
                    draft.place, line.material.id, line.counted - line.expected, is_opening=draft.is_opening
                )
            ],
        ),
    )
    connection.execute(sa.insert(stocktake), {"entry_id": entry_id, **head})
    connection.execute(sa.insert(stocktake_line), [{"entry_id": entry_id, **row} for row in rows])
    return entry_id


def _row(position: int, line: Counted) -> dict[str, object]:
    return {
        "position": position,
        "material_id": line.material.id,
        "code": line.material.code,
        "name": line.material.name,
        "unit": line.material.unit,
        "expected_grams": line.expected.grams,
        "expected_pieces": line.expected.pieces,
        "expected_millilitres": line.expected.millilitres,
        "counted_grams": line.counted.grams,
        "counted_pieces": line.counted.pieces,
        "counted_millilitres": line.counted.millilitres,
        "reason": line.reason,
    }


_NAMES = (
    sa.select(*COUNTER_NAMES)
    .select_from(counter)
    .join(centre, centre.c.id == 1)
    .join(staff, staff.c.id == sa.bindparam("staff_id"))
    .where(counter.c.id == sa.bindparam("counter_id"))
)


def _heading(connection: Connection, desk: Desk) -> Heading:
    names = connection.execute(_NAMES, {"counter_id": desk.counter_id, "staff_id": desk.staff_id}).one_or_none()
    if names is None:
        raise NotSetUp
    (heading,) = values_of(Heading, [(*names, "", "", "")])  # no member stands before the goods
    return heading
