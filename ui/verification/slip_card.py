"""A slip somebody brings: its number and its check code are typed in, and the book says whether it is so."""

from __future__ import annotations

from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from daurulang.errors import CheckCodeIncomplete, UserError
from daurulang.periods import short_day
from daurulang.quantities import format_kilograms, format_rupiah
from daurulang.receipts.queries import DepositPart, OpeningPart, PayoutPart, Receipt, RepaymentPart
from daurulang.verification.slips import PlantPaper, Slip, check_slip
from ui import tasks, theme
from ui.receipts.paper_view import links_words, title_of
from ui.session import Session
from ui.verification.words import slip_words
from ui.widgets.button import SecondaryButton
from ui.widgets.card import Card, Facts, Text
from ui.widgets.field import Field, LineEdit, announce
from ui.widgets.form import FormWalker
from ui.words import entry_kind_word


class SlipCard(Card):
    """Enter walks from the number to the code and then asks the book."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self.setMinimumWidth(theme.current().space(350))
        self.number, self.code = LineEdit(required=True), LineEdit(required=True)
        self._number_field = Field(self.tr("Number on the slip"), self.number, self.tr("Such as L1-000123"))
        self._code_field = Field(self.tr("Check code"), self.code, self.tr("16 signs at the foot of the slip"))
        button = SecondaryButton(self.tr("Check the slip"), self.tr("Enter"))
        button.clicked.connect(self.check)
        self._strip = QFrame()
        self._strip.setProperty("role", "notice")
        self._answer = Text("", "strong")
        self._answer.setWordWrap(True)
        self._facts = Facts()
        self._says = Text(self.tr("What the book says"), "section")
        space = theme.current().space
        inside = QVBoxLayout(self._strip)
        inside.setContentsMargins(space(12), space(10), space(12), space(10))
        for part in (self._answer, self._says, self._facts):
            inside.addWidget(part)
        self.body.addWidget(Text(self.tr("Check a slip"), "heading"))
        for widget in (self._number_field, self._code_field, button, self._strip):
            self.body.addWidget(widget)
        self._walker = FormWalker([self.number, self.code], self)
        self._walker.finished.connect(self.check)
        for edit in (self.number, self.code):
            edit.textEdited.connect(lambda _text: self._strip.hide())
        self._strip.hide()

    def start(self) -> None:
        """Put the focus where typing begins."""
        self._walker.go_to(self.number)

    def step_back(self) -> bool:
        """Empty both fields; False when they are."""
        typed = bool(self.number.text() or self.code.text())
        self.number.clear()
        self.code.clear()
        self._strip.hide()
        for field in (self._number_field, self._code_field):
            field.clear_problem()
        if typed:
            self.start()
        return typed

    def check(self) -> None:
        """Ask the book."""
        for edit, field in ((self.number, self._number_field), (self.code, self._code_field)):
            if not edit.text().strip():
                field.show_problem(self.tr("Please fill this in."))
                return
        db, number, code = self._session.db, self.number.text(), self.code.text()
        tasks.perform(self, lambda: check_slip(db, number, code), self._show, self._refused)

    def answer(self) -> str:
        """What was found, in words; empty while nothing was asked."""
        return "" if self._strip.isHidden() else self._answer.text()

    def problem(self) -> str:
        """The words under the code."""
        return self._code_field.message()

    # --- inside --------------------------------------------------------------------------------------------

    def _show(self, slip: Slip) -> None:
        words, tone = slip_words(slip)
        self._answer.setText(words)
        self._strip.setProperty("tone", tone.value)
        theme.restyle(self._strip)
        told = self._told(slip.receipt) if slip.receipt is not None else []
        if slip.paper is not None:
            told = self._told_of_paper(slip.number, slip.paper)
        self._says.setVisible(bool(told))
        self._facts.show_facts(told)
        self._facts.setVisible(bool(told))
        self._strip.show()
        announce(self, words)
        self.start()

    def _told(self, receipt: Receipt) -> list[tuple[str, str]]:
        done = receipt.done
        amount = ""
        match done:
            case DepositPart():
                amount = format_rupiah(done.total_rupiah) if done.total_rupiah else format_kilograms(done.grams)
            case PayoutPart(rupiah=rupiah) | OpeningPart(rupiah=rupiah) | RepaymentPart(rupiah=rupiah):
                amount = format_rupiah(rupiah)
        told = [
            (title_of(receipt), receipt.number),
            (self.tr("Day"), short_day(receipt.day)),
            (self.tr("Member"), receipt.heading.member_number),
            (self.tr("Amount"), amount),
        ]
        links = links_words(receipt)
        return [*told, (links, "")] if links else told

    def _told_of_paper(self, number: str, paper: PlantPaper) -> list[tuple[str, str]]:
        told = [(entry_kind_word(paper.kind), number), (self.tr("Day"), short_day(paper.day))]
        return [*told, (self.tr("Amount"), format_rupiah(paper.rupiah))] if paper.rupiah else told

    def _refused(self, error: UserError, sentence: str) -> None:
        self._strip.hide()
        field = self._code_field if isinstance(error, CheckCodeIncomplete) else self._number_field
        field.show_problem(sentence)
