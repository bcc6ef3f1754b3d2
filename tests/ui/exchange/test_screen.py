"""A workbook becomes members or materials by keys alone; refused rows keep it out; a batch is undone."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt

from daurulang.exchange.batches import batches
from daurulang.exchange.columns import ListKind
from daurulang.exchange.preview import Fate, Reason
from daurulang.members.queries import count_members, find_members
from tests.ui.exchange.importing import choose_kind, db_of, look_at, screen_of, step, workbook
from tests.ui.hands import Hands
from ui.exchange.columns_panel import letters
from ui.exchange.words import exchange_words

KEY = Qt.Key
MEMBERS: list[list[object]] = [
    ["Daftar nasabah RDU Bangkalan"],
    ["No", "Nama Nasabah", "No. Rekening", "Kelurahan", "Panggilan"],
    [1, "Siti Romlah", "B-001", "Pangeranan", "Bu Rom"],
    [2, "Achmad Fauzi", "B-002", "Pejagan", "Pak Uzi"],
    [3, "Hosniyah", "B-003", "Atlantis", "Bu Hos"],
]


def test_a_list_of_members_is_taken_in_by_keys_alone(hands: Hands, tmp_path: Path) -> None:
    screen = look_at(hands, workbook(tmp_path / "nasabah.xlsx", MEMBERS))
    assert screen.columns.header_row.code() == "2"
    assert [line.fate for line in screen.fates.table.model.rows()] == [Fate.NEW, Fate.NEW, Fate.WARNING]
    assert count_members(db_of(hands)) == 2
    hands.press(KEY.Key_F10)
    hands.until(lambda: count_members(db_of(hands)) == 5)
    hands.until(lambda: step(hands) == 0)
    assert hands.window.notice.text() == "3 rows of nasabah.xlsx were taken in."
    assert find_members(db_of(hands), "B-002")[0].name == "Achmad Fauzi"
    assert screen.choose.path.hasFocus()


def test_only_problems_are_listed_with_their_reason(hands: Hands, tmp_path: Path) -> None:
    screen = look_at(hands, workbook(tmp_path / "nasabah.xlsx", MEMBERS))
    hands.press(KEY.Key_J, Qt.KeyboardModifier.AltModifier)
    lines = list(screen.fates.table.model.rows())
    assert [line.what for line in lines] == ["Hosniyah"]
    assert "Atlantis" in lines[0].why
    assert "Atlantis" in screen.fates._reasons.text()
    hands.press(KEY.Key_J, Qt.KeyboardModifier.AltModifier)
    hands.type("fauzi")
    assert [line.what for line in screen.fates.table.model.rows()] == ["Achmad Fauzi"]


def test_one_refused_row_keeps_the_whole_list_out(hands: Hands, tmp_path: Path) -> None:
    rows: list[list[object]] = [*MEMBERS, [4, "Rahmat", "B-001", "Pejagan", ""]]
    screen = look_at(hands, workbook(tmp_path / "nasabah.xlsx", rows))
    assert screen.fates.which.value() == "problems"
    assert "1 rows are refused" in screen.fates._verdict.text()
    hands.press(KEY.Key_F10)
    assert step(hands) == 2
    assert count_members(db_of(hands)) == 2
    assert batches(db_of(hands)) == ()


def test_a_column_is_chosen_by_hand_and_esc_forgets_nothing(hands: Hands, tmp_path: Path) -> None:
    path = workbook(tmp_path / "nasabah.xlsx", MEMBERS)
    hands.enter(str(path))
    hands.until(lambda: step(hands) == 1)
    screen = screen_of(hands)
    screen.columns.choices["name"].choose("4")
    hands.press(KEY.Key_F10)
    hands.until(lambda: step(hands) == 2)
    assert next(iter(screen.fates.table.model.rows())).what == "Bu Rom"
    hands.press(KEY.Key_Escape)
    assert step(hands) == 1
    assert screen.columns.choices["name"].code() == "4"
    hands.press(KEY.Key_Escape)
    assert step(hands) == 0
    assert screen.choose.path.text() == str(path)


def test_a_missing_name_column_is_asked_for_under_its_field(hands: Hands, tmp_path: Path) -> None:
    hands.enter(str(workbook(tmp_path / "nasabah.xlsx", MEMBERS)))
    hands.until(lambda: step(hands) == 1)
    screen = screen_of(hands)
    screen.columns.choices["name"].choose("")
    hands.press(KEY.Key_F10)
    hands.until(screen.columns._fields["name"].has_problem)
    assert screen.columns.choices["name"].hasFocus()


def test_another_header_row_matches_the_columns_anew(hands: Hands, tmp_path: Path) -> None:
    hands.enter(str(workbook(tmp_path / "nasabah.xlsx", MEMBERS)))
    hands.until(lambda: step(hands) == 1)
    columns = screen_of(hands).columns
    columns.header_row.setFocus()
    hands.press(KEY.Key_Down)
    assert columns.matching().header_row == 3
    assert columns.header_row.code() == "3"
    assert columns.header_row.hasFocus()


@pytest.mark.parametrize("content", [b"", b"not a workbook"])
def test_a_file_that_is_no_workbook_is_refused_under_its_path(content: bytes, hands: Hands, tmp_path: Path) -> None:
    path = tmp_path / "daftar.xlsx"
    path.write_bytes(content)
    hands.enter(str(path))
    field = screen_of(hands).choose._file
    hands.until(field.has_problem)
    assert field.message()
    assert step(hands) == 0


def test_prices_are_taken_in_and_the_batch_is_undone(hands: Hands, tmp_path: Path) -> None:
    rows: list[list[object]] = [["Kode", "Nama Barang", "Satuan", "Harga Beli"], ["KT1", "Kardus bagus", "kg", 1900]]
    screen = screen_of(hands)
    choose_kind(hands, ListKind.MATERIALS)
    look_at(hands, workbook(tmp_path / "harga.xlsx", rows))
    hands.press(KEY.Key_F10)
    hands.until(lambda: step(hands) == 0)
    assert [batch.row_count for batch in batches(db_of(hands))] == [1]
    screen.choose.table.filter.setFocus()
    hands.press(KEY.Key_Return)
    assert screen.choose._yes.hasFocus()
    hands.press(KEY.Key_Escape)
    assert not screen.choose._yes.isVisible()
    hands.press(KEY.Key_Return)
    hands.press(KEY.Key_Return)
    hands.until(lambda: batches(db_of(hands))[0].undone_at_ms is not None)
    hands.until(lambda: "was undone" in hands.window.notice.text())
    screen.choose.table.filter.setFocus()
    hands.press(KEY.Key_Return)
    assert hands.window.notice.text() == "This list was undone already."


def test_every_fate_and_reason_has_its_words() -> None:
    words = exchange_words()
    assert set(words.reasons) == set(Reason)
    assert set(words.fates) == set(Fate)


def test_columns_are_named_as_in_a_spreadsheet() -> None:
    assert [letters(0), letters(25), letters(26), letters(701), letters(702)] == ["A", "Z", "AA", "ZZ", "AAA"]
