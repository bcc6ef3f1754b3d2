"""Which column holds what: as found, changeable, with the first rows under it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from daurulang.errors import ColumnsMissing
from daurulang.exchange.columns import FIELDS, HEADER_WITHIN, NEEDED, ListKind, Matching, match_columns
from daurulang.exchange.workbook import Sheet
from ui import theme
from ui.exchange.words import exchange_words
from ui.widgets.button import PrimaryButton
from ui.widgets.card import Card, SectionTitle, Text
from ui.widgets.field import DropDown, Field
from ui.widgets.form import FormWalker
from ui.widgets.rows import Column
from ui.widgets.table import TableView

FIRST_ROWS = 6
ABREAST = 5
LONGEST_TITLE = 17  # more would be cut at the width of a fifth of the card
FEW = 5  # columns that share the width as they like
FIGURES = {"quantity", "price", "unit_cost", "total", "buy_price", "sell_price", "balance", "debit", "credit"}
WIDTHS = {"name": 0, "member": 0, "material": 0, "address": 0, "unit": 70, "day": 110, "reference": 170}


class ColumnsPanel(QWidget):
    """Enter walks over the columns; after the last (or with F10) the rows are looked at."""

    confirmed = Signal(object)
    """The `Matching` as it stands."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = exchange_words()
        self._sheet: Sheet | None = None
        self._kind = ListKind.MEMBERS
        self._matching = Matching(0, {}, ())
        self.choices: dict[str, DropDown] = {}
        self._fields: dict[str, Field] = {}
        self.header_row = DropDown()
        self._about = Text("", "strong")
        self._grid_home = QVBoxLayout()
        self._rows_home = QVBoxLayout()
        go = PrimaryButton(self.tr("Look at every row"), "F10")
        go.clicked.connect(self.confirm)
        top = Card()
        top.body.addWidget(self._about)
        top.body.addLayout(self._grid_home)
        top.body.addWidget(go, 0, Qt.AlignmentFlag.AlignLeft)
        below = Card()
        below.body.addWidget(SectionTitle(self.tr("The first rows, as they are read")))
        below.body.addLayout(self._rows_home, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme.current().space(12))
        layout.addWidget(top)
        layout.addWidget(below, 1)

    def show_list(self, kind: ListKind, sheet: Sheet, matching: Matching) -> None:
        """Show what was found in a sheet."""
        self._kind, self._sheet, self._matching = kind, sheet, matching
        words = self.tr("{file}, sheet “{sheet}”: {count} columns were recognised. Change what is not right.")
        self._about.setText(words.format(file=sheet.file_name, sheet=sheet.name, count=len(matching.columns)))
        self._show_choices()
        self._show_rows()

    def start(self) -> None:
        """Focus the first column."""
        self.choices[next(iter(self.choices))].setFocus()

    def matching(self) -> Matching:
        """What is chosen now."""
        columns = {name: int(choice.code()) for name, choice in self.choices.items() if choice.code()}
        return replace(self._matching, columns=columns)

    def confirm(self) -> None:
        """Go on with what is chosen."""
        self.confirmed.emit(self.matching())

    def refuse(self, error: ColumnsMissing) -> None:
        """Ask for what is missing, under the column it concerns."""
        self._fields[error.fields[0]].show_problem(self.tr("Choose the column that holds this."))

    def _match_again(self) -> None:
        if self._sheet is not None:
            row = int(self.header_row.code())
            self.show_list(self._kind, self._sheet, match_columns(self._sheet, self._kind, row))
            self.header_row.setFocus()

    def _show_choices(self) -> None:
        """A drop-down for every field; classes with a price of their own come last."""
        while (item := self._grid_home.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        page = QWidget()
        grid = QGridLayout(page)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(theme.current().space(12))
        grid.setVerticalSpacing(0)
        names = [*FIELDS[self._kind], *self._matching.class_prices]
        self.choices = {name: self._choice(name) for name in names}
        self._fields = {}
        needed = _needed(self._kind, self._matching)
        for number, name in enumerate(names):
            words = self._words.field(name) + (" *" if name in needed else "")
            self._fields[name] = Field(words, self.choices[name])
            grid.addWidget(self._fields[name], number // ABREAST, number % ABREAST)
        self.header_row = self._row_choice()
        titles = Field(self.tr("Titles stand on row"), self.header_row)
        grid.addWidget(titles, len(names) // ABREAST, len(names) % ABREAST)
        FormWalker([*self.choices.values(), self.header_row], page).finished.connect(self.confirm)
        self._grid_home.addWidget(page)

    def _row_choice(self) -> DropDown:
        """The rows that may be the header, each with how it begins."""
        choice = _narrow()
        for number, row in enumerate(self._sheet.rows[:HEADER_WITHIN] if self._sheet is not None else (), 1):
            begins = next((text for text in row if text), "")
            choice.add(str(number), f"{number} · {_shortened(begins)}" if begins else str(number))
        choice.choose(str(self._matching.header_row))
        choice.activated.connect(self._match_again)
        return choice

    def _choice(self, name: str) -> DropDown:
        choice = _narrow()
        choice.add("", "–")
        for column, title in enumerate(self._matching.titles):
            choice.add(str(column), f"{letters(column)} · {_shortened(title)}" if title else letters(column))
            choice.setItemData(column + 1, title, Qt.ItemDataRole.ToolTipRole)
        found = self._matching.columns.get(name)
        choice.choose("" if found is None else str(found))
        choice.currentIndexChanged.connect(self._show_rows)
        return choice

    def _show_rows(self) -> None:
        """Only what is matched, under the names of this program."""
        if self._sheet is None:
            return
        matching = self.matching()
        columns: list[Column[Sequence[str]]] = [
            Column(
                self._words.field(name),
                lambda row, name=name: matching.cell(row, name),  # type: ignore[misc]  # typed by use
                right=name in FIGURES,
                width=WIDTHS.get(name, 100) if len(matching.columns) > FEW else 0,
            )
            for name in matching.columns
        ]
        first = self._sheet.rows[matching.header_row :]
        rows = [row for row in first[: FIRST_ROWS * 3] if any(row)][:FIRST_ROWS]
        table: TableView[Sequence[str]] = TableView(
            columns, empty=self.tr("No column is chosen."), name=self.tr("First rows")
        )
        table.filter.hide()
        table.grid.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        table.show_rows(rows)
        while (item := self._rows_home.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        self._rows_home.addWidget(table, 1)


def _narrow() -> DropDown:
    """A drop-down that does not grow with its longest choice."""
    choice = DropDown()
    choice.setMinimumWidth(theme.current().px(110))
    choice.setSizeAdjustPolicy(DropDown.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
    return choice


def _needed(kind: ListKind, matching: Matching) -> set[str]:
    """What every row needs: of those that stand for each other the one found, all of them while none is."""
    groups = NEEDED[kind]
    return {field for group in groups for field in [each for each in group if each in matching.columns] or group}


def _shortened(title: str) -> str:
    return title if len(title) <= LONGEST_TITLE else f"{title[: LONGEST_TITLE - 1].rstrip()}…"


def letters(column: int) -> str:
    """The name of a column as a spreadsheet shows it: 0 is A, 26 is AA."""
    name = ""
    column += 1
    while column:
        column, rest = divmod(column - 1, 26)
        name = chr(65 + rest) + name
    return name
