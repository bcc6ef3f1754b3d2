"""The machine's own settings: which book it works on, which counter it is, what paper it prints on.

A small TOML file in the platform's configuration folder; the person's settings are Qt's, the centre's are tables.
"""

from __future__ import annotations

import os
import tomllib
from collections.abc import Mapping
from dataclasses import asdict, dataclass, fields
from enum import StrEnum
from pathlib import Path

import platformdirs

from daurulang.errors import FileNotWritten

_NAME = "daurulang"


class Paper(StrEnum):
    """The papers a receipt can be made for: two rolls and a sheet."""

    ROLL_58 = "58mm"
    ROLL_80 = "80mm"
    A5 = "A5"


@dataclass(frozen=True, slots=True)
class ScaleLine:
    """The cable of the scale: `port` is a serial port of the system ("COM3", "/dev/ttyUSB0"), empty where weights are
    typed; `baud` its pace, `bits` such as "8N1", `format` how the indicator speaks (`devices.scale_frames.PARSERS`).
    """

    port: str = ""
    baud: int = 9600
    bits: str = "8N1"
    format: str = "auto"


@dataclass(frozen=True, slots=True)
class Machine:
    """`database` is a path or a PostgreSQL URL, empty for the book in the data folder. `printer` is the name of a
    printer of the system, empty to open the receipt instead of printing it. `backup_folder` is where copies go,
    empty for a folder beside the book, one every `backup_minutes` of use; `anchor_folder` is where the last numbers of
    the book are noted.
    """

    database: str = ""
    counter: str = "L1"
    paper: Paper = Paper.ROLL_58
    printer: str = ""
    backup_folder: str = ""
    backup_minutes: int = 30
    anchor_folder: str = ""
    scale: ScaleLine = ScaleLine()

    @property
    def place(self) -> str:
        """Where the book is."""
        return self.database or str(data_folder() / "daurulang.db")

    @property
    def backup_place(self) -> Path:
        """The folder of the copies."""
        return Path(self.backup_folder) if self.backup_folder else data_folder() / "cadangan"

    @property
    def anchor_place(self) -> Path:
        """The folder of the anchors: never that of the book."""
        return Path(self.anchor_folder) if self.anchor_folder else _state_folder() / "jangkar"


def data_folder() -> Path:
    """The folder of books, receipts and logs: the platform's, or $DAURULANG_HOME."""
    home = os.environ.get("DAURULANG_HOME")
    return Path(home) if home else Path(platformdirs.user_data_dir(_NAME, appauthor=False))


def _state_folder() -> Path:
    home = os.environ.get("DAURULANG_HOME")
    return Path(home) if home else Path(platformdirs.user_state_dir(_NAME, appauthor=False))


def settings_path() -> Path:
    """Where the machine's settings are kept."""
    home = os.environ.get("DAURULANG_HOME")
    folder = Path(home) if home else Path(platformdirs.user_config_dir(_NAME, appauthor=False))
    return folder / "machine.toml"


def load_machine() -> Machine:
    """The machine's settings; what is missing or unreadable is as on a new machine."""
    try:
        stored = tomllib.loads(settings_path().read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError):
        stored = {}
    texts = _texts(Machine, stored)
    paper = texts.pop("paper", Paper.ROLL_58)
    scale = stored.get("scale")
    return Machine(
        **texts,
        paper=Paper(paper) if paper in set(Paper) else Paper.ROLL_58,
        backup_minutes=_count(stored.get("backup_minutes"), 30),
        scale=_scale(scale) if isinstance(scale, dict) else ScaleLine(),
    )


def _scale(stored: Mapping[str, object]) -> ScaleLine:
    return ScaleLine(**_texts(ScaleLine, stored), baud=_count(stored.get("baud"), 9600))


def _texts(kind: type[Machine | ScaleLine], stored: Mapping[str, object]) -> dict[str, str]:
    """What is stored as text for the settings that are texts."""
    named = ((each.name, stored.get(each.name)) for each in fields(kind) if isinstance(each.default, str))
    return {name: value for name, value in named if isinstance(value, str)}


def _count(value: object, usual: int) -> int:
    return value if type(value) is int and value > 0 else usual


def save_machine(machine: Machine) -> None:
    """Write the machine's settings whole; raises `FileNotWritten`."""
    path = settings_path()
    new = path.with_name(path.name + ".new")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        new.write_text(_toml(asdict(machine)), "utf-8")
        new.replace(path)
    except (OSError, UnicodeEncodeError) as error:  # a name of bytes that are no text cannot be written down
        raise FileNotWritten(str(path)) from error


def _toml(settings: Mapping[str, object]) -> str:
    """Settings as lines, then the tables among them."""
    lines = [f"{name} = {_written(value)}\n" for name, value in settings.items() if not isinstance(value, dict)]
    tables = [f"\n[{name}]\n{_toml(value)}" for name, value in settings.items() if isinstance(value, dict)]
    return "".join(lines + tables)


def _written(value: object) -> str:
    return _quoted(value) if isinstance(value, str) else str(value)


def _quoted(text: str) -> str:
    escaped = "".join(f"\\u{ord(letter):04x}" if letter in '"\\\x7f' or ord(letter) < 32 else letter for letter in text)
    return f'"{escaped}"'
