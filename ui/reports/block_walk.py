"""What all screens of blocks share: from block to block, a table across the whole row, copies and pictures."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from typing import Any

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QGuiApplication, QImage, QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QWidget

from daurulang.periods import Period
from ui import keys
from ui.reports.value_block import Block
from ui.reports.value_export import save_picture
from ui.widgets import notice
from ui.widgets.tiles import Tiles

translate = QCoreApplication.translate


class BlockWalk:
    """The blocks of a screen in their order, each in its tiles; those of hidden tiles are passed over. `picture_of`
    names the period of a block's picture and the code in its file's name, by the block's code.
    """

    def __init__(
        self,
        screen: QWidget,
        groups: Sequence[tuple[Tiles, Sequence[Block[Any]]]],
        picture_of: Callable[[str], tuple[str, Period]],
        wide: Collection[str] = (),
    ) -> None:
        """`wide` are the codes of blocks that have a whole row also as pictures."""
        self._screen = screen
        self._picture_of = picture_of
        self._wide = wide
        self._tiles = {block: tiles for tiles, blocks in groups for block in blocks}
        self.blocks = list(self._tiles)
        for block, tiles in self._tiles.items():
            tiles.add(block, wide=block.code in wide)
            self._connect(block)
        shortcut = QShortcut(QKeySequence(keys.PICTURE), screen)
        shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        shortcut.activated.connect(lambda: self.at_hand().take_picture())

    def shown(self) -> list[Block[Any]]:
        """The blocks that have something to show."""
        return [block for block, tiles in self._tiles.items() if not tiles.isHidden()]

    def at_hand(self) -> Block[Any]:
        """The block with the focus, or else the first one."""
        focus = QApplication.focusWidget()
        found = (block for block in self.blocks if focus is not None and (block is focus or block.isAncestorOf(focus)))
        return next(found, self.blocks[0])

    def focus_first(self) -> None:
        """The keys begin at the first picture."""
        (self.shown() or self.blocks)[0].setFocus(Qt.FocusReason.OtherFocusReason)

    def turn_to_pictures(self) -> bool:
        """Tables go back to pictures; whether there were any."""
        turned = [block for block in self.shown() if block.shows_table()]
        for block in turned:
            block.turn_over()
        return bool(turned)

    # --- inside --------------------------------------------------------------------------------------------

    def _connect(self, block: Block[Any]) -> None:
        said = translate("Report", "{count} rows copied.")
        block.copied.connect(lambda count: notice.good(self._screen, said.format(count=count)))
        block.pictured.connect(lambda _code, image: self._save_picture(block, image))
        block.turned.connect(lambda table: self._make_room(block, table=table))
        block.stepped.connect(lambda step: self._step_from(block, step))

    def _make_room(self, block: Block[Any], *, table: bool) -> None:
        self._tiles[block].set_wide(block, wide=table or block.code in self._wide)

    def _save_picture(self, block: Block[Any], image: QImage) -> None:
        QGuiApplication.clipboard().setImage(image)
        code, period = self._picture_of(block.code)
        save_picture(self._screen, image, code, period, block.write_pdf)

    def _step_from(self, block: Block[Any], step: int) -> None:
        shown = self.shown()
        wanted = shown[max(0, min(shown.index(block) + step, len(shown) - 1))]
        wanted.setFocus(Qt.FocusReason.TabFocusReason)
