"""The sheet to count with, from the stock of this moment to paper."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from daurulang.centre.queries import letterhead
from daurulang.stock.queries import Store
from daurulang.stocktakes.queries import goods_to_count
from ui import tasks
from ui.receipts.printing import open_file
from ui.reports.value_export import report_path
from ui.session import Session
from ui.widgets import notice

translate = QCoreApplication.translate


def start_sheet(parent: QWidget, session: Session, store: Store, *, expected: bool) -> None:
    """Write the sheet beside the counter's work and open it; it is A4, which receipt printers are not."""
    db, day = session.db, session.today()

    def work() -> Path:
        from daurulang.documents.stock_count import write_count_sheet

        centre, place = letterhead(db)
        path = report_path(f"lembar-hitung-{day}{'-dengan-stok' if expected else ''}.pdf")
        rows = goods_to_count(db, store.place_id)
        write_count_sheet(rows, centre, path, store=store.name, place=place, day=day, expected=expected)
        return path

    def done(path: Path) -> None:
        notice.good(parent, translate("CountSheet", "The count sheet is ready: {path}").format(path=path))
        open_file(path)

    tasks.aside(parent, work, done)
