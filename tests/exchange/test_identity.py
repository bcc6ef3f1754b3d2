"""One number is one person and one code is one good: what a list mixes up is refused, never booked on somebody else."""

from collections.abc import Sequence
from pathlib import Path

import pytest

from daurulang.errors import BookChanged
from daurulang.exchange import deposits
from daurulang.exchange.columns import ListKind
from daurulang.exchange.deposit_rows import LineIntake
from daurulang.exchange.preview import Fate, Preview, Reason
from daurulang.materials.model import DlhCategory, SipsnCategory
from daurulang.materials.service import MaterialDraft, add_material
from daurulang.members.service import MemberDraft, register
from daurulang.quantities import Unit
from daurulang.reports.balances import balances
from daurulang.verification.service import verify
from tests.book import Book
from tests.exchange.lists import preview_list, reasons, write_workbook

HEADER = ("Tanggal", "No Rekening", "Nama", "Kode", "Jenis", "Berat", "Total")
PET = ("PL1", "PET botol bening", 1, 3000)


def look(book: Book, path: Path, *rows: Sequence[object], create: bool = True) -> Preview[LineIntake]:
    sheet = write_workbook(path / "setoran.xlsx", [HEADER, *(("21/02/2024", *row) for row in rows)])
    return preview_list(book.db, sheet, ListKind.DEPOSITS, create=create)


def names(seen: Preview[LineIntake]) -> list[str | int]:
    return [each.member if isinstance(each.member, int) else each.member.name for each in seen.intakes]


def test_two_people_under_one_number_are_refused(book: Book, tmp_path: Path) -> None:
    seen = look(book, tmp_path, (5, "Budi", *PET), (5, "Siti", *PET), ("005", "Agus", *PET), (None, "5", *PET))
    assert reasons(seen) == {
        2: [Reason.MEMBER_CREATED],
        3: [Reason.MEMBER_OTHER],
        4: [Reason.MEMBER_OTHER],
        5: [Reason.MEMBER_CREATED],
    }


def test_a_number_of_the_book_under_another_name_is_refused(book: Book, tmp_path: Path) -> None:
    register(book.db, MemberDraft("Siti Rahmah", passbook_number="R-1"))
    seen = look(
        book,
        tmp_path,
        ("A-00001", "Budi", *PET),
        ("R-1", "Siti R.", *PET),
        ("R-1", "siti rahmah", *PET),
        ("77", "Nur Hayati", *PET),
    )
    assert reasons(seen) == {
        2: [Reason.MEMBER_OTHER],
        3: [Reason.MEMBER_NAME_DIFFERS],
        5: [Reason.MEMBER_BY_NAME],
    }
    assert names(seen) == [3, 3, 1]


def test_a_number_that_may_be_several_is_refused(book: Book, tmp_path: Path) -> None:
    for passbook in ("1", "01"):
        register(book.db, MemberDraft(f"Ani {passbook}", passbook_number=passbook))
    assert reasons(look(book, tmp_path, ("001", "Ani", *PET))) == {2: [Reason.MEMBER_SEVERAL]}
    seen = look(book, tmp_path, (5, "Budi", *PET), (6, "Budi", *PET), (None, "Budi", *PET))
    assert [row.fate for row in seen.rows] == [Fate.WARNING, Fate.WARNING, Fate.REFUSED]


def test_a_name_that_is_too_long_says_so(book: Book, tmp_path: Path) -> None:
    seen = look(book, tmp_path, (None, "x" * 121, *PET), ("9" * 31, "Ani", *PET), (None, "Budi\n  Santoso", *PET))
    assert reasons(seen) == {2: [Reason.TOO_LONG], 3: [Reason.TOO_LONG], 4: [Reason.MEMBER_CREATED]}
    assert names(seen) == ["Budi Santoso"]


def test_a_made_up_code_is_never_one_of_the_list(book: Book, tmp_path: Path) -> None:
    rows = (
        (None, "Nur Hayati", None, "Ember plastik", 3, 4000),
        (None, "Nur Hayati", "PL01", "Gelas Aqua", 2, 5000),
        (None, "Nur Hayati", None, "Galon", 2, 5000),
    )
    seen = look(book, tmp_path, *rows)
    deposits.take_in(book.db, seen, book.desk.staff_id)
    with book.db.reading() as connection:
        lines = connection.exec_driver_sql("SELECT name, code, amount_rupiah FROM deposit_line ORDER BY position").all()
    assert [tuple(line)[::2] for line in lines] == [("Ember plastik", 4000), ("Gelas Aqua", 5000), ("Galon", 5000)]
    assert len({line[1] for line in lines}) == 3
    again = look(book, tmp_path, *rows)
    assert {row.fate for row in again.rows} == {Fate.SKIPPED}
    assert verify(book.db).problems == ()


def test_two_goods_under_one_code_are_refused(book: Book, tmp_path: Path) -> None:
    seen = look(
        book,
        tmp_path,
        (None, "Nur Hayati", "X1", "Gelas Aqua", 2, 5000),
        (None, "Nur Hayati", "X1", "Ember plastik", 3, 4000),
        (None, "Nur Hayati", "PL1", "Kardus", 3, 4000),
        (None, "Nur Hayati", "PL1", "PET bening", 3, 4000),
    )
    assert reasons(seen) == {
        2: [Reason.MATERIAL_CREATED],
        3: [Reason.MATERIAL_OTHER],
        4: [Reason.MATERIAL_OTHER],
        5: [Reason.NAME_KEPT],
    }


def test_marks_that_tell_goods_apart_are_said(book: Book, tmp_path: Path) -> None:
    add_material(book.db, MaterialDraft("LG9", "Besi A", Unit.KILOGRAM, DlhCategory.METAL, SipsnCategory.METAL))
    seen = look(
        book,
        tmp_path,
        (None, "Nur Hayati", None, "Besi A+", 2, 5000),
        (None, "Nur Hayati", None, "besi  a", 2, 5000),
        (None, "***", None, "+++", 2, 5000),
        (None, "$$$", None, "###", 2, 5000),
    )
    assert reasons(seen)[2] == [Reason.NAME_KEPT]
    assert 3 not in reasons(seen)
    assert (seen.new_members, seen.new_materials) == (("***", "$$$"), ("+++", "###"))


def test_a_number_cell_is_what_it_is(book: Book, tmp_path: Path) -> None:
    header = ("Tanggal", "Nama", "Jenis", "Berat", "Harga", "Total")
    rows = [
        ("21/02/2024", "Nur Hayati", "PET botol bening", 0.245, 2425, 594.125),
        ("21/02/2024", "Nur Hayati", "PET botol bening", 2.45, 3150, 7717.5),
        ("21/02/2024", "Nur Hayati", "PET botol bening", 1.125, None, 3000),
        ("21/02/2024", "Nur Hayati", "Botol kecap", 1.125, None, 3000),
    ]
    seen = preview_list(book.db, write_workbook(tmp_path / "a.xlsx", [header, *rows]), ListKind.DEPOSITS)
    assert [(each.net, each.amount_rupiah) for each in seen.intakes] == [(245, 594), (2450, 7718), (1125, 3000)]
    assert reasons(seen) == {
        2: [Reason.PRICE_DOUBTFUL],
        3: [Reason.PRICE_DOUBTFUL],
        5: [Reason.QUANTITY_UNREADABLE],
    }


def test_the_same_list_seen_twice_is_taken_in_once(book: Book, tmp_path: Path) -> None:
    first, second = (look(book, tmp_path, (None, "Nur Hayati", *PET), (None, "Nur Hayati", *PET)) for _ in range(2))
    deposits.take_in(book.db, first, book.desk.staff_id)
    with pytest.raises(BookChanged):
        deposits.take_in(book.db, second, book.desk.staff_id)
    third = look(book, tmp_path, *[(None, "Nur Hayati", *PET)] * 3)
    deposits.take_in(book.db, third, book.desk.staff_id)
    assert {each.name: each.rupiah for each in balances(book.db)}["Nur Hayati"] == 9000
