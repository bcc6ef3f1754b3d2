"""The words of buyers as the screens say them."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from daurulang.buyers.model import BuyerKind

translate = QCoreApplication.translate


def buyer_kind_word(kind: BuyerKind) -> str:
    """What kind of buyer somebody is."""
    return {
        BuyerKind.COLLECTOR: translate("Buyers", "Collector"),
        BuyerKind.FACTORY: translate("Buyers", "Factory"),
        BuyerKind.OFFTAKER: translate("Buyers", "Offtaker"),
        BuyerKind.OTHER: translate("Buyers", "Other"),
    }[kind]
