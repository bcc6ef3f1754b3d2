"""The store at F6, its card and its stores, by keys alone."""

from datetime import timedelta

import openpyxl
import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication

from daurulang.stock.queries import all_stores
from daurulang.stock.service import add_store
from tests.plant import Plant, set_up_plant
from tests.ui.desk import Desk

KEY = Qt.Key
CTRL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def plant(desk: Desk) -> Plant:
    """10 kg of PET at Rp 3.100, sold at Rp 4.000, and 50 kg of mixed waste worth Rp 20.000 without a sell price."""
    plant = set_up_plant(desk.book)
    desk.book.deposit(grams=10_000)
    plant.load(50_000, 20_000)
    return plant


def open_store(desk: Desk) -> None:
    desk.press(KEY.Key_F6)
    desk.settle()


def rows(desk: Desk) -> list[list[str]]:
    model = desk.store.table.model
    return [model.cells(row) for row in model.rows()]


def titles(desk: Desk) -> list[str]:
    return [column.title for column in desk.store.table.model.columns]


def files(desk: Desk, ending: str) -> list[str]:
    return sorted(path.name for path in desk.papers.parent.rglob(f"*{ending}"))


def test_what_lies_there_has_its_cost_its_worth_and_its_age(desk: Desk, plant: Plant) -> None:
    open_store(desk)
    shown = [dict(zip(titles(desk), row, strict=True)) for row in rows(desk)]
    assert [(row["Code"], row["There"], row["Had cost Rp"], row["Worth Rp"], row["Days"]) for row in shown] == [
        ("PL1", "10,00 kg", "31.000", "40.000", "0"),
        ("CMP", "50,00 kg", "20.000", "–", "0"),
    ]
    assert shown[1]["Material"] == "Sampah campur  ·  mixed"
    assert "Sampah campur" in desk.store.unpriced.text()
    desk.press(KEY.Key_Down)
    desk.press(KEY.Key_Up)
    assert "Rp 3.100/kg" in _beside(desk)
    assert not desk.store.unsaved()


def _beside(desk: Desk) -> str:
    return " ".join(value.text() for _, value in desk.store.beside._facts._lines)


def test_typing_filters_and_enter_opens_the_card(desk: Desk, plant: Plant) -> None:
    open_store(desk)
    desk.type("camp\n")
    desk.settle()
    card = desk.store.card
    assert card.isVisible()
    (movement,) = list(card.table.model.rows())
    assert card.table.model.cells(movement)[1:4] == ["L1-000002", "Load: TPS3R Pejagan", "50,00"]
    desk.press(KEY.Key_PageUp)
    desk.settle()
    assert list(card.table.model.rows()) == []
    desk.press(KEY.Key_PageDown)
    desk.settle()
    desk.press(KEY.Key_P, CTRL)
    desk.settle()
    desk.press(KEY.Key_L, CTRL)
    desk.settle()
    assert [name.split("-")[0] for name in files(desk, ".pdf")] == ["kartu"]
    assert [name.split("-")[0] for name in files(desk, ".xlsx")] == ["kartu"]
    desk.press(KEY.Key_Escape)
    assert desk.store.table.isVisible()


def test_paper_excel_and_copying_take_what_is_shown(desk: Desk, plant: Plant) -> None:
    open_store(desk)
    desk.type("pl1")
    desk.press(KEY.Key_L, CTRL)
    desk.settle()
    desk.press(KEY.Key_P, CTRL)
    desk.settle()
    (name,) = files(desk, ".xlsx")
    sheet = openpyxl.load_workbook(next(desk.papers.parent.rglob(name)))["Stok"]
    assert [row[1].value for row in sheet.iter_rows(min_row=4)][:2] == ["PL1", None]
    assert sheet["I5"].value == "=SUM(I4:I4)"
    assert files(desk, ".pdf") == [f"stok-{desk.session.today()}.pdf"]
    desk.press(KEY.Key_Down)
    desk.press(KEY.Key_C, CTRL)
    assert QGuiApplication.clipboard().text().splitlines()[1].startswith("PL1\tPET botol bening")
    assert "1 rows copied" in desk.notice()


def test_a_store_is_opened_called_otherwise_and_laid_aside(desk: Desk, plant: Plant) -> None:
    open_store(desk)
    assert not desk.store.chosen.isVisible()
    desk.press(KEY.Key_N, CTRL)
    desk.type("Gudang RDF")
    desk.press(KEY.Key_F10)
    desk.settle()
    assert [each.name for each in all_stores(desk.book.db)] == ["Gudang", "Gudang RDF"]
    assert desk.store.chosen.currentText() == "Gudang RDF"
    assert rows(desk) == []
    desk.press(KEY.Key_E, CTRL)
    desk.type("Hanggar RDF")
    desk.press(KEY.Key_F10)
    desk.settle()
    desk.press(KEY.Key_E, CTRL)
    desk.store.form.state.choose("aside")
    desk.press(KEY.Key_F10)
    desk.settle()
    assert [(each.name, each.active) for each in all_stores(desk.book.db)][1] == ("Hanggar RDF", False)
    assert "laid aside" in desk.store.chosen.currentText()


def test_the_store_that_deposits_come_to_stays(desk: Desk, plant: Plant) -> None:
    open_store(desk)
    desk.press(KEY.Key_E, CTRL)
    desk.store.form.state.choose("aside")
    desk.press(KEY.Key_F10)
    assert "stays in use" in desk.notice()
    for _ in range(3):  # the refusal, the warning, the form
        desk.press(KEY.Key_Escape)
    assert not desk.store.unsaved()


def test_a_store_is_chosen_and_the_list_follows(desk: Desk, plant: Plant) -> None:
    place_id = add_store(desk.book.db, "Gudang RDF")
    open_store(desk)
    assert desk.store.chosen.isVisible()
    assert len(rows(desk)) == 2
    desk.store.chosen.choose(str(place_id))
    assert rows(desk) == []
    desk.press(KEY.Key_F2)
    open_store(desk)
    assert desk.store.chosen.code() == str(place_id)


def test_its_keys_lead_to_everything_that_moves_goods(desk: Desk, plant: Plant) -> None:
    for key, modifier, name in (
        (KEY.Key_F2, SHIFT, "load"),
        (KEY.Key_D, CTRL, "batch"),
        (KEY.Key_F6, CTRL, "disposal"),
        (KEY.Key_F6, SHIFT, "plant"),
        (KEY.Key_O, CTRL, "count"),
    ):
        open_store(desk)
        desk.press(key, modifier)
        desk.settle()
        assert desk.window.shown() == name
    for name in ("load", "batch", "disposal", "plant"):
        desk.window.show_screen(name)
        desk.settle()
        for _ in range(3):
            if desk.window.shown() == name:
                desk.press(KEY.Key_Escape)
        assert desk.window.shown() == "store", name


def test_the_oldest_tells_how_long_goods_lie(desk: Desk) -> None:
    day = desk.session.today() - timedelta(days=40)
    desk.book.deposit(grams=1_000, day=day)
    open_store(desk)
    assert rows(desk)[0][titles(desk).index("Days")] == "40"
