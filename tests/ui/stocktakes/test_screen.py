"""The store at Ctrl+O, worked by keys alone."""

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication

from daurulang.ledger.model import Place
from daurulang.quantities import Condition
from daurulang.stock.service import add_store
from daurulang.stocktakes.queries import Stocktake, goods_to_count, stocktakes
from daurulang.stocktakes.service import CountDraft, CountedLine, record
from tests.book import new_key
from tests.ui.desk import Desk
from ui.stocktakes.card import OPENING
from ui.stocktakes.table import COUNT, DIFFERENCE, NAME, REASON, STOCK

KEY = Qt.Key
CTRL = Qt.KeyboardModifier.ControlModifier


def open_stock(desk: Desk) -> None:
    desk.press(KEY.Key_O, CTRL)
    desk.settle()


def cells(desk: Desk, column: int) -> list[str]:
    """A column from the first row on, in the order of the sheet: PET by kilogram, bottles by piece, oil by litre."""
    model = desk.counting.table.model
    return [model.cells(row)[column] for row in model.rows()]


def quantities(desk: Desk) -> dict[str, int]:
    return {row.material.code: row.quantity for row in goods_to_count(desk.book.db, Place.WAREHOUSE)}


def counts(desk: Desk) -> tuple[Stocktake, ...]:
    return stocktakes(desk.book.db, Place.WAREHOUSE)


def about(desk: Desk, words: str) -> None:
    """The reason of the whole count, where Enter comes to after the last material."""
    assert desk.counting.card.editor.hasFocus()
    desk.type(words)


@pytest.fixture
def counted(desk: Desk) -> Desk:
    """A store that was counted before, with 10 kg of PET."""
    desk.book.deposit(grams=10_000)
    lines = (CountedLine(desk.book.pet_id, 10_000, 10_000),)
    record(desk.book.db, desk.book.desk, CountDraft(new_key(), lines, "opname bulan lalu"))
    return desk


def test_the_stock_of_now_is_shown(desk: Desk) -> None:
    desk.book.deposit(grams=10_000)
    open_stock(desk)
    assert cells(desk, STOCK) == ["10,00 kg", "0 pcs", "0,00 liter"]
    assert cells(desk, COUNT) == ["", "", ""]
    assert not desk.counting.unsaved()
    assert not desk.counting.card.post.isEnabled()


def test_enter_walks_over_counts_and_reasons_and_f10_posts(counted: Desk) -> None:
    desk = counted
    open_stock(desk)
    assert not desk.counting.card.kind.isVisible()
    desk.type("\n")  # out of the filter, into the first count
    desk.type("9,4")
    assert cells(desk, DIFFERENCE) == ["−0,60", "", ""]  # while it is typed
    desk.type("\n")
    assert desk.counting.table.reason_editor.hasFocus()
    desk.type("susut kering\n")
    desk.type("\n")  # bottles are not counted
    desk.type("12\nbelum dicatat\n")
    about(desk, "opname akhir bulan")
    desk.press(KEY.Key_F10)
    desk.settle()
    assert quantities(desk) == {"PL1": 9_400, "KC1": 0, "MN1": 12_000}
    done = counts(desk)[0]
    assert (done.number, done.counted, done.differing, done.reason) == ("L1-000003", 2, 2, "opname akhir bulan")
    assert "L1-000003 posted: 2 materials counted, 2 differed." in desk.notice()
    assert cells(desk, COUNT) == ["", "", ""]
    assert cells(desk, STOCK) == ["9,40 kg", "0 pcs", "12,00 liter"]
    assert not desk.counting.unsaved()


def test_enter_on_the_button_posts_too(counted: Desk) -> None:
    open_stock(counted)
    counted.type("kc1\n0\n")
    about(counted, "opname akhir bulan\n")
    assert counted.counting.card.post.hasFocus()
    counted.type("\n")
    counted.settle()
    assert (counts(counted)[0].counted, counts(counted)[0].differing) == (1, 0)


def test_a_difference_is_not_left_without_its_reason(counted: Desk) -> None:
    open_stock(counted)
    counted.type("\n12\n\n")
    table = counted.counting.table
    assert table.reason_editor.hasFocus()
    assert "PET botol bening" in counted.counting.problem.text()
    assert cells(counted, REASON) == ["why?", "", ""]
    counted.press(KEY.Key_Escape)
    counted.press(KEY.Key_F10)
    assert table.reason_editor.hasFocus()
    assert len(counts(counted)) == 1
    counted.type("ketemu di rak\n")
    assert counted.counting.problem.text() == ""
    assert table.count_editor.hasFocus()


def test_the_count_as_a_whole_needs_a_reason(counted: Desk) -> None:
    open_stock(counted)
    counted.type("pl1\n10\n")
    about(counted, "opname")
    counted.press(KEY.Key_F10)
    assert "at least 10" in counted.counting.card.reason.message()
    assert len(counts(counted)) == 1
    counted.type("opname akhir bulan")
    counted.press(KEY.Key_F10)
    counted.settle()
    assert len(counts(counted)) == 2


def test_the_first_count_may_be_the_opening(desk: Desk) -> None:
    open_stock(desk)
    desk.type("\n\n30\n")
    assert desk.counting.table.reason_editor.hasFocus()
    desk.press(KEY.Key_Escape)
    card = desk.counting.card
    assert card.kind.isVisible()
    card.kind.setFocus()
    desk.press(KEY.Key_Right)
    assert card.text() == "Opening stock at the start of this book"
    desk.press(KEY.Key_F10)
    desk.settle()
    assert counts(desk)[0].is_opening
    assert quantities(desk)["KC1"] == 30
    assert not card.kind.isVisible()
    assert not desk.counting.counting.is_opening


def test_an_opening_asks_what_the_goods_had_cost(desk: Desk) -> None:
    open_stock(desk)
    desk.counting.card.kind.choose(OPENING)
    titles = [desk.counting.table.model.headerData(REASON, Qt.Orientation.Horizontal)]
    desk.type("\n12,5\n")
    assert desk.counting.table.cost_editor.hasFocus()
    desk.type("x\n")
    assert desk.counting.table.cost_editor.hasFocus()
    desk.counting.table.cost_editor.clear()
    desk.type("2900\n40\n\n")
    assert cells(desk, REASON) == ["2.900", "", ""]
    desk.press(KEY.Key_F10)
    desk.settle()
    assert titles == ["Cost Rp"]
    (count,) = counts(desk)
    assert (count.is_opening, count.counted, count.cost_rupiah) == (True, 2, 36_250)


def test_goods_that_came_meanwhile_are_told_and_the_numbers_stay(counted: Desk) -> None:
    desk = counted
    open_stock(desk)
    desk.type("pl1\n9\nsusut kering\n")
    about(desk, "opname akhir bulan")
    desk.book.deposit(grams=2_000)
    desk.press(KEY.Key_F10)
    desk.settle()
    assert "PET botol bening" in desk.notice()
    assert len(counts(desk)) == 1
    assert cells(desk, STOCK) == ["12,00 kg"]
    assert cells(desk, COUNT) == ["9,00"]
    desk.press(KEY.Key_F10)
    desk.settle()
    assert quantities(desk)["PL1"] == 9_000


def test_a_number_that_is_none_is_said_and_kept(counted: Desk) -> None:
    open_stock(counted)
    counted.type("\n\n1,5\n")  # bottles are whole
    table = counted.counting.table
    assert table.count_editor.hasFocus()
    assert "whole number" in counted.counting.problem.text()
    counted.press(KEY.Key_F10)
    assert table.count_editor.text() == "1,5"
    counted.press(KEY.Key_Escape)
    assert cells(counted, COUNT) == ["", "", ""]
    assert counted.counting.problem.text() == ""


def test_escape_asks_once_before_a_count_is_dropped(counted: Desk) -> None:
    open_stock(counted)
    counted.type("pl1\n10\n")
    counted.press(KEY.Key_Escape)
    assert "Esc once more" in counted.counting.card.line.text()
    assert counted.counting.unsaved()
    counted.press(KEY.Key_Escape)
    counted.settle()
    assert not counted.counting.unsaved()
    assert len(counts(counted)) == 1


def test_nothing_counted_is_nothing_to_post(counted: Desk) -> None:
    open_stock(counted)
    counted.press(KEY.Key_F10)
    assert "Nothing was counted" in counted.notice()


def test_a_count_is_taken_back_and_cells_are_gone_to_by_arrows(counted: Desk) -> None:
    open_stock(counted)
    counted.press(KEY.Key_Down)
    counted.press(KEY.Key_Up)
    counted.press(KEY.Key_Down)
    counted.type("7")
    assert counted.counting.table.count_editor.hasFocus()
    counted.press(KEY.Key_Tab)
    counted.type("rusak")
    counted.press(KEY.Key_Backtab)
    assert counted.counting.table.count_editor.text() == "7"
    counted.press(KEY.Key_Down)
    counted.type("1,5")
    counted.press(KEY.Key_Up)
    counted.press(KEY.Key_Escape)
    assert cells(counted, COUNT) == ["", "7", "1,50"]
    assert cells(counted, REASON) == ["", "rusak", "why?"]
    counted.press(KEY.Key_Delete)
    assert cells(counted, COUNT) == ["", "", "1,50"]
    counted.press(KEY.Key_Right)
    assert counted.counting.table.grid.currentIndex().column() == REASON
    counted.press(KEY.Key_Left)
    assert counted.counting.table.grid.currentIndex().column() == COUNT


def test_a_count_stays_while_another_screen_is_shown(counted: Desk) -> None:
    open_stock(counted)
    counted.type("pl1\n10\n")
    counted.book.deposit(grams=2_000)
    counted.press(KEY.Key_F2)
    open_stock(counted)
    assert (cells(counted, STOCK), cells(counted, COUNT)) == (["10,00 kg"], ["10,00"])


def test_the_sheets_become_files(counted: Desk) -> None:
    open_stock(counted)
    counted.press(KEY.Key_P, CTRL)
    counted.settle()
    assert "lembar-hitung-" in counted.notice()
    counted.counting.card._sheet_with_stock.click()
    counted.settle()
    made = sorted(path.name for path in counted.papers.parent.rglob("lembar-hitung-*.pdf"))
    day = counted.session.today()
    assert made == [f"lembar-hitung-{day}-dengan-stok.pdf", f"lembar-hitung-{day}.pdf"]


def test_the_list_is_copied_as_it_is_shown(counted: Desk) -> None:
    open_stock(counted)
    counted.type("pl1")
    counted.press(KEY.Key_Down)
    counted.press(KEY.Key_C, CTRL)
    assert QGuiApplication.clipboard().text().splitlines()[1].startswith("PL1\tPET botol bening")


def test_a_day_before_today_is_not_what_is_counted(desk: Desk) -> None:
    desk.book.deposit(grams=1_000, day=date(2026, 3, 1))
    open_stock(desk)
    assert cells(desk, STOCK)[0] == "1,00 kg"


def test_a_material_is_counted_in_another_condition_too(counted: Desk) -> None:
    open_stock(counted)
    counted.type("\n")
    counted.press(KEY.Key_Escape)
    counted.press(KEY.Key_Insert)
    assert cells(counted, NAME)[:2] == ["PET botol bening", "PET botol bening  ·  dirty"]
    counted.type("2\nketemu di rak\n")
    counted.counting.card.editor.setText("opname akhir bulan")
    counted.press(KEY.Key_F10)
    counted.settle()
    rows = {row.condition: row.quantity for row in goods_to_count(counted.book.db, Place.WAREHOUSE)[:2]}
    assert rows == {Condition.CLEAN: 10_000, Condition.DIRTY: 2_000}


def test_another_store_has_its_own_count(desk: Desk) -> None:
    place_id = add_store(desk.book.db, "Gudang RDF")
    desk.book.deposit(grams=10_000)
    open_stock(desk)
    assert desk.counting.stores.isVisible()
    desk.counting.stores.choose(str(place_id))
    desk.settle()
    assert cells(desk, STOCK) == ["0,00 kg", "0 pcs", "0,00 liter"]
    desk.type("\n5\nkiriman lama\n")
    assert not desk.counting.stores.isEnabled()
    desk.counting.card.editor.setText("opname akhir bulan")
    desk.press(KEY.Key_F10)
    desk.settle()
    (done,) = stocktakes(desk.book.db, place_id)
    assert (done.differing, done.cost_rupiah) == (1, 0)
    assert counts(desk) == ()
