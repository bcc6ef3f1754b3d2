"""The value report as it reads on paper."""

import re
from dataclasses import replace
from datetime import date
from fractions import Fraction
from io import BytesIO
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pypdf import PdfReader

from daurulang.centre.queries import Centre
from daurulang.documents import a4
from daurulang.documents.corrections import corrections_in_words
from daurulang.documents.economic_value_report import WIDTH, sections, write_value_report
from daurulang.documents.figures import percent, whole
from daurulang.errors import FileNotWritten
from daurulang.periods import MONTHS, Period, year_of
from daurulang.quantities import format_whole
from daurulang.reports.economic_value import EconomicValue, Measure, economic_value
from tests.book import Book
from tests.documents.papers import bare, pages_of
from tests.documents.reports import CENTRE, OCTOBER, empty, headline, large

SIGNED = date(2026, 11, 2)


def pdf(report: EconomicValue, folder: Path, centre: Centre = CENTRE, place: str = "Bangkalan") -> bytes:
    path = folder / "laporan.pdf"
    write_value_report(report, centre, path, place=place, day=SIGNED, maker="Siti Aminah, S.E.")
    return path.read_bytes()


def test_the_report_says_who_what_and_when(tmp_path: Path) -> None:
    pages = pages_of(pdf(large(20, 15), tmp_path))
    for words in (
        *("Rumah Daur Ulang Bangkalan", "Jl. Letnan Sunarto No. 12, Bangkalan", "Telp. 031-3095000"),
        *("LAPORAN NILAI EKONOMI", "Oktober 2026", "Rp 9.592.380", "9.876", "4.321", "Perbandingan"),
        *("Sebelumnya: September 2026. Tahun lalu: Oktober 2025.", "dari nol", "Menurut kategori DLH"),
        *("Plastik keras", "Plastik fleksibel", "Kertas/karton", "Logam", "Kaca", "Karet/kulit", "Kain/tekstil"),
        *("Perempuan 2.400", "Laki-laki 1.700", "Tidak disebut 11", "Kelompok 100", "Instansi 80", "Sekolah 30"),
        *("Baru terdaftar 120", "Dibayar tunai Rp 1.000.000", "Sedekah 12 kali", "Penarikan (45 kali) −Rp 12.345.678"),
        *("Saldo awal Rp 98.765.432", "Saldo akhir Rp 95.012.134"),
    ):
        assert bare(words) in bare(pages[0]), words
    for words in (
        *("Nilai ekonomi seluruh setoran Oktober 2026 Rp 9.592.380", "Bangkalan, 2 November 2026", "Mengetahui,"),
        "sembilan juta lima ratus sembilan puluh dua ribu tiga ratus delapan puluh rupiah",
        *("Kepala UPT Rumah Daur Ulang", "Drs. H. Achmad Fauzi, M.Si.", "Pembuat laporan,", "Siti Aminah, S.E."),
    ):
        assert bare(words) in bare(pages[-1]), words


def test_kilograms_pieces_and_litres_stand_apart_and_what_has_no_weight_is_named(tmp_path: Path) -> None:
    report = large(6, 2)
    text = " ".join(pages_of(pdf(report, tmp_path)))
    kilograms, pieces, litres = report.measure.grams, report.measure.pieces, report.measure.millilitres
    assert (kilograms, pieces, litres) == (197_520, 35, 9_000)
    assert "Jumlah 197,520 35 9,00 959.238" in text
    assert "B000 Bahan nomor 0 dengan nama yang panjang tanpa berat 7 – 45.678" in text
    assert "“tanpa berat”: beratnya tidak diketahui, jadi tidak termasuk dalam jumlah berat." in text


def test_partly_weighed_goods_say_how_many_lines_are_not(tmp_path: Path) -> None:
    report = large(1, 1)
    row = replace(report.by_material[0], measure=Measure(5, 4_000, 50, 0, 9_000), weightless_lines=2)
    text = " ".join(pages_of(pdf(replace(report, by_material=(row,)), tmp_path)))
    assert "Sebagian tanpa berat: Bahan nomor 0 dengan nama yang panjang (2 dari 5 baris)." in text


def test_eighty_materials_and_all_villages_break_cleanly(tmp_path: Path) -> None:
    report = large(80, 281)
    pages = pages_of(pdf(report, tmp_path))
    for number, page in enumerate(pages, 1):
        assert page.endswith(f"Halaman {number}/{len(pages)}")
    text = " ".join(pages)
    assert all(len(re.findall(rf"\b{row.code} {row.name} ", text)) == 1 for row in report.by_material)
    assert all(len(re.findall(rf"\b{row.name} {row.district} ", text)) == 1 for row in report.by_village)
    for page in pages:
        if re.search(r"\bB0\d\d ", page):
            assert "Kode Bahan Berat (kg) Pcs Liter Nilai (Rp)" in page
        if re.search(r"Desa \d+ Kecamatan", page):
            assert "Desa/kelurahan Kecamatan Setoran Anggota Berat (kg) Nilai (Rp)" in page


def test_nothing_stands_below_the_paper() -> None:
    height = a4.LONG_SIDE - 2 * a4.MARGIN - a4.FOOT
    for report in (large(80, 281), large(13, 13), empty(), large(3, 300, year_of(date(2026, 1, 1)))):
        for page in a4.pages_of(sections(report), WIDTH, height):
            assert page.height <= height
            assert all(run.x >= 0 and run.x + 1 < WIDTH and run.y <= height for run in page.runs)
            assert all(fill.x >= 0 and fill.x + fill.width <= WIDTH + 0.01 for fill in page.fills)


def test_sums_and_signatures_never_stand_alone(tmp_path: Path) -> None:
    for villages in range(28, 75, 5):
        for page in pages_of(pdf(large(2, villages), tmp_path)):
            assert not page.startswith(("Jumlah", "Mengetahui"))
            if page.startswith("Desa/kelurahan"):
                assert len(re.findall(r"Desa \d+ Kecamatan", page)) >= 2


def test_charts_are_vectors(tmp_path: Path) -> None:
    reader = PdfReader(BytesIO(pdf(large(80, 281), tmp_path)))
    assert [len(page.images) for page in reader.pages] == [1] + [0] * (len(reader.pages) - 1)  # the logo alone
    assert all("DaurUlangSans" in str(font["/BaseFont"]) for font in _fonts(reader))


def _fonts(reader: PdfReader) -> list[dict[str, object]]:
    return [font.get_object() for page in reader.pages for font in page["/Resources"]["/Font"].values()]  # type: ignore[index]


def test_the_same_figures_give_the_same_bytes(tmp_path: Path) -> None:
    first = pdf(large(80, 281), tmp_path)
    assert pdf(large(80, 281), tmp_path) == first
    assert pdf(large(80, 280), tmp_path) != first


def test_an_empty_month_can_be_signed(tmp_path: Path) -> None:
    text = " ".join(pages_of(pdf(empty(), tmp_path, Centre("RDU"), "")))
    for words in ("Tidak ada setoran.", "nol rupiah", "Kepala UPT", "2 November 2026", "tetap nol", "Saldo akhir Rp 0"):
        assert words in text
    assert "Menurut bahan" not in text


def test_an_empty_month_is_one_page_without_tables_of_dashes(tmp_path: Path) -> None:
    (page,) = pages_of(pdf(empty(), tmp_path))
    for words in ("Tidak ada setoran.", "Perbandingan", "Peserta, pembayaran, dan tabungan", "Drs. H. Achmad Fauzi"):
        assert words in page
    assert "Plastik keras" not in page


def test_a_year_is_shown_month_by_month(tmp_path: Path) -> None:
    report = large(2, 2, year_of(date(2026, 1, 1)))
    text = " ".join(pages_of(pdf(report, tmp_path)))
    assert "Bulan demi bulan" in text
    assert "Nilai setoran setiap bulan (Rp)" in text
    assert "Hari demi hari" not in text
    for number, name in enumerate(MONTHS, 1):
        days = [each for each in report.by_day if each.day.month == number]
        deposits, rupiah = sum(each.deposits for each in days), sum(each.rupiah for each in days)
        assert re.search(rf"{name} 2026 {deposits} [0-9.,]+ {format_whole(rupiah)} ", text), name


def test_a_quarter_is_shown_day_by_day(tmp_path: Path) -> None:
    text = " ".join(pages_of(pdf(large(2, 2, Period(date(2026, 7, 1), date(2026, 9, 30))), tmp_path)))
    assert "Hari demi hari" in text
    assert "Bulan demi bulan" not in text
    assert "Jul Agu Sep" in text


def test_months_without_deposits_are_listed_too(tmp_path: Path) -> None:
    year = large(2, 2, year_of(date(2026, 1, 1)))
    spring = replace(year, by_day=tuple(each for each in year.by_day if each.day.month in (3, 4)))
    assert "Februari 2026 – – – Maret 2026 4" in " ".join(pages_of(pdf(spring, tmp_path)))


def test_a_year_is_not_compared_with_the_same_year_twice(tmp_path: Path) -> None:
    page = pages_of(pdf(large(2, 2, year_of(date(2026, 1, 1))), tmp_path))[0]
    assert "Sebelumnya: Tahun 2025." in page
    assert "Tahun lalu" not in page
    assert page.count("Selisih") == 1


def test_classes_come_to_the_same_sum(tmp_path: Path) -> None:
    report = large(20, 2)
    page = pages_of(pdf(report, tmp_path))[-1]
    classes = page[page.index("Menurut golongan anggota") :]
    assert re.search(rf"Jumlah 9.876 4.321 [0-9.,]+ {format_whole(report.measure.rupiah)} ", classes)


def test_both_names_stand_on_their_lines(tmp_path: Path) -> None:
    longer = replace(CENTRE, head_name="Dr. Ir. H. Raden Achmad Fauzi Rachmatullah Wirjodiprojo, M.Si., M.M.")
    reader = PdfReader(BytesIO(pdf(empty(), tmp_path, longer)))
    lines: list[str] = []
    reader.pages[-1].extract_text(visitor_text=lambda text, *_place: lines.append(" ".join(text.split())))
    assert any(line.endswith("M.M. Siti Aminah, S.E.") for line in lines)


def test_any_days_and_whole_years_have_their_title(tmp_path: Path) -> None:
    days = Period(date(2026, 10, 5), date(2026, 10, 11))
    assert "5 Oktober 2026 – 11 Oktober 2026" in pages_of(pdf(large(2, 2, days), tmp_path))[0]
    year = " ".join(pages_of(pdf(large(2, 2, year_of(date(2026, 1, 1))), tmp_path)))
    assert "Tahun 2026" in year
    assert "Jan Feb Mar Apr Mei Jun Jul Agu Sep Okt Nov Des" in year


def test_a_report_out_of_a_book_is_what_it_says(busy_book: Book, tmp_path: Path) -> None:
    report = economic_value(busy_book.db, Period(date(2025, 10, 1), date(2025, 10, 31)))
    text = " ".join(pages_of(pdf(report, tmp_path)))
    assert "Tanpa desa" in text
    assert "Botol kecap" in text
    assert "Jelantah" in text
    for row in report.by_day:
        assert f"{row.day.day} Oktober 2025 {whole(row.deposits)}" in text
    assert bare(corrections_in_words(report.corrections)) in bare(text)
    assert "Koreksi atas bulan sebelumnya" in text


def test_a_folder_that_is_missing_is_named(tmp_path: Path) -> None:
    with pytest.raises(FileNotWritten):
        pdf(empty(), tmp_path / "missing")


@given(st.integers(0, 10**12), st.integers(1, 10**12))
def test_percentages_are_exact_to_a_tenth_half_up(now: int, before: int) -> None:
    said = percent(now, before).removesuffix(" %").replace(".", "").replace(",", ".").replace("\u2212", "-")
    exact = Fraction(now - before, before) * 100
    assert abs(Fraction(said) - exact) <= (Fraction(11, 20) if abs(exact) >= 1000 else Fraction(1, 20))


def test_percentages_from_nothing_are_words() -> None:
    assert (percent(5, 0), percent(0, 0), percent(7, 7)) == ("dari nol", "tetap nol", "0,0 %")
    assert (percent(1, 3), percent(3, 1), percent(45, 1)) == ("\u221266,7 %", "+200,0 %", "+4.400 %")


def test_less_than_nothing_is_said_so(tmp_path: Path) -> None:
    before = headline(OCTOBER.before, Measure(), balances_rupiah=-5_000)
    text = pages_of(pdf(replace(large(2, 2), before=before, balances_rupiah=-2_000), tmp_path))[0]
    assert "Saldo akhir (Rp) \u22122.000 \u22125.000 +3.000 dari minus" in text


def test_other_periods_stand_beside_it(tmp_path: Path) -> None:
    before = headline(OCTOBER.before, Measure(rupiah=500_000), deposits=8_000)
    text = pages_of(pdf(replace(large(2, 2), before=before), tmp_path))[0]
    assert "Setoran 9.876 8.000 +1.876 +23,5 % – +9.876 dari nol" in text
    assert "Nilai (Rp) 137.034 500.000 \u2212362.966 \u221272,6 % – +137.034 dari nol" in text
