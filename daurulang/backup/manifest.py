"""The note beside a copy: what the book held at that moment, and whether the copy was tried.

It lets a copy be judged without opening it, and it is an anchor: a book must not have less than its newest copy.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import msgspec

from daurulang.anchors import Anchor, flush_folder
from daurulang.errors import FileNotWritten

ENDING = ".json"

# Plain words for any step of the tables: a book is also copied before its tables are brought up to date.
_TABLES = "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%' ORDER BY name"
_HEADS = """
    SELECT counter.code, entry.sequence, entry.hash FROM counter
    JOIN entry ON entry.counter_id = counter.id
    WHERE entry.sequence = (SELECT max(sequence) FROM entry AS other WHERE other.counter_id = counter.id)
    ORDER BY counter.code
"""
_GIVEN_UP = """
    SELECT counter.code, number_gap.to_sequence, number_gap.hash FROM number_gap
    JOIN counter ON counter.id = number_gap.counter_id
"""


@dataclass(frozen=True, slots=True)
class Figures:
    """What tells one state of a book from another: its tables' step, its centre, the hash of its very first entry, the
    number of rows of each table, and the last number and hash of each counter.
    """

    schema: str
    centre: str
    first_hash: str
    counts: dict[str, int]
    heads: dict[str, tuple[int, str]]

    def same_book(self, other: Figures) -> bool:
        """Whether both are of one book: by its first entry, or by its centre while one of them has none."""
        if self.first_hash and other.first_hash:
            return self.first_hash == other.first_hash
        return self.centre == other.centre


@dataclass(frozen=True, slots=True)
class Rehearsal:
    """A copy was opened as if it were restored, and the whole of it recomputed."""

    at_ms: int
    entries: int
    problems: int


@dataclass(frozen=True, slots=True)
class Manifest:
    """`sha256` (hex) is that of the copy's file."""

    application_id: int
    at_ms: int
    size_bytes: int
    sha256: str
    figures: Figures
    rehearsal: Rehearsal | None = None

    @property
    def is_sound(self) -> bool:
        """Whether the copy was tried and nothing was wrong with it."""
        return self.rehearsal is not None and not self.rehearsal.problems

    @property
    def anchors(self) -> tuple[Anchor, ...]:
        """What a book that is not older than the copy has."""
        return tuple(Anchor(code, sequence, digest) for code, (sequence, digest) in self.figures.heads.items())


@dataclass(frozen=True, slots=True)
class Backup:
    """A copy that was looked at again."""

    path: Path
    manifest: Manifest


def figures_of(ask: Callable[[str], Sequence[Any]]) -> Figures:
    """The figures of a book; `ask` answers a statement with its rows."""
    tables = [name for (name,) in ask(_TABLES)]
    centre = ask("SELECT name FROM centre")
    first = ask("SELECT hash FROM entry ORDER BY id LIMIT 1")
    return Figures(
        schema=ask("SELECT version_num FROM alembic_version")[0][0],
        centre=centre[0][0] if centre else "",
        first_hash=first[0][0] if first else "",
        counts={name: ask(f'SELECT count(*) FROM "{name}"')[0][0] for name in tables},  # noqa: S608  (its own tables)
        heads=heads_of(ask),
    )


def heads_of(ask: Callable[[str], Sequence[Any]]) -> dict[str, tuple[int, str]]:
    """The last number that each counter has given and its hash, by the counter's code."""
    heads = {code: (sequence, digest) for code, sequence, digest in ask(_HEADS)}
    if ask("SELECT 1 FROM sqlite_master WHERE name = 'number_gap'"):
        for code, sequence, digest in ask(_GIVEN_UP):
            heads[code] = max(heads.get(code, (0, "")), (sequence, digest))
    return heads


def manifest_path(copy: Path) -> Path:
    """Where the note of a copy lies."""
    return copy.with_name(copy.name + ENDING)


def write_manifest(copy: Path, manifest: Manifest) -> None:
    """Write the note whole; raises `FileNotWritten`."""
    path = manifest_path(copy)
    new = path.with_name(path.name + ".new")
    try:
        with new.open("wb") as file:
            file.write(msgspec.json.format(msgspec.json.encode(manifest), indent=1))
            file.flush()
            os.fsync(file.fileno())
        new.replace(path)
        flush_folder(path.parent)
    except OSError as error:
        new.unlink(missing_ok=True)
        raise FileNotWritten(str(path)) from error


def read_manifest(copy: Path) -> Manifest | None:
    """The note of a copy, None when there is none that can be read."""
    try:
        return msgspec.json.decode(manifest_path(copy).read_bytes(), type=Manifest)
    except (OSError, msgspec.MsgspecError):
        return None
