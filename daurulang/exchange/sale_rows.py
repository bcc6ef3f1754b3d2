"""What each row of an old book of sales would become, with the reasons where it cannot be taken as it stands."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, replace
from datetime import date

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from daurulang.buyers.queries import all_buyers
from daurulang.buyers.service import BuyerDraft
from daurulang.corrections.model import reversal
from daurulang.exchange.columns import Matching
from daurulang.exchange.deposit_rows import REFERENCE_LIMIT
from daurulang.exchange.goods import Goods
from daurulang.exchange.line_reader import LineReader
from daurulang.exchange.names import Index, key_of
from daurulang.exchange.preview import Reason, Remark, Row, row_of
from daurulang.exchange.sale_stock import StockOfDays
from daurulang.exchange.workbook import Sheet
from daurulang.ledger.model import entry, imported_entry
from daurulang.members.words import words_of
from daurulang.names import LONGEST_NAME
from daurulang.periods import short_day
from daurulang.quantities import format_quantity
from daurulang.sales.model import PaidIn, sale, sale_line

_PAYMENTS = {
    PaidIn.CASH: ("tunai", "cash", "kas", "lunas", "dibayar", "dibayar tunai", "bayar tunai"),
    PaidIn.BANK: ("bank", "transfer", "tf", "rekening", "dibayar transfer", "bank transfer"),
    None: ("tempo", "kredit", "bon", "hutang", "utang", "piutang", "belum", "belum lunas", "belum dibayar"),
}
_PAYMENT_OF = {word: paid_in for paid_in, words in _PAYMENTS.items() for word in words}

SaleKey = tuple[date, int, int, int, int, str]


@dataclass(frozen=True, slots=True)
class SaleIntake:
    """A row as it would be posted; `quantity` in the base of the material's unit, `price_rupiah` per unit (where the
    row states none, what its total comes to), `amount_rupiah` as the row states it; `paid_in` None is still owed.
    `alike` lines stand in the book already, each of them met by a row before.
    """

    row: int
    day: date
    buyer: int | BuyerDraft
    goods: Goods
    quantity: int
    price_rupiah: int
    amount_rupiah: int
    paid_in: PaidIn | None
    reference: str
    alike: int = 0

    @property
    def key(self) -> SaleKey | None:
        """What an earlier list would have brought it as, None where that cannot be."""
        if not isinstance(self.buyer, int) or self.goods.id is None:
            return None
        return (self.day, self.buyer, self.goods.id, self.quantity, self.amount_rupiah, self.reference)


class SaleReader(LineReader[SaleIntake]):
    """Reads the rows of one list; holds what the rows before it said. `create` makes buyers, and no materials: what
    the book does not have does not lie in its store either.
    """

    def __init__(self, connection: Connection, sheet: Sheet, matching: Matching, *, create: bool) -> None:
        super().__init__(connection, sheet, matching, create=False)
        self.buyers = BuyerFinder(connection, create=create)
        self._stock = StockOfDays(connection)
        self._taken_before = taken_before(connection)
        self._met: Counter[SaleKey] = Counter()
        self._day_text = self._buyer_text = self._reference_text = ""

    def read(self, number: int, cells: tuple[str, ...]) -> Row[SaleIntake]:
        """The fate of a row."""
        remarks: list[Remark] = []
        self._carry_down(cells, remarks)
        day = self._day(remarks)
        buyer, remark = self.buyers.find(self._buyer_text)
        remarks += [remark] if remark else []
        goods, quantity = self.goods(cells, remarks)
        known, paid_in = self._payment(cells, remarks)
        if day is None or buyer is None or goods is None or quantity is None or not known:
            return row_of(number, cells, remarks, None)
        value = self.value(cells, goods, quantity, remarks)
        if value is None:
            return row_of(number, cells, remarks, None)
        intake = SaleIntake(number, day, buyer, goods, *value, paid_in, self._reference_text[:REFERENCE_LIMIT])
        key = intake.key
        if key is not None and self._met[key] < self._taken_before[key]:
            self._met[key] += 1
            return row_of(number, cells, [Remark(Reason.TAKEN_BEFORE)], None)
        self._take_out(intake, remarks)
        return row_of(number, cells, remarks, replace(intake, alike=0 if key is None else self._taken_before[key]))

    def _carry_down(self, cells: tuple[str, ...], remarks: list[Remark]) -> None:
        """The day and the buyer stand for the rows below them too, as in merged cells, and with them the number."""
        day, buyer, reference = (self.cell(cells, field) for field in ("day", "buyer", "reference"))
        if (not day and self._day_text) or (not buyer and self._buyer_text):
            remarks.append(Remark(Reason.SALE_FROM_ABOVE))
        if day or buyer or reference:
            self._reference_text = reference
        self._day_text, self._buyer_text = day or self._day_text, buyer or self._buyer_text

    def _day(self, remarks: list[Remark]) -> date | None:
        if self._day_text:
            return self.day(self._day_text, remarks)
        remarks.append(Remark(Reason.DAY_MISSING))
        return None

    def _payment(self, cells: tuple[str, ...], remarks: list[Remark]) -> tuple[bool, PaidIn | None]:
        """Whether it is known how the row was paid, and where that came in."""
        text = self.cell(cells, "payment")
        word = " ".join(words_of(text))
        if not text:
            return True, PaidIn.CASH
        if word not in _PAYMENT_OF:
            remarks.append(Remark(Reason.SALE_PAYMENT_UNKNOWN, {"text": text}))
            return False, None
        return True, _PAYMENT_OF[word]

    def _take_out(self, line: SaleIntake, remarks: list[Remark]) -> None:
        """Goods that did not lie there on the day of the sale, or are gone since, cannot have been sold."""
        goods = line.goods
        if goods.id is None:
            return
        there = self._stock.there(goods.id, goods.unit, line.day)
        if line.quantity > there:
            told = {"name": goods.name, "there": format_quantity(max(0, there), goods.unit), "day": short_day(line.day)}
            remarks.append(Remark(Reason.STOCK_SHORT, told))
        else:
            self._stock.take(goods.id, goods.unit, line.day, line.quantity)


class BuyerFinder:
    """Finds the buyer of a row by its name; `create` makes those that the book does not have."""

    def __init__(self, connection: Connection, *, create: bool) -> None:
        self._create = create
        self._by_name: Index[int] = Index()
        self._new: dict[str, BuyerDraft] = {}
        for each in all_buyers(connection):
            self._by_name.add(each.name, each.id)

    @property
    def new(self) -> tuple[str, ...]:
        """The names of those that the book does not have, each once."""
        return tuple(each.name for each in self._new.values())

    def find(self, text: str) -> tuple[int | BuyerDraft | None, Remark | None]:
        """The buyer with a remark where there is something to say; None with the reason why not."""
        name = " ".join(text.split())
        if not name:
            return None, Remark(Reason.BUYER_MISSING)
        alike = self._by_name.all(name)
        if len(alike) > 1:
            return None, Remark(Reason.BUYER_SEVERAL, {"name": name, "count": len(alike)})
        if alike:
            return alike[0], None
        if len(name) > LONGEST_NAME:
            return None, Remark(Reason.TOO_LONG, {"field": "buyer", "limit": LONGEST_NAME})
        first = key_of(name) not in self._new
        draft = self._new.setdefault(key_of(name), BuyerDraft(name))
        if not self._create:
            return None, Remark(Reason.BUYER_UNKNOWN, {"name": name})
        return draft, Remark(Reason.BUYER_CREATED, {"name": name}) if first else None


def taken_before(connection: Connection) -> Counter[SaleKey]:
    """The lines that earlier lists brought and that still stand."""
    rows = connection.execute(
        sa.select(
            entry.c.day,
            sale.c.buyer_id,
            sale_line.c.material_id,
            sale_line.c.quantity,
            sale_line.c.amount_rupiah,
            imported_entry.c.reference,
        )
        .select_from(imported_entry)
        .join(entry, entry.c.id == imported_entry.c.entry_id)
        .join(sale, sale.c.entry_id == entry.c.id)
        .join(sale_line, sale_line.c.entry_id == entry.c.id)
        .outerjoin(reversal, reversal.c.original_id == entry.c.id)
        .where(reversal.c.entry_id.is_(None))
    )
    return Counter(tuple(row) for row in rows)
