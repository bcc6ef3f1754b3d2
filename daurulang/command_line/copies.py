"""`daurulang backup` and `daurulang restore`: copies of the book, and a copy that becomes the book again."""

from __future__ import annotations

import argparse
import sys
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING

from daurulang import periods
from daurulang.config import load_machine
from daurulang.database import Database
from daurulang.periods import Zone, clock_time, short_day
from daurulang.quantities import format_rupiah
from daurulang.storage_errors import BackupNotHere
from daurulang.wording import number_range

if TYPE_CHECKING:
    from daurulang.backup.manifest import Backup
    from daurulang.restoration.service import Prepared

    Commands = argparse._SubParsersAction[argparse.ArgumentParser]  # noqa: SLF001  (argparse has no public name)

_YES = {"y", "ya", "yes"}


def add_backup(commands: Commands) -> None:
    """The command `backup`."""
    words = "salin buku yang sedang dipakai, ke FILE atau ke folder cadangan komputer ini"
    command = commands.add_parser("backup", help=words, description=words)
    command.add_argument("file", type=Path, metavar="FILE", nargs="?")
    command.set_defaults(run_at=_backup)


def add_restore(commands: Commands) -> None:
    """The command `restore`."""
    words = "pulihkan buku dari cadangan; buku yang sekarang disimpan dengan nama lain"
    command = commands.add_parser("restore", help=words, description=words)
    command.add_argument("file", type=Path, metavar="FILE")
    command.add_argument("--yes", action="store_true", help="tanpa bertanya")
    command.set_defaults(run_at=_restore)


def _backup(place: str, options: argparse.Namespace) -> int:
    from daurulang.backup.copying import backup
    from daurulang.migrations.opening import open_book
    from daurulang.restoration.routine import copy_now, try_out
    from daurulang.verification.anchors import require_whole

    with closing(open_book(place, create=False)) as db:
        require_whole(db)
        made = copy_now(db, load_machine().backup_place) if options.file is None else backup(db, options.file)
    made = try_out(made)
    print(_told(made))
    rehearsal = made.manifest.rehearsal
    if rehearsal is None:
        print("Cadangan ini belum diuji: tidak ada ruang di komputer ini; kosongkan sebagian.", file=sys.stderr)
        return 1
    if rehearsal.problems:
        print("Cadangan ini tidak lolos uji pulih; jalankan daurulang verify.", file=sys.stderr)
        return 1
    return 0


def _told(made: Backup) -> str:
    heads = made.manifest.figures.heads
    numbers = ", ".join(f"{code} sampai {sequence}" for code, (sequence, _hash) in heads.items()) or "belum ada catatan"
    size = f"{made.manifest.size_bytes:,}".replace(",", ".")
    return f"{made.path} ({size} bita; {numbers})"


def _restore(place: str, options: argparse.Namespace) -> int:
    from daurulang.restoration.service import drop, prepare, swap

    path = Database(place).path
    if path is None:
        raise BackupNotHere(place.rpartition("@")[2])
    prepared = prepare(path, options.file)
    try:
        for line in _lines(prepared):
            print(line)
        sys.stdout.flush()
        if not options.yes and not _agreed():
            print("Tidak ada yang diubah.")
            return 1
        kept = swap(prepared, "command line")
    finally:
        drop(prepared)
    if kept is not None:
        print(f"Buku sebelumnya disimpan sebagai {kept}.")
    print(f"Buku {place} dipulihkan.")
    return 0


def _lines(prepared: Prepared) -> list[str]:
    from daurulang.documents.day_closing_wording import KINDS

    day = periods.local(prepared.at_ms, Zone.WIB).date()
    when = f"{short_day(day)} {clock_time(prepared.at_ms, Zone.WIB)} WIB"
    lines = [f"Cadangan {prepared.figures.centre or 'tanpa nama'} dari {when}: utuh dan lolos pemeriksaan."]
    if prepared.lost is None:
        lines.append("Buku yang sekarang tidak dapat dibaca; yang dicatat sejak cadangan itu akan hilang.")
    elif not prepared.lost:
        lines.append("Tidak ada catatan yang hilang.")
    else:
        lines.append("Yang dicatat sejak itu akan hilang:")
        lines += [
            f"  {number_range(each.first, each.last)}: {each.count} {KINDS[each.kind].lower()},"
            f" {format_rupiah(each.rupiah)}"
            for each in prepared.lost
        ]
    return lines


def _agreed() -> bool:
    try:
        return input("Pulihkan? (ya/tidak) ").strip().lower() in _YES
    except EOFError:
        return False
