"""The folder of copies: their names, which of them stay, and which is the newest."""

from __future__ import annotations

import re
from collections.abc import Callable, Hashable, Iterable
from contextlib import suppress
from datetime import date, datetime
from pathlib import Path

from daurulang import periods
from daurulang.backup.copying import backup
from daurulang.backup.manifest import ENDING, Backup, manifest_path, read_manifest
from daurulang.database import Database
from daurulang.errors import FileNotWritten
from daurulang.periods import Zone

DAYS, WEEKS, MONTHS = 7, 5, 12
_NAME = re.compile(r"daurulang-(\d{4}-\d\d-\d\d-\d{6})\.db")
_FORM = "%Y-%m-%d-%H%M%S"
_RESTS = (".new", "-journal", f"{ENDING}.new")
_DAY_MS = 24 * 60 * 60 * 1000


def back_up_into(db: Database, folder: Path, zone: Zone) -> Backup:
    """A copy named by this moment, in a folder that is made when it is missing; then the old ones go that are no
    longer wanted. Raises as `backup` does.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise FileNotWritten(str(folder)) from error
    made = backup(db, folder / f"daurulang-{periods.local(periods.now_ms(), zone):{_FORM}}.db")
    _rotate(made)
    return made


def backups(folder: Path) -> tuple[Backup, ...]:
    """The copies with a note that fits them, the newest first; raises `FileNotWritten` where there is no folder."""
    found = []
    try:
        for path in sorted(folder.iterdir(), reverse=True):
            manifest = read_manifest(path) if _NAME.fullmatch(path.name) else None
            if manifest is not None and path.stat().st_size == manifest.size_bytes:
                found.append(Backup(path, manifest))
    except OSError as error:
        raise FileNotWritten(str(folder)) from error
    return tuple(sorted(found, key=lambda each: each.manifest.at_ms, reverse=True))


def on_same_disk(folder: Path, book: Path) -> bool:
    """Whether one broken disk would take both the book and its copies."""
    try:
        there = next((each for each in (folder, *folder.parents) if each.exists()), book)
        return there.stat().st_dev == book.parent.stat().st_dev
    except OSError:  # a closed folder, a name that is too long: what cannot be looked at cannot be said
        return False


def moment_of(path: Path) -> datetime:
    """The wall time that a copy is named by."""
    found = _NAME.fullmatch(path.name)
    if found is None:
        raise ValueError(path.name)
    return datetime.strptime(found[1], _FORM)  # noqa: DTZ007  (the wall time of the centre, as written)


def wanted(moments: Iterable[datetime]) -> set[datetime]:
    """Which moments stay: the newest of each of the last 7 days, 5 weeks and 12 months that have any."""
    newest_first = sorted(moments, reverse=True)
    periods_of: tuple[tuple[int, Callable[[date], Hashable]], ...] = (
        (DAYS, lambda day: day),
        (WEEKS, lambda day: day.isocalendar()[:2]),
        (MONTHS, lambda day: (day.year, day.month)),
    )
    stay: set[datetime] = set()
    for most, period_of in periods_of:
        seen: dict[Hashable, datetime] = {}
        for moment in newest_first:
            seen.setdefault(period_of(moment.date()), moment)
        stay.update(list(seen.values())[:most])
    return stay


def _rotate(made: Backup) -> None:
    """Take away what is no longer wanted of this book, and what broken-off copies have left. What cannot be taken away
    stays: the new copy is good all the same. So do copies of days to come: either they or this one has a wrong clock.
    """
    folder, now, figures = made.path.parent, moment_of(made.path), made.manifest.figures
    ours = [each for each in backups(folder) if each.manifest.figures.same_book(figures)]
    own = [each for each in ours if moment_of(each.path) <= now]
    stay = wanted(moment_of(each.path) for each in own)
    # A book that is damaged gives damaged copies: they must not push out the last one that was found sound.
    stay |= {moment_of(each.path) for each in [each for each in own if each.manifest.is_sound][:1]}
    with suppress(OSError):
        for each in own:
            if moment_of(each.path) not in stay and each.path != made.path:
                each.path.unlink()
                manifest_path(each.path).unlink(missing_ok=True)
        for path in folder.glob("daurulang-*"):
            rest = path.name.endswith(_RESTS) and path.stat().st_mtime_ns // 1_000_000 < periods.now_ms() - _DAY_MS
            if rest:
                path.unlink()
