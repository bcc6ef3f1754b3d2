"""What the forms of loads, batches and the landfill do alike beyond those of sales: their list, and their slips."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any, TypeVar

from PySide6.QtCore import Qt, Signal

from daurulang.reports.plant_acts import PlantActInFull, plant_act_of
from ui import keys
from ui.keys import KeyLine
from ui.session import Session
from ui.stock.act_screen import ActScreen
from ui.stock.entry import GoodsEntry
from ui.stock.form import LinesForm
from ui.stock.panel import ActPanel
from ui.stock.slips import start_slip
from ui.widgets import notice
from ui.widgets.button import SecondaryButton
from ui.widgets.typed_lines import TypedLines

F = TypeVar("F", bound=LinesForm[Any])


class PlantActScreen(ActScreen[F, PlantActInFull]):
    """An act of the plant, found again in the list of Shift+F6."""

    list_wanted = Signal()

    def __init__(
        self, session: Session, title: str, form: F, entry: GoodsEntry, lines: TypedLines[Any], panel: ActPanel
    ) -> None:
        super().__init__(session, title, form, entry, lines, panel)
        to_list = SecondaryButton(self.tr("List"), keys.PLANT, "list-checks")
        to_list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        to_list.clicked.connect(self.list_wanted)
        self.header.add(to_list)

    def _poster(self) -> Callable[[], int]:
        """What saves the form as it stands, off the window's thread; gives the entry's id."""
        raise NotImplementedError

    def reprint(self) -> None:
        """The slip of what was saved last here."""
        if self._last is None:
            notice.warning(self, self.tr("Nothing was saved here yet; the list has the older ones (Shift+F6)."))
        else:
            start_slip(self, self._session, self._last)

    def hints(self) -> Sequence[KeyLine]:
        return (KeyLine(keys.PLANT, self.tr("list")), *super().hints())

    def _recorder(self) -> Callable[[], PlantActInFull]:
        db, post = self._session.db, self._poster()
        return lambda: plant_act_of(db, post())
