"""What the page of a day tells beside its sums: every movement of cash and every difference, and goods of old books."""

from datetime import date
from pathlib import Path

from daurulang.cash.model import Direction, OtherSide
from daurulang.cash.service import ClosingDraft, MovementDraft, OpeningDraft, close_session, move_cash, open_session
from daurulang.closings.box_acts import BoxAct
from daurulang.closings.day import close_day
from daurulang.closings.day_page import Goods
from daurulang.corrections.service import ReversalDraft, reverse
from daurulang.documents.day_closing import write_day_closing
from daurulang.exchange import deposits as old_deposits
from daurulang.exchange.columns import ListKind
from daurulang.ledger.model import EntryKind
from daurulang.periods import clock_at
from daurulang.reports.daily import acts_of_member
from daurulang.staff.service import add_staff
from daurulang.verification.service import verify
from tests.book import Book, new_key
from tests.closings.test_day import DAY_MS, EVENING, TUESDAY, WEDNESDAY, tuesday
from tests.documents.papers import bare, pages_of
from tests.exchange.lists import preview_list, write_csv
from tests.plant import set_up_plant
from tests.verification.test_verification import found, unguarded

__all__ = ["tuesday"]

REASON = "salah timbang, anggota lain"


def move(book: Book, direction: Direction, side: OtherSide, rupiah: int, reason: str) -> None:
    move_cash(book.db, book.desk, MovementDraft(new_key(), direction, side, rupiah, reason))


def count(book: Book, rupiah: int, expected: int, reason: str) -> None:
    pieces = ((1_000, rupiah // 1_000),)
    close_session(book.db, book.desk, ClosingDraft(new_key(), pieces, reason, expected))


def worked(book: Book) -> None:
    """5.000 too much in the box and 5.000 too little, which is nothing in the sum."""
    open_session(book.db, book.desk, OpeningDraft(new_key(), 100_000))
    move(book, Direction.IN, OtherSide.BANK, 50_000, "uang kecil")
    move(book, Direction.OUT, OtherSide.OWNER, 20_000, "beli karung")
    count(book, 135_000, 130_000, "uang receh tertinggal")
    open_session(book.db, book.desk, OpeningDraft(new_key(), 130_000, "terbawa pulang", 135_000))
    count(book, 130_000, 130_000, "")


def test_a_load_taken_back_is_not_given_back_to_residents(tuesday: Book, tmp_path: Path) -> None:
    plant = set_up_plant(tuesday)
    tuesday.deposit(grams=7_000)
    deposit_id, load_id = tuesday.deposit(grams=2_000), plant.load(50_000)
    for entry_id in (deposit_id, load_id):
        draft = ReversalDraft(new_key(), entry_id, REASON, tuesday.desk.staff_id)
        reverse(tuesday.db, tuesday.desk, draft)
    page = close_day(tuesday.db, tuesday.desk, TUESDAY)
    grams = {each.kind: each.grams for each in page.kinds}
    assert (grams[EntryKind.DEPOSIT], grams[EntryKind.REVERSAL]) == (9_000, 2_000)
    write_day_closing(page, tmp_path / "a.pdf")
    assert bare("Hari ini 7,00") in bare("".join(pages_of((tmp_path / "a.pdf").read_bytes())))
    assert verify(tuesday.db).problems == ()


def test_cash_that_was_moved_and_differences_are_listed(tuesday: Book, tmp_path: Path) -> None:
    worked(tuesday)
    page = close_day(tuesday.db, tuesday.desk, TUESDAY)
    clerk = "Siti Aminah"
    assert page.box_acts == (
        BoxAct("L1-000001", EntryKind.CASH_OPENING, 100_000, None, "", clerk),
        BoxAct("L1-000002", EntryKind.CASH_MOVEMENT, 50_000, OtherSide.BANK, "uang kecil", clerk),
        BoxAct("L1-000003", EntryKind.CASH_MOVEMENT, -20_000, OtherSide.OWNER, "beli karung", clerk),
        BoxAct("L1-000004", EntryKind.CASH_CLOSING, 5_000, None, "uang receh tertinggal", clerk),
        BoxAct("L1-000005", EntryKind.CASH_OPENING, -5_000, None, "terbawa pulang", clerk),
    )
    assert page.counters[0].difference_rupiah == 0
    write_day_closing(page, tmp_path / "a.pdf")
    text = "".join(pages_of((tmp_path / "a.pdf").read_bytes()))
    for words in (
        "L1-000002 Masuk dari bank 50.000 uang kecil Siti Aminah",
        "L1-000003 Keluar untuk lembaga −20.000 beli karung Siti Aminah",
        "L1-000004 Selisih tutup kas 5.000 uang receh tertinggal Siti Aminah",
        "L1-000005 Selisih buka kas −5.000 terbawa pulang Siti Aminah",
    ):
        assert bare(words) in bare(text), words


def test_a_day_without_any_lists_none(tuesday: Book, tmp_path: Path) -> None:
    tuesday.deposit(31_000)
    page = close_day(tuesday.db, tuesday.desk, TUESDAY)
    assert page.box_acts == ()
    write_day_closing(page, tmp_path / "a.pdf")
    text = "".join(pages_of((tmp_path / "a.pdf").read_bytes()))
    assert bare("Uang masuk, keluar, dan selisih") not in bare(text)


def old_deposit(book: Book, path: Path) -> int:
    """Ten kilograms of an old book; answers with their entry."""
    rows = (
        "Tanggal;Nama;Jenis Sampah;Berat;Satuan;Harga;Total\n2026-01-05;Nur Hayati;PET botol bening;10;kg;3100;31000\n"
    )
    seen = preview_list(book.db, write_csv(path / "lama.csv", rows), ListKind.DEPOSITS)
    old_deposits.take_in(book.db, seen, book.desk.staff_id)
    return acts_of_member(book.db, book.member_id, 0, 1)[0].entry_id


def test_what_is_taken_back_of_an_old_book_is_no_loss_of_this_one(tuesday: Book, tmp_path: Path) -> None:
    approver = add_staff(tuesday.db, "Kholifah", "222222")
    first, second = old_deposit(tuesday, tmp_path), tuesday.deposit(grams=2_000)
    for original in (first, second):
        reverse(tuesday.db, tuesday.desk, ReversalDraft(new_key(), original, REASON, approver))
    page = close_day(tuesday.db, tuesday.desk, TUESDAY)
    assert (page.old_goods, page.old_goods_ever) == (Goods(10_000, 0, 0), Goods(10_000, 0, 0))
    write_day_closing(page, tmp_path / "a.pdf")
    text = "".join(pages_of((tmp_path / "a.pdf").read_bytes()))
    assert bare("Hari ini – – – Sejak awal buku – – –") in bare(text)
    assert bare("10 kg dari buku lama") in bare(text)
    with clock_at(EVENING + DAY_MS):
        tuesday.deposit(grams=1_000)
        page = close_day(tuesday.db, tuesday.desk, WEDNESDAY)
    assert (page.old_goods, page.old_goods_ever) == (Goods(0, 0, 0), Goods(10_000, 0, 0))
    write_day_closing(page, tmp_path / "b.pdf")
    text = "".join(pages_of((tmp_path / "b.pdf").read_bytes()))
    assert bare("Hari ini 1,00 – – Sejak awal buku 1,00 – –") in bare(text)
    assert verify(tuesday.db).problems == ()


def test_goods_of_an_old_book_are_recomputed(tuesday: Book, tmp_path: Path) -> None:
    approver = add_staff(tuesday.db, "Kholifah", "222222")
    original = old_deposit(tuesday, tmp_path)
    reverse(tuesday.db, tuesday.desk, ReversalDraft(new_key(), original, REASON, approver))
    close_day(tuesday.db, tuesday.desk, TUESDAY)
    with unguarded(tuesday.db) as run:
        run("UPDATE mass_transfer SET grams = 9000")
    assert ("closing_differs", TUESDAY.isoformat()) in found(tuesday.db)
    assert date(2026, 3, 10) == TUESDAY
