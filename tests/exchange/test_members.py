"""A list of members is tried dry, taken in whole or not at all, and can be taken back."""

import csv
from collections import Counter
from datetime import date
from pathlib import Path

import pytest
import sqlalchemy as sa

from daurulang.database import Database, metadata
from daurulang.errors import AlreadyTaken, BatchInUse, ColumnsMissing, RowsRefused
from daurulang.exchange import members
from daurulang.exchange.batches import batches, undo
from daurulang.exchange.columns import ListKind, match_columns, open_list
from daurulang.exchange.preview import Fate, Reason
from daurulang.exchange.workbook import Sheet
from daurulang.members.model import Gender, MemberKind, import_batch, member, member_series
from daurulang.members.queries import count_members, find_members
from daurulang.members.service import MemberDraft, register
from tests.book import Book
from tests.exchange.lists import MEMBER_HEADER, preview_members, reasons, write_csv, write_workbook

LIST = [
    ["DAFTAR NASABAH RDU"],
    [],
    MEMBER_HEADER,
    [1, "Siti Rahmah", "P", "Mlajah", "Bangkalan", 3, 81234567890, "R-001"],
    [2, "H. Abd. Karim", "L", "Desa Karang Anyar", "Kec. Kwanyar", "RT 04", "0812-3333-4444", "R-002"],
    [3, None, None, None, None, None, None, None],
    ["Jumlah", 2],
]


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return write_workbook(tmp_path / "nasabah.xlsx", LIST)


def everything(db: Database) -> dict[str, list[tuple[object, ...]]]:
    """All rows of all tables but the notes that stay after an undo."""
    with db.reading() as connection:
        return {
            table.name: sorted((tuple(row) for row in connection.execute(sa.select(table))), key=repr)
            for table in metadata.sorted_tables
            if table not in (import_batch, member_series)
        }


def test_every_row_has_its_fate(book: Book, path: Path) -> None:
    seen = preview_members(book.db, path)
    assert [(row.number, row.fate) for row in seen.rows] == [
        (4, Fate.NEW),
        (5, Fate.NEW),
        (6, Fate.SKIPPED),
        (7, Fate.SKIPPED),
    ]
    assert reasons(seen) == {6: [Reason.EMPTY], 7: [Reason.TOTAL]}
    assert seen.counts[Fate.NEW] == 2
    assert count_members(book.db) == 2


def test_a_row_becomes_a_member(book: Book, path: Path) -> None:
    first, second = preview_members(book.db, path).intakes
    assert (first.draft.gender, first.draft.village_code, first.draft.rt) == (Gender.FEMALE, "35.26.01.1001", "3")
    assert (first.draft.phone, first.draft.passbook_number) == ("081234567890", "R-001")
    assert (second.draft.gender, second.draft.rt, second.draft.phone) == (Gender.MALE, "04", "0812-3333-4444")
    assert second.draft.village_code is not None


def test_a_list_is_taken_in_and_noted(book: Book, path: Path) -> None:
    batch_id = members.take_in(book.db, preview_members(book.db, path), book.desk.staff_id)
    assert count_members(book.db) == 4
    found = find_members(book.db, "mlajah rahmah")
    assert [(each.name, each.number, each.passbook_number) for each in found] == [("Siti Rahmah", 3, "R-001")]
    [batch] = batches(book.db)
    assert (batch.id, batch.kind, batch.file_name, batch.staff, batch.row_count, batch.undone_at_ms) == (
        *(batch_id, ListKind.MEMBERS, "nasabah.xlsx", "Siti Aminah", 2, None),
    )
    book.deposit(10_000, member_id=found[0].id)


def test_undoing_restores_what_was_there(book: Book, path: Path) -> None:
    before = everything(book.db)
    batch_id = members.take_in(book.db, preview_members(book.db, path), book.desk.staff_id)
    assert everything(book.db) != before
    undo(book.db, batch_id, book.desk.staff_id)
    assert everything(book.db) == before
    undone = batches(book.db)[0].undone_at_ms
    assert undone is not None
    undo(book.db, batch_id, book.desk.staff_id)
    assert batches(book.db)[0].undone_at_ms == undone


def test_a_number_is_not_given_again_after_an_undo(book: Book, path: Path) -> None:
    undo(book.db, members.take_in(book.db, preview_members(book.db, path), book.desk.staff_id), book.desk.staff_id)
    register(book.db, MemberDraft("Siti Rahmah"))
    assert find_members(book.db, "rahmah")[0].number == 5


def test_a_batch_in_use_stays(book: Book, path: Path) -> None:
    batch_id = members.take_in(book.db, preview_members(book.db, path), book.desk.staff_id)
    book.deposit(10_000, member_id=find_members(book.db, "rahmah")[0].id)
    before = everything(book.db)
    with pytest.raises(BatchInUse) as refused:
        undo(book.db, batch_id, book.desk.staff_id)
    assert refused.value.count == 1
    assert everything(book.db) == before


def test_one_refused_row_keeps_the_whole_list_out(book: Book, tmp_path: Path) -> None:
    register(book.db, MemberDraft("Rusdi", passbook_number="R-9"))
    text = "Nama,No Rekening,RT\nSiti,R-1,1\n,R-2,1\nAli,R-1,2\nHasan,R-9,2\nUmi,R-5,RT 123456\n=A1,R-7,1\n"
    seen = preview_members(book.db, write_csv(tmp_path / "a.csv", text))
    assert reasons(seen) == {
        3: [Reason.NAME_MISSING],
        4: [Reason.PASSBOOK_TWICE],
        5: [Reason.PASSBOOK_TAKEN],
        6: [Reason.TOO_LONG],
        7: [Reason.FORMULA],
    }
    with pytest.raises(RowsRefused) as refused:
        members.take_in(book.db, seen, book.desk.staff_id)
    assert refused.value.count == 5
    assert count_members(book.db) == 3
    assert batches(book.db) == ()


def test_a_failure_in_the_middle_leaves_nothing(book: Book, tmp_path: Path) -> None:
    text = "Nama,No Rekening,Golongan\n" + "".join(f"Warga {n},R-{n},Pelanggan\n" for n in range(1_500))
    seen = preview_members(book.db, write_csv(tmp_path / "a.csv", text))
    register(book.db, MemberDraft("Rusdi", passbook_number="R-1400"))
    before = everything(book.db)
    with pytest.raises(AlreadyTaken):
        members.take_in(book.db, seen, book.desk.staff_id)
    assert everything(book.db) == before
    assert batches(book.db) == ()


def test_cancelling_leaves_nothing(book: Book, tmp_path: Path) -> None:
    class Cancelled(Exception):
        pass

    def cancel(done: int, total: int) -> None:
        if done >= 1_000:
            raise Cancelled

    seen = preview_members(book.db, write_csv(tmp_path / "a.csv", "Nama,RT\n" + "Siti,1\n" * 1_500))
    before = everything(book.db)
    with pytest.raises(Cancelled):
        members.take_in(book.db, seen, book.desk.staff_id, cancel)
    assert everything(book.db) == before


def test_progress_is_told_to_the_end(book: Book, tmp_path: Path) -> None:
    told: list[tuple[int, int]] = []

    def tell(done: int, total: int) -> None:
        told.append((done, total))

    text = "Nama,RT\n" + "".join(f"Warga {n},{n % 9}\n" for n in range(1_200))
    seen = members.preview(book.db, *open_list(write_csv(tmp_path / "a.csv", text), ListKind.MEMBERS), tell)
    members.take_in(book.db, seen, book.desk.staff_id, tell)
    assert told == [(500, 1200), (1000, 1200), (1200, 1200), (1000, 1200), (1200, 1200)]


def test_villages_are_matched_by_name_and_never_by_guess(book: Book, tmp_path: Path) -> None:
    text = (
        "Nama;Desa;Kecamatan\nA;KEL. MLAJAH;\nB;karang anyar;\nC;Karang Anyar;KWANYAR\nD;Mlaja;\nE;Atlantis;\n"
        "F;Mlajah;Kamal\n"
    )
    seen = preview_members(book.db, write_csv(tmp_path / "a.csv", text))
    assert [row.intake and row.intake.draft.village_code is not None for row in seen.rows] == [
        *(True, False, True, False, False, False),
    ]
    assert reasons(seen) == {
        3: [Reason.VILLAGE_TWICE],
        5: [Reason.VILLAGE_SUGGESTED],
        6: [Reason.VILLAGE_UNKNOWN],
        7: [Reason.VILLAGE_SUGGESTED],
    }
    assert seen.rows[3].remarks[0].values == {"village": "Mlaja", "suggestion": "Mlajah, Bangkalan"}


def test_an_address_tells_village_and_ward(book: Book, tmp_path: Path) -> None:
    rows = [
        *(
            ["Nama", "Alamat"],
            ["A", "Dsn. Timur RT 03/RW 02, Desa Pangeranan Kec. Bangkalan"],
            ["B", "RT 004/001 Mlajah"],
        ),
        *(["C", "Mlajah"], ["D", "Jl. " + "Panjang " * 10]),
    ]
    seen = preview_members(book.db, write_workbook(tmp_path / "a.xlsx", rows))
    places = [(each.draft.village_code, each.draft.rt, each.draft.rw, each.draft.hamlet) for each in seen.intakes[:3]]
    assert places == [
        ("35.26.01.1003", "03", "02", "Dsn. Timur, Desa Pangeranan Kec. Bangkalan"),
        ("35.26.01.1001", "004", "001", ""),
        ("35.26.01.1001", "", "", ""),
    ]
    assert reasons(seen) == {5: [Reason.ADDRESS_CUT]}
    assert len(seen.intakes[3].draft.hamlet) <= 60


def test_the_same_name_is_a_warning_and_never_skipped(book: Book, tmp_path: Path) -> None:
    text = (
        "Nama,Desa,RT,RW,HP\nNur Hayati,Pangeranan,3,2,\nSiti A,Mlajah,1,1,\nA Siti,Mlajah,01,1,\n"
        "Siti A,Kemayoran,1,1,\nSiti A,Mlajah,2,1,\nUmar,,,,0812555666\nAli,,,,+62 812-555-666\n"
    )
    seen = preview_members(book.db, write_csv(tmp_path / "a.csv", text))
    assert reasons(seen) == {2: [Reason.ALIKE_MEMBER], 4: [Reason.ALIKE_ROW], 8: [Reason.ALIKE_ROW]}
    assert seen.rows[0].remarks[0].values == {"number": "A-00001", "name": "Nur Hayati"}
    assert seen.rows[2].remarks[0].values == {"row": 3}
    assert len(seen.intakes) == 7


def test_kind_class_gender_and_day_are_read_or_doubted(book: Book, tmp_path: Path) -> None:
    text = (
        "Nama,Jenis Kelamin,Jenis Nasabah,Golongan,Tanggal Daftar,RT/RW\n"
        "SDN Kamal 1,-,Sekolah,Pelanggan,05/03/2024,01/02\nA,Laki-laki,,umum,2024-03-05,-\nB,x,y,PELANGGAN,kemarin,\n"
    )
    seen = preview_members(book.db, write_csv(tmp_path / "a.csv", text))
    school, man, odd = seen.intakes
    assert (school.draft.kind, school.draft.joined, school.draft.rw) == (MemberKind.SCHOOL, date(2024, 3, 5), "02")
    assert (man.draft.gender, man.draft.joined) == (Gender.MALE, date(2024, 3, 5))
    assert (odd.draft.gender, odd.draft.kind, odd.draft.joined) == (Gender.UNSTATED, MemberKind.INDIVIDUAL, None)
    assert reasons(seen)[4] == [Reason.KIND_UNKNOWN, Reason.GENDER_UNKNOWN, Reason.DAY_UNKNOWN]
    assert [name.lower() for name in seen.new_classes] == ["pelanggan"]
    members.take_in(book.db, seen, book.desk.staff_id)
    assert find_members(book.db, "sdn")[0].member_class == seen.new_classes[0]


def test_a_class_that_others_are_in_stays_after_an_undo(book: Book, tmp_path: Path) -> None:
    seen = preview_members(book.db, write_csv(tmp_path / "a.csv", "Nama,Golongan\nSiti,Pelanggan\n"))
    batch_id = members.take_in(book.db, seen, book.desk.staff_id)
    [siti] = find_members(book.db, "siti")
    register(book.db, MemberDraft("Umi", member_class_id=siti.member_class_id))
    undo(book.db, batch_id, book.desk.staff_id)
    assert find_members(book.db, "umi")[0].member_class == "Pelanggan"


@pytest.mark.parametrize("sign", [1, -1])
def test_a_balance_that_its_own_columns_deny_is_named(book: Book, tmp_path: Path, sign: int) -> None:
    rows = [
        ("Nama", "Debit", "Kredit", "Saldo"),
        ("A", 9000, 7000, 2000),
        ("B", 8000, 1000, 7000),
        ("C", 1000, 5000, 4000),
    ]
    rows = [rows[0], *((n, d, k, s) if sign > 0 else (n, k, d, s) for n, d, k, s in rows[1:])]
    rows += [("D", 0, 0, 0), ("E", 0, 0, "x"), ("F", "-", "", "(500)")]
    seen = preview_members(book.db, write_workbook(tmp_path / "a.xlsx", rows))
    assert reasons(seen) == {
        2: [Reason.BALANCE_NOT_POSTED],
        3: [Reason.BALANCE_NOT_POSTED],
        4: [Reason.BALANCE_DISAGREES, Reason.BALANCE_NOT_POSTED],
        6: [Reason.BALANCE_UNREADABLE],
        7: [Reason.BALANCE_DISAGREES, Reason.BALANCE_NOT_POSTED],
    }
    assert seen.rows[2].remarks[0].values == {"rupiah": 4000, "computed_rupiah": -4000}


def test_the_list_of_melati_bersih_says_which_rows_disagree(book: Book) -> None:
    path = Path(__file__).parent / "data" / "melati_bersih.csv"
    seen = preview_members(book.db, path)
    counted = Counter(remark.reason for row in seen.rows for remark in row.remarks)
    with path.open(encoding="utf-8") as file:
        denied = [n for n, row in enumerate(csv.DictReader(file), 2) if int(row["debit"]) < int(row["credit"])]
    assert [row.number for row in seen.rows if Reason.BALANCE_DISAGREES in reasons(seen)[row.number]] == denied
    assert counted[Reason.BALANCE_NOT_POSTED] == len(seen.rows)
    assert seen.counts[Fate.REFUSED] == 0


def test_a_repeated_header_is_skipped(book: Book, tmp_path: Path) -> None:
    seen = preview_members(book.db, write_csv(tmp_path / "a.csv", "Nama,RT\nSiti,1\nNama,RT\nAli,2\n"))
    assert reasons(seen) == {3: [Reason.HEADER_AGAIN]}


def test_a_list_without_names_is_refused(book: Book) -> None:
    sheet = Sheet(Path("a.xlsx"), "Lembar", (("Desa", "RT"), ("Mlajah", "1")))
    with pytest.raises(ColumnsMissing):
        members.preview(book.db, sheet, match_columns(sheet, ListKind.MEMBERS, 1))


def test_every_member_has_an_account_of_its_own(book: Book, tmp_path: Path) -> None:
    text = "Nama,RT\n" + "".join(f"Warga {n},{n % 9}\n" for n in range(1_100))
    seen = preview_members(book.db, write_csv(tmp_path / "a.csv", text))
    members.take_in(book.db, seen, book.desk.staff_id)
    with book.db.reading() as connection:
        rows = connection.execute(sa.select(member.c.number, member.c.name, member.c.savings_account_id)).all()
    assert len({row.savings_account_id for row in rows}) == len(rows) == 1_102
    assert {row.name: row.number for row in rows}["Warga 500"] == 503
