"""Noting a buyer, or changing what is noted, beside the form of a sale."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from daurulang.buyers import service
from daurulang.buyers.model import BuyerKind
from daurulang.buyers.queries import Buyer
from daurulang.buyers.service import LONGEST_PHONE, BuyerDraft
from daurulang.names import LONGEST_NAME, LONGEST_NOTE
from ui import tasks
from ui.buyers.words import buyer_kind_word
from ui.session import Session
from ui.widgets.entry_form import EntryForm
from ui.widgets.field import DropDown, Field, LineEdit

_USED, _UNUSED = "used", "unused"


class BuyerForm(EntryForm):
    """Enter walks, F10 saves; `saved` has the id of the buyer."""

    ROWS = ((("name", 1),), (("kind", 1), ("phone", 1)), (("address", 1),), (("state", 1),))

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._buyer: Buyer | None = None
        self._before: tuple[object, ...] = ()

    def begin(self, buyer: Buyer | None, name: str = "") -> None:
        """Change a buyer, or note a new one whose name was typed already."""
        self._buyer = buyer
        self._title.setText(self.tr("Change a buyer") if buyer is not None else self.tr("New buyer"))
        self.name.setText(name if buyer is None else buyer.name)
        self.kind.choose((BuyerKind.COLLECTOR if buyer is None else buyer.kind).value)
        self.phone.setText("" if buyer is None else buyer.phone)
        self.address.setText("" if buyer is None else buyer.address)
        self.state.choose(_USED if buyer is None or buyer.active else _UNUSED)
        self.fields["state"].setVisible(buyer is not None)
        self._clear_problems()
        self._touched()
        self._before = (BuyerDraft(""), True) if buyer is None else self._typed()
        self.walker.start()

    def dirty(self) -> bool:
        return self._typed() != self._before

    def save(self) -> None:
        self._clear_problems()
        if not self.name.accept_entry():
            return
        db, buyer, (draft, active) = self._session.db, self._buyer, self._typed()

        def save() -> int:
            if buyer is None:
                return service.add(db, draft)
            service.change(db, buyer.id, draft, active=active)
            return buyer.id

        tasks.perform(self, save, self.saved.emit, self._refused)

    def _typed(self) -> tuple[BuyerDraft, bool]:
        draft = BuyerDraft(self.name.text(), BuyerKind(self.kind.code()), self.phone.text(), self.address.text())
        return draft, self.state.code() == _USED

    def _make_fields(self) -> dict[str, Field]:
        self.name, self.phone, self.address = LineEdit(required=True), LineEdit(), LineEdit()
        self.kind, self.state = DropDown(), DropDown()
        for kind in BuyerKind:
            self.kind.add(kind.value, buyer_kind_word(kind))
        self.state.add(_USED, self.tr("In use"))
        self.state.add(_UNUSED, self.tr("No longer sold to"))
        for edit, most in ((self.name, LONGEST_NAME), (self.phone, LONGEST_PHONE), (self.address, LONGEST_NOTE)):
            edit.setMaxLength(most)
            edit.textEdited.connect(lambda _text: self._touched())
        return {
            "name": Field(self.tr("Name"), self.name),
            "kind": Field(self.tr("Kind"), self.kind),
            "phone": Field(self.tr("Phone"), self.phone),
            "address": Field(self.tr("Address"), self.address, self.tr("It stands on the invoice.")),
            "state": Field(self.tr("State"), self.state),
        }
