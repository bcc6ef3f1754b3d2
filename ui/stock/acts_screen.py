"""Shift+F6: the loads, batches and trips to the landfill of a month; one of them in full, its slip, and undoing it."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from daurulang.ledger.model import EntryKind
from daurulang.periods import month_of, months_from, short_day
from daurulang.quantities import format_kilograms, format_quantity, format_rupiah, format_thousandths, format_whole
from daurulang.reports.plant_acts import KINDS, PlantAct, PlantActInFull, plant_act_of, plant_acts
from ui import keys, tasks, theme
from ui.corrections.act_reversal import ActReversal, PlainAct
from ui.days import month_words
from ui.keys import KeyLine
from ui.lists import ListButton
from ui.screen import Act, Screen
from ui.session import Session
from ui.stock.act_view import ActView
from ui.stock.slips import start_slip
from ui.stock.words import act_word, batch_word, cubic_metres
from ui.widgets import notice
from ui.widgets.button import ChoiceBar
from ui.widgets.card import Card, Facts, ScreenHeader
from ui.widgets.columns import Columns, stacked
from ui.widgets.rows import Column
from ui.widgets.table import TableView
from ui.words import goods_words

_ALL = "all"


class PlantScreen(Screen):
    """Enter opens an act; Ctrl+R undoes it, Ctrl+P makes its slip."""

    left = Signal()
    """Esc: back to the store."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self._month = month_of(session.today())
        self._full: PlantActInFull | None = None
        self.header = ScreenHeader(self.tr("At the gate and in the yard"))
        choices = [
            (_ALL, self.tr("All")),
            (EntryKind.LOAD.value, self.tr("Loads")),
            (EntryKind.BATCH.value, self.tr("Batches")),
            (EntryKind.DISPOSAL.value, self.tr("Residue")),
        ]
        self.which = ChoiceBar(self.tr("Which acts"), choices)
        self.table: TableView[PlantAct] = TableView(
            self._columns(),
            empty=self.tr("Nothing was done in this month. Shift+F2 takes a load in, Ctrl+D makes, PgUp turns back."),
            struck=lambda row: bool(row.reversed_by),
            name=self.tr("Loads, processing and landfill"),
        )
        self.totals = Facts()
        self.view = ActView()
        self.reversal = ActReversal(session)
        self._side = stacked((self.view, self.reversal), self.view)
        self._side.setMinimumWidth(theme.current().px(350))
        self._show_beside(None)
        self._lay_out()
        self._connect()

    # --- what the window asks ------------------------------------------------------------------------------

    def enter(self) -> None:
        """Read the list anew; a form that was begun stays."""
        self._read()
        if self.reversal.isVisible():
            self.reversal.walker.start()
        else:
            self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def unsaved(self) -> bool:
        return not self.reversal.isHidden() and self.reversal.dirty()

    def save(self) -> None:
        if not self.reversal.isHidden():
            self.reversal.save()

    def step_back(self) -> bool:
        """Close what stands beside the list, then back to the store."""
        if not self.reversal.isHidden():
            self.reversal.step_back()
        elif not self.view.isHidden():
            self._show_beside(None)
            self.table.grid.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.left.emit()
        return True

    def reprint(self) -> None:
        """The slip of the act under the cursor."""
        self._with_chosen(lambda full: start_slip(self, self._session, full))

    def acts(self) -> Sequence[Act]:
        return (Act(self.tr("Reverse the act chosen"), self._reverse, key=keys.REVERSE),)

    def hints(self) -> Sequence[KeyLine]:
        return (
            KeyLine("Enter", self.tr("look")),
            KeyLine(keys.REVERSE, self.tr("reverse")),
            KeyLine(keys.REPRINT, self.tr("slip")),
            KeyLine(keys.BACK, self.tr("back")),
        )

    def keys(self) -> Sequence[KeyLine]:
        turning = (KeyLine("PgUp", self.tr("month before")), KeyLine("PgDn", self.tr("month after")))
        return (*turning, KeyLine("Alt+1…4", self.tr("Which acts")), *super().keys())

    # --- the list ------------------------------------------------------------------------------------------

    def _read(self) -> None:
        db, which, month = self._session.db, self.which.value(), self._month
        kinds = KINDS if which == _ALL else (EntryKind(which),)

        def show(rows: tuple[PlantAct, ...]) -> None:
            if (which, month) == (self.which.value(), self._month):  # else it was turned meanwhile
                self._show_rows(rows)

        tasks.aside(self, lambda: plant_acts(db, month, kinds), show)

    def _show_rows(self, rows: Sequence[PlantAct]) -> None:
        self.header.show_note(month_words(self._month.first))
        self.table.show_rows(rows)
        standing = [row for row in rows if not row.reversed_by]
        facts = []
        for kind in KINDS:
            own = [row for row in standing if row.kind is kind]
            if own:
                words = f"{act_word(kind)}: {len(own)}"
                facts.append((words, format_kilograms(sum(row.grams - row.estimated_grams for row in own))))
        litres = sum(row.volume_litres for row in standing)
        if litres:
            estimated = format_kilograms(sum(row.estimated_grams for row in standing))
            facts.append(
                (self.tr("Of the loads by volume: {volume}").format(volume=cubic_metres(litres)), f"≈ {estimated}")
            )
        self.totals.show_facts(facts)

    def _turn(self, months: int) -> None:
        turned = months_from(self._month.first, months, 1)
        if turned.first <= self._session.today():
            self._month = turned
            self._read()

    def _columns(self) -> list[Column[PlantAct]]:
        return [
            Column(self.tr("Number"), lambda row: row.number, sort=lambda row: row.entry_id, width=106),
            Column(self.tr("Day"), lambda row: short_day(row.day), sort=lambda row: row.day, width=106, muted=True,
                   spare=1),
            Column(self.tr("What"), _what, width=138),
            Column(self.tr("From or to"), lambda row: row.party or row.to_store),
            Column(self.tr("kg"), _kilograms, sort=lambda row: row.grams, right=True,
                   strong=True, width=116, kind="thousandths"),
            Column(self.tr("Rp"), lambda row: format_whole(row.rupiah) if row.rupiah else "–",
                   sort=lambda row: row.rupiah, right=True, width=104, kind="rupiah", spare=2),
            Column(self.tr("Note"), self._note, width=120, muted=True, spare=3),
        ]  # fmt: skip

    def _note(self, row: PlantAct) -> str:
        if row.reversed_by:
            return self.tr("reversed")
        return "  ·  ".join(filter(None, (row.vehicle, row.note)))

    # --- one act -------------------------------------------------------------------------------------------

    def _open(self, row: PlantAct) -> None:
        db = self._session.db
        tasks.perform(self, lambda: plant_act_of(db, row.entry_id), self._show_act)

    def _show_act(self, full: PlantActInFull) -> None:
        self._full = full
        self.view.show_act(full)
        if not self.unsaved():
            self._show_beside(self.view)

    def _follow(self, row: PlantAct | None) -> None:
        """While an act is open, the sheet goes with the cursor."""
        if row is not None and not self.view.isHidden() and (self._full is None or self._full.act != row):
            self._open(row)

    def _with_chosen(self, act: Callable[[PlantActInFull], object]) -> None:
        """Do something with the act under the cursor, as it stands now."""
        row, db = self.table.current_row(), self._session.db
        if not self.reversal.isHidden():
            self.reversal.remind()
        elif row is None:
            notice.warning(self, self.tr("Choose an act first."))
        else:
            tasks.perform(self, lambda: plant_act_of(db, row.entry_id), act)

    def _reverse(self) -> None:
        def reverse(full: PlantActInFull) -> None:
            act = full.act
            if act.reversed_by:
                words = self.tr("{number} was reversed already by {other}.")
                notice.warning(self, words.format(number=act.number, other=act.reversed_by))
                return
            self._show_act(full)
            facts = [
                (goods_words(line.name, line.condition), format_quantity(line.quantity, line.unit))
                for line in full.lines
            ]
            if act.rupiah:
                words = self.tr("Given back") if act.kind is EntryKind.LOAD else self.tr("Cost")
                facts.append((words, format_rupiah(act.rupiah)))
            told = "  ·  ".join(filter(None, (_what(act), short_day(act.day), act.party)))
            self.reversal.ask(PlainAct(act.entry_id, act.number, told, facts))

        self._with_chosen(reverse)

    def _reversed(self, number: str, undone: str) -> None:
        notice.good(self, self.tr("{number} saved: {undone} is reversed.").format(number=number, undone=undone))
        self._form_closed()
        self._read()
        if self._full is not None:
            self._open(self._full.act)

    def _show_beside(self, part: QWidget | None) -> None:
        """One thing beside the list, or nothing."""
        for each in (self.view, self.reversal):
            each.setVisible(each is part)
        self._side.setVisible(part is not None)
        self.hints_changed.emit()

    def _form_closed(self) -> None:
        self._show_beside(self.view)
        self.table.grid.setFocus(Qt.FocusReason.OtherFocusReason)

    # --- building ------------------------------------------------------------------------------------------

    def _list_title(self) -> tuple[str, str]:
        words = self.tr("Loads, processing and landfill, {month}")
        return words.format(month=month_words(self._month.first)), f"{self._session.today()}"

    def _connect(self) -> None:
        self.table.opened.connect(self._open)
        self.table.current_changed.connect(self._follow)
        self.table.copied.connect(lambda count: notice.good(self, self.tr("{count} rows copied.").format(count=count)))
        self.which.changed.connect(lambda _code: self._read())
        self.view.reverse_wanted.connect(self._reverse)
        self.reversal.begun.connect(lambda: self._show_beside(self.reversal))
        self.reversal.closed.connect(self._form_closed)
        self.reversal.reversed.connect(self._reversed)
        bound: list[tuple[str, Callable[[], object]]] = [
            (keys.REVERSE, self._reverse),
            ("PgUp", lambda: self._turn(-1)),
            ("PgDown", lambda: self._turn(1)),
        ]
        for place, code in enumerate((_ALL, *(kind.value for kind in KINDS)), 1):
            bound.append((f"Alt+{place}", lambda code=code: self.which.choose(code)))  # type: ignore[misc]  # bound now
        for key, act in bound:
            shortcut = QShortcut(QKeySequence(key), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(act)

    def _lay_out(self) -> None:
        self.which.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.header.add(self.which)
        self.header.add(ListButton(self, self.table, self._list_title, "kegiatan-gudang"))
        sheet = Card()
        sheet.setMinimumWidth(theme.current().px(520))
        sheet.body.addWidget(self.table, 1)
        sheet.body.addWidget(self.totals)
        self.body.addWidget(self.header)
        self.body.addWidget(Columns(sheet, self._side), 1)


def _kilograms(row: PlantAct) -> str:
    """What was estimated in it makes all of it an estimate."""
    return f"≈ {format_thousandths(row.grams)}" if row.estimated_grams else format_thousandths(row.grams)


def _what(row: PlantAct) -> str:
    return batch_word(row.batch_kind) if row.batch_kind else act_word(row.kind)
