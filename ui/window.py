"""The window: rail, screens, notices, progress, status line, and the keys that hold everywhere."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import (
    QApplication,
    QFrame,
    QHBoxLayout,
    QMainWindow,
    QScrollArea,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from ui import keys, tasks, theme
from ui.clock import ClockOverlay
from ui.help import HelpOverlay
from ui.keys import KeyLine
from ui.lock import LockOverlay, Unlock
from ui.overlay import Overlay
from ui.palette import CommandPalette
from ui.rail import Rail
from ui.screen import Act, Screen, ScreenEntry
from ui.widgets.card import ElidedText, Pill, Text, Tone
from ui.widgets.notice import NoticeBar
from ui.widgets.progress import ProgressStrip
from ui.widgets.report import ReportPanel


class StatusLine(QFrame):
    """The bottom line: what the machine says at the left, the keys at the right."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "status")
        self._left = ElidedText("", "small")
        self._safety, self._papers = Pill(), Pill()
        self._right = Text("", "small")
        space = theme.current().space
        layout = QHBoxLayout(self)
        layout.setContentsMargins(space(22), space(8), space(22), space(8))
        layout.setSpacing(space(14))
        layout.addWidget(self._safety)
        layout.addWidget(self._papers)
        layout.addWidget(self._left, 1)
        layout.addWidget(self._right)

    def show_statuses(self, statuses: Sequence[str]) -> None:
        """Such as "Printer 58 mm siap"."""
        self._left.setText("      ".join(statuses))

    def show_safety(self, words: str, tone: Tone) -> None:
        """Such as "Cadangan 09.30 ✓"; "" for a book that is not copied from here."""
        self._safety.show_pill(words, tone)

    def safety(self) -> str:
        """What it says about copies."""
        return self._safety.text()

    def show_papers(self, words: str) -> None:
        """Such as "2 bukti belum tercetak"; "" while none waits."""
        self._papers.show_pill(words, Tone.PROBLEM)

    def papers(self) -> str:
        """What it says about papers that wait."""
        return self._papers.text()

    def show_hints(self, hints: Sequence[KeyLine]) -> None:
        """The keys of the screen shown."""
        self._right.setText("   ·   ".join(f"{hint.key} {hint.words}" for hint in hints))


class MainWindow(QMainWindow):
    """Shows the first of `entries` once `start` is called; every screen is built when it is first wanted."""

    unlocked = Signal(object)
    """Who opened the lock."""

    NARROW_BELOW = 1100
    """Below this width (in pixels at 100 % text) the rail keeps icons and keys alone."""

    def __init__(self, entries: Sequence[ScreenEntry], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Daur Ulang"))
        self.entries = list(entries)
        self._built: dict[str, tuple[Screen, QScrollArea]] = {}
        self._shown = ""
        self._overlay: Overlay | None = None
        self._place = ""
        self._clerk = ""
        self._names: Callable[[], Sequence[str]] = tuple
        self._unlock: Unlock | None = None
        self._more_acts: list[Callable[[], Sequence[Act]]] = []
        self._told_busy = ""
        self.rail = Rail(self.entries)
        self.rail.wanted.connect(self._go_on)
        self.notice = NoticeBar()
        self.report = ReportPanel()
        self.status = StatusLine()
        self._stack = QStackedWidget()
        self.setCentralWidget(self._laid_out())
        self._shortcuts = list(self._bind_keys())
        self._laid_out_anew = QTimer(self)
        self._laid_out_anew.setSingleShot(True)
        self._laid_out_anew.timeout.connect(self._scroll_to_focus)
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._keep_in_sight)

    # --- what the program tells the window -----------------------------------------------------------------

    def start(self) -> None:
        """Show the first screen."""
        self.show_screen(self.entries[0].id)

    def show_place(self, text: str) -> None:
        """The centre and the counter, in the rail and on the lock."""
        self._place = text
        self.rail.show_place(text)
        if isinstance(self._overlay, LockOverlay):
            self._overlay.show_place(text)

    def show_clerk(self, name: str, detail: str = "") -> None:
        """Who works here now."""
        self._clerk = name
        self.rail.show_clerk(f"{name}  ·  {detail}" if detail else name)

    def show_statuses(self, statuses: Sequence[str]) -> None:
        """The words at the bottom left."""
        self.status.show_statuses(statuses)

    def set_lock(self, names: Callable[[], Sequence[str]], unlock: Unlock) -> None:
        """Let F12 lock the window: who may be chosen, and how a PIN is checked."""
        self._names, self._unlock = names, unlock

    def add_acts(self, acts: Callable[[], Sequence[Act]]) -> None:
        """Let Ctrl+K offer more than the screens and the acts of the one shown."""
        self._more_acts.append(acts)

    # --- screens -------------------------------------------------------------------------------------------

    def show_screen(self, name: str) -> Screen:
        """Show a screen; what was typed into the one before stays there."""
        screen = self.page(name)
        self._shown = name
        self._stack.setCurrentWidget(self._built[name][1])
        self.rail.mark(name)
        self.status.show_hints(screen.hints())
        screen.enter()
        return screen

    def _go_on(self, name: str) -> None:
        """The clerk chose another screen."""
        self.notice.read()
        self.show_screen(name)

    def page(self, name: str) -> Screen:
        """A screen by its id, built if it was not yet."""
        if name not in self._built:
            entry = next(entry for entry in self.entries if entry.id == name)
            screen = entry.factory()
            area = QScrollArea()
            area.setFrameShape(QFrame.Shape.NoFrame)
            area.setWidgetResizable(True)
            area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            area.setWidget(screen)
            self._stack.addWidget(area)
            self._built[name] = (screen, area)
            screen.hints_changed.connect(self._show_hints)
        return self._built[name][0]

    def build_one(self) -> bool:
        """Build a screen of the rail that is not there yet; False when all are."""
        missing = next((entry.id for entry in self.entries if entry.key and entry.id not in self._built), None)
        if missing is not None:
            self.page(missing)
        return missing is not None

    def lets_go(self) -> bool:
        """Whether the screens may be thrown away; says what is not saved or still at work."""
        title, unsaved = tasks.busy(self.window()), self._unsaved()
        if title:
            self.notice.warning(self.tr("Still working: {title}. Wait for it or cancel it first.").format(title=title))
        elif unsaved:
            self.notice.warning(self.tr("Not saved yet: {screens}. Save or drop it first.").format(screens=unsaved))
        return not (title or unsaved)

    def _unsaved(self) -> str:
        """The names of the screens with typed work, "" for none."""
        return ", ".join(title for title, _kept in self._typed())

    def _typed(self) -> list[tuple[str, bool]]:
        """The names of the screens with typed work, and whether it is offered again."""
        built = [(entry.title, self._built[entry.id][0]) for entry in self.entries if entry.id in self._built]
        return [(title, screen.kept()) for title, screen in built if screen.unsaved()]

    def _leaving_words(self) -> str:
        """What becomes of typed work when the window closes, "" where there is none."""
        typed = self._typed()
        lost, kept = (", ".join(title for title, each in typed if each is wanted) for wanted in (False, True))
        words = ""
        if lost and kept:
            words = self.tr(
                "Not saved yet: {screens}. Close the window again to leave: {lost} is dropped, {kept} is offered at the"
                " next start."
            )
        elif lost:
            words = self.tr("Not saved yet: {screens}. Close the window again to drop it.")
        elif kept:
            words = self.tr(
                "Not saved yet: {screens}. Close the window again to leave; it is offered at the next start."
            )
        return words.format(screens=self._unsaved(), lost=lost, kept=kept)

    def shown(self) -> str:
        """The id of the screen shown, "" before `start`."""
        return self._shown

    def current_screen(self) -> Screen | None:
        """The screen shown."""
        return self._built[self._shown][0] if self._shown else None

    # --- overlays ------------------------------------------------------------------------------------------

    def show_help(self) -> None:
        """F1; a second time closes it."""
        if isinstance(self._overlay, HelpOverlay):
            self._overlay.close_overlay()
            return
        screens = [KeyLine(entry.key, entry.title) for entry in self.entries]
        screen = self.current_screen()
        self._cover(HelpOverlay(self, keys.table(screens), screen.keys() if screen is not None else ()))

    def show_palette(self) -> None:
        """Ctrl+K."""
        acts = [self._act_of(entry) for entry in self.entries]
        screen = self.current_screen()
        acts += screen.acts() if screen is not None else ()
        for more in self._more_acts:
            acts += more()
        acts.append(Act(self.tr("Help: the keys"), self.show_help, key=keys.HELP))
        if self._unlock is not None:
            acts.append(Act(self.tr("Lock the screen"), self.lock, key=keys.LOCK))
        self._cover(CommandPalette(self, acts))

    def lock(self) -> None:
        """F12: cover everything until somebody unlocks."""
        if self._unlock is None or self.locked():
            return
        overlay = LockOverlay(self, self._place, self._names(), self._clerk, self._unlock)
        overlay.unlocked.connect(self.unlocked)
        overlay.closed.connect(lambda: self._page_enabled(enabled=True))
        self._cover(overlay)
        self._page_enabled(enabled=False)
        overlay.pin.setFocus()

    def refresh_lock(self) -> None:
        """Ask anew who may be chosen; the lock may stand before the book is open."""
        if isinstance(self._overlay, LockOverlay):
            self._overlay.show_names(self._names(), self._clerk)

    def locked(self) -> bool:
        """Whether the window is covered by the lock."""
        return isinstance(self._overlay, LockOverlay)

    def ask_about_clock(self, overlay: ClockOverlay) -> None:
        """Nothing is booked before somebody looked at the clock."""
        self._cover(overlay)

    def _cover(self, overlay: Overlay) -> None:
        if self._overlay is not None:
            self._overlay.close_overlay()
        self._overlay = overlay
        overlay.closed.connect(self._uncover)
        overlay.open()

    def _uncover(self) -> None:
        self._overlay = None

    def _page_enabled(self, *, enabled: bool) -> None:
        for widget in (self.rail, self._stack, self.notice, self.report):
            widget.setEnabled(enabled)

    def _act_of(self, entry: ScreenEntry) -> Act:
        return Act(entry.title, lambda: self._go_on(entry.id), key=entry.key)

    # --- keys ----------------------------------------------------------------------------------------------

    def _bind_keys(self) -> list[QShortcut]:
        bound: list[tuple[str, Callable[[], object]]] = [
            (keys.HELP, self.show_help),
            (keys.PALETTE, self.show_palette),
            (keys.LOCK, self.lock),
            (keys.SAVE, lambda: self._ask(lambda screen: screen.save())),
            (keys.SAVE_TOO, lambda: self._ask(lambda screen: screen.save())),
            ("Ctrl+Enter", lambda: self._ask(lambda screen: screen.save())),
            (keys.REPRINT, lambda: self._ask(lambda screen: screen.reprint())),
            (keys.BACK, self._step_back),
        ]
        bound += [(entry.key, self._act_of(entry).run) for entry in self.entries if entry.key]
        return [self._bind(key, act) for key, act in bound]

    def _bind(self, key: str, act: Callable[[], object]) -> QShortcut:
        shortcut = QShortcut(QKeySequence(key), self)
        shortcut.setAutoRepeat(False)
        shortcut.activated.connect(lambda: self._hear(key, act))
        return shortcut

    def _hear(self, key: str, act: Callable[[], object]) -> None:
        """A key under the lock does nothing; any other overlay gives way to what the key means."""
        if self.locked() or isinstance(self._overlay, ClockOverlay):
            return
        if self._overlay is not None and key not in {keys.HELP, keys.BACK}:
            self._overlay.close_overlay()
        act()

    def _ask(self, what: Callable[[Screen], object]) -> None:
        screen = self.current_screen()
        if screen is not None:
            what(screen)

    def _step_back(self) -> None:
        screen = self.current_screen()
        if self._overlay is not None:
            self._overlay.close_overlay()
        elif self.notice.close_problem():
            return
        elif screen is not None and not screen.step_back() and self._shown != self.entries[0].id:
            self.show_screen(self.entries[0].id)

    def _show_hints(self) -> None:
        screen = self.current_screen()
        if screen is not None:
            self.status.show_hints(screen.hints())

    # --- Qt ------------------------------------------------------------------------------------------------

    def _laid_out(self) -> QWidget:
        space = theme.current().space
        news = QVBoxLayout()
        news.setContentsMargins(space(22), 0, space(22), 0)
        news.addWidget(self.report)
        right = QVBoxLayout()
        right.setContentsMargins(0, 0, 0, 0)
        right.setSpacing(0)
        right.addLayout(news)
        ground = QWidget()
        under = QVBoxLayout(ground)
        under.setContentsMargins(0, 0, 0, 0)
        under.addWidget(self._stack)
        self.notice.hover_over(ground)
        right.addWidget(ground, 1)
        right.addWidget(ProgressStrip())
        right.addWidget(self.status)
        page = QWidget()
        layout = QHBoxLayout(page)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.rail)
        layout.addLayout(right, 1)
        return page

    def _keep_in_sight(self, _before: QWidget | None, now: QWidget | None) -> None:
        """On small windows with large text, the focused editor is scrolled to."""
        if now is not None and self._shown:
            self._scroll_to_focus()
            self._laid_out_anew.start()  # words that appear with the focus move it

    def _scroll_to_focus(self) -> None:
        screen, area = self._built[self._shown]
        editor = QApplication.focusWidget()
        if editor is not None and screen.isAncestorOf(editor):
            area.ensureWidgetVisible(editor, 20, area.viewport().height() // 3)  # with what is said above it

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.rail.set_narrow(narrow=self.width() * 100 < self.NARROW_BELOW * theme.current().scale_percent)

    def closeEvent(self, event: QCloseEvent) -> None:
        """The first try is held back by long work and by typed work; the second goes on all the same."""
        title = tasks.busy(self.window())
        if title and self._told_busy != title:
            self._told_busy = title
            words = self.tr("Still working: {title}. Close the window again to cancel it.")
            self.notice.warning(words.format(title=title))
            event.ignore()
            return
        words = self._leaving_words()
        if words and (self.notice.isHidden() or self.notice.text() != words):
            self.notice.warning(words)
            event.ignore()
            return
        tasks.stop_all(self.window())
        super().closeEvent(event)
