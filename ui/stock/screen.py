"""F6, the store: what lies there, what it had cost and would sell for, how long it lies; Enter opens its card."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut

from daurulang.quantities import format_quantity, format_rupiah, format_thousandths, format_whole
from daurulang.reports.stock import Stock, StockRow, stock_on
from daurulang.stock.queries import NOTHING, Store, all_stores
from ui import keys, tasks, theme
from ui.days import long_day
from ui.keys import KeyLine
from ui.screen import Act, Screen
from ui.session import Session
from ui.stock.beside import BesideStock
from ui.stock.card_page import CardPage
from ui.stock.files import start_stock_report, start_stock_workbook
from ui.stock.store_form import StoreForm
from ui.stock.words import measures_of
from ui.widgets import notice
from ui.widgets.button import QuietButton, SecondaryButton
from ui.widgets.card import Card, Facts, ScreenHeader, Tone
from ui.widgets.columns import Columns, SideStack, stacked
from ui.widgets.field import DropDown, HintLine
from ui.widgets.pages import Pages
from ui.widgets.rows import Column
from ui.widgets.table import TableView
from ui.words import goods_words

_ALL = "all"


class StoreScreen(Screen):
    """The list of one store or of all; from here by keys to everything that moves goods."""

    wanted = Signal(str)
    """The key of a screen to go to."""

    BESIDE_WIDTH, FORM_WIDTH = 300, 340

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self._stock = Stock(session.today(), ())
        self._stores: tuple[Store, ...] = ()
        self.header = ScreenHeader(self.tr("Store"))
        self.chosen = DropDown()
        self.table: TableView[StockRow] = TableView(
            self._columns(),
            empty=self.tr("Nothing lies here. F2 takes deposits in, Shift+F2 a load, Ctrl+O counts what is there."),
            name=self.tr("What lies in the store"),
        )
        self.totals = Facts()
        self.unpriced = HintLine()
        self.beside = BesideStock()
        self.form = StoreForm(session)
        self.side = SideStack(self.BESIDE_WIDTH)
        self.card = CardPage(session)
        self._pages = Pages()
        self._lay_out()
        self._listen()

    # --- what the window asks ------------------------------------------------------------------------------

    def enter(self) -> None:
        """What lies there now; a form or a card that was open stays."""
        self.header.show_note(long_day(self._session.today()))
        self._read()
        if self._noting():
            self.form.walker.start()
        elif not self._on_card():
            self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def unsaved(self) -> bool:
        return self._noting() and self.form.dirty()

    def save(self) -> None:
        if self._noting():
            self.form.save()

    def step_back(self) -> bool:
        """Out of the form, out of the card, out of the list."""
        if self._noting():
            self.form.step_back()
        elif self._on_card():
            self._close_card()
        elif self.table.filter.text() or not self.table.filter.hasFocus():
            self.table.filter.clear()
            self.table.filter.setFocus()
        else:
            return False
        return True

    def reprint(self) -> None:
        if self._on_card():
            self.card.print_card()
        else:
            start_stock_report(self, self._session, self._shown())

    def acts(self) -> Sequence[Act]:
        return (
            Act(self.tr("New store"), self._new_store, key=keys.NEW),
            Act(self.tr("Change the store"), self._change_store, key=keys.EDIT),
            Act(self.tr("Report of the stock"), self.reprint, key=keys.REPRINT),
        )

    def hints(self) -> Sequence[KeyLine]:
        if self._on_card():
            return (
                KeyLine("PgUp", self.tr("month before")),
                KeyLine(keys.REPRINT, self.tr("paper")),
                KeyLine(keys.BACK, self.tr("back")),
            )
        return (
            KeyLine("Enter", self.tr("card")),
            KeyLine(keys.LOAD, self.tr("load")),
            KeyLine(keys.BATCH, self.tr("process")),
            KeyLine(keys.REPRINT, self.tr("report")),
            KeyLine(keys.BACK, self.tr("back")),
        )

    def keys(self) -> Sequence[KeyLine]:
        return (
            KeyLine("Alt+G", self.tr("Another store")),
            KeyLine("PgUp", self.tr("On a card: the month before")),
            KeyLine("PgDn", self.tr("On a card: the month after")),
        )

    # --- the list ------------------------------------------------------------------------------------------

    def _read(self) -> None:
        """In a large book the age takes longest: what lies there is shown before it."""
        if not self._stock.rows:
            self._ask(aged=False)
        self._ask(aged=True)

    def _ask(self, *, aged: bool) -> None:
        db = self._session.db
        tasks.aside(self, lambda: (all_stores(db), stock_on(db, aged=aged)), lambda found: self._show(*found))

    def _show(self, stores: tuple[Store, ...], stock: Stock) -> None:
        self._stores, self._stock = stores, stock
        self._show_choices()
        self._show_rows()

    def _show_choices(self) -> None:
        """All stores, each of them; one that was laid aside is named while it is the one chosen."""
        chosen = self.chosen.code()
        with QSignalBlocker(self.chosen):
            self.chosen.clear()
            self.chosen.add(_ALL, self.tr("All stores"))
            for each in self._stores:
                words = each.name if each.active else self.tr("{store} (laid aside)").format(store=each.name)
                self.chosen.add(str(each.place_id), words)
            self.chosen.choose(chosen)
            if self.chosen.currentIndex() < 0:
                self.chosen.setCurrentIndex(0)
        self.chosen.setVisible(len(self._stores) > 1)

    def _shown(self) -> Stock:
        """The rows of the store chosen."""
        code = self.chosen.code()
        rows = (row for row in self._stock.rows if code in (_ALL, "", str(row.store.place_id)))
        return Stock(self._stock.day, tuple(rows))

    def _show_rows(self) -> None:
        stock = self._shown()
        self.table.show_rows(stock.rows)
        total = stock.total
        self.header.show_summary(self.tr("{count} materials").format(count=len({r.material.id for r in stock.rows})))
        facts = [(measures_of(total), ""), (self.tr("Had cost"), format_rupiah(total.rupiah))]
        facts.append((self.tr("Would sell for"), format_rupiah(stock.worth_rupiah)))
        self.totals.show_facts(facts if total != NOTHING else [])
        names = ", ".join(dict.fromkeys(row.material.name for row in stock.unpriced))
        words = self.tr("Without a sell price, so not in what it would sell for: {materials}.")
        self.unpriced.say(words.format(materials=names) if names else "", Tone.WARNING if names else Tone.PLAIN)
        self.unpriced.setVisible(bool(names))

    def _columns(self) -> list[Column[StockRow]]:
        return [
            Column(self.tr("Code"), lambda row: row.material.code, width=66),
            Column(self.tr("Material"), lambda row: goods_words(row.material.name, row.condition), strong=True),
            Column(self.tr("Store"), lambda row: row.store.name, width=104, muted=True, spare=2),
            Column(self.tr("There"), _quantity, sort=lambda row: row.quantity, right=True, strong=True, width=116),
            Column(self.tr("kg"), _weight, sort=lambda row: row.there.grams, right=True, width=92, spare=4,
                   kind="thousandths"),
            Column(self.tr("Had cost Rp"), lambda row: format_whole(row.there.rupiah),
                   sort=lambda row: row.there.rupiah, right=True, width=108, kind="rupiah"),
            Column(self.tr("Sell price"), _price, sort=lambda row: row.price_rupiah or 0, right=True, muted=True,
                   width=86, spare=3, kind="rupiah"),
            Column(self.tr("Worth Rp"), _worth, sort=lambda row: row.worth_rupiah or 0, right=True, width=108,
                   kind="rupiah"),
            Column(self.tr("Days"), self._age, sort=lambda row: row.age_days(self._stock.day) or 0, right=True,
                   width=58, spare=1, kind="whole"),
        ]  # fmt: skip

    def _age(self, row: StockRow) -> str:
        age = row.age_days(self._stock.day)
        return "" if age is None else str(age)

    # --- the card ------------------------------------------------------------------------------------------

    def _on_card(self) -> bool:
        return self._pages.currentWidget() is self.card

    def _open(self, row: StockRow) -> None:
        if self._noting():
            self.form.remind()
            return
        self._pages.setCurrentWidget(self.card)
        self.card.open(row)
        self.hints_changed.emit()

    def _close_card(self) -> None:
        self._pages.setCurrentIndex(0)
        self.table.grid.setFocus(Qt.FocusReason.OtherFocusReason)
        self.hints_changed.emit()

    # --- stores --------------------------------------------------------------------------------------------

    def _noting(self) -> bool:
        return self.side.currentWidget() is self.form

    def _new_store(self) -> None:
        self._note_store(None)

    def _change_store(self) -> None:
        """The store chosen, or that of the row under the cursor."""
        row, code = self.table.current_row(), self.chosen.code()
        own = next((each for each in self._stores if str(each.place_id) == code), None)
        if own is None and row is not None:
            own = row.store
        if own is None and len(self._stores) == 1:
            own = self._stores[0]
        if own is None:
            notice.warning(self, self.tr("Choose the store first."))
        else:
            self._note_store(own)

    def _note_store(self, store: Store | None) -> None:
        if self._on_card():
            return
        if self._noting() and self.form.dirty():
            self.form.remind()
            return
        self.side.show_page(self.form, self.FORM_WIDTH)
        self.form.begin(store)

    def _store_saved(self, place_id: int) -> None:
        self._close_form()
        with QSignalBlocker(self.chosen):
            self.chosen.add(str(place_id), "")
            self.chosen.choose(str(place_id))
        self._read()
        notice.good(self, self.tr("The store is noted."))

    def _close_form(self) -> None:
        self.side.show_page(self.beside, self.BESIDE_WIDTH)
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    # --- building ------------------------------------------------------------------------------------------

    def _listen(self) -> None:
        self.table.opened.connect(self._open)
        self.table.current_changed.connect(lambda row: self.beside.show_row(row, self._stock.day))
        self.table.copied.connect(lambda count: notice.good(self, self.tr("{count} rows copied.").format(count=count)))
        self.chosen.currentIndexChanged.connect(lambda _index: self._show_rows())
        self.beside.wanted.connect(self.wanted)
        self.form.saved.connect(self._store_saved)
        self.form.closed.connect(self._close_form)
        for key, act in (
            (keys.NEW, self._new_store),
            (keys.EDIT, self._change_store),
            ("Alt+G", self._choose_store),
        ):
            shortcut = QShortcut(QKeySequence(key), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(act)

    def _choose_store(self) -> None:
        if self.chosen.isVisible():
            self.chosen.showPopup()

    def _lay_out(self) -> None:
        self.chosen.setAccessibleName(self.tr("Store"))
        self.chosen.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.chosen.hide()
        new = QuietButton(self.tr("Store"), keys.NEW, "plus")
        excel = SecondaryButton("Excel", keys.EXCEL, "file-spreadsheet")
        for button, act in ((new, self._new_store), (excel, self._workbook)):
            button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            button.clicked.connect(act)
        for widget in (self.chosen, new, excel):
            self.header.add(widget)
        sheet = Card()
        sheet.setMinimumWidth(theme.current().px(560))
        sheet.body.addWidget(self.table, 1)
        sheet.body.addWidget(self.totals)
        sheet.body.addWidget(self.unpriced)
        for page in (self.beside, self.form):
            self.side.addWidget(page)
        columns = Columns(sheet, self.side)
        listed = stacked((self.header, columns), columns)
        self._pages.addWidget(listed)
        self._pages.addWidget(self.card)
        excel_key = QShortcut(QKeySequence(keys.EXCEL), listed)
        excel_key.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        excel_key.activated.connect(self._workbook)
        self.body.addWidget(self._pages, 1)

    def _workbook(self) -> None:
        """Exactly what is shown, in its order."""
        start_stock_workbook(self, Stock(self._stock.day, tuple(self.table.model.rows())))


def _quantity(row: StockRow) -> str:
    return format_quantity(row.quantity, row.material.unit).replace("-", "\u2212")


def _weight(row: StockRow) -> str:
    return format_thousandths(row.there.grams) if row.there.grams else "–"


def _price(row: StockRow) -> str:
    return "–" if row.price_rupiah is None else format_whole(row.price_rupiah)


def _worth(row: StockRow) -> str:
    return "–" if row.worth_rupiah is None else format_whole(row.worth_rupiah)
