"""A village bank's own book of 2024 comes in and comes to what its paper states."""

from datetime import date
from pathlib import Path

import sqlalchemy as sa

from daurulang.deposits.model import deposit_line
from daurulang.exchange import deposits
from daurulang.exchange.columns import ListKind
from daurulang.exchange.preview import Fate
from daurulang.ledger.model import entry, imported_entry
from daurulang.members.model import member
from daurulang.periods import month_of
from daurulang.reports.balances import balances
from daurulang.reports.economic_value import economic_value
from daurulang.verification.service import verify
from tests.book import Book
from tests.exchange.lists import preview_list, write_csv

# A village bank's own book: eight deposits of 2024 whose paper states weight and value, and their thirteen lines.
KEMENUH_HEADS = {
    "TBS-202402-0001": ("2024-02-21", 2, 5000, 7000),
    "TBS-202402-0002": ("2024-02-21", 1, 5400, 12720),
    "TBS-202402-0003": ("2024-02-22", 1, 2000, 3000),
    "TBS-202402-0004": ("2024-02-22", 1, 2000, 8000),
    "TBS-202403-0001": ("2024-03-02", 1, 5000, 6900),
    "TBS-202403-0002": ("2024-03-02", 2, 4000, 6000),
    "TBS-202403-0003": ("2024-03-15", 1, 3000, 4500),
    "TBS-202403-0004": ("2024-03-25", 1, 2000, 1400),
}
KEMENUH_LINES = """\
TBS-202402-0001,Gelas Plastik Warna,3.0,1000,3000
TBS-202402-0001,PET Bening Biru Bersih,2.0,2000,4000
TBS-202402-0002,Bir Kecil,2.4,300,720
TBS-202402-0002,Gelas Plastik Bening Bersih,3.0,4000,12000
TBS-202402-0003,HVS,2.0,1500,3000
TBS-202402-0004,Gelas Plastik Bening Bersih,2.0,4000,8000
TBS-202403-0001,HVS,3.0,1500,4500
TBS-202403-0001,Besi,2.0,1200,2400
TBS-202403-0002,Jerigen,2.0,1500,3000
TBS-202403-0002,Kardus A,2.0,1500,3000
TBS-202403-0003,HVS,2.0,1500,3000
TBS-202403-0003,Kardus A,1.0,1500,1500
TBS-202403-0004,Duplex,2.0,700,1400
"""


def test_a_book_of_a_village_comes_in_with_its_stated_totals(book: Book, tmp_path: Path) -> None:
    lines = ["tanggal,kode_tabungan_sampah,nasabah,jenis_sampah,berat,harga,subtotal"]
    for line in KEMENUH_LINES.splitlines():
        code, rest = line.split(",", 1)
        lines.append(f"{KEMENUH_HEADS[code][0]},{code},Nasabah {KEMENUH_HEADS[code][1]},{rest}")
    path = write_csv(tmp_path / "kemenuh.csv", "\n".join(lines))
    asked = preview_list(book.db, path, ListKind.DEPOSITS)
    assert asked.counts[Fate.REFUSED] == 13
    assert asked.new_members == ("Nasabah 2", "Nasabah 1")
    assert len(asked.new_materials) == 9
    deposits.take_in(book.db, preview_list(book.db, path, ListKind.DEPOSITS, create=True), book.desk.staff_id)
    with book.db.reading() as connection:
        found = connection.execute(
            sa.select(
                imported_entry.c.reference,
                entry.c.day,
                member.c.name,
                sa.func.sum(deposit_line.c.grams),
                sa.func.sum(deposit_line.c.amount_rupiah),
            )
            .join(entry, entry.c.id == imported_entry.c.entry_id)
            .join(member, member.c.id == entry.c.member_id)
            .join(deposit_line, deposit_line.c.entry_id == entry.c.id)
            .group_by(imported_entry.c.reference, entry.c.day, member.c.name)
        ).all()
    assert {row[0]: (row[1].isoformat(), row[2], int(row[3]), int(row[4])) for row in found} == {
        code: (day, f"Nasabah {who}", grams, rupiah) for code, (day, who, grams, rupiah) in KEMENUH_HEADS.items()
    }
    totals = [(3, (14_400, 30_720)), (5, (14_000, 18_800))]
    for month, (grams, rupiah) in ((2, totals[0][1]), (3, totals[1][1])):
        figures = economic_value(book.db, month_of(date(2024, month, 1)))
        assert (figures.deposits, figures.measure.grams, figures.measure.rupiah) == (4, grams, rupiah)
    saved = {each.name: each.rupiah for each in balances(book.db)}
    assert (saved["Nasabah 1"], saved["Nasabah 2"]) == (36_520, 13_000)
    assert verify(book.db).problems == ()
