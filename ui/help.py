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
from ui.widgets.card import KeyHint, SectionTitle, Text

_COLUMNS = 3


class HelpOverlay(Overlay):
    """The table of keys; Esc or F1 closes it."""

    WIDTH = 860

    def __init__(self, window: QWidget, everywhere: Sequence[KeyLine], here: Sequence[KeyLine]) -> None:
        """`here` are the keys of the screen shown."""
        super().__init__(window)
        self._groups = [(self.tr("Everywhere"), list(everywhere))]
        if here:
            self._groups.insert(0, (self.tr("This screen"), list(here)))
        self.body.addWidget(Text(self.tr("Keys"), "title"))
        self.body.addWidget(Text(self.tr("A key means the same thing on every screen."), "muted"))
        for title, lines in self._groups:
            self.body.addWidget(SectionTitle(title))
            self.body.addLayout(_grid(lines))
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

    def keys(self) -> list[str]:
        """The keys listed, those of the screen first."""
        return [line.key for _title, lines in self._groups for line in lines]

    def open(self) -> None:
        super().open()
        self._close.setFocus()

    def _to_paper(self) -> None:
        title = self.tr("Daur Ulang: the keys")
        path = Path(gettempdir()) / "daurulang-keys.pdf"
        window = self.window()
        groups = self._groups
        tasks.aside(window, lambda: write_sheet(path, title, groups), lambda _none: _open_sheet(window, path))
        self.close_overlay()


def _grid(lines: Sequence[KeyLine]) -> QGridLayout:
    """Keys in columns, read downwards."""
    space = theme.current().space
    grid = QGridLayout()
    grid.setHorizontalSpacing(space(14))
    grid.setVerticalSpacing(space(8))
    deep = -(-len(lines) // _COLUMNS)
    for number, line in enumerate(lines):
        row, column = number % deep, number // deep * 2
        grid.addWidget(KeyHint(line.key), row, column, Qt.AlignmentFlag.AlignLeft)
        words = Text(line.words)
        words.setWordWrap(True)
        grid.addWidget(words, row, column + 1)
    for column in range(_COLUMNS):
        grid.setColumnStretch(2 * column + 1, 1)
    return grid


def write_sheet(path: Path, title: str, groups: Sequence[tuple[str, Sequence[KeyLine]]]) -> None:
    """The keys as an A4 page (PDF), to be hung beside the counter: each group has its title."""
    from PySide6.QtGui import QPageSize, QPdfWriter, QTextDocument

    writer = QPdfWriter(str(path))
    writer.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
    writer.setTitle(title)
    document = QTextDocument()
    document.setDefaultFont(theme.current().font(theme.LEAD))
    tables = "".join(_table(heading, lines) for heading, lines in groups)
    document.setHtml(f"<h2>{html.escape(title)}</h2>{tables}")
    document.print_(writer)


def _table(heading: str, lines: Sequence[KeyLine]) -> str:
    rows = "".join(
        f"<tr><td style='font-weight:600'>{html.escape(line.key)}</td><td>{html.escape(line.words)}</td></tr>"
        for line in lines
    )
    return f"<h4>{html.escape(heading)}</h4><table cellpadding='4'>{rows}</table>"


def _open_sheet(window: QWidget, path: Path) -> None:
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))
    notice.good(
        window,
        QCoreApplication.translate("HelpOverlay", "The list of keys is ready to print: {path}").format(path=path),
    )
