"""The cash books on the screen: which one, its lines with what was left after each, its sums."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from PySide6.QtWidgets import QHBoxLayout, QWidget

from daurulang.periods import short_day
from daurulang.quantities import format_rupiah, format_whole
from daurulang.reports.cash_book import CashBook
from ui import theme
from ui.reports.finance_words import book_words, line_words
from ui.widgets.card import Card, Facts, KeyHint, Text
from ui.widgets.field import DropDown
from ui.widgets.rows import Column
from ui.widgets.table import TableView

NEXT_BOOK = "Alt+7"


@dataclass(frozen=True, slots=True)
class BookRow:
    """A line as it stands in the table; what was there before the first day is one, too."""

    place: int
    day: date
    number: str
    words: str
    in_rupiah: int
    out_rupiah: int
    balance_rupiah: int


class CashBookView(QWidget):
    """One book at a time."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._books: Sequence[CashBook] = ()
        self.which = DropDown()
        self.which.setAccessibleName(self.tr("Cash book"))
        self.table: TableView[BookRow] = TableView(self._columns(), empty="", name=self.tr("Cash book"))
        self.sums = Facts()
        self._lay_out()
        self.which.currentIndexChanged.connect(lambda _row: self._show())

    def show_books(self, books: Sequence[CashBook]) -> None:
        """Other books; the one that is shown stays where it is still there."""
        chosen = self.which.code()
        self._books = books
        self.which.blockSignals(True)
        self.which.clear()
        for book in books:
            self.which.add(str(book.account_id), book_words(book))
        self.which.choose(chosen)
        if self.which.currentIndex() < 0:
            self.which.setCurrentIndex(0)
        self.which.blockSignals(False)
        self._show()

    def turn(self) -> None:
        """The next book, after the last one the first."""
        if self._books:
            self.which.setCurrentIndex((self.which.currentIndex() + 1) % len(self._books))

    def book(self) -> CashBook | None:
        """The one that is shown."""
        return next((each for each in self._books if str(each.account_id) == self.which.code()), None)

    def _show(self) -> None:
        book = self.book()
        if book is None:
            return
        opening = BookRow(0, book.period.first, "", self.tr("Balance before"), 0, 0, book.opening_rupiah)
        rows = [
            BookRow(
                *(place, each.day, each.number, line_words(each)), each.in_rupiah, each.out_rupiah, each.balance_rupiah
            )
            for place, each in enumerate(book.lines, 1)
        ]
        self.table.show_rows([opening, *rows])
        self.sums.show_facts(
            [
                (self.tr("In"), format_rupiah(book.in_rupiah)),
                (self.tr("Out"), format_rupiah(book.out_rupiah)),
                (self.tr("Balance after"), format_rupiah(book.closing_rupiah)),
            ]
        )

    def _columns(self) -> list[Column[BookRow]]:
        return [
            Column(self.tr("Day"), lambda row: short_day(row.day), sort=lambda row: row.place, width=106, muted=True),
            Column(self.tr("Number"), lambda row: row.number, width=106, spare=1),
            Column(self.tr("What"), lambda row: row.words),
            Column(self.tr("In Rp"), lambda row: _whole(row.in_rupiah), sort=lambda row: row.in_rupiah, right=True,
                   width=112, kind="rupiah"),
            Column(self.tr("Out Rp"), lambda row: _whole(row.out_rupiah), sort=lambda row: row.out_rupiah, right=True,
                   width=112, kind="rupiah"),
            Column(self.tr("Balance Rp"), lambda row: _signed(row.balance_rupiah), sort=lambda row: row.balance_rupiah,
                   right=True, strong=True, width=120, kind="rupiah"),
        ]  # fmt: skip

    def _lay_out(self) -> None:
        space = theme.current().space
        chooser = QHBoxLayout()
        chooser.setSpacing(space(10))
        chooser.addWidget(Text(self.tr("Book"), "label"))
        chooser.addWidget(self.which, 1)
        chooser.addWidget(KeyHint(NEXT_BOOK, self.tr("next")))
        chooser.addStretch(2)
        sheet = Card()
        sheet.setMinimumWidth(theme.current().px(520))
        sheet.setMinimumHeight(theme.current().px(420))
        sheet.body.addLayout(chooser)
        sheet.body.addWidget(self.table, 1)
        sheet.body.addWidget(self.sums)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(sheet)


def _whole(rupiah: int) -> str:
    return format_whole(rupiah) if rupiah else "–"


def _signed(rupiah: int) -> str:
    return f"\u2212{format_whole(-rupiah)}" if rupiah < 0 else format_whole(rupiah)
