"""Old deposits and opening balances come in by keys alone: what is missing is made, and a batch is reversed again."""

from pathlib import Path

import sqlalchemy as sa
from PySide6.QtCore import Qt

from daurulang.corrections.model import reversal
from daurulang.exchange.batches import batches
from daurulang.exchange.columns import ListKind
from daurulang.exchange.preview import Fate
from daurulang.ledger.model import entry
from daurulang.ledger.queries import credit_balance_rupiah
from daurulang.materials.queries import materials
from daurulang.members.queries import Member, count_members, find_members
from daurulang.sales.queries import sales
from tests.ui.exchange.importing import choose_kind, db_of, look_at, screen_of, step, workbook
from tests.ui.hands import CTRL, Hands
from ui.exchange.words import kind_help, kind_word

KEY = Qt.Key
DEPOSITS: list[list[object]] = [
    ["Tanggal", "Nama Nasabah", "Jenis Sampah", "Berat", "Satuan", "Harga", "Subtotal"],
    ["21/02/2024", "Nasabah 1", "PET botol bening", 2, "kg", 2000, 4000],
    ["21/02/2024", "Nasabah 1", "Kardus A", 2.4, "kg", 1500, 3600],
    ["22/02/2024", "Nur Hayati", "Kardus A", 3, "kg", 1500, 4500],
]
BALANCES: list[list[object]] = [
    ["Nama", "Saldo", "Per tanggal"],
    ["Nur Hayati", 43585, "31/12/2025"],
    ["Nasabah 2", 7000, "31/12/2025"],
]


def who(hands: Hands, name: str) -> Member:
    (found,) = find_members(db_of(hands), name)
    return found


def savings(hands: Hands, name: str) -> int:
    with db_of(hands).reading() as connection:
        return credit_balance_rupiah(connection, who(hands, name).savings_account_id)


def take_in_old_deposits(hands: Hands, path: Path) -> None:
    choose_kind(hands, ListKind.DEPOSITS)
    screen = look_at(hands, workbook(path, DEPOSITS))
    hands.press(KEY.Key_B, CTRL)
    hands.until(lambda: screen._seen is not None and screen._seen.created)
    hands.press(KEY.Key_F10)
    hands.until(lambda: step(hands) == 0)


def test_every_kind_of_list_is_offered_with_its_columns(hands: Hands) -> None:
    choose = screen_of(hands).choose
    for kind in ListKind:
        choose_kind(hands, kind)
        assert choose._kind_field.message() == kind_help(kind)
        assert choose.kind.accessibleDescription().startswith(kind_word(kind))


def test_members_and_materials_of_an_old_book_are_made_when_asked(hands: Hands, tmp_path: Path) -> None:
    choose_kind(hands, ListKind.DEPOSITS)
    screen = look_at(hands, workbook(tmp_path / "setoran.xlsx", DEPOSITS))
    fates = screen.fates
    assert fates._missing.text() == "Not in the book: 1 member (Nasabah 1) · 1 material (Kardus A)"
    assert [line.fate for line in fates.table.model.rows()] == [Fate.REFUSED] * 3
    assert "Ctrl+B" in [line.key for line in screen.hints()]
    hands.press(KEY.Key_B, CTRL)
    hands.until(lambda: screen._seen is not None and screen._seen.created)
    assert fates._missing.text() == "Will be made: 1 member (Nasabah 1) · 1 material (Kardus A)"
    assert "Ctrl+B" not in [line.key for line in screen.hints()]
    assert [line.fate for line in fates.table.model.rows()] == [Fate.WARNING, Fate.WARNING, Fate.NEW]
    assert fates.table.current_row() is not None
    assert next(iter(fates.table.model.rows())).what == "21/02/2024 · Nasabah 1 · PET botol bening 2,00 kg · Rp 4.000"
    assert count_members(db_of(hands)) == 2
    hands.press(KEY.Key_F10)
    hands.until(lambda: step(hands) == 0)
    assert hands.window.notice.text() == "3 rows of setoran.xlsx were taken in."
    assert (savings(hands, "Nasabah 1"), savings(hands, "Nur Hayati")) == (7600, 4500)
    assert [batch.kind for batch in screen.choose.table.model.rows()] == [ListKind.DEPOSITS]


def test_esc_takes_the_making_back(hands: Hands, tmp_path: Path) -> None:
    choose_kind(hands, ListKind.DEPOSITS)
    screen = look_at(hands, workbook(tmp_path / "setoran.xlsx", DEPOSITS))
    hands.press(KEY.Key_B, CTRL)
    hands.until(lambda: screen._seen is not None and screen._seen.created)
    hands.press(KEY.Key_Escape)
    assert step(hands) == 1
    hands.press(KEY.Key_F10)
    hands.until(lambda: step(hands) == 2)
    assert screen.fates.can_make()
    hands.press(KEY.Key_F10)
    assert step(hands) == 2
    assert count_members(db_of(hands)) == 2


def test_a_refused_row_of_an_old_book_says_why(hands: Hands, tmp_path: Path) -> None:
    rows: list[list[object]] = [
        ["Tanggal", "Nama", "Sampah", "Kg", "Harga"],
        ["31/02/2024", "Nur Hayati", "PET botol bening", "dua", 2000],
    ]
    choose_kind(hands, ListKind.DEPOSITS)
    screen = look_at(hands, workbook(tmp_path / "setoran.xlsx", rows))
    (line,) = screen.fates.table.model.rows()
    assert line.why == "day cannot be read: 31/02/2024; write it like 21/02/2024 · quantity cannot be read: dua"
    assert screen.fates._reasons.text() == line.why
    assert not screen.fates._missing_line.isVisible()
    assert "Mend them in the file" in screen.fates._verdict.text()
    hands.press(KEY.Key_B, CTRL)
    hands.press(KEY.Key_F10)
    assert step(hands) == 2
    assert batches(db_of(hands)) == ()


def test_undoing_old_deposits_reverses_every_entry(hands: Hands, tmp_path: Path) -> None:
    take_in_old_deposits(hands, tmp_path / "setoran.xlsx")
    choose = screen_of(hands).choose
    hands.press(KEY.Key_Tab)
    while not choose.table.filter.hasFocus():
        hands.press(KEY.Key_Tab)
    hands.press(KEY.Key_Return)
    assert "Every entry of the list is reversed on its own day" in choose._question.text()
    hands.press(KEY.Key_Return)
    hands.until(lambda: "every entry of it is reversed" in hands.window.notice.text())
    assert savings(hands, "Nur Hayati") == 0
    with db_of(hands).reading() as connection:
        assert connection.scalar(sa.select(sa.func.count()).select_from(reversal)) == 2
        assert connection.scalar(sa.select(sa.func.count()).select_from(entry)) == 4
        assert [each.name for each in materials(connection) if not each.active] == ["Kardus A"]


def test_a_list_taken_in_again_after_it_was_undone_brings_its_people_back(hands: Hands, tmp_path: Path) -> None:
    take_in_old_deposits(hands, tmp_path / "setoran.xlsx")
    choose = screen_of(hands).choose
    for active in (True, False):
        assert who(hands, "Nasabah 1").active is active
        if active:
            choose.table.filter.setFocus()
            hands.press(KEY.Key_Return)
            hands.press(KEY.Key_Return)
            hands.until(lambda: batches(db_of(hands))[0].undone_at_ms is not None)
            hands.until(choose.path.hasFocus)
    screen = look_at(hands, tmp_path / "setoran.xlsx")
    assert not screen.fates.can_make()
    hands.press(KEY.Key_F10)
    hands.until(lambda: step(hands) == 0)
    assert who(hands, "Nasabah 1").active
    assert savings(hands, "Nasabah 1") == 7600
    with db_of(hands).reading() as connection:
        assert all(each.active for each in materials(connection))


def test_opening_balances_become_the_savings(hands: Hands, tmp_path: Path) -> None:
    take_in_old_deposits(hands, tmp_path / "setoran.xlsx")
    choose_kind(hands, ListKind.BALANCES)
    screen = look_at(hands, workbook(tmp_path / "saldo.xlsx", BALANCES))
    assert screen.fates._missing.text() == "Not in the book: 1 member (Nasabah 2)"
    hands.press(KEY.Key_B, CTRL)
    hands.until(lambda: screen._seen is not None and screen._seen.created)
    lines = list(screen.fates.table.model.rows())
    assert [line.what for line in lines] == ["Nur Hayati · Rp 43.585 · 31/12/2025", "Nasabah 2 · Rp 7.000 · 31/12/2025"]
    assert lines[0].why == "Rp 4.500 in the book, becomes Rp 43.585"
    hands.press(KEY.Key_F10)
    hands.until(lambda: step(hands) == 0)
    assert (savings(hands, "Nur Hayati"), savings(hands, "Nasabah 2")) == (43_585, 7000)


def test_old_sales_come_out_of_what_old_deposits_brought(hands: Hands, tmp_path: Path) -> None:
    rows: list[list[object]] = [
        ["Tanggal", "No Nota", "Pembeli", "Barang", "Berat", "Harga"],
        ["22/02/2024", "N-1", "UD Makmur", "PET botol bening", 1.5, 4000],
    ]
    choose_kind(hands, ListKind.SALES)
    screen = look_at(hands, workbook(tmp_path / "penjualan.xlsx", rows))
    (line,) = screen.fates.table.model.rows()
    assert line.why == "buyer UD Makmur is not in the book"
    hands.press(KEY.Key_B, CTRL)
    hands.until(lambda: screen._seen is not None and screen._seen.created)
    assert screen.fates._missing.text() == "Will be made: 1 buyer (UD Makmur)"
    (line,) = screen.fates.table.model.rows()
    words = "only 0,00 kg of PET botol bening lay in the store on 22/02/2024; take in the old deposits first"
    assert line.why == f"new buyer: UD Makmur · {words}"
    while step(hands):
        hands.press(KEY.Key_Escape)
    take_in_old_deposits(hands, tmp_path / "setoran.xlsx")
    choose_kind(hands, ListKind.SALES)
    screen = look_at(hands, tmp_path / "penjualan.xlsx")
    hands.press(KEY.Key_B, CTRL)
    hands.until(lambda: screen._seen is not None and screen._seen.created)
    (line,) = screen.fates.table.model.rows()
    assert line.what == "22/02/2024 · UD Makmur · PET botol bening 1,50 kg · Rp 6.000"
    hands.press(KEY.Key_F10)
    hands.until(lambda: step(hands) == 0)
    (row,) = sales(db_of(hands))
    assert (row.number, row.buyer, row.total_rupiah) == ("BL-000003", "UD Makmur", 6_000)
