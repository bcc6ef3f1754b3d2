"""A list that is taken in again after it was undone brings back whom and what its undoing had put away."""

from pathlib import Path

from daurulang.database import Database
from daurulang.exchange import kinds
from daurulang.exchange.batches import undo
from daurulang.exchange.columns import ListKind
from daurulang.materials.queries import materials
from daurulang.members.queries import find_members
from tests.book import Book
from tests.exchange.lists import preview_list, write_csv

HEADER = "Tanggal;Nama;Bahan;Kg;Harga\n"
ONE = "2024-02-21;Nasabah 1;Kardus A;2;1500\n"


def take(book: Book, path: Path, text: str) -> int:
    write_csv(path, HEADER + text)
    seen = preview_list(book.db, path, ListKind.DEPOSITS, create=True)
    return kinds.take_in(book.db, ListKind.DEPOSITS, seen, book.desk.staff_id)


def inactive(db: Database) -> set[str]:
    with db.reading() as connection:
        goods = {each.name for each in materials(connection) if not each.active}
    return goods | {each.name for each in find_members(db, "nasabah") if not each.active}


def test_a_list_taken_in_again_brings_back_what_its_undoing_put_away(book: Book, tmp_path: Path) -> None:
    path = tmp_path / "setoran.csv"
    undo(book.db, take(book, path, ONE + "2024-02-21;Nasabah 2;Koran;1;1000\n"), book.desk.staff_id)
    assert inactive(book.db) == {"Nasabah 1", "Nasabah 2", "Kardus A", "Koran"}
    again = take(book, path, ONE)
    assert inactive(book.db) == {"Nasabah 2", "Koran"}
    undo(book.db, again, book.desk.staff_id)
    assert inactive(book.db) == {"Nasabah 1", "Nasabah 2", "Kardus A", "Koran"}
