"""Every list as an Excel file: exactly the rows shown, in their order, numbers as numbers."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from daurulang.documents.list_file import make_list, packed
from ui import keys, tasks
from ui.processes import run_beside
from ui.receipts.printing import open_file
from ui.reports.value_export import report_path
from ui.tasks import Progress
from ui.widgets import notice
from ui.widgets.button import SecondaryButton
from ui.widgets.rows import Column
from ui.widgets.table import TableView

translate = QCoreApplication.translate

_PIXELS_PER_LETTER = 7
_OPEN_WIDTH = 34


class ListButton(SecondaryButton):
    """Takes the list of a screen; the key works wherever the focus is on the screen."""

    def __init__(self, screen: QWidget, table: TableView[Any], words: Callable[[], tuple[str, str]], name: str) -> None:
        """`words` gives the title of the list as it is now and the day it is of (ISO); `name` begins the file's."""
        super().__init__("Excel", keys.EXCEL, "file-spreadsheet")
        self.setAccessibleName(translate("Lists", "This list as an Excel file"))
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.clicked.connect(lambda: start_list(screen, table, *words(), name))
        shortcut = QShortcut(QKeySequence(keys.EXCEL), screen)
        shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        shortcut.activated.connect(self.click)


def start_list(parent: QWidget, table: TableView[Any], title: str, day: str, name: str) -> None:
    """Write what is shown beside the counter's work, and open it."""
    columns = list(table.model.columns)
    total, pages = table.model.pages()
    heads = [_head(column) for column in columns]

    def work(progress: Progress) -> Path:
        path = report_path(f"{name}-{day}.xlsx")
        packs = []
        for rows in pages:
            packs.append(packed([[column.cell(row) for column in columns] for row in rows]))
            progress(0, total)
        run_beside(make_list, (title, heads, packs, total, date.fromisoformat(day), path), progress)
        return path

    def done(path: Path) -> None:
        words = translate("Lists", "{count} rows are in {path}")
        notice.good(parent, words.format(count=total, path=path))
        open_file(path)

    doing = translate("Lists", "Excel file of the list {title}").format(title=title)
    tasks.in_background(parent, work, done, title=doing)


def _head(column: Column[Any]) -> tuple[str, str, int]:
    width = column.width // _PIXELS_PER_LETTER if column.width else _OPEN_WIDTH
    return column.title, column.kind or "text", max(width, len(column.title) + 2)
