"""Fates, reasons and the names of columns, as the import screen says them."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from daurulang.exchange.columns import ListKind
from daurulang.exchange.preview import Fate, Reason
from ui.exchange.wording import ExchangeWords

translate = QCoreApplication.translate


def exchange_words() -> ExchangeWords:
    """All of them in the language of the window."""
    class_price = translate("Exchange", "Buy price ({member_class})")
    return ExchangeWords(_fates(), _reasons() | _old_book_reasons() | _old_trade_reasons(), _fields(), class_price)


def kind_word(kind: ListKind) -> str:
    """What a list holds."""
    match kind:
        case ListKind.MEMBERS:
            return translate("Exchange", "Members")
        case ListKind.MATERIALS:
            return translate("Exchange", "Materials and prices")
        case ListKind.DEPOSITS:
            return translate("Exchange", "Old deposits")
        case ListKind.BALANCES:
            return translate("Exchange", "Opening balances")
        case ListKind.STOCK:
            return translate("Exchange", "Opening stock")
        case ListKind.SALES:
            return translate("Exchange", "Old sales")
        case ListKind.CASH:
            return translate("Exchange", "Old cash flow")


def kind_help(kind: ListKind) -> str:
    """Which columns a list needs."""
    match kind:
        case ListKind.MEMBERS:
            return translate(
                "Exchange", "Needed: the name. Also read: passbook number, village, RT/RW, phone, gender …"
            )
        case ListKind.MATERIALS:
            return translate("Exchange", "Needed: the name. Also read: code, unit, category, buy and sell price …")
        case ListKind.DEPOSITS:
            return translate("Exchange", "Needed: day, member, material, quantity, and price or total.")
        case ListKind.BALANCES:
            return translate("Exchange", "Needed: member and balance. Also read: the day of the balance.")
        case ListKind.STOCK:
            return translate("Exchange", "Needed: material or its code, and quantity. Once only, and not to be undone.")
        case ListKind.SALES:
            return translate(
                "Exchange",
                "Needed: day, buyer, material, quantity, and price or total. The old deposits come in first.",
            )
        case ListKind.CASH:
            return translate(
                "Exchange",
                "Needed: day, what for, in or out. Also read: category. Old deposits and sales come in first.",
            )


def _fates() -> dict[Fate, str]:
    return {
        Fate.NEW: translate("Exchange", "new"),
        Fate.CHANGED: translate("Exchange", "changes"),
        Fate.WARNING: translate("Exchange", "look at it"),
        Fate.SKIPPED: translate("Exchange", "passed over"),
        Fate.REFUSED: translate("Exchange", "refused"),
    }


def _reasons() -> dict[Reason, str]:
    return {
        Reason.EMPTY: translate("Exchange", "empty row"),
        Reason.TOTAL: translate("Exchange", "a total, no row of its own"),
        Reason.HEADER_AGAIN: translate("Exchange", "the column titles again"),
        Reason.SECTION: translate("Exchange", "title of a group: {name}"),
        Reason.UNCHANGED: translate("Exchange", "same price as in force"),
        Reason.NAME_MISSING: translate("Exchange", "no name"),
        Reason.TOO_LONG: translate("Exchange", "{field} has more than {limit} letters"),
        Reason.FORMULA: translate("Exchange", "a formula without a result: {text}; mend it in Excel and save the file"),
        Reason.PASSBOOK_TWICE: translate("Exchange", "passbook {number} stands on row {row} already"),
        Reason.PASSBOOK_TAKEN: translate("Exchange", "passbook {number} belongs to member {member}"),
        Reason.CODE_TWICE: translate("Exchange", "code {code} stands on row {row} already"),
        Reason.PRICE_UNREADABLE: translate("Exchange", "price cannot be read: {text}"),
        Reason.UNIT_UNKNOWN: translate("Exchange", "unknown unit: {text}"),
        Reason.UNIT_DIFFERS: translate("Exchange", "unit {unit}, but {book_unit} in the book"),
        Reason.ALIKE_ROW: translate("Exchange", "much like row {row}"),
        Reason.ALIKE_MEMBER: translate("Exchange", "much like member {number} {name}"),
        Reason.VILLAGE_UNKNOWN: translate("Exchange", "unknown village {village}; left empty"),
        Reason.VILLAGE_SUGGESTED: translate(
            "Exchange", "village {village} is not on the list, perhaps {suggestion}; left empty"
        ),
        Reason.VILLAGE_TWICE: translate(
            "Exchange", "village {village} stands in several districts ({districts}); left empty"
        ),
        Reason.GENDER_UNKNOWN: translate("Exchange", "gender cannot be read: {text}"),
        Reason.KIND_UNKNOWN: translate("Exchange", "unknown kind of member: {text}"),
        Reason.DAY_UNKNOWN: translate("Exchange", "day cannot be read: {text}"),
        Reason.ADDRESS_CUT: translate("Exchange", "address too long, cut: {text}"),
        Reason.BALANCE_UNREADABLE: translate("Exchange", "balance cannot be read: {text}"),
        Reason.BALANCE_DISAGREES: translate(
            "Exchange", "balance {rupiah} is not what debit and credit give ({computed_rupiah})"
        ),
        Reason.BALANCE_NOT_POSTED: translate("Exchange", "balance {rupiah} is not taken in"),
        Reason.NAME_TWICE: translate("Exchange", "{name} stands on row {row} already; called {new_name}"),
        Reason.NAME_TAKEN: translate("Exchange", "{name} is the name of code {code}; called {new_name}"),
        Reason.NAME_KEPT: translate("Exchange", "called {book_name} in the book, not {name}; the book's name stays"),
        Reason.NO_PRICE: translate("Exchange", "without a price"),
        Reason.ABOVE_SELL: translate("Exchange", "buy price {rupiah} above the sell price {sell_rupiah}"),
        Reason.PRICE_JUMPS: translate("Exchange", "the price jumps from {before_rupiah} to {rupiah}"),
        Reason.PRICE_DOUBTFUL: translate("Exchange", "price {text} read as {rupiah}"),
        Reason.SEVERAL_PRICES: translate("Exchange", "several prices in one row: {text}"),
        Reason.SEVERAL_GOODS: translate("Exchange", "several goods in one row"),
    }


def _old_book_reasons() -> dict[Reason, str]:
    return {
        Reason.TAKEN_BEFORE: translate("Exchange", "taken in by an earlier import already"),
        Reason.BALANCE_MISSING: translate("Exchange", "without a balance"),
        Reason.QUANTITY_MISSING: translate("Exchange", "without a quantity"),
        Reason.STOCK_COUNTED: translate("Exchange", "the store was counted before; the opening stock comes first"),
        Reason.STOCK_TWICE: translate("Exchange", "this material stands on row {row} already; add them up first"),
        Reason.STOCK_REPLACED: translate("Exchange", "{before} in the book, becomes {quantity}"),
        Reason.DAY_MISSING: translate("Exchange", "no day"),
        Reason.DAY_UNREADABLE: translate("Exchange", "day cannot be read: {text}; write it like 21/02/2024"),
        Reason.DAY_TO_COME: translate("Exchange", "the day {text} is still to come"),
        Reason.DAY_CLOSED: translate("Exchange", "the day {text} is of a closed month"),
        Reason.MEMBER_MISSING: translate("Exchange", "no member"),
        Reason.MEMBER_UNKNOWN: translate("Exchange", "member {name} is not in the book"),
        Reason.MEMBER_SEVERAL: translate("Exchange", "{count} members are called {name}; fill in the number"),
        Reason.MEMBER_OTHER: translate("Exchange", "number {number} belongs to {book_name}, not to {name}"),
        Reason.MEMBER_BY_NAME: translate("Exchange", "number {number} is not in the book; {name} is taken"),
        Reason.MEMBER_NAME_DIFFERS: translate(
            "Exchange", "number {number} is called {book_name} in the book, {name} here"
        ),
        Reason.MATERIAL_OTHER: translate("Exchange", "code {code} belongs to {book_name}, not to {name}"),
        Reason.MATERIAL_MISSING: translate("Exchange", "no material"),
        Reason.MATERIAL_UNKNOWN: translate("Exchange", "material {name} is not in the book"),
        Reason.MATERIAL_SEVERAL: translate("Exchange", "{count} materials go by {name}; fill in the code"),
        Reason.QUANTITY_UNREADABLE: translate("Exchange", "quantity cannot be read: {text}"),
        Reason.QUANTITY_IN_OTHER_UNIT: translate("Exchange", "{text}, but this material is counted by {unit}"),
        Reason.VALUE_MISSING: translate("Exchange", "neither a price nor a total"),
        Reason.VALUE_UNREADABLE: translate("Exchange", "rupiah cannot be read: {text}"),
        Reason.PAYMENT_UNKNOWN: translate("Exchange", "unknown way to pay: {text}; write tabung, tunai or sedekah"),
        Reason.GIVEN_WITH_VALUE: translate("Exchange", "a donation has no value, but {rupiah} is stated"),
        Reason.OPENING_STANDS: translate(
            "Exchange", "the opening balance of {day} holds this already; write tunai, or undo that import"
        ),
        Reason.OPENING_TWICE: translate("Exchange", "the balance of this member stands on row {row} already"),
        Reason.ACTS_SINCE: translate(
            "Exchange", "this member has entries of a counter on {day}; state the balance of a day before or after it"
        ),
        Reason.BALANCE_NEGATIVE: translate("Exchange", "the balance would be below zero: {rupiah}"),
        Reason.BALANCE_NOT_READ: translate("Exchange", "balance cannot be read: {text}"),
        Reason.TOTAL_DIFFERS: translate(
            "Exchange", "total {rupiah}, but quantity × price is {computed_rupiah}; the total is kept"
        ),
        Reason.QUANTITY_DOUBTFUL: translate("Exchange", "{text} read as {quantity}"),
        Reason.FROM_ABOVE: translate("Exchange", "day or member from the row above"),
        Reason.MEMBER_CREATED: translate("Exchange", "new member: {name}"),
        Reason.MATERIAL_CREATED: translate("Exchange", "new material: {name} (by {unit})"),
        Reason.BALANCE_REPLACED: translate("Exchange", "{before_rupiah} in the book, becomes {rupiah}"),
    }


def _old_trade_reasons() -> dict[Reason, str]:
    return {
        Reason.BUYER_MISSING: translate("Exchange", "no buyer"),
        Reason.BUYER_UNKNOWN: translate("Exchange", "buyer {name} is not in the book"),
        Reason.BUYER_SEVERAL: translate("Exchange", "{count} buyers are called {name}; write it as the book does"),
        Reason.SALE_PAYMENT_UNKNOWN: translate("Exchange", "unknown way to pay: {text}; write tunai, bank or tempo"),
        Reason.STOCK_SHORT: translate(
            "Exchange", "only {there} of {name} lay in the store on {day}; take in the old deposits first"
        ),
        Reason.BUYER_CREATED: translate("Exchange", "new buyer: {name}"),
        Reason.SALE_FROM_ABOVE: translate("Exchange", "day or buyer from the row above"),
        Reason.CASH_KNOWN: translate("Exchange", "its money is in the book already: {number}"),
        Reason.CASH_OTHER: translate("Exchange", "{number} is {book_rupiah} in the book, {rupiah} here"),
        Reason.CASH_NOTHING: translate("Exchange", "neither in nor out"),
        Reason.CASH_BOTH: translate("Exchange", "both in and out; write two rows"),
        Reason.CASH_WORDS_MISSING: translate("Exchange", "not said what for"),
        Reason.CATEGORY_CREATED: translate("Exchange", "new category of expenses: {name}"),
    }


def _fields() -> dict[str, str]:
    return {
        "name": translate("Exchange", "Name"),
        "passbook_number": translate("Exchange", "Passbook number"),
        "village": translate("Exchange", "Village"),
        "district": translate("Exchange", "District"),
        "rt_rw": translate("Exchange", "RT/RW"),
        "rt": translate("Exchange", "RT"),
        "rw": translate("Exchange", "RW"),
        "hamlet": translate("Exchange", "Hamlet"),
        "address": translate("Exchange", "Address"),
        "phone": translate("Exchange", "Phone"),
        "gender": translate("Exchange", "Gender"),
        "member_class": translate("Exchange", "Class"),
        "kind": translate("Exchange", "Kind of member"),
        "joined": translate("Exchange", "Member since"),
        "balance": translate("Exchange", "Balance"),
        "debit": translate("Exchange", "Debit"),
        "credit": translate("Exchange", "Credit"),
        "code": translate("Exchange", "Code"),
        "dlh_category": translate("Exchange", "Category of DLH"),
        "sipsn_category": translate("Exchange", "Category of SIPSN"),
        "category": translate("Exchange", "Category"),
        "unit": translate("Exchange", "Unit"),
        "aliases": translate("Exchange", "Other names"),
        "buy_price": translate("Exchange", "Buy price"),
        "buy_price_dirty": translate("Exchange", "Buy price, dirty"),
        "buy_price_wet": translate("Exchange", "Buy price, wet"),
        "buy_price_mixed": translate("Exchange", "Buy price, mixed"),
        "sell_price": translate("Exchange", "Sell price"),
        "day": translate("Exchange", "Day"),
        "reference": translate("Exchange", "Old receipt number"),
        "member_number": translate("Exchange", "Member number"),
        "member": translate("Exchange", "Member"),
        "buyer": translate("Exchange", "Buyer"),
        "material": translate("Exchange", "Material"),
        "quantity": translate("Exchange", "Quantity"),
        "price": translate("Exchange", "Price"),
        "unit_cost": translate("Exchange", "Had cost per unit"),
        "total": translate("Exchange", "Total"),
        "payment": translate("Exchange", "Paid how"),
        "words": translate("Exchange", "What for"),
        "cash_in": translate("Exchange", "In"),
        "cash_out": translate("Exchange", "Out"),
    }
