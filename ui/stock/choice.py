"""Choosing a store; where there is one only, nothing is shown."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, QSignalBlocker
from PySide6.QtWidgets import QWidget

from daurulang.ledger.model import Place
from daurulang.stock.queries import Store
from ui.widgets.field import DropDown

translate = QCoreApplication.translate


class StoreChoice(DropDown):
    """The stores in use; `currentIndexChanged` tells of another one."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(translate("StoreChoice", "Store"))
        self.show_stores(())

    def show_stores(self, stores: Sequence[Store]) -> None:
        """Offer these; the one chosen stays where it is still among them, and tells of another only where it is not."""
        chosen = self.code()
        with QSignalBlocker(self):
            self.clear()
            for each in stores:
                self.add(str(each.place_id), each.name)
            self.choose(chosen)
            if self.currentIndex() < 0 and stores:
                self.setCurrentIndex(0)
        self.setVisible(len(stores) > 1)
        if chosen and self.code() != chosen:
            self.currentIndexChanged.emit(self.currentIndex())

    def place_id(self) -> int:
        """The store chosen; until they are read, the one that goods come to."""
        return int(self.code() or Place.WAREHOUSE)
