"""The buyer of a sale: typed and chosen first, then in sight with what it owes until the sale is done."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from daurulang.buyers.queries import Buyer
from daurulang.members.words import words_of
from daurulang.quantities import format_rupiah
from ui import theme
from ui.buyers.words import buyer_kind_word
from ui.overlay import put_focus
from ui.widgets.card import Card, ElidedText, KeyHint, Pill, Text, Tone
from ui.widgets.field import Field
from ui.widgets.form import FormWalker, focus_and_select
from ui.widgets.suggest import SuggestEdit, Suggestion


class BuyerEdit(SuggestEdit[Buyer]):
    """Finds buyers in memory; Enter on one that nobody knows asks to note it."""

    unknown = Signal(str)
    """What was typed, when Enter finds nobody."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(
            self._find,
            _suggestion,
            nothing=self.tr("Nobody found. Enter notes a new buyer."),
            parent=parent,
        )
        self._known: Sequence[Buyer] = ()
        self.setProperty("role", "lead")
        self.setPlaceholderText(self.tr("Name or phone of the buyer"))

    def search_in(self, known: Sequence[Buyer]) -> None:
        """Find these, but those that are no longer sold to."""
        self._known = [each for each in known if each.active]

    def known(self) -> Sequence[Buyer]:
        """Those who are found."""
        return self._known

    def accept_entry(self) -> bool:
        """Choose, or hand over what was typed when there is nobody of that name."""
        text = self.text().strip()
        if text and self.value() is None and not self._find(text):
            self.close_popup()
            self.unknown.emit(text)
            return False
        return super().accept_entry()

    def _find(self, text: str) -> Sequence[Buyer]:
        typed = words_of(text)
        found = []
        for each in self._known:
            words = words_of(f"{each.name} {each.phone} {each.address}")
            if all(any(word.startswith(part) for word in words) for part in typed):
                found.append(each)
        return found


class BuyerBox(Card):
    """Shows the field, or the buyer taken. `chosen(Buyer)` asks the screen to take it."""

    chosen = Signal(object)
    new_buyer_wanted = Signal(str)
    """Nobody is called so; the text typed."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._buyer: Buyer | None = None
        self.edit = BuyerEdit()
        self._field = Field(self.tr("Buyer"), self.edit, self.tr("Somebody new: type the name, Enter notes it."))
        self._shown = QWidget()
        self._name = ElidedText("", "lead")
        self._detail = ElidedText("", "muted")
        self._kind = Pill(parent=self._shown)
        self._owed = Text("", "strong")
        self._lay_out()
        self.body.addWidget(self._field)
        self.body.addWidget(self._shown)
        self._walker = FormWalker([self.edit], self)
        self.edit.chosen.connect(self.chosen)
        self.edit.refused.connect(self._field.show_problem)
        self.edit.unknown.connect(self.new_buyer_wanted)
        self._shown.hide()

    def start(self) -> None:
        """Ask for the next buyer."""
        self._buyer = None
        self.edit.set_value(None)
        self._field.clear_problem()
        self._shown.hide()
        self._field.show()
        put_focus(self.edit)

    def buyer(self) -> Buyer | None:
        """Who buys."""
        return self._buyer

    def show_buyer(self, buyer: Buyer) -> None:
        """Put a buyer in sight."""
        self._buyer = buyer
        self._name.setText(buyer.name)
        self._detail.setText("  ·  ".join(filter(None, (buyer.phone, buyer.address))))
        self._detail.setVisible(bool(self._detail.text()))
        self._kind.show_pill(buyer_kind_word(buyer.kind), Tone.GOOD)
        self.show_owed(0)
        self._field.hide()
        self._shown.show()

    def show_owed(self, rupiah: int) -> None:
        """What the buyer owes from before."""
        self._owed.setText(self.tr("owes {amount}").format(amount=format_rupiah(rupiah)) if rupiah else "")
        self._owed.set_tone(Tone.WARNING)

    def refuse(self, sentence: str) -> None:
        """Say why it goes no further without a buyer, where the eye is."""
        self._field.show_problem(sentence)
        focus_and_select(self.edit)

    def message(self) -> str:
        """The words under the field, or what is owed."""
        return self._field.message() if self._buyer is None else self._owed.text()

    def _lay_out(self) -> None:
        space = theme.current().space
        name = QHBoxLayout()
        name.setSpacing(space(12))
        for widget in (self._name, self._kind):
            name.addWidget(widget)
        name.addStretch(1)
        left = QVBoxLayout()
        left.setSpacing(space(2))
        left.addLayout(name)
        left.addWidget(self._detail)
        line = QHBoxLayout(self._shown)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(space(14))
        line.addLayout(left, 1)
        line.addWidget(self._owed)
        line.addWidget(KeyHint("Esc", self.tr("change")))


def _suggestion(buyer: Buyer) -> Suggestion:
    detail = "  ·  ".join(filter(None, (buyer.phone, buyer.address)))
    return Suggestion(buyer.name, detail, buyer_kind_word(buyer.kind), icon="users")
