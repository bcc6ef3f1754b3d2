"""Shift+F2: a truck or a cart brings a load; where it comes from, what it weighs, whether it is paid."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from daurulang.drafts.model import DraftKind
from daurulang.errors import UserError
from daurulang.loads.model import LoadPayment, Measured
from daurulang.loads.queries import Source, densities, sources
from daurulang.loads.service import record
from daurulang.plant_errors import NameUnknown, PaymentMissing
from daurulang.quantities import Condition, Unit, format_kilograms, format_rupiah
from daurulang.reports.plant_acts import PlantActInFull
from ui import keys, tasks
from ui.keys import KeyLine
from ui.loads.entry import MEASURE, LoadEntry
from ui.loads.lines import LoadLines
from ui.loads.panel import LoadPanel
from ui.loads.presenter import LoadForm, TypedLine
from ui.loads.source import SourceEdit, SourceForm
from ui.members.words import source_words
from ui.screen import Act
from ui.session import Session
from ui.stock.form import StoreOfNow, all_goods
from ui.stock.plant_screen import PlantActScreen
from ui.stock.typed import TypedAct
from ui.stock.words import cubic_metres, source_kind_word
from ui.widgets.field import Field
from ui.widgets.form import FormWalker
from ui.widgets.pages import Pages


class LoadScreen(PlantActScreen[LoadForm]):
    """Source → lines → payment and vehicle → read-back → saved."""

    KIND, LINE = DraftKind.LOAD, TypedLine

    def __init__(self, session: Session) -> None:
        form = LoadForm()
        self.row, self.load_panel = LoadEntry(form), LoadPanel(form)
        super().__init__(session, "", form, self.row, LoadLines(), self.load_panel)
        self.header.show_title(self.tr("Load"))
        self._known: Sequence[Source] = ()
        self.source = SourceEdit()
        self._source_field = Field(self.tr("Where it comes from"), self.source)
        self.source_form = SourceForm(session)
        self._side = Pages()
        for page in (self.load_panel, self.source_form):
            self._side.addWidget(page)
        self._lay_out([self._source_field], side=self._side)
        self._connect()
        self._hear()
        self._show_form()

    # --- what the window asks ------------------------------------------------------------------------------

    def enter(self) -> None:
        self._read_sources()
        super().enter()

    def unsaved(self) -> bool:
        return super().unsaved() or (self._noting() and self.source_form.dirty())

    def kept(self) -> bool:
        return super().kept() and not (self._noting() and self.source_form.dirty())

    def idle(self) -> bool:
        return super().idle() and not self.source.text()

    def save(self) -> None:
        if self._noting():
            self.source_form.save()
        else:
            super().save()

    def step_back(self) -> bool:
        if self._noting():
            self.source_form.step_back()
            return True
        if not self.unsaved() and self.source.text() and not self._saving:
            self._forget()
            self.source.set_value(None)
            self.source.setFocus()
            return True
        return super().step_back()

    def acts(self) -> Sequence[Act]:
        return (
            Act(self.tr("New source"), lambda: self._note(None, ""), key=keys.NEW),
            Act(self.tr("Change the source"), self._change, key=keys.EDIT),
        )

    def keys(self) -> Sequence[KeyLine]:
        return (
            KeyLine("Alt+1…3", self.tr("How it is paid")),
            KeyLine(MEASURE, self.tr("By weight, or by volume")),
            *super().keys(),
        )

    # --- the source ----------------------------------------------------------------------------------------

    def _read_sources(self) -> None:
        db = self._session.db

        def show(found: tuple[Sequence[Source], Mapping[int, int]]) -> None:
            self._known = found[0]
            self.source.search_in(found[0])
            self.row.know(found[1])

        tasks.aside(self, lambda: (sources(db), densities(db)), show)

    def _take(self, source: Source) -> None:
        self.form.source = source
        self.form.unread()
        self.drafts.refresh()
        told = (source_kind_word(source.kind), source_words(source.source_class), source.village)
        self._source_field.set_hint("  ·  ".join(filter(None, told)))
        self.panel.refresh()
        self.entry.setEnabled(True)
        self.entry.start()

    def _forget(self) -> None:
        self.form.source = None
        self._source_field.set_hint(self.tr("A new one: type its name, Enter notes it."))
        self._unread()

    def _noting(self) -> bool:
        return self._side.currentWidget() is self.source_form

    def _note(self, source: Source | None, name: str) -> None:
        if not (self._noting() or self._saving):
            self._side.setCurrentWidget(self.source_form)
            self.source_form.begin(source, name)

    def _change(self) -> None:
        if self.form.source is not None:
            self._note(self.form.source, "")

    def _noted(self, source_id: int) -> None:
        self._close_form()
        db = self._session.db

        def take(known: Sequence[Source]) -> None:
            self._known = known
            self.source.search_in(known)
            noted = next(each for each in known if each.id == source_id)
            self.source.set_value(noted if noted.active else None)
            if noted.active:
                self._take(noted)
            else:
                self._forget()

        tasks.perform(self, lambda: sources(db), take)

    def _close_form(self) -> None:
        self._side.setCurrentWidget(self.load_panel)
        self._start_here()

    # --- what the form answers -----------------------------------------------------------------------------

    def _first(self) -> QWidget:
        return self.source

    def _heads(self) -> dict[str, Any]:
        source = self.form.source
        return {"party": self.source.text(), "party_id": None if source is None else source.id}

    def _take_heads(self, typed: TypedAct[Any]) -> None:
        source = next((each for each in self._known if each.id == typed.party_id and each.active), None)
        self.source.set_value(source)
        if source is not None:
            self._take(source)

    def _start_here(self) -> None:
        if self._noting():
            self.source_form.walker.start()
        elif self.form.source is None:
            self.source.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.entry.start()

    def _take_store(self, now: StoreOfNow) -> None:
        by_weight = [each for each in all_goods(now.board, Condition.MIXED) if each.material.unit is Unit.KILOGRAM]
        self.entry.goods.search_in(by_weight)

    def _check(self, line: Any, position: int) -> None:
        self.form.check(line, position)

    def _load_line(self, position: int) -> None:
        self.row.load(position, self.form.lines[position - 1])

    def _show_lines(self) -> None:
        self.lines.show_lines(self.form.shown())

    def _counted_anew(self) -> None:
        self.row.show_price()
        super()._counted_anew()

    def _read_back_words(self) -> str:
        totals = self.form.ready()
        return self.load_panel.words(totals, "" if self.form.source is None else self.form.source.name)

    def _poster(self) -> Callable[[], int]:
        db, desk, draft, day = self._session.db, self._session.desk, self.form.draft(), self.day_bar.given()
        return lambda: record(db, desk, draft, day)

    def _saved_words(self, done: PlantActInFull) -> str:
        words = self.tr("{number} saved. {source}: {weight}.")
        if done.act.rupiah:
            words = self.tr("{number} saved. {source}: {weight}, {rupiah} paid.")
        weighed = sum(line.grams for line in done.lines if line.measured is Measured.WEIGHT)
        litres = sum(line.volume_litres for line in done.lines)
        weight = ", ".join(
            filter(None, (format_kilograms(weighed) if weighed else "", cubic_metres(litres) if litres else ""))
        )
        rupiah = format_rupiah(done.act.rupiah)
        return words.format(number=done.act.number, source=done.act.party, weight=weight, rupiah=rupiah)

    def _refused(self, error: UserError, sentence: str) -> None:
        match error:
            case NameUnknown(what="source"):
                self._unread()
                self._source_field.show_problem(sentence)
                self._read_sources()
            case PaymentMissing():
                self._unread()
                position = self.form.unpaid_position()
                if position is None:
                    self.panel.refuse(error, sentence, read_back=False)
                else:
                    self._edit(position)
                    self.entry.refuse(error, sentence)
            case _:
                super()._refused(error, sentence)

    def _start_over(self) -> None:
        super()._start_over()
        self.source.set_value(None)
        self._forget()
        self._start_here()

    def _hold(self, *, saving: bool) -> None:
        super()._hold(saving=saving)
        self._source_field.setEnabled(not saving)

    def _hear(self) -> None:
        self._walker = FormWalker([self.source], self)
        self._walker.finished.connect(self.entry.start)
        self.source.chosen.connect(self._take)
        self.source.textEdited.connect(lambda _text: self._forget())
        self.source.unknown.connect(lambda name: self._note(None, name))
        self.source.refused.connect(self._source_field.show_problem)
        self.source_form.saved.connect(self._noted)
        self.source_form.closed.connect(self._close_form)
        for number, each in enumerate(LoadPayment, 1):
            self._bind(f"Alt+{number}", partial(self.load_panel.choose, each))
        self._bind(MEASURE, self.row.turn)
        self._bind(keys.NEW, lambda: self._note(None, ""))
        self._bind(keys.EDIT, self._change)
