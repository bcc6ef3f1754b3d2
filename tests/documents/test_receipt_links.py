"""Reversals and opening balances on paper, and papers of what was reversed or replaced."""

from dataclasses import replace

import pytest

from daurulang.config import Paper
from daurulang.deposits.model import Payment
from daurulang.documents.receipt import receipt_pdf
from daurulang.receipts.queries import Links
from tests.documents.papers import (
    BOTTLES,
    CARDBOARD,
    PET,
    bare,
    deposit,
    opening,
    pages_of,
    payout,
    read,
    reversal_of,
)

every_paper = pytest.mark.parametrize("paper", list(Paper))
REVERSED = Links("L1-000124", "L1-000125")


def says(text: str, *words: str) -> bool:
    return all(bare(each) in bare(text) for each in words)


@every_paper
def test_the_reversal_of_a_deposit_says_what_it_undoes(paper: Paper) -> None:
    text = read(receipt_pdf(reversal_of(deposit(PET, CARDBOARD)), paper))
    assert says(text, "BUKTI PEMBATALAN", "L1-000130", "membatalkan L1-000123", "Setoran 21/11/2026")
    assert says(text, "PET botol bening", "Kardus", "potongan 0,30 (basah)", "Dibatalkan Rp 27.275")
    assert says(text, "Keluar dari tabungan Rp 27.275", "Saldo sebelum Rp 241.775", "Saldo sesudah Rp 214.500")
    assert says(text, "salah timbang, kardus masih basah", "Disetujui", "Moh. Ridwan")
    assert "DIBATALKAN" not in text


@every_paper
def test_what_it_answers_is_the_first_line_under_the_number(paper: Paper) -> None:
    text = read(receipt_pdf(reversal_of(deposit(PET)), paper))
    after_number = text.split("L1-000130", 1)[1].lstrip()
    assert after_number.startswith("membatalkan L1-000123")


@every_paper
def test_the_reversal_of_cash_says_what_comes_back(paper: Paper) -> None:
    text = read(receipt_pdf(reversal_of(deposit(PET, payment=Payment.CASH)), paper))
    assert says(text, "Tunai dikembalikan Rp 7.595", "Saldo tabungan Rp 214.500")
    given = reversal_of(deposit(replace(CARDBOARD, price_rupiah=0, amount_rupiah=0), payment=Payment.GIVEN))
    assert says(read(receipt_pdf(given, paper)), "Dibatalkan 12,30 kg", "tidak dinilai")


@every_paper
def test_the_reversal_of_a_payout_gives_back(paper: Paper) -> None:
    text = read(receipt_pdf(reversal_of(payout()), paper))
    assert says(text, "membatalkan L1-000124", "Penarikan 21/11/2026", "Kembali ke tabungan Rp 150.000")
    assert says(text, "Saldo sebelum Rp 93.485", "Saldo sesudah Rp 243.485", "Moh. Ridwan")


@every_paper
def test_an_opening_balance_has_its_paper_and_its_reversal(paper: Paper) -> None:
    text = read(receipt_pdf(opening(), paper))
    assert says(text, "BUKTI SALDO AWAL", "BL-000012", "Hal. 12", "Saldo awal", "Rp 1.250.000")
    assert says(text, "Saldo sebelum Rp 50.000", "Saldo sesudah Rp 1.250.000", "satu juta dua ratus lima puluh ribu")
    text = read(receipt_pdf(reversal_of(opening()), paper))
    assert says(text, "membatalkan BL-000012", "Keluar dari tabungan Rp 1.200.000", "Saldo sesudah Rp 50.000")


@every_paper
@pytest.mark.parametrize("copy", [0, 2])
def test_every_copy_of_what_was_reversed_is_marked(paper: Paper, copy: int) -> None:
    plain = deposit(PET, CARDBOARD, BOTTLES, copy=copy)
    text = read(receipt_pdf(replace(plain, links=REVERSED), paper))
    assert "DIBATALKAN" in text
    assert says(text, "dibatalkan oleh L1-000124", "diganti oleh L1-000125")
    marked = text.replace("DIBATALKAN", "").replace("dibatalkan oleh L1-000124", "")
    told = bare(marked.replace("diganti oleh L1-000125", ""))
    assert sorted(told) == sorted(bare(read(receipt_pdf(plain, paper))))


@every_paper
def test_what_replaces_something_says_so_and_bears_no_mark(paper: Paper) -> None:
    text = read(receipt_pdf(replace(deposit(PET), links=Links(replaces="L1-000120")), paper))
    assert says(text, "menggantikan L1-000120")
    assert "DIBATALKAN" not in text


@every_paper
def test_no_piece_of_a_long_paper_is_without_the_mark(paper: Paper) -> None:
    pages = pages_of(receipt_pdf(replace(deposit(*[PET] * 40), links=REVERSED), paper))
    marks = [page.count("DIBATALKAN") for page in pages]
    assert min(marks) >= 1
    if paper is not Paper.A5:
        assert marks[0] >= 6


@every_paper
def test_the_same_reversed_receipt_gives_the_same_bytes(paper: Paper) -> None:
    receipt = replace(deposit(PET), links=REVERSED)
    assert receipt_pdf(receipt, paper) == receipt_pdf(replace(receipt), paper)
