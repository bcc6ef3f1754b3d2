"""Ctrl+H: the centre at a glance. Up and Down go from picture to picture, Enter shows the table behind one."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut

from daurulang.periods import month_of
from daurulang.quantities import format_rupiah, format_whole
from daurulang.reports.dashboard import Dashboard, PriceStep, dashboard, price_steps
from ui import keys, tasks, theme
from ui.dashboard.blocks import (
    Prices,
    Told,
    depositor_block,
    material_block,
    month_block,
    price_block,
    village_block,
    waiting_block,
)
from ui.keys import KeyLine
from ui.reports.block_walk import BlockWalk
from ui.reports.value_words import day_words, weight_words
from ui.screen import Act, Screen
from ui.session import Session
from ui.widgets.card import Card, Figure, ScreenHeader
from ui.widgets.field import DropDown
from ui.widgets.tiles import Tiles

LANE = "report"
NAMES = "Ctrl+Shift+N"


class DashboardScreen(Screen):
    """Today's figures at the top, six pictures below. Nobody's name is shown unless it is asked for."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self._reading: tasks.Job | None = None
        self.found: Dashboard | None = None
        self._with_names = False
        self.header = ScreenHeader(self.tr("At a glance"))
        self.material = DropDown()
        self.material.setMinimumWidth(theme.current().px(220))
        self.material.setAccessibleName(self.tr("Material of the price history"))
        self.material.currentIndexChanged.connect(lambda _index: self._read_prices())
        self.figures = [Figure(name, role="lead") for name in self._figure_names()]
        self.month, self.materials, self.villages = month_block(), material_block(), village_block()
        self.waiting = waiting_block(session.today)
        self.depositors, self.prices = depositor_block(), price_block()
        self._tiles = Tiles((2, 1))
        blocks = (self.month, self.materials, self.villages, self.waiting, self.depositors, self.prices)
        self.walk = BlockWalk(
            self, [(self._tiles, blocks)], lambda code: (f"beranda-{code}", month_of(self._session.today()))
        )
        self._lay_out()
        shortcut = QShortcut(QKeySequence(NAMES), self)
        shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        shortcut.activated.connect(self.show_names)

    # --- what the window asks ------------------------------------------------------------------------------

    def enter(self) -> None:
        """What is now; names that were shown are gone again."""
        self._with_names = False
        db = self._session.db
        if self._reading is not None:
            self._reading.cancel()
        self._reading = tasks.aside(self, lambda: dashboard(db), self._show, lane=LANE)
        self.walk.focus_first()

    def step_back(self) -> bool:
        """Tables go back to pictures, then out."""
        return self.walk.turn_to_pictures()

    def acts(self) -> Sequence[Act]:
        return (Act(self.tr("Names of the top depositors"), self.show_names, key=NAMES),)

    def hints(self) -> Sequence[KeyLine]:
        return (
            KeyLine("↑ ↓", self.tr("picture")),
            KeyLine("Enter", self.tr("table")),
            KeyLine("Ctrl+C", self.tr("copy")),
            KeyLine(keys.PICTURE, self.tr("save")),
            KeyLine(keys.BACK, self.tr("back")),
        )

    def keys(self) -> Sequence[KeyLine]:
        return (*super().keys(), KeyLine(NAMES, self.tr("Show or hide the names of the top depositors")))

    # --- showing -------------------------------------------------------------------------------------------

    def show_names(self) -> None:
        """Show the names of the top depositors, or hide them again."""
        self._with_names = not self._with_names
        if self.found is not None:
            self.depositors.show_value(Told(self.found.depositors, self._with_names), self._note())

    def _show(self, found: Dashboard) -> None:
        self.found = found
        today = found.today
        told = (
            *(format_whole(today.deposits), weight_words(today.grams), format_rupiah(today.rupiah)),
            *(format_rupiah(today.payouts_rupiah), format_rupiah(today.sales_rupiah), format_rupiah(found.cash_rupiah)),
        )
        for figure, text in zip(self.figures, told, strict=True):
            figure.show_value(text)
        self.header.show_note(day_words(found.day, "dddd, d MMMM yyyy"))
        for block in (self.month, self.materials, self.villages, self.waiting):
            block.show_value(found, self._note())
        self.depositors.show_value(Told(found.depositors, self._with_names), self._note())
        self._offer_materials(found)

    def _offer_materials(self, found: Dashboard) -> None:
        chosen = self.material.code()
        self.material.blockSignals(True)
        self.material.clear()
        for each in sorted(found.by_material, key=lambda each: each.name):
            self.material.add(each.key, each.name)
        self.material.choose(chosen or (found.by_material[0].key if found.by_material else ""))
        self.material.blockSignals(False)
        self.material.setVisible(bool(found.by_material))
        self._read_prices()

    def _read_prices(self) -> None:
        code, db = self.material.code(), self._session.db
        if not code:
            self._show_prices(())
            return
        tasks.aside(self, lambda: price_steps(db, int(code)), self._show_prices, lane=LANE)

    def _show_prices(self, steps: tuple[PriceStep, ...]) -> None:
        self.prices.show_value(Prices(self.material.currentText(), steps), self._note())

    def _note(self) -> str:
        return f"{self._session.centre.name}  ·  {day_words(self._session.today(), 'd MMMM yyyy')}"

    # --- inside --------------------------------------------------------------------------------------------

    def _figure_names(self) -> list[str]:
        return [
            self.tr("Deposits today"),
            self.tr("Weight today"),
            self.tr("Value today"),
            self.tr("Payouts today"),
            self.tr("Sales today"),
            self.tr("Cash in the boxes"),
        ]

    def _lay_out(self) -> None:
        today = Tiles((6, 3, 2))
        for figure in self.figures:
            card = Card()
            card.body.addWidget(figure)
            today.add(card)
        self.header.add(self.material)
        self.body.addWidget(self.header)
        self.body.addWidget(today)
        self.body.addWidget(self._tiles)
        self.body.addStretch(1)
