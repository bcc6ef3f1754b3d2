"""Why the book could not be opened, in the middle of an empty window: what, where, and what to do."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QVBoxLayout, QWidget

from daurulang import storage_errors
from daurulang.errors import UserError
from ui import theme
from ui.backup.acceptance import AcceptanceForm
from ui.icons import Icon
from ui.opening import BookOpenElsewhere
from ui.widgets.button import PrimaryButton, QuietButton, SecondaryButton
from ui.widgets.card import Card, ElidedText, Pill, Text, Tone
from ui.widgets.field import Field, LineEdit, announce
from ui.widgets.form import FormWalker
from ui.wording import worded

translate = QCoreApplication.translate

_RESTORABLE = (
    storage_errors.EntriesLost,
    storage_errors.DatabaseDamaged,
    storage_errors.DatabaseEmpty,
    storage_errors.DatabaseForeign,
    storage_errors.StorageFailed,
)


class RefusalPage(QWidget):
    """Try again, work on another book, or quit; the book itself was not touched."""

    again = Signal()
    other_wanted = Signal(str)
    """A path or URL that was typed or chosen."""
    quit_wanted = Signal()
    restore_wanted = Signal()
    accepted = Signal(object)
    """The `Acceptance` of somebody who works on with a book that has lost entries."""

    WIDTH = 880

    def __init__(self, error: UserError, place: str) -> None:
        super().__init__()
        self.setProperty("role", "page")
        current = theme.current()
        card = Card()
        card.setMaximumWidth(current.px(self.WIDTH))
        card.body.setContentsMargins(*[current.space(26)] * 4)
        card.body.setSpacing(current.space(12))
        top = QHBoxLayout()
        top.setSpacing(current.space(12))
        top.addWidget(Icon("database", "problem", 24))
        top.addWidget(Text(title_of(error), "title"), 1)
        self._sentence = Text(sentence_of(error))
        self._sentence.setWordWrap(True)
        where = QHBoxLayout()
        where.addWidget(Text(self.tr("Book"), "muted"))
        where.addWidget(ElidedText(place, "strong"), 1)
        card.body.addLayout(top)
        card.body.addWidget(self._sentence)
        card.body.addLayout(where)
        card.body.addWidget(Pill(self.tr("Nothing was changed"), Tone.GOOD), 0, Qt.AlignmentFlag.AlignLeft)
        card.body.addSpacing(current.space(6))
        card.body.addLayout(self._buttons(error, place))
        card.body.addWidget(self._other_form(place))
        card.body.addWidget(self._going_on)
        layout = QVBoxLayout(self)
        layout.addStretch(2)
        # An aligned item is given its first guess of a height, which is too small for wrapped words.
        across = QHBoxLayout()
        across.addStretch(1)
        across.addWidget(card, 100)
        across.addStretch(1)
        layout.addLayout(across)
        layout.addStretch(3)
        back = QShortcut(QKeySequence("Esc"), self)
        back.activated.connect(self._step_back)

    def _buttons(self, error: UserError, place: str) -> QHBoxLayout:
        self._again = PrimaryButton(self.tr("Try again"), self.tr("Enter"))
        self._again.clicked.connect(self.again)
        self._other = SecondaryButton(self.tr("Choose another book"), icon="folder-open")
        self._other.clicked.connect(self._ask_for_other)
        restore = SecondaryButton(self.tr("Restore a backup"), icon="history")
        restore.clicked.connect(self.restore_wanted)
        is_gone = isinstance(error, storage_errors.BookGone)
        go_on = QuietButton(self.tr("Begin a new book") if is_gone else self.tr("Go on without them"))
        go_on.clicked.connect(self._ask_why)
        leave = QuietButton(self.tr("Quit"), icon="log-out")
        leave.clicked.connect(self.quit_wanted)
        self._going_on = AcceptanceForm()
        self._going_on.accepted.connect(self.accepted)
        self._going_on.hide()
        buttons = QHBoxLayout()
        buttons.setSpacing(theme.current().space(10))
        wanted = [self._again, self._other]
        if isinstance(error, _RESTORABLE) and "://" not in place:
            wanted.append(restore)
        if isinstance(error, storage_errors.EntriesLost):
            wanted.append(go_on)
        for button in (*wanted, leave):
            buttons.addWidget(button)
        buttons.addStretch(1)
        return buttons

    def _ask_why(self) -> None:
        self._form.hide()
        self._going_on.show()
        self._going_on.start()

    def start(self) -> None:
        """Put the focus on the first button and let a screen reader say what happened."""
        self._again.setFocus()
        announce(self, self._sentence.text())

    def sentence(self) -> str:
        """What is wrong and what to do."""
        return self._sentence.text()

    def _other_form(self, place: str) -> QWidget:
        """A line for a path or a server's address, shown when another book is wanted."""
        self.place = LineEdit(place, required=True)
        field = Field(
            self.tr("Path of the file, or address of the server"),
            self.place,
            self.tr("A server's address begins with postgresql://"),
        )
        browse = SecondaryButton(self.tr("Browse"))
        browse.clicked.connect(self._browse)
        FormWalker([self.place], self).finished.connect(lambda: self.other_wanted.emit(self.place.text().strip()))
        self._form = QWidget()
        line = QHBoxLayout(self._form)
        line.setContentsMargins(0, theme.current().space(8), 0, 0)
        line.addWidget(field, 1)
        line.addWidget(browse)
        self._form.hide()
        return self._form

    def _ask_for_other(self) -> None:
        self._going_on.hide()
        self._form.show()
        self.place.setFocus()
        self.place.selectAll()

    def _browse(self) -> None:
        path, _kind = QFileDialog.getOpenFileName(self, self.tr("Choose another book"), self.place.text(), "*.db")
        if path:
            self.other_wanted.emit(path)

    def _step_back(self) -> None:
        self._form.hide()
        self._going_on.hide()
        self._again.setFocus()


def title_of(error: UserError) -> str:
    """What happened, in a few words."""
    match error:
        case BookOpenElsewhere():
            return translate("RefusalPage", "The book is already open")
        case storage_errors.DatabaseOnShare():
            return translate("RefusalPage", "The book lies on another computer")
        case storage_errors.BookGone():
            return translate("RefusalPage", "The book is not there")
        case storage_errors.EntriesLost():
            return translate("RefusalPage", "Entries are missing from the book")
    return _trouble_of(error)


def _trouble_of(error: UserError) -> str:
    match error:
        case storage_errors.DatabaseBusy():
            return translate("RefusalPage", "The book is busy")
        case storage_errors.DatabaseReadOnly():
            return translate("RefusalPage", "The book cannot be written")
        case storage_errors.DatabaseNewer():
            return translate("RefusalPage", "The book is newer than this program")
        case storage_errors.DatabaseForeign():
            return translate("RefusalPage", "This is not a book of Daur Ulang")
        case storage_errors.DatabaseEmpty():
            return translate("RefusalPage", "The file of the book is empty")
        case storage_errors.DatabaseDamaged():
            return translate("RefusalPage", "The book is damaged")
        case storage_errors.DatabaseUnreachable():
            return translate("RefusalPage", "The book cannot be reached")
        case storage_errors.StorageFull():
            return translate("RefusalPage", "The disk is full")
        case storage_errors.StorageFailed():
            return translate("RefusalPage", "The disk does not answer")
        case _:
            return translate("RefusalPage", "The book could not be opened")


def sentence_of(error: UserError) -> str:
    """What is wrong and what to do."""
    if isinstance(error, BookOpenElsewhere):
        return translate(
            "RefusalPage",
            "Another window of Daur Ulang works on it. Go on there, or close that window and try again.",
        )
    if isinstance(error, storage_errors.EntriesLost) and not isinstance(error, storage_errors.BookGone):
        advice = translate(
            "RefusalPage",
            "The file may have been replaced by an older one, or its log was lost. Look for the right file or restore"
            " the newest backup; enter what is on paper and in no backup once more.",
        )
        return f"{worded(error)} {advice}"
    return worded(error)
