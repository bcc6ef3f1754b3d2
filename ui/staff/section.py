"""Staff in the settings: who works here, new clerks, new PINs."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from daurulang.errors import UserError
from daurulang.staff.queries import StaffMember, staff_list
from daurulang.staff.service import add_staff, change_pin, set_active
from ui import keys, tasks, theme
from ui.session import Session
from ui.staff.clerk_form import ClerkForm
from ui.widgets import notice
from ui.widgets.button import SecondaryButton
from ui.widgets.card import SectionTitle
from ui.widgets.rows import Column
from ui.widgets.table import TableView


class StaffSection(QWidget):
    """The list above, the form below: Enter on a name gives a new PIN, Ctrl+N adds a clerk."""

    finished = Signal()

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._chosen: StaffMember | None = None
        self.table: TableView[StaffMember] = TableView(
            [
                Column(self.tr("Name"), lambda clerk: clerk.name, strong=True),
                Column(self.tr("May sign in"), self._active_words, width=140),
            ],
            empty=self.tr("Nobody yet. Ctrl+N adds a clerk."),
            name=self.tr("Staff"),
        )
        self.table.grid.setFixedHeight(theme.current().px(200))
        self.table.opened.connect(self._choose)
        self.table.current_changed.connect(self._name_switch)
        self.form = ClerkForm()
        self.form.finished.connect(self.save)
        self._heading = SectionTitle()
        new = SecondaryButton(self.tr("Another clerk"), keys.NEW, "user-plus")
        new.clicked.connect(self._begin_new)
        self._switch = SecondaryButton("", keys.EDIT)
        self._switch.clicked.connect(self._switch_active)
        buttons = QHBoxLayout()
        buttons.addWidget(new)
        buttons.addWidget(self._switch)
        buttons.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme.current().space(10))
        for part in (self.table, self._heading, self.form):
            layout.addWidget(part)
        layout.insertLayout(1, buttons)
        for key, act in ((keys.NEW, self._begin_new), (keys.EDIT, self._switch_active)):
            shortcut = QShortcut(QKeySequence(key), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(act)
        self._begin(None)
        self.reload()

    def start(self) -> None:
        """Put the focus on the list."""
        self.table.filter.setFocus()

    def reload(self) -> None:
        """Read the staff again."""
        self.table.show_rows(staff_list(self._session.db))

    def save(self) -> None:
        """Add the clerk, or give the chosen one the new PIN."""
        if not self.form.check():
            return
        db, name, pin, chosen = self._session.db, self.form.name.text(), self.form.pin.text(), self._chosen
        if chosen is None:
            tasks.aside(self, lambda: add_staff(db, name, pin), lambda _id: self._saved(name), self._refuse)
        else:
            tasks.aside(self, lambda: change_pin(db, chosen.id, pin), lambda _n: self._saved(name), self._refuse)

    def _saved(self, name: str) -> None:
        new_pin = self._chosen is not None
        words = self.tr("{name} has a new PIN.") if new_pin else self.tr("{name} may sign in now.")
        notice.good(self, words.format(name=name.strip()))
        self._begin(None)
        self.reload()
        self.table.filter.setFocus()

    def _refuse(self, error: UserError, sentence: str) -> None:
        if not self.form.refuse("clerk", sentence):
            notice.problem(self, sentence)

    def _begin_new(self) -> None:
        self._begin(None)
        self.form.start()

    def _choose(self, clerk: StaffMember) -> None:
        self._begin(clerk)
        self.form.start()

    def _begin(self, clerk: StaffMember | None) -> None:
        self._chosen = clerk
        self.form.empty(clerk.name if clerk is not None else "")
        self._heading.setText(
            self.tr("New PIN for {name}").format(name=clerk.name) if clerk is not None else self.tr("New clerk")
        )

    def _switch_active(self) -> None:
        clerk = self.table.current_row()
        if clerk is None:
            return
        if clerk.id == self._session.clerk.id:
            notice.problem(self, self.tr("You are signed in yourself; let somebody else do this."))
            return
        db = self._session.db
        tasks.perform(self, lambda: set_active(db, clerk.id, active=not clerk.active), lambda _none: self.reload())

    def _name_switch(self, clerk: StaffMember | None) -> None:
        self._switch.setEnabled(clerk is not None)
        active = clerk is None or clerk.active
        self._switch.setText(self.tr("Deactivate") if active else self.tr("Let sign in again"))
        self._switch.updateGeometry()

    def _active_words(self, clerk: StaffMember) -> str:
        return self.tr("yes") if clerk.active else self.tr("no")
