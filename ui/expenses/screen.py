"""Ctrl+U: what is spent is entered at the right of the list of a month."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from daurulang.expenses.queries import Category, ExpenseRow, categories, expenses
from daurulang.periods import Period, month_of, months_from, short_day
from daurulang.quantities import format_rupiah, format_whole
from ui import keys, tasks, theme
from ui.corrections.act_reversal import ActReversal, PlainAct
from ui.days import month_words
from ui.expenses.category import CategoryForm
from ui.expenses.form import ExpenseForm
from ui.expenses.words import paid_from_word
from ui.keys import KeyLine
from ui.lists import ListButton
from ui.receipts.printing import print_receipt, reprint_receipt
from ui.screen import Act, Screen
from ui.session import Session
from ui.widgets import notice
from ui.widgets.button import ChoiceBar
from ui.widgets.card import Card, ScreenHeader, Text
from ui.widgets.columns import Columns, SideStack
from ui.widgets.rows import Column
from ui.widgets.table import TableView

_MONTH, _ALL = "month", "all"
_WIDE = 350


class ExpensesScreen(Screen):
    """F10 posts the expense; the list has its paper, and undoes what was wrong."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self._month = month_of(session.today())
        self._known: Sequence[Category] = ()
        self._last_number = ""
        self.header = ScreenHeader(self.tr("Expenses"))
        self.which = ChoiceBar(self.tr("Which expenses"), [(_MONTH, self.tr("Month")), (_ALL, self.tr("All"))])
        self.table: TableView[ExpenseRow] = TableView(
            self._columns(),
            empty=self.tr(
                "Nothing was spent here. The form at the right takes an expense, PgUp shows the month before."
            ),
            struck=lambda row: bool(row.reversed_by),
            name=self.tr("Expenses"),
        )
        self.table.LEAST_OPEN = 96  # two columns of words beside a form
        self.sums = Text("", "muted")
        self.sums.setWordWrap(True)
        self.form = ExpenseForm(session)
        self.category = CategoryForm(session)
        self.reversal = ActReversal(session)
        self.side = SideStack(_WIDE)
        for part in (self.form, self.category, self.reversal):
            self.side.addWidget(part)
        self._lay_out()
        self._connect()

    # --- what the window asks ------------------------------------------------------------------------------

    def enter(self) -> None:
        """Read the list and the categories anew; what was typed stays."""
        self._read()
        db = self._session.db
        tasks.aside(self, lambda: categories(db), self._show_categories)
        self._open_form().walker.start()

    def unsaved(self) -> bool:
        return self._open_form().dirty() or self.form.dirty()

    def save(self) -> None:
        self._open_form().save()

    def step_back(self) -> bool:
        """Close what stands in the place of the form, or empty that; then leave."""
        form = self._open_form()
        if form is self.form and not form.dirty():
            return False
        form.step_back()
        return True

    def reprint(self) -> None:
        """The paper of the expense under the cursor, or of the last one that was entered here."""
        row = self.table.current_row() if self.table.grid.hasFocus() else None
        number = row.number if row is not None else self._last_number
        if number:
            reprint_receipt(self, self._session, number)
        else:
            notice.warning(self, self.tr("Choose an expense first."))

    def acts(self) -> Sequence[Act]:
        return (
            Act(self.tr("New category of expenses"), self._add_category, key=keys.NEW),
            Act(self.tr("Change the category chosen"), self._change_category, key=keys.EDIT),
            Act(self.tr("Reverse the expense chosen"), self._reverse, key=keys.REVERSE),
        )

    def hints(self) -> Sequence[KeyLine]:
        return (
            KeyLine(keys.SAVE, self.tr("save")),
            KeyLine(keys.EDIT, self.tr("category")),
            KeyLine(keys.REVERSE, self.tr("reverse")),
            KeyLine(keys.REPRINT, self.tr("paper")),
            KeyLine(keys.BACK, self.tr("back")),
        )

    def keys(self) -> Sequence[KeyLine]:
        turning = (KeyLine("PgUp", self.tr("month before")), KeyLine("PgDn", self.tr("month after")))
        return (*turning, KeyLine("Alt+1…2", self.tr("Which expenses")), *super().keys())

    # --- the list ------------------------------------------------------------------------------------------

    def _read(self) -> None:
        db, period = self._session.db, self._period()

        def show(rows: tuple[ExpenseRow, ...]) -> None:
            if period == self._period():  # else it was turned meanwhile
                self._show_rows(rows)

        tasks.aside(self, lambda: expenses(db, period), show)

    def _period(self) -> Period | None:
        return self._month if self.which.value() == _MONTH else None

    def _show_rows(self, rows: Sequence[ExpenseRow]) -> None:
        self.header.show_note(self._note())
        self.table.show_rows(rows)
        standing = [row for row in rows if not row.reversed_by]
        total = format_rupiah(sum(row.rupiah for row in standing))
        words = self.tr("{count} expenses  ·  {total}")
        self.header.show_summary(words.format(count=len(standing), total=total))
        by_category: dict[str, int] = {}
        for row in standing:
            by_category[row.category] = by_category.get(row.category, 0) + row.rupiah
        largest = sorted(by_category.items(), key=lambda each: (-each[1], each[0]))
        parts = [f"{name} {format_rupiah(rupiah)}".replace(" ", "\u00a0") for name, rupiah in largest]
        self.sums.setText("  ·  ".join(parts))

    def _note(self) -> str:
        return month_words(self._month.first) if self.which.value() == _MONTH else self.tr("all days")

    def _turn(self, months: int) -> None:
        turned = months_from(self._month.first, months, 1)
        if turned.first <= self._session.today():
            self._month = turned
            self.which.choose(_MONTH)
            self._read()

    def _choose_which(self, code: str) -> None:
        self.which.choose(code)
        self._read()

    # --- the form and the categories -----------------------------------------------------------------------

    def _open_form(self) -> ExpenseForm | CategoryForm | ActReversal:
        form = self.side.currentWidget()
        return form if isinstance(form, CategoryForm | ActReversal) else self.form

    def _posted(self, number: str, words: str) -> None:
        self._last_number = number
        notice.good(self, self.tr("{number} saved: {what}.").format(number=number, what=words))
        print_receipt(self, self._session, number)
        self._month = month_of(self._session.today())
        self._read()
        self.form.walker.start()

    def _show_categories(self, known: Sequence[Category]) -> None:
        self._known = known
        self.form.search_in(known)

    def _add_category(self, name: str = "") -> None:
        if not self._busy():
            self._show_beside(self.category)
            self.category.begin(None, name)

    def _change_category(self) -> None:
        """That of the form, or else of the expense under the cursor."""
        if self._busy():
            return
        chosen = self.form.category.value()
        row = self.table.current_row()
        if chosen is None and row is not None:
            chosen = next((each for each in self._known if each.id == row.category_id), None)
        if chosen is None:
            notice.warning(self, self.tr("Choose a category first, in the form or in the list."))
            return
        self._show_beside(self.category)
        self.category.begin(chosen)

    def _category_saved(self, category_id: int) -> None:
        def show(known: Sequence[Category]) -> None:
            self._show_categories(known)
            self._close()
            saved = next(each for each in known if each.id == category_id)
            if saved.active:
                self.form.take(saved)
            self._read()

        tasks.perform(self, lambda: categories(self._session.db), show)

    # --- undoing -------------------------------------------------------------------------------------------

    def _reverse(self) -> None:
        row = self.table.current_row()
        if self._busy():
            return
        if row is None:
            notice.warning(self, self.tr("Choose an expense first."))
        elif row.reversed_by:
            words = self.tr("{number} was reversed already by {other}.")
            notice.warning(self, words.format(number=row.number, other=row.reversed_by))
        else:
            words = self.tr("Expense {day}  ·  {category}").format(day=short_day(row.day), category=row.category)
            facts = [(row.note, format_rupiah(row.rupiah)), (self.tr("Paid from"), paid_from_word(row.paid_from))]
            self.reversal.ask(PlainAct(row.entry_id, row.number, words, facts))

    def _reversed(self, number: str, undone: str) -> None:
        notice.good(self, self.tr("{number} saved: {undone} is reversed.").format(number=number, undone=undone))
        self._read()
        self._close()

    # --- inside --------------------------------------------------------------------------------------------

    def _busy(self) -> bool:
        """Whether another form stands there; it says so."""
        form = self._open_form()
        if form is self.form:
            return False
        form.remind()
        return True

    def _show_beside(self, part: QWidget) -> None:
        self.side.show_page(part, _WIDE)
        self.hints_changed.emit()

    def _close(self) -> None:
        self._show_beside(self.form)
        self.form.walker.start()

    def _columns(self) -> list[Column[ExpenseRow]]:
        return [
            Column(self.tr("Number"), lambda row: row.number, sort=lambda row: row.entry_id, width=106),
            Column(self.tr("Day"), lambda row: short_day(row.day), sort=lambda row: row.day, width=106, muted=True),
            Column(self.tr("Category"), lambda row: row.category),
            Column(self.tr("What for"), lambda row: row.note),
            Column(self.tr("Paid from"), self._pocket, width=94, muted=True, spare=2),
            Column(self.tr("Its paper"), lambda row: row.reference, width=110, muted=True, spare=3),
            Column(self.tr("Amount Rp"), lambda row: format_whole(row.rupiah), sort=lambda row: row.rupiah, right=True,
                   strong=True, width=104, kind="rupiah"),
        ]  # fmt: skip

    def _pocket(self, row: ExpenseRow) -> str:
        return self.tr("reversed") if row.reversed_by else paid_from_word(row.paid_from)

    def _list_title(self) -> tuple[str, str]:
        return self.tr("Expenses, {which}").format(which=self._note()), f"{self._session.today()}"

    def _connect(self) -> None:
        self.table.copied.connect(lambda count: notice.good(self, self.tr("{count} rows copied.").format(count=count)))
        self.which.changed.connect(lambda _code: self._read())
        self.form.posted.connect(self._posted)
        self.form.closed.connect(self.form.walker.start)
        self.form.category.unknown.connect(self._add_category)
        self.category.saved.connect(self._category_saved)
        self.category.closed.connect(self._close)
        self.reversal.begun.connect(lambda: self._show_beside(self.reversal))
        self.reversal.closed.connect(self._close)
        self.reversal.reversed.connect(self._reversed)
        bound: tuple[tuple[str, Callable[[], object]], ...] = (
            *((keys.NEW, self._add_category), (keys.EDIT, self._change_category), (keys.REVERSE, self._reverse)),
            *(("PgUp", lambda: self._turn(-1)), ("PgDown", lambda: self._turn(1))),
            *(("Alt+1", lambda: self._choose_which(_MONTH)), ("Alt+2", lambda: self._choose_which(_ALL))),
        )
        for key, act in bound:
            shortcut = QShortcut(QKeySequence(key), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(act)

    def _lay_out(self) -> None:
        self.which.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.header.add(self.which)
        self.header.add(ListButton(self, self.table, self._list_title, "biaya"))
        sheet = Card()
        sheet.setMinimumWidth(theme.current().px(480))
        sheet.body.addWidget(self.table, 1)
        sheet.body.addWidget(self.sums)
        self.body.addWidget(self.header)
        self.body.addWidget(Columns(sheet, self.side), 1)
