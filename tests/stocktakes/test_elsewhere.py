"""What a count means to the page of a day, and to the list that a material came from."""

from pathlib import Path

import pytest

from daurulang.closings.day import close_day
from daurulang.documents.day_closing import write_day_closing
from daurulang.errors import BatchInUse
from daurulang.exchange.batches import undo
from daurulang.materials.queries import materials
from daurulang.stocktakes.service import CountDraft, CountedLine, record
from tests.book import Book, new_key
from tests.closings.test_day import TUESDAY, tuesday
from tests.documents.papers import bare, pages_of
from tests.exchange.lists import write_csv
from tests.exchange.test_materials import take_in

__all__ = ["tuesday"]


def count(book: Book, material_id: int, quantity: int, expected: int) -> None:
    lines = (CountedLine(material_id, quantity, expected, "salah timbang"),)
    record(book.db, book.desk, CountDraft(new_key(), lines, "opname akhir bulan"))


def test_the_page_of_a_day_names_counts_and_takes_only_what_was_brought_for_goods(
    tuesday: Book, tmp_path: Path
) -> None:
    tuesday.deposit(grams=2_000)
    count(tuesday, tuesday.pet_id, 1_500, 2_000)
    write_day_closing(close_day(tuesday.db, tuesday.desk, TUESDAY), tmp_path / "a.pdf")
    (text,) = pages_of((tmp_path / "a.pdf").read_bytes())
    assert bare("Opname 1 1.550 – 1 1.550") in bare(text), text
    assert bare("Hari ini 2,00 – –") in bare(text)


def test_a_material_that_was_counted_keeps_its_list(book: Book, tmp_path: Path) -> None:
    batch_id = take_in(book, write_csv(tmp_path / "a.csv", "Kode,Nama,Harga\nX1,Ban bekas,500\n"))
    with book.db.reading() as connection:
        (tyres,) = (each.id for each in materials(connection) if each.code == "X1")
    count(book, tyres, 0, 0)
    with pytest.raises(BatchInUse):
        undo(book.db, batch_id, book.desk.staff_id)
