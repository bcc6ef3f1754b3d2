"""What each row of an old book of deposits would become, with the reasons where it cannot be taken as it stands."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, replace
from datetime import date

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from daurulang.corrections.model import reversal
from daurulang.corrections.queries import standing_openings
from daurulang.deposits.model import Payment, deposit, deposit_line
from daurulang.errors import BadNumber
from daurulang.exchange.amounts import read_rupiah
from daurulang.exchange.columns import Matching
from daurulang.exchange.goods import Goods, MaterialFinder
from daurulang.exchange.people import MemberFinder, Person
from daurulang.exchange.preview import Reason, Remark, Row, row_of
from daurulang.exchange.reader import OldBookReader
from daurulang.exchange.weights import Quantity, read_quantity, unit_of_word
from daurulang.exchange.workbook import Sheet
from daurulang.ledger.model import entry, imported_entry
from daurulang.members.words import words_of
from daurulang.periods import short_day
from daurulang.quantities import Unit, format_quantity, line_amount_rupiah

REFERENCE_LIMIT = 60
MOST_LINE_RUPIAH = 10**9

_PAYMENTS = {
    Payment.SAVINGS: ("tabung", "tabungan", "nabung", "menabung", "ditabung", "simpan", "saving", "savings"),
    Payment.CASH: ("tunai", "cash", "dibayar tunai", "bayar tunai", "jual langsung", "langsung", "lunas"),
    Payment.GIVEN: ("sedekah", "donasi", "hibah", "sumbangan", "gratis"),
}
_PAYMENT_OF = {word: payment for payment, words in _PAYMENTS.items() for word in words}
LineKey = tuple[date, int, Payment, int, int, int, str]


@dataclass(frozen=True, slots=True)
class LineIntake:
    """A row as it would be posted; `net` in the base of the material's unit, `price_rupiah` per unit (where the row
    states none, what its total comes to), `amount_rupiah` as the row states it. `alike` lines stand in the book
    already, each of them met by a row before.
    """

    row: int
    day: date
    member: Person
    goods: Goods
    net: int
    price_rupiah: int
    amount_rupiah: int
    payment: Payment
    reference: str
    alike: int = 0

    @property
    def key(self) -> LineKey | None:
        """What an earlier list would have brought it as, None where that cannot be."""
        if not isinstance(self.member, int) or self.goods.id is None:
            return None
        return (self.day, self.member, self.payment, self.goods.id, self.net, self.amount_rupiah, self.reference)


class DepositReader(OldBookReader[LineIntake]):
    """Reads the rows of one list; holds what the rows before it said."""

    def __init__(self, connection: Connection, sheet: Sheet, matching: Matching, *, create: bool) -> None:
        super().__init__(connection, sheet, matching)
        self.members = MemberFinder(connection, create=create)
        codes = (matching.cell(row, "code") for row in sheet.rows[matching.header_row :])
        self.materials = MaterialFinder(connection, codes, create=create)
        self._openings = standing_openings(connection)
        self._taken_before = taken_before(connection)
        self._met: Counter[LineKey] = Counter()
        self._day_text = self._number_text = self._member_text = ""

    def read(self, number: int, cells: tuple[str, ...]) -> Row[LineIntake]:
        """The fate of a row."""
        remarks: list[Remark] = []
        self._carry_down(cells, remarks)
        day = self._day(remarks)
        member, remark = self.members.find(self._number_text, self._member_text)
        remarks += [remark] if remark else []
        goods, quantity = self._goods(cells, remarks)
        payment, reference = self._payment(cells, remarks), self.cell(cells, "reference")[:REFERENCE_LIMIT]
        if day is None or member is None or goods is None or quantity is None or payment is None:
            return row_of(number, cells, remarks, None)
        value = self._value(cells, goods, quantity, remarks)
        if value is None:
            return row_of(number, cells, remarks, None)
        net, price, amount = value
        if payment is Payment.GIVEN and amount:
            remarks.append(Remark(Reason.GIVEN_WITH_VALUE, {"rupiah": amount}))
        self._check_opening(member, day, payment, remarks)
        intake = LineIntake(number, day, member, goods, net, price, amount, payment, reference)
        key = intake.key
        if key is not None and self._met[key] < self._taken_before[key]:
            self._met[key] += 1
            return row_of(number, cells, [Remark(Reason.TAKEN_BEFORE)], None)
        alike = 0 if key is None else self._taken_before[key]
        return row_of(number, cells, remarks, replace(intake, alike=alike))

    def _carry_down(self, cells: tuple[str, ...], remarks: list[Remark]) -> None:
        """The day and the member stand for the rows below them too, as in merged cells."""
        day, number, member = (self.cell(cells, field) for field in ("day", "member_number", "member"))
        if (not day and self._day_text) or (not number and not member and (self._number_text or self._member_text)):
            remarks.append(Remark(Reason.FROM_ABOVE))
        self._day_text = day or self._day_text
        if number or member:
            self._number_text, self._member_text = number, member

    def _day(self, remarks: list[Remark]) -> date | None:
        if self._day_text:
            return self.day(self._day_text, remarks)
        remarks.append(Remark(Reason.DAY_MISSING))
        return None

    def _goods(self, cells: tuple[str, ...], remarks: list[Remark]) -> tuple[Goods | None, Quantity | None]:
        word, text = self.cell(cells, "unit"), self.cell(cells, "quantity")
        unit = unit_of_word(word) if word else None
        if word and unit is None:
            remarks.append(Remark(Reason.UNIT_UNKNOWN, {"text": word}))
        name = " ".join(self.cell(cells, "material").split())
        goods, remark = self.materials.find(self.cell(cells, "code"), name, unit)
        remarks += [remark] if remark else []
        try:
            quantity = read_quantity(text, word if unit else "", goods.unit if goods else unit or Unit.KILOGRAM)
        except BadNumber:
            remarks.append(Remark(Reason.QUANTITY_UNREADABLE, {"text": text}))
            return goods, None
        if goods is not None and quantity.unit is not goods.unit:
            values = {"text": f"{text} {word}".strip(), "unit": str(goods.unit)}
            remarks.append(Remark(Reason.QUANTITY_IN_OTHER_UNIT, values))
            return goods, None
        return goods, quantity

    def _value(
        self, cells: tuple[str, ...], goods: Goods, quantity: Quantity, remarks: list[Remark]
    ) -> tuple[int, int, int] | None:
        """The quantity, the price and the value of a row; a value that is stated is kept whatever the price gives."""
        price, total = self._rupiah(cells, "price", remarks), self._rupiah(cells, "total", remarks)
        if price is None and total is None:
            if not any(remark.reason is Reason.VALUE_UNREADABLE for remark in remarks):
                remarks.append(Remark(Reason.VALUE_MISSING))
            return None
        net = _meant(quantity, goods.unit, price, total)
        if quantity.other is not None and not (price and total and line_amount_rupiah(net, goods.unit, price) == total):
            values: dict[str, str | int] = {
                "text": self.cell(cells, "quantity"),
                "quantity": format_quantity(net, goods.unit),
            }
            remarks.append(Remark(Reason.QUANTITY_DOUBTFUL, values))
        if price is None:
            assert total is not None  # noqa: S101 - one of them is there
            return net, _price_of(total, net, goods.unit), total
        computed = line_amount_rupiah(net, goods.unit, price)
        if total is not None and total != computed:
            remarks.append(Remark(Reason.TOTAL_DIFFERS, {"rupiah": total, "computed_rupiah": computed}))
        amount = computed if total is None else total
        if amount > MOST_LINE_RUPIAH:
            remarks.append(Remark(Reason.VALUE_UNREADABLE, {"text": str(amount)}))
        return net, price, amount

    def _rupiah(self, cells: tuple[str, ...], field: str, remarks: list[Remark]) -> int | None:
        text = self.cell(cells, field)
        if not text:
            return None
        try:
            amount = read_rupiah(text)
        except BadNumber:
            amount = None
        if amount is None or amount.rupiah > MOST_LINE_RUPIAH:
            remarks.append(Remark(Reason.VALUE_UNREADABLE, {"text": text}))
            return None
        if amount.doubtful:
            remarks.append(Remark(Reason.PRICE_DOUBTFUL, {"text": text, "rupiah": amount.rupiah}))
        return amount.rupiah

    def _payment(self, cells: tuple[str, ...], remarks: list[Remark]) -> Payment | None:
        text = self.cell(cells, "payment")
        found = _PAYMENT_OF.get(" ".join(words_of(text))) if text else Payment.SAVINGS
        if found is None:
            remarks.append(Remark(Reason.PAYMENT_UNKNOWN, {"text": text}))
        return found

    def _check_opening(self, member: Person, day: date, payment: Payment, remarks: list[Remark]) -> None:
        """An opening balance holds all that was saved until its day: the same money is not booked twice."""
        opening = self._openings.get(member) if isinstance(member, int) else None
        if opening and payment is Payment.SAVINGS and day <= opening.day:
            remarks.append(Remark(Reason.OPENING_STANDS, {"day": short_day(opening.day)}))


def taken_before(connection: Connection) -> Counter[LineKey]:
    """The lines that earlier lists brought and that still stand."""
    rows = connection.execute(
        sa.select(
            entry.c.day,
            deposit.c.member_id,
            deposit.c.payment,
            deposit_line.c.material_id,
            deposit_line.c.net,
            deposit_line.c.amount_rupiah,
            imported_entry.c.reference,
        )
        .select_from(imported_entry)
        .join(entry, entry.c.id == imported_entry.c.entry_id)
        .join(deposit, deposit.c.entry_id == entry.c.id)
        .join(deposit_line, deposit_line.c.entry_id == entry.c.id)
        .outerjoin(reversal, reversal.c.original_id == entry.c.id)
        .where(reversal.c.entry_id.is_(None))
    )
    return Counter(tuple(row) for row in rows)


def _meant(quantity: Quantity, unit: Unit, price: int | None, total: int | None) -> int:
    """The reading of a quantity that its price and total agree with; as it is typed, a dot begins the decimals."""
    if quantity.other is None or price is None or total is None:
        return quantity.base
    return quantity.other if line_amount_rupiah(quantity.other, unit, price) == total else quantity.base


def _price_of(total_rupiah: int, net: int, unit: Unit) -> int:
    """What a unit came to, half up, where only the total is known."""
    return (2 * total_rupiah * unit.base_per_unit + net) // (2 * net)
