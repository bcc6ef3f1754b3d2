"""The machine's settings come back as they were saved."""

from pathlib import Path

import pytest

from daurulang.config import Machine, ScaleLine, load_machine, save_machine, settings_path
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


def test_the_scale_has_a_table_of_its_own() -> None:
    machine = Machine(printer="Kasir", scale=ScaleLine("/dev/ttyUSB0", 2400, "7E1", "and"))
    save_machine(machine)
    assert (
        '\n[scale]\nport = "/dev/ttyUSB0"\nbaud = 2400\nbits = "7E1"\nformat = "and"\n' in settings_path().read_text()
    )
    assert load_machine() == machine


@pytest.mark.parametrize(
    "text, scale",
    [
        ("", ScaleLine()),
        ('[scale]\nport = "COM3"\n', ScaleLine("COM3")),
        ('scale = "COM3"\n', ScaleLine()),
        ('[scale]\nport = 3\nbaud = "fast"\nbits = 8\n', ScaleLine()),
        ('[scale]\nport = "COM3"\nbaud = -1\ncolour = "red"\n', ScaleLine("COM3")),
    ],
)
def test_a_table_of_the_scale_that_is_half_written_is_as_on_a_new_machine(text: str, scale: ScaleLine) -> None:
    settings_path().write_text(text)
    assert load_machine() == Machine(scale=scale)


def test_a_number_that_was_written_as_a_text_is_the_usual_one() -> None:
    settings_path().write_text('backup_minutes = "often"\nprinter = "Kasir"\n')
    assert load_machine() == Machine(printer="Kasir")
