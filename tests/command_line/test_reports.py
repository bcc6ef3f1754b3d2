"""The reports on the command line."""

import json
from pathlib import Path

import pytest

from daurulang.__main__ import main
from tests.book import Book
from tests.documents.papers import pages_of
from tests.reports.generated import work


def run(capsys: pytest.CaptureFixture[str], *words: str | Path) -> tuple[int, str, str]:
    status = main([str(word) for word in words])
    told = capsys.readouterr()
    return status, told.out, told.err


def test_the_month_as_words_as_json_and_on_paper(
    book: Book, place: str | Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    work(book)
    paper = tmp_path / "laporan.pdf"
    status, told, _ = run(capsys, "--database", place, "report", "monthly", "2025-10", "--pdf", paper)
    assert (status, told.splitlines()[0]) == (0, "Laporan nilai ekonomi Oktober 2025")
    assert "LAPORAN NILAI EKONOMI Oktober 2025" in pages_of(paper.read_bytes())[0]
    month = json.loads(run(capsys, "--database", place, "report", "monthly", "2025-10", "--json")[1])
    assert month["month"] == "2025-10"
    assert set(month["deposits"]) == {"count", "lines", "grams", "pieces", "rupiah"}
    for figure in ("grams", "pieces", "rupiah"):
        assert sum(row[figure] for row in month["by_material"]) == month["deposits"][figure]
    assert sum(row["rupiah"] for row in month["by_village"]) == month["deposits"]["rupiah"]
    assert {"active", "new"} <= set(month["participants"])
    assert set(month["payouts"]) == {"count", "rupiah"}
    assert isinstance(month["balances_rupiah"], int)


def test_a_day_as_words_as_json_and_on_paper(
    book: Book, place: str | Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    work(book)
    paper = tmp_path / "rekap.pdf"
    status, told, _ = run(capsys, "--database", place, "report", "daily", "2025-10-01", "--pdf", paper)
    assert (status, told.splitlines()[0]) == (0, "Rekap harian Rabu, 1 Oktober 2025")
    assert "REKAP HARIAN Rabu, 1 Oktober 2025" in pages_of(paper.read_bytes())[0]
    day = json.loads(run(capsys, "--database", place, "report", "daily", "2025-10-01", "--json")[1])
    assert day["day"] == "2025-10-01"
    assert f"{len(day['depositors'])} penyetor" in told
    brought = sum(cell["rupiah"] for row in day["rows"] for cell in row["cells"])
    assert brought == sum(each["savings_rupiah"] + each["cash_rupiah"] for each in day["depositors"])


def test_a_statement_as_words_as_json_and_on_paper(
    book: Book, place: str | Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    work(book)
    paper = tmp_path / "mutasi.pdf"
    words = ("--database", place, "statement", "A-00002", "--from", "2025-08-01", "--to", "2025-11-30")
    status, told, _ = run(capsys, *words, "--pdf", paper)
    assert (status, "Moh. Ridwan" in told) == (0, True)
    assert "MUTASI REKENING" in pages_of(paper.read_bytes())[0]
    found = json.loads(run(capsys, *words, "--json")[1])
    (balance,) = json.loads(run(capsys, "--database", place, "balance", "2", "--json")[1])
    assert found["closing_rupiah"] == found["movements"][-1]["balance_rupiah"] == balance["rupiah"]


def test_what_has_not_come_yet_is_refused(
    book: Book, place: str | Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    paper = tmp_path / "x.pdf"
    for words in (("monthly", "2199-01"), ("daily", "2199-01-01")):
        status, _, refused = run(capsys, "--database", place, "report", *words, "--pdf", paper)
        assert (status, "belum tiba" in refused, paper.exists()) == (1, True, False)
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
