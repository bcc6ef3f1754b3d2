"""Keeping the catalogue and setting prices."""

from __future__ import annotations

import csv
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from daurulang import periods
from daurulang.database import Database, inserted_id, same_text
from daurulang.errors import AlreadyTaken, BadNumber, FieldMissing, FieldTooLong, ReasonMissing, UnitKept
from daurulang.ledger.model import mass_transfer
from daurulang.materials.model import (
    DlhCategory,
    PriceSide,
    SipsnCategory,
    Substance,
    material,
    material_alias,
    price,
)
from daurulang.materials.queries import COMMON_CLASS_ID, PriceKey, materials_by_id, prices_on
from daurulang.quantities import Condition, Unit
from resources import paths

CODE_LIMIT = 16
NAME_LIMIT = 80
MAX_PRICE_RUPIAH = 10**9
JUMP_PERCENT = 30  # dirty goods fetch 30-60 % less than clean ones; a day's change of that size is a slip or news


@dataclass(frozen=True, slots=True)
class MaterialDraft:
    """What the form of a material holds."""

    code: str
    name: str
    unit: Unit
    dlh_category: DlhCategory
    sipsn_category: SipsnCategory
    grams_per_unit: int | None = None
    icon: str = "package"
    active: bool = True
    aliases: tuple[str, ...] = ()
    substance: Substance | None = None


@dataclass(frozen=True, slots=True)
class PriceDraft:
    """A price from a day on; `rupiah` None withdraws it."""

    key: PriceKey
    rupiah: int | None
    reason: str = ""


@dataclass(frozen=True, slots=True)
class PriceWarning:
    """What is odd about a new price: `jump` against the one before, or `above_sell`; both need a reason."""

    key: PriceKey
    kind: str
    rupiah: int
    other_rupiah: int


def add_material(db: Database, draft: MaterialDraft) -> int:
    """Add a material and return its id; raises `FieldMissing`, `FieldTooLong`, `AlreadyTaken`."""
    draft = checked(draft)
    with db.transaction() as connection:
        return insert_material(connection, draft)


def change_material(db: Database, material_id: int, draft: MaterialDraft) -> None:
    """Change a material; printed lines keep the old name. Raises as `add_material` does, and `UnitKept`."""
    draft = checked(draft)
    with db.transaction() as connection:
        _refuse_taken(connection, draft, but_id=material_id)
        _refuse_other_unit(connection, draft, material_id)
        connection.execute(sa.update(material).where(material.c.id == material_id), _values(draft))
        connection.execute(sa.delete(material_alias).where(material_alias.c.material_id == material_id))
        _insert_aliases(connection, material_id, draft.aliases)


def add_starter_catalogue(db: Database, day: date) -> int:
    """Take in the shipped catalogue with its example prices from `day` on; known codes stay as they are.

    Returns how many materials were added.
    """
    with db.transaction() as connection:
        known = set(connection.scalars(sa.select(material.c.code)))
        with paths.path("catalogue.csv").open(encoding="utf-8", newline="") as file:
            rows = [row for row in csv.DictReader(file) if row["code"] not in known]
        for row in rows:
            material_id = insert_material(connection, checked(_draft_of(row)))
            insert_prices(connection, _starter_prices(material_id, row), day)
        return len(rows)


def set_prices(db: Database, drafts: Sequence[PriceDraft], day: date, staff_id: int) -> None:
    """Set prices from a day on, all or none; the history keeps what was before.

    Raises `ReasonMissing` where a price jumps or a buy price stands above the sell price without a reason.
    """
    with db.transaction() as connection:
        for warning in warnings_of(connection, drafts, day):
            if not any(d.reason.strip() for d in drafts if d.key == warning.key):
                raise ReasonMissing(
                    materials_by_id(connection, [warning.key.material_id])[warning.key.material_id].name
                )
        insert_prices(connection, drafts, day, staff_id=staff_id)


def price_warnings(db: Database, drafts: Sequence[PriceDraft], day: date) -> tuple[PriceWarning, ...]:
    """What would be odd about prices that are not set yet; see `warnings_of`."""
    with db.reading() as connection:
        return warnings_of(connection, drafts, day)


def warnings_of(connection: Connection, drafts: Sequence[PriceDraft], day: date) -> tuple[PriceWarning, ...]:
    """What the new prices would make odd on that day: jumps, and buying above the sell price."""
    before = prices_on(connection, day)
    after = {key: found.rupiah for key, found in before.items()} | {d.key: d.rupiah for d in drafts}
    found: list[PriceWarning] = []
    for draft in drafts:
        old = before.get(draft.key)
        if draft.rupiah is None:
            continue
        if old and old.rupiah and abs(draft.rupiah - old.rupiah) * 100 > JUMP_PERCENT * old.rupiah:
            found.append(PriceWarning(draft.key, "jump", draft.rupiah, old.rupiah))
        sell = after.get(_sells_at(after, draft.key))
        if draft.key.side is PriceSide.BUY and sell is not None and draft.rupiah > sell:
            found.append(PriceWarning(draft.key, "above_sell", draft.rupiah, sell))
        if draft.key.side is PriceSide.SELL:
            bought = (r or 0 for k, r in after.items() if k.side is PriceSide.BUY and _sells_at(after, k) == draft.key)
            dearest = max(bought, default=0)
            if dearest > draft.rupiah:
                found.append(PriceWarning(draft.key, "above_sell", dearest, draft.rupiah))
    return tuple(found)


def _sells_at(prices: Mapping[PriceKey, int | None], bought: PriceKey) -> PriceKey:
    """The sell price that a bought good is held against: its condition's own, else the one for clean goods."""
    own = PriceKey(bought.material_id, PriceSide.SELL, bought.condition, None)
    return own if prices.get(own) is not None else replace(own, condition=Condition.CLEAN)


def insert_material(connection: Connection, draft: MaterialDraft, batch_id: int | None = None) -> int:
    """Write a checked draft and return its id; raises `AlreadyTaken`."""
    _refuse_taken(connection, draft)
    material_id = inserted_id(connection, sa.insert(material), _values(draft) | {"batch_id": batch_id})
    _insert_aliases(connection, material_id, draft.aliases)
    return material_id


def insert_prices(
    connection: Connection,
    drafts: Sequence[PriceDraft],
    day: date,
    *,
    staff_id: int | None = None,
    batch_id: int | None = None,
) -> None:
    """Add rows to the price history; raises `BadNumber` for a price out of range."""
    at_ms = periods.now_ms()
    for draft in drafts:
        if draft.rupiah is not None and not 0 <= draft.rupiah <= MAX_PRICE_RUPIAH:
            raise BadNumber("too_large" if draft.rupiah > 0 else "negative", str(draft.rupiah))
    rows = [
        {
            "material_id": draft.key.material_id,
            "side": draft.key.side,
            "condition": draft.key.condition,
            "member_class_id": draft.key.member_class_id,
            "valid_from": day,
            "rupiah": draft.rupiah,
            "reason": draft.reason.strip(),
            "at_ms": at_ms,
            "staff_id": staff_id,
            "batch_id": batch_id,
        }
        for draft in drafts
    ]
    if rows:
        connection.execute(sa.insert(price), rows)


def checked(draft: MaterialDraft) -> MaterialDraft:
    """The draft with its texts trimmed; raises `FieldMissing`, `FieldTooLong`, `BadNumber`."""
    code, name = draft.code.strip(), " ".join(draft.name.split())
    for field, text, limit in (("code", code, CODE_LIMIT), ("name", name, NAME_LIMIT)):
        if not text:
            raise FieldMissing(field)
        if len(text) > limit:
            raise FieldTooLong(field, limit)
    grams = None if draft.unit is Unit.KILOGRAM else draft.grams_per_unit
    if grams is not None and grams <= 0:
        raise BadNumber("negative" if grams else "zero", str(grams))
    aliases = {" ".join(alias.split()).lower(): " ".join(alias.split()) for alias in draft.aliases if alias.strip()}
    return MaterialDraft(
        code,
        name,
        draft.unit,
        draft.dlh_category,
        draft.sipsn_category,
        grams,
        draft.icon,
        draft.active,
        tuple(aliases.values()),
        draft.substance,
    )


def _refuse_other_unit(connection: Connection, draft: MaterialDraft, material_id: int) -> None:
    unit = connection.scalar(sa.select(material.c.unit).where(material.c.id == material_id))
    moved = sa.exists().where(mass_transfer.c.from_material_id == material_id)
    if unit is not draft.unit and connection.scalar(sa.select(moved)):
        raise UnitKept(draft.name)


def _values(draft: MaterialDraft) -> dict[str, object]:
    return {
        "code": draft.code,
        "name": draft.name,
        "unit": draft.unit,
        "grams_per_unit": draft.grams_per_unit,
        "dlh_category": draft.dlh_category,
        "sipsn_category": draft.sipsn_category,
        "icon": draft.icon,
        "active": draft.active,
        "substance": draft.substance,
    }


def _insert_aliases(connection: Connection, material_id: int, aliases: Sequence[str]) -> None:
    if aliases:
        connection.execute(
            sa.insert(material_alias), [{"material_id": material_id, "alias": alias} for alias in aliases]
        )


def _refuse_taken(connection: Connection, draft: MaterialDraft, but_id: int | None = None) -> None:
    for field, value, column in (("code", draft.code, material.c.code), ("name", draft.name, material.c.name)):
        owner = connection.scalar(sa.select(material.c.id).where(same_text(column, value)))
        if owner is not None and owner != but_id:
            raise AlreadyTaken(field, value)


def _draft_of(row: dict[str, str]) -> MaterialDraft:
    return MaterialDraft(
        row["code"],
        row["name"],
        Unit(row["unit"]),
        DlhCategory(row["dlh_category"]),
        SipsnCategory(row["sipsn_category"]),
        int(row["grams_per_unit"]) if row["grams_per_unit"] else None,
        row["icon"],
        aliases=tuple(row["aliases"].split("|")),
        substance=Substance(row["substance"]) if row["substance"] else None,
    )


def _starter_prices(material_id: int, row: dict[str, str]) -> list[PriceDraft]:
    columns = (
        ("buy_clean_rupiah", PriceSide.BUY, Condition.CLEAN, COMMON_CLASS_ID),
        ("buy_dirty_rupiah", PriceSide.BUY, Condition.DIRTY, COMMON_CLASS_ID),
        ("sell_rupiah", PriceSide.SELL, Condition.CLEAN, None),
    )
    return [
        PriceDraft(PriceKey(material_id, side, condition, class_id), int(row[column]))
        for column, side, condition, class_id in columns
        if row[column]
    ]
