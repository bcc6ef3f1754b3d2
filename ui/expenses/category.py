"""Choosing what is spent for, and the form that adds a category, calls it by another name or lays it aside."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from daurulang.expenses import service
from daurulang.expenses.queries import Category
from daurulang.members.words import words_of
from daurulang.names import LONGEST_NAME
from ui import tasks
from ui.session import Session
from ui.widgets.entry_form import EntryForm
from ui.widgets.field import DropDown, Field, LineEdit
from ui.widgets.suggest import SuggestEdit, Suggestion

_USED, _UNUSED = "used", "unused"


class CategoryEdit(SuggestEdit[Category]):
    """Finds categories in memory; Enter on a name that none has asks to add it."""

    unknown = Signal(str)
    """What was typed, when Enter finds nothing."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(
            self._find,
            lambda each: Suggestion(each.name, icon="tag"),
            nothing=self.tr("There is no such category. Enter adds it."),
            parent=parent,
        )
        self._known: Sequence[Category] = ()
        self.setPlaceholderText(self.tr("Fuel, wages, electricity …"))

    def search_in(self, known: Sequence[Category]) -> None:
        """Find these, but those that are laid aside."""
        self._known = [each for each in known if each.active]

    def accept_entry(self) -> bool:
        """Choose, or hand over what was typed when there is no such category."""
        text = self.text().strip()
        if text and self.value() is None and not self._find(text):
            self.close_popup()
            self.unknown.emit(text)
            return False
        return super().accept_entry()

    def _find(self, text: str) -> Sequence[Category]:
        typed = words_of(text)
        return [
            each
            for each in self._known
            if all(any(word.startswith(part) for word in words_of(each.name)) for part in typed)
        ]


class CategoryForm(EntryForm):
    """Enter walks, F10 saves; `saved` has the id of the category."""

    ROWS = ((("name", 1),), (("state", 1),))

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._category: Category | None = None
        self._before: tuple[str, bool] = ("", True)

    def begin(self, category: Category | None, name: str = "") -> None:
        """Change a category, or add one whose name was typed already."""
        self._category = category
        self._title.setText(self.tr("Change a category") if category is not None else self.tr("New category"))
        self.name.setText(name if category is None else category.name)
        self.state.choose(_USED if category is None or category.active else _UNUSED)
        self.fields["state"].setVisible(category is not None)
        self._clear_problems()
        self._touched()
        self._before = ("", True) if category is None else self._typed()
        self.walker.start()

    def dirty(self) -> bool:
        return self._typed() != self._before

    def save(self) -> None:
        self._clear_problems()
        if not self.name.accept_entry():
            return
        db, category, (name, active) = self._session.db, self._category, self._typed()

        def save() -> int:
            if category is None:
                return service.add_category(db, name)
            service.change_category(db, category.id, name, active=active)
            return category.id

        tasks.perform(self, save, self.saved.emit, self._refused)

    def _typed(self) -> tuple[str, bool]:
        return self.name.text(), self.state.code() == _USED

    def _make_fields(self) -> dict[str, Field]:
        self.name, self.state = LineEdit(required=True), DropDown()
        self.name.setMaxLength(LONGEST_NAME)
        self.name.textEdited.connect(lambda _text: self._touched())
        self.state.add(_USED, self.tr("In use"))
        self.state.add(_UNUSED, self.tr("Laid aside"))
        return {
            "name": Field(self.tr("Name"), self.name),
            "state": Field(self.tr("State"), self.state, self.tr("What was spent under it stays where it is.")),
        }
