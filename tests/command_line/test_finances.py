"""`report profit` and `report cash`: words, JSON, PDF and workbooks of any period."""

import json
from datetime import date
from pathlib import Path

import pytest

from daurulang.__main__ import main
from daurulang.expenses import service as expenses
from daurulang.expenses.model import PaidFrom
from daurulang.expenses.service import ExpenseDraft
from tests.book import Book, new_key
from tests.documents.papers import read

SPENT = date(2026, 3, 3)


@pytest.fixture
def spent(book: Book) -> str:
    expenses.record(book.db, book.desk, ExpenseDraft(new_key(), 3, 5_000, "solar", PaidFrom.OWNER), SPENT)
    expenses.record(book.db, book.desk, ExpenseDraft(new_key(), 1, 900, "upah sortir", PaidFrom.BANK), SPENT)
    return book.db.address


def test_profit_tells_what_is_left_and_both_sums(
    spent: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    pdf, xlsx = tmp_path / "a.pdf", tmp_path / "a.xlsx"
    assert main(["--database", spent, "report", "profit", "2026-03", "--pdf", str(pdf), "--xlsx", str(xlsx)]) == 0
    said = " ".join(capsys.readouterr().out.split())
    for words in (
        *("Laba rugi Maret 2026", "BBM −Rp 5.000", "Rugi bersih −Rp 5.900", "Neraca Selasa, 31 Maret 2026"),
        *("Modal pengurus Rp 5.000", "Jumlah aset −Rp 900", "Jumlah kewajiban dan ekuitas −Rp 900"),
    ):
        assert words in said
    assert "Rugi bersih" in read(pdf.read_bytes())
    assert xlsx.stat().st_size
    assert main(["--database", spent, "report", "profit", "2026-Q1", "--json"]) == 0
    found = json.loads(capsys.readouterr().out)
    assert found["profit"]["surplus_rupiah"] == -5_900
    assert found["balance_sheet"]["assets_rupiah"] == found["balance_sheet"]["liabilities_and_equity_rupiah"] == -900


def test_cash_tells_every_line(spent: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    pdf, xlsx = tmp_path / "a.pdf", tmp_path / "a.xlsx"
    words = ("report", "cash", "2026-03-01..2026-03-03", "--pdf", str(pdf), "--xlsx", str(xlsx))
    assert main(["--database", spent, *words]) == 0
    said = " ".join(capsys.readouterr().out.split())
    assert "Buku kas Bank, 1 Maret 2026 – 3 Maret 2026 Saldo awal Rp 0" in said
    assert "03/03/2026 L1-000002 Biaya Upah: upah sortir Rp 900 −Rp 900 Saldo akhir Rp 0 Rp 900 −Rp 900" in said
    assert ("BUKU KAS" in read(pdf.read_bytes()), bool(xlsx.stat().st_size)) == (True, True)
    assert main(["--database", spent, "report", "cash", "2026", "--json"]) == 0
    (bank,) = json.loads(capsys.readouterr().out)
    assert (bank["lines"][0]["out_rupiah"], bank["closing_rupiah"]) == (900, -900)


def test_what_has_not_begun_has_no_report(spent: str, capsys: pytest.CaptureFixture[str]) -> None:
    for kind in ("profit", "cash"):
        assert main(["--database", spent, "report", kind, "2998"]) != 0
        assert "belum tiba" in capsys.readouterr().err
