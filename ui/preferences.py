"""What belongs to the person at this machine: language, size of text, light or dark, who signed in last and where."""

from __future__ import annotations

import os
from dataclasses import asdict, dataclass, fields

from PySide6.QtCore import QSettings


@dataclass(frozen=True, slots=True)
class Preferences:
    """`language` is a code of `ui.translation`; `text_percent` lies between 100 and 200."""

    language: str = "id"
    text_percent: int = 100
    dark: bool = False
    last_clerk: str = ""
    last_place: str = ""


def load() -> Preferences:
    """What was kept; anything odd in it counts as never set."""
    store = _store()
    kept = {each.name: store.value(each.name, each.default, type=type(each.default)) for each in fields(Preferences)}
    return Preferences(**kept)  # type: ignore[arg-type]  # `value` answers in the type asked for


def save(preferences: Preferences) -> None:
    """Keep them for the next start."""
    store = _store()
    for name, value in asdict(preferences).items():
        store.setValue(name, value)


def _store() -> QSettings:
    # Asked here and not in daurulang.config, whose imports the first frame need not wait for.
    home = os.environ.get("DAURULANG_HOME")
    if home:
        return QSettings(f"{home}/window.ini", QSettings.Format.IniFormat)
    return QSettings(QSettings.Format.IniFormat, QSettings.Scope.UserScope, "daurulang", "window")
