"""Choosing the buyer of a sale, with the form that notes or changes one beside it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QWidget

from daurulang.buyers.queries import Buyer, buyers
from daurulang.sales.receivables import owed_rupiah
from ui import tasks
from ui.buyers.box import BuyerBox
from ui.buyers.form import BuyerForm
from ui.session import Session
from ui.widgets.pages import Pages


class BuyerDesk(QObject):
    """Holds the box above the lines and the form that takes the place of what stands beside them."""

    taken = Signal(object)
    """The buyer chosen, noted or changed; None where it is no longer sold to."""

    left = Signal()
    """The form is closed, and nothing is another."""

    def __init__(self, session: Session, beside: QWidget, screen: QWidget) -> None:
        """`beside` is what the form stands in for."""
        super().__init__(screen)
        self._session = session
        self._screen = screen
        self._beside = beside
        self.box = BuyerBox()
        self.form = BuyerForm(session)
        self.side = Pages()
        self.side.addWidget(beside)
        self.side.addWidget(self.form)
        self.box.chosen.connect(self._take)
        self.box.new_buyer_wanted.connect(self.note)
        self.form.saved.connect(self._noted)
        self.form.closed.connect(self._close)

    def read(self) -> None:
        """Find those who buy now."""
        db = self._session.db
        tasks.aside(self._screen, lambda: buyers(db), self.box.edit.search_in)

    def start(self) -> None:
        """Go on where typing begins: in the form, or in the field of the buyer."""
        if self.noting():
            self.form.walker.start()
        elif self.box.buyer() is None:
            self.box.edit.setFocus(Qt.FocusReason.OtherFocusReason)

    def noting(self) -> bool:
        """Whether a buyer is being noted or changed."""
        return self.side.currentWidget() is self.form

    def take(self, buyer_id: int | None) -> None:
        """Go on with a buyer of before, where it is still sold to."""
        found = next((each for each in self.box.edit.known() if each.id == buyer_id), None)
        if found is not None:
            self._take(found)

    def note(self, name: str = "") -> None:
        """Note a new buyer, whose name may be typed already."""
        self._open(None, name)

    def change(self) -> None:
        """Change what is noted of the buyer in sight."""
        if self.box.buyer() is not None:
            self._open(self.box.buyer())

    def _open(self, buyer: Buyer | None, name: str = "") -> None:
        if not self.noting():
            self.side.setCurrentWidget(self.form)
            self.form.begin(buyer, name)

    def _close(self) -> None:
        self.side.setCurrentWidget(self._beside)
        self.left.emit()

    def _noted(self, buyer_id: int) -> None:
        self.side.setCurrentWidget(self._beside)

        def take(known: Sequence[Buyer]) -> None:
            self.box.edit.search_in(known)
            noted = next(each for each in known if each.id == buyer_id)
            if noted.active:
                self._take(noted)
            else:
                self.box.start()
                self.taken.emit(None)

        tasks.perform(self._screen, lambda: buyers(self._session.db), take)

    def _take(self, buyer: Buyer) -> None:
        self.box.show_buyer(buyer)
        db = self._session.db
        tasks.aside(self._screen, lambda: (buyer.id, owed_rupiah(db, buyer.id)), self._show_owed)
        self.taken.emit(buyer)

    def _show_owed(self, owed: tuple[int, int]) -> None:
        buyer = self.box.buyer()
        if buyer is not None and buyer.id == owed[0]:
            self.box.show_owed(owed[1])
