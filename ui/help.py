"""F1: the keys, on the screen and as a sheet to print."""

from __future__ import annotations

import html
from collections.abc import Sequence
from pathlib import Path
from tempfile import gettempdir

from PySide6.QtCore import QCoreApplication, Qt, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QWidget

from ui import tasks, theme
from ui.keys import KeyLine
from ui.overlay import Overlay
from ui.widgets import notice
from ui.widgets.button import PrimaryButton, SecondaryButton
from ui.widgets.card import KeyHint, Text


class HelpOverlay(Overlay):
    """The table of keys; Esc or F1 closes it."""

    WIDTH = 620

    def __init__(self, window: QWidget, lines: Sequence[KeyLine]) -> None:
        super().__init__(window)
        self._lines = list(lines)
        self.body.addWidget(Text(self.tr("Keys"), "title"))
        self.body.addWidget(Text(self.tr("A key means the same thing on every screen."), "muted"))
        grid = QGridLayout()
        grid.setHorizontalSpacing(theme.current().space(14))
        grid.setVerticalSpacing(theme.current().space(8))
        half = (len(self._lines) + 1) // 2
        for number, line in enumerate(self._lines):
            row, column = number % half, number // half * 2
            grid.addWidget(KeyHint(line.key), row, column, Qt.AlignmentFlag.AlignLeft)
            words = Text(line.words)
            words.setWordWrap(True)
            grid.addWidget(words, row, column + 1)
            grid.setColumnStretch(column + 1, 1)
        self.body.addLayout(grid)
        self._close = PrimaryButton(self.tr("Close"), "Esc")
        self._close.clicked.connect(self.close_overlay)
        sheet = SecondaryButton(self.tr("Print this list"), icon="printer")
        sheet.clicked.connect(self._to_paper)
        buttons = QHBoxLayout()
        buttons.addWidget(sheet)
        buttons.addStretch(1)
        buttons.addWidget(self._close)
        self.body.addSpacing(theme.current().space(8))
        self.body.addLayout(buttons)

    def open(self) -> None:
        super().open()
        self._close.setFocus()

    def _to_paper(self) -> None:
        title = self.tr("Daur Ulang: the keys")
        path = Path(gettempdir()) / "daurulang-keys.pdf"
        window = self.window()
        lines = self._lines
        tasks.aside(window, lambda: write_sheet(path, title, lines), lambda _none: _open_sheet(window, path))
        self.close_overlay()


def write_sheet(path: Path, title: str, lines: Sequence[KeyLine]) -> None:
    """The keys as an A4 page (PDF), to be hung beside the counter."""
    from PySide6.QtGui import QPageSize, QPdfWriter, QTextDocument

    rows = "".join(
        f"<tr><td style='font-weight:600'>{html.escape(line.key)}</td><td>{html.escape(line.words)}</td></tr>"
        for line in lines
    )
    writer = QPdfWriter(str(path))
    writer.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
    writer.setTitle(title)
    document = QTextDocument()
    document.setDefaultFont(theme.current().font(theme.LEAD))
    document.setHtml(f"<h2>{html.escape(title)}</h2><table cellpadding='6'>{rows}</table>")
    document.print_(writer)


def _open_sheet(window: QWidget, path: Path) -> None:
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))
    notice.good(
        window,
        QCoreApplication.translate("HelpOverlay", "The list of keys is ready to print: {path}").format(path=path),
    )
