"""The first steps in a new book: who the centre is, who works here, what is bought, and the printer."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QCloseEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from daurulang import errors
from daurulang.centre.queries import Centre
from daurulang.centre.service import set_up
from daurulang.config import Machine, load_machine, save_machine
from daurulang.errors import UserError
from daurulang.materials.service import add_starter_catalogue
from daurulang.staff.queries import StaffMember
from daurulang.staff.service import add_staff
from daurulang.villages.service import shipped_villages
from ui import tasks, theme
from ui.backup.form import BackupForm
from ui.centre.forms import Form, PaperForm, PlaceForm, SignatoryForm
from ui.centre.steps import StepRail
from ui.opening import OpenBook, refreshed
from ui.staff.clerk_form import ClerkForm
from ui.widgets.button import ChoiceBar, PrimaryButton, SecondaryButton
from ui.widgets.card import Card, Text
from ui.widgets.field import Field, announce, typed_in
from ui.widgets.pages import Pages
from ui.widgets.report import ReportPanel


class Goods(StrEnum):
    """What the list of materials begins with."""

    STARTER = "starter"
    WORKBOOK = "workbook"
    NOTHING = "nothing"


@dataclass(frozen=True, slots=True)
class Answers:
    """What was typed in all steps. `centre` is None where the book has its centre already."""

    centre: Centre | None
    clerk: str
    pin: str
    goods: Goods
    machine: Machine


class GoodsForm(Form):
    """What the list of materials begins with."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.choice = ChoiceBar(
            self.tr("Materials and prices"),
            [
                (Goods.STARTER, self.tr("Starter list")),
                (Goods.WORKBOOK, self.tr("My own Excel or CSV")),
                (Goods.NOTHING, self.tr("Empty")),
            ],
        )
        self._field = Field(self.tr("Materials and prices"), self.choice)
        self.choice.changed.connect(self._explain)
        self.add("goods", self._field)
        self.walk([self.choice])
        self._explain()

    def _explain(self) -> None:
        words = {
            Goods.STARTER: self.tr("120 goods with Madurese and trade names and example prices, to be changed on F5"),
            Goods.WORKBOOK: self.tr("The import opens right after, with every row shown before it is taken in"),
            Goods.NOTHING: self.tr("Materials are added by hand on F5 before the first deposit"),
        }
        self._field.set_hint(words[Goods(self.choice.value())])


@dataclass(frozen=True, slots=True)
class Step:
    """One page of the wizard."""

    title: str
    words: str
    form: Form


class Wizard(QWidget):
    """Enter walks forward, Esc back; everything is written at the end, and nothing before."""

    finished = Signal(object, object, str)
    """The open book, the clerk who is now signed in, and the screen to show first ("" for the counter)."""
    sample_wanted = Signal()

    WIDTH = 640

    def __init__(self, book: OpenBook, parent: QWidget | None = None) -> None:
        """A book whose first steps were cut short goes on where it stopped."""
        super().__init__(parent)
        self.setProperty("role", "page")
        self._book = book
        self._machine = load_machine()
        self.place = PlaceForm(Centre(""), shipped_villages())
        self.signatories = SignatoryForm(Centre(""))
        self.clerk = ClerkForm()
        self.goods = GoodsForm()
        self.paper = PaperForm(self._machine)
        self.backup = BackupForm(self._machine)
        self.backup.add_buttons()
        self.backup.walk([self.backup.folder])
        self.steps = self._wanted_steps()
        self._here = 0
        self._begun = self._typed()
        self._warned = False
        self._rail = StepRail([step.title for step in self.steps])
        self._rail.sample.clicked.connect(self._ask_for_sample)
        self._title = Text("", "title")
        self._words = Text("", "muted")
        self._words.setWordWrap(True)
        self._pages = Pages()
        self._next = PrimaryButton("", self.tr("Enter"))
        self._next.clicked.connect(self.forward)
        self._back = SecondaryButton(self.tr("Back"), "Esc")
        self._back.clicked.connect(self.back)
        for step in self.steps:
            self._pages.addWidget(step.form)
            step.form.finished.connect(self.forward)
        self._lay_out()
        for key, act in (("Esc", self.back), ("Ctrl+D", self._ask_for_sample)):
            QShortcut(QKeySequence(key), self).activated.connect(act)

    def start(self) -> None:
        """Show the first step."""
        self._show(0)

    def forward(self) -> None:
        """To the next step, or write everything down after the last."""
        if not self._next.isEnabled() or not self.steps[self._here].form.check():
            return
        if self._here + 1 < len(self.steps):
            self._show(self._here + 1)
        else:
            self._settle()

    def back(self) -> None:
        """To the step before; what was typed stays in both."""
        if self._here and self._next.isEnabled():
            self._show(self._here - 1)

    def unsaved(self) -> bool:
        """Whether something typed would be lost with the first steps."""
        return self._typed() != self._begun

    def closeEvent(self, event: QCloseEvent) -> None:
        """Typed work holds the first try back."""
        if self._holds_back():
            event.ignore()
        else:
            super().closeEvent(event)

    def _holds_back(self) -> bool:
        """Say once that nothing of it is saved; the second time it is dropped."""
        if self._warned or not self.unsaved():
            return False
        self._warned = True
        self._words.setText(self.tr("Nothing typed here is saved yet. Once more drops it."))
        announce(self, self._words.text())
        return True

    def _typed(self) -> list[list[str]]:
        return [typed_in(step.form) for step in self.steps]

    def _ask_for_sample(self) -> None:
        """Filling it takes some seconds, in which nothing more is typed here."""
        if self._holds_back():
            return
        self._rail.sample.setText(self.tr("Preparing …"))
        self.setEnabled(False)
        self.sample_wanted.emit()

    def step(self) -> int:
        """The number of the step shown, from 0."""
        return self._here

    def _wanted_steps(self) -> list[Step]:
        steps = [
            Step(
                self.tr("Centre"), self.tr("Who are you? This stands on every receipt and can be changed."), self.place
            ),
            Step(
                self.tr("Signatures"),
                self.tr("Who signs receipts and reports? You may leave this empty for now."),
                self.signatories,
            ),
            Step(
                self.tr("First clerk"),
                self.tr("Everything that is booked carries the name of who booked it."),
                self.clerk,
            ),
            Step(self.tr("Materials"), self.tr("What does the centre buy?"), self.goods),
            Step(self.tr("Paper"), self.tr("What are receipts printed on at this counter?"), self.paper),
            Step(
                self.tr("Backup"),
                self.tr("Where do copies of the book go, by themselves, every half hour? Not only on this disk."),
                self.backup,
            ),
        ]
        state = self._book.state
        forms: set[Form] = {self.clerk, self.paper}
        if state.centre is None:
            forms |= {self.place, self.signatories}
        if not state.has_materials:
            forms.add(self.goods)
        if self._book.db.is_sqlite:
            forms.add(self.backup)
        return [step for step in steps if step.form in forms]

    def _show(self, number: int) -> None:
        self._here = number
        self._warned = False
        step = self.steps[number]
        last = number + 1 == len(self.steps)
        self._title.setText(step.title)
        self._words.setText(step.words)
        self._pages.setCurrentWidget(step.form)
        self._next.setText(self.tr("Open the counter") if last else self.tr("Next"))
        self._back.setEnabled(number > 0)
        self._rail.show_step(number)
        step.form.start()

    def _settle(self) -> None:
        centre = self.signatories.onto(self.place.onto(Centre(""))) if self._book.state.centre is None else None
        answers = Answers(
            centre,
            self.clerk.name.text(),
            self.clerk.pin.text(),
            Goods(self.goods.choice.value()),
            self.backup.onto(self.paper.onto(self._machine)),
        )
        self._next.setEnabled(False)
        again = self._next
        tasks.aside(
            self,
            lambda: settle(self._book, answers),
            self._settled,
            self._refuse,
            on_given_up=lambda: again.setEnabled(True),
        )

    def _settled(self, answer: tuple[OpenBook, StaffMember]) -> None:
        wants_import = self.goods in [step.form for step in self.steps] and self.goods.choice.value() == Goods.WORKBOOK
        self.finished.emit(*answer, "import" if wants_import else "")

    def _refuse(self, error: UserError, sentence: str) -> None:
        """Back to the step whose field was refused; what was already written is not asked for again."""
        self._next.setEnabled(True)
        self._book = refreshed(self._book)
        name = _field_of(error)
        for number, step in enumerate(self.steps):
            if name in step.form.fields:
                self._show(number)
                step.form.refuse(name, sentence)
                return
        self._words.setText(sentence)

    def _lay_out(self) -> None:
        space = theme.current().space
        card = Card()
        card.setMaximumWidth(theme.current().px(self.WIDTH))
        card.body.setContentsMargins(*[space(24)] * 4)
        card.body.addWidget(self._title)
        card.body.addWidget(self._words)
        card.body.addSpacing(space(10))
        card.body.addWidget(self._pages, 1)
        buttons = QHBoxLayout()
        buttons.addWidget(self._back)
        buttons.addStretch(1)
        buttons.addWidget(self._next)
        card.body.addLayout(buttons)
        across = QHBoxLayout()
        across.addStretch(1)
        across.addWidget(card, 100)
        across.addStretch(1)
        page = QWidget()
        around = QVBoxLayout(page)
        around.setContentsMargins(*[space(22)] * 4)
        around.addWidget(ReportPanel())
        around.addStretch(2)
        around.addLayout(across)
        around.addStretch(3)
        area = QScrollArea()
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setWidgetResizable(True)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setWidget(page)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self._rail)
        layout.addWidget(area, 1)


def settle(book: OpenBook, answers: Answers) -> tuple[OpenBook, StaffMember]:
    """Write the answers; what an earlier try has written already is passed over. Raises `UserError`."""
    save_machine(answers.machine)
    if answers.centre is not None and refreshed(book).state.centre is None:
        set_up(book.db, answers.centre)
    clerk_id = add_staff(book.db, answers.clerk, answers.pin)
    book = refreshed(book)
    centre = book.state.centre
    if answers.goods is Goods.STARTER and not book.state.has_materials and centre is not None:
        add_starter_catalogue(book.db, centre.today())
        book = refreshed(book)
    clerk = next(each for each in book.state.staff if each.id == clerk_id)
    return book, clerk


def _field_of(error: UserError) -> str:
    match error:
        case errors.FieldMissing(field=field) | errors.FieldTooLong(field=field):
            return field
        case errors.AlreadyTaken():
            return "clerk"
        case errors.BadPin():
            return "pin"
    return ""
