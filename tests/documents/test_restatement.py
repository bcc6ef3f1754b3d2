"""A month that was opened again says in its workbook, as on its paper, what it was signed with before."""

from dataclasses import replace
from datetime import date
from pathlib import Path

from daurulang.closings.queries import Restated
from daurulang.documents import workbook_wording as words
from daurulang.documents.economic_value_workbook import write_value_workbook
from daurulang.documents.restatement import restatement_in_words
from daurulang.periods import Zone, moment_ms
from tests.documents.formulas import Calculated
from tests.documents.month import NOVEMBER, made_lines, report_of
from tests.documents.reports import CENTRE
from tests.documents.test_economic_value_workbook import check_formulas

AT_MS = moment_ms(date(2026, 12, 5), 9, 0, Zone.WIB)
OPENED = "Bulan ini dibuka kembali 05/12/2026 oleh Siti Aminah: nota kertas tertinggal di pos."


def test_the_workbook_says_what_changed(tmp_path: Path) -> None:
    lines = made_lines(NOVEMBER, 60, 8)
    report = report_of(NOVEMBER, lines)
    before = replace(report.headline, deposits=report.deposits - 1, payouts_rupiah=report.payouts.rupiah + 500)
    restated = Restated(before, 1, AT_MS, "Siti Aminah", "nota kertas tertinggal di pos")
    write_value_workbook(report, lines, CENTRE, tmp_path / "a.xlsx", restated=restated)
    found = Calculated(tmp_path / "a.xlsx")
    check_formulas(found)
    told = " ".join(str(row[0]) for row in found.stored[words.SUMMARY].iter_rows(values_only=True))
    assert OPENED in told
    assert "Setoran semula" in told
    assert "Nilai (Rp) semula" not in told
    assert restatement_in_words(report.headline, restated, Zone.WIB) in told


def test_a_month_that_stayed_as_it_was_says_so() -> None:
    headline = report_of(NOVEMBER, made_lines(NOVEMBER, 60, 8)).headline
    restated = Restated(headline, 1, AT_MS, "Siti Aminah", "nota kertas tertinggal di pos.")
    told = restatement_in_words(headline, restated, Zone.WIB)
    assert told == f"{OPENED} Yang berubah sejak laporan sebelumnya: tidak ada."
