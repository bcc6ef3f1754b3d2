"""Receipts as they read on paper."""

import subprocess
import sys
from dataclasses import replace
from datetime import date
from io import BytesIO
from pathlib import Path
from threading import Thread

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from pypdf import PdfReader

from daurulang.centre.queries import Centre
from daurulang.centre.service import change_centre
from daurulang.config import Paper
from daurulang.deposits.model import Payment
from daurulang.documents.fonts import Weight, font
from daurulang.documents.receipt import receipt_pdf, write_receipt
from daurulang.materials.model import PriceSide
from daurulang.materials.queries import PriceKey
from daurulang.materials.service import PriceDraft, set_prices
from daurulang.members.service import MemberDraft, change
from daurulang.payouts.model import PayoutMethod
from daurulang.quantities import Condition
from daurulang.receipts.service import hand_out, look_at
from resources.paths import path
from tests.book import Book
from tests.documents.papers import (
    BOTTLES,
    CARDBOARD,
    DIRTY_PET,
    HEADING,
    OIL,
    PET,
    bare,
    deposit,
    line,
    pages_of,
    payout,
    read,
)

every_paper = pytest.mark.parametrize("paper", list(Paper))
LOGO = path("daurulang.png").read_bytes()


@every_paper
def test_a_deposit_says_all_that_happened(paper: Paper) -> None:
    text = read(receipt_pdf(deposit(PET, CARDBOARD, logo=LOGO), paper))
    for words in (
        *("RDU Bangkalan", "Jl. Letnan Sunarto No. 12", "Telp. 0812-3456-7890", "BUKTI SETORAN", "L1-000123"),
        *("09.05 WIB", "Loket 1", "Siti Aminah", "000123", "Nur Hayati", "Pangeranan, RT 03/RW 02"),
        *("PET botol bening", "2,45", "3.100", "7.595", "Kardus", "12,30", "1.600", "19.680"),
        *("bruto 13,10 − tara 0,50 − potongan 0,30 (basah)", "Total berat 14,75 kg", "Rp 27.275"),
        *("Masuk tabungan Rp 27.275", "Saldo sebelum Rp 214.500", "Saldo sesudah Rp 241.775"),
        *("dua puluh tujuh ribu dua ratus tujuh puluh lima rupiah", "Penyetor", "Petugas"),
        *("Simpan bukti ini", "9f86 d081 884c 7d65"),
    ):
        assert bare(words) in bare(text)
    assert "SALINAN" not in text


@every_paper
def test_a_payout_says_where_the_money_went(paper: Paper) -> None:
    text = read(receipt_pdf(payout(PayoutMethod.TRANSFER, "BRI 0012-01-234567"), paper))
    for words in (
        *("BUKTI PENARIKAN", "L1-000124", "Nur Hayati", "Ditarik Rp 150.000", "Transfer bank"),
        *("Tujuan: BRI 0012-01-234567", "Saldo sebelum Rp 243.485", "Saldo sesudah Rp 93.485"),
        *("seratus lima puluh ribu rupiah", "Penerima", "2c26 b46b 68ff c68f"),
    ):
        assert bare(words) in bare(text)


@every_paper
def test_a_payout_in_cash_names_no_account(paper: Paper) -> None:
    text = read(receipt_pdf(payout(), paper))
    assert "Cara bayar Tunai" in text
    assert "Tujuan" not in text


@every_paper
def test_a_split_names_both_parts(paper: Paper) -> None:
    text = read(receipt_pdf(deposit(PET, payment=Payment.SPLIT, cash_rupiah=5000), paper))
    assert "Masuk tabungan Rp 2.595" in text
    assert "Dibayar tunai Rp 5.000" in text
    assert "Saldo sesudah Rp 217.095" in text


@every_paper
def test_cash_leaves_the_balance_as_it_is(paper: Paper) -> None:
    text = read(receipt_pdf(deposit(PET, payment=Payment.CASH), paper))
    assert "Dibayar tunai Rp 7.595" in text
    assert "Saldo tabungan Rp 214.500" in text
    assert "Saldo sebelum" not in text


@every_paper
def test_a_gift_is_weighed_and_not_valued(paper: Paper) -> None:
    given_line = replace(CARDBOARD, price_rupiah=0, amount_rupiah=0)
    text = read(receipt_pdf(deposit(given_line, payment=Payment.GIVEN), paper))
    assert "Sedekah 12,30 kg" in text
    assert "Nilai tidak dinilai" in text
    assert "Terbilang" not in text
    assert "Rp 0" not in text


@every_paper
def test_kilograms_pieces_and_litres_are_never_added(paper: Paper) -> None:
    text = read(receipt_pdf(deposit(PET, BOTTLES, OIL), paper))
    assert "Total berat 2,45 kg" in text
    assert "Total satuan 12 pcs" in text
    assert "Total cairan 1,50 liter" in text


@every_paper
def test_only_what_is_not_clean_names_its_condition(paper: Paper) -> None:
    text = read(receipt_pdf(deposit(PET, DIRTY_PET), paper))
    assert "PET botol bening · kotor" in text
    assert "bersih" not in text


@every_paper
def test_only_what_went_off_is_named(paper: Paper) -> None:
    text = read(
        receipt_pdf(deposit(line("Besi", 900, 1, tare=100), line("Seng", 950, 1, deduction=50, reason="x")), paper)
    )
    assert "bruto 1,00 − tara 0,10" in text
    assert "bruto 1,00 − potongan 0,05 (x)" in text
    assert "0,00" not in text


@every_paper
def test_an_act_entered_on_another_day_says_so(paper: Paper) -> None:
    text = read(receipt_pdf(replace(deposit(PET), day=date(2026, 11, 19)), paper))
    assert "19 November 2026" in text or "19/11/2026" in text
    assert "Dicatat 21/11/2026 09.05 WIB" in text


@every_paper
def test_what_is_not_known_of_the_centre_takes_no_room(paper: Paper) -> None:
    heading = replace(HEADING, centre_address="", centre_phone="", member_place="")
    assert "Telp." not in read(receipt_pdf(deposit(PET, heading=heading), paper))


@every_paper
def test_the_same_receipt_gives_the_same_bytes(paper: Paper) -> None:
    first = deposit(PET, CARDBOARD, logo=LOGO)
    assert receipt_pdf(first, paper) == receipt_pdf(deposit(PET, CARDBOARD, logo=LOGO), paper)
    assert receipt_pdf(first, paper) != receipt_pdf(deposit(PET, logo=LOGO), paper)


@every_paper
def test_receipts_made_at_once_do_not_disturb_each_other(paper: Paper) -> None:
    receipts = [deposit(PET, heading=replace(HEADING, member_name=f"Nama {n} é×½"[: 6 + n])) for n in range(6)]
    alone = [receipt_pdf(each, paper) for each in receipts]
    together = [b""] * len(receipts)

    def make(n: int) -> None:
        together[n] = receipt_pdf(receipts[n], paper)

    threads = [Thread(target=make, args=(n,)) for n in range(len(receipts))]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert together == alone


def test_the_file_says_what_it_is() -> None:
    reader = PdfReader(BytesIO(receipt_pdf(deposit(PET), Paper.A5)))
    assert reader.metadata is not None
    assert reader.metadata.title == "Bukti setoran L1-000123"
    assert reader.metadata.author == "RDU Bangkalan"
    assert str(reader.metadata["/CreationDate"]) == "D:20261121090500+07'00'"


@every_paper
def test_a_reprint_differs_by_nothing_but_its_mark(book: Book, paper: Paper) -> None:
    book.deposit(grams=2450)
    first = receipt_pdf(hand_out(book.db, "L1-000001", None), paper)
    set_prices(
        book.db,
        [PriceDraft(PriceKey(book.pet_id, PriceSide.BUY, Condition.CLEAN, 1), 3300)],
        date(2026, 1, 1),
        book.desk.staff_id,
    )
    change(book.db, book.member_id, MemberDraft("Nur Hayati binti Salim"))
    change_centre(book.db, Centre("Bank Sampah Induk", "Jl. Lain", logo=LOGO))
    again = receipt_pdf(hand_out(book.db, "L1-000001", None), paper)
    third = receipt_pdf(hand_out(book.db, "L1-000001", None), paper)
    assert read(again) == f"SALINAN ke-1 {read(first)}"
    assert read(third) == f"SALINAN ke-2 {read(first)}"
    assert receipt_pdf(look_at(book.db, "L1-000001"), paper) == first


def test_forty_lines_go_on_over_numbered_sheets() -> None:
    lines = [line(f"Bahan {n:02d}", 1000 + n, 1000) for n in range(1, 41)]
    pages = pages_of(receipt_pdf(deposit(*lines, copy=2), Paper.A5))
    assert len(pages) == 3
    for number, page in enumerate(pages, 1):
        assert f"Halaman {number}/3" in page
        assert "SALINAN ke-2" in page
        assert "L1-000123" in page
        assert "Jumlah (Rp)" in page
    names = [f"Bahan {n:02d}" for n in range(1, 41)]
    assert [name for page in pages for name in names if name in page] == names
    # Totals never stand on a sheet without a line above them.
    assert "Total berat" in pages[-1]
    assert "Bahan 40" in pages[-1]


def test_a_single_sheet_counts_nothing() -> None:
    assert "Halaman" not in read(receipt_pdf(deposit(PET), Paper.A5))


@pytest.mark.parametrize("paper", [Paper.ROLL_58, Paper.ROLL_80])
def test_a_roll_is_as_long_as_what_it_says(paper: Paper) -> None:
    short, long = (
        PdfReader(BytesIO(receipt_pdf(deposit(*[PET] * count), paper))).pages[0].mediabox for count in (1, 40)
    )
    assert short.width == long.width
    assert round(float(short.width) / 72 * 25.4) == int(paper.removesuffix("mm"))
    assert long.height > 3 * short.height
    assert len(pages_of(receipt_pdf(deposit(*[PET] * 40), paper))) == 1


def test_a_roll_longer_than_readers_take_goes_on_on_a_second_page() -> None:
    pages = PdfReader(BytesIO(receipt_pdf(deposit(*[PET] * 600), Paper.ROLL_80))).pages
    assert len(pages) == 2
    assert all(page.mediabox.height <= 14_400 for page in pages)


@every_paper
def test_every_font_is_embedded(paper: Paper) -> None:
    reader = PdfReader(BytesIO(receipt_pdf(deposit(PET, CARDBOARD), paper)))
    embedded, missing = reader.pages[0]._get_fonts()
    assert embedded
    assert not missing


@settings(max_examples=60, deadline=None)
@given(st.text(min_size=1, max_size=120), st.sampled_from(Paper))
@example("<b>x", Paper.A5)
@example("<img src='file:///etc/passwd'>", Paper.ROLL_58)
@example("W" * 120, Paper.ROLL_58)
@example("W" * 120, Paper.A5)
@example("Nur 🎉 日本 Hayati\u202e\x00\ud800", Paper.ROLL_80)
@example("(\\) %PDF BT ET Tj", Paper.A5)
def test_names_are_text_and_never_anything_else(name: str, paper: Paper) -> None:
    heading = replace(HEADING, centre_name=name, member_name=name, member_place=name, clerk=name, counter=name)
    text = bare(read(receipt_pdf(deposit(line(name, 1000, 500), heading=heading), paper)))
    shown = bare(font(Weight.REGULAR).shown(name))
    # Header, member, place, line, and what else the paper says it; only the signatures may be cut.
    assert text.count(shown) >= 4


@every_paper
def test_absurd_figures_stay_on_the_paper(paper: Paper) -> None:
    text = read(receipt_pdf(deposit(line("Emas", 10**9, 10**6)), paper))
    assert "Rp 1.000.000.000.000" in text
    assert "satu triliun rupiah" in text


def test_a_receipt_reaches_its_file(tmp_path: Path) -> None:
    write_receipt(payout(), Paper.ROLL_80, tmp_path / "bukti.pdf")
    assert (tmp_path / "bukti.pdf").read_bytes() == receipt_pdf(payout(), Paper.ROLL_80)


def test_nothing_slow_is_loaded_before_the_first_receipt() -> None:
    program = "import sys, daurulang.documents.receipt; print({'reportlab', 'PIL', 'segno'} & {*map(str, sys.modules)})"
    answer = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert answer.stdout.strip() == "set()"
