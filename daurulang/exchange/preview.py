"""What a dry run finds: the fate of every row, with its reasons as codes and data."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Generic, TypeVar

from daurulang.exchange.columns import Matching
from daurulang.exchange.workbook import Sheet
from daurulang.members.words import words_of

Intake = TypeVar("Intake")


class Fate(StrEnum):
    """What becomes of a row. A row with a warning is taken in; one refused row keeps the whole list out."""

    NEW = "new"
    CHANGED = "changed"
    WARNING = "warning"
    SKIPPED = "skipped"
    REFUSED = "refused"


class Reason(StrEnum):
    """Why, with the names of the data that come with it."""

    # skipped
    EMPTY = "empty"
    TOTAL = "total"
    HEADER_AGAIN = "header_again"
    SECTION = "section"  # name
    UNCHANGED = "unchanged"
    TAKEN_BEFORE = "taken_before"
    BALANCE_MISSING = "balance_missing"
    QUANTITY_MISSING = "quantity_missing"
    # refused
    NAME_MISSING = "name_missing"
    TOO_LONG = "too_long"  # field, limit
    FORMULA = "formula"  # text
    PASSBOOK_TWICE = "passbook_twice"  # number, row
    PASSBOOK_TAKEN = "passbook_taken"  # number, member
    CODE_TWICE = "code_twice"  # code, row
    PRICE_UNREADABLE = "price_unreadable"  # text
    UNIT_UNKNOWN = "unit_unknown"  # text
    UNIT_DIFFERS = "unit_differs"  # unit, book_unit
    # refused in old books
    DAY_MISSING = "day_missing"
    DAY_UNREADABLE = "day_unreadable"  # text
    DAY_TO_COME = "day_to_come"  # text
    DAY_CLOSED = "day_closed"  # text
    MEMBER_MISSING = "member_missing"
    MEMBER_UNKNOWN = "member_unknown"  # name
    MEMBER_SEVERAL = "member_several"  # name, count
    MEMBER_OTHER = "member_other"  # number, book_name, name
    MATERIAL_MISSING = "material_missing"
    MATERIAL_UNKNOWN = "material_unknown"  # name
    MATERIAL_SEVERAL = "material_several"  # name, count
    MATERIAL_OTHER = "material_other"  # code, book_name, name
    QUANTITY_UNREADABLE = "quantity_unreadable"  # text
    QUANTITY_IN_OTHER_UNIT = "quantity_in_other_unit"  # text, unit
    VALUE_MISSING = "value_missing"
    VALUE_UNREADABLE = "value_unreadable"  # text
    PAYMENT_UNKNOWN = "payment_unknown"  # text
    GIVEN_WITH_VALUE = "given_with_value"  # rupiah
    OPENING_STANDS = "opening_stands"  # day
    OPENING_TWICE = "opening_twice"  # row
    ACTS_SINCE = "acts_since"  # day
    BALANCE_NEGATIVE = "balance_negative"  # rupiah
    BALANCE_NOT_READ = "balance_not_read"  # text
    # refused in the opening stock
    STOCK_COUNTED = "stock_counted"
    STOCK_TWICE = "stock_twice"  # row
    # refused in old sales
    BUYER_MISSING = "buyer_missing"
    BUYER_UNKNOWN = "buyer_unknown"  # name
    BUYER_SEVERAL = "buyer_several"  # name, count
    SALE_PAYMENT_UNKNOWN = "sale_payment_unknown"  # text
    STOCK_SHORT = "stock_short"  # name, there, day
    # skipped, refused and noted in old cash flows
    CASH_KNOWN = "cash_known"  # number
    CASH_OTHER = "cash_other"  # number, book_rupiah, rupiah
    CASH_NOTHING = "cash_nothing"
    CASH_BOTH = "cash_both"
    CASH_WORDS_MISSING = "cash_words_missing"
    CATEGORY_CREATED = "category_created"  # name
    # warnings about old books
    TOTAL_DIFFERS = "total_differs"  # rupiah, computed_rupiah
    QUANTITY_DOUBTFUL = "quantity_doubtful"  # text, quantity
    FROM_ABOVE = "from_above"
    MEMBER_BY_NAME = "member_by_name"  # number, name
    MEMBER_NAME_DIFFERS = "member_name_differs"  # number, book_name, name
    MEMBER_CREATED = "member_created"  # name
    MATERIAL_CREATED = "material_created"  # name, unit
    BALANCE_REPLACED = "balance_replaced"  # before_rupiah, rupiah
    STOCK_REPLACED = "stock_replaced"  # before, quantity
    BUYER_CREATED = "buyer_created"  # name
    SALE_FROM_ABOVE = "sale_from_above"
    # warnings about members
    ALIKE_ROW = "alike_row"  # row
    ALIKE_MEMBER = "alike_member"  # number, name
    VILLAGE_UNKNOWN = "village_unknown"  # village
    VILLAGE_SUGGESTED = "village_suggested"  # village, suggestion
    VILLAGE_TWICE = "village_twice"  # village, districts
    GENDER_UNKNOWN = "gender_unknown"  # text
    KIND_UNKNOWN = "kind_unknown"  # text
    DAY_UNKNOWN = "day_unknown"  # text
    ADDRESS_CUT = "address_cut"  # text
    BALANCE_UNREADABLE = "balance_unreadable"  # text
    BALANCE_DISAGREES = "balance_disagrees"  # rupiah, computed_rupiah
    BALANCE_NOT_POSTED = "balance_not_posted"  # rupiah
    # warnings about materials
    NAME_TWICE = "name_twice"  # name, row, new_name
    NAME_TAKEN = "name_taken"  # name, code, new_name
    NAME_KEPT = "name_kept"  # name, book_name
    NO_PRICE = "no_price"
    ABOVE_SELL = "above_sell"  # rupiah, sell_rupiah
    PRICE_JUMPS = "price_jumps"  # before_rupiah, rupiah
    PRICE_DOUBTFUL = "price_doubtful"  # text, rupiah
    SEVERAL_PRICES = "several_prices"  # text
    SEVERAL_GOODS = "several_goods"  # name


_SKIPS = {
    *(Reason.EMPTY, Reason.TOTAL, Reason.HEADER_AGAIN, Reason.SECTION, Reason.UNCHANGED),
    *(Reason.TAKEN_BEFORE, Reason.BALANCE_MISSING, Reason.QUANTITY_MISSING, Reason.CASH_KNOWN),
}
_REFUSALS = {
    *(Reason.NAME_MISSING, Reason.TOO_LONG, Reason.FORMULA, Reason.PASSBOOK_TWICE, Reason.PASSBOOK_TAKEN),
    *(Reason.CODE_TWICE, Reason.PRICE_UNREADABLE, Reason.UNIT_UNKNOWN, Reason.UNIT_DIFFERS),
    *(Reason.DAY_MISSING, Reason.DAY_UNREADABLE, Reason.DAY_TO_COME, Reason.DAY_CLOSED),
    *(Reason.MEMBER_MISSING, Reason.MEMBER_UNKNOWN, Reason.MEMBER_SEVERAL, Reason.MEMBER_OTHER),
    *(Reason.MATERIAL_MISSING, Reason.MATERIAL_UNKNOWN, Reason.MATERIAL_SEVERAL, Reason.MATERIAL_OTHER),
    *(Reason.QUANTITY_UNREADABLE, Reason.QUANTITY_IN_OTHER_UNIT, Reason.VALUE_MISSING, Reason.VALUE_UNREADABLE),
    *(Reason.PAYMENT_UNKNOWN, Reason.GIVEN_WITH_VALUE, Reason.OPENING_STANDS, Reason.OPENING_TWICE),
    *(Reason.ACTS_SINCE, Reason.BALANCE_NEGATIVE, Reason.BALANCE_NOT_READ),
    *(Reason.STOCK_COUNTED, Reason.STOCK_TWICE),
    *(Reason.BUYER_MISSING, Reason.BUYER_UNKNOWN, Reason.BUYER_SEVERAL, Reason.SALE_PAYMENT_UNKNOWN),
    *(Reason.STOCK_SHORT, Reason.CASH_OTHER, Reason.CASH_NOTHING, Reason.CASH_BOTH, Reason.CASH_WORDS_MISSING),
}


@dataclass(frozen=True, slots=True)
class Remark:
    """One reason with its data; `values` has the names that stand beside the reason."""

    reason: Reason
    values: Mapping[str, str | int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Row(Generic[Intake]):
    """One row of the sheet, `number` as the sheet shows it. `intake` is what would be written, None when nothing;
    `guessed` names its fields that do not stand in the list.
    """

    number: int
    cells: tuple[str, ...]
    fate: Fate
    remarks: tuple[Remark, ...]
    intake: Intake | None
    guessed: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Preview(Generic[Intake]):
    """The dry run of a list: every row below its header, in order, the member classes that would be made, and the
    members, materials and buyers that the book does not have, each named once.
    """

    sheet: Sheet
    matching: Matching
    rows: tuple[Row[Intake], ...]
    new_classes: tuple[str, ...] = ()
    new_members: tuple[str, ...] = ()
    new_materials: tuple[str, ...] = ()
    new_buyers: tuple[str, ...] = ()

    @property
    def counts(self) -> dict[Fate, int]:
        """How many rows have each fate."""
        counts = dict.fromkeys(Fate, 0)
        for row in self.rows:
            counts[row.fate] += 1
        return counts

    @property
    def intakes(self) -> list[Intake]:
        """What would be written, in the order of the rows."""
        return [row.intake for row in self.rows if row.intake is not None]


def row_of(
    number: int,
    cells: tuple[str, ...],
    remarks: list[Remark],
    intake: Intake | None,
    *,
    changed: bool = False,
    guessed: frozenset[str] = frozenset(),
) -> Row[Intake]:
    """The row with the fate that follows from its remarks."""
    reasons = {remark.reason for remark in remarks}
    if reasons & _REFUSALS:
        return Row(number, cells, Fate.REFUSED, tuple(remarks), None)
    if reasons & _SKIPS:
        return Row(number, cells, Fate.SKIPPED, tuple(remarks), None)
    unremarkable = Fate.CHANGED if changed else Fate.NEW
    return Row(number, cells, Fate.WARNING if remarks else unremarkable, tuple(remarks), intake, guessed)


_TOTALS = (["total"], ["jumlah"], ["jml"], ["subtotal"], ["sub", "total"], ["grand", "total"])


def nothing_to_take(cells: tuple[str, ...], matching: Matching) -> Remark | None:
    """Why a row holds nothing: no matched column is filled, it sums the others up, or it is the header again."""
    filled = {column: cells[column] for column in matching.columns.values() if column < len(cells) and cells[column]}
    if not filled:
        return Remark(Reason.EMPTY)
    if all(matching.titles[column].lower().endswith(text.lower()) for column, text in filled.items()):
        return Remark(Reason.HEADER_AGAIN)
    words = words_of(next((text for text in cells if text), ""))
    if words[:1] in _TOTALS or words[:2] in _TOTALS:
        return Remark(Reason.TOTAL)
    return None
