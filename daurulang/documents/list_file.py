"""A list on the screen as a workbook, made in a process of its own from rows that were packed page by page."""

from __future__ import annotations

import pickle
from collections.abc import Callable, Iterator, Sequence
from datetime import date
from pathlib import Path

Progress = Callable[[int, int], None]
Head = tuple[str, str, int]
"""Title, kind ("text", "whole", "rupiah", "thousandths") and width in characters of a column."""


def packed(rows: Sequence[Sequence[str | int]]) -> bytes:
    """A page of rows for `make_list`; packed one by one, so that no thread waits for long."""
    return pickle.dumps(rows)


def make_list(
    title: str, heads: Sequence[Head], pages: Sequence[bytes], total: int, day: date, path: Path, progress: Progress
) -> None:
    """Write the workbook of `total` rows; raises `FileNotWritten`."""
    from daurulang.documents.list_workbook import write_list
    from daurulang.documents.workbook import Kind
    from daurulang.documents.workbook_table import Column

    columns = [Column(head, Kind(kind), width) for head, kind, width in heads]
    write_list(title, columns, _rows(pages), path, day=day, total=total, progress=progress)


def _rows(pages: Sequence[bytes]) -> Iterator[Sequence[str | int]]:
    for page in pages:
        yield from pickle.loads(page)  # noqa: S301  (packed by this program a moment ago)
