"""Recaps for the environment office: the month by payment, members' balances, goods across members, days, villages."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from pathlib import Path

from daurulang.centre.queries import the_centre
from daurulang.database import Database
from daurulang.deposits.model import Payment
from daurulang.documents import office_wording as words
from daurulang.documents import wording
from daurulang.documents.workbook import Formula, Kind, Value, Workbook, letter
from daurulang.documents.workbook_table import HEAD_ROW, Column, table_sheet
from daurulang.documents.workbook_wording import UNITS
from daurulang.materials.queries import Material, materials
from daurulang.periods import Period, short_day
from daurulang.quantities import Unit
from daurulang.reports.across import Across, Cell, brought, member_rows, names_of_keys

MOST_COLUMNS = 12
"""Of materials beside each other on one sheet, so that a printed page can be read."""
_FIRST = HEAD_ROW + 1


def write_monthly_recap(db: Database, period: Period, path: Path) -> None:
    """Goods by how they were paid; raises `FileNotWritten`."""
    with db.reading() as connection:
        centre, goods = the_centre(connection), {each.id: each for each in materials(connection)}
        cells = brought(connection, period, Across.PAYMENT)
    payments = [each for each in Payment if any(cell.key == each for cell in cells)] or [Payment.SAVINGS, Payment.CASH]
    title = f"{words.MONTHLY_RECAP} – {period.title}"
    columns = [
        *(Column(words.NUMBER, Kind.WHOLE, 8), Column(words.GOODS, width=32, wrap=True)),
        *(Column(wording.CATEGORY, width=18), Column(words.UNIT, width=9)),
        *(column for each in payments for column in _pair(words.PAYMENTS[each])),
        *_pair(words.TOTAL),
        Column(words.KILOGRAMS, Kind.THOUSANDTHS, 14, summed=True),
    ]
    own = sorted({cell.material_id for cell in cells}, key=lambda id_: _order(goods[id_]))
    found = {(cell.material_id, cell.key): cell for cell in cells}
    rows = [
        _recap_row(number, goods[id_], [found.get((id_, each)) for each in payments])
        for number, id_ in enumerate(own, 1)
    ]
    footer = f"{centre.name} – {title}"
    with Workbook(title, period.last) as book:
        table_sheet(book, "Rekap", title, columns, rows, footer=footer, note=wording.MEASURES_APART)
        book.save(path)


def _pair(name: str) -> tuple[Column, Column]:
    """Quantity in the unit of the row, which is never added up, and its value."""
    quantity = Column(f"{name} {words.QUANTITY}", Kind.THOUSANDTHS, 13)
    return quantity, Column(f"{name} {words.NOMINAL}", Kind.WHOLE, 16, summed=True)


def _recap_row(number: int, good: Material, parts: Sequence[Cell | None]) -> list[Value]:
    row: list[Value] = [number, f"{good.code} {good.name}", wording.DLH_CATEGORIES[good.dlh_category]]
    row.append(UNITS[good.unit])
    pairs = [(_in_thousandths(good, part.quantity), part.rupiah) if part else (None, None) for part in parts]
    for pair in pairs:
        row += pair
    for side, first in enumerate((5, 6)):
        cells = (f"{letter(first + 2 * place)}{HEAD_ROW + number}" for place in range(len(parts)))
        row.append(Formula("+".join(cells), sum(pair[side] or 0 for pair in pairs)))
    row.append(sum(each.grams for each in parts if each))
    return row


def _in_thousandths(good: Material, quantity: int) -> int:
    """Pieces as thousandths of a piece, so that one column holds all units."""
    return quantity * 1000 if good.unit is Unit.PIECE else quantity


def _order(good: Material) -> tuple[str, str]:
    return wording.DLH_CATEGORIES[good.dlh_category], good.code


_MEMBER_COLUMNS = (
    Column(words.NUMBER, Kind.WHOLE, 8),
    Column(words.MEMBER_NUMBER, width=13),
    Column(words.NAME, width=28, wrap=True),
    Column(words.ADDRESS, width=30, wrap=True),
    Column(words.OPENING, Kind.WHOLE, 16, summed=True),
    Column(words.DEBIT, Kind.WHOLE, 16, summed=True),
    Column(words.CREDIT, Kind.WHOLE, 16, summed=True),
    Column(words.CLOSING, Kind.WHOLE, 16, summed=True),
    Column(words.DEPOSITS, Kind.WHOLE, 10, summed=True),
    Column(words.KILOGRAMS, Kind.THOUSANDTHS, 14, summed=True),
)


def write_member_recap(db: Database, period: Period, path: Path) -> None:
    """Every member's savings over the period; raises `FileNotWritten`."""
    with db.reading() as connection:
        centre, found = the_centre(connection), member_rows(connection, period)
    title = f"{words.MEMBERS} – {period.title}"
    rows: list[list[Value]] = [
        [
            *(number, each.number, each.name, each.address, each.opening_rupiah, each.out_rupiah, each.in_rupiah),
            Formula(f"E{HEAD_ROW + number}-F{HEAD_ROW + number}+G{HEAD_ROW + number}", each.closing_rupiah),
            *(each.deposits, each.grams),
        ]
        for number, each in enumerate(found, 1)
    ]
    with Workbook(title, period.last) as book:
        table_sheet(book, "Nasabah", title, _MEMBER_COLUMNS, rows, footer=f"{centre.name} – {title}")
        book.save(path)


_DAYS = "Hari"
_CROSSED = ((Across.MEMBER, "Anggota"), (Across.DAY, _DAYS), (Across.VILLAGE, "Desa"))


def write_cross_tables(db: Database, period: Period, path: Path) -> None:
    """Members, days and villages across the materials they brought; raises `FileNotWritten`."""
    with db.reading() as connection:
        centre, goods = the_centre(connection), {each.id: each for each in materials(connection)}
        crossed = {across: brought(connection, period, across) for across, _ in _CROSSED}
        names = {
            across: names_of_keys(connection, across, {cell.key for cell in cells}) for across, cells in crossed.items()
        }
    title = f"{words.CROSS} – {period.title}"
    with Workbook(title, period.last) as book:
        for across, sheet in _CROSSED:
            _write_crossed(book, sheet, crossed[across], names[across], goods, f"{centre.name} – {title}")
        book.save(path)


def _write_crossed(
    book: Workbook,
    name: str,
    cells: Sequence[Cell],
    names: dict[str, str],
    goods: dict[int, Material],
    footer: str,
) -> None:
    """A row for each key, a column for each material in its own unit; many materials go on on further sheets."""
    ids = sorted({cell.material_id for cell in cells}, key=lambda id_: goods[id_].code)
    keys = sorted({cell.key for cell in cells}, key=lambda key: (names.get(key, key) or "~").casefold())
    quantities = {(cell.key, cell.material_id): cell.quantity for cell in cells}
    weights = dict.fromkeys(keys, 0)
    for cell in cells:
        weights[cell.key] += cell.grams
    parts = [ids[start : start + MOST_COLUMNS] for start in range(0, len(ids), MOST_COLUMNS)] or [[]]
    for number, part in enumerate(parts, 1):
        columns = [
            Column(words.NUMBER, Kind.WHOLE, 8),
            Column(name, width=34, wrap=True),
            *(_material_column(goods[id_]) for id_ in part),
            Column(words.KILOGRAMS, Kind.THOUSANDTHS, 14, summed=True),
        ]
        rows: list[list[Value]] = [
            [place, _shown(name, key, names), *(quantities.get((key, id_)) for id_ in part), weights[key]]
            for place, key in enumerate(keys, 1)
        ]
        several = len(parts) > 1
        heading = f"{words.CROSS} {name.upper()}" + (f" ({number} dari {len(parts)})" if several else "")
        sheet = f"{name}{number}" if several else name
        note = words.all_materials(len(ids)) if several else wording.MEASURES_APART
        table_sheet(book, sheet, heading, columns, rows, footer=footer, note=note)


def _material_column(good: Material) -> Column:
    kind = Kind.WHOLE if good.unit is Unit.PIECE else Kind.THOUSANDTHS
    return Column(f"{good.name} ({UNITS[good.unit]})", kind, 13, summed=True)


def _shown(name: str, key: str, names: dict[str, str]) -> str:
    """A key as the row is called."""
    if not key:
        return words.NO_VILLAGE
    return short_day(date.fromisoformat(key)) if name == _DAYS else names.get(key, key)
