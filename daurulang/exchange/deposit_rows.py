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
from daurulang.exchange.columns import Matching
from daurulang.exchange.goods import Goods
from daurulang.exchange.line_reader import LineReader
from daurulang.exchange.people import MemberFinder, Person
from daurulang.exchange.preview import Reason, Remark, Row, row_of
from daurulang.exchange.workbook import Sheet
from daurulang.ledger.model import entry, imported_entry
from daurulang.members.words import words_of
from daurulang.periods import short_day

REFERENCE_LIMIT = 60

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


class DepositReader(LineReader[LineIntake]):
    """Reads the rows of one list; holds what the rows before it said."""

    def __init__(self, connection: Connection, sheet: Sheet, matching: Matching, *, create: bool) -> None:
        super().__init__(connection, sheet, matching, create=create)
        self.members = MemberFinder(connection, create=create)
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
        goods, quantity = self.goods(cells, remarks)
        payment, reference = self._payment(cells, remarks), self.cell(cells, "reference")[:REFERENCE_LIMIT]
        if day is None or member is None or goods is None or quantity is None or payment is None:
            return row_of(number, cells, remarks, None)
        value = self.value(cells, goods, quantity, remarks)
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
