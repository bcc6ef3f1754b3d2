"""Two columns stand below each other where they do not fit."""

from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from ui.widgets.columns import Columns
from ui.widgets.pages import Pages


def test_a_page_is_as_wide_as_it_must_be(qtbot: QtBot) -> None:
    page, side = QWidget(), Pages()
    page.setMinimumWidth(330)
    side.addWidget(page)
    qtbot.addWidget(side)
    assert side.minimumSizeHint().width() == 330
    assert Columns(QWidget(), side).minimumSizeHint().width() == 330
