"""The form of a member: new or changed, in the place where the member is otherwise shown."""

from __future__ import annotations

from PySide6.QtCore import QSignalBlocker
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from daurulang.errors import UnknownVillage, UserError
from daurulang.members.model import Gender, MemberKind, SourceClass
from daurulang.members.queries import Member, class_list
from daurulang.members.service import COMMON_CLASS_ID, MemberDraft
from daurulang.members.words import words_of
from daurulang.villages.queries import Village, village_list
from ui import tasks, theme
from ui.members.presenter import Registration, usual_source
from ui.members.words import gender_words, kind_words, source_words
from ui.session import Session
from ui.widgets.card import Text, Tone
from ui.widgets.entry_form import EntryForm
from ui.widgets.field import DropDown, Field, LineEdit, announce
from ui.widgets.suggest import SuggestEdit, Suggestion

_ACTIVE, _INACTIVE = "active", "inactive"


class AlikeBox(QFrame):
    """Under the name: who may be the same person. It never asks and never merges."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "notice")
        self._title = Text("", "strong")
        self._lines = Text("", "")
        for text in (self._title, self._lines):
            text.setWordWrap(True)
        space = theme.current().space
        layout = QVBoxLayout(self)
        layout.setContentsMargins(space(12), space(8), space(12), space(8))
        layout.setSpacing(space(4))
        layout.addWidget(self._title)
        layout.addWidget(self._lines)
        self.hide()

    def show_members(self, title: str, members: tuple[Member, ...], tone: Tone) -> None:
        """Name them with number and place; nobody hides the box."""
        self.setVisible(bool(members))
        self.setProperty("tone", tone.value)
        theme.restyle(self)
        self._title.setText(title)
        if members:
            announce(self, title)
        self._lines.setText(
            "\n".join(f"{each.number_text}  {each.name}  ·  {each.place or '–'}" for each in members[:4])
        )

    def text(self) -> str:
        """The words now shown, "" while hidden."""
        return f"{self._title.text()}\n{self._lines.text()}" if not self.isHidden() else ""


class MemberForm(EntryForm):
    """A member, new or changed."""

    ROWS = (
        (("name", 1),),
        (("kind", 1), ("gender", 1)),
        (("village", 1),),
        (("hamlet", 2), ("rt", 1), ("rw", 1)),
        (("phone", 1), ("passbook_number", 1)),
        (("source_class", 1), ("member_class", 1)),
        (("active", 1),),
    )

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._registration = Registration(session.db)
        self._begun = MemberDraft("")
        self._villages: tuple[Village, ...] = ()
        self.alike = AlikeBox()
        self.put_under("name", self.alike)
        self._listen()

    # --- opening and closing -------------------------------------------------------------------------------

    def start_new(self, name: str = "") -> None:
        """Begin an empty form; a name typed elsewhere stands in it already."""
        self._begin(None, MemberDraft(name.strip()))
        self._begun = MemberDraft("")
        self._title.setText(self.tr("New member"))
        self.save_button.setText(self.tr("Register"))
        self._look_by_name()

    def start_change(self, member: Member) -> None:
        """Show a member's data to be changed."""
        draft = MemberDraft(
            member.name,
            member.kind,
            member.gender,
            member.member_class_id,
            member.source_class,
            member.village_code,
            member.hamlet,
            member.rt,
            member.rw,
            member.phone,
            member.passbook_number,
            member.active,
        )
        self._begin(member, draft)
        self._title.setText(self.tr("Change {number}").format(number=member.number_text))
        self.save_button.setText(self.tr("Save"))

    def dirty(self) -> bool:
        """Whether something was typed that is not saved."""
        return self.draft() != self._begun or bool(self._village.text().strip()) != bool(self._begun.village_code)

    def close_form(self) -> None:
        """Leave it empty, so that nothing of it is asked about again."""
        self._begin(None, MemberDraft(""))
        super().close_form()

    # --- saving --------------------------------------------------------------------------------------------

    def draft(self) -> MemberDraft:
        """What the form holds."""
        village = self._village.value()
        return MemberDraft(
            name=self._name.text().strip(),
            kind=MemberKind(self._kind.code()),
            gender=Gender(self._gender.code()) if self._is_person() else Gender.UNSTATED,
            member_class_id=int(self._class.code() or COMMON_CLASS_ID),
            source_class=SourceClass(self._source.code()),
            village_code=village.code if village is not None else None,
            hamlet=self._hamlet.text().strip(),
            rt=self._rt.text().strip(),
            rw=self._rw.text().strip(),
            phone=self._phone.text().strip(),
            passbook_number=self._passbook.text().strip() or None,
            active=self._active.code() != _INACTIVE,
        )

    def save(self) -> None:
        """Register or change; the first time, a likeness stops here and asks for one more Enter."""
        self._clear_problems()
        if not self._village_settled():
            return
        draft = self.draft()
        self._look_alike()
        if draft.name and self._registration.must_ask(draft):
            self._warn(
                self.tr(
                    "Somebody like this is registered already, see under the name. Enter once more registers anyway."
                )
            )
            self.save_button.setFocus()
            return
        tasks.perform(self, lambda: self._registration.save(draft), self._saved, self._refused)

    def _saved(self, member_id: int) -> None:
        self._begun = self.draft()
        self._begin(None, MemberDraft(""))
        self.saved.emit(member_id)

    def _field_of(self, error: UserError) -> str:
        return "village" if isinstance(error, UnknownVillage) else super()._field_of(error)

    def _village_settled(self) -> bool:
        """A village typed in full counts as chosen; anything else that is not chosen is said."""
        text = self._village.text()
        if self._village.value() is None and text.strip():
            named = [each for each in self._villages if words_of(each.name) == words_of(text)]
            if len(named) != 1:
                self.fields["village"].show_problem(self.tr("Choose the village from the list."))
                return False
            self._choose_village(named[0])
        return True

    # --- while typing --------------------------------------------------------------------------------------

    def _look_by_name(self) -> None:
        """The name is complete: its namesakes, until the village says who is really alike."""
        if self._registration.member is None and self._village.value() is None and self._name.text().strip():
            found = self._registration.namesakes(self._name.text())
            self.alike.show_members(self.tr("Of this name already:"), found, Tone.PLAIN)
        else:
            self._look_alike()

    def _look_alike(self) -> None:
        draft = self.draft()
        found = self._registration.alike(draft) if draft.name else ()
        self.alike.show_members(self.tr("May be the same person:"), found, Tone.WARNING)

    def _kind_chosen(self) -> None:
        self.fields["gender"].setVisible(self._is_person())
        self._source.choose(usual_source(MemberKind(self._kind.code())))

    def _village_typed(self) -> None:
        self.fields["village"].set_hint("")

    def _choose_village(self, village: Village | None) -> None:
        self._village.set_value(village)
        self.fields["village"].set_hint("" if village is None else _district(village))

    def _find_villages(self, text: str) -> list[Village]:
        words = words_of(text)
        matching = [each for each in self._villages if _begins(each, words)]
        return sorted(matching, key=lambda each: not words or not words_of(each.name)[0].startswith(words[0]))

    def _is_person(self) -> bool:
        return self._kind.code() == MemberKind.INDIVIDUAL

    # --- building ------------------------------------------------------------------------------------------

    def _begin(self, member: Member | None, draft: MemberDraft) -> None:
        self._registration = Registration(self._session.db, member)
        self._villages = village_list(self._session.db)
        with QSignalBlocker(self._kind), QSignalBlocker(self._class):
            self._kind.choose(draft.kind)
            self._class.clear()
            for each in class_list(self._session.db):
                self._class.add(str(each.id), each.name)
            self._class.choose(str(draft.member_class_id))
        self._name.setText(draft.name)
        self._gender.choose(draft.gender)
        self._source.choose(draft.source_class)
        self._choose_village(next((each for each in self._villages if each.code == draft.village_code), None))
        for editor, text in (
            (self._hamlet, draft.hamlet),
            (self._rt, draft.rt),
            (self._rw, draft.rw),
            (self._phone, draft.phone),
            (self._passbook, draft.passbook_number or ""),
        ):
            editor.setText(text)
        self._active.choose(_ACTIVE if draft.active else _INACTIVE)
        self._clear_problems()
        self.fields["gender"].setVisible(self._is_person())
        self.fields["active"].setVisible(member is not None)
        self.alike.show_members("", (), Tone.PLAIN)
        self._touched()
        self._begun = self.draft()

    def _make_fields(self) -> dict[str, Field]:
        self._name = LineEdit(required=True)
        self._kind, self._gender, self._source, self._class, self._active = (DropDown() for _ in range(5))
        for kind in MemberKind:
            self._kind.add(kind, kind_words(kind))
        for gender in Gender:
            self._gender.add(gender, gender_words(gender))
        for source in SourceClass:
            self._source.add(source, source_words(source))
        self._active.add(_ACTIVE, self.tr("Active"))
        self._active.add(_INACTIVE, self.tr("Inactive: takes no part for now"))
        self._village: SuggestEdit[Village] = SuggestEdit(
            self._find_villages, _shown, nothing=self.tr("There is no such village on the list."), required=False
        )
        self._hamlet, self._rt, self._rw, self._phone, self._passbook = (LineEdit() for _ in range(5))
        return {
            "name": Field(self.tr("Name"), self._name),
            "kind": Field(self.tr("Kind"), self._kind),
            "gender": Field(self.tr("Woman or man"), self._gender),
            "village": Field(self.tr("Village"), self._village),
            "hamlet": Field(self.tr("Hamlet"), self._hamlet),
            "rt": Field(self.tr("RT"), self._rt),
            "rw": Field(self.tr("RW"), self._rw),
            "phone": Field(self.tr("Phone"), self._phone),
            "passbook_number": Field(self.tr("Passbook number"), self._passbook),
            "source_class": Field(self.tr("Source of the waste"), self._source),
            "member_class": Field(self.tr("Price class"), self._class),
            "active": Field(self.tr("Status"), self._active),
        }

    def _listen(self) -> None:
        for editor in (self._name, self._village, self._hamlet, self._rt, self._rw, self._phone, self._passbook):
            editor.textEdited.connect(self._touched)
        for choice in (self._kind, self._gender, self._source, self._class, self._active):
            choice.currentIndexChanged.connect(self._touched)
        self._name.editingFinished.connect(self._look_by_name)
        self._kind.currentIndexChanged.connect(self._kind_chosen)
        self._village.textEdited.connect(self._village_typed)
        self._village.chosen.connect(self._choose_village)
        self._village.chosen.connect(self._look_alike)
        for part in (self._rt, self._phone):
            part.editingFinished.connect(self._look_alike)


def _begins(village: Village, words: list[str]) -> bool:
    own = [*words_of(village.name), *words_of(village.district)]
    return all(any(each.startswith(word) for each in own) for word in words)


def _district(village: Village) -> str:
    return f"{village.kind.value.capitalize()}, Kec. {village.district}"


def _shown(village: Village) -> Suggestion:
    return Suggestion(village.name, _district(village))
