"""Invoices, delivery notes and receipts of payments as they read on paper."""

import hashlib
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from daurulang.__main__ import main
from daurulang.config import Paper
from daurulang.corrections.service import ReversalDraft, reverse
from daurulang.documents.sale_frame import Size
from daurulang.documents.sale_paper import sale_pdf, size_for, write_sale_paper
from daurulang.errors import UnknownReceipt
from daurulang.receipts.queue import enqueue, enqueue_forgotten, open_jobs
from daurulang.receipts.service import hand_out_sale, is_of_sale
from daurulang.sales import payments
from daurulang.sales.model import PaidIn, Priced
from daurulang.sales.payments import PaymentDraft
from resources.paths import path
from tests.book import Book, new_key
from tests.documents.papers import bare, pages_of, read
from tests.documents.trade import BOTTLES, CARDBOARD, OIL, PET, paper, payment
from tests.plant import set_up_plant

every_size = pytest.mark.parametrize("size", list(Size))


@every_size
def test_the_invoice_says_what_was_sold_and_how_the_account_stands(size: Size) -> None:
    made = paper(
        *(PET, CARDBOARD, BOTTLES, OIL),
        paid_rupiah=500_000,
        due_day=date(2026, 12, 31),
        payments=(payment(200_000, 918_800), payment(50_000, 868_800, "L1-000131", reversed_by="L1-000132")),
    )
    made = replace(made, logo=path("daurulang.png").read_bytes())
    invoice, delivery = pages_of(sale_pdf(made, size))
    for words in (
        *("RDU Bangkalan", "NOTA PENJUALAN", "L1-000123", "UD Makmur Jaya", "Jl. Raya Socah 12, Bangkalan"),
        *("Telp. 0812-1111-2222", "Sabtu, 21 November 2026", "09.05 WIB", "Siti Aminah"),
        *("PET botol bening", "124,80", "4.500", "561.600"),
        "berat kita 125,50 · berat pembeli 124,80 · selisih −0,70 (timbangan pabrik)",
        *("Jelantah · kotor", "38,50", "240", "Total berat 434,80 kg", "Total satuan 240 pcs"),
        *("Rp 1.618.800", "satu juta enam ratus delapan belas ribu delapan ratus rupiah"),
        *("Dibayar tunai Rp 500.000", "Dibayar 21/11/2026 (L1-000130)", "Rp 200.000"),
        *("Sisa tagihan Rp 918.800", "Jatuh tempo 31/12/2026", "Kendaraan: M 8123 GA", "Catatan: diambil sore"),
    ):
        assert bare(words) in bare(invoice)
    assert "L1-000131" not in invoice  # what was reversed is no payment
    assert "SALINAN" not in invoice
    for words in ("SURAT JALAN", "L1-000123", "PET botol bening", "125,50", "124,80", "Total berat 435,50 kg", "Sopir"):
        assert bare(words) in bare(delivery)
    for price in ("4.500", "2.300", "561.600", "Rp"):
        assert price not in delivery


@every_size
@pytest.mark.parametrize("count", [1, 8, 40])
def test_every_line_stands_on_both_papers(size: Size, count: int) -> None:
    lines = [replace(CARDBOARD, name=f"Barang nomor {number}") for number in range(1, count + 1)]
    pages = pages_of(sale_pdf(paper(*lines), size))
    for title in ("NOTA PENJUALAN", "SURAT JALAN"):
        own = [page for page in pages if title in page]
        for number in range(1, count + 1):
            assert sum(f"Barang nomor {number} " in f"{page} " for page in own) == 1
        assert all("Banyaknya" in page for page in own)
        assert (len(own) > 1) == (f"Halaman 1/{len(own)}" in own[0])
    assert (len(pages) > 2) == (count == 40)


@every_size
def test_what_was_reversed_says_so_on_every_sheet(size: Size) -> None:
    pages = pages_of(sale_pdf(paper(CARDBOARD, reversed_by="L1-000140"), size))
    assert all("DIBATALKAN" in page and "dibatalkan oleh L1-000140" in page for page in pages)


def test_a_copy_says_which_one_it_is_and_one_total_is_no_price() -> None:
    made = paper(CARDBOARD, BOTTLES, priced=Priced.AGREED, paid_in=PaidIn.BANK, copy=3)
    invoice, delivery = pages_of(sale_pdf(made, Size.A5))
    assert "SALINAN ke-3" in invoice
    assert "SALINAN ke-3" in delivery
    assert "Borongan Rp 857.000" in invoice
    assert "2.300" not in invoice
    assert "Dibayar lewat bank Rp 857.000" in invoice
    assert "Lunas Rp 857.000" in invoice


def test_a_later_payment_has_its_receipt() -> None:
    made = paper(CARDBOARD, paid_rupiah=13_000, payments=(payment(200_000, 500_000),))
    text = read(sale_pdf(replace(made, number="L1-000130", payment=made.sale.payments[0]), Size.A5))
    for words in (
        *("KUITANSI PEMBAYARAN", "L1-000130", "UD Makmur Jaya", "Rp 200.000", "dua ratus ribu rupiah"),
        *("Untuk nota L1-000123, 21/11/2026", "Nilai nota Rp 713.000", "Cara bayar Bank", "BRI 0012"),
        "Sisa tagihan Rp 500.000",
    ):
        assert bare(words) in bare(text)


def test_the_same_paper_gives_the_same_bytes() -> None:
    made = [hashlib.sha256(sale_pdf(paper(PET, OIL), Size.A5)).hexdigest() for _ in range(2)]
    assert made[0] == made[1]


def test_an_invoice_is_not_for_a_roll() -> None:
    assert [size_for(each) for each in Paper] == [Size.A4, Size.A4, Size.A5]


def test_copies_are_counted_and_payments_stand_on_the_next_one(book: Book, tmp_path: Path) -> None:
    plant = set_up_plant(book)
    book.deposit(grams=10_000)
    sale_id = plant.sale(book.pet_id, 10_000, 4_000, paid_rupiah=0)
    target = tmp_path / "nota.pdf"
    first = hand_out_sale(book.db, "L1-2", None, lambda made: write_sale_paper(made, Size.A5, target))
    assert (first.copy, first.buyer, first.heading.clerk) == (0, "UD Makmur", "Siti Aminah")
    assert "Sisa tagihan Rp 40.000" in read(target.read_bytes())
    payments.record(book.db, book.desk, PaymentDraft(new_key(), sale_id, 15_000))
    second = hand_out_sale(book.db, "L1-2", None, lambda made: write_sale_paper(made, Size.A5, target))
    assert second.copy == 1
    assert "Sisa tagihan Rp 25.000" in read(target.read_bytes())
    assert "SALINAN ke-1" in read(target.read_bytes())
    paid = hand_out_sale(book.db, "L1-3", None)
    assert paid.payment is not None
    assert (paid.payment.rupiah, paid.sale.row.number) == (15_000, "L1-000002")
    assert (is_of_sale(book.db, "L1-1"), is_of_sale(book.db, "L1-3")) == (False, True)
    with pytest.raises(UnknownReceipt):
        hand_out_sale(book.db, "L1-1", None)


def test_the_command_line_makes_the_invoice(book: Book, place: str | Path, tmp_path: Path) -> None:
    plant = set_up_plant(book)
    book.deposit(grams=10_000)
    plant.sale(book.pet_id, 10_000, 4_000)
    target = tmp_path / "nota.pdf"
    words = ("--database", str(place), "receipt", "L1-2", "--paper", "A5", "--pdf", str(target))
    assert main(words) == 0
    assert "NOTA PENJUALAN" in read(target.read_bytes())


def test_what_undoes_a_sale_waits_for_no_paper(book: Book) -> None:
    """Its invoice says that it was reversed when it is printed again."""
    plant = set_up_plant(book)
    book.deposit(grams=10_000)
    sale_id = plant.sale(book.pet_id, 10_000, 4_000)
    reverse(book.db, book.desk, ReversalDraft(new_key(), sale_id, "salah pembeli", book.desk.staff_id))
    assert hand_out_sale(book.db, "L1-2", None).reversed_by == "L1-000003"
    assert enqueue_forgotten(book.db, book.desk.counter_id) == 0
    assert open_jobs(book.db, book.desk.counter_id) == ()


def test_a_paper_that_waits_names_its_buyer(book: Book) -> None:
    plant = set_up_plant(book)
    book.deposit(grams=10_000)
    plant.sale(book.pet_id, 10_000, 4_000)
    enqueue(book.db, book.desk, "L1-2")
    (job,) = open_jobs(book.db, book.desk.counter_id)
    assert (job.number, job.member_name, job.next_copy) == ("L1-000002", "UD Makmur", 0)
