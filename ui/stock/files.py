"""What leaves the screens of the stores as a file: the report of the stock, and the card of a material."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from daurulang.centre.queries import letterhead
from daurulang.reports.stock import Stock
from daurulang.reports.stock_card import StockCard
from ui import tasks
from ui.receipts.printing import open_file
from ui.reports.value_export import report_path
from ui.session import Session
from ui.widgets import notice

translate = QCoreApplication.translate


def start_stock_report(parent: QWidget, session: Session, stock: Stock) -> None:
    """Write the stock of a day to be signed, and open it."""
    db, maker, today = session.db, session.clerk.name, session.today()

    def write(path: Path) -> None:
        from daurulang.documents.stock_report import write_stock_report

        centre, place = letterhead(db)
        write_stock_report(stock, centre, path, place=place, day=today, maker=maker)

    _start(parent, f"stok-{stock.day}.pdf", write)


def start_stock_workbook(parent: QWidget, stock: Stock) -> None:
    """Write the stock of a day with its sums, and open it."""

    def write(path: Path) -> None:
        from daurulang.documents.stock_workbook import write_stock_workbook

        write_stock_workbook(stock, path)

    _start(parent, f"stok-{stock.day}.xlsx", write)


def start_card(parent: QWidget, session: Session, card: StockCard) -> None:
    """Write the card of a material to be signed, and open it."""
    db, maker, today = session.db, session.clerk.name, session.today()

    def write(path: Path) -> None:
        from daurulang.documents.stock_card import write_stock_card

        centre, place = letterhead(db)
        write_stock_card(card, centre, path, place=place, day=today, maker=maker)

    _start(parent, f"{_stem(card)}.pdf", write)


def start_card_workbook(parent: QWidget, card: StockCard) -> None:
    """Write the card with its balances as formulas, and open it."""

    def write(path: Path) -> None:
        from daurulang.documents.stock_workbook import write_stock_card_workbook

        write_stock_card_workbook(card, path)

    _start(parent, f"{_stem(card)}.xlsx", write)


def _stem(card: StockCard) -> str:
    code = re.sub(r"\W", "_", card.material.code)
    return f"kartu-{code}-{card.condition}-{card.period.first}-{card.period.last}"


def _start(parent: QWidget, name: str, write: Callable[[Path], None]) -> None:
    """Beside the counter's work."""

    def work() -> Path:
        path = report_path(name)
        write(path)
        return path

    def done(path: Path) -> None:
        notice.good(parent, translate("StockFiles", "The file is ready: {path}").format(path=path))
        open_file(path)

    tasks.aside(parent, work, done)
