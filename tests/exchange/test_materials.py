"""A list of goods with prices is tried dry, taken in whole or not at all, and can be taken back."""

from collections import Counter
from datetime import date
from pathlib import Path

import pytest
import sqlalchemy as sa

from daurulang import periods
from daurulang.database import Database, metadata
from daurulang.deposits import service as deposits
from daurulang.deposits.model import Payment
from daurulang.deposits.service import DepositDraft, LineDraft
from daurulang.errors import AlreadyTaken, BatchInUse, RowsRefused
from daurulang.exchange import materials
from daurulang.exchange.batches import batches, undo
from daurulang.exchange.preview import Fate, Reason
from daurulang.materials.model import DlhCategory, PriceSide, SipsnCategory
from daurulang.materials.queries import PriceBoard, PriceKey, price_board, price_history
from daurulang.materials.service import MaterialDraft, PriceDraft, add_material, set_prices
from daurulang.members.model import import_batch
from daurulang.members.queries import member_classes
from daurulang.periods import Zone
from daurulang.quantities import Condition, Unit
from tests.book import Book, new_key
from tests.exchange.lists import preview_materials, reasons, write_csv, write_workbook

DATA = Path(__file__).parent / "data"


def everything(db: Database) -> dict[str, list[tuple[object, ...]]]:
    with db.reading() as connection:
        return {
            table.name: sorted((tuple(row) for row in connection.execute(sa.select(table))), key=repr)
            for table in metadata.sorted_tables
            if table is not import_batch
        }


def today(book: Book) -> PriceBoard:
    return price_board(book.db, periods.today(Zone.WIB))


def take_in(book: Book, path: Path) -> int:
    return materials.take_in(book.db, preview_materials(book.db, path), book.desk.staff_id)


def test_the_list_of_surabaya_gives_53_goods_with_two_prices_each(book: Book) -> None:
    seen = preview_materials(book.db, DATA / "bsis.csv")
    assert seen.new_classes == ("Fluktuatif", "Stabil")
    assert len(seen.intakes) == 53
    assert {len(intake.prices) for intake in seen.intakes} == {2}
    assert {price.member_class for intake in seen.intakes for price in intake.prices} == {"Fluktuatif", "Stabil"}
    pieces = {intake.draft.name for intake in seen.intakes if intake.draft.unit is Unit.PIECE}
    assert pieces == {
        *("Botol sirup (per biji)", "Kecap / saos besar (perbiji)", "Bensin bagus (per bji)", "Bir (per biji)"),
        "Karung 25, 50, 100 kg",
    }
    assert reasons(seen) == {53: [Reason.SEVERAL_PRICES]}
    materials.take_in(book.db, seen, book.desk.staff_id)
    board = today(book)
    with book.db.reading() as connection:
        classes = {each.name: each.id for each in member_classes(connection)}
    copper = next(each for each in board.materials if each.name == "Campur")
    prices = [board.buy(copper.id, Condition.CLEAN, classes[name]) for name in ("Fluktuatif", "Stabil")]
    assert [price and price.rupiah for price in prices] == [40_000, 43_000]


def test_the_list_of_pamulang_is_taken_in_with_its_warnings(book: Book) -> None:
    seen = preview_materials(book.db, DATA / "puri_pamulang.csv")
    assert len(seen.intakes) == 70
    warned = {row.cells[0]: [remark.reason for remark in row.remarks] for row in seen.rows if row.remarks}
    assert warned == {
        "4D": [Reason.NAME_TAKEN],
        "4G": [Reason.NAME_TWICE],
        "7D": [Reason.ABOVE_SELL],
        "7I": [Reason.ABOVE_SELL],
        "7J": [Reason.NAME_TWICE],
    }
    materials.take_in(book.db, seen, book.desk.staff_id)
    board = today(book)
    goods = {each.code: each for each in board.materials}
    assert (goods["7E"].name, goods["7J"].name) == ("Kulkas", "Kulkas (7J)")
    phone = goods["7D"].id
    buy, sell = board.buy(phone, Condition.CLEAN, 1), board.sell(phone, Condition.CLEAN)
    assert (buy and buy.rupiah, sell and sell.rupiah) == (27_500, 10_000)


def test_the_list_of_migunani_gives_53_goods(book: Book) -> None:
    seen = preview_materials(book.db, DATA / "migunani.csv")
    assert len(seen.intakes) == 53
    counted = Counter(remark.reason for row in seen.rows for remark in row.remarks)
    assert counted == {Reason.SEVERAL_GOODS: 14}
    assert [intake.draft.name for intake in seen.intakes if intake.draft.unit is Unit.PIECE] == [
        "Galon merk aqua, vit/satuan"
    ]
    codes = [intake.draft.code for intake in seen.intakes]
    assert len(set(codes)) == 53
    assert all(row.guessed >= {"code"} for row in seen.rows)
    materials.take_in(book.db, seen, book.desk.staff_id)


def test_a_list_taken_in_twice_changes_nothing(book: Book) -> None:
    take_in(book, DATA / "migunani.csv")
    before = everything(book.db)
    seen = preview_materials(book.db, DATA / "migunani.csv")
    assert {row.fate for row in seen.rows} == {Fate.SKIPPED}
    undo(book.db, materials.take_in(book.db, seen, book.desk.staff_id), book.desk.staff_id)
    assert everything(book.db) == before


def test_a_known_code_gets_new_prices_and_nothing_else(book: Book, tmp_path: Path) -> None:
    text = (
        "Kode,Nama,Harga,Harga Kotor,Harga Jual\nPL1,PET BOTOL BENING,3200,1500,4000\nKC1,Kecap,100,,90\nX1,Baru,5,,\n"
    )
    seen = preview_materials(book.db, write_csv(tmp_path / "a.csv", text))
    assert [row.fate for row in seen.rows] == [Fate.CHANGED, Fate.WARNING, Fate.NEW]
    assert reasons(seen) == {3: [Reason.NAME_KEPT, Reason.ABOVE_SELL, Reason.PRICE_JUMPS]}
    assert [price.rupiah for price in seen.intakes[0].prices] == [3_200]
    before = everything(book.db)
    batch_id = materials.take_in(book.db, seen, book.desk.staff_id)
    key = PriceKey(book.pet_id, PriceSide.BUY, Condition.CLEAN, 1)
    newest = price_history(book.db, key)[0]
    assert (newest.rupiah, newest.reason, newest.staff) == (3_200, "a.csv", "Siti Aminah")
    assert {each.name for each in today(book).materials} >= {"PET botol bening", "Botol kecap", "Baru"}
    undo(book.db, batch_id, book.desk.staff_id)
    assert everything(book.db) == before


def test_a_good_without_a_code_is_known_by_its_name(book: Book, tmp_path: Path) -> None:
    text = "Nama,Harga\njelantah,4500\nKardus,2000\nKardus,1900\n"
    seen = preview_materials(book.db, write_csv(tmp_path / "a.csv", text))
    assert [intake.material_id for intake in seen.intakes] == [book.oil_id, None, None]
    assert (seen.intakes[0].draft.unit, seen.rows[0].guessed >= {"unit"}) == (Unit.LITRE, True)
    assert [intake.draft.name for intake in seen.intakes[1:]] == ["Kardus", "Kardus (KR02)"]
    assert reasons(seen) == {4: [Reason.NAME_TWICE]}


def test_undoing_takes_goods_prices_aliases_and_classes_back(book: Book) -> None:
    before = everything(book.db)
    batch_id = take_in(book, DATA / "bsis.csv")
    new = next(each for each in today(book).materials if each.name == "Koran")
    set_prices(
        book.db,
        [PriceDraft(PriceKey(new.id, PriceSide.BUY, Condition.CLEAN, 1), 100)],
        date(2026, 1, 1),
        book.desk.staff_id,
    )
    undo(book.db, batch_id, book.desk.staff_id)
    assert everything(book.db) == before
    assert batches(book.db)[0].undone_at_ms is not None


def test_what_was_paid_keeps_the_batch(book: Book, tmp_path: Path) -> None:
    text = "Kode,Nama,Harga\nKC1,Botol kecap,420\nPL9,Baru,9\n"
    batch_id = take_in(book, write_csv(tmp_path / "a.csv", text))
    new = next(each for each in today(book).materials if each.code == "PL9")
    for material_id, quantity, rupiah in ((book.bottle_id, 2, 840), (new.id, 1_000, 9)):
        lines = (LineDraft(material_id, quantity),)
        deposits.record(
            book.db, book.desk, DepositDraft(new_key(), book.member_id, lines, Payment.SAVINGS, rupiah), None
        )
    before = everything(book.db)
    with pytest.raises(BatchInUse) as refused:
        undo(book.db, batch_id, book.desk.staff_id)
    assert refused.value.count == 2
    assert everything(book.db) == before


def test_one_refused_row_keeps_the_whole_list_out(book: Book, tmp_path: Path) -> None:
    text = (
        "Kode;Nama;Satuan;Harga\nA1;Satu;kg;1000\na1;Dua;kg;1000\nA3;;kg;1000\nA4;Empat;kg;mahal\nA5;Lima;ikat;1000\n"
        "A6;Enam;kg;12,5\nKC1;Botol kecap;kg;500\n12345678901234567;Delapan;kg;1\nA9;Sembilan;kg;=B2\n"
        "A10;Sepuluh;kg;99999999999\n"
    )
    seen = preview_materials(book.db, write_csv(tmp_path / "a.csv", text))
    assert reasons(seen) == {
        3: [Reason.CODE_TWICE],
        4: [Reason.NAME_MISSING],
        5: [Reason.PRICE_UNREADABLE, Reason.NO_PRICE],
        6: [Reason.UNIT_UNKNOWN],
        7: [Reason.PRICE_UNREADABLE, Reason.NO_PRICE],
        8: [Reason.UNIT_DIFFERS, Reason.PRICE_JUMPS][:1],
        9: [Reason.TOO_LONG],
        10: [Reason.FORMULA],
        11: [Reason.PRICE_UNREADABLE, Reason.NO_PRICE],
    }
    before = everything(book.db)
    with pytest.raises(RowsRefused) as refused:
        materials.take_in(book.db, seen, book.desk.staff_id)
    assert refused.value.count == 9
    assert everything(book.db) == before


def test_a_failure_in_the_middle_leaves_nothing(book: Book) -> None:
    seen = preview_materials(book.db, DATA / "puri_pamulang.csv")
    add_material(book.db, MaterialDraft("9A", "Goni", Unit.KILOGRAM, DlhCategory.TEXTILE, SipsnCategory.TEXTILE))
    before = everything(book.db)
    with pytest.raises(AlreadyTaken):
        materials.take_in(book.db, seen, book.desk.staff_id)
    assert everything(book.db) == before
    assert batches(book.db) == ()


def test_cancelling_leaves_nothing(book: Book) -> None:
    class Cancelled(Exception):
        pass

    def cancel(done: int, total: int) -> None:
        assert (done, total) == (53, 53)
        raise Cancelled

    seen = preview_materials(book.db, DATA / "bsis.csv")
    before = everything(book.db)
    with pytest.raises(Cancelled):
        materials.take_in(book.db, seen, book.desk.staff_id, cancel)
    assert everything(book.db) == before


def test_prices_are_read_as_they_are_written(book: Book, tmp_path: Path) -> None:
    rows = [
        ("Nama", "Harga Beli", "Nama Lain"),
        *(("A", 1500, "satu, dua"), ("B", "Rp 1.500", ""), ("C", "1.500,00", ""), ("D", "1500.00", "")),
        *(
            ("E", "1,500", ""),
            ("F", "1.500/pcs", ""),
            ("G", "25=200|50=500", ""),
            ("H", "-", ""),
            ("I", "Rp. 1.500,-", ""),
        ),
    ]
    seen = preview_materials(book.db, write_workbook(tmp_path / "a.xlsx", rows))
    found = {each.draft.name: [price.rupiah for price in each.prices] for each in seen.intakes}
    assert found == {name: [1_500] for name in "ABCDEFI"} | {"G": [200], "H": []}
    assert reasons(seen) == {
        6: [Reason.PRICE_DOUBTFUL],
        8: [Reason.PRICE_DOUBTFUL, Reason.SEVERAL_PRICES],
        9: [Reason.NO_PRICE],
    }
    units = {each.draft.name: each.draft.unit for each in seen.intakes}
    assert (units["F"], units["G"], units["A"]) == (Unit.PIECE, Unit.PIECE, Unit.KILOGRAM)
    assert seen.intakes[0].draft.aliases == ("satu", "dua")


def test_units_stand_in_a_column_a_name_or_a_header(book: Book, tmp_path: Path) -> None:
    text = (
        "Nama,Satuan,Harga (Rp/pcs)\nA,Kg,1\nB,biji,1\nC,LTR,1\nD,,1\nMinyak (per liter),,1\nMinyak liter,,1\n"
        "Botol 1 liter,,1\nKarton (kg),,1\n"
    )
    seen = preview_materials(book.db, write_csv(tmp_path / "a.csv", text))
    assert [str(each.draft.unit) for each in seen.intakes] == [
        "kg",
        "pcs",
        "liter",
        "pcs",
        "liter",
        "liter",
        "pcs",
        "kg",
    ]


def test_headings_between_the_goods_give_their_category(book: Book, tmp_path: Path) -> None:
    rows = [("No", "Nama Barang", "Harga"), ("LOGAM", "", ""), (1, "Anu", 500), ("", "KACA", ""), (2, "Itu", 100)]
    seen = preview_materials(book.db, write_workbook(tmp_path / "a.xlsx", rows))
    assert [row.fate for row in seen.rows] == [Fate.SKIPPED, Fate.NEW, Fate.SKIPPED, Fate.NEW]
    assert [each.draft.dlh_category for each in seen.intakes] == [DlhCategory.METAL, DlhCategory.GLASS]


@pytest.mark.parametrize(
    "name, group, dlh, sipsn",
    [
        ("Kardus", "", DlhCategory.PAPER, SipsnCategory.PAPER),
        ("Karak (kg)", "", DlhCategory.OTHER, SipsnCategory.OTHER),
        ("Karak", "", DlhCategory.OTHER, SipsnCategory.FOOD),
        ("Bak campur TANPA KERTAS", "", DlhCategory.RIGID_PLASTIC, SipsnCategory.PLASTIC),
        ("Sak semen", "Plastik", DlhCategory.RIGID_PLASTIC, SipsnCategory.PLASTIC),
        ("Kresek", "Plastik", DlhCategory.FLEXIBLE_PLASTIC, SipsnCategory.PLASTIC),
        ("Perunggu", "Lain-lain", DlhCategory.METAL, SipsnCategory.METAL),
        ("Anu", "Kayu", DlhCategory.OTHER, SipsnCategory.WOOD),
        ("Anu", "", DlhCategory.OTHER, SipsnCategory.OTHER),
    ],
)
def test_categories_come_from_the_list_or_are_marked_as_guessed(
    book: Book, tmp_path: Path, name: str, group: str, dlh: DlhCategory, sipsn: SipsnCategory
) -> None:
    seen = preview_materials(book.db, write_csv(tmp_path / "a.csv", f"Nama,Kategori,Harga\n{name},{group},5\n"))
    [row] = seen.rows
    assert row.intake
    assert (row.intake.draft.dlh_category, row.intake.draft.sipsn_category) == (dlh, sipsn)
    assert "dlh_category" in row.guessed


def test_a_category_that_the_list_states_is_no_guess(book: Book, tmp_path: Path) -> None:
    text = "Nama,Kategori DLH,Kategori SIPSN,Harga\nAnu,Kain/Tekstil,Karet-Kulit,5\n"
    [row] = preview_materials(book.db, write_csv(tmp_path / "a.csv", text)).rows
    assert row.intake
    assert row.intake.draft.dlh_category is DlhCategory.TEXTILE
    assert row.intake.draft.sipsn_category is SipsnCategory.RUBBER_LEATHER
    assert row.guessed == {"code", "unit"}
