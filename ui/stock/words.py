"""The words of the stores and of what is done around them, as the screens say them."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from daurulang.ledger.model import EntryKind
from daurulang.loads.model import LoadPayment, SourceKind
from daurulang.processing.model import BatchKind, CostBy, Side
from daurulang.quantities import Unit, format_kilograms, format_quantity
from daurulang.reports.stock_card import Movement
from daurulang.stock.queries import Level

translate = QCoreApplication.translate


def act_word(kind: EntryKind) -> str:
    """What moved goods."""
    return {
        EntryKind.DEPOSIT: translate("Stock", "Deposit"),
        EntryKind.REVERSAL: translate("Stock", "Reversal"),
        EntryKind.STOCKTAKE: translate("Stock", "Stock count"),
        EntryKind.LOAD: translate("Stock", "Load"),
        EntryKind.BATCH: translate("Stock", "Processing"),
        EntryKind.DISPOSAL: translate("Stock", "To the landfill"),
        EntryKind.SALE: translate("Stock", "Sale"),
    }.get(kind, str(kind))


def batch_word(kind: BatchKind) -> str:
    """What was done in a batch."""
    return {
        BatchKind.SORT: translate("Stock", "Sorting"),
        BatchKind.SHRED: translate("Stock", "Shredding"),
        BatchKind.PRESS: translate("Stock", "Pressing"),
        BatchKind.COMPOST: translate("Stock", "Composting"),
        BatchKind.RDF: translate("Stock", "RDF"),
        BatchKind.MAGGOT: translate("Stock", "Maggots"),
        BatchKind.CRAFT: translate("Stock", "Crafts"),
        BatchKind.MOVE: translate("Stock", "Carrying"),
    }[kind]


def side_word(side: Side) -> str:
    """Which way a line of a batch goes."""
    return {
        Side.INPUT: translate("Stock", "Goes in"),
        Side.OUTPUT: translate("Stock", "Comes out"),
        Side.RESIDUE: translate("Stock", "Residue"),
    }[side]


def cost_by_word(cost_by: CostBy) -> str:
    """How the cost is carried to what comes out."""
    return {
        CostBy.WEIGHT: translate("Stock", "By weight"),
        CostBy.VALUE: translate("Stock", "By value"),
    }[cost_by]


def source_kind_word(kind: SourceKind) -> str:
    """Who sends a load."""
    return {
        SourceKind.TPS3R: translate("Stock", "TPS3R"),
        SourceKind.VILLAGE: translate("Stock", "Village"),
        SourceKind.MARKET: translate("Stock", "Market"),
        SourceKind.OFFICE: translate("Stock", "Office"),
        SourceKind.OTHER: translate("Stock", "Other"),
    }[kind]


def load_payment_word(payment: LoadPayment) -> str:
    """How a load is paid."""
    return {
        LoadPayment.NONE: translate("Stock", "Not paid"),
        LoadPayment.CASH: translate("Stock", "Cash"),
        LoadPayment.BANK: translate("Stock", "Bank"),
    }[payment]


def movement_words(movement: Movement) -> str:
    """What a movement of the card was: "Load: TPS3R Pejagan", "Shredding", "Reversal L1-000012"."""
    words = batch_word(movement.batch_kind) if movement.batch_kind else act_word(movement.kind)
    if movement.party:
        words += f": {movement.party}"
    return f"{words} {movement.reverses}" if movement.reverses else words


def measures_of(level: Level) -> str:
    """What lies there in each measure; kilograms, pieces and litres are never added to each other."""
    found = [format_kilograms(level.grams)]
    if level.pieces:
        found.append(format_quantity(level.pieces, Unit.PIECE))
    if level.millilitres:
        found.append(format_quantity(level.millilitres, Unit.LITRE))
    return "  ·  ".join(found).replace("-", "\u2212")


def cubic_metres(litres: int) -> str:
    """1500 litres as "1,50 m³"; never added to kilograms."""
    return format_quantity(litres, Unit.LITRE).replace(Unit.LITRE.value, "m³")


def hours_words(minutes: int) -> str:
    """90 minutes as "1,5 hours of work"."""
    whole, rest = divmod(minutes, 60)
    tenths = (rest * 10 + 30) // 60
    hours = f"{whole + tenths // 10}" + (f",{tenths % 10}" if tenths % 10 else "")
    return translate("Stock", "{hours} hours of work").format(hours=hours)
