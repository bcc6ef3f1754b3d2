"""Recording a sale: goods leave the store at their average cost, the buyer pays now or owes; posted once.

Our own quantity leaves the store. What is paid for is the buyer's quantity where it differs, at the line's price, or
the part that a line has of one agreed total.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from datetime import date

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from daurulang.buyers.queries import Buyer, locked_buyer
from daurulang.cash.queries import require_session
from daurulang.database import Database
from daurulang.errors import BadNumber, TotalChanged
from daurulang.ledger.model import EntryKind, Place, SystemAccount
from daurulang.ledger.service import Act, Desk, Form, Mass, Money, canonical, digest, form_of, post, save_once
from daurulang.materials.queries import Material, the_materials
from daurulang.members.visit import at_desk
from daurulang.names import LONGEST_NOTE, LONGEST_VEHICLE, checked_text
from daurulang.plant_errors import DueBeforeSale, GoodsRefused, NoGoods, PaidTooMuch
from daurulang.quantities import MAX_QUANTITY, MAX_RUPIAH, Condition, line_amount_rupiah, shares_of
from daurulang.sales.model import PaidIn, Priced, sale, sale_line
from daurulang.stock.queries import Level, StockKey, require_store
from daurulang.stock.service import Wanted, take

LEAST_REASON, LONGEST_REASON = 3, 100
BUYER = ("buyer", "buyer_address", "buyer_phone")
"""What stands in the heading of a sale beside the names of all headings."""

# What enters the document's hash, in this order, for good: columns of `sale`, then of each `sale_line`.
HEAD_COLUMNS = (
    *("buyer_id", "place_id", "priced", "total_rupiah", "paid_rupiah", "paid_in", "due_day", "vehicle"),
    *("line_count", "note"),
)
LINE_COLUMNS = (
    *("position", "material_id", "code", "name", "condition", "unit", "quantity", "grams", "buyer_quantity"),
    *("difference_reason", "price_rupiah", "amount_rupiah", "cost_rupiah"),
)


@dataclass(frozen=True, slots=True)
class SaleLineDraft:
    """Goods in the base of their unit: ours, and the buyer's where its scale says something else, with a reason. The
    price is per unit; it is not used where one total was agreed.
    """

    material_id: int
    quantity: int
    price_rupiah: int = 0
    condition: Condition = Condition.CLEAN
    buyer_quantity: int | None = None
    difference_reason: str = ""

    @property
    def paid_quantity(self) -> int:
        """What is paid for."""
        return self.quantity if self.buyer_quantity is None else self.buyer_quantity


@dataclass(frozen=True, slots=True)
class SaleDraft:
    """What the form of a sale holds. `agreed_rupiah` is the one total of a borongan; `read_back_rupiah` the total the
    buyer was told; `paid_rupiah` what is paid at once, the rest is owed until `due_day` (None: no day was said).
    """

    form_key: str
    buyer_id: int
    lines: tuple[SaleLineDraft, ...]
    read_back_rupiah: int
    paid_rupiah: int
    paid_in: PaidIn = PaidIn.CASH
    agreed_rupiah: int | None = None
    due_day: date | None = None
    place_id: int = Place.WAREHOUSE
    vehicle: str = ""
    note: str = ""


def record(db: Database, desk: Desk, draft: SaleDraft, day: date | None = None) -> int:
    """Post a sale and return its entry's id; saving the same form again returns the first.

    Raises `NoGoods`, `GoodsRefused`, `StockTooLow`, `TotalChanged`, `PaidTooMuch`, `DueBeforeSale`, `NameUnknown`,
    `UnknownMaterial`, `FieldTooLong`, `BadNumber`, `BadDay`, `NoCashSession`, and what `save_once` raises.
    """
    form = form_of(draft.form_key, draft, day)

    def act(connection: Connection) -> int:
        return _record(connection, desk, draft, form, day)

    return save_once(db, form, act)


def _record(connection: Connection, desk: Desk, draft: SaleDraft, form: Form, day: date | None) -> int:
    at = at_desk(connection, desk)
    the_day = at.day_of(day)
    buyer = locked_buyer(connection, draft.buyer_id)
    goods = the_materials(connection, (line.material_id for line in draft.lines))
    _check(draft)
    amounts = amounts_of(draft, goods)
    total = _checked_total(draft, sum(amounts), the_day)
    require_store(connection, draft.place_id)
    wanted = [_wanted(draft.place_id, line, goods[line.material_id]) for line in draft.lines]
    parts = take(connection, wanted, day)
    rows = [
        _row(position, line, goods[line.material_id], amount, part)
        for position, (line, amount, part) in enumerate(zip(draft.lines, amounts, parts, strict=True), 1)
    ]
    head = {
        "buyer_id": buyer.id,
        "place_id": draft.place_id,
        "priced": Priced.LINES if draft.agreed_rupiah is None else Priced.AGREED,
        "total_rupiah": total,
        "paid_rupiah": draft.paid_rupiah,
        "paid_in": draft.paid_in,
        "due_day": draft.due_day if draft.paid_rupiah < total else None,
        "vehicle": checked_text("vehicle", draft.vehicle, LONGEST_VEHICLE).upper(),
        "line_count": len(rows),
        "note": checked_text("note", draft.note, LONGEST_NOTE),
    }
    entry_id = post(
        connection,
        Act(
            kind=EntryKind.SALE,
            form=form,
            desk=desk,
            day=the_day,
            heading={**asdict(at.heading), **names_of(buyer)},
            document_hash=document_hash(
                [head[name] for name in HEAD_COLUMNS], [[row[name] for name in LINE_COLUMNS] for row in rows]
            ),
            money=money_of(
                paid_to(draft.paid_in, at.cash_account_id),
                buyer.receivable_account_id,
                total,
                draft.paid_rupiah,
                sum(part.rupiah for part in parts),
            ),
            mass=[mass_of(each.key, part) for each, part in zip(wanted, parts, strict=True)],
        ),
    )
    if draft.paid_rupiah and draft.paid_in is PaidIn.CASH:
        require_session(connection, desk.counter_id)
    connection.execute(sa.insert(sale), {"entry_id": entry_id, **head})
    connection.execute(sa.insert(sale_line), [{"entry_id": entry_id, **row} for row in rows])
    return entry_id


def document_hash(
    head: Sequence[object], lines: Sequence[Sequence[object]], imported: Sequence[object] | None = None
) -> str:
    """The hash that stands in the entry for its row of `sale` (`HEAD_COLUMNS`) and its lines (`LINE_COLUMNS`), and for
    the old book it came from (`IMPORT_COLUMNS`).
    """
    rows = [list(head), [list(line) for line in lines]]
    return digest(canonical(rows if imported is None else [*rows, list(imported)]))


def amounts_of(draft: SaleDraft, goods: Mapping[int, Material]) -> list[int]:
    """The rupiah of each line: its own price, or its part of the agreed total by what the lines are worth at their
    prices, by what is paid for where no line has a price.
    """
    own = [
        line_amount_rupiah(line.paid_quantity, goods[line.material_id].unit, line.price_rupiah) for line in draft.lines
    ]
    if draft.agreed_rupiah is None:
        return own
    return shares_of(draft.agreed_rupiah, own if any(own) else [line.paid_quantity for line in draft.lines])


def _check(draft: SaleDraft) -> None:
    if not draft.lines:
        raise NoGoods
    for position, line in enumerate(draft.lines, 1):
        if min(line.quantity, line.price_rupiah, line.paid_quantity) < 0:
            raise GoodsRefused(position, "negative")
        if not line.quantity:
            raise GoodsRefused(position, "nothing")
        if max(line.quantity, line.paid_quantity) > MAX_QUANTITY or line.price_rupiah > MAX_RUPIAH:
            raise GoodsRefused(position, "too_much")
        reason = checked_text("difference_reason", line.difference_reason, LONGEST_REASON)
        if line.paid_quantity != line.quantity and len(reason) < LEAST_REASON:
            raise GoodsRefused(position, "difference_unexplained")


def _checked_total(draft: SaleDraft, total_rupiah: int, day: date) -> int:
    if total_rupiah != draft.read_back_rupiah:
        raise TotalChanged(draft.read_back_rupiah, total_rupiah)
    if total_rupiah > MAX_RUPIAH or (draft.agreed_rupiah or 0) < 0:
        raise BadNumber("too_large" if total_rupiah > 0 else "negative", str(total_rupiah))
    if draft.paid_rupiah < 0:
        raise BadNumber("negative", str(draft.paid_rupiah))
    if draft.paid_rupiah > total_rupiah:
        raise PaidTooMuch(total_rupiah, draft.paid_rupiah)
    if draft.due_day is not None and draft.due_day < day:
        raise DueBeforeSale(day, draft.due_day)
    return total_rupiah


def money_of(
    paid_to_account_id: int, receivable_account_id: int, total_rupiah: int, paid_rupiah: int, cost_rupiah: int
) -> list[Money]:
    """What was paid, what is owed, and what the goods had cost."""
    transfers = (
        Money(paid_to_account_id, SystemAccount.SALES, paid_rupiah),
        Money(receivable_account_id, SystemAccount.SALES, total_rupiah - paid_rupiah),
        Money(SystemAccount.COST_OF_GOODS, SystemAccount.INVENTORY, cost_rupiah),
    )
    return [each for each in transfers if each.rupiah]


def paid_to(paid_in: PaidIn, cash_account_id: int) -> int:
    """The account that money comes into."""
    return cash_account_id if paid_in is PaidIn.CASH else int(SystemAccount.BANK)


def names_of(buyer: Buyer) -> dict[str, str]:
    """What the heading says of the buyer (`BUYER`)."""
    return dict(zip(BUYER, (buyer.name, buyer.address, buyer.phone), strict=True))


def _wanted(place_id: int, line: SaleLineDraft, good: Material) -> Wanted:
    key = StockKey(place_id, good.id, line.condition)
    return Wanted(key, good.name, good.unit, good.grams_per_unit, line.quantity)


def mass_of(key: StockKey, part: Level) -> Mass:
    """Goods that go to the buyer with what they had cost."""
    return Mass(
        key.place_id,
        key.material_id,
        Place.BUYERS,
        key.material_id,
        part.grams,
        part.pieces,
        part.millilitres,
        key.condition,
        key.condition,
        part.rupiah,
    )


def _row(position: int, line: SaleLineDraft, good: Material, amount_rupiah: int, part: Level) -> dict[str, object]:
    differs = line.paid_quantity != line.quantity
    return {
        "position": position,
        "material_id": good.id,
        "code": good.code,
        "name": good.name,
        "condition": line.condition,
        "unit": good.unit,
        "quantity": line.quantity,
        "grams": part.grams,
        "buyer_quantity": line.paid_quantity,
        "difference_reason": " ".join(line.difference_reason.split()) if differs else "",
        "price_rupiah": line.price_rupiah,
        "amount_rupiah": amount_rupiah,
        "cost_rupiah": part.rupiah,
    }
