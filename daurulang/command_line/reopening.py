"""`daurulang reopen month`: who looks after the book lets a closed month take entries again."""

from __future__ import annotations

import argparse
import getpass
import sys
from typing import TYPE_CHECKING

from daurulang.command_line.reports import month_argument
from daurulang.command_line.words import text_argument
from daurulang.database import Database
from daurulang.errors import WrongPin

if TYPE_CHECKING:
    from daurulang.ledger.service import Desk

    Commands = argparse._SubParsersAction[argparse.ArgumentParser]  # noqa: SLF001  (argparse has no public name)


def add_reopen(commands: Commands) -> None:
    """The command `reopen` with what can be opened again."""
    words = "buka kembali bulan yang sudah ditutup; laporan berikutnya menyebut apa yang berubah"
    kinds = commands.add_parser("reopen", help=words, description=words).add_subparsers(metavar="WHAT", required=True)
    month = kinds.add_parser("month", help="buka kembali bulan; PIN pengurus ditanyakan")
    month.add_argument("month", type=month_argument, metavar="YYYY-MM")
    month.add_argument("--reason", required=True, type=text_argument, metavar="WORDS", help="alasannya")
    month.add_argument("--name", required=True, type=text_argument, metavar="NAME", help="nama pengurus buku")
    month.set_defaults(run=_reopen_month)


def _reopen_month(db: Database, options: argparse.Namespace) -> int:
    from daurulang.closings.service import reopen_month

    reopen_month(db, _signed_in(db, options.name), options.month, options.reason)
    print(f"{options.month.title} dibuka kembali; tutup lagi setelah dibetulkan.")
    return 0


def _signed_in(db: Database, name: str) -> Desk:
    """The first counter, with whoever has that name and types the PIN; raises `WrongPin`, `NotSetUp`."""
    from daurulang.errors import NotSetUp
    from daurulang.ledger.queries import counters
    from daurulang.ledger.service import Desk
    from daurulang.staff.queries import staff_list
    from daurulang.staff.service import sign_in

    with db.reading() as connection:
        first = next(iter(counters(connection)), None)
    if first is None:
        raise NotSetUp
    found = next((each for each in staff_list(db) if each.name.casefold() == name.strip().casefold()), None)
    pin = _pin()
    if found is None:
        raise WrongPin
    return Desk(first.id, sign_in(db, found.id, pin).id)


def _pin() -> str:
    """As it is typed without being shown, or the line that another program hands over."""
    return getpass.getpass("PIN: ") if sys.stdin.isatty() else sys.stdin.readline().strip()
