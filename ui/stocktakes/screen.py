"""The count of a store (Ctrl+O): its goods by material and condition against what is found."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from daurulang.errors import FieldTooLong, ReasonTooShort, UserError
from daurulang.quantities import format_kilograms, format_rupiah
from daurulang.stock.queries import Store, all_stores
from daurulang.stock_errors import AlreadyCounted, DifferenceUnexplained, StockChanged
from daurulang.stocktakes.model import LEAST_REASON
from daurulang.stocktakes.queries import GoodsToCount, Stocktake, goods_to_count, stocktake_of, stocktakes
from daurulang.stocktakes.service import record
from ui import keys, tasks, theme
from ui.days import long_day
from ui.keys import KeyLine
from ui.lists import ListButton
from ui.screen import Act, Screen
from ui.session import Session
from ui.stock.choice import StoreChoice
from ui.stocktakes.card import CountCard
from ui.stocktakes.presenter import Counting
from ui.stocktakes.sheet import start_sheet
from ui.stocktakes.table import REASON, CountTable
from ui.widgets import notice
from ui.widgets.card import Card, ScreenHeader, Tone
from ui.widgets.columns import Columns, SideStack
from ui.widgets.field import HintLine


@dataclass(frozen=True, slots=True)
class _Read:
    stores: tuple[Store, ...]
    rows: tuple[GoodsToCount, ...]
    counts: tuple[Stocktake, ...]


class CountScreen(Screen):
    """A count begins with the first number typed; from then on the book's side stands still until it is posted."""

    CARD_WIDTH = 304

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._asked_to_discard = False
        self.counting = Counting()
        self._stores: tuple[Store, ...] = ()
        self.header = ScreenHeader(self.tr("Stock count"))
        self.stores = StoreChoice()
        self.table = CountTable(self.counting)
        self.problem = HintLine()
        self.card = CountCard(self.counting)
        self._side = SideStack(self.CARD_WIDTH)
        self._side.addWidget(self.card)
        self._lay_out()
        self._listen()
        self.card.show_counting()

    # --- from the window -----------------------------------------------------------------------------------

    def enter(self) -> None:
        """The stock of now, unless a count is under way."""
        self.header.show_note(long_day(self._session.today()))
        self._read()
        self.table.filter.setFocus(Qt.FocusReason.OtherFocusReason)

    def unsaved(self) -> bool:
        return self.counting.begun() or self.table.typing()

    def save(self) -> None:
        """Post the count."""
        if not self.table.finish():
            return
        row = self.counting.unexplained()
        if not self.counting.begun():
            notice.warning(self, self.tr("Nothing was counted yet: type what is there, or 0."))
        elif row is not None:
            self._ask_why(row)
        elif len(self.card.text()) < LEAST_REASON:
            words = self.tr("Write the reason, at least {least} letters.").format(least=LEAST_REASON)
            self.card.reason.show_problem(words)
        else:
            self._post()

    def step_back(self) -> bool:
        """Esc: one warning before a count is thrown away, then out of the list."""
        if self.counting.begun() and not self._asked_to_discard:
            self._asked_to_discard = True
            self.card.warn(self.tr("Not posted yet. Esc once more drops the count, F10 posts it."))
        elif self.counting.begun():
            self._begin_anew()
        elif self.table.filter.text():
            self.table.filter.clear()
            self.table.filter.setFocus()
        elif not self.table.filter.hasFocus():
            self.table.filter.setFocus()
        else:
            return False
        return True

    def reprint(self) -> None:
        """A sheet to count with, which does not say what the book expects."""
        self._sheet(expected=False)

    def acts(self) -> Sequence[Act]:
        return (
            Act(self.tr("Count sheet"), self.reprint, key=keys.REPRINT),
            Act(self.tr("Count sheet with the book's stock"), self._sheet_with_stock),
            Act(self.tr("This material is not counted"), self.table.take_back, key="Del"),
            Act(self.tr("Count this material in another condition"), self.table.add_condition, key="Ins"),
        )

    def hints(self) -> Sequence[KeyLine]:
        return (
            KeyLine(keys.HELP, self.tr("help")),
            KeyLine("Enter", self.tr("count")),
            KeyLine("Del", self.tr("not counted")),
            KeyLine("Ins", self.tr("condition")),
            KeyLine(keys.REPRINT, self.tr("sheet")),
            KeyLine(keys.SAVE, self.tr("post")),
            KeyLine(keys.BACK, self.tr("back")),
        )

    # --- reading -------------------------------------------------------------------------------------------

    def _read(self, *, anew: bool = False) -> None:
        """Beside the counter's work; `anew` also under a count, whose numbers stay."""
        db, place_id = self._session.db, self.stores.place_id()

        def read() -> _Read:
            stores = tuple(each for each in all_stores(db) if each.active)
            return _Read(stores, goods_to_count(db, place_id), stocktakes(db, place_id))

        tasks.aside(self, read, lambda found: self._show_read(found, place_id, anew=anew))

    def _show_read(self, read: _Read, place_id: int, *, anew: bool) -> None:
        self._stores = read.stores
        self.stores.show_stores(read.stores)
        if self.stores.place_id() != place_id:
            return  # another one was chosen meanwhile, and is being read
        self.card.show_past(read.counts)
        if not anew and self.unsaved():
            return
        self.counting.place_id, self.counting.rows = place_id, read.rows
        self.counting.may_open = not read.counts
        self.table.reload()
        grams = sum(row.expected.grams for row in read.rows)
        words = self.tr("{count} materials  ·  {weight}")
        self.header.show_summary(
            words.format(count=sum(bool(row.quantity) for row in read.rows), weight=format_kilograms(grams))
        )
        self.card.show_counting()

    # --- counting ------------------------------------------------------------------------------------------

    def _edited(self) -> None:
        self._asked_to_discard = False
        self.card.warn("")
        self.card.show_counting()
        self.stores.setEnabled(not self.counting.begun())  # a count is of one store

    def _ask_why(self, row: GoodsToCount) -> None:
        self.table.stand_on(row, REASON)
        self._say(self.tr("Say why {material} differs.").format(material=row.material.name))

    def _say(self, words: str) -> None:
        self.problem.say(words, Tone.PROBLEM if words else Tone.PLAIN)

    def _post(self) -> None:
        db, desk, draft = self._session.db, self._session.desk, self.counting.draft(self.card.text())
        tasks.perform(self, lambda: stocktake_of(db, record(db, desk, draft)), self._posted, self._refused)

    def _posted(self, done: Stocktake) -> None:
        words = self.tr("{number} posted: {counted} materials counted, {differing} differed.").format(
            number=done.number, counted=done.counted, differing=done.differing
        )
        if done.cost_rupiah:
            worth = self.tr("What is missing had cost {rupiah}.")
            if done.cost_rupiah > 0:
                worth = self.tr("What is too much counts as {rupiah}.")
            words += " " + worth.format(rupiah=format_rupiah(abs(done.cost_rupiah)))
        notice.good(self, words)
        self._begin_anew()

    def _begin_anew(self) -> None:
        self.counting.discard()
        self.card.clear()
        self._edited()
        self._read()
        self.table.reload()
        self.table.filter.setFocus()

    def _refused(self, error: UserError, sentence: str) -> None:
        if isinstance(error, ReasonTooShort) or (isinstance(error, FieldTooLong) and error.field == "reason"):
            self.card.reason.show_problem(sentence)
            return
        if isinstance(error, DifferenceUnexplained):
            self._say(sentence)
            return
        notice.problem(self, sentence)
        if isinstance(error, StockChanged | AlreadyCounted):
            self.card.kind.choose("ordinary")
            self._read(anew=True)

    # --- building ------------------------------------------------------------------------------------------

    def _sheet_with_stock(self) -> None:
        self._sheet(expected=True)

    def _sheet(self, *, expected: bool) -> None:
        store = next((each for each in self._stores if each.place_id == self.stores.place_id()), None)
        if store is not None:
            start_sheet(self, self._session, store, expected=expected)

    def _list_title(self) -> tuple[str, str]:
        day = self._session.today()
        return self.tr("Stock of {day}").format(day=long_day(day)), f"{day}"

    def _lay_out(self) -> None:
        space = theme.current().space
        self.header.add(self.stores)
        self.header.add(ListButton(self, self.table, self._list_title, "stok"))
        sheet = Card()
        sheet.setMinimumWidth(theme.current().px(560))  # narrower, the card goes below
        sheet.body.setContentsMargins(space(9), space(12), space(9), space(9))
        sheet.body.addWidget(self.table, 1)
        sheet.body.addWidget(self.problem)
        self.table.grid.setMinimumHeight(theme.current().px(280))
        self.body.addWidget(self.header)
        self.body.addWidget(Columns(sheet, self._side), 1)

    def _listen(self) -> None:
        self.stores.currentIndexChanged.connect(lambda _index: self._read())
        self.table.edited.connect(self._edited)
        self.table.refused.connect(self._say)
        self.table.finished.connect(self.card.walker.start)
        self.card.post_wanted.connect(self.save)
        self.card.changed.connect(self.table.show_kind)
        self.card.sheet_wanted.connect(lambda expected: self._sheet(expected=expected))
        self.card.editor.textEdited.connect(self._edited)
