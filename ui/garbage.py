"""Collecting garbage in the window's thread only.

Python's collector runs in whatever thread happens to allocate. In a worker it would destroy Qt objects outside their
thread, which crashes; so it is switched off and asked here between two events, youngest objects first.
"""

from __future__ import annotations

import gc

from PySide6.QtCore import QObject, QTimer

EVERY_MS = 500


class GarbageRound(QObject):
    """Collects while its parent lives, and hands the work back to Python's own way when it goes."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        gc.disable()
        gc.freeze()  # what the start has made stays; looking through it again and again finds nothing
        timer = QTimer(self)
        timer.timeout.connect(collect)
        timer.start(EVERY_MS)
        self.destroyed.connect(gc.enable)


def collect() -> None:
    """Look through each generation whose count is past its threshold, as Python itself would."""
    for generation in (2, 1, 0):
        if gc.get_count()[generation] > gc.get_threshold()[generation]:
            gc.collect(generation)
            return
