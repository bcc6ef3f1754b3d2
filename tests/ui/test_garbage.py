"""Garbage is collected between two events of the window, and nowhere else."""

import gc
import threading
import weakref

from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from ui.garbage import GarbageRound


class Loop(QObject):
    """Refers to itself, so that only the collector can end it."""

    def __init__(self) -> None:
        super().__init__()
        self.me = self


def test_a_worker_never_collects_and_the_window_does(qtbot: QtBot) -> None:
    parent = QObject()
    GarbageRound(parent)
    try:
        gone_in: list[str] = []
        weakref.finalize(Loop(), lambda: gone_in.append(threading.current_thread().name))

        def litter() -> None:
            for _ in range(200_000):
                _ = [[]]

        worker = threading.Thread(target=litter)
        worker.start()
        worker.join()
        assert gone_in == []
        keep = [[] for _ in range(3_000)]  # type: ignore[var-annotated]  # litter of the window's own
        qtbot.waitUntil(lambda: gone_in != [], timeout=5_000)
        assert gone_in == ["MainThread"]
        assert len(keep) == 3_000
    finally:
        parent.deleteLater()
        qtbot.waitUntil(gc.isenabled, timeout=5_000)
        gc.unfreeze()
