"""The form of a material, and the small one of a class of members: in the place of the price history."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from daurulang.errors import BadNumber, UserError
from daurulang.materials.model import DlhCategory, SipsnCategory, Substance
from daurulang.materials.queries import Material
from daurulang.materials.service import MaterialDraft, add_material, change_material
from daurulang.members.service import add_class
from daurulang.quantities import Unit, format_whole
from ui import keys, tasks
from ui.materials.icon_grid import IconGrid
from ui.materials.presenter import usual_composition
from ui.materials.words import dlh_words, sipsn_words, substance_words, unit_words
from ui.session import Session
from ui.widgets.button import PrimaryButton
from ui.widgets.card import Card, KeyHint, Text
from ui.widgets.entry_form import EntryForm
from ui.widgets.field import DropDown, Field, LineEdit
from ui.widgets.form import FormWalker
from ui.widgets.numbers import PiecesEdit

_ACTIVE, _INACTIVE = "active", "inactive"
_EMPTY = MaterialDraft("", "", Unit.KILOGRAM, DlhCategory.RIGID_PLASTIC, SipsnCategory.PLASTIC)


class GramsEdit(PiecesEdit):
    """Whole grams."""

    def _read_back(self, value: int) -> str:
        return self.tr("{grams} grams").format(grams=format_whole(value))


class MaterialForm(EntryForm):
    """A material, new or changed."""

    ROWS = (
        (("code", 1), ("name", 1)),
        (("aliases", 1),),
        (("unit", 1), ("grams_per_unit", 1)),
        (("dlh_category", 1), ("sipsn_category", 1)),
        (("icon", 1),),
        (("substance", 1),),
        (("active", 1),),
    )

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._material: Material | None = None
        self._begun = _EMPTY
        self._listen()

    def start_new(self) -> None:
        """Begin an empty form."""
        self._begin(None, _EMPTY)
        self._title.setText(self.tr("New material"))

    def start_change(self, material: Material) -> None:
        """Show a material to be changed; printed lines keep the old words."""
        draft = MaterialDraft(
            material.code,
            material.name,
            material.unit,
            material.dlh_category,
            material.sipsn_category,
            material.grams_per_unit,
            material.icon,
            material.active,
            material.aliases,
            material.substance,
        )
        self._begin(material, draft)
        self._title.setText(self.tr("Change {code}").format(code=material.code))

    def dirty(self) -> bool:
        """Whether something was typed that is not saved."""
        return not self._grams.valid() or self.draft() != self._begun

    def draft(self) -> MaterialDraft:
        """What the form holds; raises `BadNumber`."""
        unit = Unit(self._unit.code())
        return MaterialDraft(
            self._code.text().strip(),
            self._name.text().strip(),
            unit,
            DlhCategory(self._dlh.code()),
            SipsnCategory(self._sipsn.code()),
            None if unit is Unit.KILOGRAM else self._grams.value(),
            self._icons.value(),
            self._active.code() != _INACTIVE,
            tuple(alias.strip() for alias in self._aliases.text().split(",") if alias.strip()),
            Substance(substance) if (substance := self._substance.code()) else None,
        )

    def save(self) -> None:
        """Add or change the material."""
        self._clear_problems()
        tasks.perform(self, self._write, self._saved, self._refused)

    def _write(self) -> int:
        if self._material is None:
            return add_material(self._session.db, self.draft())
        change_material(self._session.db, self._material.id, self.draft())
        return self._material.id

    def _saved(self, material_id: int) -> None:
        self._begun = self.draft()
        self.saved.emit(material_id)

    def _field_of(self, error: UserError) -> str:
        return "grams_per_unit" if isinstance(error, BadNumber) else super()._field_of(error)

    def _unit_chosen(self) -> None:
        unit = Unit(self._unit.code())
        field = self.fields["grams_per_unit"]
        field.setVisible(unit is not Unit.KILOGRAM)
        piece, litre = self.tr("Weight of a piece (grams)"), self.tr("Weight of a litre (grams)")
        field.show_label(piece if unit is Unit.PIECE else litre)

    def _category_chosen(self) -> None:
        self._sipsn.choose(usual_composition(DlhCategory(self._dlh.code())))

    def _begin(self, material: Material | None, draft: MaterialDraft) -> None:
        self._material = material
        self._code.setText(draft.code)
        self._name.setText(draft.name)
        self._aliases.setText(", ".join(draft.aliases))
        self._unit.choose(draft.unit)
        self._grams.set_value(draft.grams_per_unit)
        self._dlh.choose(draft.dlh_category)
        self._sipsn.choose(draft.sipsn_category)
        self._substance.choose(draft.substance or "")
        self._icons.choose(draft.icon)
        self._active.choose(_ACTIVE if draft.active else _INACTIVE)
        self._clear_problems()
        self.fields["active"].setVisible(material is not None)
        self._unit_chosen()
        self._touched()
        self._begun = self.draft()

    def _make_fields(self) -> dict[str, Field]:
        self._code, self._name = LineEdit(required=True), LineEdit(required=True)
        self._aliases, self._grams = LineEdit(), GramsEdit()
        self._unit, self._dlh, self._sipsn, self._substance, self._active = (DropDown() for _ in range(5))
        for unit in Unit:
            self._unit.add(unit, unit_words(unit))
        for category in DlhCategory:
            self._dlh.add(category, dlh_words(category))
        for composition in SipsnCategory:
            self._sipsn.add(composition, sipsn_words(composition))
        self._substance.add("", self.tr("Not said: counted without CO2e"))
        for substance in Substance:
            self._substance.add(substance, substance_words(substance))
        self._active.add(_ACTIVE, self.tr("Taken in"))
        self._active.add(_INACTIVE, self.tr("Inactive"))
        self._icons = IconGrid(self.tr("Picture"))
        return {
            "code": Field(self.tr("Code"), self._code),
            "name": Field(self.tr("Name"), self._name),
            "aliases": Field(self.tr("Other names"), self._aliases, self.tr("With commas between: bodong, emberan")),
            "unit": Field(self.tr("Unit"), self._unit),
            "grams_per_unit": Field(self.tr("Weight of a piece (grams)"), self._grams),
            "dlh_category": Field(self.tr("Category of the office's form"), self._dlh),
            "sipsn_category": Field(self.tr("SIPSN composition"), self._sipsn),
            "substance": Field(self.tr("Made of (for the estimate of CO2e)"), self._substance),
            "icon": Field(self.tr("Picture"), self._icons),
            "active": Field(self.tr("Status"), self._active),
        }

    def _listen(self) -> None:
        for line in (self._code, self._name, self._aliases, self._grams):
            line.textEdited.connect(self._touched)
        self._unit.currentIndexChanged.connect(self._unit_chosen)
        self._dlh.currentIndexChanged.connect(self._category_chosen)


class ClassForm(Card):
    """The name of a new class of members, with its own buy prices."""

    saved = Signal(int)
    """The id of the class."""

    closed = Signal()
    """Esc: back to what was shown before."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._edit = LineEdit(required=True)
        hint = self.tr("Such as schools or groups. Where it has no price of its own, the common one holds.")
        self.field = Field(self.tr("Name of the class"), self._edit, hint)
        self._button = PrimaryButton(self.tr("Add"), keys.SAVE)
        self._button.clicked.connect(self.save)
        self.walker = FormWalker([self._edit, self._button], self)
        head = QHBoxLayout()
        head.addWidget(Text(self.tr("New price class"), "heading"), 1)
        head.addWidget(KeyHint(keys.BACK, self.tr("back")))
        self.body.addLayout(head)
        self.body.addWidget(self.field)
        self.body.addWidget(self._button)
        self.body.addStretch(1)

    def start(self) -> None:
        """Begin with no name."""
        self._edit.clear()
        self.field.clear_problem()

    def dirty(self) -> bool:
        """Whether a name was typed."""
        return bool(self._edit.text().strip())

    def save(self) -> None:
        """Add the class."""
        tasks.perform(
            self,
            lambda: add_class(self._session.db, self._edit.text()),
            self.saved.emit,
            lambda _error, sentence: self.field.show_problem(sentence),
        )

    def remind(self) -> None:
        """Come back to it."""
        self.walker.start()

    def step_back(self) -> None:
        """Esc empties the name first, then closes."""
        if self.dirty():
            self._edit.clear()
        else:
            self.closed.emit()
