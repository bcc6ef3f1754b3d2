"""The files for the environment office are made by keys, one or all, and the open data."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt

from daurulang.documents.period_files import PERIOD_FILES
from tests.plant import worked_plant
from tests.ui.desk import Desk
from ui import tasks
from ui.reports import files_screen
from ui.reports.files_screen import FilesScreen, file_words

KEY = Qt.Key


@pytest.fixture
def screen(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> Iterator[FilesScreen]:
    worked_plant(desk.book)
    opened: list[Path] = []
    monkeypatch.setattr(files_screen, "open_file", opened.append)
    screen = FilesScreen(desk.session)
    screen.opened = opened  # type: ignore[attr-defined]
    desk.qtbot.addWidget(screen)
    screen.show()
    screen.enter()
    yield screen
    tasks.stop_all(screen)


def settled(desk: Desk, screen: FilesScreen) -> list[Path]:
    desk.qtbot.waitUntil(lambda: bool(screen.opened), timeout=30_000)  # type: ignore[attr-defined]
    opened: list[Path] = screen.opened  # type: ignore[attr-defined]
    return opened


def test_enter_makes_the_file_that_is_chosen(desk: Desk, screen: FilesScreen) -> None:
    assert screen.table.current_row() is PERIOD_FILES[0]
    desk.press(KEY.Key_Return)
    (path,) = settled(desk, screen)
    assert path.name.startswith("dlh-")
    assert path.stat().st_size > 4_000
    assert [each.name for each in path.parent.iterdir()] == [path.name]


def test_f10_makes_all_of_them(desk: Desk, screen: FilesScreen) -> None:
    screen.save()
    (folder,) = settled(desk, screen)
    names = {each.name.partition("-2")[0] for each in folder.iterdir()}
    assert names == {each.code for each in PERIOD_FILES}


def test_the_open_data_lies_in_a_folder_of_its_own(desk: Desk, screen: FilesScreen) -> None:
    screen.make_open_data()
    (folder,) = settled(desk, screen)
    assert (folder / "datapackage.json").exists()


def test_every_file_has_its_words(screen: FilesScreen) -> None:
    assert all(all(file_words(each.code)) for each in PERIOD_FILES)
    assert screen.table.current_row() is not None
