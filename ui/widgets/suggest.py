"""A line edit that offers what matches, under it, while one types."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from PySide6.QtCore import (
    QAbstractListModel,
    QEvent,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QPoint,
    QRect,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QFocusEvent, QFont, QFontMetrics, QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QFrame,
    QLineEdit,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from ui import icons, theme
from ui.widgets.field import announce

T = TypeVar("T")
_Index = QModelIndex | QPersistentModelIndex
_ROLE = Qt.ItemDataRole.UserRole


@dataclass(frozen=True, slots=True)
class Suggestion:
    """How one match is shown: a title, small words under it, a figure at the right, an icon at the left."""

    title: str
    detail: str = ""
    figure: str = ""
    icon: str = ""


class SuggestionModel(QAbstractListModel):
    """The matches now shown; each row answers its `Suggestion`."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: Sequence[Suggestion] = ()

    def show_rows(self, rows: Sequence[Suggestion]) -> None:
        """Replace all rows."""
        self.beginResetModel()
        self._rows = rows
        self.endResetModel()

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        row = self._rows[index.row()]
        if role == _ROLE:
            return row
        if role in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole}:
            return ", ".join(part for part in (row.title, row.detail, row.figure) if part)
        return None


class SuggestionDelegate(QStyledItemDelegate):
    """Two lines and a figure per row."""

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        current = theme.current()
        lines = current.px(theme.BODY) + current.px(theme.SMALL)
        return QSize(200, round(lines * 1.35) + current.space(12))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        row = index.data(_ROLE)
        current = theme.current()
        where: QRect = option.rect
        painter.save()
        if option.state & QStyle.StateFlag.State_Selected:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(current.colour("accent_soft"))
            painter.drawRoundedRect(where.adjusted(1, 1, -1, -1), 7, 7)
        inner = where.adjusted(current.space(12), current.space(6), -current.space(12), -current.space(6))
        if row.icon:
            side = current.px(18)
            picture = icons.pixmap(row.icon, current.colours.muted, side, painter.device().devicePixelRatioF())
            painter.drawPixmap(inner.left(), inner.center().y() - side // 2, picture)
            inner.setLeft(inner.left() + side + current.space(12))
        figure_font = current.font(theme.BODY, QFont.Weight.DemiBold)
        figure_width = QFontMetrics(figure_font).horizontalAdvance(row.figure)
        self._line(painter, figure_font, "ink", inner, row.figure, Qt.AlignmentFlag.AlignRight, row.detail)
        inner.setRight(inner.right() - figure_width - (current.space(12) if row.figure else 0))
        title_font = current.font(theme.BODY, QFont.Weight.Medium)
        self._line(painter, title_font, "ink", inner, row.title, Qt.AlignmentFlag.AlignLeft, row.detail)
        if row.detail:
            flags = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignBottom
            self._text(painter, current.font(theme.SMALL), "muted", inner, row.detail, flags)
        painter.restore()

    def _line(
        self,
        painter: QPainter,
        font: QFont,
        colour: str,
        where: QRect,
        text: str,
        side: Qt.AlignmentFlag,
        detail: str,
    ) -> None:
        """Text at the top when there is a second line, in the middle otherwise."""
        upright = Qt.AlignmentFlag.AlignTop if detail else Qt.AlignmentFlag.AlignVCenter
        self._text(painter, font, colour, where, text, side | upright)

    @staticmethod
    def _text(painter: QPainter, font: QFont, colour: str, where: QRect, text: str, flags: Qt.AlignmentFlag) -> None:
        painter.setFont(font)
        painter.setPen(theme.current().colour(colour))
        shown = QFontMetrics(font).elidedText(text, Qt.TextElideMode.ElideRight, where.width())
        painter.drawText(where, flags, shown)


class SuggestionList(QListView):
    """A list view dressed for suggestions; it never takes the focus from the line edit."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.suggestions = SuggestionModel(self)
        self.setModel(self.suggestions)
        self.setItemDelegate(SuggestionDelegate(self))
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setUniformItemSizes(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)

    def show_rows(self, rows: Sequence[Suggestion]) -> None:
        """Show rows with the first one selected."""
        self.suggestions.show_rows(rows)
        if rows:
            self.setCurrentIndex(self.suggestions.index(0))

    def show_message(self, text: str) -> None:
        """Show one row that cannot be chosen."""
        self.suggestions.show_rows([Suggestion(text)])
        self.setCurrentIndex(QModelIndex())

    def row(self) -> int:
        """The selected row, -1 for none."""
        return self.currentIndex().row()

    def move(self, step: int) -> None:  # type: ignore[override]
        """Select another row, going round at the ends."""
        count = self.suggestions.rowCount()
        if count:
            self.setCurrentIndex(self.suggestions.index((self.row() + step) % count))

    def row_height(self) -> int:
        """The height of one row in pixels."""
        return self.sizeHintForRow(0) if self.suggestions.rowCount() else 0


class SuggestEdit(QLineEdit, Generic[T]):
    """Type, and choose with Up, Down, Enter or Tab; the first match is preselected.

    `search(text)` answers the matches of a text (called at every key, so it must be quick); `show(match)` says how
    a match looks and its title is written into the edit when it is chosen. What was typed stays when nothing
    matches. Down in an empty edit asks `search("")`.
    """

    chosen = Signal(object)
    """The match, when a person chose it."""

    refused = Signal(str)
    """Why Enter was not followed, in words."""

    MOST_ROWS = 8

    def __init__(
        self,
        search: Callable[[str], Sequence[T]],
        show: Callable[[T], Suggestion],
        *,
        nothing: str = "",
        required: bool = True,
        parent: QWidget | None = None,
    ) -> None:
        """`nothing` is the row shown when nothing matches; Enter leaves an empty edit unless it is `required`."""
        super().__init__(parent)
        self._search = search
        self._show = show
        self._nothing = nothing
        self._required = required
        self._matches: Sequence[T] = ()
        self._value: T | None = None
        self._popup: QFrame | None = None
        self._list: SuggestionList | None = None
        self.textEdited.connect(self._typed)

    def value(self) -> T | None:
        """The match chosen; None as soon as the text is changed."""
        return self._value

    def set_value(self, match: T | None) -> None:
        """Show a match as chosen without emitting `chosen`."""
        self._value = match
        self.setText("" if match is None else self._show(match).title)
        self.close_popup()

    def choose_current(self) -> bool:
        """Choose the selected row, as Enter does; False when there is none."""
        row = self._list.row() if self._list is not None else -1
        if not self.popup_open() or not 0 <= row < len(self._matches):
            return False
        match = self._matches[row]
        self.set_value(match)
        self.chosen.emit(match)
        return True

    def accept_entry(self) -> bool:
        """Choose the selected row; False, with the problem said, when nothing can be chosen."""
        if self._value is not None or self.choose_current():
            return True
        if not self.text().strip() and not self._required:
            return True
        if self.text().strip() and not self.popup_open():
            self._look(self.text())
            if self._matches:
                return False
        self.refused.emit(self._nothing_text() if self.text().strip() else self.tr("Type to search."))
        return False

    def popup_open(self) -> bool:
        """Whether the list stands under the edit."""
        return self._popup is not None and self._popup.isVisible()

    def close_popup(self) -> None:
        """Take the list away; the text stays."""
        if self._popup is not None:
            self._popup.hide()

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent):
            key = event.key()
            # Esc closes the list before any shortcut of the screen hears it.
            if event.type() == QEvent.Type.ShortcutOverride and key == Qt.Key.Key_Escape and self.popup_open():
                event.accept()
                return True
            if event.type() == QEvent.Type.KeyPress and key == Qt.Key.Key_Tab and self.popup_open():
                self.choose_current()
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in {Qt.Key.Key_Down, Qt.Key.Key_Up}:
            if not self.popup_open():
                self._look(self.text())
            elif self._list is not None:
                self._list.move(1 if event.key() == Qt.Key.Key_Down else -1)
                announce(self, str(self._list.currentIndex().data() or ""))
            return
        if event.key() == Qt.Key.Key_Escape and self.popup_open():
            self.close_popup()
            return
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and self.popup_open():
            self.choose_current()
            return
        super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.close_popup()

    def _typed(self, text: str) -> None:
        self._value = None
        if text.strip():
            self._look(text)
        else:
            self._matches = ()
            self.close_popup()

    def _look(self, text: str) -> None:
        self._matches = self._search(text)
        rows = [self._show(match) for match in self._matches]
        popup, view = self._ready_popup()
        if rows:
            view.show_rows(rows)
        else:
            view.show_message(self._nothing_text())
        self._place(popup, view)

    def _nothing_text(self) -> str:
        return self._nothing or self.tr("Nothing found.")

    def _ready_popup(self) -> tuple[QFrame, SuggestionList]:
        if self._popup is None or self._list is None or self._popup.parentWidget() is not self.window():
            self._popup = QFrame(self.window())
            self._popup.setProperty("role", "popup")
            self._popup.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            self._list = SuggestionList(self._popup)
            self._list.clicked.connect(self.choose_current)
            layout = QVBoxLayout(self._popup)
            layout.setContentsMargins(5, 5, 5, 5)
            layout.addWidget(self._list)
        return self._popup, self._list

    def _place(self, popup: QFrame, view: SuggestionList) -> None:
        """Under the edit, or above it where the window ends."""
        window = self.window()
        rows = min(view.suggestions.rowCount(), self.MOST_ROWS)
        corner = self.mapTo(window, QPoint(0, 0))
        below = window.height() - corner.y() - self.height() - 10
        above = corner.y() - 10
        wanted = rows * view.row_height() + 12
        height = min(wanted, max(below, above))
        width = max(self.width(), theme.current().space(320))
        left = max(4, min(corner.x(), window.width() - width - 4))
        top = corner.y() + self.height() + 4 if below >= wanted or below >= above else corner.y() - height - 4
        popup.setGeometry(left, top, width, height)
        popup.show()
        popup.raise_()
