"""Ctrl+T in the weight: what lies still on the scale comes into the field, and typing goes on meanwhile."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QKeySequence, QShortcut

from daurulang.device_errors import ScaleRefused
from daurulang.devices.scale import weigh
from daurulang.errors import UserError
from daurulang.quantities import Unit, format_kilograms
from ui import keys, tasks
from ui.deposits.entry import EntryRow
from ui.deposits.presenter import DepositForm
from ui.deposits.typed import TypedLine
from ui.keys import KeyLine
from ui.session import Session
from ui.widgets.button import QuietButton
from ui.widgets.card import Tone
from ui.wording import worded


class ScaleKey(QObject):
    """Asks the scale for the line being typed. The answer is dropped once something else was typed."""

    PATIENCE_MS = 3000
    """A driver that hangs longer is not waited for."""

    def __init__(self, entry: EntryRow, form: DepositForm, session: Session) -> None:
        super().__init__(entry)
        self._entry, self._form, self._session = entry, form, session
        self._asked: TypedLine | None = None
        self.button = QuietButton(self.tr("Scale"), keys.WEIGH)
        self.button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.button.clicked.connect(self.weigh)
        entry.add_act(self.button)
        shortcut = QShortcut(QKeySequence(keys.WEIGH), entry.gross)
        shortcut.setContext(Qt.ShortcutContext.WidgetShortcut)
        shortcut.activated.connect(self.weigh)
        entry.edited.connect(self._forget)
        entry.entered.connect(self._forget)
        entry.installEventFilter(self)

    def keys(self) -> Sequence[KeyLine]:
        """What F1 says of it, where there is a scale."""
        return [KeyLine(keys.WEIGH, self.tr("Weight from the scale"))] if self._session.machine.scale.port else []

    def weigh(self) -> None:
        """Take what lies on the scale; pressed again before the answer it does nothing."""
        if self._asked is not None:
            return
        line, offer = self._session.machine.scale, self._entry.material.value()
        if not line.port:
            self._entry.say(self.tr("No scale is set up (Settings, Scale): type the weight."))
        elif offer is None:
            self._entry.say(self.tr("Choose a material first, then weigh."))
        elif offer.material.unit is not Unit.KILOGRAM:
            words = self.tr("{material} is counted in {unit}: type how many.")
            self._entry.say(words.format(material=offer.material.name, unit=offer.material.unit))
        else:
            asked = self._asked = self._entry.typed()
            self._entry.say(self.tr("Reading the scale …"), Tone.PLAIN)
            QTimer.singleShot(self.PATIENCE_MS, self, partial(self._refused, asked, ScaleRefused("silent")))
            tasks.aside(
                self._entry,
                lambda: weigh(line.port, line.baud, line.bits, line.format),
                partial(self._take, asked),
                lambda error, _sentence: self._refused(asked, error),
                on_given_up=self._forget,
                lane="scale",
            )

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The key is shown where there is a scale; the settings may have changed since."""
        if event.type() == QEvent.Type.Show:
            self.button.setVisible(bool(self._session.machine.scale.port))
        return False

    def _take(self, asked: TypedLine, grams: int) -> None:
        if self._is_awaited(asked):
            self._entry.take_weight(grams)
            if self._stood_before(grams):
                words = self.tr("{weight}, as in the line before: was the load changed?")
                self._entry.say(words.format(weight=format_kilograms(grams)))

    def _refused(self, asked: TypedLine, error: UserError) -> None:
        if self._is_awaited(asked):
            self._entry.say(worded(error))

    def _is_awaited(self, asked: TypedLine) -> bool:
        """Whether this is the answer to the last key, and the line still stands as it stood then."""
        if self._asked is not asked:
            return False
        self._forget()
        return self._entry.typed() == asked

    def _stood_before(self, grams: int) -> bool:
        """Whether the last line has the very same weight: a sack that still lies there would be paid twice."""
        if self._entry.position is not None or self._form.empty:
            return False
        last = self._form.shown()[-1]
        return last.offer.material.unit is Unit.KILOGRAM and last.draft.gross == grams

    def _forget(self) -> None:
        self._asked = None
