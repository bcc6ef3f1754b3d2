"""Parts beside one another, as many in a row as there is room for."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QWidget

from ui import theme


class Tiles(QWidget):
    """Equal columns; a wide tile takes a whole row. `abreast` are the numbers of columns there may be, most first."""

    def __init__(self, abreast: Sequence[int], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._abreast = list(abreast)
        self._tiles: list[QWidget] = []
        self._wide: set[QWidget] = set()
        self._columns = 0
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(theme.current().space(12))

    def add(self, tile: QWidget, *, wide: bool = False) -> None:
        """Put one more at the end."""
        self._tiles.append(tile)
        self._grid.addWidget(tile, len(self._tiles) - 1, 0)
        self.set_wide(tile, wide=wide)

    def set_wide(self, tile: QWidget, *, wide: bool) -> None:
        """Give a tile a whole row, or only its part of one."""
        (self._wide.add if wide else self._wide.discard)(tile)
        self._columns = 0
        self.arrange()

    def minimumSizeHint(self) -> QSize:
        """One tile wide."""
        return QSize(self._least(), self._grid.minimumSize().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.arrange()

    def arrange(self) -> None:
        """Look again how many have room; for tiles that became wider."""
        gap = self._grid.spacing()
        fitting = (each for each in self._abreast if each * (self._least() + gap) - gap <= self.width())
        columns = next(fitting, 1)
        if columns == self._columns:
            return
        for column in range(max(columns, self._abreast[0])):
            self._grid.setColumnStretch(column, int(column < columns))
        self._columns = columns
        for line, tiles in enumerate(self._lines(columns)):
            for column, tile in enumerate(tiles):
                last = column == len(tiles) - 1
                alone = last and (tile in self._wide or tiles is not self._lines(columns)[-1])
                self._grid.addWidget(tile, line, column, 1, columns - column if alone else 1)
        self.updateGeometry()

    def _lines(self, columns: int) -> list[list[QWidget]]:
        """Which tiles stand in which row."""
        lines: list[list[QWidget]] = []
        for tile in self._tiles:
            full = not lines or len(lines[-1]) == columns or lines[-1][0] in self._wide or tile in self._wide
            if full:
                lines.append([])
            lines[-1].append(tile)
        return lines

    def _least(self) -> int:
        return max((tile.minimumSizeHint().width() for tile in self._tiles), default=0)
