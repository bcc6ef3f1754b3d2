"""What goes to the environment office and to everybody: `report dlh`, `report sipsn` and others, `export open-data`."""

from __future__ import annotations

import argparse
import json
from pathlib import Path
from typing import TYPE_CHECKING

from daurulang.centre.queries import the_centre
from daurulang.command_line.periods import period_argument
from daurulang.database import Database
from daurulang.documents.period_files import PERIOD_FILES, PeriodFile
from daurulang.errors import BadDay

if TYPE_CHECKING:
    from daurulang.command_line.reports import Commands


def add_office_reports(kinds: Commands) -> None:
    """A kind of the command `report` for each file of a period."""
    for each in PERIOD_FILES:
        kind = kinds.add_parser(each.code, help=each.title, description=each.title)
        kind.add_argument("period", type=period_argument, metavar="PERIOD")
        kind.add_argument("--out", type=Path, metavar="F", help=f"berkas {each.ending}; biasanya di folder ini")
        kind.add_argument("--json", action="store_true")
        kind.set_defaults(run=_run, file=each)


def add_export(commands: Commands) -> None:
    """The command `export`."""
    words = "data terbuka tanpa data pribadi"
    kinds = commands.add_parser("export", help=words, description=words).add_subparsers(metavar="KIND", required=True)
    opened = kinds.add_parser("open-data", help="Data Package: CSV dan datapackage.json")
    opened.add_argument("period", type=period_argument, metavar="PERIOD")
    opened.add_argument("--out", type=Path, required=True, metavar="DIR")
    opened.add_argument("--json", action="store_true")
    opened.set_defaults(run=_open_data)


def _run(db: Database, options: argparse.Namespace) -> int:
    file: PeriodFile = options.file
    _require_begun(db, options)
    path = options.out or Path(file.name_for(options.period))
    file.write(db, options.period, path)
    print(json.dumps({"path": str(path)}) if options.json else f"{file.title} {options.period.title}: {path}")
    return 0


def _open_data(db: Database, options: argparse.Namespace) -> int:
    from daurulang.documents.open_data_package import write_open_data

    _require_begun(db, options)
    made = write_open_data(db, options.period, options.out)
    if options.json:
        print(json.dumps({"files": [str(path) for path in made]}))
    else:
        print(f"Data terbuka {options.period.title}: {len(made)} berkas di {options.out}")
    return 0


def _require_begun(db: Database, options: argparse.Namespace) -> None:
    with db.reading() as connection:
        if options.period.first > the_centre(connection).today():
            raise BadDay(options.period.first)
