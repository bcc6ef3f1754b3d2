"""The chosen material beside the board: its prices over time, and the conditions that may still get a price."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from daurulang.materials.model import PriceSide
from daurulang.materials.queries import PriceChange
from daurulang.quantities import Condition, Unit, format_whole
from ui import keys, theme
from ui.materials.chart import StepLine
from ui.materials.presenter import PriceRow, Prices
from ui.materials.words import condition_words, dlh_words
from ui.widgets.button import QuietButton, SecondaryButton
from ui.widgets.card import Card, ElidedText, SectionTitle, Text
from ui.widgets.rows import Column
from ui.widgets.table import TableView

translate = QCoreApplication.translate


class MaterialCard(QWidget):
    """Empty while no line is chosen."""

    condition_chosen = Signal(object)
    """The `Condition` that is to get a price."""

    change_wanted = Signal()
    """The button beside the name."""

    def __init__(self, prices: Prices, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._prices = prices
        self._name = ElidedText("", "lead")
        self._about, self._aliases = Text("", "muted"), Text("", "small")
        self._about.setWordWrap(True)
        self._aliases.setWordWrap(True)
        self._change = QuietButton(self.tr("Change"), keys.EDIT)
        self._change.clicked.connect(self.change_wanted)
        self._more = SectionTitle(self.tr("Add a price for (Ins)"))
        self._buttons = {each: SecondaryButton(condition_words(each)) for each in Condition}
        for condition, button in self._buttons.items():
            button.clicked.connect(lambda _checked=False, each=condition: self.condition_chosen.emit(each))
        self._title = SectionTitle("")
        self.chart = StepLine(self.tr("Price history"))
        self.history: TableView[PriceChange] = TableView(
            _history_columns(), empty=self.tr("No price yet. Type it into the table."), name=self.tr("Price history")
        )
        self.history.LEAST_OPEN = 90
        self.history.filter.hide()
        self.history.setFocusProxy(self.history.grid)
        self._lay_out()

    def show_row(self, row: PriceRow | None, side: PriceSide, until: date) -> None:
        """Show the material of a line, and the history of its buy or sell price."""
        for card in (self._who, self._what):
            card.setVisible(row is not None)
        if row is None:
            return
        material = row.material
        self._name.setText(material.name)
        about = [material.code, material.unit.value, dlh_words(material.dlh_category)]
        self._about.setText("  ·  ".join(about))
        also = list(material.aliases)
        if material.unit is not Unit.KILOGRAM and material.grams_per_unit:
            also.insert(0, self.tr("{grams} grams each").format(grams=format_whole(material.grams_per_unit)))
        self._aliases.setText(", ".join(also))
        self._aliases.setVisible(bool(also))
        known = self._prices.conditions(material.id)
        for condition, button in self._buttons.items():
            button.setVisible(condition not in known)
        self._more.setVisible(len(known) < len(Condition))
        words = self.tr("Buy price, {condition}") if side is PriceSide.BUY else self.tr("Sell price, {condition}")
        self._title.setText(words.format(condition=condition_words(row.condition)))
        changes = self._prices.history(row, side)
        self.chart.show_steps(_steps(changes), until)
        self.history.show_rows(changes)

    def go_to_conditions(self) -> None:
        """Put the focus on the first condition that has no price yet."""
        for button in self._buttons.values():
            if button.isVisible():
                button.setFocus()
                return

    def _lay_out(self) -> None:
        space = theme.current().space
        self._who, self._what = Card(), Card()
        about = QHBoxLayout()
        about.addWidget(self._about, 1)
        about.addWidget(self._change, 0, Qt.AlignmentFlag.AlignTop)
        self._who.body.addWidget(self._name)
        self._who.body.addLayout(about)
        self._who.body.addWidget(self._aliases)
        self._who.body.addWidget(self._more)
        buttons = QHBoxLayout()
        buttons.setSpacing(space(6))
        for button in self._buttons.values():
            buttons.addWidget(button)
        buttons.addStretch(1)
        self._who.body.addLayout(buttons)
        self._what.body.setContentsMargins(space(9), space(12), space(9), space(9))
        title = QHBoxLayout()
        title.setContentsMargins(space(9), 0, space(9), 0)
        title.addWidget(self._title)
        self._what.body.addLayout(title)
        self._what.body.addWidget(self.chart)
        self._what.body.addWidget(self.history, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(space(12))
        layout.addWidget(self._who)
        layout.addWidget(self._what, 1)
        layout.addStretch(0)


def _steps(changes: tuple[PriceChange, ...]) -> list[tuple[date, int | None]]:
    """Oldest first; of several changes from one day the last one holds."""
    last: dict[date, int | None] = {}
    for change in reversed(changes):
        last[change.valid_from] = change.rupiah
    return list(last.items())


def _history_columns() -> list[Column[PriceChange]]:
    def price(change: PriceChange) -> str:
        return translate("Materials", "withdrawn") if change.rupiah is None else format_whole(change.rupiah)

    def why(change: PriceChange) -> str:
        return "  ·  ".join(part for part in (change.reason, change.staff) if part)

    return [
        Column(translate("Materials", "From"), lambda change: f"{change.valid_from:%d/%m/%y}", width=88),
        Column(translate("Materials", "Rupiah"), price, right=True, strong=True, width=84),
        Column(translate("Materials", "Reason"), why, muted=True),
    ]
