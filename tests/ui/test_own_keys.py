"""Keys of the program go past a text field that would take them, as fields on Linux do."""

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from ui.own_keys import OwnKeys

CTRL = Qt.KeyboardModifier.ControlModifier


class Greedy(QLineEdit):
    """Takes every key for itself."""

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ShortcutOverride:
            event.accept()
            return True
        return super().event(event)


@pytest.mark.parametrize(
    "key, taken", [(Qt.Key.Key_U, False), (Qt.Key.Key_E, False), (Qt.Key.Key_C, True), (Qt.Key.Key_Z, True)]
)
def test_a_field_is_not_asked_for_keys_of_the_program(qtbot: QtBot, key: Qt.Key, taken: bool) -> None:
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    own = OwnKeys(app)
    field = Greedy()
    qtbot.addWidget(field)
    with qtbot.waitActive(field):
        field.show()
        field.activateWindow()
    field.setFocus()
    qtbot.waitUntil(field.hasFocus)
    asked = QKeyEvent(QEvent.Type.ShortcutOverride, key, CTRL)
    asked.ignore()
    QApplication.sendEvent(field, asked)
    own.setParent(None)
    own.deleteLater()
    assert asked.isAccepted() is taken
