"""The opening stock from a list: one count of the store, once, and never undone."""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import pytest
import sqlalchemy as sa

from daurulang.errors import RowsRefused
from daurulang.exchange import kinds
from daurulang.exchange.batches import batches, undo
from daurulang.exchange.columns import ListKind
from daurulang.exchange.preview import Fate, Preview, Reason
from daurulang.exchange.stock import StockIntake
from daurulang.ledger.model import Place
from daurulang.materials.queries import materials
from daurulang.stock.queries import Level, levels
from daurulang.stock_errors import AlreadyCounted, NothingCounted, StockChanged, StockListStays
from daurulang.stocktakes.queries import stocktakes
from daurulang.stocktakes.service import CountDraft, CountedLine, record
from daurulang.verification.service import verify
from tests.book import Book, new_key
from tests.exchange.lists import preview_list, reasons, write_workbook

HEADER = ("No", "Kode", "Nama Barang", "Stok Awal", "Satuan")
ROWS = (
    HEADER,
    (1, "PL1", "PET botol bening", "12,5", "kg"),
    (2, "KC1", "Botol kecap", 40, "biji"),
    (3, None, "Jelantah", "2", "liter"),
)


def look(book: Book, path: Path, rows: Sequence[Sequence[object]], *, create: bool = False) -> Preview[StockIntake]:
    return preview_list(book.db, write_workbook(path / "stok.xlsx", rows), ListKind.STOCK, create=create)


def take(book: Book, seen: Preview[StockIntake]) -> int:
    return kinds.take_in(book.db, ListKind.STOCK, seen, book.desk.staff_id)


def stock(book: Book) -> dict[int, Level]:
    with book.db.reading() as connection:
        return {key.material_id: replace(level, rupiah=0) for key, level in levels(connection).items()}


def test_the_store_begins_with_what_the_list_says(book: Book, tmp_path: Path) -> None:
    seen = look(book, tmp_path, ROWS)
    assert (reasons(seen), seen.counts[Fate.NEW]) == ({}, 3)
    batch_id = take(book, seen)
    assert stock(book) == {
        book.pet_id: Level(12_500),
        book.bottle_id: Level(0, 40),
        book.oil_id: Level(1830, 0, 2000),
    }
    (counted,) = stocktakes(book.db, Place.WAREHOUSE)
    assert (counted.is_opening, counted.counted, counted.number) == (True, 3, "BL-000001")
    assert counted.reason == "Stok awal dari stok.xlsx"
    assert [(each.id, each.kind, each.row_count) for each in batches(book.db)] == [(batch_id, ListKind.STOCK, 3)]
    assert verify(book.db).problems == ()


def test_it_comes_once_and_stays(book: Book, tmp_path: Path) -> None:
    seen = look(book, tmp_path, ROWS)
    batch_id = take(book, seen)
    with pytest.raises(AlreadyCounted):
        take(book, seen)
    again = look(book, tmp_path, ROWS)
    assert {reason for own in reasons(again).values() for reason in own} >= {Reason.STOCK_COUNTED}
    assert again.counts[Fate.REFUSED] == 3
    with pytest.raises(RowsRefused):
        take(book, again)
    with pytest.raises(StockListStays):
        undo(book.db, batch_id, book.desk.staff_id)
    assert batches(book.db)[0].undone_at_ms is None
    assert len(stock(book)) == 3
    assert len(batches(book.db)) == 1


def test_after_a_count_by_hand_there_is_no_opening_any_more(book: Book, tmp_path: Path) -> None:
    seen = look(book, tmp_path, ROWS)
    line = CountedLine(book.pet_id, 5000, 0, "timbangan lama")
    record(book.db, book.desk, CountDraft(new_key(), (line,), "hitungan pertama"))
    with pytest.raises(AlreadyCounted):
        take(book, seen)
    assert look(book, tmp_path, ROWS).counts[Fate.REFUSED] == 3
    assert batches(book.db) == ()


def test_what_was_deposited_before_is_in_what_the_list_says(book: Book, tmp_path: Path) -> None:
    book.deposit(grams=3000)
    seen = look(book, tmp_path, ROWS)
    assert reasons(seen) == {2: [Reason.STOCK_REPLACED]}
    assert seen.rows[0].remarks[0].values == {"before": "3,00 kg", "quantity": "12,50 kg"}
    take(book, seen)
    assert stock(book)[book.pet_id] == Level(12_500)
    assert verify(book.db).problems == ()


def test_goods_that_came_between_keep_the_list_out(book: Book, tmp_path: Path) -> None:
    seen = look(book, tmp_path, ROWS)
    book.deposit(grams=1000)
    with pytest.raises(StockChanged) as changed:
        take(book, seen)
    assert changed.value.materials == ("PET botol bening",)
    assert batches(book.db) == ()


def test_units_and_quantities_are_looked_at(book: Book, tmp_path: Path) -> None:
    cases: list[tuple[Sequence[object], list[Reason]]] = [
        (["PL1", None, "40", "pcs"], [Reason.QUANTITY_IN_OTHER_UNIT]),
        (["KC1", None, "1,5", None], [Reason.QUANTITY_UNREADABLE]),
        (["KC1", None, "2 kg", None], [Reason.QUANTITY_IN_OTHER_UNIT]),
        (["MN1", None, "3", "drum"], [Reason.UNIT_UNKNOWN]),
        (["MN1", None, "-3", None], [Reason.QUANTITY_UNREADABLE]),
        ([None, "Tembaga", 2, "kg"], [Reason.MATERIAL_UNKNOWN]),
        ([None, None, 2, "kg"], [Reason.MATERIAL_MISSING]),
        (["PL1", "Jelantah", 2, None], [Reason.MATERIAL_OTHER]),
        (["PL1", None, "1.250", None], [Reason.QUANTITY_DOUBTFUL]),
        (["PL1", None, 7, "kg"], [Reason.STOCK_TWICE]),
        (["KC1", None, None, None], [Reason.QUANTITY_MISSING]),
        (["KC1", None, 0, "biji"], []),
        (["Jumlah", None, 99, None], [Reason.TOTAL]),
    ]
    header = ("Kode", "Nama Barang", "Stok", "Satuan")
    seen = look(book, tmp_path, [header, *(row for row, _ in cases)])
    assert [[remark.reason for remark in row.remarks] for row in seen.rows] == [own for _, own in cases]
    assert [each.quantity for each in seen.intakes] == [1250, 0]
    assert seen.counts[Fate.REFUSED] == 9


def test_small_and_large_units_are_read(book: Book, tmp_path: Path) -> None:
    header = ("Nama Barang", "Jumlah", "Satuan")
    rows = (header, ("PET botol bening", "1,5", "ton"), ("Jelantah", 750, "ml"))
    assert [each.quantity for each in look(book, tmp_path, rows).intakes] == [1_500_000, 750]


def test_what_the_book_does_not_have_is_made_when_asked(book: Book, tmp_path: Path) -> None:
    rows = (*ROWS, (4, None, "Tembaga", "3,2", "kg"), (5, None, "Ember", 4, "pcs"))
    assert look(book, tmp_path, rows).new_materials == ("Tembaga", "Ember")
    seen = look(book, tmp_path, rows, create=True)
    assert reasons(seen) == {5: [Reason.MATERIAL_CREATED], 6: [Reason.MATERIAL_CREATED]}
    take(book, seen)
    with book.db.reading() as connection:
        ids = {each.name: each.id for each in materials(connection)}
    assert stock(book)[ids["Tembaga"]] == Level(3200)
    assert stock(book)[ids["Ember"]].pieces == 4
    assert verify(book.db).problems == ()


def test_a_list_without_a_quantity_posts_nothing(book: Book, tmp_path: Path) -> None:
    seen = look(book, tmp_path, (HEADER, (1, "PL1", "PET botol bening", None, "kg")))
    with pytest.raises(NothingCounted):
        take(book, seen)
    assert batches(book.db) == ()
    with book.db.reading() as connection:
        assert connection.scalar(sa.text("SELECT count(*) FROM entry")) == 0


def test_a_list_may_say_what_the_goods_had_cost(book: Book, tmp_path: Path) -> None:
    rows = (
        (*HEADER, "Harga Modal"),
        (1, "PL1", "PET botol bening", "12,5", "kg", "Rp 2.900"),
        (2, "KC1", "Botol kecap", 40, "biji", None),
        (3, None, "Jelantah", "2", "liter", "mahal"),
    )
    seen = look(book, tmp_path, rows)
    assert reasons(seen) == {4: [Reason.PRICE_UNREADABLE]}
    take(book, look(book, tmp_path, (*rows[:3], (3, None, "Jelantah", "2", "liter", 0))))
    with book.db.reading() as connection:
        rupiah = {key.material_id: level.rupiah for key, level in levels(connection).items()}
    assert rupiah == {book.pet_id: 36_250, book.bottle_id: 0, book.oil_id: 0}
    assert verify(book.db).problems == ()
