"""A program on a book of its own, which is copied to a stick."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from daurulang.config import load_machine, save_machine
from daurulang.migrations.opening import open_book
from tests.book import set_up_book
from tests.ui.hands import Hands, hands_on, work_on
from ui.backup.keeper import Keeper


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("DAURULANG_HOME", str(tmp_path / "home"))
    return tmp_path / "home"


@pytest.fixture
def stick(tmp_path: Path) -> Path:
    folder = tmp_path / "stick"
    folder.mkdir()
    return folder


@pytest.fixture
def place(home: Path, stick: Path, sqlite_place: Path) -> Path:
    """A book with two deposits, this machine's own, copied to a stick."""
    db = open_book(sqlite_place)
    book = set_up_book(db)
    for _ in range(2):
        book.deposit(1000)
    db.close()
    work_on(home, sqlite_place)
    save_machine(replace(load_machine(), backup_folder=str(stick)))
    return sqlite_place


@pytest.fixture
def at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """The first look comes right after the start."""
    monkeypatch.setattr(Keeper, "FIRST_MS", 20)
    monkeypatch.setattr(Keeper, "EVERY_MS", 200)


@pytest.fixture
def hands(qtbot: QtBot, qapp: QApplication, home: Path, place: Path) -> Iterator[Hands]:
    with hands_on(qtbot, qapp, home) as hands:
        yield hands
