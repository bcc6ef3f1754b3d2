"""Prices today (F5): one table that is typed into, with the history of each price beside it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QDate, QSignalBlocker, Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QDateEdit, QFrame, QHBoxLayout, QVBoxLayout, QWidget

from daurulang.errors import ReasonMissing, UserError
from daurulang.materials.queries import Material
from daurulang.materials.service import PriceWarning
from daurulang.members.queries import class_list
from daurulang.periods import long_day, short_day
from daurulang.quantities import Condition, format_rupiah
from ui import keys, tasks, theme
from ui.keys import KeyLine
from ui.materials.card import MaterialCard
from ui.materials.form import ClassForm, MaterialForm
from ui.materials.presenter import PriceRow, Prices
from ui.materials.table import PriceTable
from ui.materials.words import condition_words
from ui.screen import Act, Screen
from ui.session import Session
from ui.widgets import notice
from ui.widgets.button import PrimaryButton, QuietButton, SecondaryButton
from ui.widgets.card import Card, ScreenHeader, Text, Tone
from ui.widgets.columns import Columns, SideStack
from ui.widgets.field import DropDown, Field, HintLine, LineEdit

_MOST_WARNINGS = 3
_LARGE = 150
"""From this text size on, the choices of class and day take a line of their own."""


class PendingBar(QFrame):
    """Under the table while something is not saved: how much, what is odd, why, and the one save."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        space = theme.current().space
        self.count = Text("", "strong")
        self.odd = HintLine()
        self.reason = Field(self.tr("Reason"), LineEdit())
        self.save_button = PrimaryButton(self.tr("Save prices"), keys.SAVE)
        line = QHBoxLayout()
        line.setSpacing(space(16))
        line.addWidget(self.reason, 1)
        line.addWidget(self.save_button, 0, Qt.AlignmentFlag.AlignVCenter)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(space(9), space(6), space(9), 0)
        layout.setSpacing(space(4))
        layout.addWidget(self.count)
        layout.addWidget(self.odd)
        layout.addLayout(line)
        self.hide()

    def text(self) -> str:
        """The reason as typed."""
        editor = self.reason.editor
        return editor.text().strip() if isinstance(editor, LineEdit) else ""

    def clear(self) -> None:
        """No reason, no warning."""
        if isinstance(self.reason.editor, LineEdit):
            self.reason.editor.clear()
        self.reason.clear_problem()
        self.odd.say("")


class PricesScreen(Screen):
    """Nothing outside is needed: materials, classes and prices are all kept here."""

    LEAST_TABLE = 620
    CARD_WIDTH, FORM_WIDTH = 300, 424

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._shown_today = session.today()
        self._asked_to_discard = False
        self.prices = Prices(session.db, self._shown_today)
        self.header = ScreenHeader(self.tr("Prices today"))
        self.classes, self.day_edit = DropDown(), QDateEdit()
        self.table = PriceTable(self.prices)
        self.card = MaterialCard(self.prices)
        self.form, self.class_form = MaterialForm(session), ClassForm(session)
        self.bar = PendingBar()
        self._side = SideStack(self.CARD_WIDTH)
        for page in (self.card, self.form, self.class_form):
            self._side.addWidget(page)
        self._fill_header()
        self._lay_out()
        self._listen()
        self._read_classes()
        self._show_day()

    # --- from the window -----------------------------------------------------------------------------------

    def enter(self) -> None:
        form = self._open_form()
        if form is not None:
            form.walker.start()
            return
        today = self._session.today()
        day = max(today, self.prices.day) if self.prices.day != self._shown_today else today
        self._shown_today = today
        self.prices.load(day)
        self._read_classes()
        self._show_day()
        self.table.reload()
        self._show_pending()
        self.table.filter.setFocus()

    def unsaved(self) -> bool:
        form = self._open_form()
        return bool(self.prices.pending) or self.table.typing() or (form is not None and form.dirty())

    def save(self) -> None:
        form = self._open_form()
        if form is not None:
            form.save()
        elif self.table.finish() and self.prices.pending:
            if self.prices.warnings() and not self.bar.text():
                self.bar.reason.show_problem(self.tr("This needs a reason, see above."))
                return
            staff_id = self._session.desk.staff_id
            tasks.perform(self, lambda: self.prices.save(self.bar.text(), staff_id), self._saved, self._refused)

    def step_back(self) -> bool:
        form = self._open_form()
        if form is not None:
            form.step_back()
        elif self.prices.pending and not self._asked_to_discard:
            self._asked_to_discard = True
            self.bar.odd.say(
                self.tr("Not saved yet. Esc once more drops the prices typed, F10 saves them."), Tone.WARNING
            )
        elif self.prices.pending:
            self.prices.discard()
            self._edited()
            self.table.grid.setFocus()
        elif self.table.filter.text():
            self.table.filter.clear()
            self.table.filter.setFocus()
        elif not self.table.filter.hasFocus():
            self.table.filter.setFocus()
        else:
            return False
        return True

    def acts(self) -> Sequence[Act]:
        return (
            Act(self.tr("New material"), self._new_material, key=keys.NEW),
            Act(self.tr("Change this material"), self._change_material, key=keys.EDIT),
            Act(self.tr("Withdraw this price"), self.table.withdraw, key="Del"),
            Act(self.tr("Add a price for another condition"), self.card.go_to_conditions, key="Ins"),
            Act(self.tr("New price class"), self._new_class),
        )

    def hints(self) -> Sequence[KeyLine]:
        save, back = KeyLine(keys.SAVE, self.tr("save")), KeyLine(keys.BACK, self.tr("back"))
        if self._open_form() is not None:
            return (save, back)
        return (
            KeyLine(keys.HELP, self.tr("help")),
            KeyLine("Enter", self.tr("price")),
            KeyLine("Del", self.tr("withdraw")),
            KeyLine("Ins", self.tr("condition")),
            KeyLine(keys.EDIT, self.tr("material")),
            save,
            back,
        )

    def keys(self) -> Sequence[KeyLine]:
        return (
            KeyLine("Enter", self.tr("Type a price")),
            KeyLine("Del", self.tr("Withdraw this price")),
            KeyLine("Ins", self.tr("Add a price for another condition")),
        )

    # --- prices --------------------------------------------------------------------------------------------

    def _edited(self) -> None:
        self._asked_to_discard = False
        self.table.grid.viewport().update()
        self._show_pending()

    def _show_pending(self) -> None:
        count = len(self.prices.pending)
        self.bar.setVisible(count > 0)
        if not count:
            self.bar.clear()
            return
        words = self.tr("{count} prices not saved yet, from {day} on")
        self.bar.count.setText(words.format(count=count, day=short_day(self.prices.day)))
        odd = self.prices.warnings()
        lines = [self._worded(each) for each in odd[:_MOST_WARNINGS]]
        if len(odd) > _MOST_WARNINGS:
            lines.append(self.tr("… and {count} more.").format(count=len(odd) - _MOST_WARNINGS))
        self.bar.odd.say("\n".join(lines), Tone.WARNING)
        needed, free = self.tr("Reason (needed, see the warning)"), self.tr("Reason (if you like)")
        self.bar.reason.show_label(needed if odd else free)

    def _worded(self, warning: PriceWarning) -> str:
        material = self.prices.material(warning.key.material_id)
        name = f"{material.name}, {condition_words(warning.key.condition)}"
        now, other = format_rupiah(warning.rupiah), format_rupiah(warning.other_rupiah)
        if warning.kind == "jump":
            percent = abs(warning.rupiah - warning.other_rupiah) * 100 // warning.other_rupiah
            words = (
                self.tr("{name}: from {other} to {now}, {percent} % more.")
                if warning.rupiah > warning.other_rupiah
                else self.tr("{name}: from {other} to {now}, {percent} % less.")
            )
            return words.format(name=name, other=other, now=now, percent=percent)
        words = self.tr("{name}: bought at {now}, sold at {other} only.")
        return words.format(name=name, now=now, other=other)

    def _saved(self, count: int) -> None:
        self.table.reload()
        self._edited()
        self._show_row()
        self.table.grid.setFocus()
        words = self.tr("{count} prices saved, from {day} on.")
        notice.good(self, words.format(count=count, day=short_day(self.prices.day)))

    def _refused(self, error: UserError, sentence: str) -> None:
        if isinstance(error, ReasonMissing):
            self.bar.reason.show_problem(sentence)
        else:
            notice.problem(self, sentence)

    def _price_refused(self, sentence: str) -> None:
        if sentence:
            notice.problem(self, sentence)

    def _open_condition(self, condition: Condition) -> None:
        row = self.table.current_row()
        if row is not None:
            self.prices.open_condition(row.material.id, condition)
            self.table.reload()
            self.table.stand_on(row.material.id, condition)
            self.table.begin()

    def _show_row(self) -> None:
        row: PriceRow | None = self.table.current_row()
        self.card.show_row(row, self.table.side(), max(self.prices.day, self._session.today()))

    # --- class and day -------------------------------------------------------------------------------------

    def _class_chosen(self) -> None:
        self.prices.class_id = int(self.classes.code())
        self.table.reload()
        self._show_row()

    def _day_chosen(self, day: QDate) -> None:
        self.prices.load(day.toPython())  # type: ignore[arg-type]  # Qt's stub says object; it is a date
        self._show_day()
        self.table.reload()
        self._show_pending()

    def _show_day(self) -> None:
        day, today = self.prices.day, self._session.today()
        with QSignalBlocker(self.day_edit):
            self.day_edit.setMinimumDate(QDate(today.year, today.month, today.day))
            self.day_edit.setDate(QDate(day.year, day.month, day.day))
        self.header.show_title(self.tr("Prices today") if day == today else self.tr("Prices to come"))
        self.header.show_note(long_day(day))

    def _read_classes(self) -> None:
        with QSignalBlocker(self.classes):
            self.classes.clear()
            for each in class_list(self._session.db):
                self.classes.add(str(each.id), each.name)
            self.classes.choose(str(self.prices.class_id))

    # --- forms ---------------------------------------------------------------------------------------------

    def _open_form(self) -> MaterialForm | ClassForm | None:
        shown = self._side.currentWidget()
        return shown if isinstance(shown, MaterialForm | ClassForm) else None

    def _may_open(self) -> bool:
        """A form with typed work is never replaced by another."""
        form = self._open_form()
        if form is not None and form.dirty():
            form.remind()
            return False
        return self.table.finish()

    def _new_material(self) -> None:
        if self._may_open():
            self.form.start_new()
            self._show_form(self.form)

    def _change_material(self) -> None:
        row = self.table.current_row()
        if row is not None and self._may_open():
            self.form.start_change(row.material)
            self._show_form(self.form)

    def _new_class(self) -> None:
        if self._may_open():
            self.class_form.start()
            self._show_form(self.class_form)

    def _show_form(self, form: MaterialForm | ClassForm) -> None:
        self._side.show_page(form, self.FORM_WIDTH)
        form.walker.start()
        self.hints_changed.emit()

    def _close_form(self) -> None:
        self._side.show_page(self.card, self.CARD_WIDTH)
        self.table.grid.setFocus()
        self.hints_changed.emit()

    def _material_saved(self, material_id: int) -> None:
        self.prices.load(self.prices.day)
        saved: Material = self.prices.material(material_id)
        self.table.reload()
        self._close_form()
        if not any(row.material.id == material_id for row in self.table.model.rows()):
            self.table.filter.setText(saved.code)
        self.table.stand_on(material_id, Condition.CLEAN)
        self._show_row()
        notice.good(self, self.tr("Saved: {code} {name}.").format(code=saved.code, name=saved.name))

    def _class_saved(self, class_id: int) -> None:
        self._read_classes()
        self._close_form()
        self.classes.choose(str(class_id))

    # --- building ------------------------------------------------------------------------------------------

    def _fill_header(self) -> None:
        self.classes.setAccessibleName(self.tr("Price class"))
        self.day_edit.setAccessibleName(self.tr("Prices hold from"))
        self.day_edit.setDisplayFormat("dd/MM/yyyy")
        self.day_edit.lineEdit().setTextMargins(theme.current().space(8), 0, 0, 0)
        new_class = QuietButton(self.tr("Class"), icon="plus")
        new_class.clicked.connect(self._new_class)
        new = SecondaryButton(self.tr("New material"), keys.NEW)
        new.clicked.connect(self._new_material)
        choices = (self.classes, new_class, Text(self.tr("from"), "muted"), self.day_edit)
        self.body.addWidget(self.header)
        if theme.current().scale_percent < _LARGE:
            for widget in choices:
                self.header.add(widget)
        else:
            line = QHBoxLayout()
            for widget in choices:
                line.addWidget(widget)
            line.addStretch(1)
            self.body.addLayout(line)
        self.header.add(new)

    def _lay_out(self) -> None:
        space = theme.current().space
        sheet = Card()
        sheet.setMinimumWidth(space(self.LEAST_TABLE))
        sheet.body.setContentsMargins(space(9), space(12), space(9), space(9))
        sheet.body.addWidget(self.table, 1)
        sheet.body.addWidget(self.bar)
        self.table.grid.setMinimumHeight(theme.current().px(280))
        self.body.addWidget(Columns(sheet, self._side), 1)

    def _listen(self) -> None:
        self.table.edited.connect(self._edited)
        self.table.refused.connect(self._price_refused)
        self.table.condition_wanted.connect(self.card.go_to_conditions)
        self.table.current_changed.connect(lambda _row: self._show_row())
        self.table.grid.selectionModel().currentChanged.connect(lambda _now, _before: self._show_row())
        self.card.condition_chosen.connect(self._open_condition)
        self.card.change_wanted.connect(self._change_material)
        self.bar.save_button.clicked.connect(self.save)
        self.classes.currentIndexChanged.connect(self._class_chosen)
        self.day_edit.dateChanged.connect(self._day_chosen)
        self.form.saved.connect(self._material_saved)
        self.form.closed.connect(self._close_form)
        self.class_form.saved.connect(self._class_saved)
        self.class_form.closed.connect(self._close_form)
        for key, act in ((keys.NEW, self._new_material), (keys.EDIT, self._change_material)):
            shortcut = QShortcut(QKeySequence(key), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(act)
