"""Keys of the program that a text field takes for itself: on Linux Ctrl+U empties a line, Ctrl+E goes to its end."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QTextEdit, QWidget

from ui import keys

_OWN = {
    QKeySequence(key)
    for name, key in vars(keys).items()
    if name.isupper() and isinstance(key, str) and key.startswith("Ctrl+")
}


class OwnKeys(QObject):
    """Watches whichever field has the focus; what people know for editing (copy, paste, undo) is none of these keys."""

    def __init__(self, app: QApplication) -> None:
        super().__init__(app)
        app.focusChanged.connect(self._watch)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The field is not asked whether it wants the key, so that the window's shortcut has it."""
        own = (
            event.type() == QEvent.Type.ShortcutOverride
            and isinstance(event, QKeyEvent)
            and QKeySequence(event.keyCombination()) in _OWN
        )
        if own:
            event.ignore()
        return own

    def _watch(self, before: QWidget | None, now: QWidget | None) -> None:
        if before is not None:
            before.removeEventFilter(self)
        if isinstance(now, QLineEdit | QTextEdit | QPlainTextEdit):
            now.installEventFilter(self)
