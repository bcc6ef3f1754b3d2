"""Putting a finished document on disk: wholly or not at all."""

from __future__ import annotations

import contextlib
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import IO

from daurulang.errors import FileNotWritten


def write_whole(path: Path, content: bytes) -> None:
    """Write a file beside its place and move it there; raises `FileNotWritten` and leaves what was there."""
    with written_whole(path) as file:
        file.write(content)


@contextlib.contextmanager
def written_whole(path: Path) -> Iterator[IO[bytes]]:
    """A file that takes its place when the block ends, and vanishes when it raises; a disk that refuses raises
    `FileNotWritten`.
    """
    beside: Path | None = None
    try:
        with tempfile.NamedTemporaryFile(dir=path.parent, prefix=f".{path.name[:40]}.", delete=False) as file:
            beside = Path(file.name)
            yield file
        # A temporary file is private; a document has the rights that any new file of this folder would have.
        beside.chmod(path.stat().st_mode & 0o777 if path.exists() else 0o644)
        beside.replace(path)
    except BaseException as cause:
        if beside is not None:
            with contextlib.suppress(OSError):
                beside.unlink(missing_ok=True)
        if isinstance(cause, OSError):
            raise FileNotWritten(str(path)) from cause
        raise
