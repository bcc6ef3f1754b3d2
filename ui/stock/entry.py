"""The row in which a line of a load, a batch, a sale or of the landfill is typed."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from daurulang.errors import UserError
from daurulang.quantities import Unit, format_quantity
from ui import theme
from ui.icons import Icon
from ui.stock.form import Goods
from ui.stock.goods import GoodsEdit, goods_title
from ui.stock.typed import TypedRow
from ui.widgets.button import ChoiceBar, SecondaryButton
from ui.widgets.card import Tone
from ui.widgets.field import HintLine, LineEdit
from ui.widgets.form import FormWalker, focus_and_select
from ui.widgets.numbers import NumberEdit, PiecesEdit, QuantityEdit
from ui.widgets.suggest import Suggestion


class PlantGoodsEdit(GoodsEdit):
    """Finds goods by name, code and condition; those that lie in the store say how much is left of them."""

    def __init__(self, left: Callable[[Goods], int] | None, parent: QWidget | None = None) -> None:
        """`left` answers how much is left for one more line; None for goods that are still to come."""
        self._still_to_come = left is None
        super().__init__(left or (lambda _goods: 0), parent)

    def come(self, *, still_to_come: bool) -> None:
        """Whether the goods are still to come, or lie in the store."""
        self._still_to_come = still_to_come

    def _suggestion(self, goods: Goods) -> Suggestion:
        good = goods.material
        left = "" if self._still_to_come else format_quantity(max(0, self._left(goods)), good.unit)
        return Suggestion(goods_title(goods), ",  ".join((good.code, *good.aliases[:3])), left, good.icon)


class CubicEdit(QuantityEdit):
    """Cubic metres to litres: "1,5" is 1500 litres, read back as "1,50 m³"."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(Unit.LITRE, required=True, parent=parent)

    def _read_back(self, value: int) -> str:
        return super()._read_back(value).replace(Unit.LITRE.value, "m³")


class DensityEdit(PiecesEdit):
    """Kilograms of a cubic metre, which are grams of a litre."""

    def _read_back(self, value: int) -> str:
        return f"{self._typed(value)} kg/m³"


class GoodsEntry(QWidget):
    """Enter walks from the goods through the numbers and adds the line.

    `entered(line)` hands over a line that can be read; the screen answers by `clear` or `refuse`. A row of its own has
    its `editors`, and says how a line is read, explained and taken back.
    """

    entered = Signal(object)
    edited = Signal()
    """Something was typed."""

    def __init__(
        self, goods: GoodsEdit, editors: Sequence[NumberEdit | LineEdit], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.position: int | None = None
        self.goods = goods
        self.editors = editors
        self._way: ChoiceBar | None = None
        self._icon = Icon("package", "muted", 20)
        self._add = SecondaryButton(self.tr("Add"), "Enter")
        self._line = HintLine()
        self._row, self._column = QHBoxLayout(), QVBoxLayout(self)
        self._lay_out()
        self._walker = FormWalker([goods, *editors], self)
        self._walker.finished.connect(self.submit)
        self.goods.chosen.connect(self._chosen)
        goods.textEdited.connect(self._changed)
        goods.refused.connect(lambda sentence: self.show_problem(goods, sentence))
        for edit in editors:
            edit.textEdited.connect(self._changed)
            edit.refused.connect(lambda sentence, edit=edit: self.show_problem(edit, sentence))
        self._add.clicked.connect(self.submit)

    # --- what a row of its own answers ---------------------------------------------------------------------

    def read(self) -> object | None:
        """The line as typed; None while it cannot be read."""
        raise NotImplementedError

    def explain(self) -> None:
        """Say how the row is understood."""
        raise NotImplementedError

    def prepare(self, goods: Goods) -> None:
        """Goods were chosen: units, proposals, which numbers are asked for."""
        raise NotImplementedError

    def editor_of(self, error: UserError) -> QLineEdit:
        """Where a refusal belongs."""
        raise NotImplementedError

    # --- what the screen does with it ----------------------------------------------------------------------

    def start(self) -> None:
        """Put the focus where the next line begins."""
        focus_and_select(self.goods)

    def clear(self) -> None:
        """Empty for the next line."""
        self.position = None
        self.goods.set_value(None)
        for edit in self.editors:
            edit.clear()
        self._clear_problems()
        self._add.setText(self.tr("Add"))
        self._show_icon()
        self.explain()

    def take_back(self, position: int | None, goods: Goods) -> None:
        """Begin to correct a line; its numbers follow."""
        self.clear()
        self.position = position
        self.goods.set_value(goods)
        self.prepare(goods)
        if position is not None:
            self._add.setText(self.tr("Change"))
        self._show_icon()

    def make_room(self, position: int) -> None:
        """A line was put back there: one behind it that is being corrected stands a place further."""
        if self.position is not None and position <= self.position:
            self.position += 1

    def taken_back(self) -> None:
        """The numbers stand there: go on with the first of them."""
        self.explain()
        focus_and_select(next(edit for edit in self.editors if not edit.isHidden()))

    def is_empty(self) -> bool:
        """Whether nothing was typed into it."""
        return not any(edit.text().strip() for edit in (self.goods, *self._shown()))

    def submit(self) -> bool:
        """Hand the line over as Enter in the last field does; False while something is missing."""
        if not self.goods.accept_entry():
            focus_and_select(self.goods)
            return False
        for edit in self._shown():
            if not edit.accept_entry():
                focus_and_select(edit)
                return False
        line = self.read()
        if line is None:
            self.show_problem(self.goods, self.tr("Choose a material first."))
            return False
        self.entered.emit(line)
        return self.is_empty()

    def refuse(self, error: UserError, sentence: str) -> None:
        """Say what is wrong at the editor it belongs to."""
        self.show_problem(self.editor_of(error), sentence)

    def message(self) -> str:
        """The words under the row."""
        return self._line.text()

    def say(self, words: str, tone: Tone = Tone.PLAIN) -> None:
        """How the row is understood, or what is wrong with it."""
        self._line.say(words, tone)

    def typed(self) -> TypedRow:
        """The row as it stands."""
        way = "" if self._way is None else self._way.value()
        numbers = tuple(edit.text() for edit in self.editors)
        return TypedRow(self.goods.value(), self.goods.text(), numbers, way, self.position)

    def retype(self, row: TypedRow) -> None:
        """Let the row stand as it was typed before."""
        self.clear()
        if self._way is not None and row.way:
            self._way.choose(row.way)
        if row.goods is not None:
            self.take_back(row.position, row.goods)
        else:
            self.goods.setText(row.text)
        for edit, text in zip(self.editors, row.numbers, strict=False):
            edit.setText(text)
        self.explain()

    def type_on(self, text: str) -> None:
        """A key pressed elsewhere begins the next line."""
        self.start()
        if text:
            self.goods.clear()
            self.goods.insert(text)
            self.goods.textEdited.emit(text)

    def show_problem(self, editor: QLineEdit, sentence: str) -> None:
        """In the one wide line under the row: the fields are too narrow for a sentence."""
        _mark(editor, problem=True)
        self._line.say(sentence, Tone.PROBLEM)
        focus_and_select(editor)

    # --- inside --------------------------------------------------------------------------------------------

    def add_above(self, way: ChoiceBar) -> None:
        """Put a choice above the row, which it is about."""
        self._way = way
        line = QHBoxLayout()
        line.addWidget(way)
        line.addStretch(1)
        self._column.insertLayout(0, line)

    def _shown(self) -> list[NumberEdit | LineEdit]:
        return [edit for edit in self.editors if not edit.isHidden()]

    def _chosen(self, goods: Goods) -> None:
        self.prepare(goods)
        self._show_icon()
        self.explain()
        self._walker.next()

    def _changed(self) -> None:
        self._clear_problems()
        if self.goods.value() is None:
            self._show_icon()
        self.explain()
        self.edited.emit()

    def _show_icon(self) -> None:
        goods = self.goods.value()
        if goods is None:
            self._icon.show_icon("package", "edge")
        else:
            self._icon.show_icon(goods.material.icon, "accent_text")

    def _clear_problems(self) -> None:
        for editor in (self.goods, *self.editors):
            _mark(editor, problem=False)

    def _lay_out(self) -> None:
        px = theme.current().px
        for edit in self.editors:
            edit.setMinimumWidth(px(78))
            edit.setMaximumWidth(px(104))
        self._put_together(self.editors)
        self._column.addWidget(self._line)

    def _put_together(self, editors: Sequence[QWidget]) -> None:
        """The goods and some editors in one row."""
        space, px = theme.current().space, theme.current().px
        self._add.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.goods.setMinimumWidth(px(110))
        self._row.setSpacing(space(8))
        self._row.addWidget(self._icon)
        self._row.addWidget(self.goods, 1)
        for widget in (*editors, self._add):
            self._row.addWidget(widget)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(space(4))
        self._column.addLayout(self._row)


def _mark(editor: QLineEdit, *, problem: bool) -> None:
    if bool(editor.property("problem")) != problem:
        editor.setProperty("problem", problem)
        theme.restyle(editor)
