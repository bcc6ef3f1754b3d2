"""Posting a count: what was found of each material against the book, the differences moved, each with its reason.

After it the book says of every material and condition counted what was found. What was not counted stays as it is. What
the differences had cost goes with them: at the average of what lies there; of goods that lay there before this book
began it is what is said, and where no goods are left no cost is left either.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, replace

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from daurulang.database import Database
from daurulang.errors import BadNumber, FieldTooLong, ReasonTooShort
from daurulang.ledger.model import EntryKind, Place
from daurulang.ledger.service import (
    Act,
    Desk,
    Form,
    canonical,
    digest,
    form_of,
    post,
    save_once,
    wait_for_counters,
)
from daurulang.materials.queries import Material, the_materials
from daurulang.members.visit import at_desk
from daurulang.quantities import MAX_QUANTITY, MAX_RUPIAH, Condition, Unit, grams_of, line_amount_rupiah
from daurulang.stock.differences import goods_of, money_of, moved
from daurulang.stock.queries import NOTHING, Level, StockKey, levels_of, require_store
from daurulang.stock.service import lock_stores, part_of
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
from daurulang.stocktakes.queries import was_counted

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
# They follow where they are not as in counts of before: clean, and without a cost.
GRADE_COLUMNS = ("condition", "cost_rupiah")


@dataclass(frozen=True, slots=True)
class CountedLine:
    """What was found of a material in a condition, and what the book said when the count began, both in the base of its
    unit (grams, pieces, millilitres). A difference has a reason, unless it is the opening: there `unit_cost_rupiah` is
    what a kilogram, a piece or a litre of what lay there had cost, 0 where nobody knows.
    """

    material_id: int
    quantity: int
    expected: int
    reason: str = ""
    condition: Condition = Condition.CLEAN
    unit_cost_rupiah: int = 0


@dataclass(frozen=True, slots=True)
class CountDraft:
    """What the form of a count holds; `lines` only for what was counted."""

    form_key: str
    lines: tuple[CountedLine, ...]
    reason: str
    is_opening: bool = False
    place_id: int = Place.WAREHOUSE


@dataclass(frozen=True, slots=True)
class Counted:
    """A line as it is frozen: the book against what was found, with what it had cost."""

    material: Material
    condition: Condition
    expected: Level
    counted: Level
    reason: str

    @property
    def differs(self) -> bool:
        """Whether other goods were found; a cost without goods needs no reason to go."""
        return goods_of(self.counted) != goods_of(self.expected)


def record(db: Database, desk: Desk, draft: CountDraft) -> int:
    """Post a count, today, and return its entry's id; saving the same form again returns the first.

    Raises `ReasonTooShort`, `FieldTooLong`, `NothingCounted`, `CountedTwice`, `BadNumber`, `UnknownMaterial`,
    `NameUnknown`, `NotSetUp`, `AlreadyCounted` for an opening that is not the first count of its store, `StockChanged`
    where goods moved since the count began, `DifferenceUnexplained`, and what `save_once` raises.
    """
    form = form_of(draft.form_key, draft)

    def act(connection: Connection) -> int:
        return record_part(connection, desk, draft, form)

    return save_once(db, form, act)


def record_part(connection: Connection, desk: Desk, draft: CountDraft, form: Form) -> int:
    """The part of `record` inside the transaction; no counter is locked by then."""
    reason = _checked_reason(draft.reason)
    _check_lines(draft.lines)
    lock_stores(connection, [draft.place_id])  # before the counters, as whoever takes goods out does
    wait_for_counters(connection)
    require_store(connection, draft.place_id)
    if draft.is_opening and was_counted(connection, draft.place_id):
        raise AlreadyCounted
    return _post(connection, desk, form, draft, reason, _compared(connection, draft))


def found(quantity: int, unit: Unit, grams_per_unit: int | None, expected: Level, *, is_opening: bool = False) -> Level:
    """All measures of what was counted (`quantity` in the unit's base), and what it had cost.

    The weight of pieces and litres follows from the count; where that agrees with the book, the weight does as well,
    unless it cannot be: nothing weighs nothing, and an older book may have a weight below zero.
    """
    worth = worth_of(quantity, unit, expected, is_opening=is_opening)
    weighs = expected.grams >= 0 if quantity else expected.grams == 0
    if quantity == expected.of(unit) and weighs:
        return replace(expected, rupiah=worth)
    return Level(
        grams_of(quantity, unit, grams_per_unit),
        quantity if unit is Unit.PIECE else 0,
        quantity if unit is Unit.LITRE else 0,
        worth,
    )


def worth_of(quantity: int, unit: Unit, expected: Level, *, is_opening: bool) -> int:
    """What is found had cost what the book says, less what is missing of it or with more at the same average."""
    there = expected.of(unit)
    if not quantity:
        return 0
    if quantity < there:
        return expected.rupiah - part_of(expected, unit, there - quantity, None).rupiah
    if there <= 0 or is_opening:
        return expected.rupiah
    return expected.rupiah + max(expected.rupiah, 0) * (quantity - there) // there


def document_hash(head: Sequence[object], lines: Sequence[Sequence[object]]) -> str:
    """The hash that stands in the entry for its row of `stocktake` (`HEAD_COLUMNS`) and its lines (`LINE_COLUMNS`, then
    `GRADE_COLUMNS`).
    """
    return digest(canonical([list(head), [_hashed(line) for line in lines]]))


def _hashed(line: Sequence[object]) -> list[object]:
    *counted, condition, cost_rupiah = line
    plain = condition == Condition.CLEAN and cost_rupiah == 0
    return counted if plain else [*counted, condition, cost_rupiah]


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
    if len({(line.material_id, line.condition) for line in lines}) < len(lines):
        raise CountedTwice
    for line in lines:
        if not 0 <= line.quantity <= MAX_QUANTITY:
            raise BadNumber("negative" if line.quantity < 0 else "too_large", str(line.quantity))
        if not 0 <= line.unit_cost_rupiah <= MAX_RUPIAH:
            raise BadNumber("negative" if line.unit_cost_rupiah < 0 else "too_large", str(line.unit_cost_rupiah))


def _compared(connection: Connection, draft: CountDraft) -> list[Counted]:
    """Every line against the book of this moment; raises `UnknownMaterial`, `StockChanged`, `DifferenceUnexplained`."""
    known = the_materials(connection, (line.material_id for line in draft.lines))
    there = levels_of(connection, known)
    lines = [_line(draft, line, known[line.material_id], there) for line in draft.lines]
    changed = [
        now.material.name
        for now, line in zip(lines, draft.lines, strict=True)
        if now.expected.of(now.material.unit) != line.expected
    ]
    if changed:
        raise StockChanged(tuple(changed))
    for line in lines:
        if len(line.reason) > LONGEST_LINE_REASON:
            raise FieldTooLong("line_reason", LONGEST_LINE_REASON)
        if line.differs and len(line.reason) < LEAST_LINE_REASON and not draft.is_opening:
            raise DifferenceUnexplained(line.material.name)
    return lines


def _line(draft: CountDraft, line: CountedLine, good: Material, there: Mapping[StockKey, Level]) -> Counted:
    expected = there.get(StockKey(draft.place_id, good.id, line.condition), NOTHING)
    counted = found(line.quantity, good.unit, good.grams_per_unit, expected, is_opening=draft.is_opening)
    more = line.quantity - expected.of(good.unit)
    if draft.is_opening and more > 0:
        counted += Level(rupiah=line_amount_rupiah(more, good.unit, line.unit_cost_rupiah))
    plain = Counted(good, line.condition, expected, counted, "")
    return replace(plain, reason=" ".join(line.reason.split())) if plain.differs else plain


def _post(
    connection: Connection, desk: Desk, form: Form, draft: CountDraft, reason: str, lines: Sequence[Counted]
) -> int:
    at = at_desk(connection, desk)
    head = {
        "place_id": draft.place_id,
        "is_opening": draft.is_opening,
        "line_count": len(lines),
        "reason": reason,
    }
    rows = [_row(position, line) for position, line in enumerate(lines, 1)]
    hashed = [[row[name] for name in (*LINE_COLUMNS, *GRADE_COLUMNS)] for row in rows]
    differences = [
        (StockKey(draft.place_id, line.material.id, line.condition), line.counted - line.expected) for line in lines
    ]
    entry_id = post(
        connection,
        Act(
            kind=EntryKind.STOCKTAKE,
            form=form,
            desk=desk,
            day=at.day_of(None),
            heading=asdict(at.heading),
            document_hash=document_hash([head[name] for name in HEAD_COLUMNS], hashed),
            money=money_of([each.rupiah for _, each in differences], is_opening=draft.is_opening),
            mass=[each for key, level in differences for each in moved(key, level, is_opening=draft.is_opening)],
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
        "condition": line.condition,
        "unit": line.material.unit,
        "expected_grams": line.expected.grams,
        "expected_pieces": line.expected.pieces,
        "expected_millilitres": line.expected.millilitres,
        "counted_grams": line.counted.grams,
        "counted_pieces": line.counted.pieces,
        "counted_millilitres": line.counted.millilitres,
        "cost_rupiah": line.counted.rupiah - line.expected.rupiah,
        "reason": line.reason,
    }
