import time
from collections.abc import Sequence
from dataclasses import dataclass

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from ui.widgets.rows import PAGE_ROWS, Column, ListSource, Order, TableModel
from ui.widgets.table import TableView

KEY = Qt.Key
CTRL = Qt.KeyboardModifier.ControlModifier


@dataclass(frozen=True)
class Row:
    number: int
    name: str
    rupiah: int


COLUMNS = [
    Column[Row]("Nomor", lambda row: f"L1-{row.number:06d}", key="number", width=120),
    Column[Row]("Nama", lambda row: row.name, key="name"),
    Column[Row]("Nilai", lambda row: str(row.rupiah), key="rupiah", sort=lambda row: row.rupiah, right=True, width=90),
]
ROWS = [Row(1, "Siti Romlah", 500), Row(2, "Nur Hayati", 12000), Row(3, "Nurul Huda", 90)]


@pytest.fixture
def table(qtbot: QtBot) -> TableView[Row]:
    table = TableView(COLUMNS, empty="Nothing yet. Press F2.", name="Deposits")
    qtbot.addWidget(table)
    table.resize(700, 400)
    with qtbot.waitExposed(table):
        table.show()
    table.show_rows(ROWS)
    return table


def names(table: TableView[Row]) -> list[str]:
    return [row.name for row in table.model.rows()]


def test_typing_filters_by_words_in_any_cell(qtbot: QtBot, table: TableView[Row]) -> None:
    QTest.keyClicks(table.filter, "nur 000003")
    assert names(table) == ["Nurul Huda"]
    QTest.keyClick(table.filter, KEY.Key_Escape)
    assert len(names(table)) == 3


def test_enter_in_the_filter_opens_the_first_match(qtbot: QtBot, table: TableView[Row]) -> None:
    QTest.keyClicks(table.filter, "hayati")
    with qtbot.waitSignal(table.opened, timeout=1000) as told:
        QTest.keyClick(table.filter, KEY.Key_Return)
    assert told.args == [ROWS[1]]


def test_down_walks_into_the_rows_and_enter_opens(qtbot: QtBot, table: TableView[Row]) -> None:
    table.filter.setFocus()
    QTest.keyClick(table.filter, KEY.Key_Down)
    assert table.grid.hasFocus()
    with qtbot.waitSignal(table.opened, timeout=1000) as told:
        QTest.keyClick(table.grid, KEY.Key_Return)
    assert told.args == [ROWS[1]]


def test_typing_on_the_rows_goes_to_the_filter(qtbot: QtBot, table: TableView[Row]) -> None:
    table.grid.setFocus()
    QTest.keyClicks(table.grid, "s")
    assert table.filter.hasFocus()
    assert names(table) == ["Siti Romlah"]


def test_a_header_sorts_and_sorts_back(qtbot: QtBot, table: TableView[Row]) -> None:
    header = table.grid.horizontalHeader()
    header.sectionClicked.emit(2)
    assert [row.rupiah for row in table.model.rows()] == [90, 500, 12000]
    header.sectionClicked.emit(2)
    assert [row.rupiah for row in table.model.rows()] == [12000, 500, 90]
    assert table.model.headerData(2, Qt.Orientation.Horizontal) == "Nilai ↓"


def test_ctrl_c_copies_the_rows_as_a_table(qtbot: QtBot, table: TableView[Row]) -> None:
    table.grid.setFocus()
    table.grid.selectAll()
    with qtbot.waitSignal(table.copied, timeout=1000) as told:
        QTest.keyClick(table.grid, KEY.Key_C, CTRL)
    assert told.args == [3]
    lines = QGuiApplication.clipboard().text().split("\n")
    assert lines[0] == "Nomor\tNama\tNilai"
    assert lines[2] == "L1-000002\tNur Hayati\t12000"


def test_an_empty_list_says_what_to_do_first(table: TableView[Row]) -> None:
    table.show_rows([])
    assert table._empty.isVisible()
    assert table._empty.text() == "Nothing yet. Press F2."
    table.filter.setText("zzz")
    assert "zzz" in table._empty.text()


class Million:
    """A million rows that are made when they are asked for."""

    def __init__(self) -> None:
        self.asked: list[tuple[int, Order | None]] = []

    def count(self) -> int:
        return 1_000_000

    def page(self, offset: int, limit: int, order: Order | None) -> Sequence[Row]:
        self.asked.append((offset, order))
        return [Row(number, f"Anggota {number}", number) for number in range(offset, offset + limit)]


def test_a_million_rows_are_read_by_the_page(qtbot: QtBot, table: TableView[Row]) -> None:
    source = Million()
    before = time.perf_counter()
    table.show_source(lambda _text: source)
    table.grid.scrollToBottom()
    table.grid.viewport().grab()
    assert time.perf_counter() - before < 1
    assert table.model.rowCount() == 1_000_000
    assert len(source.asked) < 6
    assert table.model.row_at(999_999) == Row(999_999, "Anggota 999999", 999_999)


def test_a_source_is_asked_in_the_order_of_the_header(table: TableView[Row]) -> None:
    source = Million()
    table.show_source(lambda _text: source)
    table.grid.horizontalHeader().sectionClicked.emit(1)
    table.model.row_at(0)
    assert source.asked[-1] == (0, Order("name"))


def test_a_page_is_read_once(table: TableView[Row]) -> None:
    source = Million()
    model = TableModel(COLUMNS)
    model.show_source(source)
    for number in range(PAGE_ROWS):
        model.row_at(number)
    assert len(source.asked) == 1


def test_many_rows_are_copied_without_holding_the_window(qtbot: QtBot, table: TableView[Row]) -> None:
    table.show_source(lambda _text: ListSource([Row(n, "x", n) for n in range(1000)], COLUMNS))
    table.grid.selectAll()
    with qtbot.waitSignal(table.copied, timeout=2000) as told:
        table.copy()
    assert told.args == [1000]


def test_the_columns_fill_the_width(table: TableView[Row]) -> None:
    header = table.grid.horizontalHeader()
    assert header.length() == table.grid.viewport().width()
    table.resize(900, 400)
    QGuiApplication.processEvents()
    assert header.length() == table.grid.viewport().width()


def test_the_cursor_stays_when_the_rows_are_read_again(table: TableView[Row]) -> None:
    table.grid.setCurrentIndex(table.model.index(2, 0))
    table.reload()
    assert table.current_row() == ROWS[2]


def test_the_cursor_walks_on_when_its_column_has_given_way(qtbot: QtBot) -> None:
    spare = Column[Row]("Jam", lambda _row: "09.05", width=80, spare=1)
    table = TableView([spare, *COLUMNS], empty="", name="Deposits")
    qtbot.addWidget(table)
    table.resize(700, 400)
    with qtbot.waitExposed(table):
        table.show()
    table.show_rows(ROWS)
    QTest.keyClick(table.grid, KEY.Key_Down)
    table.resize(400, 400)
    assert table.grid.isColumnHidden(0)
    for expected in (ROWS[2], ROWS[2]):
        QTest.keyClick(table.grid, KEY.Key_Down)
        assert table.current_row() == expected
    table.show_rows(ROWS[:2])
    QTest.keyClick(table.grid, KEY.Key_Up)
    assert table.current_row() == ROWS[0]
