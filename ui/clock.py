"""The clock of this computer jumped: somebody looks at it before anything is booked."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from daurulang import periods
from daurulang.periods import Zone, clock_time
from ui.days import long_day
from ui.overlay import Overlay
from ui.widgets.button import PrimaryButton, SecondaryButton
from ui.widgets.card import Facts, Text


class ClockOverlay(Overlay):
    """Two moments and one question; only its buttons take it away."""

    confirmed = Signal()
    quit_wanted = Signal()

    def __init__(self, window: QWidget, last_at_ms: int, zone: Zone) -> None:
        super().__init__(window)
        self.body.addWidget(Text(self.tr("Is the clock of this computer right?"), "title"))
        words = Text(
            self.tr("The days on receipts come from it. The numbers go on in any case; your name is noted with this.")
        )
        words.setWordWrap(True)
        self.body.addWidget(words)
        facts = Facts()
        facts.show_facts(
            [
                (self.tr("Newest entry of the book"), _moment(last_at_ms, zone)),
                (self.tr("This computer, now"), _moment(periods.now_ms(), zone)),
            ]
        )
        self.body.addWidget(facts)
        self.right = PrimaryButton(self.tr("It is right"), self.tr("Enter"))
        self.right.clicked.connect(self._confirm)
        leave = SecondaryButton(self.tr("Quit and set it"), icon="log-out")
        leave.clicked.connect(self.quit_wanted)
        buttons = QHBoxLayout()
        for button in (self.right, leave):
            buttons.addWidget(button)
        buttons.addStretch(1)
        self.body.addLayout(buttons)

    def open(self) -> None:
        super().open()
        self.right.setFocus()

    def _confirm(self) -> None:
        self.close_overlay()
        self.confirmed.emit()


def _moment(at_ms: int, zone: Zone) -> str:
    return f"{long_day(periods.local(at_ms, zone).date())}, {clock_time(at_ms, zone)}"
