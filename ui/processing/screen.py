"""Ctrl+D: goods of the store are sorted, shredded, pressed, composted, or carried to another store."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from daurulang.drafts.model import DraftKind
from daurulang.errors import UserError
from daurulang.plant_errors import LossUnconfirmed, NoGoods
from daurulang.processing.model import BatchKind, Side
from daurulang.processing.service import record
from daurulang.quantities import format_kilograms
from daurulang.reports.plant_acts import PlantActInFull
from ui.keys import KeyLine
from ui.processing.entry import BatchEntry
from ui.processing.lines import BatchLines
from ui.processing.panel import BatchPanel
from ui.processing.presenter import BatchForm, TypedLine
from ui.session import Session
from ui.stock.choice import StoreChoice
from ui.stock.form import StoreOfNow
from ui.stock.plant_screen import PlantActScreen
from ui.stock.typed import TypedAct
from ui.stock.words import batch_word
from ui.widgets.field import DropDown, Field
from ui.widgets.form import FormWalker


class BatchScreen(PlantActScreen[BatchForm]):
    """Kind → what goes in → what comes out → residue → read-back with the loss → saved."""

    KIND, LINE = DraftKind.BATCH, TypedLine

    def __init__(self, session: Session) -> None:
        form = BatchForm()
        self.row, self.batch_panel = BatchEntry(form), BatchPanel(form)
        super().__init__(session, "", form, self.row, BatchLines(), self.batch_panel)
        self.header.show_title(self.tr("Processing"))
        self.kind = DropDown()
        for kind in BatchKind:
            self.kind.add(kind.value, batch_word(kind))
        self._kind_field = Field(self.tr("What is done"), self.kind)
        self.to_store = StoreChoice()
        self._to_field = Field(self.tr("Into the store"), self.to_store)
        self._to_field.hide()
        self._lay_out([self._kind_field], [self._to_field])
        self._connect()
        self._walker = FormWalker([self.kind], self)
        self._walker.finished.connect(self.entry.start)
        self.kind.currentIndexChanged.connect(lambda _row: self._set_kind(self.kind.code()))
        self.to_store.currentIndexChanged.connect(lambda _row: self._set_to_store())
        for number, each in enumerate(Side, 1):
            self._bind(f"Alt+{number}", partial(self.row.choose, each))
        self._bind("Alt+J", lambda: self.kind.setFocus(Qt.FocusReason.ShortcutFocusReason))
        self._show_form()

    def keys(self) -> Sequence[KeyLine]:
        return (
            KeyLine("Alt+J", self.tr("What is done")),
            KeyLine("Alt+1…3", self.tr("Goes in, comes out, residue")),
            *super().keys(),
        )

    # --- what the form answers -----------------------------------------------------------------------------

    def _take_store(self, now: StoreOfNow) -> None:
        self.form.take_store(now)
        self.row.search_in(now)
        self.to_store.show_stores(now.stores)
        self._to_field.setVisible(len(now.stores) > 1)
        self.form.to_place_id = self.to_store.place_id()

    def _check(self, line: Any, position: int) -> None:
        self.form.check(line, position)

    def _load_line(self, position: int) -> None:
        self.row.load(position, self.form.lines[position - 1])

    def _show_lines(self) -> None:
        self.lines.show_lines(self.form.shown())

    def _read_back_words(self) -> str:
        return self.batch_panel.words(self.form.ready())

    def _poster(self) -> Callable[[], int]:
        db, desk, draft, day = self._session.db, self._session.desk, self.form.draft(), self.day_bar.given()
        return lambda: record(db, desk, draft, day)

    def _saved_words(self, done: PlantActInFull) -> str:
        act, figures = done.act, done.figures
        kind = batch_word(act.batch_kind) if act.batch_kind else ""
        words = self.tr("{number} saved. {kind}: {into} in, {out} out.")
        out = format_kilograms(figures.output_grams if figures else 0)
        return words.format(number=act.number, kind=kind, into=format_kilograms(act.grams), out=out)

    def _refused(self, error: UserError, sentence: str) -> None:
        if isinstance(error, NoGoods) and error.side in {"input", "output"}:
            self._unread()
            self.row.choose(Side(error.side))
            self.entry.refuse(error, sentence)
            return
        super()._refused(error, sentence)
        if isinstance(error, LossUnconfirmed):  # what lies in the store weighs something else by now
            self.panel.refuse(error, sentence, read_back=False)

    def _first(self) -> QWidget:
        return self.kind

    def _heads(self) -> dict[str, Any]:
        return {"kind": self.kind.code(), "to_place_id": self.form.to_place_id}

    def _take_heads(self, typed: TypedAct[Any]) -> None:
        self.kind.choose(typed.kind)
        self.to_store.choose(str(typed.to_place_id))

    def _start_over(self) -> None:
        super()._start_over()
        self.row.side.choose(Side.INPUT.value)
        self.kind.choose(BatchKind.SORT.value)
        self._start_here()

    def _start_here(self) -> None:
        """With what is done, until the first line stands there."""
        if self.form.empty and self.entry.is_empty():
            self.kind.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.entry.start()

    def _hold(self, *, saving: bool) -> None:
        super()._hold(saving=saving)
        for part in (self._kind_field, self._to_field):
            part.setEnabled(not saving)

    # --- inside --------------------------------------------------------------------------------------------

    def _set_kind(self, code: str) -> None:
        self.form.kind = BatchKind(code)
        self.form.unread()
        self.row.show_kind()
        self._show_form()

    def _set_to_store(self) -> None:
        self.form.to_place_id = self.to_store.place_id()
        self._unread()
