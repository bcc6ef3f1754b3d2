"""The report of a period on the command line tells the plant as well, in words and as JSON."""

import json
from datetime import timedelta
from pathlib import Path

import openpyxl
import pytest

from daurulang import periods
from daurulang.__main__ import main
from daurulang.periods import Zone
from tests.book import Book
from tests.plant import worked_plant


def test_any_period_tells_the_plant(book: Book, place: str | Path, capsys: pytest.CaptureFixture[str]) -> None:
    worked_plant(book)
    today = periods.today(Zone.WIB)
    days = f"{today - timedelta(days=1)}..{today}"
    assert main(["--database", str(place), "report", "monthly", days]) == 0
    words = capsys.readouterr().out
    for told in (
        *("Penjualan Rp 285.000, laba kotor Rp 97.572", "Terhindar dari TPA 155,00 kg"),
        *("Perkiraan CO2e dihindari 99,24 kg (DEFRA/DESNZ 2025)", "Tanpa faktor emisi, tidak dihitung: 5,00 kg"),
    ):
        assert told in words
    assert main(["--database", str(place), "report", "monthly", days, "--json"]) == 0
    plant = json.loads(capsys.readouterr().out)["plant"]
    assert plant["estimate"]["grams_co2e"] == 99_240
    assert [each["name"] for each in plant["estimate"]["without_factor"]] == ["Cacahan PET"]
    total = plant["mass_balance"][-1]
    came = total["residents"] + total["hauled"] + total["before"] + total["found"]
    assert came == total["sold"] + total["landfill"] + total["lost"] + total["stock_change"] == 170_000


def test_the_days_of_a_period_are_told_a_line_each_and_written_a_sheet_each(
    book: Book, place: str | Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    today = periods.today(Zone.WIB)
    yesterday = today - timedelta(days=1)
    book.deposit(grams=10_000, day=yesterday)
    book.deposit(grams=2_000)
    days, path = f"{yesterday}..{today}", tmp_path / "harian.xlsx"
    assert main(["--database", str(place), "report", "daily", days, "--xlsx", str(path)]) == 0
    assert [line.split()[1:5] for line in capsys.readouterr().out.splitlines()] == [
        ["1", "penyetor", "10,00", "kg"],
        ["1", "penyetor", "2,00", "kg"],
    ]
    assert openpyxl.load_workbook(path).sheetnames == [f"{yesterday:%d_%m_%Y}", f"{today:%d_%m_%Y}"]
    with pytest.raises(SystemExit):
        main(["--database", str(place), "report", "daily", days, "--pdf", str(tmp_path / "a.pdf")])
    assert "hanya untuk satu hari" in capsys.readouterr().err
