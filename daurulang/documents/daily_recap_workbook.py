"""The recap of a day as a workbook: materials across depositors, and the list of who was there."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Final

from daurulang.documents import wording
from daurulang.documents import workbook_wording as words
from daurulang.documents.row_height import row_height
from daurulang.documents.workbook import HEAD, NOTE, TITLE, Cell, Formula, Kind, Value, Workbook, body, letter, total
from daurulang.documents.workbook_table import HEAD_ROW, Column, table_sheet
from daurulang.periods import Period, long_day
from daurulang.quantities import Unit, format_rupiah
from daurulang.reports.daily_recap import DailyRecap, RecapRow

_FIXED: Final = (
    Column(words.CODE, width=10, shrink=True),
    Column(words.MATERIAL, width=30, wrap=True),
    Column(words.CONDITION, width=10),
    Column(words.UNIT, width=8),
    Column(words.PRICE, Kind.WHOLE, 11),
)
_MEASURES: Final = {
    # Not "Berat": that is the depositors' column, which counts the known weight of pieces and litres too.
    Unit.KILOGRAM: Column(words.BROUGHT_KILOGRAMS, Kind.THOUSANDTHS, 13),
    Unit.PIECE: Column(words.BROUGHT_PIECES, Kind.WHOLE, 13),
    Unit.LITRE: Column(words.BROUGHT_LITRES, Kind.THOUSANDTHS, 13),
}
_VALUE: Final = Column(words.VALUE, Kind.WHOLE, 15)
_PEOPLE: Final = (
    Column(words.NUMBER, Kind.WHOLE, 8),
    Column(words.MEMBER_NUMBER, width=11),
    Column(words.NAME, width=28, wrap=True),
    Column(wording.ADDRESS, width=28, wrap=True),
    Column(wording.RECEIPTS, width=26, wrap=True),
    Column(words.KILOGRAMS, Kind.THOUSANDTHS, 14, summed=True),
    Column(words.PIECES, Kind.WHOLE, 10, summed=True),
    Column(words.LITRES, Kind.THOUSANDTHS, 11, summed=True),
    Column(words.TO_SAVINGS, Kind.WHOLE, 15, summed=True),
    Column(words.IN_CASH, Kind.WHOLE, 15, summed=True),
    Column(words.GIVEN_WEIGHT, Kind.THOUSANDTHS, 13, summed=True),
    Column(wording.SIGNATURE, width=22),
)
_SIGNED_HEIGHT: Final = 30
_AGAIN: Final = 2  # code and material stand on every page of a day with many depositors


def write_daily_recap_workbook(recap: DailyRecap, path: Path) -> None:
    """Write the recap; raises `FileNotWritten`."""
    title = f"{words.DAILY_RECAP} {long_day(recap.day)}"
    with Workbook(title, recap.day) as book:
        _write_materials(book, recap, title)
        people = f"{wording.ATTENDANCE} {long_day(recap.day)}"
        table_sheet(
            *(book, words.DEPOSITORS, people, _PEOPLE, _depositors(recap)),
            footer=people,
            note=words.WEIGHT_OF_DEPOSITORS,
            least_height=_SIGNED_HEIGHT,
        )
        book.save(path)


def write_daily_recaps(recaps: Sequence[DailyRecap], period: Period, path: Path) -> None:
    """Materials across depositors, a sheet for each day; raises `FileNotWritten`."""
    title = f"{words.DAILY_RECAP} {period.title}"
    with Workbook(title, period.last) as book:
        for recap in recaps:
            name = f"{recap.day:%d_%m_%Y}"
            _write_materials(book, recap, f"{words.DAILY_RECAP} {long_day(recap.day)}", name)
        book.save(path)


def _write_materials(book: Workbook, recap: DailyRecap, title: str, name: str = words.BY_MATERIAL) -> None:
    """A row for each material, condition and price; what each brought is in the row's own unit, so that only the last
    columns, one for each unit, are added up.
    """
    people = [Column(f"{each.name}\n{each.number}", width=15) for each in recap.depositors]
    columns = (*_FIXED, *people, *_MEASURES.values(), _VALUE)
    widths = [each.width for each in columns]
    sheet = book.sheet(name, widths, frozen_rows=HEAD_ROW, frozen_columns=_AGAIN)
    sheet.footer(title)
    sheet.add((TITLE, title), height=24)
    notes = [words.payouts(recap.payouts, format_rupiah(recap.payouts_rupiah))]
    figures = (recap.debts.made_rupiah, recap.debts.from_savings_rupiah, recap.debts.in_cash_rupiah)
    if any(figures):
        notes.append(words.debts(*(format_rupiah(rupiah) if rupiah else "" for rupiah in figures)))
    sheet.add((NOTE, ". ".join(notes)))
    heads = [(each.title, each.width) for each in columns]
    sheet.add(*((HEAD, each.title) for each in columns), height=row_height(heads, 48, bold=True))
    for row in recap.rows:
        height = row_height([(row.name, _FIXED[1].width)])
        sheet.add(*_material(row, sheet.row + 1, len(people)), height=height)
    if not recap.rows:
        sheet.add(*((body(Kind.TEXT), None if place else words.NO_DEPOSITS) for place in range(len(columns))))
    last = sheet.row
    sheet.filter(HEAD_ROW, last)
    sums: list[Cell] = [(total(Kind.TEXT), words.TOTAL), *((total(Kind.TEXT), None) for _ in columns[1:-4])]
    for place, unit in enumerate((*_MEASURES, None), len(columns) - 3):
        found = sum((row.quantity if unit else row.rupiah) for row in recap.rows if unit in (None, row.unit))
        kind = _MEASURES[unit].kind if unit else Kind.WHOLE
        sheet_sum = Formula(f"SUM({letter(place)}{HEAD_ROW + 1}:{letter(place)}{last})", found)
        sums.append((total(kind), sheet_sum))
    sheet.add(*sums)


def _material(row: RecapRow, number: int, people: int) -> Iterator[Cell]:
    price = wording.GIVEN_SHORT if row.given else row.price_rupiah
    fixed = (row.code, row.name, wording.CONDITIONS[row.condition], words.UNITS[row.unit], price)
    for column, value in zip(_FIXED, fixed, strict=True):
        look = body(column.kind, wrap=column.wrap, shrink=column.shrink)
        yield look if column.kind is Kind.TEXT else replace(look, align="right"), value
    kind = _MEASURES[row.unit].kind
    brought = {cell.depositor: cell.quantity for cell in row.cells}
    for place in range(people):
        yield body(kind), brought.get(place)
    first, last = letter(len(_FIXED) + 1), letter(len(_FIXED) + people)
    for unit, column in _MEASURES.items():
        yield (
            body(column.kind),
            Formula(f"SUM({first}{number}:{last}{number})", row.quantity) if unit is row.unit else None,
        )
    yield body(Kind.WHOLE), row.rupiah


def _in_pairs(receipts: Sequence[str], slips: Sequence[str]) -> str:
    """Two to a line, since a spreadsheet would break a line inside of a number."""
    lines = [", ".join(receipts[place : place + 2]) for place in range(0, len(receipts), 2)]
    return ",\n".join(lines) + "".join(f"\n{wording.SLIP.lower()} {each}" for each in slips)


def _depositors(recap: DailyRecap) -> Iterator[Sequence[Value]]:
    for number, each in enumerate(recap.depositors, 1):
        yield (
            number,
            each.number,
            each.name if each.came else f"{each.name} ({wording.CORRECTION})",
            each.place,
            _in_pairs(each.receipts, each.slips),
            each.grams,
            each.pieces,
            each.millilitres,
            each.savings_rupiah,
            each.cash_rupiah,
            each.given_grams,
            None,
        )
