"""What every screen answers, and how the window knows the screens there are."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui import theme
from ui.keys import KeyLine, usual_hints


@dataclass(frozen=True, slots=True)
class Act:
    """Something Ctrl+K can find: words, small words under it, its key, and what to do."""

    title: str
    run: Callable[[], object]
    detail: str = ""
    key: str = ""


class Screen(QWidget):
    """A page of the window; put widgets into `body`, which has the page's margins.

    The window calls `enter` when the screen is shown, and the acts of the common keys: `save` (F10, Ctrl+Enter),
    `step_back` (Esc), `reprint` (Ctrl+P). What was typed stays while another screen is shown.
    """

    hints_changed = Signal()
    """The keys at the bottom should be asked for again."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        space = theme.current().space
        self.body = QVBoxLayout(self)
        self.body.setContentsMargins(space(22), space(16), space(22), space(16))
        self.body.setSpacing(space(12))

    def enter(self) -> None:
        """The screen is shown: read what is new, put the focus where typing begins."""

    def unsaved(self) -> bool:
        """Whether something typed would be lost with the screen."""
        return False

    def kept(self) -> bool:
        """Whether what is `unsaved` outlasts the window, and is offered when the program begins again."""
        return False

    def save(self) -> None:
        """F10."""

    def step_back(self) -> bool:
        """Esc: go back one step; False when there is no step left, and the window shows the first screen."""
        return False

    def reprint(self) -> None:
        """Ctrl+P."""

    def acts(self) -> Sequence[Act]:
        """What Ctrl+K offers while this screen is shown."""
        return ()

    def hints(self) -> Sequence[KeyLine]:
        """The keys shown at the bottom right."""
        return usual_hints()

    def keys(self) -> Sequence[KeyLine]:
        """The keys of this screen alone, for F1; those at the bottom unless it has more to say."""
        usual = {line.key for line in usual_hints()}
        return [line for line in self.hints() if line.key not in usual]


@dataclass(frozen=True, slots=True)
class ScreenEntry:
    """A screen the window can show; `factory` builds it when it is first shown.

    `key` is one of `ui.keys`, or "" (found by Ctrl+K and the rail only); `icon` is a name in resources/icons.
    """

    id: str
    title: str
    key: str
    icon: str
    factory: Callable[[], Screen]
    in_rail: bool = True
