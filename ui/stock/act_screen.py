"""What the forms of loads, batches, sales and the landfill do alike: lines, read-back, one act saved, started over."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any, Generic, TypeVar

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QWidget

from daurulang.drafts.model import DraftKind
from daurulang.errors import UserError
from daurulang.plant_errors import GoodsRefused, LossUnconfirmed, NameUnknown, NoGoods
from daurulang.stock_errors import StockTooLow
from ui import tasks, theme
from ui.keys import KeyLine
from ui.screen import Screen
from ui.session import Session
from ui.stock.choice import StoreChoice
from ui.stock.day_bar import DAY_KEY, DayBar
from ui.stock.drafts import ActDrafts
from ui.stock.entry import GoodsEntry
from ui.stock.form import LinesForm, StoreOfNow, store_of_now
from ui.stock.goods import goods_title
from ui.stock.panel import ActPanel
from ui.stock.typed import TypedAct
from ui.widgets import notice
from ui.widgets.card import Card, Rule, ScreenHeader
from ui.widgets.columns import Columns, stacked
from ui.widgets.field import Field
from ui.widgets.typed_lines import TypedLines
from ui.wording import worded

F = TypeVar("F", bound=LinesForm[Any])
D = TypeVar("D")


class ActScreen(Screen, Generic[F, D]):
    """Lines → questions → read-back → saved, all by Enter. What is refused keeps the form and its key."""

    KIND: DraftKind
    """Under which it is kept while it is typed."""

    LINE: type
    """Its lines."""

    drafts: ActDrafts
    left = Signal()
    """Esc on an empty form: back to the store."""

    def __init__(
        self, session: Session, title: str, form: F, entry: GoodsEntry, lines: TypedLines[Any], panel: ActPanel
    ) -> None:
        super().__init__()
        self._session = session
        self.form, self.entry, self.lines, self.panel = form, entry, lines, panel
        self._saving = False
        self._warned = False
        self._last: D | None = None
        self.header = ScreenHeader(title)
        self.store = StoreChoice()
        self._store_field = Field(self.tr("Store"), self.store)
        self._store_field.hide()
        self.day_bar = DayBar(session, self.header)

    # --- what a form of its own answers --------------------------------------------------------------------

    def _take_store(self, now: StoreOfNow) -> None:
        """What lies in the store now, and what there is at all."""
        raise NotImplementedError

    def _check(self, line: Any, position: int) -> None:
        """Raise for a line that could not be saved."""
        raise NotImplementedError

    def _load_line(self, position: int) -> None:
        """Take a line back into the entry."""
        raise NotImplementedError

    def _show_lines(self) -> None:
        """The lines as they stand."""
        raise NotImplementedError

    def _read_back_words(self) -> str:
        """What is to be read before it is saved; raises what saving would."""
        raise NotImplementedError

    def _recorder(self) -> Callable[[], D]:
        """What saves the form as it stands and reads what was saved, off the window's thread."""
        raise NotImplementedError

    def _saved_words(self, done: D) -> str:
        """What is said of what was saved."""
        raise NotImplementedError

    def _print(self, done: D) -> None:
        """What was saved may have a paper."""

    def _first(self) -> QWidget:
        """Where an empty form has the focus."""
        return self.entry.goods

    def _heads(self) -> dict[str, Any]:
        """What the form holds beside lines and answers, by the names of `TypedAct`."""
        return {}

    def _take_heads(self, typed: TypedAct[Any]) -> None:
        """Let that stand as it was."""

    def _start_here(self) -> None:
        """Put the focus where the form begins."""
        self.entry.start()

    # --- what the window asks ------------------------------------------------------------------------------

    def enter(self) -> None:
        """Read the store anew and put the focus where typing goes on."""
        self.day_bar.tell()
        self._read_store()
        self.drafts.ask()
        self._start_here()

    def unsaved(self) -> bool:
        return not (self.form.empty and self.entry.is_empty())

    def kept(self) -> bool:
        return self.drafts.keeps()

    # --- what the drafts ask -------------------------------------------------------------------------------

    def idle(self) -> bool:
        """Whether the form holds nothing, not even whose it is."""
        return not self.unsaved()

    def typed(self) -> tuple[str, TypedAct[Any]] | None:
        """The form's key and what is typed; None while there is nothing to lose."""
        form = self.form
        if form.empty and self.entry.is_empty():
            return None
        lines, goods, row, answers = tuple(form.lines), form.named_goods(), self.entry.typed(), self.panel.answers()
        day = self.day_bar.given()
        return form.key, TypedAct(lines, goods, row, answers, form.place_id, day, **self._heads())

    def resume(self, form_key: str, typed: TypedAct[Any]) -> None:
        """Let the form stand as it was left."""
        self._start_over()
        self.form.resume(form_key, typed.lines, typed.goods)
        self.store.choose(str(typed.place_id))
        self.day_bar.show_day(typed.day)
        self._take_heads(typed)
        self.panel.retype(typed.answers)
        self.entry.retype(typed.row)
        self._show_form()
        self._read_store()
        self.entry.start()

    def save(self) -> None:
        """Read back first, save at the second time."""
        if self._saving or not self.day_bar.ready():
            return
        if not self.form.was_read:
            self._read_back()
        else:
            self._record()

    def step_back(self) -> bool:
        """Out of the read-back, out of the questions, out of the form; typed work is warned for first."""
        if self._saving:
            return True
        if self.form.was_read or self.panel.has_focus():
            self._unread()
            self.entry.start()
        elif self.entry.position is not None:
            self.entry.clear()  # the line stands in the list as it was
            self.entry.start()
        elif not self.unsaved():
            if self.day_bar.leave():
                self._start_here()
            else:
                self._start_over()
                self.left.emit()
        elif self._warned:
            self._start_over()
        else:
            self._warned = True
            notice.warning(self, self.tr("Nothing is saved yet. Esc once more drops the lines typed."))
            self.entry.start()
        return True

    def keys(self) -> Sequence[KeyLine]:
        return (
            KeyLine(DAY_KEY, self.tr("Date of the paper")),
            KeyLine("↑", self.tr("Into the list of lines")),
            KeyLine("Del", self.tr("Take a line out")),
            KeyLine("Ctrl+Z", self.tr("Put the line back")),
        )

    # --- the lines -----------------------------------------------------------------------------------------

    def _put(self, line: Any) -> None:
        position = self.entry.position
        try:
            self._check(line, position or len(self.form.lines) + 1)
        except UserError as error:
            self.entry.refuse(error, worded(error))
            return
        self.form.put(line, position)
        self.entry.clear()
        self._show_form()
        self.entry.start()

    def _edit(self, position: int) -> None:
        if self.entry.is_empty() or self.entry.position == position or self.entry.submit():
            self._unread()
            self._load_line(position)

    def _remove(self, position: int) -> None:
        if not (self.entry.is_empty() or self.entry.position == position or self.entry.submit()):
            return
        if self.entry.position is not None:
            self.entry.clear()
        name = goods_title(self.form.goods_of(self.form.lines[position - 1]))
        self.form.remove(position)
        self._show_form()
        if not self.form.lines:
            self.entry.start()
        notice.warning(self, self.tr("{material} taken out. Ctrl+Z puts it back.").format(material=name))

    def _restore(self) -> None:
        position = None if self._saving else self.form.restore()
        if position is not None:
            self.entry.make_room(position)
            self._show_form()
            notice.good(self, self.tr("The line is back."))

    def _edited(self) -> None:
        self._unwarn()
        self.drafts.refresh()
        if self.form.was_read:
            self._unread()

    def _unread(self) -> None:
        self.form.unread()
        self.panel.refresh()

    # --- saving --------------------------------------------------------------------------------------------

    def _read_back(self) -> None:
        if not ((self.entry.is_empty() or self.entry.submit()) and self.panel.accept_entry()):
            return
        try:
            words = self._read_back_words()
        except UserError as error:
            self._refused(error, worded(error))
            return
        self.form.was_read = True
        self.panel.confirm.show_read_back(words)

    def _record(self) -> None:
        record = self._recorder()
        self._hold(saving=True)
        self.panel.confirm.show_saving()
        tasks.aside(self, record, self._saved, self._refused_saving, on_given_up=self._given_up)

    def _saved(self, done: D) -> None:
        self._hold(saving=False)
        self._last = done
        notice.good(self, self._saved_words(done))
        self._print(done)
        self._start_over()
        self._read_store()
        self._start_here()

    def _refused_saving(self, error: UserError, sentence: str) -> None:
        self._hold(saving=False)
        self._refused(error, sentence)

    def _given_up(self) -> None:
        """A bug, which is reported: the form and its key stay, so that saving again never books twice."""
        self._hold(saving=False)
        self._unread()

    def _refused(self, error: UserError, sentence: str) -> None:
        """Everything typed and the form's key stay; the sentence goes to the field it belongs to."""
        self._unread()
        if self.day_bar.refuse(error, sentence):
            return
        match error:
            case GoodsRefused(position=position) if 0 < position <= len(self.form.lines):
                self._edit(position)
                self.entry.refuse(error, sentence)
            case NoGoods(side="other_store"):
                self.panel.refuse(error, sentence, read_back=False)
            case NoGoods() | StockTooLow():
                self.entry.refuse(error, sentence)
            case _:
                self.panel.refuse(error, sentence, read_back=False)
        if isinstance(error, StockTooLow | NameUnknown | LossUnconfirmed):
            self._read_store()

    def _hold(self, *, saving: bool) -> None:
        """What is on its way to the disk cannot be changed, and nothing can be typed that would be lost with it."""
        self._saving = saving
        for part in (self.entry, self.lines, self._store_field, self.day_bar):
            part.setEnabled(not saving)
        self.panel.hold(saving=saving)

    # --- inside --------------------------------------------------------------------------------------------

    def _start_over(self) -> None:
        self._unwarn()
        self.form.start_over()
        self.entry.clear()
        self.panel.start_over()
        self._show_form()
        self.entry.start()

    def _unwarn(self) -> None:
        if self._warned:
            self._warned = False
            notice.take_back(self)

    def _show_form(self) -> None:
        self._unwarn()
        self.drafts.refresh()
        self._show_lines()
        self.panel.refresh()

    def _read_store(self) -> None:
        db, place_id, day = self._session.db, self.store.place_id(), self.day_bar.day()
        tasks.aside(self, lambda: store_of_now(db, place_id, day), self._show_store)

    def _show_store(self, now: StoreOfNow) -> None:
        """What lies there now; a problem that is being shown stays where it is."""
        self.store.show_stores(now.stores)
        self._store_field.setVisible(len(now.stores) > 1)
        if now.place_id != self.store.place_id() or now.day != self.day_bar.day():
            return  # another store or day was chosen faster than this was read
        self.form.place_id = now.place_id
        self._take_store(now)
        self._show_lines()
        if not self.form.was_read and not self.panel.confirm.message():
            self.panel.refresh()

    def _choose_store(self) -> None:
        self._unread()
        self._read_store()

    def _connect(self) -> None:
        self.store.currentIndexChanged.connect(lambda _row: self._choose_store())
        self.entry.entered.connect(self._put)
        self.entry.edited.connect(self._edited)
        self.entry.goods.skipped.connect(self.panel.start)
        self.entry.goods.up_wanted.connect(self.lines.start)
        self.lines.edit_wanted.connect(self._edit)
        self.lines.remove_wanted.connect(self._remove)
        self.lines.left.connect(self.entry.type_on)
        self.panel.changed.connect(self._counted_anew)
        self.panel.confirm.pressed.connect(self.save)
        self.day_bar.changed.connect(self._choose_store)  # the prices of another day hold
        self.day_bar.left.connect(self._start_here)
        self._bind("Ctrl+Z", self._restore)
        self._bind(DAY_KEY, self.day_bar.turn)

    def _counted_anew(self) -> None:
        self._unwarn()
        self.drafts.refresh()
        self._show_lines()
        self.entry.explain()

    def _bind(self, key: str, act: Callable[[], object]) -> None:
        shortcut = QShortcut(QKeySequence(key), self)
        shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        shortcut.activated.connect(act)

    def _lay_out(
        self,
        before: Sequence[QWidget] = (),
        after: Sequence[QWidget] = (),
        above: Sequence[QWidget] = (),
        side: QWidget | None = None,
    ) -> None:
        """`before` and `after` the store is asked over the lines, `above` in a part of its own; `side` where the panel
        shares its place.
        """
        self.drafts = ActDrafts(self, self._first(), self._session, self.KIND)
        space = theme.current().space
        sheet = Card()
        sheet.body.setContentsMargins(space(10), space(6), space(10), space(12))
        asked = QHBoxLayout()
        asked.setSpacing(space(12))
        for widget in (*before, self._store_field, *after):
            asked.addWidget(widget, 2 if widget in before else 1)
        sheet.body.addLayout(asked)
        for widget in (self.lines, Rule(), self.entry):
            sheet.body.addWidget(widget, 1 if widget is self.lines else 0)
        form = stacked((self.header, self.drafts.strip, self.day_bar, *above, sheet), sheet)
        self.body.addWidget(Columns(form, side or self.panel), 1)
