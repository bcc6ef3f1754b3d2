"""Which places are another computer's disk, told from a mount table and from the form of a path."""

from pathlib import Path, PurePosixPath

import pytest

from daurulang.database import Database
from daurulang.migrations import shares
from daurulang.migrations.opening import open_book
from daurulang.migrations.shares import is_mounted_share, is_share, on_unc
from daurulang.storage_errors import DatabaseOnShare

MOUNTS = """/dev/sda1 / ext4 rw,relatime 0 0
//server/buku /mnt/buku cifs rw,vers=3.0 0 0
server:/data /srv/nfs nfs4 rw 0 0
dlh@server:/ /home/siti/dlh fuse.sshfs rw 0 0
C: /mnt/c 9p rw 0 0
//server/x /mnt/data\\040loket smb3 rw 0 0
/dev/sdb1 /mnt/buku/stik vfat rw 0 0
/dev/sdc1 /media/siti/STIK fuseblk rw 0 0
broken
"""


@pytest.mark.parametrize(
    "path, share",
    [
        ("/home/siti/buku.db", False),
        ("/mnt/buku/loket/buku.db", True),
        ("/mnt/buku2/buku.db", False),
        ("/mnt/buku/stik/buku.db", False),
        ("/srv/nfs/buku.db", True),
        ("/home/siti/dlh/buku.db", True),
        ("/mnt/c/Users/siti/buku.db", True),
        ("/mnt/data loket/buku.db", True),
        ("/media/siti/STIK/buku.db", False),
    ],
)
def test_the_innermost_mount_counts(path: str, share: bool) -> None:
    assert is_mounted_share(PurePosixPath(path), MOUNTS) is share


@pytest.mark.parametrize(
    "path, share",
    [
        (r"\\server\buku\buku.db", True),
        (r"//server/buku/buku.db", True),
        (r"\\?\UNC\server\buku\buku.db", True),
        (r"\\?\C:\buku.db", False),
        (r"C:\Users\siti\buku.db", False),
    ],
)
def test_a_path_of_a_server_is_known_by_its_form(path: str, share: bool) -> None:
    assert on_unc(path) is share


def test_this_machine_has_its_books_on_its_own_disk(tmp_path: Path) -> None:
    assert not is_share(tmp_path / "book.db")


def test_a_book_on_a_share_is_refused_untouched(
    sqlite_place: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    table = tmp_path / "mounts"
    table.write_text(f"//server/x {tmp_path} cifs rw 0 0\n")
    monkeypatch.setattr(shares, "_MOUNTS", table)
    before = (sqlite_place.read_bytes(), sqlite_place.stat().st_mtime_ns)
    with pytest.raises(DatabaseOnShare):
        open_book(sqlite_place)
    with pytest.raises(DatabaseOnShare):
        open_book(tmp_path / "new.db")
    assert (sqlite_place.read_bytes(), sqlite_place.stat().st_mtime_ns) == before
    assert not (tmp_path / "new.db").exists()
    Database(sqlite_place).close()
