"""The program from its first frame to the counter: opening the book, signing in, showing the window."""

from __future__ import annotations

import gc
import sys
from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication

from ui import preferences
from ui.frame import Frame
from ui.garbage import GarbageRound
from ui.own_keys import OwnKeys

# Only what the first frame needs is imported above; the rest comes once it is painted.
if TYPE_CHECKING:
    from daurulang.errors import UserError
    from daurulang.staff.queries import StaffMember
    from ui.backup.keeper import Keeper
    from ui.opening import Acceptance, OpenBook
    from ui.preferences import Preferences
    from ui.session import Session
    from ui.widgets.card import Tone
    from ui.window import MainWindow


def open_window(place: str) -> int:
    """Run the window on the book at `place` ("" for the machine's own) until it is closed; gives the exit status."""
    gc.disable()  # a start makes a hundred thousand objects that all stay: looking for garbage finds none
    app = QApplication(sys.argv[:1])
    OwnKeys(app)
    app.setApplicationName("daurulang")
    program = Program(app, place)
    program.frame.showMaximized()
    return app.exec()


class Program(QObject):
    """Holds the frame, the open book and the session. One for each process."""

    def __init__(self, app: QApplication, place: str = "") -> None:
        super().__init__(app)
        self._app = app
        self._asked_place = place
        self._place, self._chosen = place, ""
        self.preferences = preferences.load()
        self.book: OpenBook | None = None
        self.session: Session | None = None
        self.window: MainWindow | None = None
        self._entered = False
        self.frame = Frame(dark=self.preferences.dark)
        self.frame.painted.connect(self._begin)
        self.keeper: Keeper | None = None
        self._clock_right_after = 0
        app.aboutToQuit.connect(self._leave)

    # --- the book ------------------------------------------------------------------------------------------

    def _begin(self) -> None:
        """The first frame stands. Whoever worked here last can type the PIN while the book is being opened."""
        from daurulang.config import load_machine
        from ui import log, tasks

        log.begin()
        tasks.catch_bugs(self.frame)
        self.dress()
        if self.preferences.last_clerk and not self._asked_place:
            self._new_window().lock()
        self.open(self._asked_place or load_machine().place)

    def dress(self) -> None:
        """Language, colours and size of text, as this person wants them."""
        from ui import theme, translation

        translation.install(self._app, self.preferences.language)
        theme.apply(self._app, dark=self.preferences.dark, scale_percent=self.preferences.text_percent)

    def open(self, place: str) -> None:
        """Work on another book; what cannot be opened is shown with what to do."""
        self.close_book()
        self._place = place
        create = place != self._chosen
        self._aside(lambda: _open(place, create=create), self._opened)

    def _go_on(self, acceptance: Acceptance) -> None:
        """Somebody works on with a book that has lost entries."""
        self._aside(lambda: _open(self._place, acceptance), self._opened)

    def open_sample(self) -> None:
        """Leave the book and practise on another one, which is filled the first time."""
        from ui.opening import sample_place

        if self.window is not None and not self.window.lets_go():
            return
        self.close_book()
        self._place = sample_place()
        self._aside(_open_sample, self._opened)

    def open_own(self) -> None:
        """Back from the sample to this machine's book."""
        from daurulang.config import load_machine

        if self.window is None or self.window.lets_go():
            self.open(load_machine().place)

    def _open_other(self, place: str) -> None:
        """A book chosen by hand becomes this machine's own once it opens, be it at a later try; none is made there."""
        self._chosen = place.strip('"')
        self.open(self._chosen)

    def _keep_chosen(self) -> None:
        from daurulang.config import load_machine, save_machine

        if self._chosen and self._chosen == self._place:
            save_machine(replace(load_machine(), database=self._chosen))
            self._chosen = ""

    def _aside(self, work: Callable[[], OpenBook], then: Callable[[OpenBook], object]) -> None:
        from ui import tasks

        def keep() -> OpenBook:
            # Kept before the answer is told: a PIN typed meanwhile is checked next in this lane.
            self.book = work()
            return self.book

        tasks.aside(self.frame, keep, then, self._refused)

    def _opened(self, book: OpenBook) -> None:
        self._keep_chosen()
        if self.frame.findChild(GarbageRound) is None:
            GarbageRound(self.frame)
        if book.state.centre is None or not book.state.staff:
            self._show_first_steps(book)
            return
        self._make_session(book, self._last_clerk(book))
        waiting = self.window is not None and self.window.locked() and not self.window.shown()
        window = self.window if waiting and self.window is not None else self._new_window()
        self._tell_window(window)
        if not waiting and not book.is_sample:
            window.lock()
        window.refresh_lock()
        window.start()
        self._entered = not window.locked()

    def _refused(self, error: UserError, _sentence: str) -> None:
        from ui.refusal import RefusalPage

        page = RefusalPage(error, self._place)
        page.again.connect(lambda: self.open(self._place))
        page.other_wanted.connect(self._open_other)
        page.restore_wanted.connect(self._show_restore_page)
        page.accepted.connect(self._go_on)
        page.quit_wanted.connect(self.frame.close)
        self._leave_window()
        self.frame.show_page(page)
        page.start()

    def _leave(self) -> None:
        """The window is gone: one more copy, then the book is for others."""
        if self.keeper is not None:
            self.keeper.copy_at_closing()
        self.close_book()

    def close_book(self) -> None:
        """Let others have the book."""
        if self.keeper is not None:
            self.keeper.stop()
            self.keeper = None
        if self.book is not None:
            self.book.close()
            self.book = None

    # --- copies of the book --------------------------------------------------------------------------------

    def look_after(self) -> None:
        """Say anew how safe the book is, as after a copy was made."""
        if self.keeper is not None:
            self.keeper.look()

    def back_up(self) -> None:
        """Copy the book beside all work, as after a day was closed."""
        if self.keeper is not None:
            self.keeper.back_up()

    def show_restore(self) -> None:
        """Leave the counter and choose a copy to bring back."""
        if self.window is None or self.window.lets_go():
            self._show_restore_page()

    def _show_restore_page(self) -> None:
        from pathlib import Path

        from daurulang.periods import Zone
        from ui.backup.restore import RestorePage

        session = self.session
        zone = session.centre.zone if session is not None else Zone.WIB
        page = RestorePage(Path(self._place), session.clerk.name if session is not None else "", zone)
        page.left.connect(lambda: self.open(self._place))
        page.restored.connect(lambda _kept: self.open(self._place))
        self.close_book()
        self._leave_window()
        self.frame.show_page(page)
        page.start()

    def _keep_copies(self, book: OpenBook) -> None:
        from ui.backup.keeper import Keeper

        if self.keeper is None and not book.is_sample:
            self.keeper = Keeper(self.frame, book, self.the_session().centre.zone, self._say_safety)

    def _say_safety(self, words: str, tone: Tone) -> None:
        if self.window is not None:
            self.window.status.show_safety(words, tone)

    # --- the first steps -----------------------------------------------------------------------------------

    def _show_first_steps(self, book: OpenBook) -> None:
        from ui.centre.wizard import Wizard

        wizard = Wizard(book)
        wizard.finished.connect(self._settled)
        wizard.sample_wanted.connect(self.open_sample)
        self._leave_window()
        self.frame.show_page(wizard)
        wizard.start()

    def _settled(self, book: OpenBook, clerk: StaffMember, next_screen: str) -> None:
        """The first clerk has just typed the PIN twice and need not do so again."""
        self.book = book
        self._make_session(book, clerk)
        window = self.show_window()
        self._came_in(clerk)
        if next_screen:
            window.show_screen(next_screen)

    # --- the counter ---------------------------------------------------------------------------------------

    def show_window(self) -> MainWindow:
        """Put the window together for the session; again after language or size of text have changed."""
        window = self._new_window()
        self._tell_window(window)
        window.start()
        self._entered = True
        return window

    def the_session(self) -> Session:
        """The session; there is one as soon as a screen is shown."""
        if self.session is None:
            raise RuntimeError("no book is open")
        return self.session

    def is_sample(self) -> bool:
        """Whether the book is the one to practise in."""
        return self.book is not None and self.book.is_sample

    def change_preferences(self, wanted: Preferences) -> None:
        """Keep them and show the window anew with them, where the person was; typed work is saved first."""
        if self.window is not None and not self.window.lets_go():
            return
        self.preferences = wanted
        preferences.save(wanted)
        self.dress()
        before = self.window.shown() if self.window is not None else ""
        window = self.show_window()
        if before:
            window.show_screen(before)

    def tell_place(self) -> None:
        """The centre, the counter or the paper is another: say so in the window."""
        if self.window is not None:
            self._tell_window(self.window)

    def _new_window(self) -> MainWindow:
        from ui.assembly import assemble

        window = assemble(self)
        window.unlocked.connect(self._came_in)
        window.show_place(self.preferences.last_place)
        window.show_clerk(self.preferences.last_clerk)
        self.window = window
        self._entered = False
        self.frame.show_page(window)
        return window

    def _tell_window(self, window: MainWindow) -> None:
        from ui.assembly import place_words, statuses

        session = self.the_session()
        place = place_words(session, is_sample=self.is_sample())
        window.show_place(place)
        window.show_clerk(session.clerk.name)
        window.show_statuses(statuses(session))
        if not self.is_sample():
            self._remember(replace(self.preferences, last_place=place))
        if self.book is not None:
            self._keep_copies(self.book)
        self.look_after()

    def _leave_window(self) -> None:
        self.window = None
        self.session = None

    def _make_session(self, book: OpenBook, clerk: StaffMember) -> None:
        from daurulang.config import load_machine
        from ui.session import Session

        machine = load_machine()
        counters = book.state.counters
        counter = next((each for each in counters if each.code == machine.counter), counters[0])
        centre = book.state.centre
        if centre is None:
            raise RuntimeError("a session needs a centre")
        self.session = Session(book.db, machine, centre, counter, clerk)

    def _last_clerk(self, book: OpenBook) -> StaffMember:
        staff = book.state.staff
        return next((each for each in staff if each.name == self.preferences.last_clerk), staff[0])

    def _came_in(self, clerk: StaffMember) -> None:
        """Somebody unlocked the screen: from now on what is saved is theirs."""
        self.the_session().clerk = clerk
        first = not self._entered
        if self.window is not None:
            self.window.show_clerk(clerk.name)
            if not self._entered:
                # The first screen was built under the lock, where nothing can take the focus.
                self._entered = True
                self.window.show_screen(self.window.shown())
        if not self.is_sample():
            self._remember(replace(self.preferences, last_clerk=clerk.name))
            self._look_at_clock(clerk, first=first)

    def _look_at_clock(self, clerk: StaffMember, *, first: bool) -> None:
        """The book was just looked at when the `first` one comes in; a window stays open for days after that."""
        from ui import tasks
        from ui.opening import refreshed

        book = self.book
        if book is None:
            return

        def seen(now: OpenBook) -> None:
            if self.book is book:
                self.book = now
                self._ask_about_clock(now, clerk)

        if first:
            self._ask_about_clock(book, clerk)
        else:
            tasks.aside(self.frame, lambda: refreshed(book), seen, lambda _error, _sentence: None)

    def _ask_about_clock(self, book: OpenBook, clerk: StaffMember) -> None:
        """Once for an entry, when the clock stands before it or days after it."""
        window, last_at_ms = self.window, book.state.last_at_ms
        if window is None or window.locked() or self._clock_right_after == last_at_ms or not book.state.clock_is_odd:
            return
        from ui.clock import ClockOverlay

        def confirmed() -> None:
            self._clock_right_after = last_at_ms
            if book.db.anchors is not None:
                book.db.anchors.note(f"clock confirmed after {last_at_ms}", clerk.name)

        overlay = ClockOverlay(window, last_at_ms, self.the_session().centre.zone)
        overlay.confirmed.connect(confirmed)
        overlay.quit_wanted.connect(self.frame.close)
        window.ask_about_clock(overlay)

    def _remember(self, wanted: Preferences) -> None:
        if wanted != self.preferences:
            self.preferences = wanted
            preferences.save(wanted)


def _open(place: str, acceptance: Acceptance | None = None, *, create: bool = True) -> OpenBook:
    from ui.opening import open_place

    return open_place(place, acceptance, create=create)


def _open_sample() -> OpenBook:
    from daurulang import sample
    from ui.opening import SAMPLE_CLERK, SAMPLE_PIN, open_place, refreshed, sample_place

    book = open_place(sample_place())
    if book.state.staff:
        return book
    sample.fill(book.db, SAMPLE_CLERK, SAMPLE_PIN)
    return refreshed(book)
