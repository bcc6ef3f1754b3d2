"""Long names are read whole where somebody approves."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QStyle, QStyleOptionComboBox

from daurulang.staff.service import add_staff
from tests.ui.desk import Desk

KEY = Qt.Key
CTRL = Qt.KeyboardModifier.ControlModifier
NAME = "Kholifah Nurul Qomariyah, S.E."


def test_the_name_of_who_approves_is_not_cut(desk: Desk) -> None:
    add_staff(desk.book.db, NAME, "222222")
    desk.book.deposit(31_000)
    desk.press(KEY.Key_J, CTRL)
    desk.settle()
    desk.press(KEY.Key_R, CTRL)
    desk.settle()
    box = desk.today.panel.approver
    assert box.currentText() == NAME
    option = QStyleOptionComboBox()
    box.initStyleOption(option)
    room = box.style().subControlRect(
        QStyle.ComplexControl.CC_ComboBox, option, QStyle.SubControl.SC_ComboBoxEditField, box
    )
    assert box.fontMetrics().horizontalAdvance(NAME) <= room.width()
