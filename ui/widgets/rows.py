"""Where the rows of a table come from: a list in memory, or pages read as they are scrolled to."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any, Generic, Protocol, TypeVar

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

R = TypeVar("R")
R_co = TypeVar("R_co", covariant=True)
_Index = QModelIndex | QPersistentModelIndex

PAGE_ROWS = 200
_PAGES_KEPT = 50


@dataclass(frozen=True, slots=True)
class Order:
    """By which column (its `key`) and in which direction rows are wanted."""

    key: str
    descending: bool = False


@dataclass(frozen=True)
class Column(Generic[R]):
    """One column as data.

    `value` gives the words of a cell. `key` names the column to a page source; empty, the column cannot be sorted
    there. `sort` is the sort key of rows held in memory (the words, if none is given). `width` is in pixels at
    100 % text, 0 shares what is left. Where there is no room, columns are given up by their `spare`, highest first.
    In a workbook a cell is its words, or, with a `kind` ("whole", "rupiah", "thousandths"), the number of `sort`.
    """

    title: str
    value: Callable[[R], str]
    key: str = ""
    sort: Callable[[R], Any] | None = None
    right: bool = False
    strong: bool = False
    muted: bool = False
    width: int = 0
    spare: int = 0
    kind: str = ""

    def cell(self, row: R) -> str | int:
        """What stands in a workbook."""
        return self.sort(row) if self.kind and self.sort is not None else self.value(row)


class PageSource(Protocol[R_co]):
    """Rows that are read in pages; both questions must be quick at any size."""

    def count(self) -> int:
        """How many rows there are."""

    def page(self, offset: int, limit: int, order: Order | None) -> Sequence[R_co]:
        """The rows from `offset` on, at most `limit`, in an order or in the natural one."""


class ListSource(Generic[R]):
    """Rows held in memory, filtered by words in any of their cells."""

    def __init__(self, rows: Sequence[R], columns: Sequence[Column[R]], text: str = "") -> None:
        self._columns = {column.key or str(number): column for number, column in enumerate(columns)}
        words = text.casefold().split()
        self._rows = [row for row in rows if _matches(row, columns, words)] if words else list(rows)
        self._order: Order | None = None
        self._ordered = self._rows

    def count(self) -> int:
        """How many rows match."""
        return len(self._rows)

    def page(self, offset: int, limit: int, order: Order | None) -> Sequence[R]:
        """Rows that match, sorted once per order."""
        if order != self._order:
            self._order = order
            self._ordered = self._rows if order is None else self._sorted(order)
        return self._ordered[offset : offset + limit]

    def _sorted(self, order: Order) -> list[R]:
        column = self._columns[order.key]
        return sorted(self._rows, key=column.sort or _by_words(column), reverse=order.descending)


def _by_words(column: Column[R]) -> Callable[[R], str]:
    return lambda row: column.value(row).casefold()


def _matches(row: R, columns: Sequence[Column[R]], words: list[str]) -> bool:
    text = " ".join(column.value(row) for column in columns).casefold()
    return all(word in text for word in words)


class TableModel(QAbstractTableModel, Generic[R]):
    """Any rows under columns declared as data; keeps the pages used last, so a million rows scroll as ten."""

    def __init__(self, columns: Sequence[Column[R]], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.columns = list(columns)
        self._source: PageSource[R] = ListSource((), self.columns)
        self._count = 0
        self._pages: OrderedDict[int, Sequence[R]] = OrderedDict()
        self.order: Order | None = None

    def show_source(self, source: PageSource[R]) -> None:
        """Show the rows of another source, in the order chosen before."""
        self.beginResetModel()
        self._source = source
        self._count = source.count()
        self._pages.clear()
        self.endResetModel()

    def show_columns(self, columns: Sequence[Column[R]]) -> None:
        """Tell something else of the same rows, in as many columns."""
        self.columns = list(columns)
        self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, len(self.columns) - 1)

    def row_at(self, row: int) -> R | None:
        """The row at a place; None when the source has fewer rows by now."""
        number, rest = divmod(row, PAGE_ROWS)
        page = self._pages.get(number)
        if page is None:
            page = self._source.page(number * PAGE_ROWS, PAGE_ROWS, self.order)
            self._pages[number] = page
            if len(self._pages) > _PAGES_KEPT:
                self._pages.popitem(last=False)
        else:
            self._pages.move_to_end(number)
        return page[rest] if rest < len(page) else None

    def rows(self) -> Iterator[R]:
        """Every row in the order shown, read page by page (for an export of exactly what is shown)."""
        for offset in range(0, self._count, PAGE_ROWS):
            yield from self._source.page(offset, PAGE_ROWS, self.order)

    def pages(self) -> tuple[int, Iterator[Sequence[R]]]:
        """How many rows there are, and their pages as they stand now; to be read in any thread."""
        source, count, order = self._source, self._count, self.order
        return count, (source.page(offset, PAGE_ROWS, order) for offset in range(0, count, PAGE_ROWS))

    def cells(self, row: R) -> list[str]:
        """The words of a row, column by column."""
        return [column.value(row) for column in self.columns]

    def key_of(self, column: int) -> str:
        """The name of a column in an `Order`; empty when it cannot be sorted."""
        key = self.columns[column].key
        return key or (str(column) if isinstance(self._source, ListSource) else "")

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        return 0 if parent.isValid() else self._count

    def columnCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        return 0 if parent.isValid() else len(self.columns)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if role == Qt.ItemDataRole.DisplayRole:
            row = self.row_at(index.row())
            return "" if row is None else self.columns[index.column()].value(row)
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _alignment(self.columns[index.column()])
        return None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if orientation is not Qt.Orientation.Horizontal:
            return None
        column = self.columns[section]
        if role == Qt.ItemDataRole.DisplayRole:
            if self.order is not None and self.order.key == self.key_of(section):
                return f"{column.title} {'↓' if self.order.descending else '↑'}"
            return column.title
        return _alignment(column) if role == Qt.ItemDataRole.TextAlignmentRole else None

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        key = self.key_of(column)
        if not key:
            return
        self.beginResetModel()
        self.order = Order(key, order is Qt.SortOrder.DescendingOrder)
        self._pages.clear()
        self.endResetModel()


def _alignment(column: Column[Any]) -> Qt.AlignmentFlag:
    side = Qt.AlignmentFlag.AlignRight if column.right else Qt.AlignmentFlag.AlignLeft
    return side | Qt.AlignmentFlag.AlignVCenter
