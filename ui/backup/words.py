"""What the bottom line says about copies, and moments as people say them."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from daurulang import periods
from daurulang.periods import Zone, clock_time
from daurulang.restoration.routine import Safety
from ui.days import day_before_today
from ui.widgets.card import Tone

translate = QCoreApplication.translate


def moment_words(at_ms: int, zone: Zone) -> str:
    """Today 09.30, yesterday 16.05, 7 November 10.15."""
    day = day_before_today(periods.local(at_ms, zone).date(), periods.today(zone))
    return f"{day} {clock_time(at_ms, zone)}"


def safety_words(safety: Safety | None, zone: Zone, *, anchor_trouble: str = "", failed: str = "") -> tuple[str, Tone]:
    """A few words and how bad it is; nothing for a book on a server (None), which is copied there.

    `failed` is "full" or "other" when the last try was refused.
    """
    if anchor_trouble:
        return translate("Backup", "Anchors cannot be written: {why}").format(why=anchor_trouble), Tone.PROBLEM
    if safety is None:
        return "", Tone.PLAIN
    if failed == "full":
        return translate("Backup", "The backup place is full"), Tone.PROBLEM
    match safety.problem:
        case "missing":
            return translate("Backup", "The backup folder is not there"), Tone.PROBLEM
        case "unsound":
            return translate("Backup", "The last backup failed its trial"), Tone.PROBLEM
    if failed:
        return translate("Backup", "The backup could not be made"), Tone.PROBLEM
    if safety.newest is None:
        return translate("Backup", "No backup yet"), Tone.WARNING
    when = moment_words(safety.newest.manifest.at_ms, zone)
    if safety.problem == "old":
        return translate("Backup", "Last backup {when}: too old").format(when=when), Tone.PROBLEM
    return translate("Backup", "Backup {when} ✓").format(when=when), Tone.PLAIN
