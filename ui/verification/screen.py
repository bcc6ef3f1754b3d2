"""F11: the whole book recomputed beside the counter, and single slips compared with it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from daurulang.ledger.service import format_number
from daurulang.periods import clock_time, now_ms
from daurulang.quantities import format_whole
from daurulang.verification.problems import Problem, Verification
from ui import keys, tasks, theme
from ui.icons import Icon
from ui.keys import KeyLine
from ui.screen import Screen
from ui.session import Session
from ui.verification.beside import recompute
from ui.verification.slip_card import SlipCard
from ui.verification.words import problem_words
from ui.widgets.button import PrimaryButton
from ui.widgets.card import Card, Facts, ScreenHeader, SectionTitle, Text
from ui.widgets.columns import Columns, stacked
from ui.widgets.rows import Column
from ui.widgets.table import TableView


class VerificationScreen(Screen):
    """F10 recomputes the book, with progress and cancel at the bottom; a slip is typed in at the right."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self.running = False
        self._icon = Icon("shield-check", "muted", 28)
        self._verdict = Text("", "lead")
        self._verdict.setWordWrap(True)
        self._words = Text("", "muted")
        self._words.setWordWrap(True)
        self.heads = Facts()
        self._heads_title = SectionTitle(self.tr("Last entry of each counter, and the code it is chained to"))
        self.gaps = Facts()
        self._gaps_title = SectionTitle(self.tr("Numbers that a restore lost: they are not given again"))
        self.problems: TableView[Problem] = TableView(
            [
                Column(self.tr("Where"), lambda each: each.where, strong=True, width=190),
                Column(self.tr("What is wrong"), lambda each: problem_words(each.kind)),
            ],
            empty="",
            name=self.tr("Problems"),
        )
        self.button = PrimaryButton(self.tr("Check the book"), keys.SAVE)
        self.button.clicked.connect(self.save)
        self.slip = SlipCard(session)
        self._lay_out()
        self._show_nothing_yet()

    def enter(self) -> None:
        self.slip.start()

    def save(self) -> None:
        """Begin, unless it runs already."""
        if self.running:
            return
        self.running = True
        self.button.setEnabled(False)
        self._say("clock", "accent_text", self.tr("Being checked …"), self.tr("The counter can be used meanwhile."))
        address = self._session.db.address
        tasks.in_background(
            self,
            lambda progress: recompute(address, progress),
            self._show,
            lambda _error, sentence: self._ended(sentence),
            title=self.tr("Checking the book"),
            on_given_up=lambda: self._ended(self.tr("Stopped before the end; nothing was found out.")),
        )

    def step_back(self) -> bool:
        return self.slip.step_back()

    def hints(self) -> Sequence[KeyLine]:
        return (
            KeyLine(keys.HELP, self.tr("help")),
            KeyLine(keys.SAVE, self.tr("check the book")),
            KeyLine("Enter", self.tr("check the slip")),
            KeyLine(keys.BACK, self.tr("back")),
        )

    def verdict(self) -> str:
        """What was found, in words."""
        return self._verdict.text()

    # --- inside --------------------------------------------------------------------------------------------

    def _show_nothing_yet(self) -> None:
        words = self.tr(
            "Every entry, every sum and every balance is recomputed from the first one on, and every link of the chain."
        )
        self._say("shield-check", "muted", self.tr("Not checked yet"), words)

    def _show(self, found: Verification) -> None:
        self._may_begin()
        counted = format_whole(found.entries)
        time = clock_time(now_ms(), self._session.centre.zone)
        if found.problems:
            words = self.tr("{count} problems").format(count=format_whole(len(found.problems)))
            detail = self.tr("{entries} entries checked at {time}. Restore a backup or call for help; go on with care.")
            self._say("circle-alert", "problem", words, detail.format(entries=counted, time=time))
        else:
            detail = self.tr("{entries} entries checked at {time}.").format(entries=counted, time=time)
            self._say("circle-check", "accent_text", self.tr("All is sound"), detail)
        self.problems.show_rows(found.problems)
        self.problems.setVisible(bool(found.problems))
        facts = [(format_number(each.counter, each.sequence), _grouped(each.hash)) for each in found.heads]
        self.heads.show_facts(facts)
        self._heads_title.setVisible(bool(facts))
        self.heads.setVisible(bool(facts))
        self.gaps.show_facts([(each.reason, each.numbers) for each in found.gaps])
        self._gaps_title.setVisible(bool(found.gaps))
        self.gaps.setVisible(bool(found.gaps))

    def _ended(self, sentence: str) -> None:
        self._may_begin()
        self._say("triangle-alert", "warning", self.tr("Not checked to the end"), sentence)

    def _may_begin(self) -> None:
        self.running = False
        self.button.setEnabled(True)

    def _say(self, icon: str, colour: str, verdict: str, words: str) -> None:
        self._icon.show_icon(icon, colour)
        self._verdict.setText(verdict)
        self._words.setText(words)
        for part in (self.problems, self._heads_title, self.heads, self._gaps_title, self.gaps):
            part.hide()

    def _lay_out(self) -> None:
        space = theme.current().space
        card = Card()
        card.setMinimumWidth(theme.current().px(420))
        card.body.setSpacing(space(12))
        top = QHBoxLayout()
        top.setSpacing(space(14))
        top.addWidget(self._icon, 0, Qt.AlignmentFlag.AlignTop)
        told = QVBoxLayout()
        told.setSpacing(space(2))
        told.addWidget(self._verdict)
        told.addWidget(self._words)
        top.addLayout(told, 1)
        top.addWidget(self.button, 0, Qt.AlignmentFlag.AlignTop)
        card.body.addLayout(top)
        card.body.addWidget(self._heads_title)
        card.body.addWidget(self.heads)
        card.body.addWidget(self._gaps_title)
        card.body.addWidget(self.gaps)
        card.body.addWidget(self.problems, 1)
        self.problems.filter.hide()
        rest = QWidget()
        rest.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Expanding)
        card.body.addWidget(rest)
        self.body.addWidget(ScreenHeader(self.tr("Check of the book")))
        self.body.addWidget(Columns(card, stacked((self.slip,))), 1)


def _grouped(code: str) -> str:
    """The first sixteen signs in groups, as slips and closings print them."""
    return " ".join(code[start : start + 4] for start in range(0, 16, 4))
