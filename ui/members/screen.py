"""Members (F4): find one as you type, see everything about them, register and change in the same place."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from daurulang.database import Database
from daurulang.members.queries import Member, at_counter, count_members, find_members, members_page
from daurulang.quantities import format_whole
from ui import keys, theme
from ui.keys import KeyLine
from ui.lists import ListButton
from ui.members.card import MemberCard
from ui.members.form import MemberForm
from ui.members.words import kind_words
from ui.screen import Act, Screen
from ui.session import Session
from ui.widgets import notice
from ui.widgets.button import SecondaryButton
from ui.widgets.card import Card, ScreenHeader
from ui.widgets.columns import Columns, SideStack
from ui.widgets.rows import Column, ListSource, Order, PageSource
from ui.widgets.table import TableView

translate = QCoreApplication.translate

MOST_FOUND = 100
"""More than this nobody reads; one more word typed finds who is meant."""


class AllMembers:
    """Everybody in the order of their numbers, read page by page."""

    def __init__(self, db: Database) -> None:
        self._db = db

    def count(self) -> int:
        """How many members there are."""
        return count_members(self._db)

    def page(self, offset: int, limit: int, order: Order | None) -> Sequence[Member]:
        """A page; the order of the numbers is the only one that is quick at any size."""
        return members_page(self._db, offset, limit)


class MembersScreen(Screen):
    """The callbacks say what happens outside: opening and printing a receipt (its number), reversing an act or putting
    it right (its number, and which of both), and who was registered (the id) when `start_new` was asked for from
    another screen.
    """

    LEAST_TABLE = 330

    def __init__(
        self,
        session: Session,
        *,
        on_open_receipt: Callable[[str], object],
        on_reprint: Callable[[str], object],
        on_undo: Callable[[str, bool], object],
        on_registered: Callable[[int], object],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._session = session
        self._on_reprint, self._on_undo, self._on_registered = on_reprint, on_undo, on_registered
        self._asked_from_outside = False
        self.header = ScreenHeader(self.tr("Members"))
        new = SecondaryButton(self.tr("New member"), keys.NEW, "user-plus")
        new.clicked.connect(self._open_new)
        self.table: TableView[Member] = TableView(
            _columns(),
            empty=self.tr("No members yet. Ctrl+N registers the first one, Ctrl+I takes in an Excel list."),
            name=self.tr("Members"),
        )
        self.table.filter.setPlaceholderText(self.tr("Name, number, phone or village"))
        self.table.opened.connect(self._open_change)
        self.table.current_changed.connect(self._show)
        self.card = MemberCard(session.db)
        self.card.open_wanted.connect(on_open_receipt)
        self.card.change_wanted.connect(self._change_current)
        self.form = MemberForm(session)
        self.form.saved.connect(self._saved)
        self.form.closed.connect(self._form_closed)
        self._side = SideStack(424)
        self._side.addWidget(self.card)
        self._side.addWidget(self.form)
        self.header.add(ListButton(self, self.table, lambda: (self.tr("Members"), f"{session.today()}"), "anggota"))
        self.header.add(new)
        self._lay_out()
        bound = ((keys.NEW, self._open_new), (keys.EDIT, self._change_what_is_chosen), (keys.REVERSE, self._reverse))
        for key, act in bound:
            shortcut = QShortcut(QKeySequence(key), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(act)
        self.table.show_source(self._source)

    # --- from the window and other screens -----------------------------------------------------------------

    def start_new(self, name: str = "") -> None:
        """Register somebody whose name was typed elsewhere; `on_registered` tells the id."""
        self._begin_new(name, asked_from_outside=True)

    def show_member(self, number_text: str) -> None:
        """Find one member by the number."""
        self.table.filter.setText(number_text)

    def enter(self) -> None:
        if self._form_open():
            self.form.walker.start()
            return
        self.table.reload()
        self._count()
        self.table.filter.setFocus()
        self.table.filter.selectAll()

    def unsaved(self) -> bool:
        return self._form_open() and self.form.dirty()

    def save(self) -> None:
        if self._form_open():
            self.form.save()

    def step_back(self) -> bool:
        if self._form_open():
            self.form.step_back()
            return True
        if not self.table.filter.hasFocus():
            self.table.filter.setFocus()
            return True
        if self.table.filter.text():
            self.table.filter.clear()
            return True
        return False

    def reprint(self) -> None:
        act = self.card.act_at_hand()
        if act is not None and not self._form_open():
            self._on_reprint(act.number)

    def acts(self) -> Sequence[Act]:
        return (
            Act(self.tr("New member"), self._open_new, key=keys.NEW),
            Act(self.tr("Change this member"), self._change_current, key=keys.EDIT),
            Act(self.tr("Reverse the act chosen in the history"), self._reverse, key=keys.REVERSE),
            Act(self.tr("Correct the act chosen in the history"), self._correct),
        )

    def hints(self) -> Sequence[KeyLine]:
        if self._form_open():
            return (KeyLine(keys.SAVE, self.tr("save")), KeyLine(keys.BACK, self.tr("back")))
        return (
            KeyLine(keys.HELP, self.tr("help")),
            KeyLine(keys.NEW, self.tr("new member")),
            KeyLine("Enter", self.tr("change")),
            KeyLine(keys.REPRINT, self.tr("reprint")),
            KeyLine(keys.BACK, self.tr("back")),
        )

    # --- inside --------------------------------------------------------------------------------------------

    def _source(self, text: str) -> PageSource[Member]:
        if not text.strip():
            return AllMembers(self._session.db)
        return ListSource(find_members(self._session.db, text, MOST_FOUND), self.table.model.columns)

    def _show(self, member: Member | None) -> None:
        self.card.show_member(member.id if member is not None else None)

    def _open_new(self) -> None:
        self._begin_new("", asked_from_outside=False)

    def _begin_new(self, name: str, *, asked_from_outside: bool) -> None:
        if not self._still_typing():
            self._asked_from_outside = asked_from_outside
            self.form.start_new(name)
            self._show_form(opened=True)

    def _change_current(self) -> None:
        member = self.table.current_row()
        if member is not None:
            self._open_change(member)

    def _change_what_is_chosen(self) -> None:
        """In the history that is an act, everywhere else the member."""
        if self.card.history.grid.hasFocus():
            self._correct()
        else:
            self._change_current()

    def _reverse(self) -> None:
        self._undo(correcting=False)

    def _correct(self) -> None:
        self._undo(correcting=True)

    def _undo(self, *, correcting: bool) -> None:
        act = self.card.history.current_row()
        if act is not None and not self._form_open():
            self._on_undo(act.number, correcting)

    def _open_change(self, member: Member) -> None:
        if self._still_typing():
            return
        self._asked_from_outside = False
        self.form.start_change(member)
        self._show_form(opened=True)

    def _still_typing(self) -> bool:
        """A form with typed work is never replaced by another."""
        typing = self.unsaved()
        if typing:
            self.form.remind()
        return typing

    def _form_open(self) -> bool:
        return self._side.currentWidget() is self.form

    def _show_form(self, *, opened: bool) -> None:
        self._side.setCurrentWidget(self.form if opened else self.card)
        if opened:
            self.form.walker.start()
        else:
            self.table.filter.setFocus()
        self.hints_changed.emit()

    def _form_closed(self) -> None:
        self._show_form(opened=False)

    def _saved(self, member_id: int) -> None:
        self._show_form(opened=False)
        self._count()
        self.table.reload()
        saved = at_counter(self._session.db, member_id).member
        row = self.table.current_row()
        if row is None or row.id != member_id:
            self.show_member(saved.number_text)
        words = self.tr("Saved: {number} {name}.")
        notice.good(self, words.format(number=saved.number_text, name=saved.name))
        if self._asked_from_outside:
            self._asked_from_outside = False
            self._on_registered(member_id)

    def _count(self) -> None:
        self.header.show_summary(self.tr("{count} members").format(count=format_whole(count_members(self._session.db))))

    def _lay_out(self) -> None:
        space = theme.current().space
        sheet = Card()
        sheet.setMinimumWidth(theme.current().px(self.LEAST_TABLE))
        sheet.body.setContentsMargins(space(9), space(12), space(9), space(9))
        self.table.grid.setMinimumHeight(space(240))
        sheet.body.addWidget(self.table)
        self.body.addWidget(self.header)
        self.body.addWidget(Columns(sheet, self._side), 1)


def _columns() -> list[Column[Member]]:
    return [
        Column(translate("Members", "Number"), lambda each: each.number_text, muted=True, width=84),
        Column(translate("Members", "Name"), lambda each: each.name, strong=True),
        Column(translate("Members", "Kind"), lambda each: kind_words(each.kind), width=100, spare=3),
        Column(translate("Members", "Village"), lambda each: each.village, width=112, spare=1),
        Column(translate("Members", "Phone"), lambda each: each.phone, width=130, spare=4),
        Column(translate("Members", "Status"), _status, muted=True, width=78, spare=2),
    ]


def _status(member: Member) -> str:
    return translate("Members", "active") if member.active else translate("Members", "inactive")
