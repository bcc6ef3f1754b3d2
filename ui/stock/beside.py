"""Beside the list of the stock: the goods under the cursor, and what can be done."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from daurulang.periods import short_day
from daurulang.quantities import format_kilograms, format_quantity, format_rupiah
from daurulang.reports.stock import StockRow
from ui import keys, theme
from ui.widgets.button import SecondaryButton
from ui.widgets.card import Card, ElidedText, Facts, Figure, Rule, SectionTitle
from ui.words import condition_word


class BesideStock(Card):
    """Every act has its key; the buttons are for the mouse."""

    wanted = Signal(str)
    """The key of an act."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._name, self._detail = ElidedText("", "lead"), ElidedText("", "muted")
        self._figure = Figure(self.tr("There now"))
        self._facts = Facts()
        self._goods = (self._name, self._detail, self._figure, self._facts)
        for part in self._goods:
            self.body.addWidget(part)
        self.body.addSpacing(theme.current().space(4))
        self.body.addWidget(Rule())
        self.body.addWidget(SectionTitle(self.tr("WHAT IS DONE HERE")))
        for words, key, icon in (
            (self.tr("A load comes in"), keys.LOAD, "truck"),
            (self.tr("Process goods"), keys.BATCH, "recycle"),
            (self.tr("Residue to the landfill"), keys.DISPOSAL, "trash-2"),
            (self.tr("List of these acts"), keys.PLANT, "list-checks"),
            (self.tr("Count the store"), keys.COUNT, "warehouse"),
        ):
            button = SecondaryButton(words, key, icon)
            button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            button.clicked.connect(lambda _checked=False, key=key: self.wanted.emit(key))
            self.body.addWidget(button)
        self.body.addStretch(1)
        self.show_row(None, date.min)

    def show_row(self, row: StockRow | None, today: date) -> None:
        """The goods under the cursor, or none."""
        for part in self._goods:
            part.setVisible(row is not None)
        if row is None:
            return
        good = row.material
        self._name.setText(good.name)
        self._detail.setText(f"{good.code}  ·  {condition_word(row.condition)}  ·  {row.store.name}")
        self._figure.show_value(format_quantity(row.quantity, good.unit).replace("-", "\u2212"))
        facts = [] if row.quantity == row.there.grams else [(self.tr("Weight"), format_kilograms(row.there.grams))]
        facts.append((self.tr("Had cost"), format_rupiah(row.there.rupiah)))
        if row.quantity > 0:
            average = row.there.rupiah * good.unit.base_per_unit // row.quantity
            facts.append((self.tr("On average"), f"{format_rupiah(average)}/{good.unit}"))
        price, worth, age = row.price_rupiah, row.worth_rupiah, row.age_days(today)
        if price is None or worth is None:
            facts.append((self.tr("Would sell for"), self.tr("no sell price")))
        else:
            facts.append((self.tr("Sell price"), f"{format_rupiah(price)}/{good.unit}"))
            facts.append((self.tr("Would sell for"), format_rupiah(worth)))
        if row.since is not None and age is not None:
            words = self.tr("{day}  ·  {days} days").format(day=short_day(row.since), days=age)
            facts.append((self.tr("The oldest came"), words))
        self._facts.show_facts(facts)
