"""The report of a period on the command line tells the plant as well, in words and as JSON."""

import json
from datetime import timedelta
from pathlib import Path

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
