"""The forms that the first steps and the settings share."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QFileDialog, QGridLayout, QHBoxLayout, QLayout, QWidget

from daurulang.centre.model import FactorSet
from daurulang.centre.queries import Centre
from daurulang.centre.service import LOGO_LIMIT_BYTES
from daurulang.config import Machine, Paper
from daurulang.errors import UserError
from daurulang.impact.factors import factor_tables
from daurulang.periods import Zone
from daurulang.villages.queries import Village
from ui import theme
from ui.widgets import notice
from ui.widgets.button import ChoiceBar, QuietButton, SecondaryButton
from ui.widgets.card import Text
from ui.widgets.field import DropDown, Field, LineEdit
from ui.widgets.form import FormWalker
from ui.widgets.numbers import TonnesEdit
from ui.widgets.suggest import SuggestEdit, Suggestion

MOST_VILLAGES = 8


class Form(QWidget):
    """Fields by the name of what they fill, so that a refusal finds its field. Enter walks; `finished` at the end."""

    finished = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.fields: dict[str, Field] = {}
        space = theme.current().space
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(space(14))
        self._grid.setVerticalSpacing(space(8))

    def add(self, name: str, field: Field, column: int = 0, span: int = 2) -> None:
        """Put a field below the last one, or beside it with `column` 1."""
        self.fields[name] = field
        row = self._grid.rowCount() - (1 if column else 0)
        self._grid.addWidget(field, row, column, 1, span)

    def add_layout(self, layout: QLayout) -> None:
        """Put buttons below the last field."""
        self._grid.addLayout(layout, self._grid.rowCount(), 0, 1, 2)

    def walk(self, editors: Sequence[QWidget]) -> None:
        """Let Enter go through these editors in order."""
        self._grid.setRowStretch(self._grid.rowCount(), 1)
        self._walker = FormWalker(editors, self)
        self._walker.finished.connect(self.finished)

    def start(self) -> None:
        """Focus the first editor."""
        self._walker.start()

    def refuse(self, name: str, sentence: str) -> bool:
        """Say a problem under its field; False when this form has no such field."""
        field = self.fields.get(name)
        if field is None:
            return False
        field.show_problem(sentence)
        return True

    def refuse_error(self, error: UserError, sentence: str) -> None:
        """Say a refusal under the field it names, or above the screen when it names none of these."""
        if not self.refuse(getattr(error, "field", ""), sentence):
            notice.problem(self, sentence)

    def check(self) -> bool:
        """Ask every editor as Enter would; False at the first that is not content, with the problem said."""
        for field in self.fields.values():
            ask = getattr(field.editor, "accept_entry", None)
            if ask is not None and field.isVisibleTo(self) and not ask():
                return False
        return True


def village_edit(villages: Sequence[Village]) -> SuggestEdit[Village]:
    """Type-ahead over villages by any of the words of name and district; may stay empty."""

    def search(text: str) -> list[Village]:
        words = text.casefold().split()
        found = [each for each in villages if all(word in f"{each.name} {each.district}".casefold() for word in words)]
        found.sort(key=lambda each: not each.name.casefold().startswith(text.casefold()))
        return found[:MOST_VILLAGES]

    def show(village: Village) -> Suggestion:
        kind = village.kind.value.capitalize()
        return Suggestion(village.name, f"{kind} · {village.district}", village.code)

    return SuggestEdit(search, show, required=False)


class PlaceForm(Form):
    """Name, address, village, phone and zone of the centre."""

    def __init__(self, centre: Centre, villages: Sequence[Village], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.name = LineEdit(centre.name, required=True)
        self.address = LineEdit(centre.address)
        self.phone = LineEdit(centre.phone)
        self.village = village_edit(villages)
        self.village.set_value(next((each for each in villages if each.code == centre.village_code), None))
        self.zone = ChoiceBar(self.tr("Time zone"), [(zone.value, zone.value) for zone in Zone])
        self.zone.choose(centre.zone.value)
        on_paper = self.tr("Printed at the top of every receipt")
        self.add("name", Field(self.tr("Name of the centre"), self.name, on_paper))
        self.add("address", Field(self.tr("Address"), self.address), 0, 1)
        self.add("phone", Field(self.tr("Phone"), self.phone), 1, 1)
        self.add("village_code", Field(self.tr("Village"), self.village, self.tr("Type and choose")), 0, 1)
        self.add("zone", Field(self.tr("Time zone"), self.zone), 1, 1)
        self.walk([self.name, self.address, self.phone, self.village, self.zone])

    def onto(self, centre: Centre) -> Centre:
        """The centre with what stands in this form."""
        village = self.village.value()
        return replace(
            centre,
            name=self.name.text().strip(),
            address=self.address.text().strip(),
            phone=self.phone.text().strip(),
            village_code=village.code if village is not None else None,
            zone=Zone(self.zone.value()),
        )


class SignatoryForm(Form):
    """Who signs what leaves the centre, and the logo above it."""

    def __init__(self, centre: Centre, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.head_name = LineEdit(centre.head_name)
        self.head_title = LineEdit(centre.head_title)
        self.treasurer = LineEdit(centre.treasurer_name)
        self.logo = LogoEdit(centre.logo)
        self.add("head_name", Field(self.tr("Name of the head"), self.head_name), 0, 1)
        self.add("head_title", Field(self.tr("Title"), self.head_title, self.tr("Such as Kepala UPT")), 1, 1)
        self.add("treasurer_name", Field(self.tr("Treasurer"), self.treasurer), 0, 1)
        self.add("logo", Field(self.tr("Logo (optional)"), self.logo, self.tr("PNG or JPEG, at most 1 MB")), 1, 1)
        self.walk([self.head_name, self.head_title, self.treasurer, self.logo.path])

    def onto(self, centre: Centre) -> Centre:
        """The centre with what stands in this form."""
        return replace(
            centre,
            head_name=self.head_name.text().strip(),
            head_title=self.head_title.text().strip(),
            treasurer_name=self.treasurer.text().strip(),
            logo=self.logo.image,
        )


class EstimateForm(Form):
    """By whose factors the reports estimate what recycling spares, and of how much waste they tell the part."""

    def __init__(self, centre: Centre, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.factors = DropDown()
        for table in factor_tables():
            self.factors.add(table.code, table.title)
        self.factors.choose(centre.factor_set)
        hint = self.tr("Name and version stand beside every figure. Months already closed keep theirs.")
        self.generation = TonnesEdit()
        self.generation.set_value(centre.generation_tonnes or None)
        self.source = LineEdit(centre.generation_source)
        tonnes = Field(self.tr("Waste of the regency (tonnes a year)"), self.generation, self.tr("May stay empty"))
        by_whom = Field(self.tr("Who says so"), self.source, self.tr("Such as SIPSN 2025"))
        self.add("factor_set", Field(self.tr("Emission factors of the reports"), self.factors, hint))
        self.add("generation_tonnes", tonnes, 0, 1)
        self.add("generation_source", by_whom, 1, 1)
        self.walk([self.factors, self.generation, self.source])

    def onto(self, centre: Centre) -> Centre:
        """The centre with what stands in this form."""
        return replace(
            centre,
            factor_set=FactorSet(self.factors.code()),
            generation_tonnes=self.generation.value() or 0,
            generation_source=self.source.text().strip(),
        )


class LogoEdit(QWidget):
    """A path to a picture, typed or chosen, with the picture beside it."""

    refused = Signal(str)
    SIDE = 38

    def __init__(self, image: bytes | None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.image = image
        self._read_path = ""
        self.path = _LogoPath(self)
        self._picture = Text()
        side = theme.current().px(self.SIDE)
        self._picture.setFixedSize(side, side)
        self._picture.setAlignment(Qt.AlignmentFlag.AlignCenter)
        browse = SecondaryButton(self.tr("Browse"), icon="image")
        browse.clicked.connect(self._browse)
        self._none = QuietButton(self.tr("No logo"), icon="x")
        self._none.clicked.connect(self._take_away)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._picture)
        layout.addWidget(self.path, 1)
        layout.addWidget(browse)
        layout.addWidget(self._none)
        self.setFocusProxy(self.path)
        self._show_image()

    def accept_entry(self) -> bool:
        """Read the picture at the path typed; False, with the problem said, when there is none."""
        typed = self.path.text().strip().strip('"')
        if typed == self._read_path:
            return True
        try:
            image = Path(typed).read_bytes()
        except OSError:
            self.refused.emit(self.tr("This file cannot be read."))
            return False
        if len(image) > LOGO_LIMIT_BYTES:
            self.refused.emit(self.tr("This picture is larger than 1 MB; choose a smaller one."))
            return False
        if not image.startswith((b"\x89PNG", b"\xff\xd8\xff")) or QPixmap(typed).isNull():
            self.refused.emit(self.tr("This is no PNG or JPEG picture."))
            return False
        self.image, self._read_path = image, typed
        self._show_image()
        return True

    def _browse(self) -> None:
        kinds = self.tr("Pictures") + " (*.png *.jpg *.jpeg)"
        path, _kind = QFileDialog.getOpenFileName(self, self.tr("Choose a logo"), "", kinds)
        if path:
            self.path.setText(path)
            self.accept_entry()

    def _take_away(self) -> None:
        self.image, self._read_path = None, ""
        self.path.clear()
        self._show_image()

    def _show_image(self) -> None:
        picture = QPixmap()
        if self.image is not None:
            picture.loadFromData(self.image)
        self._picture.setVisible(not picture.isNull())
        self._none.setVisible(not picture.isNull())
        if not picture.isNull():
            fit = QSize(self._picture.width(), self._picture.height())
            how = Qt.TransformationMode.SmoothTransformation
            self._picture.setPixmap(picture.scaled(fit, Qt.AspectRatioMode.KeepAspectRatio, how))


class _LogoPath(LineEdit):
    """The line of a `LogoEdit`; Enter asks the whole editor."""

    def __init__(self, logo: LogoEdit) -> None:
        super().__init__()
        self._logo = logo
        self.setPlaceholderText(self.tr("Path of the file"))
        self.setAccessibleName(self.tr("Path of the logo"))

    def accept_entry(self) -> bool:
        return self._logo.accept_entry()


class PaperForm(Form):
    """What receipts are printed on. The printers of the system are asked for when the form is first shown."""

    def __init__(self, machine: Machine, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._machine = machine
        papers = [
            (Paper.ROLL_58, self.tr("58 mm roll")),
            (Paper.ROLL_80, self.tr("80 mm roll")),
            (Paper.A5, self.tr("A5 sheet")),
        ]
        self.paper = ChoiceBar(self.tr("Paper"), [(str(paper), words) for paper, words in papers])
        self.paper.choose(str(machine.paper))
        self.printer = DropDown()
        self.printer.add("", self.tr("None: open the receipt as a file"))
        if machine.printer:
            self.printer.add(machine.printer, machine.printer)
            self.printer.choose(machine.printer)
        self._asked = False
        self.add("paper", Field(self.tr("Paper of the receipts"), self.paper))
        self.add("printer", Field(self.tr("Printer"), self.printer))
        self.walk([self.paper, self.printer])

    def start(self) -> None:
        super().start()
        if not self._asked:
            self._asked = True
            self._add_printers()

    def onto(self, machine: Machine) -> Machine:
        """The machine with what stands in this form."""
        return replace(machine, paper=Paper(self.paper.value()), printer=self.printer.code())

    def _add_printers(self) -> None:
        from PySide6.QtPrintSupport import QPrinterInfo

        for name in QPrinterInfo.availablePrinterNames():
            if self.printer.findData(name) < 0:
                self.printer.add(name, name)
