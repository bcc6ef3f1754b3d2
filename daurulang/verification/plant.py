"""Recomputing what goes from the gate to the buyer: loads, batches, what goes to the landfill, sales with their
payments, and expenses. Each is held against its own lines, the transfers of its entry, the goods that lay there and
what was owed at that moment.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from daurulang.buyers.model import buyer
from daurulang.disposals import service as disposals
from daurulang.disposals.model import disposal, disposal_line
from daurulang.expenses import service as expenses
from daurulang.expenses.model import PaidFrom, expense, expense_category
from daurulang.ledger.model import EntryKind, Place, SystemAccount, imported_entry
from daurulang.ledger.service import IMPORT_COLUMNS, Money
from daurulang.loads import service as loads
from daurulang.loads.model import LoadPayment, Measured, load, load_line
from daurulang.processing import service as processing
from daurulang.processing.model import BatchKind, CostBy, batch, batch_line
from daurulang.processing.model import Side as Way
from daurulang.processing.service import BatchLine
from daurulang.quantities import Condition, Unit, line_amount_rupiah, shares_of
from daurulang.sales import payments
from daurulang.sales import service as sales
from daurulang.sales.model import PaidIn, Priced, buyer_payment, sale, sale_line
from daurulang.stock.queries import StockKey
from daurulang.verification.pools import Pools, row_of_mass, row_of_money
from daurulang.verification.problems import Found, ProblemKind
from daurulang.verification.receivables import Receivables
from daurulang.verification.streams import Checks, EntryRow, Row, Side, Streams, rows_of

_HEADS: Mapping[str, tuple[sa.Table, tuple[str, ...]]] = {
    EntryKind.LOAD: (load, loads.HEAD_COLUMNS),
    EntryKind.BATCH: (batch, processing.HEAD_COLUMNS),
    EntryKind.DISPOSAL: (disposal, disposals.HEAD_COLUMNS),
    EntryKind.SALE: (sale, sales.HEAD_COLUMNS),
    EntryKind.BUYER_PAYMENT: (buyer_payment, payments.COLUMNS),
    EntryKind.EXPENSE: (expense, expenses.COLUMNS),
}
_LINES: Mapping[str, tuple[sa.Table, tuple[str, ...]]] = {
    EntryKind.LOAD: (load_line, loads.LINE_COLUMNS),
    EntryKind.BATCH: (batch_line, processing.LINE_COLUMNS),
    EntryKind.DISPOSAL: (disposal_line, disposals.LINE_COLUMNS),
    EntryKind.SALE: (sale_line, sales.LINE_COLUMNS),
}
_HASHES: Mapping[str, Callable[..., str]] = {
    EntryKind.LOAD: loads.document_hash,
    EntryKind.BATCH: processing.document_hash,
    EntryKind.DISPOSAL: disposals.document_hash,
    EntryKind.SALE: sales.document_hash,
    EntryKind.BUYER_PAYMENT: payments.document_hash,
    EntryKind.EXPENSE: expenses.document_hash,
}
_FROM_OLD_BOOKS = frozenset({EntryKind.SALE, EntryKind.EXPENSE})
OF_THE_PLANT = frozenset(_HEADS)
"""The kinds of acts that are looked at here."""
# What a line can be told by; a row that says something else is no line.
_CODES: Mapping[str, frozenset[str]] = {
    "unit": frozenset(Unit),
    "condition": frozenset(Condition),
    "side": frozenset(Way),
}

Values = Mapping[str, Any]
_Moved = tuple[object, ...]


def document_of(connection: Connection, kind: str, entry_id: int) -> tuple[str, int]:
    """The hash of what an act from the gate to the buyer says, from its own rows, and its rupiah; ("", 0) where they
    are not there.
    """
    table, columns = _HEADS[kind]
    heads = rows_of(connection, table, columns, entry_id)
    if not heads:
        return "", 0
    lines = rows_of(connection, *_LINES[kind], entry_id) if kind in _LINES else []
    imported = next(iter(rows_of(connection, imported_entry, IMPORT_COLUMNS, entry_id)), None)
    head = dict(zip(columns, heads[0], strict=True))
    return _hash_of(kind, heads[0], lines, imported), head.get("total_rupiah", head.get("rupiah", 0))


def _hash_of(kind: str, row: Row, lines: list[Row], imported: Row | None) -> str:
    """What the hash of a document is made of, by its kind."""
    hashed: tuple[object, ...] = (row, lines) if kind in _LINES else (row,)
    return _HASHES[kind](*hashed, imported) if kind in _FROM_OLD_BOOKS else _HASHES[kind](*hashed)


class PlantCheck:
    """Looks at these acts one by one; `boxes` are the cash accounts by the id of their counter, `imports` says what
    came from an old book.
    """

    def __init__(self, streams: Streams, boxes: Mapping[int, int], pools: Pools, imports: Side, found: Found) -> None:
        connection = streams.connection
        self.checks: Checks = {kind: (streams.side_of(*of), self._check) for kind, of in _HEADS.items()}
        self._lines = {kind: streams.side_of(*of) for kind, of in _LINES.items()}
        self.sides: dict[str, Side] = {f"{kind}_line": side for kind, side in self._lines.items()}
        self._boxes, self._pools, self._found = boxes, pools, found
        self._receivables = Receivables(found)
        self._imports = imports
        self._imported: Row | None = None
        owing = connection.execute(sa.select(buyer.c.id, buyer.c.receivable_account_id))
        self._owing = {row[0]: row[1] for row in owing}
        categories = connection.execute(sa.select(expense_category.c.id, expense_category.c.account_id))
        self._categories = {row[0]: row[1] for row in categories}
        self._of_kind: Mapping[str, Callable[[_Act], None]] = {
            EntryKind.LOAD: self._load,
            EntryKind.BATCH: self._batch,
            EntryKind.DISPOSAL: self._disposal,
            EntryKind.SALE: self._sale,
            EntryKind.BUYER_PAYMENT: self._payment,
            EntryKind.EXPENSE: self._expense,
        }

    def _check(self, entry: EntryRow, row: Row, money: list[Row], mass: list[Row], number: str) -> None:
        """One act, before its goods are moved."""
        kind = entry.kind
        lines = self._lines[kind].take(entry.id) if kind in _LINES else []
        self._imported = self._imports.take_one(entry.id) if kind in _FROM_OLD_BOOKS else None
        if _hash_of(kind, row, lines, self._imported) != entry.document_hash:
            self._found(ProblemKind.DOCUMENT_CHANGED, number)
        act = _Act(entry.id, entry.counter_id, kind, row, lines, (money, mass), number)
        if any(line[name] not in codes for line in act.lines for name, codes in _CODES.items() if name in line):
            self._found(ProblemKind.LINE_WRONG, number)
            return
        self._of_kind[kind](act)

    def undone(self, original_id: int, number: str) -> None:
        """An act that a reversal names."""
        self._receivables.undone(original_id, number)

    def _load(self, act: _Act) -> None:
        total = sum(line["amount_rupiah"] for line in act.lines)
        self._lines_hold(act, _is_measured)
        self._sums(act, line_count=len(act.lines), total_rupiah=total)
        pocket = self._boxes.get(act.counter_id, 0) if act.head["payment"] == LoadPayment.CASH else SystemAccount.BANK
        unpaid = act.head["payment"] == LoadPayment.NONE
        money = [Money(SystemAccount.INVENTORY, pocket, total)] if total and not unpaid else []
        place_id = act.head["place_id"]
        goods = [_moved(line, Place.HAULED, place_id, line["amount_rupiah"]) for line in act.lines]
        self._moves(act, money, goods)
        if bool(total) is unpaid:
            self._found(ProblemKind.MONEY_DIFFERS, act.number)

    def _batch(self, act: _Act) -> None:
        head, lines = act.head, [_batch_line(line) for line in act.lines]
        inputs = [line for line in lines if line.side is Way.INPUT]
        outputs = [line for line in lines if line.side is Way.OUTPUT]
        grams = {way: sum(line.grams for line in lines if line.side is way) for way in Way}
        cost = sum(line.cost_rupiah for line in inputs)
        written_off = cost - sum(line.cost_rupiah for line in outputs)
        self._sums(
            act,
            line_count=len(lines),
            input_grams=grams[Way.INPUT],
            output_grams=grams[Way.OUTPUT],
            residue_grams=grams[Way.RESIDUE],
            loss_grams=grams[Way.INPUT] - grams[Way.OUTPUT] - grams[Way.RESIDUE],
            cost_rupiah=cost,
            written_off_rupiah=written_off,
        )
        self._lines_hold(act, _is_weighed)
        self._cost_the_average(act, head["from_place_id"], [each for each in act.lines if each["side"] == Way.INPUT])
        if not _carries(head, inputs, outputs, cost):
            self._found(ProblemKind.COST_DIFFERS, act.number)
        moved = processing.mass_of(head["from_place_id"], head["to_place_id"], lines)
        self._moves(act, processing.money_of(written_off), list(map(row_of_mass, moved)))

    def _disposal(self, act: _Act) -> None:
        grams, cost = (sum(line[name] for line in act.lines) for name in ("grams", "cost_rupiah"))
        self._sums(act, line_count=len(act.lines), grams=grams, written_off_rupiah=cost)
        self._lines_hold(act, _is_weighed)
        self._take_out(act, Place.LANDFILL, disposals.money_of(cost))

    def _sale(self, act: _Act) -> None:
        head, lines = act.head, act.lines
        amounts = [line["amount_rupiah"] for line in lines]
        self._sums(act, line_count=len(lines), total_rupiah=sum(amounts))
        self._lines_hold(act, _is_sold)
        # An old book's own total of a line is kept, whatever its price gives.
        if self._imported is None and amounts != _priced(head, lines):
            self._found(ProblemKind.LINE_WRONG, act.number)
        cost = sum(line["cost_rupiah"] for line in lines)
        paid_to, owed_on = self._paid_to(act), self._owing.get(head["buyer_id"], 0)
        total, paid = head["total_rupiah"], head["paid_rupiah"]
        self._take_out(act, Place.BUYERS, sales.money_of(paid_to, owed_on, total, paid, cost))
        self._receivables.sold(act.entry_id, head["buyer_id"], total - paid)

    def _payment(self, act: _Act) -> None:
        head = act.head
        owed_on = self._owing.get(head["buyer_id"], 0)
        self._moves(act, [Money(self._paid_to(act), owed_on, head["rupiah"])], [])
        after = self._receivables.paid(act.entry_id, head["sale_id"], head["buyer_id"], head["rupiah"])
        if after is None or after < 0 or after != head["outstanding_after_rupiah"]:
            self._found(ProblemKind.RECEIVABLE_WRONG, act.number)

    def _expense(self, act: _Act) -> None:
        head = act.head
        pockets = {PaidFrom.BANK: int(SystemAccount.BANK), PaidFrom.OWNER: int(SystemAccount.OWNER)}
        paid_from = pockets.get(head["paid_from"], self._boxes.get(act.counter_id, 0))
        self._moves(act, [Money(self._categories.get(head["category_id"], 0), paid_from, head["rupiah"])], [])

    def _paid_to(self, act: _Act) -> int:
        in_cash = act.head["paid_in"] == PaidIn.CASH
        return self._boxes.get(act.counter_id, 0) if in_cash else int(SystemAccount.BANK)

    def _take_out(self, act: _Act, to_place: Place, money: Sequence[Money]) -> None:
        """Goods that leave a store at their average cost."""
        place_id = act.head["place_id"]
        self._cost_the_average(act, place_id, act.lines)
        self._moves(act, money, [_moved(line, place_id, to_place, line["cost_rupiah"]) for line in act.lines])

    def _cost_the_average(self, act: _Act, place_id: int, lines: Sequence[Values]) -> None:
        wanted = [
            (StockKey(place_id, line["material_id"], line["condition"]), Unit(line["unit"]), line["quantity"])
            for line in lines
        ]
        if self._pools.costs(wanted) != [line["cost_rupiah"] for line in lines]:
            self._found(ProblemKind.COST_DIFFERS, act.number)

    def _sums(self, act: _Act, **wanted: int) -> None:
        if any(act.head[name] != value for name, value in wanted.items()):
            self._found(ProblemKind.SUM_WRONG, act.number)

    def _lines_hold(self, act: _Act, holds: Callable[[Values], bool]) -> None:
        if not all(map(holds, act.lines)):
            self._found(ProblemKind.LINE_WRONG, act.number)

    def _moves(self, act: _Act, money: Sequence[Money], mass: Sequence[_Moved]) -> None:
        """Whether the transfers of the entry are those of the document."""
        if [tuple(each[1:]) for each in act.money] != list(map(row_of_money, money)):
            self._found(ProblemKind.MONEY_DIFFERS, act.number)
        if [tuple(each[1:]) for each in act.mass] != list(mass):
            self._found(ProblemKind.GOODS_DIFFER, act.number)


class _Act:
    """One act as its rows say: its head and lines by column, its transfers, its number."""

    __slots__ = ("counter_id", "entry_id", "head", "lines", "mass", "money", "number")

    def __init__(
        self,
        entry_id: int,
        counter_id: int,
        kind: str,
        row: Row,
        lines: Sequence[Row],
        transfers: tuple[list[Row], list[Row]],
        number: str,
    ) -> None:
        self.entry_id, self.counter_id, self.number = entry_id, counter_id, number
        self.head: Values = dict(zip(_HEADS[kind][1], row, strict=True))
        self.lines: list[Values] = [dict(zip(_LINES[kind][1], line, strict=True)) for line in lines]
        self.money, self.mass = transfers


def _is_measured(line: Values) -> bool:
    """Whether a line of a load weighs what its scale or its volume says."""
    by_weight = line["gross_grams"] - line["tare_grams"]
    by_volume = line["volume_litres"] * line["density_grams_per_litre"]
    mine, other = (by_volume, by_weight) if line["measured"] == Measured.VOLUME else (by_weight, by_volume)
    return bool(line["grams"] == mine > 0 == other and line["tare_grams"] >= 0)


def _is_weighed(line: Values) -> bool:
    """Whether a line has a quantity, which is its weight where it is one."""
    return bool(line["quantity"] > 0 and (line["unit"] != Unit.KILOGRAM or line["grams"] == line["quantity"]))


def _is_sold(line: Values) -> bool:
    """Whether a line of a sale also says why the buyer's quantity is another."""
    same = line["buyer_quantity"] == line["quantity"]
    return _is_weighed(line) and (same or len(line["difference_reason"]) >= sales.LEAST_REASON)


def _priced(head: Values, lines: Sequence[Values]) -> list[int]:
    """What the lines of a sale come to: each at its price, or the parts of the total that was agreed."""
    own = [line_amount_rupiah(line["buyer_quantity"], Unit(line["unit"]), line["price_rupiah"]) for line in lines]
    if head["priced"] == Priced.LINES:
        return own
    return shares_of(head["total_rupiah"], own if any(own) else [line["buyer_quantity"] for line in lines])


def _carries(head: Values, inputs: Sequence[BatchLine], outputs: Sequence[BatchLine], cost_rupiah: int) -> bool:
    """Whether what went in and what came out had cost the same, divided by weight or as it was carried; what things
    would sell for on a day is not kept, so of a division by value only the sum can be told.
    """
    costs = [line.cost_rupiah for line in outputs]
    if head["kind"] == BatchKind.MOVE:
        return costs == [line.cost_rupiah for line in inputs]
    if not outputs:
        return True
    by_weight = head["cost_by"] == CostBy.WEIGHT
    return costs == shares_of(cost_rupiah, [line.grams for line in outputs]) if by_weight else sum(costs) == cost_rupiah


def _batch_line(line: Values) -> BatchLine:
    return BatchLine(
        Way(line["side"]),
        line["material_id"],
        Unit(line["unit"]),
        Condition(line["condition"]),
        line["quantity"],
        line["grams"],
        line["cost_rupiah"],
    )


def _moved(line: Values, from_place: int, to_place: int, cost_rupiah: int) -> _Moved:
    """The mass transfer that a line makes."""
    unit = line.get("unit", Unit.KILOGRAM)
    return (
        *(from_place, line["material_id"], to_place, line["material_id"], line["grams"]),
        line["quantity"] if unit == Unit.PIECE else 0,
        line["quantity"] if unit == Unit.LITRE else 0,
        *(line["condition"], line["condition"], cost_rupiah),
    )
