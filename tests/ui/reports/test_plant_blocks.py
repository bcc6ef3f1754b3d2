"""The plant's blocks on the screen of the economic value: shown where there is a plant, with their tables and keys."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from daurulang.centre.queries import Centre
from daurulang.centre.service import change_centre
from daurulang.quantities import format_thousandths
from tests.plant import worked_plant
from tests.ui.desk import Desk
from ui.reports.plant_blocks import FLOW
from ui.reports.value_screen import ValueScreen

KEY = Qt.Key


@pytest.fixture
def screen(desk: Desk) -> ValueScreen:
    worked_plant(desk.book)
    screen = ValueScreen(desk.session)
    desk.qtbot.addWidget(screen)
    screen.resize(1200, 900)
    screen.show()
    screen.enter()
    desk.qtbot.waitUntil(lambda: screen.value is not None)
    return screen


def test_every_block_says_its_figures(screen: ValueScreen) -> None:
    lines = {block.code: block.shown.line for block in screen.walk.blocks}
    assert lines[FLOW].startswith("170,0 kg in and out")
    assert "155,0 kg kept from the landfill" in lines[FLOW]
    assert lines["laba"] == "Rp 97.572 of Rp 285.000 sold, 34 %"
    assert "gram in every category" in lines["neraca"]
    assert lines["co2e"].startswith("Estimate by DEFRA/DESNZ 2025: 99,24 kg CO2e")
    assert lines["co2e"].endswith("without a factor, not counted: 5,0 kg")
    assert "measured by volume: 0,10 m³" in lines["muatan"]


def test_the_part_of_the_regency_is_told_where_it_is_known(screen: ValueScreen, desk: Desk) -> None:
    change_centre(desk.book.db, Centre("RDU Bangkalan", generation_tonnes=150_000, generation_source="SIPSN 2025"))
    before = screen.value
    screen.enter()
    desk.qtbot.waitUntil(lambda: screen.value is not before)
    assert screen.value is not None
    assert screen.value.plant is not None
    percent = format_thousandths(screen.value.plant.diverted_millipercent)
    lines = {block.code: block.shown.line for block in screen.walk.blocks}
    assert lines[FLOW].endswith(f"{percent} % of the regency's waste")


def test_the_table_stands_behind_the_picture(screen: ValueScreen) -> None:
    block = next(block for block in screen.walk.blocks if block.code == FLOW)
    block.turn_over()
    assert block.table is not None
    rows = [[column.value(row) for column in block.columns] for row in block.table.model.rows()]
    assert ["in", "TPS3R Pejagan", "70,00"] in rows
    assert ["out", "UD Makmur", "65,00"] in rows


def test_down_comes_to_the_plant_and_the_picture_is_taken(screen: ValueScreen, desk: Desk) -> None:
    for _ in range(5):
        QTest.keyClick(screen.walk.at_hand(), KEY.Key_Down)
    assert screen.walk.at_hand().code == FLOW
    taken: list[str] = []
    screen.walk.at_hand().pictured.connect(lambda code, image: taken.append(code if not image.isNull() else ""))
    screen.walk.at_hand().take_picture()
    assert taken == [FLOW]


def test_without_a_plant_there_are_no_such_blocks(desk: Desk) -> None:
    desk.book.deposit(grams=10_000)
    screen = ValueScreen(desk.session)
    desk.qtbot.addWidget(screen)
    screen.show()
    screen.enter()
    desk.qtbot.waitUntil(lambda: screen.value is not None)
    assert [block.code for block in screen.walk.shown()] == ["bahan", "desa", "harian", "perbandingan", "kategori"]
