"""Reading a list as people have it, from an .xlsx workbook or a CSV, without trusting the file.

The ZIP is looked at before anything is unpacked: a file of 402 KB can hold 400 MB. A sheet becomes rows of text, in
which numbers are exact ("12", "0.1"), days are ISO, and a formula whose result was never stored stands as its text.
"""

from __future__ import annotations

import csv
import io
import re
import warnings
import zipfile
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date, datetime, time
from decimal import Decimal
from itertools import islice, repeat
from pathlib import Path, PurePosixPath
from typing import Any, TypeVar

from daurulang.errors import WorkbookRefused

MOST_FILE_BYTES = 20 * 1024 * 1024
MOST_UNPACKED_BYTES = 200 * 1024 * 1024
# What is read whole before the first row, and costs a hundred times its size in memory or a second for each megabyte:
# the 65,000 formats that Excel allows, and texts for more rows than a list may have.
MOST_PART_BYTES = {"styles": 10 * 1024 * 1024, "sharedstrings": 40 * 1024 * 1024}
MOST_RATIO = 100
MOST_MEMBERS = 2_000
MOST_COLUMNS = 60
MOST_ROWS = 100_000 + 30  # the list and what stands above it

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_CHUNK = 1 << 20
_OVERLAP = 512
_ROW = re.compile(rb"[<:]row\b(?:[^>]*?\sr=\"(\d+)\")?")
_END = re.compile(rb"</(?:\w+:)?sheetData>")
_NO_RESULT = rb"\s*(?:</(?:\w+:)?c>|<(?:\w+:)?v\s*/>|<(?:\w+:)?v></)"
_UNSTORED = re.compile(rb"(?:</(?:\w+:)?f>|<(?:\w+:)?f\b[^>]*/>)" + _NO_RESULT)

Rows = tuple[tuple[str, ...], ...]
Progress = Callable[[int, int], None]
"""Told how many rows of how many are done; it may raise to cancel, then nothing is changed."""
_Item = TypeVar("_Item")
_PROGRESS_EVERY = 500


class NumberText(str):
    """The text of a number cell that is no whole number: its dot begins the decimals, however many there are."""

    __slots__ = ()


@dataclass(frozen=True, slots=True)
class Sheet:
    """One visible sheet as text. `rows[0]` is row 1 of the sheet; every row is equally wide and trailing empty ones
    are gone. `too_long` says that rows beyond `MOST_ROWS` were not read.
    """

    path: Path
    name: str
    rows: Rows
    too_long: bool = False

    @property
    def file_name(self) -> str:
        """The file's name without its folder; bytes that are no text become question marks."""
        return self.path.name.encode("utf-8", "replace").decode()


def counted(items: Iterable[_Item], total: int, progress: Progress | None) -> Iterator[_Item]:
    """The items, telling now and then and at the end how many have passed."""
    done = 0
    for done, item in enumerate(items, 1):
        yield item
        if progress and done % _PROGRESS_EVERY == 0:
            progress(done, total)
    if progress and done % _PROGRESS_EVERY:
        progress(done, total)


def read_sheets(path: Path, progress: Progress | None = None) -> Iterator[Sheet]:
    """The visible sheets in their order, each read when it is asked for; raises `WorkbookRefused`."""
    try:
        size = path.stat().st_size
        if size > MOST_FILE_BYTES:
            raise WorkbookRefused(str(path), "too_large")
        data = path.read_bytes()
    except (FileNotFoundError, ValueError) as error:  # ValueError: a path no system can have
        raise WorkbookRefused(str(path), "missing") from error
    except OSError as error:
        raise WorkbookRefused(str(path), "unreadable") from error
    if not data:
        raise WorkbookRefused(str(path), "empty")
    if data.startswith(_OLE):
        protected = "EncryptedPackage".encode("utf-16-le") in data
        raise WorkbookRefused(str(path), "protected" if protected else "old_format")
    if data.startswith(b"PK"):
        _check_archive(path, data)
        yield from _sheets_of_workbook(path, data, progress)
    elif path.suffix.lower() in (".csv", ".txt", ".tsv"):
        yield _sheet_of_csv(path, data)
    else:
        raise WorkbookRefused(str(path), "not_a_workbook")


def _check_archive(path: Path, data: bytes) -> None:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            members = archive.infolist()
    except (zipfile.BadZipFile, ValueError, NotImplementedError) as error:
        raise WorkbookRefused(str(path), "unreadable") from error
    unpacked = sum(member.file_size for member in members)
    too_large = any(
        member.file_size > most
        for member in members
        for part, most in MOST_PART_BYTES.items()
        if part in member.filename.lower()
    )
    if too_large or len(members) > MOST_MEMBERS or unpacked > min(MOST_UNPACKED_BYTES, MOST_RATIO * len(data)):
        raise WorkbookRefused(str(path), "too_large")
    names = {member.filename for member in members}
    if any(_leads_outside(name) for name in names):
        raise WorkbookRefused(str(path), "not_a_workbook")
    if any(member.flag_bits & 1 for member in members):
        raise WorkbookRefused(str(path), "protected")
    if path.suffix.lower() in (".xlsm", ".xlsb") or names & {"xl/vbaProject.bin", "xl/workbook.bin"}:
        raise WorkbookRefused(str(path), "old_format")
    if "[Content_Types].xml" not in names or not any(name.startswith("xl/") for name in names):
        raise WorkbookRefused(str(path), "not_a_workbook")


def _leads_outside(name: str) -> bool:
    parts = PurePosixPath(name.replace("\\", "/"))
    return parts.is_absolute() or ".." in parts.parts or ":" in name


def _sheets_of_workbook(path: Path, data: bytes, progress: Progress | None) -> Iterator[Sheet]:
    with _opened(path, data) as book:
        for index, sheet in enumerate(book.worksheets):
            if sheet.sheet_state == "visible":
                yield _sheet(path, data, sheet, index, progress)


@contextmanager
def _words_for_refusals(path: Path) -> Iterator[None]:
    """A malformed part shows as KeyError, ParseError, zlib.error, EntitiesForbidden …: all are one refusal."""
    try:
        yield
    except Exception as error:
        raise WorkbookRefused(str(path), "unreadable") from error


@contextmanager
def _opened(path: Path, data: bytes, *, data_only: bool = True) -> Iterator[Any]:
    import openpyxl
    from openpyxl.worksheet._read_only import ReadOnlyWorksheet

    # What a sheet says of its size is not believed here, and asking a sheet that says nothing parses all of it.
    ReadOnlyWorksheet._get_size = _unasked  # type: ignore[attr-defined]  # noqa: SLF001
    if not openpyxl.DEFUSEDXML:
        raise RuntimeError("defusedxml is not installed")
    with _words_for_refusals(path), warnings.catch_warnings():
        warnings.simplefilter("ignore")  # styles and extensions that openpyxl does not know do not matter here
        book = openpyxl.load_workbook(
            io.BytesIO(data), read_only=True, data_only=data_only, keep_links=False, rich_text=False
        )
    try:
        yield book
    finally:
        book.close()


def _unasked(_sheet: object) -> None:
    """No size."""


def _sheet(path: Path, data: bytes, sheet: Any, index: int, progress: Progress | None) -> Sheet:
    with _words_for_refusals(path):
        last_row, unstored = _survey(sheet)
    most = min(last_row, MOST_ROWS)
    found = [tuple(map(_text, row)) for row in counted(_values(path, sheet, most), most, progress)]
    if unstored:
        with _opened(path, data, data_only=False) as book:
            formulas = _values(path, book.worksheets[index], most)
            found = [tuple(map(_or_formula, row, raw)) for row, raw in zip(found, formulas, strict=True)]
    return Sheet(path, str(sheet.title), _trimmed(found), too_long=last_row > MOST_ROWS)


def _values(path: Path, sheet: Any, most: int) -> Iterator[Sequence[object]]:
    if most:
        sheet.reset_dimensions()
        with _words_for_refusals(path):
            yield from islice(sheet.iter_rows(max_row=most, max_col=MOST_COLUMNS, values_only=True), most)


def _survey(sheet: Any) -> tuple[int, bool]:
    """The last row that holds a value, and whether a formula's result was never stored.

    Read from the bytes, since parsing a million rows that are empty but for their style takes half a minute.
    """
    last = current = 0
    unstored = False
    tail = b""
    with sheet.parent._archive.open(sheet._worksheet_path) as source:  # noqa: SLF001  (openpyxl has no other door)
        while chunk := source.read(_CHUNK):
            piece = tail + chunk
            end = _END.search(piece)
            piece = piece[: end.start()] if end else piece
            valued = max(piece.rfind(b"v>"), piece.rfind(b"is>"))
            if valued >= 0:
                last = _row_at(piece, valued, current)
            current = _row_at(piece, len(piece), current)
            unstored = unstored or _UNSTORED.search(piece) is not None
            if end:
                break
            tail = piece[-_OVERLAP:]
    return last, unstored


def _row_at(piece: bytes, end: int, before: int) -> int:
    """The number of the row in which position `end` lies; rows without a number may be any, so all are read."""
    start = max(piece.rfind(b"<row", 0, end), piece.rfind(b":row ", 0, end))
    match = _ROW.match(piece, start) if start >= 0 else None
    if match is None:
        return before
    return int(match[1]) if match[1] else MOST_ROWS


def _text(value: object) -> str:
    """A cell as text: 12.0 is "12", 0.1 + 0.2 is "0.3" (a sheet shows 15 digits), a day is "2026-11-22"."""
    match value:
        case None:
            return ""
        case str():
            return value.replace("\u00a0", " ").strip()
        case bool():
            return "TRUE" if value else "FALSE"
        case int():
            return str(value)
        case datetime():
            return value.date().isoformat() if value.time() == time() else value.isoformat(" ", "minutes")
        case date() | time():
            return value.isoformat()
    if not isinstance(value, float):
        return str(value)
    number = Decimal(f"{value:.15g}")
    if not number.is_finite():
        return ""
    text = f"{number.normalize():f}"
    return NumberText(text) if "." in text else text


def _or_formula(text: str, raw: object) -> str:
    if text or raw is None:
        return text
    return raw if isinstance(raw, str) and raw.startswith("=") else "="


def _trimmed(rows: list[tuple[str, ...]]) -> Rows:
    while rows and not any(rows[-1]):
        rows.pop()
    width = max((index for row in rows for index, text in enumerate(row, 1) if text), default=0)
    return tuple((*row[:width], *repeat("", width - len(row))) for row in rows)


# --- CSV ---------------------------------------------------------------------------------------------------------


def _sheet_of_csv(path: Path, data: bytes) -> Sheet:
    text = _decoded(path, data)
    delimiter = None
    if match := re.match(r"sep=(.)\r?\n", text):  # Excel's own note about the file
        delimiter = match[1]
        text = "\n" + text[match.end() :]  # the row numbers stay as Excel shows them
    try:
        reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter or _delimiter(text))
        rows = list(islice(reader, MOST_ROWS + 1))
    except csv.Error as error:
        raise WorkbookRefused(str(path), "unreadable") from error
    found = [tuple(cell.replace("\u00a0", " ").strip() for cell in row[:MOST_COLUMNS]) for row in rows[:MOST_ROWS]]
    return Sheet(path, path.stem, _trimmed(found), too_long=len(rows) > MOST_ROWS)


def _decoded(path: Path, data: bytes) -> str:
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        encodings: tuple[str, ...] = ("utf-16",)
    elif b"\x00" in data:
        raise WorkbookRefused(str(path), "not_a_workbook")
    else:
        encodings = ("utf-8-sig", "cp1252", "latin-1")
    for encoding in encodings:
        try:
            text = data.decode(encoding)
        except UnicodeDecodeError:
            continue
        if "\x00" in text:  # no engine stores it
            break
        return text
    raise WorkbookRefused(str(path), "unreadable")


def _delimiter(text: str) -> str:
    """The mark that cuts the first lines into the most cells."""
    head = text[:20_000]
    counts = {
        mark: sum(len(row) - 1 for row in islice(csv.reader(io.StringIO(head, newline=""), delimiter=mark), 30))
        for mark in (";", ",", "\t")
    }
    return max(counts, key=lambda mark: counts[mark])
