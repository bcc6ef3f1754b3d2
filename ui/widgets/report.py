"""What a person sees of an error in the program itself: calm words, and a report to copy."""

from __future__ import annotations

from PySide6.QtCore import qVersion
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPlainTextEdit, QVBoxLayout, QWidget

from ui import theme
from ui.icons import Icon
from ui.widgets.button import QuietButton, SecondaryButton
from ui.widgets.card import Text
from ui.widgets.field import announce


class ReportPanel(QFrame):
    """Stands above the screen, which stays usable; the details open on request."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "notice")
        self.setProperty("tone", "problem")
        self._report = ""
        self._details = QPlainTextEdit()
        self._details.setReadOnly(True)
        self._details.setAccessibleName(self.tr("Details of the error"))
        self._details.setFixedHeight(theme.current().px(180))
        self._details.hide()
        self._copy = SecondaryButton(self.tr("Copy report"), icon="copy")
        self._copy.clicked.connect(self._to_clipboard)
        more = QuietButton(self.tr("Details"), icon="eye")
        more.clicked.connect(lambda: self._details.setVisible(self._details.isHidden()))
        close = QuietButton("", icon="x")
        close.setAccessibleName(self.tr("Close"))
        close.clicked.connect(self.hide)
        words = Text(
            self.tr("Something in the program went wrong. What you typed is kept. Please copy the report and send it.")
        )
        words.setWordWrap(True)
        space = theme.current().space
        line = QHBoxLayout()
        line.setSpacing(space(10))
        line.addWidget(Icon("triangle-alert", "problem", 18))
        line.addWidget(words, 1)
        for button in (self._copy, more, close):
            line.addWidget(button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(space(14), space(8), space(8), space(8))
        layout.addLayout(line)
        layout.addWidget(self._details)
        self.hide()

    def show_report(self, report: str) -> None:
        """Offer `report`; several in a row are kept together."""
        self._report = f"{self._report}\n\n{report}".strip() if self.isVisible() else report
        self._details.setPlainText(self._report)
        self._copy.setText(self.tr("Copy report"))
        self.show()
        announce(self, self.tr("Something in the program went wrong."))

    def report(self) -> str:
        """What would be copied."""
        return self._report

    def _to_clipboard(self) -> None:
        QGuiApplication.clipboard().setText(self._report)
        self._copy.setText(self.tr("Copied"))


def report_of(error: BaseException) -> str:
    """The report of an unexpected error: versions, place and message."""
    import platform
    import traceback

    where = "".join(traceback.format_exception(error))
    return f"Python {platform.python_version()}, Qt {qVersion()}, {platform.platform()}\n{where}"
