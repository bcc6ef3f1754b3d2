"""The opening stock comes in by keys alone, says beforehand that it stays, and stays."""

from pathlib import Path

from PySide6.QtCore import Qt

from daurulang.exchange.batches import batches
from daurulang.exchange.columns import ListKind
from daurulang.ledger.model import Place
from daurulang.stocktakes.queries import stocktakes
from tests.ui.exchange.importing import choose_kind, db_of, look_at, step, workbook
from tests.ui.hands import CTRL, Hands

KEY = Qt.Key
STOCK: list[list[object]] = [
    ["Nama Barang", "Stok Awal", "Satuan"],
    ["PET botol bening", "12,5", "kg"],
    ["Botol kecap", 40, "pcs"],
    ["Tembaga", 3, "kg"],
]


def test_the_opening_stock_is_taken_in_and_stays(hands: Hands, tmp_path: Path) -> None:
    choose_kind(hands, ListKind.STOCK)
    screen = look_at(hands, workbook(tmp_path / "stok.xlsx", STOCK))
    assert screen.fates._missing.text() == "Not in the book: 1 material (Tembaga)"
    hands.press(KEY.Key_B, CTRL)
    hands.until(lambda: screen._seen is not None and screen._seen.created)
    assert "not to be undone" in screen.fates._verdict.text()
    assert [line.what for line in screen.fates.table.model.rows()] == [
        "PET botol bening · 12,50 kg",
        "Botol kecap · 40 pcs",
        "Tembaga · 3,00 kg",
    ]
    hands.press(KEY.Key_F10)
    hands.until(lambda: step(hands) == 0)
    (counted,) = stocktakes(db_of(hands), Place.WAREHOUSE)
    assert (counted.is_opening, counted.counted) == (True, 3)
    screen.choose.table.grid.setFocus()
    hands.press(KEY.Key_Return)
    assert "cannot be undone" in hands.window.notice.text()
    assert screen.choose._undoing is None
    assert batches(db_of(hands))[0].undone_at_ms is None
