"""What a book must contain, noted outside of it: after each commit the last number of the counter and its hash.

A log that was lost, a file that was put back from yesterday, a tail that was cut off: the book itself is sound then,
and only a note in another place knows that there was more. One text file for each book, one line for each commit, each
brought to the disk before the act is told to be saved. A note that cannot be written never holds up an act.
"""

from __future__ import annotations

import hashlib
import json
import logging
import os
import re
from collections.abc import Iterable, Mapping
from contextlib import suppress
from dataclasses import astuple, dataclass, field
from pathlib import Path
from typing import Any

from daurulang import periods

_log = logging.getLogger(__name__)
_LARGE_BYTES = 1 << 18


@dataclass(frozen=True, slots=True)
class Anchor:
    """The last entry of a counter (by its code): its number and its hash."""

    counter: str
    sequence: int
    hash: str


@dataclass(frozen=True, slots=True)
class Known:
    """The newest anchor of each counter by its code; `accepted_at_ms` is when a loss was last accepted, 0 for never."""

    newest: Mapping[str, Anchor] = field(default_factory=dict)
    accepted_at_ms: int = 0


class AnchorLog:
    """The notes about one book. `trouble` says why the last one could not be written, "" when it was."""

    def __init__(self, folder: Path, place: str | Path) -> None:
        """`place` is the path of the book, or its URL without a password."""
        name = os.path.realpath(place) if isinstance(place, Path) else place  # the same by any of its names
        stem = re.sub(r"[^A-Za-z0-9._-]", "_", name.replace("\\", "/").rpartition("/")[2])[-40:]
        self.path = folder / f"{stem}-{hashlib.sha256(name.encode(errors='surrogateescape')).hexdigest()[:12]}.log"
        self.trouble = ""

    def add(self, anchors: Iterable[Anchor]) -> None:
        """Note what was just committed."""
        self._append({"anchors": [astuple(each) for each in anchors]})

    def accept(self, anchors: Iterable[Anchor], reason: str, who: str) -> None:
        """From now on the book is what it is: its heads replace all that was noted before."""
        self._append({"anchors": [astuple(each) for each in anchors], "accepted": reason, "by": who})

    def note(self, words: str, who: str) -> None:
        """Write down what somebody confirmed, such as a clock that jumped."""
        self._append({"note": words, "by": who})

    def known(self) -> Known:
        """What the book must contain; a line that a power cut left unfinished says nothing."""
        newest: dict[str, Anchor] = {}
        accepted_at_ms = 0
        for record in self._records():
            if "accepted" in record:
                newest.clear()
                accepted_at_ms = record["at_ms"]
            for anchor in _anchors_of(record):
                # Two windows may write in another order than they committed.
                if anchor.sequence >= newest.get(anchor.counter, anchor).sequence:
                    newest[anchor.counter] = anchor
        return Known(newest, accepted_at_ms)

    def shorten(self) -> None:
        """Leave the newest anchors and what people said, once the log has grown large."""
        with suppress(OSError):
            if self.path.stat().st_size < _LARGE_BYTES:
                return
            said = [each for each in self._records() if "by" in each]
            newest = [astuple(each) for each in self.known().newest.values()]
            lines = [*said, {"at_ms": periods.now_ms(), "anchors": newest}]
            new = self.path.with_suffix(".new")
            new.write_text("".join(f"\n{_line(each)}" for each in lines), encoding="utf-8")
            with new.open("rb+") as file:
                os.fsync(file.fileno())
            new.replace(self.path)

    def _records(self) -> Iterable[dict[str, Any]]:
        try:
            text = self.path.read_text(encoding="utf-8", errors="replace")
        except FileNotFoundError:
            return
        except OSError as error:
            self._failed(error)
            return
        for line in text.splitlines():
            with suppress(ValueError, RecursionError):
                record = json.loads(line)
                if isinstance(record, dict) and isinstance(record.get("at_ms"), int):
                    yield record

    def _append(self, record: dict[str, object]) -> None:
        # The end of the line before comes first, so that one cut short cannot swallow this one.
        line = f"\n{_line({'at_ms': periods.now_ms(), **record})}".encode()
        try:
            if not self.path.exists():
                self._create()
            descriptor = os.open(self.path, os.O_WRONLY | os.O_APPEND | os.O_CREAT | getattr(os, "O_BINARY", 0), 0o600)
            try:
                os.write(descriptor, line)
                os.fsync(descriptor)
            finally:
                os.close(descriptor)
            self.trouble = ""
        except OSError as error:
            self._failed(error)

    def _create(self) -> None:
        self.path.parent.mkdir(parents=True, exist_ok=True)
        self.path.touch(0o600)
        flush_folder(self.path.parent)

    def _failed(self, error: OSError) -> None:
        if not self.trouble:
            _log.warning("no anchor could be kept in %s: %s", self.path, error)
        self.trouble = error.strerror or str(error)


def flush_folder(folder: Path) -> None:
    """Bring the names in a folder to the disk; Windows does so by itself and has no way to ask."""
    if os.name != "posix":
        return
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def _anchors_of(record: Mapping[str, Any]) -> Iterable[Anchor]:
    """What a line says; what an old disk has changed in it says nothing and must not keep the book shut."""
    found = record.get("anchors")
    for each in found if isinstance(found, list) else ():
        match each:
            case [str(code), int(sequence), str(digest)]:
                yield Anchor(code, sequence, digest)


def _line(record: Mapping[str, object]) -> str:
    return json.dumps(record, ensure_ascii=False, separators=(",", ":"))
