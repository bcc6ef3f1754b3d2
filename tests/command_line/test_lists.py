"""An old book is taken over on the command line, and its month closed."""

import json
from pathlib import Path

import pytest

from tests.book import Book
from tests.command_line.test_commands import run
from tests.exchange.lists import write_csv

DEPOSITS = """tanggal;nama;jenis sampah;berat;satuan;harga;total
21/02/2024;Nur Hayati;PET botol bening;2,5;kg;3.000;7.500
21/02/2024;Bu Sri;Tembaga;1;kg;40.000;40.000
"""


def test_old_deposits_come_in_when_asked_to_make_what_is_missing(
    book: Book, place: str | Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = write_csv(tmp_path / "lama.csv", DEPOSITS)
    status, told, refused = run(capsys, "--database", place, "import", "deposits", path)
    assert (status, "2 baris" in refused or "1 baris" in refused) == (1, True)
    assert "Bu Sri tidak ada di buku" in told
    status, told, _ = run(capsys, "--database", place, "import", "deposits", path, "--create", "--dry-run", "--json")
    answer = json.loads(told)
    assert (status, answer["batch"], answer["counts"]["warning"], answer["counts"]["new"]) == (0, None, 1, 1)
    assert run(capsys, "--database", place, "balance", "--json")[1].count("Bu Sri") == 0
    assert run(capsys, "--database", place, "import", "deposits", path, "--create")[0] == 0
    found = json.loads(run(capsys, "--database", place, "balance", "--json")[1])
    assert {each["name"]: each["rupiah"] for each in found} == {
        "Nur Hayati": 7500,
        "Moh. Ridwan": 0,
        "Bu Sri": 40_000,
    }
    assert json.loads(run(capsys, "--database", place, "verify", "--json")[1])["ok"] is True


def test_balances_come_in(book: Book, place: str | Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = write_csv(tmp_path / "saldo.csv", "Nama,Saldo\nNur Hayati,125000\nBu Sri,5000\n")
    assert run(capsys, "--database", place, "import", "balances", path)[0] == 1
    assert run(capsys, "--database", place, "import", "balances", path, "--create")[0] == 0
    assert "125.000" in run(capsys, "--database", place, "balance", "1")[1]


def test_a_month_is_closed_once(
    book: Book, place: str | Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = write_csv(tmp_path / "lama.csv", DEPOSITS)
    run(capsys, "--database", place, "import", "deposits", path, "--create")
    before = json.loads(run(capsys, "--database", place, "report", "monthly", "2024-02", "--json")[1])
    assert (before["closed"], before["deposits"]["rupiah"]) == (False, 47_500)
    assert run(capsys, "--database", place, "close", "month", "2024-03")[2].startswith("Februari 2024 belum ditutup")
    status, told, _ = run(capsys, "--database", place, "close", "month", "2024-02")
    assert (status, told) == (0, "Februari 2024 ditutup: 2 setoran, nilai Rp 47.500.\n")
    after = json.loads(run(capsys, "--database", place, "report", "monthly", "2024-02", "--json")[1])
    assert after == before | {"closed": True}
    assert run(capsys, "--database", place, "close", "month", "2024-02")[0] == 1
    late = write_csv(tmp_path / "telat.csv", DEPOSITS.replace("21/02", "22/02"))
    status, told, _ = run(capsys, "--database", place, "import", "deposits", late)
    assert (status, "bulan yang sudah ditutup" in told) == (1, True)


def test_the_opening_stock_comes_in_once(
    book: Book, place: str | Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = write_csv(tmp_path / "stok.csv", "Kode;Bahan;Stok awal;Satuan\nPL1;;12,5;kg\n;Tembaga;3;kg\n")
    status, told, _ = run(capsys, "--database", place, "import", "stock", path)
    assert (status, "tidak dapat dibatalkan" in told, "Tembaga tidak ada di buku" in told) == (1, True, True)
    told = run(capsys, "--database", place, "import", "stock", path, "--create", "--dry-run")[1]
    assert "uji coba" in told
    status, told, _ = run(capsys, "--database", place, "import", "stock", path, "--create")
    assert (status, "Masuk sebagai impor nomor 1." in told) == (0, True)
    assert "12,50 kg" in run(capsys, "--database", place, "stock")[1]
    status, told, _ = run(capsys, "--database", place, "import", "stock", path)
    assert (status, "sudah pernah dihitung" in told) == (1, True)
    assert run(capsys, "--database", place, "verify")[0] == 0
