"""The parts of the settings. Each is a form with `save()`; `saved` tells the screen."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QVBoxLayout, QWidget

from daurulang.centre.queries import CounterRule, rule_in_force
from daurulang.centre.service import add_counter, change_centre, change_rule
from daurulang.config import load_machine, save_machine
from daurulang.errors import UserError
from daurulang.ledger.queries import Counter
from daurulang.reports.book import book_state
from daurulang.villages.queries import village_list
from daurulang.villages.service import import_villages
from ui import tasks, theme, translation
from ui.centre.forms import EstimateForm, Form, PaperForm, PlaceForm, SignatoryForm
from ui.preferences import Preferences
from ui.session import Session
from ui.widgets import notice
from ui.widgets.button import ChoiceBar, SecondaryButton
from ui.widgets.card import SectionTitle
from ui.widgets.field import DropDown, Field, LineEdit
from ui.widgets.numbers import QuantityEdit, RupiahEdit


class CentreSection(QWidget):
    """What the paper says from now on."""

    saved = Signal()

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self.place = PlaceForm(session.centre, village_list(session.db))
        self.signatories = SignatoryForm(session.centre)
        self.place.finished.connect(self.signatories.start)
        self.estimate = EstimateForm(session.centre)
        self.signatories.finished.connect(self.estimate.start)
        self.estimate.finished.connect(self.save)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme.current().space(8))
        layout.addWidget(self.place)
        layout.addWidget(self.signatories)
        layout.addWidget(self.estimate)
        layout.addStretch(1)

    def start(self) -> None:
        """Focus the first editor."""
        self.place.start()

    def save(self) -> None:
        """Change the centre; receipts already printed keep what they said."""
        if not (self.place.check() and self.signatories.check() and self.estimate.check()):
            return
        draft = self.estimate.onto(self.signatories.onto(self.place.onto(self._session.centre)))

        def done(_none: object) -> None:
            self._session.centre = draft
            notice.good(self, self.tr("Saved. New receipts carry it from now on."))
            self.saved.emit()

        tasks.perform(self, lambda: change_centre(self._session.db, draft), done, self._refused)

    def _refused(self, error: UserError, sentence: str) -> None:
        """Under its field, whichever of the forms has it."""
        name = getattr(error, "field", "")
        forms: tuple[Form, ...] = (self.place, self.signatories, self.estimate)
        next((form for form in forms if name in form.fields), self.place).refuse_error(error, sentence)


class RuleSection(Form):
    """What the counter may do, from today on."""

    saved = Signal()

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        rule = rule_in_force(session.db, session.today())
        self.payout = RupiahEdit()
        self.payout.set_value(rule.minimum_payout_rupiah)
        self.balance = RupiahEdit()
        self.balance.set_value(rule.minimum_balance_rupiah)
        self.line = QuantityEdit(required=True)
        self.line.set_value(rule.line_limit_grams)
        choices = [("no", self.tr("No")), ("yes", self.tr("Yes"))]
        self.debt = ChoiceBar(self.tr("Debts of members allowed"), choices)
        self.debt.choose("yes" if rule.debt_allowed else "no")
        nothing = self.tr("0 or empty: no minimum")
        self.add("minimum_payout_rupiah", Field(self.tr("Smallest payout (Rp)"), self.payout, nothing))
        self.add("minimum_balance_rupiah", Field(self.tr("Balance that must stay (Rp)"), self.balance, nothing))
        self.add(
            "line_limit_grams",
            Field(
                self.tr("Heaviest line of a deposit (kg)"),
                self.line,
                self.tr("More than this is taken for a slip and refused"),
            ),
        )
        self.add(
            "debt_allowed",
            Field(
                self.tr("Debts of members allowed"),
                self.debt,
                self.tr("Then a deposit can be reversed whose money was paid out already: the rest is owed"),
            ),
        )
        self.walk([self.payout, self.balance, self.line, self.debt])
        self.finished.connect(self.save)

    def save(self) -> None:
        """Set the rule from today on; earlier days keep theirs."""
        if not self.check():
            return
        line = self.line.value()
        if not line:
            self.refuse("line_limit_grams", self.tr("It must be more than zero."))
            return
        allowed = self.debt.value() == "yes"
        rule = CounterRule(self.payout.value() or 0, self.balance.value() or 0, line, allowed)

        def done(_none: object) -> None:
            notice.good(self, self.tr("Saved. The rules hold from today on."))
            self.saved.emit()

        day = self._session.today()
        tasks.perform(self, lambda: change_rule(self._session.db, rule, day), done, self.refuse_error)


class MachineSection(QWidget):
    """Which counter this machine is, and what it prints on."""

    saved = Signal()

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._counters: tuple[Counter, ...] = ()
        self.counter = DropDown()
        self.paper = PaperForm(session.machine)
        self.form = Form()
        self.form.add(
            "counter",
            Field(self.tr("This machine is"), self.counter, self.tr("Its code begins the numbers of the receipts")),
        )
        self.form.walk([self.counter])
        self.form.finished.connect(self.paper.start)
        self.paper.finished.connect(self.save)
        self.new = _CounterForm()
        self.new.finished.connect(self._add)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme.current().space(8))
        for part in (self.form, self.paper, SectionTitle(self.tr("Open another counter")), self.new):
            layout.addWidget(part)
        layout.addStretch(1)
        self._show_counters(session.counter.code)

    def start(self) -> None:
        """Focus the counter."""
        self.form.start()

    def save(self) -> None:
        """Keep the choice for this machine; the book is not touched."""
        chosen = next(each for each in self._counters if each.code == self.counter.code())
        machine = replace(self.paper.onto(load_machine()), counter=chosen.code)

        def done(_none: object) -> None:
            self._session.machine = replace(machine, database=self._session.machine.database)
            self._session.counter = chosen
            notice.good(self, self.tr("Saved for this machine."))
            self.saved.emit()

        tasks.perform(self, lambda: save_machine(machine), done)

    def _add(self) -> None:
        if not self.new.check():
            return
        code, name = self.new.code.text(), self.new.name.text()

        def done(counter: Counter) -> None:
            self._show_counters(counter.code)
            self.new.code.clear()
            self.new.name.clear()
            notice.good(self, self.tr("{name} is open. F10 makes this machine work there.").format(name=counter.name))
            self.counter.setFocus()

        tasks.perform(self, lambda: add_counter(self._session.db, code, name), done, self.new.refuse_error)

    def _show_counters(self, code: str) -> None:
        self._counters = book_state(self._session.db).counters
        self.counter.clear()
        for each in self._counters:
            self.counter.add(each.code, f"{each.code} · {each.name}")
        self.counter.choose(code)


class _CounterForm(Form):
    def __init__(self) -> None:
        super().__init__()
        self.code = LineEdit(required=True)
        self.name = LineEdit(required=True)
        self.add("code", Field(self.tr("Code"), self.code, self.tr("Such as L2; letters and digits")), 0, 1)
        self.add("name", Field(self.tr("Name"), self.name, self.tr("Such as Loket 2")), 1, 1)
        self.walk([self.code, self.name])


class ViewSection(Form):
    """Language, size of text, light or dark: for whoever works at this machine."""

    wanted = Signal(object)
    """The `Preferences` to show everything with."""

    SIZES = (100, 125, 150, 175, 200)

    def __init__(self, preferences: Preferences, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._preferences = preferences
        languages = [(translation.INDONESIAN, "Bahasa Indonesia"), (translation.ENGLISH, "English")]
        self.language = ChoiceBar(self.tr("Language"), languages)
        self.language.choose(preferences.language)
        sizes = [(str(size), self.tr("{percent} %").format(percent=size)) for size in self.SIZES]
        self.size_of_text = ChoiceBar(self.tr("Size of text"), sizes)
        if preferences.text_percent in self.SIZES:
            self.size_of_text.choose(str(preferences.text_percent))
        self.colours = ChoiceBar(self.tr("Colours"), [("light", self.tr("Light")), ("dark", self.tr("Dark"))])
        self.colours.choose("dark" if preferences.dark else "light")
        self.add("language", Field(self.tr("Language"), self.language))
        self.add("text_percent", Field(self.tr("Size of text"), self.size_of_text))
        self.add("dark", Field(self.tr("Colours"), self.colours))
        self.walk([self.language, self.size_of_text, self.colours])
        self.finished.connect(self.save)

    def save(self) -> None:
        """Show the window anew."""
        wanted = replace(
            self._preferences,
            language=self.language.value(),
            text_percent=int(self.size_of_text.value()),
            dark=self.colours.value() == "dark",
        )
        self.wanted.emit(wanted)


class VillageSection(Form):
    """Villages of another regency, from a file in the columns of the shipped list."""

    saved = Signal()

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self.path = LineEdit(required=True)
        columns = self.tr("CSV with the columns code, kind (desa or kelurahan), name, district_code, district")
        self.add("path", Field(self.tr("File"), self.path, columns))
        browse = SecondaryButton(self.tr("Browse"), icon="folder-open")
        browse.clicked.connect(self._browse)
        buttons = QHBoxLayout()
        buttons.addWidget(browse)
        buttons.addStretch(1)
        self.add_layout(buttons)
        self.walk([self.path])
        self.finished.connect(self.save)

    def save(self) -> None:
        """Take the list in; codes that are known keep their row and get the new name."""
        if not self.check():
            return
        path = Path(self.path.text().strip().strip('"'))

        def done(count: int) -> None:
            notice.good(self, self.tr("{count} villages were taken in.").format(count=count))
            self.saved.emit()

        tasks.perform(
            self,
            lambda: import_villages(self._session.db, path),
            done,
            lambda _error, sentence: self.refuse("path", sentence),
        )

    def _browse(self) -> None:
        path, _kind = QFileDialog.getOpenFileName(self, self.tr("Choose a list of villages"), "", "*.csv")
        if path:
            self.path.setText(path)
            self.save()
