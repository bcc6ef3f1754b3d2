"""The command line: the business without a window.

Exit status 0: done; 1: refused, or the book is wrong; 2: the words of the command are off.
"""

from __future__ import annotations

import argparse
import io
import json
import os
import sys
from collections.abc import Callable, Sequence
from dataclasses import asdict
from pathlib import Path

from daurulang.command_line.closings import add_cash, add_close
from daurulang.command_line.copies import add_backup, add_restore
from daurulang.command_line.finances import add_finance_reports
from daurulang.command_line.lists import add_import
from daurulang.command_line.office import add_export, add_office_reports
from daurulang.command_line.reopening import add_reopen
from daurulang.command_line.reports import add_report, add_statement
from daurulang.command_line.sales import add_sales_report
from daurulang.command_line.stock import add_stock, add_stock_reports
from daurulang.command_line.words import text_argument
from daurulang.config import Paper, load_machine
from daurulang.database import Database
from daurulang.errors import FileNotWritten, UserError
from daurulang.migrations.opening import open_book
from daurulang.quantities import format_rupiah
from daurulang.verification.anchors import require_whole
from daurulang.wording import PROBLEMS, number_range, worded

Command = Callable[[Database, argparse.Namespace], int]


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command and return its exit status."""
    options = _parser().parse_args(arguments)
    if isinstance(sys.stdout, io.TextIOWrapper):  # a name that the terminal has no letters for is no reason to fail
        sys.stdout.reconfigure(errors="backslashreplace")
    try:
        status = _run(options)
        sys.stdout.flush()
    except UserError as error:
        print(worded(error), file=sys.stderr)
        return 1
    except OSError as error:  # of the answer itself: its reader has gone (`| head`), or its disk is full
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())  # so that the end does not try again
        print(worded(FileNotWritten(error.filename or "stdout")), file=sys.stderr)
        return 1
    return status


def _run(options: argparse.Namespace) -> int:
    place = options.database or load_machine().place
    if "run_at" in options:
        status: int = options.run_at(place, options)
        return status
    run: Command = options.run
    db = open_book(place, create=run is _init)
    try:
        if run is not _verify:  # which says it with everything else that is wrong
            require_whole(db)
        return run(db, options)
    finally:
        db.close()


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="daurulang",
        description="Buku rumah daur ulang. Tanpa perintah: membuka jendela.",
        epilog="daurulang demo [--out DIR]: hari contoh di loket, lewat layar yang sebenarnya.",
    )
    parser.add_argument("--database", metavar="PATH-OR-URL", help="berkas SQLite atau alamat PostgreSQL")
    commands = parser.add_subparsers(metavar="COMMAND", required=True)

    def command(name: str, run: Command, words: str) -> argparse.ArgumentParser:
        sub = commands.add_parser(name, help=words, description=words)
        sub.set_defaults(run=run)
        return sub

    init = command("init", _init, "mulai buku baru")
    init.add_argument(
        "--centre", required=True, type=text_argument, metavar="NAME", help="nama rumah daur ulang atau bank sampah"
    )
    add_import(commands)
    balance = command("balance", _balance, "saldo seorang atau semua anggota")
    balance.add_argument("member", nargs="?", metavar="MEMBER-NUMBER")
    balance.add_argument("--json", action="store_true")
    receipt = command("receipt", _receipt, "buat bukti sebagai PDF")
    receipt.add_argument("number", metavar="NUMBER")
    receipt.add_argument("--pdf", type=Path, required=True, metavar="F")
    receipt.add_argument("--paper", type=Paper, choices=list(Paper), default=None)
    kinds = add_report(commands)
    add_stock_reports(kinds)
    add_sales_report(kinds)
    add_finance_reports(kinds)
    add_office_reports(kinds)
    add_export(commands)
    add_statement(commands)
    add_stock(commands)
    add_cash(commands)
    add_close(commands)
    add_reopen(commands)
    verify = command("verify", _verify, "hitung ulang seluruh buku")
    verify.add_argument("--json", action="store_true")
    verify.add_argument("--slip", nargs="+", metavar=("NUMBER", "CODE"), help="periksa satu bukti dengan kodenya")
    add_backup(commands)
    add_restore(commands)
    return parser


def _init(db: Database, options: argparse.Namespace) -> int:
    from daurulang.centre.queries import Centre
    from daurulang.centre.service import set_up

    set_up(db, Centre(options.centre))
    print(f"Buku untuk {options.centre.strip()} siap di {db.place}.")
    return 0


def _balance(db: Database, options: argparse.Namespace) -> int:
    from daurulang.reports.balances import balance_of, balances

    found = balances(db) if options.member is None else (balance_of(db, options.member),)
    if options.json:
        print(json.dumps([asdict(each) for each in found]))
        return 0
    for each in found:
        owed = f"   hutang {format_rupiah(each.debt_rupiah)}" if each.debt_rupiah else ""
        print(f"{each.number}  {each.name:<40} {format_rupiah(each.rupiah):>18}{owed}")
    return 0


def _receipt(db: Database, options: argparse.Namespace) -> int:
    from daurulang.documents.expense_paper import write_expense_paper
    from daurulang.documents.receipt import write_receipt
    from daurulang.documents.sale_paper import size_for, write_sale_paper
    from daurulang.ledger.model import EntryKind
    from daurulang.receipts.sales import OF_THE_TRADE
    from daurulang.receipts.service import hand_out, hand_out_expense, hand_out_sale, kind_of

    paper = options.paper or load_machine().paper
    kind = kind_of(db, options.number)
    if kind in OF_THE_TRADE:
        hand_out_sale(db, options.number, None, lambda made: write_sale_paper(made, size_for(paper), options.pdf))
    elif kind is EntryKind.EXPENSE:
        hand_out_expense(db, options.number, None, lambda made: write_expense_paper(made, size_for(paper), options.pdf))
    else:
        hand_out(db, options.number, None, lambda receipt: write_receipt(receipt, paper, options.pdf))
    print(options.pdf)
    return 0


def _verify(db: Database, options: argparse.Namespace) -> int:
    if options.slip:
        from daurulang.command_line.slips import tell_slip

        return tell_slip(db, options.slip, as_json=options.json)
    from daurulang.verification.service import verify

    found = verify(db)
    problems = [{"kind": each.kind, "where": each.where, "words": PROBLEMS[each.kind]} for each in found.problems]
    if options.json:
        gaps = {"gaps": [asdict(each) for each in found.gaps]} if found.gaps else {}
        print(json.dumps({"ok": not problems, "entries": found.entries, "problems": problems, **gaps}))
    else:
        for gap in found.gaps:
            print(f"Catatan: {number_range(gap.first, gap.last)} hilang dan tidak diberikan lagi ({gap.reason}).")
        for problem in problems:
            print(f"{problem['where']}: {problem['words']}")
        print(f"{found.entries} catatan diperiksa, " + (f"{len(problems)} masalah." if problems else "semua benar."))
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main())
