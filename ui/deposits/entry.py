"""The line being weighed in: material, weight, and on request tare and deduction."""

from __future__ import annotations

from collections.abc import Sequence
from typing import cast

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from daurulang.deposits.service import LineDraft
from daurulang.errors import BadNumber, LineRefused, UserError
from daurulang.materials.queries import PriceBoard
from daurulang.quantities import Condition, Unit, format_quantity, format_rupiah
from ui import theme
from ui.deposits.finder import MaterialFinder, Offer
from ui.deposits.presenter import DepositForm, ShownLine
from ui.deposits.typed import TypedLine
from ui.icons import Icon
from ui.widgets.button import QuietButton, SecondaryButton
from ui.widgets.card import Tone
from ui.widgets.field import Field, HintLine, LineEdit
from ui.widgets.form import FormWalker, focus_and_select
from ui.widgets.line_start import LineStartEdit
from ui.widgets.numbers import QuantityEdit
from ui.widgets.suggest import Suggestion
from ui.words import condition_word


def offer_title(offer: Offer) -> str:
    """The material, with its condition where there are several to tell apart."""
    name = offer.material.name
    return f"{name}  ·  {condition_word(offer.condition)}" if offer.several else name


class MaterialEdit(LineStartEdit[Offer]):
    """Finds materials in memory. Enter in the empty field goes on to the payment, Up in it to the lines."""

    def __init__(self, form: DepositForm, parent: QWidget | None = None) -> None:
        super().__init__(self._find, self._suggestion, required=False, parent=parent)
        self._finder = MaterialFinder(form.prices.board, form.member_class_id, condition_word)
        self.setPlaceholderText(self.tr("Material: name or code"))
        self.setAccessibleName(self.tr("Material"))

    def search_in(self, board: PriceBoard, member_class_id: int) -> None:
        """Search other prices, or those of another class."""
        self._finder = MaterialFinder(board, member_class_id, condition_word)

    def _find(self, text: str) -> Sequence[Offer]:
        return self._finder.find(text)

    def _suggestion(self, offer: Offer) -> Suggestion:
        detail = ",  ".join((offer.material.code, *offer.material.aliases[:3]))
        figure = self.tr("no price today")
        if offer.price_rupiah is not None:
            figure = f"{format_rupiah(offer.price_rupiah)}/{offer.material.unit}"
        return Suggestion(offer_title(offer), detail, figure, offer.material.icon)


class EntryRow(QWidget):
    """Enter walks material → weight and adds the line; Tab in the weight opens tare and deduction.

    `entered(LineDraft, Offer)` hands over a line that can be read; the screen answers by `clear` or `refuse`.
    """

    entered = Signal(object, object)
    edited = Signal()
    """Something was typed."""

    def __init__(self, form: DepositForm, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._form = form
        self.position: int | None = None
        self._icon = Icon("package", "muted", 20)
        self.material = MaterialEdit(form)
        self.gross = QuantityEdit(required=True)
        self.tare, self.deduction, self.reason = QuantityEdit(), QuantityEdit(), LineEdit()
        self._more = QuietButton(self.tr("Tare, deduction"), "Tab")
        self._add = SecondaryButton(self.tr("Add"), "Enter")
        self._line = HintLine()
        self._extras = QWidget()
        self._fields: dict[QLineEdit, Field] = {
            self.tare: Field(self.tr("Tare"), self.tare),
            self.deduction: Field(self.tr("Deduction"), self.deduction),
            self.reason: Field(self.tr("Reason for the deduction"), self.reason),
        }
        self._lay_out()
        self._connect()
        self.clear()

    # --- what the screen does with it ----------------------------------------------------------------------

    def start(self) -> None:
        """Put the focus where the next line begins."""
        focus_and_select(self.material)

    def clear(self) -> None:
        """Empty for the next line."""
        self.position = None
        self.material.set_value(None)
        for edit in (self.gross, *self._fields):
            edit.clear()
            edit.setPlaceholderText("")
        self.gross.setPlaceholderText(self.tr("weight"))
        self._clear_problems()
        self._extras.hide()
        self._add.setText(self.tr("Add"))
        self._show_icon()
        self._explain()

    def make_room(self, position: int) -> None:
        """A line was put back there: one behind it that is being corrected stands a place further."""
        if self.position is not None and position <= self.position:
            self.position += 1

    def load(self, line: ShownLine) -> None:
        """Take a line of the list back for a correction."""
        self.clear()
        self.position = line.position
        self.material.set_value(line.offer)
        self._set_unit(line.offer.material.unit)
        self.gross.set_value(line.draft.gross)
        self.tare.set_value(line.draft.tare or None)
        self.deduction.set_value(line.draft.deduction or None)
        self.reason.setText(line.draft.deduction_reason)
        self._loaded()

    def typed(self) -> TypedLine:
        """Everything in it, read or not."""
        offer = self.material.value()
        texts = [edit.text() for edit in (self.material, self.gross, *self._fields)]
        if offer is None:
            return TypedLine(self.position, None, Condition.CLEAN, *texts)
        return TypedLine(self.position, offer.material.id, offer.condition, *texts)

    def retype(self, typed: TypedLine, offer: Offer | None) -> None:
        """Stand as it stood when it was `typed`; `offer` is the material chosen then, None where there is none."""
        self.clear()
        if typed == TypedLine():
            self.start()
            return
        self.position = typed.position
        if offer is None:
            self.material.setText(typed.material)
        else:
            self.material.set_value(offer)
            self._set_unit(offer.material.unit)
        texts = (typed.gross, typed.tare, typed.deduction, typed.reason)
        for edit, text in zip((self.gross, *self._fields), texts, strict=True):
            edit.setText(text)
        self._loaded()

    def _loaded(self) -> None:
        self._extras.setVisible(any(edit.text() for edit in self._fields))
        self.reason.setEnabled(bool(self.deduction.text().strip()))
        self._add.setText(self.tr("Add") if self.position is None else self.tr("Change"))
        self._show_icon()
        self._explain()
        focus_and_select(self.material if self.material.value() is None else self.gross)

    def is_empty(self) -> bool:
        """Whether nothing was typed into it."""
        return not any(edit.text().strip() for edit in (self.material, self.gross, *self._fields))

    def submit(self) -> bool:
        """Hand the line over as Enter in the last field does; False while something is missing."""
        for edit in (self.material, self.gross, self.tare, self.deduction):
            if not edit.accept_entry():
                focus_and_select(edit)
                return False
        line, offer = self._read(), self.material.value()
        if line is None or offer is None:
            self._show_problem(self.material, self.tr("Choose a material first."))
            return False
        self.entered.emit(line, offer)
        return self.is_empty()

    def refuse(self, error: UserError, sentence: str) -> None:
        """Say what is wrong at the editor it belongs to."""
        editor: QLineEdit = self.material
        match error:
            case BadNumber() | LineRefused(reason="too_heavy" | "negative"):
                editor = self.gross
            case LineRefused(reason="tare_too_large"):
                self._extras.show()
                editor = self.tare
            case LineRefused(reason="reason_missing"):
                self._extras.show()
                editor = self.reason
        self._show_problem(editor, sentence)

    def message(self) -> str:
        """The words under the row."""
        return self._line.text()

    def say(self, sentence: str, tone: Tone = Tone.WARNING) -> None:
        """Say something under the row until the next key; what is typed and where stays as it is."""
        self._line.say(sentence, tone)

    def add_act(self, button: QWidget) -> None:
        """Put one more button beside those under the row."""
        self._below.insertWidget(1, button)

    def take_weight(self, grams: int) -> None:
        """A weight that was not typed stands there as if it was, and the next digit replaces it."""
        self.gross.set_value(grams)
        self._changed()
        self.gross.selectAll()

    def type_on(self, text: str) -> None:
        """A key pressed elsewhere begins the next line."""
        self.start()
        if text:
            self.material.clear()
            self.material.insert(text)
            self.material.textEdited.emit(text)

    # --- inside ---------------------------------------------------------------------------------------------

    def _read(self) -> LineDraft | None:
        """The line as typed; None while it cannot be read."""
        offer = self.material.value()
        try:
            gross, tare, deduction = self.gross.value(), self.tare.value() or 0, self.deduction.value() or 0
        except BadNumber:
            return None
        if offer is None or gross is None:
            return None
        reason = self.reason.text().strip() if deduction else ""
        return LineDraft(offer.material.id, gross, offer.condition, tare, deduction, reason)

    def _explain(self) -> None:
        """How the row is understood: the weight, the price of the day, and yesterday's where it was another."""
        offer, line = self.material.value(), self._read()
        if offer is None:
            self._line.say(self.tr("Enter in the empty field goes on to the payment."))
            return
        unit, price = offer.material.unit, offer.price_rupiah
        if price is None:
            self._line.say(self.tr("no price today"), Tone.WARNING)
            return
        if line is not None and line.net > 0:
            worth = self._form.amount_rupiah(line, offer.material, price)
            text = f"{format_quantity(line.net, unit)} × {format_rupiah(price)} = {format_rupiah(worth)}"
        else:
            text = f"{format_rupiah(price)}/{unit}"
        before = offer.before_rupiah
        if before is not None and before != price:
            was = self.tr("yesterday {price}").format(price=format_rupiah(before))
            text += f"  ·  {was} {'▲' if price > before else '▼'}"
        self._line.say(text, Tone.GOOD)

    def _chosen(self, offer: Offer) -> None:
        self._set_unit(offer.material.unit)
        self._show_icon()
        self._explain()
        self._walker.next()

    def _set_unit(self, unit: Unit) -> None:
        for edit in (self.gross, self.tare, self.deduction):
            edit.set_unit(unit)
            edit.setPlaceholderText(unit.value)

    def _show_icon(self) -> None:
        offer = self.material.value()
        if offer is None:
            self._icon.show_icon("package", "edge")
        else:
            self._icon.show_icon(offer.material.icon, "accent_text")

    def _changed(self) -> None:
        self._clear_problems()
        self.reason.setEnabled(bool(self.deduction.text().strip()))
        if self.material.value() is None:
            self._show_icon()
        self._explain()
        self.edited.emit()

    def _open_extras(self) -> None:
        self._extras.show()
        focus_and_select(self.tare)

    def _show_problem(self, editor: QLineEdit, sentence: str) -> None:
        """In the one wide line under the row: the fields below are too narrow for a sentence."""
        self._mark(editor, problem=True)
        self._line.say(sentence, Tone.PROBLEM)
        focus_and_select(editor)

    def _clear_problems(self) -> None:
        for field in self._fields.values():
            field.clear_problem()
        for editor in (self.material, self.gross, *self._fields):
            self._mark(editor, problem=False)

    @staticmethod
    def _mark(editor: QLineEdit, *, problem: bool) -> None:
        if bool(editor.property("problem")) != problem:
            editor.setProperty("problem", problem)
            theme.restyle(editor)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Tab in the weight opens what is below it."""
        if (
            watched is self.gross
            and event.type() == QEvent.Type.KeyPress
            and cast("QKeyEvent", event).key() == Qt.Key.Key_Tab
        ):
            self._open_extras()
            return True
        return False

    def _connect(self) -> None:
        self._walker = FormWalker([self.material, self.gross, self.tare, self.deduction, self.reason], self)
        self._walker.finished.connect(self.submit)
        self.material.chosen.connect(self._chosen)
        for edit in (self.material, self.gross, self.tare, self.deduction, self.reason):
            edit.textEdited.connect(self._changed)
        self.gross.installEventFilter(self)
        self.gross.textChanged.connect(lambda _text: self._explain())
        for edit in (self.material, self.gross):
            edit.refused.connect(lambda sentence, edit=edit: self._show_problem(edit, sentence))
        self._more.clicked.connect(self._open_extras)
        self._add.clicked.connect(self.submit)

    def _lay_out(self) -> None:
        space, px = theme.current().space, theme.current().px
        self.gross.setAccessibleName(self.tr("Gross weight"))
        self.gross.setFixedWidth(px(104))
        for button in (self._more, self._add):
            button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.material.setMinimumWidth(px(110))
        row = QHBoxLayout()
        row.setSpacing(space(8))
        row.addWidget(self._icon)
        row.addWidget(self.material, 1)
        row.addWidget(self.gross)
        row.addWidget(self._add)
        self._below = QHBoxLayout()
        self._below.setSpacing(space(8))
        self._below.addWidget(self._line, 1)
        self._below.addWidget(self._more)
        extras = QHBoxLayout(self._extras)
        extras.setContentsMargins(0, 0, 0, 0)
        extras.setSpacing(space(8))
        for edit, stretch in ((self.tare, 2), (self.deduction, 2), (self.reason, 5)):
            edit.setMinimumWidth(px(70))
            extras.addWidget(self._fields[edit], stretch, Qt.AlignmentFlag.AlignTop)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(space(4))
        layout.addLayout(row)
        layout.addLayout(self._below)
        layout.addWidget(self._extras)
