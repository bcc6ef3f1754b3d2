"""The words of sales as the screens say them."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QCoreApplication

from daurulang.quantities import Unit, format_kilograms, format_quantity
from daurulang.sales.model import PaidIn
from daurulang.sales.queries import SaleRow
from daurulang.stock.queries import Level
from ui.sales.presenter import Paid
from ui.widgets.card import Tone

translate = QCoreApplication.translate


def paid_word(paid: Paid) -> str:
    """How a sale is paid."""
    return {
        Paid.CASH: translate("Sales", "Cash"),
        Paid.BANK: translate("Sales", "Bank"),
        Paid.LATER: translate("Sales", "Later"),
    }[paid]


def paid_in_word(paid_in: PaidIn) -> str:
    """Where money came in."""
    return paid_word(Paid(paid_in.value))


def measures(grams: int, pieces: int, millilitres: int) -> list[str]:
    """What there is of each measure, in words; kilograms, pieces and litres are never added to each other."""
    found = []
    if grams:
        found.append(format_kilograms(grams))
    if pieces:
        found.append(format_quantity(pieces, Unit.PIECE))
    if millilitres:
        found.append(format_quantity(millilitres, Unit.LITRE))
    return found


def goods_words(goods: Level) -> str:
    """The known weight, else the pieces and litres."""
    if goods.grams:
        return format_kilograms(goods.grams)
    return ", ".join(measures(0, goods.pieces, goods.millilitres)) or "–"


def state_of(row: SaleRow, today: date) -> tuple[str, Tone]:
    """How a sale stands: reversed, paid, owed, late."""
    late = row.late_days(today)
    if row.reversed_by:
        return translate("Sales", "reversed by {number}").format(number=row.reversed_by), Tone.PROBLEM
    if not row.outstanding_rupiah:
        return translate("Sales", "paid"), Tone.GOOD
    if late:
        return translate("Sales", "{days} days late").format(days=late), Tone.PROBLEM
    return translate("Sales", "owed"), Tone.WARNING
