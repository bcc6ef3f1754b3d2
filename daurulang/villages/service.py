"""Taking in lists of villages: the shipped one of Bangkalan, others from a file in the same columns."""

from __future__ import annotations

import csv
import re
from pathlib import Path
from typing import Any

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from daurulang.database import Database
from daurulang.errors import ColumnsMissing, WorkbookRefused
from daurulang.villages.model import VillageKind, village
from daurulang.villages.queries import Village
from resources import paths

COLUMNS = ("code", "kind", "name", "district_code", "district")
_CODE = re.compile(r"\d\d\.\d\d\.\d\d\.\d{4}", re.ASCII)


def add_shipped_villages(connection: Connection) -> int:
    """Take in the official list of Bangkalan and return how many villages it has."""
    return _add(connection, read_list(paths.path("villages_bangkalan.csv")))


def shipped_villages() -> tuple[Village, ...]:
    """The official list of Bangkalan, by name, for a book that is not set up yet."""
    rows = [_typed(row) for row in read_list(paths.path("villages_bangkalan.csv"))]
    return tuple(sorted((Village(**row) for row in rows), key=lambda each: (each.name, each.district)))


def import_villages(db: Database, path: Path) -> int:
    """Add another regency's villages (a CSV with `COLUMNS`); known codes stay as they are.

    Returns how many were read; raises `WorkbookRefused` or `ColumnsMissing`.
    """
    rows = read_list(path)
    with db.transaction() as connection:
        return _add(connection, rows)


def read_list(path: Path) -> list[dict[str, str]]:
    """Read and check a CSV of villages; raises `WorkbookRefused` or `ColumnsMissing`."""
    try:
        with path.open(encoding="utf-8-sig", newline="") as file:
            reader = csv.DictReader(file)
            missing = tuple(column for column in COLUMNS if column not in (reader.fieldnames or ()))
            if missing:
                raise ColumnsMissing(missing)
            rows = [{column: (row[column] or "").strip() for column in COLUMNS} for row in reader]
    except (OSError, UnicodeDecodeError, csv.Error) as error:
        raise WorkbookRefused(str(path), "unreadable") from error
    kinds = {str(kind) for kind in VillageKind}
    if not rows:
        raise WorkbookRefused(str(path), "empty")
    if not all(_CODE.fullmatch(row["code"]) and row["kind"] in kinds and row["name"] for row in rows):
        raise WorkbookRefused(str(path), "unreadable")
    return rows


def _add(connection: Connection, rows: list[dict[str, str]]) -> int:
    known = set(connection.scalars(sa.select(village.c.code)))
    new = [_typed(row) for row in {row["code"]: row for row in rows}.values() if row["code"] not in known]
    if new:
        connection.execute(sa.insert(village), new)
    return len(rows)


def _typed(row: dict[str, str]) -> dict[str, Any]:
    return {**row, "kind": VillageKind(row["kind"])}
