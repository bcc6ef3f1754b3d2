"""The page of a closed day as it reads on paper."""

from pathlib import Path

from daurulang.closings.day import close_day, day_page
from daurulang.documents.day_closing import write_day_closing
from daurulang.documents.day_closing_wording import KINDS
from daurulang.ledger.model import EntryKind
from daurulang.periods import clock_at
from tests.book import Book
from tests.closings.test_day import DAY_MS, EVENING, TUESDAY, tuesday, work
from tests.documents.papers import bare, pages_of

__all__ = ["tuesday"]


def test_the_page_says_what_was_done(tuesday: Book, tmp_path: Path) -> None:
    work(tuesday)
    page = close_day(tuesday.db, tuesday.desk, TUESDAY)
    write_day_closing(page, tmp_path / "a.pdf")
    text = "".join(pages_of((tmp_path / "a.pdf").read_bytes()))
    for words in (
        "TUTUP HARI",
        "Selasa, 10 Maret 2026",
        "Ditutup 10/03/2026 19.00 oleh Siti Aminah.",
        "Setoran 3 12.200 1.100 4 43.200",
        "Hari ini 2,916 20 1,00",
        "L1-000002 – L1-000008 7 0 100.000 21.100 −3.900 75.000",
        "Pembatalan (1)",
        "L1-000006 L1-000005 3.100 ditimbang dua kali Kholifah",
        " ".join(page.heads[0].hash[start : start + 4] for start in (0, 4, 8, 12)),
    ):
        assert bare(words) in bare(text), words


def test_every_act_has_its_word_on_the_page() -> None:
    assert set(KINDS) == set(EntryKind)


def test_the_page_prints_again_the_same(tuesday: Book, tmp_path: Path) -> None:
    work(tuesday)
    write_day_closing(close_day(tuesday.db, tuesday.desk, TUESDAY), tmp_path / "a.pdf")
    with clock_at(EVENING + DAY_MS):
        tuesday.deposit()
        write_day_closing(day_page(tuesday.db, TUESDAY), tmp_path / "b.pdf")
    assert (tmp_path / "a.pdf").read_bytes() == (tmp_path / "b.pdf").read_bytes()


def test_a_day_without_anything_has_its_page(tuesday: Book, tmp_path: Path) -> None:
    write_day_closing(close_day(tuesday.db, tuesday.desk, TUESDAY), tmp_path / "a.pdf")
    (text,) = pages_of((tmp_path / "a.pdf").read_bytes())
    assert bare("Tidak ada kegiatan pada hari ini.") in bare(text)
