"""A dressed application for every test of the window."""

import gc
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from daurulang.migrations.opening import open_book
from tests.book import set_up_book
from tests.ui.desk import Desk
from ui import theme
from ui.garbage import collect


@pytest.fixture(scope="module", autouse=True)
def swept() -> Iterator[None]:
    """What the windows of a file leave behind is not left to a thread of another file's."""
    yield
    gc.collect()


@pytest.fixture(autouse=True)
def collected_here() -> Iterator[None]:
    """Garbage is collected in this thread only, as in the program (`ui/garbage.py`): a worker would crash on it."""
    gc.disable()
    yield
    collect()
    gc.enable()


@pytest.fixture(autouse=True)
def dressed(qapp: QApplication) -> None:
    """The light theme at 100 %."""
    if not qapp.styleSheet():
        theme.apply(qapp, dark=False, scale_percent=100)


@pytest.fixture
def desk(qtbot: QtBot, sqlite_place: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Desk]:
    """A counter with two members and a few priced materials; papers land in a folder of the test."""
    monkeypatch.setenv("DAURULANG_HOME", str(tmp_path / "home"))
    db = open_book(sqlite_place)
    yield Desk(qtbot, set_up_book(db), tmp_path / "home" / "kuitansi")
    db.close()
