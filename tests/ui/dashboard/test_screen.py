"""The dashboard by keys: figures, tables, pictures, and names only for whoever asks."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from daurulang.config import data_folder
from tests.plant import worked_plant
from tests.ui.desk import Desk
from ui.dashboard.screen import DashboardScreen

KEY = Qt.Key


@pytest.fixture
def screen(desk: Desk) -> DashboardScreen:
    worked_plant(desk.book)
    desk.book.deposit(grams=2_000, member_id=desk.book.other_id)
    screen = DashboardScreen(desk.session)
    desk.qtbot.addWidget(screen)
    with desk.qtbot.waitExposed(screen):
        screen.show()
    screen.enter()
    desk.qtbot.waitUntil(lambda: bool(screen.prices.shown.rows))
    return screen


def names_shown(screen: DashboardScreen) -> list[str]:
    return [bar.name for bar in screen.depositors.shown.bars]


def test_figures_of_today_stand_at_the_top(screen: DashboardScreen) -> None:
    assert [figure.value() for figure in screen.figures] == [
        *("1", "2,0 kg", "Rp 6.200", "Rp 0", "Rp 285.000", "Rp 285.000"),
    ]


def test_nobody_is_named_until_somebody_asks(screen: DashboardScreen) -> None:
    assert all(len(name) == len("A-00001") for name in names_shown(screen))
    screen.show_names()
    assert any("Moh. Ridwan" in name for name in names_shown(screen))
    screen.enter()
    QApplication.processEvents()
    assert not screen._with_names


def test_down_goes_on_and_enter_shows_the_table(screen: DashboardScreen) -> None:
    QTest.keyClick(screen.walk.blocks[0], KEY.Key_Down)
    assert screen.walk.at_hand() is screen.materials
    QTest.keyClick(screen.materials, KEY.Key_Return)
    assert screen.materials.shows_table()
    assert screen.step_back()
    assert not screen.materials.shows_table()
    assert not screen.step_back()


def test_a_picture_is_copied_and_saved_as_png_and_pdf(screen: DashboardScreen, desk: Desk) -> None:
    screen.materials.setFocus()
    screen.walk.at_hand().take_picture()
    folder = data_folder() / "laporan"
    desk.qtbot.waitUntil(lambda: bool(list(folder.glob("*beranda-bahan.png"))))
    (pdf,) = folder.glob("*beranda-bahan.pdf")
    assert pdf.read_bytes().startswith(b"%PDF")
    assert not QApplication.clipboard().image().isNull()


def test_the_prices_of_another_material_are_shown(screen: DashboardScreen) -> None:
    assert screen.prices._title.text() == "Price history: PET botol"
    rows = [[column.value(row) for column in screen.prices.columns] for row in screen.prices.shown.rows]
    assert [row[1:] for row in rows] == [["buy", "3.100"], ["sell", "4.000"], ["sell", "5.000"]]
