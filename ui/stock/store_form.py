"""Opening a store, or calling one by another name and laying it aside, beside the list of the stock."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from daurulang.stock import service
from daurulang.stock.queries import Store
from daurulang.stock.service import LONGEST_NAME
from ui import tasks
from ui.session import Session
from ui.widgets.entry_form import EntryForm
from ui.widgets.field import DropDown, Field, LineEdit

_USED, _ASIDE = "used", "aside"


class StoreForm(EntryForm):
    """Enter walks, F10 saves; `saved` has the place of the store."""

    ROWS = ((("name", 1),), (("state", 1),))

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._store: Store | None = None

    def begin(self, store: Store | None) -> None:
        """Change a store, or open another one."""
        self._store = store
        self._title.setText(self.tr("Change a store") if store is not None else self.tr("New store"))
        self.name.setText("" if store is None else store.name)
        self.state.choose(_USED if store is None or store.active else _ASIDE)
        self.fields["state"].setVisible(store is not None)
        self._clear_problems()
        self._touched()
        self.walker.start()

    def dirty(self) -> bool:
        before = ("", True) if self._store is None else (self._store.name, self._store.active)
        return (self.name.text().strip(), self.state.code() == _USED) != before

    def save(self) -> None:
        self._clear_problems()
        if not self.name.accept_entry():
            return
        db, store, name, active = self._session.db, self._store, self.name.text(), self.state.code() == _USED

        def save() -> int:
            if store is None:
                return service.add_store(db, name)
            service.change_store(db, store.place_id, name, active=active)
            return store.place_id

        tasks.perform(self, save, self.saved.emit, self._refused)

    def _make_fields(self) -> dict[str, Field]:
        self.name, self.state = LineEdit(required=True), DropDown()
        self.name.setMaxLength(LONGEST_NAME)
        self.name.textEdited.connect(lambda _text: self._touched())
        self.state.add(_USED, self.tr("In use"))
        self.state.add(_ASIDE, self.tr("Laid aside"))
        return {
            "name": Field(self.tr("Name"), self.name, self.tr("A place of your own where goods lie.")),
            "state": Field(self.tr("State"), self.state),
        }
