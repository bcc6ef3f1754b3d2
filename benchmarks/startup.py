"""(c) from the start of the process to the first painted window, and to a counter that takes keys."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from benchmarks.measure import Row, Sample

ROUNDS = 15

# The children say on one line how many milliseconds after the parent's clock something was there.
_REPORT = """
import os, sys, time
def report(what):
    print(what, (time.monotonic_ns() - int(os.environ["BENCH_START"])) / 1e6, flush=True)
"""
_EMPTY = (
    _REPORT
    + """
from PySide6.QtWidgets import QApplication, QMainWindow
from PySide6.QtCore import QTimer
class Window(QMainWindow):
    def paintEvent(self, event):
        report("painted")
        QTimer.singleShot(0, app.quit)
app = QApplication(sys.argv[:1])
window = Window()
window.resize(1366, 768)
window.show()
app.exec()
"""
)
_PROGRAM = (
    _REPORT
    + """
from PySide6.QtWidgets import QApplication, QLineEdit
from PySide6.QtCore import QEvent, QObject, QTimer
from ui.program import Program
app = QApplication(sys.argv[:1])
program = Program(app, sys.argv[1])
class FirstPaint(QObject):
    def eventFilter(self, watched, event):
        if event.type() == QEvent.Type.Paint:
            watched.removeEventFilter(self)
            report("painted")
        return False
first_paint = FirstPaint()
program.frame.installEventFilter(first_paint)
program.frame.show()
def look():
    if program.window is not None and isinstance(app.focusWidget(), QLineEdit):
        report("ready")
        app.quit()
timer = QTimer()
timer.timeout.connect(look)
timer.start(5)
QTimer.singleShot(20000, app.quit)
app.exec()
"""
)


def measure(book: Path) -> list[Row]:
    """First paint, the PIN field and the counter itself against an empty window.

    The counter is measured on the book as the practice book, which asks for no PIN; with a PIN it is built while that
    is typed.
    """
    painted, pin, ready, empty = [], [], [], []
    with tempfile.TemporaryDirectory() as home:
        environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "DAURULANG_HOME": home}
        sample = _sample_place(environment)
        sample.parent.mkdir(parents=True, exist_ok=True)
        for place in (sample, sample.with_name("daurulang.db")):
            place.symlink_to(book.absolute())
        # Somebody worked here before, so that the lock stands at once.
        Path(home, "window.ini").write_text("[General]\nlast_clerk=Siti Aminah\nlast_place=RDU\n", encoding="utf-8")
        for turn in range(ROUNDS + 2):
            bare = _times(_EMPTY, environment)
            full = _times(_PROGRAM, environment, str(sample))
            locked = _times(_PROGRAM, environment, "")
            if turn >= 2:
                pin.append(locked["ready"])
                empty.append(bare["painted"])
                painted.append(full["painted"])
                ready.append(full["ready"])
    floor = Sample(tuple(empty))
    title = "an empty PySide6 window painted"
    return [
        Row("(c) first window painted", Sample(tuple(painted)), title, floor, "≤ 1.5×"),
        Row("(c) PIN field takes keys", Sample(tuple(pin)), title, floor, "≤ 4×"),
        Row(
            "(c) counter ready for keys",
            Sample(tuple(ready)),
            title,
            floor,
            "≤ 4×",
            "without a PIN to be typed meanwhile; beyond the window the time goes to importing SQLAlchemy (the most),"
            " the business and the screen, and to building the window and the deposit screen",
        ),
    ]


def _sample_place(environment: dict[str, str]) -> Path:
    words = "from ui.opening import sample_place; print(sample_place())"
    answer = subprocess.run([sys.executable, "-c", words], env=environment, check=True, capture_output=True, text=True)
    return Path(answer.stdout.strip())


def _times(code: str, environment: dict[str, str], *words: str) -> dict[str, float]:
    started = {**environment, "BENCH_START": str(time.monotonic_ns())}
    answer = subprocess.run(
        [sys.executable, "-c", code, *words], env=started, check=True, capture_output=True, text=True
    )
    return {name: float(value) for name, value in (line.split() for line in answer.stdout.splitlines())}
