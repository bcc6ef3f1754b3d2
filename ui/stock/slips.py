"""From a load, a batch or what went to the landfill to paper, beside the counter's work."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from daurulang.centre.queries import letterhead
from daurulang.config import Paper, data_folder
from daurulang.devices.printer import print_file
from daurulang.errors import FileNotWritten
from daurulang.reports.plant_acts import PlantActInFull
from ui import tasks
from ui.receipts.printing import LANE, open_file
from ui.session import Session
from ui.widgets import notice

translate = QCoreApplication.translate


def start_slip(parent: QWidget, session: Session, done: PlantActInFull) -> None:
    """Write the slip and print it where the machine's printer has sheets, else open it."""
    db, act = session.db, done.act
    printer = session.machine.printer if session.machine.paper is Paper.A5 else ""

    def work() -> Path:
        from daurulang.documents.plant_slip import write_plant_slip

        path = data_folder() / "gudang" / f"{act.day:%Y-%m}" / f"{act.number}.pdf"
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise FileNotWritten(str(path)) from error
        write_plant_slip(done, letterhead(db)[0], path)
        if printer:
            print_file(path, printer)
        return path

    def ready(path: Path) -> None:
        said = translate("PlantSlip", "{number} printed.") if printer else translate("PlantSlip", "{number} is ready.")
        notice.good(parent, said.format(number=act.number))
        if not printer:
            open_file(path)

    tasks.aside(parent, work, ready, lane=LANE)
