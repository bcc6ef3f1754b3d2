"""The scale in the settings: its cable and how its indicator speaks, and trying it before it is relied on."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from daurulang.config import ScaleLine, load_machine, save_machine
from daurulang.device_errors import ScaleRefused
from daurulang.devices.scale import BITS, ports, weigh
from daurulang.errors import UserError
from daurulang.quantities import format_kilograms
from ui import tasks, theme
from ui.centre.forms import Form
from ui.session import Session
from ui.widgets import notice
from ui.widgets.button import SecondaryButton
from ui.widgets.card import Tone
from ui.widgets.field import DropDown, Field, HintLine

_LANE = "scale"


class ScaleSection(Form):
    """F10 keeps it for this machine; “Try it” shows what the scale says with what is chosen now, saved or not."""

    saved = Signal()

    BAUDS = (1200, 2400, 4800, 9600, 19200, 38400, 57600, 115200)
    TRIAL_SECONDS = 1.0
    _PAUSE_MS = 200

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._asked = self._trying = False
        self.port, self.format, self.baud, self.bits = (DropDown() for _ in range(4))
        self._fill(session.machine.scale)
        self.trial = SecondaryButton(self.tr("Try it"), icon="weight")
        self.trial.clicked.connect(self._switch)
        self.reading = HintLine()
        plugged = self.tr("Where the cable of the scale is plugged in")
        manual = self.tr("As in the manual of the indicator")
        self.add("port", Field(self.tr("Port"), self.port, plugged))
        self.add("format", Field(self.tr("How it speaks"), self.format, manual))
        self.add("baud", Field(self.tr("Pace (baud)"), self.baud, manual), 0, 1)
        self.add("bits", Field(self.tr("Bits and parity"), self.bits, manual), 1, 1)
        trial = QHBoxLayout()
        trial.setSpacing(theme.current().space(8))
        trial.addWidget(self.trial)
        trial.addWidget(self.reading, 1, Qt.AlignmentFlag.AlignVCenter)
        self.add_layout(trial)
        self.walk([self.port, self.format, self.baud, self.bits, self.trial])

    def start(self) -> None:
        """Focus the port; the ports there are now are asked for once."""
        super().start()
        if not self._asked:
            self._asked = True
            tasks.aside(self, ports, self._add_ports, lane=_LANE)

    def save(self) -> None:
        """Remember the scale for this machine; the book is not touched."""
        machine = replace(load_machine(), scale=self.line())

        def done(_none: object) -> None:
            self._session.machine = replace(machine, database=self._session.machine.database)
            notice.good(self, self.tr("Saved for this machine."))
            self.saved.emit()

        tasks.perform(self, lambda: save_machine(machine), done)

    def line(self) -> ScaleLine:
        """What is chosen."""
        return ScaleLine(self.port.code(), int(self.baud.code()), self.bits.code(), self.format.code())

    def hideEvent(self, event: QHideEvent) -> None:
        """A trial ends with its page."""
        super().hideEvent(event)
        self._stop()

    def _fill(self, line: ScaleLine) -> None:
        self.port.add("", self.tr("None: weights are typed"))
        if line.port:
            self.port.add(line.port, line.port)
        for code, words in self._formats():
            self.format.add(code, words)
        for baud in sorted({*self.BAUDS, line.baud}):
            self.baud.add(str(baud), str(baud))
        for bits in BITS:
            self.bits.add(bits, bits)
        self.port.choose(line.port)
        self.baud.choose(str(line.baud))
        self.format.choose(line.format if self.format.findData(line.format) >= 0 else "auto")
        self.bits.choose(line.bits if line.bits in BITS else BITS[0])

    def _formats(self) -> list[tuple[str, str]]:
        return [
            ("auto", self.tr("Found out by itself")),
            ("and", self.tr("A&D and the like: ST,GS,+00001.23kg")),
            ("cas", self.tr("CAS, 22 bytes")),
            ("toledo", self.tr("Toledo, continuous")),
            ("sics", self.tr("Mettler MT-SICS, asked for each weight")),
            ("bare", self.tr("Number and unit only: 1.23 kg")),
        ]

    def _add_ports(self, found: list[tuple[str, str]]) -> None:
        for name, words in found:
            if self.port.findData(name) < 0:
                self.port.add(name, f"{name} · {words}" if words not in {"", "n/a", name} else name)

    # --- trying it -----------------------------------------------------------------------------------------

    def _switch(self) -> None:
        if self._trying:
            self._stop()
        elif not self.port.code():
            self.reading.say(self.tr("Choose the port first."), Tone.WARNING)
        else:
            self._trying = True
            self.trial.setText(self.tr("Stop"))
            self.reading.say(self.tr("Reading the scale …"))
            self._listen()

    def _stop(self) -> None:
        self._trying = False
        self.trial.setText(self.tr("Try it"))
        self.reading.say("")

    def _listen(self) -> None:
        """One reading after another, each with what is chosen at that moment."""
        line = self.line()
        if not line.port:
            self._stop()
        elif self._trying:
            tasks.aside(
                self,
                lambda: weigh(line.port, line.baud, line.bits, line.format, self.TRIAL_SECONDS),
                lambda grams: self._show(self.tr("{weight}, still").format(weight=format_kilograms(grams)), Tone.GOOD),
                lambda error, sentence: self._show(self._missed(error) or sentence, Tone.WARNING),
                on_given_up=self._stop,
                lane=_LANE,
            )

    def _missed(self, error: UserError) -> str:
        """Why no weight came, said to whoever sets the scale up; "" where the counter's words do."""
        match error:
            case ScaleRefused(reason="silent"):
                return self.tr("Nothing comes: look at the cable, and at what the indicator is set to send.")
            case ScaleRefused(reason="unreadable"):
                return self.tr("Something comes that cannot be read: try another pace, parity or way of speaking.")
            case ScaleRefused(reason="no_port"):
                return self.tr("The port cannot be opened: plug the cable in, and close other programs that use it.")
            case ScaleRefused(reason="moving"):
                return self.tr("It answers, and is not still.")
            case ScaleRefused(reason="zero"):
                return self.tr("It answers: {weight}.").format(weight=format_kilograms(0))
        return ""

    def _show(self, words: str, tone: Tone) -> None:
        if self._trying:
            self.reading.say(words, tone)
            QTimer.singleShot(self._PAUSE_MS, self, self._listen)
