"""Every line of a period in a workbook; above them stands what the lines that the filter shows come to."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import chain, islice
from typing import Final

from daurulang.documents import workbook_wording as words
from daurulang.documents.wording import CONDITIONS, SLIP
from daurulang.documents.wording import slip as slip_words
from daurulang.documents.workbook import (
    HEAD,
    MOST_ROWS,
    TITLE,
    Formula,
    Kind,
    Progress,
    Value,
    Workbook,
    body,
    letter,
    total,
)
from daurulang.documents.workbook_table import HEAD_ROW, Column, whole
from daurulang.exchange.workbook import counted
from daurulang.periods import Zone, clock_time, short_day
from daurulang.quantities import Unit, format_amount_of
from daurulang.reports.line_list import LineRow

COLUMNS: Final = (
    Column(words.RECEIPT, width=11, shrink=True),
    Column(words.DAY, Kind.DAY, 11),
    Column(words.TIME, width=7),
    Column(words.MEMBER_NUMBER, width=10),
    Column(words.NAME, width=28, shrink=True),
    Column(words.VILLAGE, width=16, shrink=True),
    Column(words.DISTRICT, width=13, shrink=True),
    Column(words.CODE, width=8, shrink=True),
    Column(words.MATERIAL, width=30, shrink=True),
    Column(words.CONDITION, width=9),
    Column(words.UNIT, width=7),
    Column(words.GROSS, Kind.THOUSANDTHS, 11),
    Column(words.TARE, Kind.THOUSANDTHS, 10),
    Column(words.DEDUCTION, Kind.THOUSANDTHS, 10),
    Column(words.KILOGRAMS, Kind.THOUSANDTHS, 14, summed=True),
    Column(words.PIECES, Kind.WHOLE, 10, summed=True),
    Column(words.LITRES, Kind.THOUSANDTHS, 11, summed=True),
    Column(words.PRICE, Kind.WHOLE, 10),
    Column(words.VALUE, Kind.WHOLE, 16, summed=True),
    Column(words.PAYMENT, width=14, shrink=True),
    Column(words.REMARK, width=22, shrink=True),
)
KILOGRAMS, PIECES, LITRES, VALUE = SUMMED = tuple(place for place, column in enumerate(COLUMNS) if column.summed)


def write_lines(
    book: Workbook,
    lines: Iterable[LineRow],
    zone: Zone,
    expected: int,
    footer: str,
    progress: Progress | None,
    title: str = words.TITLES[words.LINES],
) -> dict[int, Formula]:
    """One sheet, or as many as the lines need; `expected` is how many are expected. Answers with the sum of each summed
    column over all of them.
    """
    sums = dict.fromkeys(SUMMED, 0)
    names: list[str] = []
    rows = counted(lines, expected, progress)
    first: LineRow | None = next(rows, None)
    while first is not None or not names:
        names.append(words.LINES if not names else f"{words.LINES}{len(names) + 1}")
        page = (
            islice(rows, MOST_ROWS - HEAD_ROW - 1)
            if first is None
            else islice(chain([first], rows), MOST_ROWS - HEAD_ROW)
        )
        _write_sheet(book, names[-1], title, values_of_lines(page, zone), sums, footer)
        first = next(rows, None)
    return {
        place: Formula("+".join(f"SUM({name}!{_cells(place)})" for name in names), result)
        for place, result in sums.items()
    }


def _cells(place: int) -> str:
    return f"{letter(place + 1)}{HEAD_ROW + 1}:{letter(place + 1)}{MOST_ROWS}"


def _write_sheet(
    book: Workbook, name: str, title: str, rows: Iterator[Sequence[Value]], sums: dict[int, int], footer: str
) -> None:
    sheet = book.sheet(name, [column.width for column in COLUMNS], frozen_rows=HEAD_ROW)
    sheet.footer(footer)
    own = dict.fromkeys(sums, 0)

    def added_up() -> Iterator[Sequence[Value]]:
        for row in rows:
            for place in SUMMED:
                own[place] += whole(row[place])
            yield row

    sheet.add((TITLE, title), height=24)
    shown = {place: Formula(f"SUBTOTAL(109,{_cells(place)})", 0) for place in own}
    sheet.add(
        *(
            (total(column.kind), shown.get(place, words.SHOWN if place == 0 else None))
            for place, column in enumerate(COLUMNS)
        )
    )
    sheet.add(*((HEAD, column.title) for column in COLUMNS), height=32)
    sheet.add_all([body(column.kind, shrink=column.shrink) for column in COLUMNS], added_up())
    if sheet.row == HEAD_ROW:
        sheet.add(*((body(Kind.TEXT), None if place else words.NO_DEPOSITS) for place in range(len(COLUMNS))))
    sheet.filter(HEAD_ROW, max(sheet.row, HEAD_ROW + 1))
    for place, result in own.items():
        sheet.set_result(f"{letter(place + 1)}{HEAD_ROW - 1}", COLUMNS[place].kind, result)
        sums[place] += result


def values_of_lines(lines: Iterable[LineRow], zone: Zone) -> Iterator[Sequence[Value]]:
    """What stands in the columns, line by line."""
    for line in lines:
        weighed = line.unit is Unit.KILOGRAM
        yield (
            line.number,
            line.day,
            clock_time(line.at_ms, zone),
            line.member_number,
            line.member_name,
            line.village or words.NO_VILLAGE,
            line.district or words.NO_VILLAGE,
            line.code,
            line.material,
            CONDITIONS[line.condition],
            words.UNITS[line.unit],
            line.gross if weighed else None,
            line.tare if weighed else None,
            line.deduction if weighed else None,
            line.grams or None,
            line.net if line.unit is Unit.PIECE else None,
            line.net if line.unit is Unit.LITRE else None,
            line.price_rupiah,
            line.amount_rupiah,
            words.PAYMENT_WORDS[line.payment],
            _remark(line),
        )


def _remark(line: LineRow) -> str:
    """What was taken off and why, and which slip it was written on."""
    slip = line.slip
    written = "" if slip is None else f"{SLIP} {slip_words(slip.number, short_day(slip.day))}"
    return "; ".join(filter(None, (_taken_off(line), written)))


def _taken_off(line: LineRow) -> str:
    """What was taken off, and why: of pieces and litres no column tells it. Of a correction, which receipt it is of."""
    if line.reverses:
        return words.correction_of(line.reverses)
    if line.unit is Unit.KILOGRAM or line.net == line.gross:
        return line.deduction_reason
    taken = words.taken_off(
        line.unit, *(format_amount_of(amount, line.unit) for amount in (line.gross, line.tare, line.deduction))
    )
    return f"{taken}: {line.deduction_reason}" if line.deduction_reason else taken
