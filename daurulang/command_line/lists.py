"""`daurulang import`: members, materials, balances and stock to begin with, old deposits, sales and cash flows."""

from __future__ import annotations

import argparse
import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

from daurulang.database import Database
from daurulang.errors import RowsRefused

if TYPE_CHECKING:
    from daurulang.exchange.columns import ListKind, Matching
    from daurulang.exchange.preview import Preview
    from daurulang.exchange.workbook import Sheet

    Commands = argparse._SubParsersAction[argparse.ArgumentParser]  # noqa: SLF001  (argparse has no public name)

_KINDS = {
    "members": "daftar anggota",
    "materials": "daftar bahan dan harga",
    "deposits": "setoran dari buku lama",
    "balances": "saldo awal anggota",
    "sales": "penjualan dari buku lama",
    "stock": "stok awal gudang: sekali saja, dan tidak dapat dibatalkan",
    "cash": "arus kas dari buku lama, sesudah setoran dan penjualannya",
}
_MISSING = {"deposits": "anggota dan bahan", "balances": "anggota", "stock": "bahan", "sales": "pembeli"}


def add_import(commands: Commands) -> None:
    """The command `import` with its kinds of lists."""
    words = "masukkan anggota, bahan, saldo dan stok awal, atau setoran, penjualan, dan arus kas lama dari Excel"
    kinds = commands.add_parser("import", help=words, description=words).add_subparsers(metavar="KIND", required=True)
    for kind, meaning in _KINDS.items():
        command = kinds.add_parser(kind, help=meaning, description=meaning)
        command.add_argument("file", type=Path, metavar="FILE")
        command.add_argument("--dry-run", action="store_true", help="periksa saja, tidak ada yang dimasukkan")
        command.add_argument("--json", action="store_true")
        if kind in _MISSING:
            command.add_argument("--create", action="store_true", help=f"buat {_MISSING[kind]} yang belum ada")
        command.set_defaults(run=_import, kind=kind, create=False)


def _import(db: Database, options: argparse.Namespace) -> int:
    from daurulang.exchange.columns import ListKind, open_list
    from daurulang.exchange.preview import Fate
    from daurulang.exchange.wording import FATES, remark_words

    kind = ListKind(options.kind)
    if kind.is_final and not options.json:
        print("Stok awal hanya sekali dan tidak dapat dibatalkan; hitungan yang salah diperbaiki dengan opname.")
    seen = _preview(db, kind, *open_list(options.file, kind), create=options.create)
    refused = seen.counts[Fate.REFUSED]
    batch_id = None if refused or options.dry_run else _take_in(db, kind, seen)
    reasons = {row.number: [remark_words(each) for each in row.remarks] for row in seen.rows}
    if options.json:
        rows = [{"row": row.number, "fate": row.fate, "reasons": reasons[row.number]} for row in seen.rows]
        print(json.dumps({"rows": rows, "counts": seen.counts, "batch": batch_id}))
        return 1 if refused else 0
    for row in seen.rows:
        print(f"{row.number:>6}  {FATES[row.fate]:<12} {'; '.join(reasons[row.number])}".rstrip())
    print(", ".join(f"{count} {FATES[fate]}" for fate, count in seen.counts.items() if count))
    if refused:
        raise RowsRefused(refused)
    print("Tidak ada yang dimasukkan (uji coba)." if options.dry_run else f"Masuk sebagai impor nomor {batch_id}.")
    return 0


def _preview(db: Database, kind: ListKind, sheet: Sheet, matching: Matching, *, create: bool) -> Preview[Any]:
    from daurulang.exchange import kinds

    return kinds.preview(db, kind, sheet, matching, create=create)


def _take_in(db: Database, kind: ListKind, seen: Preview[Any]) -> int:
    from daurulang.exchange import kinds
    from daurulang.staff.service import command_line_clerk

    return kinds.take_in(db, kind, seen, command_line_clerk(db))
