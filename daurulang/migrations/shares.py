"""Whether a folder lies on another computer's disk: SQLite's write-ahead log works on one computer only."""

from __future__ import annotations

import sys
from pathlib import Path, PurePath

_KINDS = frozenset({"cifs", "smb", "smb2", "smb3", "smbfs", "nfs", "nfs4", "9p", "afs", "ncpfs", "davfs", "sshfs"})
_MOUNTS = Path("/proc/self/mounts")


def is_share(path: Path) -> bool:
    """Whether a book at `path` would lie on a share; a system that does not tell is believed to have none."""
    if sys.platform == "win32":
        import ctypes

        remote = 4
        place = path.absolute()
        return on_unc(str(place)) or ctypes.windll.kernel32.GetDriveTypeW(place.anchor) == remote
    try:
        mounts = _MOUNTS.read_text(encoding="utf-8", errors="surrogateescape")
    except OSError:
        return False
    return is_mounted_share(path.resolve(), mounts)


def on_unc(path: str) -> bool:
    r"""Whether a path of Windows names a server: \\server\folder, but not a long local path \\?\C:\folder."""
    plain = path.replace("/", "\\")
    return plain.startswith("\\\\?\\UNC\\") or (plain.startswith("\\\\") and plain[2:4] not in {"?\\", ".\\"})


def is_mounted_share(path: PurePath, mounts: str) -> bool:
    """Whether the innermost mount that holds an absolute path is one of a share; `mounts` as in /proc/mounts."""
    kind, depth = "", -1
    for line in mounts.splitlines():
        words = line.split(" ")
        if len(words) < 3:
            continue
        where = PurePath(_unescaped(words[1]))
        # Of two mounts at one place, the later one is on top.
        if path.is_relative_to(where) and len(where.parts) >= depth:
            kind, depth = words[2], len(where.parts)
    return kind.removeprefix("fuse.") in _KINDS


def _unescaped(text: str) -> str:
    for sign in (" ", "\t", "\n", "\\"):
        text = text.replace(f"\\{ord(sign):03o}", sign)
    return text
