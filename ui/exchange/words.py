"""Fates, reasons and the names of columns, as the import screen says them."""

from __future__ import annotations

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from daurulang.exchange.columns import CLASS_PRICE
from daurulang.exchange.preview import Fate, Reason, Remark
from daurulang.quantities import format_rupiah

translate = QCoreApplication.translate

_FATES = {
    Fate.NEW: QT_TRANSLATE_NOOP("Exchange", "new"),
    Fate.CHANGED: QT_TRANSLATE_NOOP("Exchange", "changes"),
    Fate.WARNING: QT_TRANSLATE_NOOP("Exchange", "look at it"),
    Fate.SKIPPED: QT_TRANSLATE_NOOP("Exchange", "passed over"),
    Fate.REFUSED: QT_TRANSLATE_NOOP("Exchange", "refused"),
}

_REASONS = {
    Reason.EMPTY: QT_TRANSLATE_NOOP("Exchange", "empty row"),
    Reason.TOTAL: QT_TRANSLATE_NOOP("Exchange", "a total, no row of its own"),
    Reason.HEADER_AGAIN: QT_TRANSLATE_NOOP("Exchange", "the column titles again"),
    Reason.SECTION: QT_TRANSLATE_NOOP("Exchange", "title of a group: {name}"),
    Reason.UNCHANGED: QT_TRANSLATE_NOOP("Exchange", "same price as in force"),
    Reason.NAME_MISSING: QT_TRANSLATE_NOOP("Exchange", "no name"),
    Reason.TOO_LONG: QT_TRANSLATE_NOOP("Exchange", "{field} has more than {limit} letters"),
    Reason.FORMULA: QT_TRANSLATE_NOOP(
        "Exchange", "a formula without its result: {text}; open the file in Excel and save it"
    ),
    Reason.PASSBOOK_TWICE: QT_TRANSLATE_NOOP("Exchange", "passbook {number} stands on row {row} already"),
    Reason.PASSBOOK_TAKEN: QT_TRANSLATE_NOOP("Exchange", "passbook {number} belongs to member {member}"),
    Reason.CODE_TWICE: QT_TRANSLATE_NOOP("Exchange", "code {code} stands on row {row} already"),
    Reason.PRICE_UNREADABLE: QT_TRANSLATE_NOOP("Exchange", "price cannot be read: {text}"),
    Reason.UNIT_UNKNOWN: QT_TRANSLATE_NOOP("Exchange", "unknown unit: {text}"),
    Reason.UNIT_DIFFERS: QT_TRANSLATE_NOOP("Exchange", "unit {unit}, but {book_unit} in the book"),
    Reason.ALIKE_ROW: QT_TRANSLATE_NOOP("Exchange", "much like row {row}"),
    Reason.ALIKE_MEMBER: QT_TRANSLATE_NOOP("Exchange", "much like member {number} {name}"),
    Reason.VILLAGE_UNKNOWN: QT_TRANSLATE_NOOP("Exchange", "unknown village {village}; left empty"),
    Reason.VILLAGE_SUGGESTED: QT_TRANSLATE_NOOP(
        "Exchange", "village {village} is not on the list, perhaps {suggestion}; left empty"
    ),
    Reason.VILLAGE_TWICE: QT_TRANSLATE_NOOP(
        "Exchange", "village {village} stands in several districts ({districts}); left empty"
    ),
    Reason.GENDER_UNKNOWN: QT_TRANSLATE_NOOP("Exchange", "gender cannot be read: {text}"),
    Reason.KIND_UNKNOWN: QT_TRANSLATE_NOOP("Exchange", "unknown kind of member: {text}"),
    Reason.DAY_UNKNOWN: QT_TRANSLATE_NOOP("Exchange", "day cannot be read: {text}"),
    Reason.ADDRESS_CUT: QT_TRANSLATE_NOOP("Exchange", "address too long, cut: {text}"),
    Reason.BALANCE_UNREADABLE: QT_TRANSLATE_NOOP("Exchange", "balance cannot be read: {text}"),
    Reason.BALANCE_DISAGREES: QT_TRANSLATE_NOOP(
        "Exchange", "balance {rupiah} is not what debit and credit give ({computed_rupiah})"
    ),
    Reason.BALANCE_NOT_POSTED: QT_TRANSLATE_NOOP("Exchange", "balance {rupiah} is not taken in"),
    Reason.NAME_TWICE: QT_TRANSLATE_NOOP("Exchange", "{name} stands on row {row} already; called {new_name}"),
    Reason.NAME_TAKEN: QT_TRANSLATE_NOOP("Exchange", "{name} is the name of code {code}; called {new_name}"),
    Reason.NAME_KEPT: QT_TRANSLATE_NOOP(
        "Exchange", "called {book_name} in the book, not {name}; the book's name stays"
    ),
    Reason.NO_PRICE: QT_TRANSLATE_NOOP("Exchange", "without a price"),
    Reason.ABOVE_SELL: QT_TRANSLATE_NOOP("Exchange", "buy price {rupiah} above the sell price {sell_rupiah}"),
    Reason.PRICE_JUMPS: QT_TRANSLATE_NOOP("Exchange", "the price jumps from {before_rupiah} to {rupiah}"),
    Reason.PRICE_DOUBTFUL: QT_TRANSLATE_NOOP("Exchange", "price {text} read as {rupiah}"),
    Reason.SEVERAL_PRICES: QT_TRANSLATE_NOOP("Exchange", "several prices in one row: {text}"),
    Reason.SEVERAL_GOODS: QT_TRANSLATE_NOOP("Exchange", "several goods in one row"),
}

_FIELDS = {
    "name": QT_TRANSLATE_NOOP("Exchange", "Name"),
    "passbook_number": QT_TRANSLATE_NOOP("Exchange", "Passbook number"),
    "village": QT_TRANSLATE_NOOP("Exchange", "Village"),
    "district": QT_TRANSLATE_NOOP("Exchange", "District"),
    "rt_rw": QT_TRANSLATE_NOOP("Exchange", "RT/RW"),
    "rt": QT_TRANSLATE_NOOP("Exchange", "RT"),
    "rw": QT_TRANSLATE_NOOP("Exchange", "RW"),
    "hamlet": QT_TRANSLATE_NOOP("Exchange", "Hamlet"),
    "address": QT_TRANSLATE_NOOP("Exchange", "Address"),
    "phone": QT_TRANSLATE_NOOP("Exchange", "Phone"),
    "gender": QT_TRANSLATE_NOOP("Exchange", "Gender"),
    "member_class": QT_TRANSLATE_NOOP("Exchange", "Class"),
    "kind": QT_TRANSLATE_NOOP("Exchange", "Kind of member"),
    "joined": QT_TRANSLATE_NOOP("Exchange", "Member since"),
    "balance": QT_TRANSLATE_NOOP("Exchange", "Balance"),
    "debit": QT_TRANSLATE_NOOP("Exchange", "Debit"),
    "credit": QT_TRANSLATE_NOOP("Exchange", "Credit"),
    "code": QT_TRANSLATE_NOOP("Exchange", "Code"),
    "dlh_category": QT_TRANSLATE_NOOP("Exchange", "Category of DLH"),
    "sipsn_category": QT_TRANSLATE_NOOP("Exchange", "Category of SIPSN"),
    "category": QT_TRANSLATE_NOOP("Exchange", "Category"),
    "unit": QT_TRANSLATE_NOOP("Exchange", "Unit"),
    "aliases": QT_TRANSLATE_NOOP("Exchange", "Other names"),
    "buy_price": QT_TRANSLATE_NOOP("Exchange", "Buy price"),
    "buy_price_dirty": QT_TRANSLATE_NOOP("Exchange", "Buy price, dirty"),
    "buy_price_wet": QT_TRANSLATE_NOOP("Exchange", "Buy price, wet"),
    "buy_price_mixed": QT_TRANSLATE_NOOP("Exchange", "Buy price, mixed"),
    "sell_price": QT_TRANSLATE_NOOP("Exchange", "Sell price"),
}


def fate_word(fate: Fate) -> str:
    """What becomes of a row."""
    return translate("Exchange", str(_FATES[fate]))


def field_word(field: str) -> str:
    """What a column holds; a class's own price names the class."""
    if field.startswith(CLASS_PRICE):
        words = translate("Exchange", "Buy price ({member_class})")
        return words.format(member_class=field.removeprefix(CLASS_PRICE))
    return translate("Exchange", str(_FIELDS[field]))


def remark_words(remark: Remark) -> str:
    """A reason with its data."""
    values: dict[str, str | int] = {}
    for name, value in remark.values.items():
        if name == "field":
            values[name] = field_word(str(value))
        else:
            values[name] = format_rupiah(value) if name.endswith("rupiah") and isinstance(value, int) else value
    return translate("Exchange", str(_REASONS[remark.reason])).format(**values)
