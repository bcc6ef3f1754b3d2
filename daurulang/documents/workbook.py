"""What every workbook is made of: sheets that are written row by row, cells with a declared kind, finished files.

Rows leave for the disk at once, so that a hundred thousand lines take no more memory than one. What people have typed
stays text whatever it looks like. A formula is stored with its result: previews on a phone, and Excel before editing is
allowed, show what is stored and calculate nothing.
"""

from __future__ import annotations

import re
import shutil
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from decimal import Decimal
from enum import StrEnum
from math import ceil
from pathlib import Path
from typing import IO, Any, Final, Literal, Self
from xml.sax.saxutils import escape
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from daurulang.documents.file import written_whole

Progress = Callable[[int, int], None]
"""Told how many rows of how many are done; it may raise to stop, then no file appears."""

MOST_ROWS: Final = 1_048_576
GREEN: Final = "1F7A4D"
_PALE: Final = "E4F3EA"
_LINE: Final = "BFCBC4"
_MUTED: Final = "5D6B63"


class Kind(StrEnum):
    """What a value is: thousandths are grams or millilitres and show as kilograms or litres."""

    TEXT = "text"
    WHOLE = "whole"
    RUPIAH = "rupiah"
    THOUSANDTHS = "thousandths"
    DAY = "day"
    MONTH = "month"
    SHARE = "share"
    SMALL_SHARE = "small_share"
    CHANGE = "change"


# Stored the American way, as all workbooks are; 421 is Indonesia: dots for thousands, names of months.
_FORMATS: Final = {
    Kind.TEXT: "General",
    Kind.WHOLE: "[$-421]#,##0;[$-421]-#,##0;–",
    Kind.RUPIAH: "[$Rp-421]\\ #,##0",
    Kind.THOUSANDTHS: "[$-421]#,##0.000;[$-421]-#,##0.000;–",
    Kind.DAY: "[$-421]dd/mm/yyyy",
    Kind.MONTH: "[$-421]mmmm yyyy",
    Kind.SHARE: "[$-421]0.0%",
    Kind.SMALL_SHARE: "[$-421]0.000%",
    Kind.CHANGE: "[$-421]+0.0%;[$-421]-0.0%;[$-421]0.0%",
}
_DAY_ZERO: Final = date(1899, 12, 30)


@dataclass(frozen=True, slots=True)
class Formula:
    """A formula of our own, without its "=", and what it comes to in the base of its kind."""

    text: str
    result: int | Decimal | str


Value = str | int | date | Decimal | Formula | None
"""None leaves the cell empty. A share or a change is a `Decimal` of 1."""


Rule = Literal["", "thin", "medium"]


@dataclass(frozen=True, slots=True)
class Look:
    """How a cell is shown."""

    kind: Kind = Kind.TEXT
    bold: bool = False
    size: int = 11
    align: str = ""
    wrap: bool = False
    shrink: bool = False
    grid: bool = False
    fill: str = ""
    colour: str = ""
    above: Rule = ""
    below: Rule = ""

    @property
    def indented(self) -> bool:
        """A text beside a number of the column before would stick to it."""
        return self.grid and self.kind is Kind.TEXT and not self.align


PLAIN: Final = Look()
STRONG: Final = Look(bold=True)
TITLE: Final = Look(bold=True, size=14)
SECTION: Final = Look(bold=True, size=12, colour=GREEN)
NOTE: Final = Look(size=10, colour=_MUTED)
HEAD: Final = Look(bold=True, align="center", wrap=True, grid=True, fill=_PALE)

Cell = tuple[Look, Value]
BLANK: Final[Cell] = (PLAIN, None)


def body(kind: Kind, *, wrap: bool = False, shrink: bool = False) -> Look:
    """A cell of a table; what is too long for it stands in several lines or, without a higher row, gets smaller."""
    return Look(kind, grid=True, wrap=wrap, shrink=shrink, align=_side(kind))


def total(kind: Kind) -> Look:
    """A cell of a table's last row."""
    return Look(kind, bold=True, grid=True, fill=_PALE, above="medium", align=_side(kind))


def _side(kind: Kind) -> str:
    """A share stands at the right, also where it is a dash."""
    return "right" if kind in (Kind.SHARE, Kind.SMALL_SHARE) else ""


class Workbook:
    """A workbook in the making; sheets stand in the order in which they are begun."""

    def __init__(self, title: str, day: date) -> None:
        from openpyxl import Workbook as Bare

        self.bare = Bare(write_only=True)
        moment = datetime(day.year, day.month, day.day)  # noqa: DTZ001  (a workbook knows no zones)
        self.bare.properties.title = _clean(title)
        self.bare.properties.creator = "Daur Ulang"
        self.bare.properties.created = self.bare.properties.modified = moment
        self._sheets: list[Sheet] = []

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_error: object) -> None:
        """Take away what openpyxl has laid aside for a workbook that was never finished."""
        for sheet in self._sheets:
            sheet.drop()

    def sheet(self, name: str, widths: Sequence[int], *, frozen_rows: int = 0, frozen_columns: int = 0) -> Sheet:
        """Begin a sheet; `name` is ours and needs no quotes, widths are in characters; a wide one is printed
        across. Frozen rows and columns are repeated on every printed page; with frozen columns a sheet that is too wide
        to be read on one page goes on beside it.
        """
        made = Sheet(self.bare.create_sheet(name), widths, frozen_rows=frozen_rows, frozen_columns=frozen_columns)
        self._sheets.append(made)
        return made

    def save(self, path: Path) -> None:
        """Finish every sheet and put the file in its place; raises `FileNotWritten`."""
        from openpyxl.writer.excel import ExcelWriter

        results = {}
        for number, sheet in enumerate(self._sheets, 1):
            sheet.finish()
            results[f"xl/worksheets/sheet{number}.xml"] = sheet.results
        with written_whole(path) as file:
            ExcelWriter(self.bare, _Archive(file, results)).save()


class Sheet:
    """One sheet; rows are appended and cannot be changed afterwards."""

    def __init__(self, bare: Any, widths: Sequence[int], *, frozen_rows: int, frozen_columns: int = 0) -> None:
        self.name: str = bare.title
        self.row = 0
        self.results: dict[str, bytes] = {}
        self._bare = bare
        self._columns = len(widths)
        self._templates: dict[Look, Any] = {}
        self._last_letter = letter(self._columns)
        bare._values_to_row = _numbered  # noqa: SLF001  (openpyxl's own raises and catches an error for every styled cell)
        for number, width in enumerate(widths, 1):
            bare.column_dimensions[letter(number)].width = width
        _lay_out(bare, landscape=sum(widths) > _UPRIGHT)
        if frozen_rows:
            bare.freeze_panes = f"{letter(frozen_columns + 1)}{frozen_rows + 1}"
            bare.print_title_rows = f"1:{frozen_rows}"
        if frozen_columns:
            again = sum(widths[:frozen_columns])
            bare.print_title_cols = f"A:{letter(frozen_columns)}"
            bare.page_setup.fitToWidth = max(1, ceil((sum(widths) - again) / (_ACROSS - again)))

    def add(self, *cells: Cell, height: int | None = None) -> int:
        """Append a row and return its number; the height is in points."""
        self.row += 1
        if height:
            self._bare.row_dimensions[self.row].height = height
        # One by one: cells that look alike are one object, filled anew when the one before has left for the disk.
        self._bare.append(self._filled(column, *cell) for column, cell in enumerate(cells, 1))
        return self.row

    def add_all(self, looks: Sequence[Look], rows: Iterable[Sequence[Value]]) -> None:
        """Append many rows that look alike."""
        plain = [self._template(look) for look in looks]
        quoted = [self._template(look, quoted=True) for look in looks]

        def fill(values: Sequence[Value]) -> Iterator[Any]:
            for look, cell, other, raw in zip(looks, plain, quoted, values, strict=True):
                value = _clean(raw) if isinstance(raw, str) else raw
                chosen = other if _looks_like_a_formula(value) else cell
                _put(chosen, look.kind, value)
                yield chosen

        for values in rows:
            self.row += 1
            self._bare.append(fill(values))

    def filter(self, first_row: int, last_row: int) -> None:
        """Give the head in `first_row` its filter buttons."""
        self._bare.auto_filter.ref = f"A{first_row}:{self._last_letter}{last_row}"

    def add_chart(self, chart: Any, corner: str) -> None:
        """Hang a chart over the cells from `corner` on."""
        self._bare.add_chart(chart, corner)

    def footer(self, text: str) -> None:
        """What stands below every printed page, beside its number."""
        self._bare.oddFooter.left.text = _clean(text).replace("&", "&&")
        self._bare.oddFooter.right.text = "Halaman &P/&N"
        # Else it grows with a narrow table until both words run into each other.
        self._bare.HeaderFooter.scaleWithDoc = False

    def on_one_page(self) -> None:
        """Print on a single page."""
        self._bare.page_setup.fitToHeight = 1

    def finish(self) -> None:
        """Everything below the last row."""
        self._bare.print_area = f"A1:{self._last_letter}{max(self.row, 1)}"
        self._bare.close()

    def drop(self) -> None:
        """Remove the sheet's own file, unless it went into the workbook."""
        writer = self._bare._writer  # noqa: SLF001  (openpyxl removes it at the end of the process only)
        if writer is None or not Path(writer.out).exists():
            return
        if not self._bare.closed:
            self._bare.close()
        writer.cleanup()

    def _filled(self, column: int, look: Look, raw: Value) -> Any:
        value = _clean(raw) if isinstance(raw, str) else raw
        cell = self._template(look, quoted=_looks_like_a_formula(value))
        _put(cell, look.kind, value)
        if isinstance(value, Formula):
            self.results[f"{letter(column)}{self.row}"] = _stored(look.kind, value.result)
        return cell

    def set_result(self, cell: str, kind: Kind, result: int) -> None:
        """What a formula that stands above the rows has come to once they are written."""
        self.results[cell] = _stored(kind, result)

    def _template(self, look: Look, *, quoted: bool = False) -> Any:
        key = replace(look, align=look.align + "'") if quoted else look
        found = self._templates.get(key)
        if found is None:
            found = self._templates[key] = _styled(self._bare, look)
            found.quotePrefix = quoted
        return found


def letter(column: int) -> str:
    """The letters of a column, from 1."""
    from openpyxl.utils import get_column_letter

    return str(get_column_letter(column))


def _numbered(cells: Iterable[Any], row: int) -> Iterator[Any]:
    for column, cell in enumerate(cells, 1):
        cell.row, cell.column = row, column
        yield cell


_A4: Final = 9
_UPRIGHT: Final = 130  # characters that can be read across an upright page
_ACROSS: Final = 190


def _lay_out(bare: Any, *, landscape: bool) -> None:
    bare.sheet_properties.pageSetUpPr.fitToPage = True
    bare.sheet_view.showGridLines = False
    setup = bare.page_setup
    setup.paperSize, setup.orientation = _A4, "landscape" if landscape else "portrait"
    setup.fitToWidth, setup.fitToHeight = 1, 0
    bare.print_options.horizontalCentered = True
    margins = bare.page_margins
    margins.left = margins.right = 0.5
    margins.top, margins.bottom = 0.6, 0.7


def _styled(bare: Any, look: Look) -> Any:
    from openpyxl.cell import WriteOnlyCell
    from openpyxl.styles import Alignment, Border, Font, PatternFill, Side

    cell = WriteOnlyCell(bare)
    cell.font = Font(name="Calibri", size=look.size, bold=look.bold, color=look.colour or None)
    cell.number_format = _FORMATS[look.kind]
    align = look.align or ("left" if look.indented else None)
    cell.alignment = Alignment(
        horizontal=align,
        vertical="center",
        wrap_text=look.wrap or None,
        indent=int(look.indented),
        shrink_to_fit=look.shrink or None,
    )
    if look.fill:
        cell.fill = PatternFill("solid", fgColor=look.fill)
    thin = Side("thin", color=_LINE) if look.grid else None
    above = Side(look.above, color=GREEN) if look.above else thin
    below = Side(look.below, color=_LINE if look.below == "thin" else GREEN) if look.below else thin
    if above or below:
        cell.border = Border(left=thin, right=thin, top=above, bottom=below)
    return cell


def _put(cell: Any, kind: Kind, value: Value) -> None:
    if isinstance(value, str):
        cell.value = value or None
        if value:
            cell.data_type = "s"
    elif isinstance(value, Formula):
        cell.value = f"={value.text}"
    elif isinstance(value, date):
        cell.value = (value - _DAY_ZERO).days
    elif isinstance(value, int) and kind is Kind.THOUSANDTHS:
        cell.value = Decimal(value) / 1000
    else:
        cell.value = value


def _looks_like_a_formula(value: Value) -> bool:
    return isinstance(value, str) and value[:1] in _SIGNS


# Marked as text for good: it stays text even when somebody edits the cell.
_SIGNS: Final = ("=", "+", "-", "@")
_NOT_IN_XML: Final = re.compile("[\x00-\x08\x0b-\x1f\ud800-\udfff\ufffe\uffff]")
_ESCAPE: Final = re.compile("_(?=x[0-9A-Fa-f]{4}_)")
_MOST_LETTERS: Final = 32_767


def _clean(text: str) -> str:
    """Without what XML cannot hold; Excel reads _x0041_ as a letter, unless its underscore is written so itself."""
    return _ESCAPE.sub("_x005F_", _NOT_IN_XML.sub("", text))[:_MOST_LETTERS]


def _stored(kind: Kind, result: int | Decimal | str) -> bytes:
    """The attributes and the content of a formula's result, as XML."""
    if isinstance(result, str):
        return b' t="str"><v>' + escape(result).encode() + b"</v>"
    number = Decimal(result) / 1000 if kind is Kind.THOUSANDTHS else result
    return f"><v>{number}</v>".encode()


_FORMULA: Final = re.compile(rb'(<c r="([A-Z]+[0-9]+)"[^>]*)>(<f>.*?</f>)<v\s*(?:/>|></v>)')
_AT_ONCE: Final = 1 << 22  # what is read for formulas; where the last one has its result, the rest is copied
_MOMENT: Final = (1980, 1, 1, 0, 0, 0)  # the same report gives the same bytes


class _Archive(ZipFile):
    """Where openpyxl leaves the parts of a workbook; formulas get their results on the way."""

    def __init__(self, file: IO[bytes], results: dict[str, dict[str, bytes]]) -> None:
        super().__init__(file, "w", ZIP_DEFLATED)
        self._results = results

    def writestr(self, name: Any, data: Any, *_rest: Any) -> None:
        """Add a part."""
        super().writestr(self._part(str(name)), data)

    def write(self, filename: Any, arcname: Any = None, *_rest: Any) -> None:
        """Add a sheet, which stands in a file of its own until now."""
        results = dict(self._results[arcname])

        def with_result(found: re.Match[bytes]) -> bytes:
            return found[1] + results.pop(found[2].decode()).replace(b">", b">" + found[3], 1)

        with Path(filename).open("rb") as source, self.open(self._part(arcname), "w", force_zip64=True) as part:
            rest = b""
            while results and (more := source.read(_AT_ONCE)):
                rows, end, rest = (rest + more).rpartition(b"</row>")
                part.write(_FORMULA.sub(with_result, rows + end))
            part.write(_FORMULA.sub(with_result, rest))
            shutil.copyfileobj(source, part, 1 << 20)

    @staticmethod
    def _part(name: str) -> ZipInfo:
        info = ZipInfo(name, _MOMENT)
        info.compress_type = ZIP_DEFLATED
        return info
