"""Where a load comes from: found as it is typed, noted on the spot where nobody knows it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from daurulang.loads import service
from daurulang.loads.model import SourceKind
from daurulang.loads.queries import Source
from daurulang.loads.service import SourceDraft
from daurulang.members.model import SourceClass
from daurulang.members.words import words_of
from daurulang.names import LONGEST_NAME
from daurulang.villages.queries import Village, village_list
from ui import tasks
from ui.members.words import source_words
from ui.session import Session
from ui.stock.words import source_kind_word
from ui.widgets.entry_form import EntryForm
from ui.widgets.field import DropDown, Field, LineEdit
from ui.widgets.suggest import SuggestEdit, Suggestion

_USED, _UNUSED = "used", "unused"
_USUAL = {
    SourceKind.TPS3R: SourceClass.HOUSEHOLD,
    SourceKind.VILLAGE: SourceClass.HOUSEHOLD,
    SourceKind.MARKET: SourceClass.MARKET,
    SourceKind.OFFICE: SourceClass.OFFICE,
}
"""The class of SIPSN that a kind of source mostly is."""


class SourceEdit(SuggestEdit[Source]):
    """Finds sources in memory; Enter on one that nobody knows asks to note it."""

    unknown = Signal(str)
    """What was typed, when Enter finds nobody."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(
            self._find, _suggestion, nothing=self.tr("Not known yet. Enter notes a new source."), parent=parent
        )
        self._known: Sequence[Source] = ()
        self.setProperty("role", "lead")
        self.setPlaceholderText(self.tr("TPS3R, village, market, office …"))

    def search_in(self, known: Sequence[Source]) -> None:
        """Find these, but those that are no longer met."""
        self._known = [each for each in known if each.active]

    def accept_entry(self) -> bool:
        """Choose, or hand over what was typed when there is none of that name."""
        text = self.text().strip()
        if text and self.value() is None and not self._find(text):
            self.close_popup()
            self.unknown.emit(text)
            return False
        return super().accept_entry()

    def _find(self, text: str) -> Sequence[Source]:
        typed = words_of(text)
        return [each for each in self._known if _begins(words_of(f"{each.name} {each.village}"), typed)]


class SourceForm(EntryForm):
    """Enter walks, F10 saves; `saved` has the id of the source."""

    ROWS = ((("name", 1),), (("kind", 1), ("source_class", 1)), (("village", 1),), (("state", 1),))

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._source: Source | None = None
        self._villages: Sequence[Village] = ()
        self._before: tuple[SourceDraft, bool] = (self._draft(), True)

    def begin(self, source: Source | None, name: str = "") -> None:
        """Change a source, or note a new one whose name was typed already."""
        self._villages = self._villages or village_list(self._session.db)
        self._source = source
        self._title.setText(self.tr("Change a source") if source is not None else self.tr("New source"))
        kind = SourceKind.TPS3R if source is None else source.kind
        self.name.setText(name if source is None else source.name)
        self.kind.choose(kind.value)
        self.source_class.choose((_USUAL[SourceKind.TPS3R] if source is None else source.source_class).value)
        code = None if source is None else source.village_code
        self.village.set_value(next((each for each in self._villages if each.code == code), None))
        self.state.choose(_USED if source is None or source.active else _UNUSED)
        self.fields["state"].setVisible(source is not None)
        self._clear_problems()
        self._touched()
        self._before = (self._draft(), True) if source is not None else (SourceDraft("", kind, _USUAL[kind]), True)
        self.walker.start()

    def dirty(self) -> bool:
        return (self._draft(), self.state.code() == _USED) != self._before

    def save(self) -> None:
        self._clear_problems()
        if not self.name.accept_entry():
            return
        if not self.village.accept_entry():
            return
        db, source, draft, active = self._session.db, self._source, self._draft(), self.state.code() == _USED

        def save() -> int:
            if source is None:
                return service.add_source(db, draft)
            service.change_source(db, source.id, draft, active=active)
            return source.id

        tasks.perform(self, save, self.saved.emit, self._refused)

    def _draft(self) -> SourceDraft:
        village = self.village.value()
        return SourceDraft(
            self.name.text(),
            SourceKind(self.kind.code() or SourceKind.TPS3R),
            SourceClass(self.source_class.code() or SourceClass.HOUSEHOLD),
            None if village is None else village.code,
        )

    def _kind_chosen(self) -> None:
        """The class that such a source mostly is; whoever knows better chooses another."""
        kind = SourceKind(self.kind.code() or SourceKind.TPS3R)
        if kind in _USUAL:
            self.source_class.choose(_USUAL[kind].value)

    def _find_villages(self, text: str) -> list[Village]:
        typed = words_of(text)
        return [each for each in self._villages if _begins(words_of(f"{each.name} {each.district}"), typed)][:24]

    def _make_fields(self) -> dict[str, Field]:
        self.name, self.kind, self.source_class, self.state = (
            LineEdit(required=True),
            DropDown(),
            DropDown(),
            DropDown(),
        )
        self.name.setMaxLength(LONGEST_NAME)
        self.name.textEdited.connect(lambda _text: self._touched())
        self.village: SuggestEdit[Village] = SuggestEdit(
            self._find_villages, _shown, nothing=self.tr("There is no such village on the list."), required=False
        )
        for kind in SourceKind:
            self.kind.add(kind.value, source_kind_word(kind))
        for source_class in SourceClass:
            self.source_class.add(source_class.value, source_words(source_class))
        self.kind.activated.connect(lambda _row: self._kind_chosen())
        self.state.add(_USED, self.tr("In use"))
        self.state.add(_UNUSED, self.tr("No longer met"))
        return {
            "name": Field(self.tr("Name"), self.name),
            "kind": Field(self.tr("Kind"), self.kind),
            "source_class": Field(self.tr("Source of waste (SIPSN)"), self.source_class),
            "village": Field(self.tr("Village"), self.village, self.tr("May stay empty.")),
            "state": Field(self.tr("State"), self.state),
        }


def _begins(words: Sequence[str], typed: Sequence[str]) -> bool:
    return all(any(word.startswith(part) for word in words) for part in typed)


def _suggestion(source: Source) -> Suggestion:
    return Suggestion(source.name, source.village, source_kind_word(source.kind), icon="truck")


def _shown(village: Village) -> Suggestion:
    return Suggestion(village.name, f"{village.kind.value.capitalize()}, Kec. {village.district}")
