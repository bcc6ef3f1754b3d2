"""The cash boxes on the command line, and closing days and months."""

from __future__ import annotations

import argparse
import json
from pathlib import Path
from typing import TYPE_CHECKING

from daurulang.command_line.reports import day_argument, month_argument
from daurulang.database import Database
from daurulang.periods import clock_time, local, long_day, short_day
from daurulang.quantities import format_rupiah

if TYPE_CHECKING:
    from daurulang.cash.queries import Box
    from daurulang.periods import Zone

    Commands = argparse._SubParsersAction[argparse.ArgumentParser]  # noqa: SLF001  (argparse has no public name)


def add_cash(commands: Commands) -> None:
    """The command `cash`."""
    words = "kas setiap loket: terbuka sejak kapan, atau isinya sesudah dihitung"
    command = commands.add_parser("cash", help=words, description=words)
    command.add_argument("--json", action="store_true")
    command.set_defaults(run=_cash)


def add_close(commands: Commands) -> None:
    """The command `close` with what can be closed."""
    words = "tutup hari atau bulan: angkanya tetap, dan tidak ada yang dapat dibukukan lagi ke dalamnya"
    kinds = commands.add_parser("close", help=words, description=words).add_subparsers(metavar="WHAT", required=True)
    day = kinds.add_parser("day", help="tutup hari; hari yang sudah ditutup dicetak ulang")
    day.add_argument("day", type=day_argument, metavar="YYYY-MM-DD")
    day.add_argument("--pdf", type=Path, metavar="F", help="buat halamannya sebagai PDF")
    day.set_defaults(run=_close_day)
    month = kinds.add_parser("month", help="tutup bulan")
    month.add_argument("month", type=month_argument, metavar="YYYY-MM")
    month.set_defaults(run=_close_month)


def _cash(db: Database, options: argparse.Namespace) -> int:
    from daurulang.cash.queries import boxes
    from daurulang.centre.queries import letterhead

    found, (centre, _) = boxes(db), letterhead(db)
    if options.json:
        print(json.dumps([_box_as_json(each) for each in found]))
        return 0
    for each in found:
        print(f"{each.counter.name} ({each.counter.code}): {_box_in_words(each, centre.zone)}")
    return 0


def _box_in_words(box: Box, zone: Zone) -> str:
    if box.session is None:
        return "kas belum pernah dibuka"
    if box.rupiah is not None:
        return f"tertutup, isinya {format_rupiah(box.rupiah)}"
    day = short_day(local(box.session.at_ms, zone).date())
    return f"terbuka sejak {day} {clock_time(box.session.at_ms, zone)} oleh {box.session.clerk}"


def _box_as_json(box: Box) -> dict[str, object]:
    session = box.session
    return {
        "counter": box.counter.code,
        "open": session is not None and not session.closed,
        "since": session.day.isoformat() if session and not session.closed else None,
        "rupiah": box.rupiah,
    }


def _close_day(db: Database, options: argparse.Namespace) -> int:
    from daurulang.closings.day import close_day, day_page
    from daurulang.errors import DayNotClosed
    from daurulang.staff.service import command_line_desk

    try:
        page, done = day_page(db, options.day), "sudah ditutup"
    except DayNotClosed:
        page, done = close_day(db, command_line_desk(db), options.day), "ditutup"
    if options.pdf:
        from daurulang.documents.day_closing import write_day_closing

        write_day_closing(page, options.pdf)
    print(f"{long_day(page.day)} {done}: {sum(kind.count for kind in page.kinds)} catatan.")
    for head in page.heads:
        print(f"{head.number}  {head.hash[:16]}")
    return 0


def _close_month(db: Database, options: argparse.Namespace) -> int:
    from daurulang.closings.service import close_month
    from daurulang.staff.service import command_line_desk

    report = close_month(db, command_line_desk(db), options.month)
    value = report.value
    print(f"{options.month.title} ditutup: {value.deposits} setoran, nilai {format_rupiah(value.measure.rupiah)}.")
    return 0
