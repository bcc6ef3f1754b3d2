"""Small workbooks and CSV lists to take in."""

import zipfile
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import openpyxl

from daurulang.database import Database
from daurulang.exchange import kinds, materials, members
from daurulang.exchange.columns import ListKind, open_list
from daurulang.exchange.materials import MaterialIntake
from daurulang.exchange.members import MemberIntake
from daurulang.exchange.preview import Preview, Reason

MEMBER_HEADER = ("No", "Nama", "L/P", "Desa", "Kecamatan", "RT", "No HP", "No Rekening")


def write_workbook(path: Path, *sheets: Sequence[Sequence[object]]) -> Path:
    """An .xlsx with these sheets of rows."""
    book = openpyxl.Workbook()
    book.remove(book.worksheets[0])
    for number, rows in enumerate(sheets, 1):
        sheet = book.create_sheet(f"Lembar {number}")
        for row in rows:
            sheet.append(list(row))
    book.save(path)
    return path


def write_csv(path: Path, text: str) -> Path:
    """A CSV as typed."""
    path.write_text(text, encoding="utf-8")
    return path


def replace_part(path: Path, part: str, content: bytes) -> Path:
    """The workbook with one part of its archive replaced or added."""
    with zipfile.ZipFile(path) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    parts[part] = content
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in parts.items():
            archive.writestr(name, data)
    return path


def preview_members(db: Database, path: Path) -> Preview[MemberIntake]:
    return members.preview(db, *open_list(path, ListKind.MEMBERS))


def preview_materials(db: Database, path: Path) -> Preview[MaterialIntake]:
    return materials.preview(db, *open_list(path, ListKind.MATERIALS))


def preview_list(db: Database, path: Path, kind: ListKind, *, create: bool = False) -> Preview[Any]:
    return kinds.preview(db, kind, *open_list(path, kind), create=create)


def reasons(seen: Preview[Any]) -> dict[int, list[Reason]]:
    """The reasons of every row that has some, by the row's number."""
    return {row.number: [remark.reason for remark in row.remarks] for row in seen.rows if row.remarks}
