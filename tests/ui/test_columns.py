"""Two columns stand below each other where they do not fit."""

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from ui.widgets.columns import Columns
from ui.widgets.pages import Pages


@pytest.mark.parametrize("width, beside", [(1000, True), (900, False)])
def test_a_page_is_as_wide_as_it_must_be(qtbot: QtBot, width: int, beside: bool) -> None:
    main, page, side = QWidget(), QWidget(), Pages()
    main.setMinimumWidth(600)
    page.setMinimumWidth(330)
    side.addWidget(page)
    columns = Columns(main, side)
    qtbot.addWidget(columns)
    columns.resize(width, 700)
    with qtbot.waitExposed(columns):
        columns.show()
    right = page.mapTo(columns, page.rect().topRight()).x()
    assert right < width
    assert (side.x() > main.x()) is beside
