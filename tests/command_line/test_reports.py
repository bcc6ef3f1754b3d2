"""The reports on the command line."""

import json
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from daurulang.__main__ import main
from daurulang.centre.queries import letterhead
from tests.book import Book
from tests.documents.papers import pages_of


def run(capsys: pytest.CaptureFixture[str], *words: str | Path) -> tuple[int, str, str]:
    status = main([str(word) for word in words])
    told = capsys.readouterr()
    return status, told.out, told.err


def test_the_month_as_words_as_json_and_on_paper(
    busy_book: Book, busy_place: str | Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    paper = tmp_path / "laporan.pdf"
    status, told, _ = run(capsys, "--database", busy_place, "report", "monthly", "2025-10", "--pdf", paper)
    assert (status, told.splitlines()[0]) == (0, "Laporan nilai ekonomi Oktober 2025")
    assert "LAPORAN NILAI EKONOMI Oktober 2025" in pages_of(paper.read_bytes())[0]
    month = json.loads(run(capsys, "--database", busy_place, "report", "monthly", "2025-10", "--json")[1])
    assert month["month"] == "2025-10"
    assert set(month["deposits"]) == {"count", "lines", "grams", "pieces", "rupiah"}
    for figure in ("grams", "pieces", "rupiah"):
        assert sum(row[figure] for row in month["by_material"]) == month["deposits"][figure]
    assert sum(row["rupiah"] for row in month["by_village"]) == month["deposits"]["rupiah"]
    assert {"active", "new"} <= set(month["participants"])
    assert set(month["payouts"]) == {"count", "rupiah"}
    assert isinstance(month["balances_rupiah"], int)


def test_a_day_as_words_as_json_and_on_paper(
    busy_book: Book, busy_place: str | Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    paper = tmp_path / "rekap.pdf"
    status, told, _ = run(capsys, "--database", busy_place, "report", "daily", "2025-10-01", "--pdf", paper)
    assert (status, told.splitlines()[0]) == (0, "Rekap harian Rabu, 1 Oktober 2025")
    assert "REKAP HARIAN Rabu, 1 Oktober 2025" in pages_of(paper.read_bytes())[0]
    day = json.loads(run(capsys, "--database", busy_place, "report", "daily", "2025-10-01", "--json")[1])
    assert day["day"] == "2025-10-01"
    assert f"{len(day['depositors'])} penyetor" in told
    brought = sum(cell["rupiah"] for row in day["rows"] for cell in row["cells"])
    assert brought == sum(each["savings_rupiah"] + each["cash_rupiah"] for each in day["depositors"])


def test_a_statement_as_words_as_json_and_on_paper(
    busy_book: Book, busy_place: str | Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    paper = tmp_path / "mutasi.pdf"
    words = ("--database", busy_place, "statement", "A-00002", "--from", "2025-08-01", "--to", "2025-11-30")
    status, told, _ = run(capsys, *words, "--pdf", paper)
    assert (status, "Moh. Ridwan" in told) == (0, True)
    assert "MUTASI REKENING" in pages_of(paper.read_bytes())[0]
    found = json.loads(run(capsys, *words, "--json")[1])
    (balance,) = json.loads(run(capsys, "--database", busy_place, "balance", "2", "--json")[1])
    assert found["closing_rupiah"] == found["movements"][-1]["balance_rupiah"] == balance["rupiah"]


def stored(path: Path) -> Any:
    """The workbook with what its formulas have come to."""
    return openpyxl.load_workbook(path, data_only=True)


def table(path: Path, sheet: str) -> list[dict[str, Any]]:
    """The rows below the head, by its words; the sums come last."""
    head, *rows = list(stored(path)[sheet].iter_rows(min_row=3, values_only=True))
    return [dict(zip(head, row, strict=True)) for row in rows]


def thousandths(kilograms: float | None) -> int:
    return round((kilograms or 0) * 1000)


def test_the_month_as_a_workbook_says_what_json_says(
    busy_book: Book, busy_place: str | Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "laporan.xlsx"
    words = ("--database", busy_place, "report", "monthly", "2025-10")
    assert run(capsys, *words, "--xlsx", file)[0] == 0
    month = json.loads(run(capsys, *words, "--json")[1])
    *materials, total = table(file, "Bahan")
    for row in month["by_material"]:
        (own,) = (each for each in materials if each["Kode"] == row["code"])
        assert (own["Bahan"], thousandths(own["Berat (kg)"])) == (row["name"], row["grams"])
        assert (own["Jumlah (pcs)"], own["Nilai (Rp)"]) == (row["pieces"], row["rupiah"])
    assert len(materials) == len(month["by_material"])
    deposits = month["deposits"]
    assert (total["Baris setoran"], thousandths(total["Berat (kg)"])) == (deposits["lines"], deposits["grams"])
    assert (total["Jumlah (pcs)"], total["Nilai (Rp)"]) == (deposits["pieces"], deposits["rupiah"])
    *villages, of_all = table(file, "Desa")
    told = {
        (row["name"] or "(tanpa desa)"): (row["deposits"], row["grams"], row["rupiah"]) for row in month["by_village"]
    }
    assert told == {
        row["Desa/kelurahan"]: (row["Setoran"], thousandths(row["Berat (kg)"]), row["Nilai (Rp)"]) for row in villages
    }
    assert of_all["Setoran"] == deposits["count"]
    figures = {row[0]: row[1] for row in stored(file)["Ringkasan"].iter_rows(values_only=True)}
    assert figures["Setoran"] == deposits["count"]
    assert figures["Nilai setoran (Rp)"] == deposits["rupiah"]
    assert figures["Penarikan tabungan (Rp)"] == month["payouts"]["rupiah"]
    assert figures["Saldo seluruh anggota (Rp)"] == month["balances_rupiah"]
    signs = [-1 if (row["Keterangan"] or "").startswith("koreksi atas L1-") else 1 for row in table(file, "Rincian")]
    assert -1 in signs
    assert sum(signs) == deposits["lines"]
    assert month["corrections"]["count"] > 0
    said = [row[0] for row in stored(file)["Ringkasan"].iter_rows(values_only=True)]
    assert "Pemeriksaan: semua lembar sama jumlahnya dengan buku." in said
    assert any(str(words).startswith("Koreksi atas bulan sebelumnya") for words in said)
    assert month["openings_rupiah"] != 0
    savings = {row[0]: row[1] for row in stored(file)["Peserta"].iter_rows(values_only=True)}
    assert savings["Ditambah saldo dari buku lama (Rp)"] == month["openings_rupiah"]
    assert savings["Saldo akhir (Rp)"] == month["balances_rupiah"]


def test_a_month_without_deposits_is_a_workbook_of_nothing(
    book: Book, place: str | Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "kosong.xlsx"
    words = ("--database", place, "report", "monthly", "2021-02")
    status, told, _ = run(capsys, *words, "--xlsx", file)
    assert (status, told.splitlines()[0]) == (0, "Laporan nilai ekonomi Februari 2021")
    month = json.loads(run(capsys, *words, "--json")[1])
    assert (month["deposits"]["count"], month["by_material"]) == (0, [])
    nothing, total = table(file, "Bahan")
    assert (nothing["No."], total["Nilai (Rp)"]) == ("Tidak ada setoran", month["deposits"]["rupiah"])
    assert "Tidak ada setoran." in [row[0] for row in stored(file)["Ringkasan"].iter_rows(values_only=True)]
    assert stored(file)["Rincian"]["A4"].value == "Tidak ada setoran"


def test_a_day_as_a_workbook_says_what_json_says(
    busy_book: Book, busy_place: str | Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "rekap.xlsx"
    words = ("--database", busy_place, "report", "daily", "2025-10-01")
    assert run(capsys, *words, "--xlsx", file)[0] == 0
    day = json.loads(run(capsys, *words, "--json")[1])
    *materials, of_all = table(file, "Bahan")
    heads = [f"{each['name']}\n{each['number']}" for each in day["depositors"]]
    for own, row in zip(materials, day["rows"], strict=True):
        assert (own["Kode"], own["Bahan"], own["Satuan"]) == (row["code"], row["name"], row["unit"])
        factor = 1 if row["unit"] == "pcs" else 1000
        brought = {heads[cell["depositor"]]: cell["quantity"] for cell in row["cells"]}
        assert {head: round(own[head] * factor) for head in heads if own[head] is not None} == brought
        assert own["Nilai (Rp)"] == sum(cell["rupiah"] for cell in row["cells"])
    assert of_all["Nilai (Rp)"] == sum(cell["rupiah"] for row in day["rows"] for cell in row["cells"])
    *people, total = table(file, "Penyetor")
    for own, each in zip(people, day["depositors"], strict=True):
        named = (each["number"], each["name"] if each["came"] else f"{each['name']} (koreksi)", each["place"])
        assert (own["No. anggota"], own["Nama"], own["Alamat"] or "") == named
        assert own["Bukti"].replace("\n", " ") == ", ".join(each["receipts"])
        assert (thousandths(own["Berat (kg)"]), own["Jumlah (pcs)"]) == (each["grams"], each["pieces"])
        paid = (own["Masuk tabungan (Rp)"], own["Dibayar tunai (Rp)"])
        assert paid == (each["savings_rupiah"], each["cash_rupiah"])
    assert total["Masuk tabungan (Rp)"] == sum(each["savings_rupiah"] for each in day["depositors"])


def test_a_statement_as_a_workbook_says_what_json_says(
    busy_book: Book, busy_place: str | Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "mutasi.xlsx"
    words = ("--database", busy_place, "statement", "A-00002", "--from", "2025-08-01", "--to", "2025-11-30")
    assert run(capsys, *words, "--xlsx", file)[0] == 0
    found = json.loads(run(capsys, *words, "--json")[1])
    opening, *rows, total = table(file, "Mutasi")
    assert (opening["Keterangan"], opening["Saldo (Rp)"]) == ("Saldo awal", found["opening_rupiah"])
    assert found["movements"]
    for own, each in zip(rows, found["movements"], strict=True):
        assert (own["Tanggal"].date().isoformat(), own["Nomor bukti"]) == (each["day"], each["number"])
        assert (own["Masuk (Rp)"] or 0, own["Keluar (Rp)"] or 0) == (each["in_rupiah"], each["out_rupiah"])
        assert own["Saldo (Rp)"] == each["balance_rupiah"]
    assert (total["Masuk (Rp)"], total["Keluar (Rp)"]) == (found["in_rupiah"], found["out_rupiah"])
    assert total["Saldo (Rp)"] == found["closing_rupiah"]


def test_a_folder_that_is_not_there_is_named_and_nothing_is_written(
    book: Book, place: str | Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    today = letterhead(book.db)[0].today().isoformat()
    for words in (
        ("report", "monthly", today[:7]),
        ("report", "daily", today),
        ("statement", "1", "--from", today, "--to", today),
    ):
        for kind in ("xlsx", "pdf"):
            file = tmp_path / "tidak-ada" / f"laporan.{kind}"
            status, told, refused = run(capsys, "--database", place, *words, f"--{kind}", file)
            assert (status, told, file.parent.exists()) == (1, "", False)
            assert len(refused.splitlines()) == 1
            assert str(file) in refused


def test_what_has_not_come_yet_is_refused(
    book: Book, place: str | Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for words in (("monthly", "2199-01"), ("daily", "2199-01-01")):
        for kind in ("pdf", "xlsx"):
            file = tmp_path / f"x.{kind}"
            status, told, refused = run(capsys, "--database", place, "report", *words, f"--{kind}", file)
            assert (status, told, file.exists()) == (1, "", False)
            assert "belum tiba" in refused
            assert len(refused.splitlines()) == 1
    nobody = ("statement", "99", "--from", "2026-01-01", "--to", "2026-01-02")
    assert run(capsys, "--database", place, *nobody)[0] == 1


@pytest.mark.parametrize(
    "words",
    [
        ("report", "monthly", "2026-13"),
        ("report", "monthly", "November"),
        ("report", "daily", "2026-02-30"),
        ("report", "yearly", "2026"),
        ("statement", "1", "--from", "2026-02-02", "--to", "2026-02-01"),
        ("statement", "1", "--from", "2026-02-02"),
    ],
)
def test_days_that_do_not_exist_are_usage(sqlite_place: Path, words: tuple[str, ...]) -> None:
    with pytest.raises(SystemExit) as ended:
        main(["--database", str(sqlite_place), *words])
    assert ended.value.code == 2
