"""The machine's settings come back as they were saved."""

from pathlib import Path

import pytest

from daurulang.config import Machine, load_machine, save_machine
from daurulang.errors import FileNotWritten


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DAURULANG_HOME", str(tmp_path))


@pytest.mark.parametrize("name", ['"', "\\", "a\tb\nc\r", "\x00\x1f\x7f\x80", "Kasir é \U0001f600", "'''", "#"])
def test_any_name_comes_back(name: str) -> None:
    save_machine(Machine(printer=name))
    assert load_machine() == Machine(printer=name)


def test_bytes_that_are_no_text_leave_the_settings_as_they_were() -> None:
    save_machine(Machine(database="book.db"))
    with pytest.raises(FileNotWritten):
        save_machine(Machine(database="book\udcff.db"))
    assert load_machine() == Machine(database="book.db")
