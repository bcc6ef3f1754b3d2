"""Putting a finished document on disk: wholly or not at all."""

from __future__ import annotations

import contextlib
import tempfile
from pathlib import Path

from daurulang.errors import FileNotWritten


def write_whole(path: Path, content: bytes) -> None:
    """Write a file beside its place and move it there; raises `FileNotWritten` and leaves what was there."""
    beside: Path | None = None
    try:
        with tempfile.NamedTemporaryFile(dir=path.parent, prefix=f".{path.name[:40]}.", delete=False) as file:
            beside = Path(file.name)
            file.write(content)
        # A temporary file is private; a document has the rights that any new file of this folder would have.
        beside.chmod(path.stat().st_mode & 0o777 if path.exists() else 0o644)
        beside.replace(path)
    except OSError as cause:
        if beside is not None:
            with contextlib.suppress(OSError):
                beside.unlink(missing_ok=True)
        raise FileNotWritten(str(path)) from cause
