"""The deposits of an old book come in on their own days with the totals on their paper, all or none, and go again."""

from collections.abc import Sequence
from datetime import date
from pathlib import Path

import openpyxl
import pytest
import sqlalchemy as sa

from daurulang.closings.service import close_month
from daurulang.config import Paper
from daurulang.database import Database
from daurulang.deposits.model import Payment, deposit, deposit_line
from daurulang.documents.receipt import write_receipt
from daurulang.errors import AlreadyPaidOut, BookChanged, ColumnsMissing, MonthClosed, RowsRefused, WorkbookRefused
from daurulang.exchange import deposits, kinds
from daurulang.exchange.batches import undo
from daurulang.exchange.columns import ListKind, open_list
from daurulang.exchange.deposit_rows import LineIntake
from daurulang.exchange.preview import Fate, Preview, Reason
from daurulang.ledger.model import counter, entry, imported_entry
from daurulang.ledger.queries import counters
from daurulang.materials.model import material
from daurulang.members.model import member
from daurulang.members.queries import find_members
from daurulang.members.service import MemberDraft, register
from daurulang.periods import month_of
from daurulang.quantities import Unit
from daurulang.receipts.service import look_at
from daurulang.reports.balances import balance_of, balances
from daurulang.reports.economic_value import Measure, economic_value
from daurulang.verification.service import verify
from tests.book import Book
from tests.documents.papers import read
from tests.exchange.lists import preview_list, reasons, write_workbook

HEADER = ("Tanggal", "Nama", "Jenis Sampah", "Berat", "Satuan", "Harga", "Total")
FEBRUARY = month_of(date(2024, 2, 1))


def look(book: Book, path: Path, rows: Sequence[Sequence[object]], *, create: bool = False) -> Preview[LineIntake]:
    return preview_list(book.db, write_workbook(path / "setoran.xlsx", rows), ListKind.DEPOSITS, create=create)


def take(book: Book, seen: Preview[LineIntake]) -> int:
    return deposits.take_in(book.db, seen, book.desk.staff_id)


def posted(db: Database) -> list[tuple[object, ...]]:
    """Day, number, member, payment, rupiah, and the lines of every deposit."""
    with db.reading() as connection:
        heads = connection.execute(
            sa.select(entry.c.id, entry.c.day, counter.c.code, entry.c.sequence, member.c.name, deposit.c.payment)
            .join(counter, counter.c.id == entry.c.counter_id)
            .join(deposit, deposit.c.entry_id == entry.c.id)
            .join(member, member.c.id == entry.c.member_id)
            .order_by(entry.c.id)
        ).all()
        found: list[tuple[object, ...]] = []
        for row in heads:
            lines = connection.execute(
                sa.select(
                    deposit_line.c.name, deposit_line.c.net, deposit_line.c.price_rupiah, deposit_line.c.amount_rupiah
                )
                .where(deposit_line.c.entry_id == row.id)
                .order_by(deposit_line.c.position)
            ).all()
            number = f"{row.code}-{row.sequence}"
            found.append((row.day, number, row.name, row.payment, [tuple(line) for line in lines]))
        return found


def count(db: Database, table: sa.Table) -> int:
    with db.reading() as connection:
        return connection.scalar(sa.select(sa.func.count()).select_from(table)) or 0


def test_rows_of_one_visit_become_one_deposit_on_its_day(book: Book, tmp_path: Path) -> None:
    seen = look(
        book,
        tmp_path,
        [
            ["BUKU SETORAN 2024"],
            [],
            HEADER,
            [date(2024, 3, 2), "Nur Hayati", "PET botol bening", 2.5, "kg", 3000, 7500],
            ["21/02/2024", "Nur Hayati", "Jelantah", "1,5", "liter", "Rp 4.000", "Rp 6.000,00"],
            ["21 Februari 2024", "nur hayati", "Botol kecap", 12, "biji", 400, None],
            [45343, "Moh Ridwan", "PET botol bening", "300", "gram", None, 1000],
            ["Jumlah", None, None, None, None, None, 19300],
        ],
    )
    assert {row.fate for row in seen.rows} == {Fate.NEW, Fate.SKIPPED}
    take(book, seen)
    assert posted(book.db) == [
        (
            *(date(2024, 2, 21), "BL-1", "Nur Hayati", Payment.SAVINGS),
            [("Jelantah", 1500, 4000, 6000), ("Botol kecap", 12, 400, 4800)],
        ),
        (date(2024, 2, 21), "BL-2", "Moh. Ridwan", Payment.SAVINGS, [("PET botol bening", 300, 3333, 1000)]),
        (date(2024, 3, 2), "BL-3", "Nur Hayati", Payment.SAVINGS, [("PET botol bening", 2500, 3000, 7500)]),
    ]
    assert {each.name: each.rupiah for each in balances(book.db)} == {"Nur Hayati": 18_300, "Moh. Ridwan": 1000}
    assert count(book.db, imported_entry) == 3
    assert verify(book.db).problems == ()
    with book.db.reading() as connection:
        assert [each.code for each in counters(connection)] == ["L1"]


def test_a_total_that_its_price_denies_is_kept_and_told(book: Book, tmp_path: Path) -> None:
    rows = [HEADER, ["2024-02-21", "Nur Hayati", "PET botol bening", 2.5, "kg", 3000, 8000]]
    seen = look(book, tmp_path, rows)
    (row,) = seen.rows
    assert (row.fate, row.remarks[0].reason, dict(row.remarks[0].values)) == (
        *(Fate.WARNING, Reason.TOTAL_DIFFERS),
        {"rupiah": 8000, "computed_rupiah": 7500},
    )
    take(book, seen)
    assert economic_value(book.db, FEBRUARY).measure == Measure(1, 2500, 0, 0, 8000)
    assert balance_of(book.db, "1").rupiah == 8000
    assert verify(book.db).problems == ()


def test_the_same_list_again_brings_only_what_is_new(book: Book, tmp_path: Path) -> None:
    row = ["2024-02-21", "Nur Hayati", "PET botol bening", 2.5, "kg", 3000, 7500]
    take(book, look(book, tmp_path, [HEADER, row, row]))
    seen = look(book, tmp_path, [HEADER, row, row, row])
    assert [each.fate for each in seen.rows] == [Fate.SKIPPED, Fate.SKIPPED, Fate.NEW]
    assert reasons(seen) == {2: [Reason.TAKEN_BEFORE], 3: [Reason.TAKEN_BEFORE]}
    take(book, seen)
    assert balance_of(book.db, "1").rupiah == 22_500


def test_a_list_that_was_undone_leaves_every_figure_as_before(book: Book, tmp_path: Path) -> None:
    book.deposit(31_000)
    before = economic_value(book.db, FEBRUARY), balances(book.db)
    rows = [HEADER, ["2024-02-21", "Nur Hayati", "PET botol bening", 2.5, "kg", 3000, 7500]]
    batch_id = take(book, look(book, tmp_path, rows))
    assert economic_value(book.db, FEBRUARY).deposits == 1
    undo(book.db, batch_id, book.desk.staff_id)
    undo(book.db, batch_id, book.desk.staff_id)
    assert (economic_value(book.db, FEBRUARY), balances(book.db)) == before
    assert verify(book.db).problems == ()
    take(book, look(book, tmp_path, rows))
    assert balance_of(book.db, "1").rupiah == 38_500


def test_who_was_made_for_a_list_goes_with_it_unless_they_came_since(book: Book, tmp_path: Path) -> None:
    rows = [
        HEADER,
        ["2024-02-21", "Bu Sri", "Tembaga", 1, "kg", 40_000, None],
        ["2024-02-21", "Pak Udin", "Tembaga", 1, "kg", 40_000, None],
    ]
    batch_id = take(book, look(book, tmp_path, rows, create=True))
    (sri,), (udin,) = find_members(book.db, "Bu Sri"), find_members(book.db, "Pak Udin")
    book.deposit(31_000, member_id=udin.id)
    undo(book.db, batch_id, book.desk.staff_id)
    with book.db.reading() as connection:
        active = {row[0]: row[1] for row in connection.execute(sa.select(member.c.id, member.c.active))}
        copper = connection.scalar(sa.select(material.c.active).where(material.c.name == "Tembaga"))
    assert (active[sri.id], active[udin.id], copper) == (False, True, False)
    assert verify(book.db).problems == ()


def test_what_was_paid_out_since_keeps_the_list_in(book: Book, tmp_path: Path) -> None:
    batch_id = take(
        book,
        look(book, tmp_path, [HEADER, ["2024-02-21", "Nur Hayati", "PET botol bening", 2.5, "kg", 3000, 7500]]),
    )
    book.payout(500)
    entries = count(book.db, entry)
    with pytest.raises(AlreadyPaidOut) as caught:
        undo(book.db, batch_id, book.desk.staff_id)
    assert caught.value.number == "BL-000001"
    assert count(book.db, entry) == entries


def test_a_row_is_refused_with_its_reason(book: Book, tmp_path: Path) -> None:
    register(book.db, MemberDraft("Siti"))
    register(book.db, MemberDraft("Siti"))
    cases: list[tuple[Sequence[object], Reason]] = [
        (["besok", "Nur Hayati", "Jelantah", 1, "liter", 1, 1], Reason.DAY_UNREADABLE),
        (["02/21/2024", "Nur Hayati", "Jelantah", 1, "liter", 1, 1], Reason.DAY_UNREADABLE),
        (["31/12/2098", "Nur Hayati", "Jelantah", 1, "liter", 1, 1], Reason.DAY_TO_COME),
        (["21/02/2024", "Nur", "Jelantah", 1, "liter", 1, 1], Reason.MEMBER_UNKNOWN),
        (["21/02/2024", "Siti", "Jelantah", 1, "liter", 1, 1], Reason.MEMBER_SEVERAL),
        (["21/02/2024", "Nur Hayati", "Emas", 1, "kg", 1, 1], Reason.MATERIAL_UNKNOWN),
        (["21/02/2024", "Nur Hayati", None, 1, "kg", 1, 1], Reason.MATERIAL_MISSING),
        (["21/02/2024", "Nur Hayati", "Jelantah", None, "liter", 1, 1], Reason.QUANTITY_UNREADABLE),
        (["21/02/2024", "Nur Hayati", "Jelantah", -1, "liter", 1, 1], Reason.QUANTITY_UNREADABLE),
        (["21/02/2024", "Nur Hayati", "Jelantah", 1, "karung", 1, 1], Reason.UNIT_UNKNOWN),
        (["21/02/2024", "Nur Hayati", "Jelantah", 1, "kg", 1, 1], Reason.QUANTITY_IN_OTHER_UNIT),
        (["21/02/2024", "Nur Hayati", "Jelantah", 1, "liter", None, None], Reason.VALUE_MISSING),
        (["21/02/2024", "Nur Hayati", "Jelantah", 1, "liter", "mahal", None], Reason.VALUE_UNREADABLE),
        (["21/02/2024", "Nur Hayati", "Jelantah", 1, "liter", 1, 10**10], Reason.VALUE_UNREADABLE),
        (["21/02/2024", "Nur Hayati", "Jelantah", 1000, "liter", 9**9, None], Reason.VALUE_UNREADABLE),
        (["21/02/2024", "Nur Hayati", "Jelantah", 1, "liter", 1, "=A1*B1"], Reason.FORMULA),
    ]
    seen = look(book, tmp_path, [HEADER, *(row for row, _ in cases)])
    assert [row.fate for row in seen.rows] == [Fate.REFUSED] * len(cases)
    assert [row.remarks[-1].reason for row in seen.rows] == [reason for _, reason in cases]
    with pytest.raises(RowsRefused):
        take(book, seen)
    assert count(book.db, entry) == 0


def test_how_it_was_paid_stands_in_a_column(book: Book, tmp_path: Path) -> None:
    header = (*HEADER, "Pembayaran")
    row = ["21/02/2024", "Nur Hayati", "PET botol bening", 1, "kg", 3000]
    rows = [[*row, 3000, "Tabung"], [*row, 3000, "TUNAI"], [*row[:5], None, 0, "sedekah"], [*row, None, None]]
    seen = look(book, tmp_path, [header, *rows])
    take(book, seen)
    assert [each[3] for each in posted(book.db)] == [Payment.SAVINGS, Payment.CASH, Payment.GIVEN]
    assert balance_of(book.db, "1").rupiah == 6000
    assert verify(book.db).problems == ()
    bad = look(book, tmp_path, [header, [*row, 3000, "kasbon"], [*row, 3000, "sedekah"]])
    assert [each.fate for each in bad.rows] == [Fate.REFUSED, Fate.REFUSED]
    assert reasons(bad) == {2: [Reason.PAYMENT_UNKNOWN], 3: [Reason.GIVEN_WITH_VALUE]}


def test_day_and_member_of_merged_cells_stand_for_the_rows_below(book: Book, tmp_path: Path) -> None:
    path = tmp_path / "gabung.xlsx"
    sheet_book = openpyxl.Workbook()
    sheet = sheet_book.active
    assert sheet is not None
    for row in (
        ["Tanggal", "Nasabah", "Rincian setoran", None, None],
        [None, None, "Jenis", "Berat (kg)", "Jumlah (Rp)"],
        ["21/02/2024", "Nur Hayati", "PET botol bening", "1,5", "4.500"],
        [None, None, "pet botol bening", 2, 6000],
        ["22/02/2024", "Moh. Ridwan", "PL1", 1, "3,000"],
    ):
        sheet.append(row)
    for cells in ("A1:A2", "B1:B2", "C1:E1", "A3:A4", "B3:B4"):
        sheet.merge_cells(cells)
    sheet_book.save(path)
    seen = preview_list(book.db, path, ListKind.DEPOSITS)
    assert reasons(seen) == {4: [Reason.FROM_ABOVE], 5: [Reason.PRICE_DOUBTFUL]}
    take(book, seen)
    assert [(each[0], each[2], len(each[4])) for each in posted(book.db)] == [  # type: ignore[arg-type]  # lines
        (date(2024, 2, 21), "Nur Hayati", 2),
        (date(2024, 2, 22), "Moh. Ridwan", 1),
    ]


def test_a_dot_that_may_group_thousands_is_read_by_price_and_total(book: Book, tmp_path: Path) -> None:
    row = ["21/02/2024", "Nur Hayati", "PET botol bening"]
    seen = look(
        book,
        tmp_path,
        [HEADER, [*row, "1.250", "kg", 3000, 3750], [*row, "1.250", "kg", 3, 3750], [*row, "1.250", "kg", 3000, None]],
    )
    assert reasons(seen) == {4: [Reason.QUANTITY_DOUBTFUL]}
    assert [intake.net for intake in seen.intakes] == [1250, 1_250_000, 1250]


def test_a_wrong_workbook_is_refused_in_one_line(book: Book, tmp_path: Path) -> None:
    members = write_workbook(tmp_path / "nasabah.xlsx", [["Nama", "Alamat"], ["Nur", "Mlajah"]])
    with pytest.raises((ColumnsMissing, WorkbookRefused)):
        preview_list(book.db, members, ListKind.DEPOSITS)
    without_day = write_workbook(tmp_path / "tanpa.xlsx", [HEADER[1:], ["Nur Hayati", "Jelantah", 1, "liter", 1, 1]])
    with pytest.raises(ColumnsMissing) as caught:
        preview_list(book.db, without_day, ListKind.DEPOSITS)
    assert caught.value.fields == ("day",)


def test_what_came_between_the_dry_run_and_now_keeps_it_out(book: Book, tmp_path: Path) -> None:
    rows = [HEADER, ["2024-02-21", "Nur Hayati", "PET botol bening", 2.5, "kg", 3000, 7500]]
    seen = look(book, tmp_path, rows)
    saldo = write_workbook(tmp_path / "saldo.xlsx", [["Nama", "Saldo"], ["Nur Hayati", 5000]])
    opening = preview_list(book.db, saldo, ListKind.BALANCES)
    kinds.take_in(book.db, ListKind.BALANCES, opening, book.desk.staff_id)
    with pytest.raises(BookChanged):
        take(book, seen)
    close_month(book.db, book.desk, FEBRUARY)
    with pytest.raises(MonthClosed):
        take(book, seen)
    assert count(book.db, deposit) == 0
    assert reasons(look(book, tmp_path, rows)) == {2: [Reason.DAY_CLOSED, Reason.OPENING_STANDS]}


def test_cancelling_leaves_nothing(book: Book, tmp_path: Path) -> None:
    rows = [
        [f"{1 + n % 28:02d}/02/2024", f"Warga {n // 3}", "PET botol bening", 1, "kg", 3000, 3000] for n in range(3000)
    ]
    seen = look(book, tmp_path, [HEADER, *rows], create=True)

    class Cancelled(Exception):
        """The person had enough."""

    def progress(done: int, _total: int) -> None:
        if done:
            raise Cancelled

    with pytest.raises(Cancelled):
        deposits.take_in(book.db, seen, book.desk.staff_id, progress)
    assert (count(book.db, entry), count(book.db, member), count(book.db, counter)) == (0, 2, 1)


def test_a_deposit_of_more_lines_than_one_can_hold_is_several(book: Book, tmp_path: Path) -> None:
    rows = [["21/02/2024", "Nur Hayati", "PET botol bening", 1, "kg", 1000, None]] * 1001
    take(book, look(book, tmp_path, [HEADER, *rows]))
    assert [len(each[4]) for each in posted(book.db)] == [500, 500, 1]  # type: ignore[arg-type]  # the lines are a list
    assert verify(book.db).problems == ()


def test_a_million_empty_rows_cost_nothing(book: Book, tmp_path: Path) -> None:
    path = tmp_path / "kosong.xlsx"
    sheet_book = openpyxl.Workbook(write_only=True)
    sheet = sheet_book.create_sheet()
    sheet.append(HEADER)
    sheet.append(["21/02/2024", "Nur Hayati", "PET botol bening", 1, "kg", 1000, None])
    styled = [openpyxl.cell.WriteOnlyCell(sheet, None)]
    for _ in range(100_000):
        sheet.append(styled)
    sheet_book.save(path)
    seen = preview_list(book.db, path, ListKind.DEPOSITS)
    assert len(seen.rows) == 1
    assert open_list(path, ListKind.DEPOSITS)[0].too_long is False
    assert seen.intakes[0].goods.unit is Unit.KILOGRAM


def test_the_paper_says_that_it_was_taken_over(book: Book, tmp_path: Path) -> None:
    rows = [
        ("Tanggal", "No Bukti", "Nama", "Jenis", "Berat", "Total"),
        ["2024-02-21", "TBS-7", "Nur Hayati", "PET botol bening", 2.5, 7500],
        ["2024-02-22", None, "Nur Hayati", "PET botol bening", 2.5, 7500],
    ]
    take(book, look(book, tmp_path, rows))
    book.deposit()
    assert [look_at(book.db, number).old_number for number in ("BL-1", "BL-2", "L1-1")] == ["TBS-7", "", None]
    for paper in Paper:
        write_receipt(look_at(book.db, "BL-1"), paper, tmp_path / f"{paper}.pdf")
        assert "TBS-7" in read((tmp_path / f"{paper}.pdf").read_bytes())


def test_who_is_made_has_been_a_member_since_the_first_visit(book: Book, tmp_path: Path) -> None:
    rows = [
        HEADER,
        ["2024-03-01", "Bu Sri", "PET botol bening", 1, "kg", 3000, None],
        ["2024-02-21", "Bu Sri", "PET botol bening", 1, "kg", 3000, None],
    ]
    take(book, look(book, tmp_path, rows, create=True))
    assert economic_value(book.db, FEBRUARY).participants.new == 1


def test_rows_of_a_closed_month_that_are_in_already_do_not_keep_the_rest_out(book: Book, tmp_path: Path) -> None:
    first = ["2024-02-21", "Nur Hayati", "PET botol bening", 2.5, "kg", 3000, 7500]
    take(book, look(book, tmp_path, [HEADER, first]))
    close_month(book.db, book.desk, FEBRUARY)
    later = ["2024-03-02", "Nur Hayati", "PET botol bening", 2.5, "kg", 3000, 7500]
    seen = look(book, tmp_path, [HEADER, first, later])
    assert [row.fate for row in seen.rows] == [Fate.SKIPPED, Fate.NEW]
    with pytest.raises(MonthClosed):
        undo(book.db, 1, book.desk.staff_id)
