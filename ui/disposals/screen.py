"""Ctrl+F6: residue and what else is not worth keeping goes to the landfill."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from daurulang.disposals.queries import destinations
from daurulang.disposals.service import record
from daurulang.drafts.model import DraftKind
from daurulang.processing.queries import residues
from daurulang.quantities import format_kilograms
from daurulang.reports.plant_acts import PlantActInFull
from ui import tasks
from ui.disposals.entry import DisposalEntry, DisposalLines
from ui.disposals.panel import DisposalPanel
from ui.disposals.presenter import DisposalForm, TypedLine, residue_first
from ui.session import Session
from ui.stock.form import StoreOfNow
from ui.stock.plant_screen import PlantActScreen


class DisposalScreen(PlantActScreen[DisposalForm]):
    """Goods → landfill and vehicle → read-back → saved."""

    KIND, LINE = DraftKind.DISPOSAL, TypedLine

    def __init__(self, session: Session) -> None:
        form = DisposalForm()
        self.row, self.disposal_panel = DisposalEntry(form), DisposalPanel(form)
        super().__init__(session, "", form, self.row, DisposalLines(), self.disposal_panel)
        self.header.show_title(self.tr("Residue to the landfill"))
        self._residues: frozenset[int] = frozenset()
        self._now: StoreOfNow | None = None
        self._lay_out()
        self._connect()
        self._show_form()

    def _read_store(self) -> None:
        """What lies there, and where goods were taken to before."""
        db = self._session.db

        def show(found: tuple[Sequence[str], frozenset[int]]) -> None:
            self.disposal_panel.know(found[0])
            self._residues = found[1]
            self._search()

        tasks.aside(self, lambda: (destinations(db), residues(db)), show)
        super()._read_store()

    # --- what the form answers -----------------------------------------------------------------------------

    def _take_store(self, now: StoreOfNow) -> None:
        self._now = now
        self.form.take_store(now)
        self._search()

    def _search(self) -> None:
        if self._now is not None:
            self.entry.goods.search_in(residue_first(self._now, self._residues))

    def _check(self, line: Any, position: int) -> None:
        self.form.check_left(line.goods, line.quantity, position)

    def _load_line(self, position: int) -> None:
        self.row.load(position, self.form.lines[position - 1])

    def _show_lines(self) -> None:
        self.lines.show_lines(self.form.shown())

    def _read_back_words(self) -> str:
        return self.disposal_panel.words(self.form.ready())

    def _poster(self) -> Callable[[], int]:
        db, desk, draft, day = self._session.db, self._session.desk, self.form.draft(), self.day_bar.given()
        return lambda: record(db, desk, draft, day)

    def _saved_words(self, done: PlantActInFull) -> str:
        words = self.tr("{number} saved. {landfill}: {weight}.")
        weight = format_kilograms(done.act.grams)
        return words.format(number=done.act.number, landfill=done.act.party, weight=weight)
