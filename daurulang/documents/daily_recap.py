"""The recap of a day on A4 across: materials by depositors, at most fifteen a sheet, and the list of those present."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from pathlib import Path

from daurulang.centre.queries import Centre
from daurulang.documents import wording
from daurulang.documents.a4 import (
    LONG_SIDE,
    MARGIN,
    Report,
    Section,
    Style,
    paragraph,
    report_pdf,
    section_heading,
    style,
)
from daurulang.documents.figures import NOTHING, plain, thousandths, whole
from daurulang.documents.file import write_whole
from daurulang.documents.sheet import Align, Type
from daurulang.documents.table import PADDING, Column, Table, figures
from daurulang.periods import long_day
from daurulang.quantities import Condition, Unit, format_amount_of, format_kilograms, format_quantity, format_rupiah
from daurulang.reports.daily_recap import DailyRecap, Depositor, RecapRow

WIDTH = LONG_SIDE - 2 * MARGIN
ACROSS = 15
NUMBER, UNIT, PRICE, QUANTITY, VALUE = 22.0, 24.0, 40.0, 46.0, 52.0
CELL = 31.3
WIDEST_CELL = 60.0
SIGNED_HEIGHT = 24.0


def write_daily_recap(recap: DailyRecap, letterhead: Centre, path: Path, *, place: str, day: date, maker: str) -> None:
    """Write the recap's PDF, wholly or not at all; raises `FileNotWritten`."""
    kind = style()
    edge = Report(wording.RECAP_TITLE, long_day(recap.day), letterhead, place, day, maker)
    if not recap.depositors:
        sections = [Section([paragraph(wording.NOBODY, WIDTH, kind.body)])]
    else:
        across = _across(recap, kind)
        starts = range(0, len(recap.depositors), across)
        sections = [_sheet(recap, start, across, kind) for start in starts]
        sections += [_whole_day(recap, kind)] if len(starts) > 1 else []
    sections += [_sums(recap, kind)]
    if recap.depositors:
        sections += [_attendance(recap, kind)]
    write_whole(path, report_pdf(edge, sections, landscape=True))


def _name_of(row: RecapRow) -> str:
    """The material; clean is what everybody expects and is not said."""
    name = row.name if row.condition is Condition.CLEAN else f"{row.name} · {wording.CONDITIONS[row.condition]}"
    return f"{name} · {wording.GIVEN_SHORT}" if row.given else name


def _price_of(row: RecapRow) -> str:
    return NOTHING if row.given else whole(row.price_rupiah)


def _small(kind: Style) -> Type:
    return Type(kind.body.font, 7.2, kind.body.ink)


def _smallest(kind: Style) -> Type:
    return Type(kind.strong.font, 6, kind.strong.ink)


def _across(recap: DailyRecap, kind: Style) -> int:
    """How many depositors stand on a sheet: fewer where their figures would have to be printed too small to read."""
    small, smallest = _small(kind), _smallest(kind)
    amounts = {format_amount_of(cell.quantity, row.unit) for row in recap.rows for cell in row.cells}
    widths = [
        *(small.font.width(each, small.size) for each in amounts),
        *(smallest.font.width(whole(each.rupiah), smallest.size) for each in recap.depositors),
    ]
    return min(ACROSS, int(ACROSS * CELL / (max(widths) + 2 * PADDING)))


def _sheet(recap: DailyRecap, start: int, across: int, kind: Style) -> Section:
    """The materials of some depositors; they stand under their number in the list of those present."""
    those = recap.depositors[start : start + across]
    cell_width = min(ACROSS * CELL / len(those), WIDEST_CELL)
    name = WIDTH - NUMBER - UNIT - PRICE - QUANTITY - VALUE - len(those) * cell_width
    numbers = [str(start + place + 1) for place in range(len(those))]
    table = Table(
        (
            Column(wording.NUMBER, NUMBER),
            Column(wording.MATERIAL, name),
            Column(wording.UNIT, UNIT),
            *figures((wording.PRICE, PRICE)),
            *figures(*((number, cell_width) for number in numbers)),
            *figures((wording.SUM, QUANTITY), (wording.VALUE_COLUMN, VALUE)),
        ),
        kind.label,
        _small(kind),
        _smallest(kind),
        ruled=True,
    )
    rows: list[list[str]] = []
    for row in recap.rows:
        brought = {cell.depositor: cell for cell in row.cells if start <= cell.depositor < start + across}
        if brought:
            cells = [brought.get(start + place) for place in range(len(those))]
            rows.append(
                [
                    str(len(rows) + 1),
                    _name_of(row),
                    row.unit,
                    _price_of(row),
                    *(format_amount_of(cell.quantity, row.unit) if cell else "" for cell in cells),
                    format_amount_of(sum(cell.quantity for cell in brought.values()), row.unit),
                    whole(sum(cell.rupiah for cell in brought.values())),
                ]
            )
    sums = table.sums(
        _money(wording.TO_SAVINGS, [each.savings_rupiah for each in those]),
        _money(wording.IN_CASH, [each.cash_rupiah for each in those]),
        _money(wording.VALUE_COLUMN, [each.rupiah for each in those]),
    )
    heading = f"{wording.DEPOSITOR_MATRIX} {start + 1}" + (f"–{start + len(those)}" if len(those) > 1 else "")
    return Section([section_heading(heading, WIDTH, kind)], [table.head()], table.rows(rows), [sums])


def _money(name: str, rupiah: Sequence[int]) -> list[str]:
    return ["", name, "", "", *map(whole, rupiah), "", whole(sum(rupiah))]


def _whole_day(recap: DailyRecap, kind: Style) -> Section:
    """Every material with the sum over all depositors, where they stand on several sheets."""
    table = Table(
        (
            Column(wording.NUMBER, NUMBER),
            Column(wording.CODE, 54),
            Column(wording.MATERIAL, WIDTH - NUMBER - 414),
            *figures((wording.PRICE, 80), (wording.DEPOSITOR_COUNT, 80), (wording.QUANTITY, 100)),
            *figures((wording.VALUE_COLUMN, 100)),
        ),
        kind.label,
        kind.body,
        kind.strong,
    )
    rows = [
        [
            str(number),
            row.code,
            _name_of(row),
            _price_of(row),
            whole(len(row.cells)),
            format_quantity(row.quantity, row.unit),
            whole(row.rupiah),
        ]
        for number, row in enumerate(recap.rows, 1)
    ]
    total = ["", "", wording.SUM, "", whole(len(recap.depositors)), "", whole(recap.total(_rupiah))]
    return Section(
        [section_heading(wording.WHOLE_DAY, WIDTH, kind)], [table.head()], table.rows(rows), [table.sums(total)]
    )


def _rupiah(depositor: Depositor) -> int:
    return depositor.rupiah


def _sums(recap: DailyRecap, kind: Style) -> Section:
    """The day in figures, the measures beside each other."""
    facts = (
        (wording.DEPOSITOR_COUNT, plain(recap.people)),
        (wording.WEIGHT, format_kilograms(recap.total(lambda each: each.grams))),
        (wording.PIECES, format_quantity(recap.total(lambda each: each.pieces), Unit.PIECE)),
        (wording.LITRES, format_quantity(recap.total(lambda each: each.millilitres), Unit.LITRE)),
        (wording.TO_SAVINGS, format_rupiah(recap.total(lambda each: each.savings_rupiah))),
        (wording.IN_CASH, format_rupiah(recap.total(lambda each: each.cash_rupiah))),
        (wording.GIVEN, format_kilograms(recap.total(lambda each: each.given_grams))),
        (f"{wording.PAYOUTS} ({wording.times(recap.payouts)})", format_rupiah(recap.payouts_rupiah)),
        *_debts(recap),
    )
    table = Table(
        [Column(name, WIDTH / len(facts), Align.LEFT) for name, _ in facts], kind.label, kind.strong, kind.strong
    )
    return Section(
        [section_heading(wording.DAY_SUMMARY, WIDTH, kind), table.head(), table.row([figure for _, figure in facts])]
    )


def receipts_of(depositor: Depositor) -> str:
    """The numbers of the receipts, and of the slips that were written by hand before."""
    receipts = ", ".join(depositor.receipts)
    return f"{receipts} ({wording.SLIP.lower()} {', '.join(depositor.slips)})" if depositor.slips else receipts


def _debts(recap: DailyRecap) -> list[tuple[str, str]]:
    """What became a debt and what was repaid; cash of it came into the boxes. Each only where there was any."""
    debts = recap.debts
    told = (
        (wording.BECAME_DEBT, debts.made_rupiah),
        (wording.REPAID_FROM_SAVINGS, debts.from_savings_rupiah),
        (wording.REPAID_IN_CASH, debts.in_cash_rupiah),
    )
    return [(name, format_rupiah(rupiah)) for name, rupiah in told if rupiah]


def _attendance(recap: DailyRecap, kind: Style) -> Section:
    """Who was there, with room to sign; last of all those of whom something was only taken back."""
    table = Table(
        (
            Column(wording.NUMBER, NUMBER),
            Column(wording.MEMBER_NUMBER, 50),
            Column(wording.NAME, 132),
            Column(wording.ADDRESS, WIDTH - NUMBER - 594),
            Column(wording.RECEIPTS, 110),
            *figures((wording.KILOGRAMS_COLUMN, 56), (wording.PIECES_COLUMN, 38), (wording.LITRES_COLUMN, 44)),
            *figures((wording.VALUE_COLUMN, 64)),
            Column(wording.SIGNATURE, 100, Align.CENTRE),
        ),
        kind.label,
        kind.body,
        kind.strong,
    )
    kilograms = thousandths(each.grams for each in recap.depositors)
    litres = thousandths(each.millilitres for each in recap.depositors)
    rows = [
        table.signed(
            [
                str(number),
                each.number,
                each.name if each.came else f"{each.name} ({wording.CORRECTION})",
                each.place,
                receipts_of(each),
                kilograms(each.grams),
                whole(each.pieces),
                litres(each.millilitres),
                whole(each.rupiah),
                "",
            ],
            SIGNED_HEIGHT,
        )
        for number, each in enumerate(recap.depositors, 1)
    ]
    total = [
        *("", "", wording.SUM, "", ""),
        kilograms(recap.total(lambda each: each.grams)),
        whole(recap.total(lambda each: each.pieces)),
        litres(recap.total(lambda each: each.millilitres)),
        whole(recap.total(_rupiah)),
        "",
    ]
    return Section([section_heading(wording.ATTENDANCE, WIDTH, kind)], [table.head()], rows, [table.sums(total)])
