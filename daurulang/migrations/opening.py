"""Opening a book: refuse what is not ours before touching it, create what is missing, bring the rest up to date."""

from __future__ import annotations

import errno
import os
import uuid
from contextlib import suppress
from importlib import import_module
from pathlib import Path
from types import ModuleType

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from daurulang.backup.copying import backup
from daurulang.database import APPLICATION_ID, Database
from daurulang.migrations import guards
from daurulang.migrations.shares import is_share
from daurulang.storage_errors import (
    DatabaseDamaged,
    DatabaseEmpty,
    DatabaseForeign,
    DatabaseNewer,
    DatabaseOnShare,
    DatabaseReadOnly,
    DatabaseUnreachable,
    StorageFailed,
)

REVISIONS = (
    "0001",
    "0002",
    "0003",
    "0004",
    "0005",
    "0006",
    "0007",
    "0008",
    "0009",
)  # every step of the tables in order; a test compares it with the scripts
_SQLITE_MAGIC = b"SQLite format 3\x00"


def open_book(place: str | Path, *, create: bool = True, keep_old: bool = True) -> Database:
    """The book at a path or URL with today's tables; `create` makes a new one where there is none yet. An older book
    is copied first, to a file beside it, unless it is a copy itself (`keep_old` False).

    Raises, without touching the file: `DatabaseEmpty`, `DatabaseForeign`, `DatabaseNewer`, `DatabaseReadOnly`,
    `DatabaseUnreachable`, `DatabaseDamaged`, `DatabaseBusy`, `DatabaseOnShare`, `StorageFailed`, `LibraryUnsafe`, and
    what `backup` raises.
    """
    db = Database(place)
    try:
        if db.path is not None:
            if is_share(db.path):
                raise DatabaseOnShare(str(db.path))
            if create and not os.path.exists(db.path):  # noqa: PTH110  (Path.exists raises where a folder is closed)
                _create_file(db.path)
            check_file(db.path)
        _bring_up_to_date(db, keep_old=keep_old)
        if db.is_sqlite:
            db.checkpoint()
    except BaseException:
        db.close()
        raise
    return db


def missing_guards(connection: Connection) -> tuple[str, ...]:
    """The names of triggers that the book should have and has not, that are switched off or say something else."""
    wanted = {guard.name: guard for step in _steps() for guard in step.GUARDS}  # a later step may say it anew
    return guards.missing(connection, wanted.values())


def _steps() -> list[ModuleType]:
    folder = Path(__file__).parent / "versions"
    return [import_module(f"daurulang.migrations.versions.{path.stem}") for path in sorted(folder.glob("0*.py"))]


def _create_file(path: Path) -> None:
    """Make the book under another name and move it into place, so that a power cut leaves none or a whole one.

    Of two windows that start on a new machine at once, the first one's book stays.
    """
    new = path.with_name(f"{path.name}.{uuid.uuid4().hex}.new")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise DatabaseUnreachable(str(path)) from error
    if not os.access(path.parent, os.W_OK):
        raise DatabaseReadOnly(str(path))
    db = Database(new, create=True)
    try:
        with db.transaction() as connection:
            connection.exec_driver_sql(f"PRAGMA application_id = {APPLICATION_ID}")
            _upgrade(connection)
        db.checkpoint()
        db.close()
        _move_unless_there(new, path)
    finally:
        db.close()
        with suppress(OSError):  # what stopped the making must not be hidden, such as a name that is too long
            new.unlink(missing_ok=True)


def _move_unless_there(new: Path, path: Path) -> None:
    try:
        path.hardlink_to(new)
    except FileExistsError:
        pass
    except OSError:  # a file system without links
        new.rename(path)


def check_file(path: Path) -> None:
    """Look at a book from outside; raises as `open_book` does."""
    try:
        with path.open("rb") as file:
            head = file.read(100)
    except OSError as error:
        raise (StorageFailed if error.errno == errno.EIO else DatabaseUnreachable)(str(path)) from error
    if not head:
        raise DatabaseEmpty(str(path))
    if head[:16] != _SQLITE_MAGIC or int.from_bytes(head[68:72], "big") != APPLICATION_ID:
        raise DatabaseForeign(str(path))
    if int.from_bytes(head[60:64], "big") > int(REVISIONS[-1]):
        raise DatabaseNewer(str(path))
    if is_cut_short(path, head) or has_log_of_another(path, head):
        raise DatabaseDamaged(str(path))
    if not (os.access(path, os.W_OK) and os.access(path.parent, os.W_OK)):
        raise DatabaseReadOnly(str(path))


def is_cut_short(path: Path, head: bytes) -> bool:
    """Whether an SQLite file has fewer pages than its first 100 bytes say; a log beside it may hold the rest."""
    page_bytes = int.from_bytes(head[16:18], "big")
    pages = int.from_bytes(head[28:32], "big")
    says_so = head[24:28] == head[92:96]
    log = path.with_name(f"{path.name}-wal")
    if not says_so or (log.exists() and log.stat().st_size):
        return False
    return path.stat().st_size < pages * (page_bytes if page_bytes > 1 else 65536)


def has_log_of_another(path: Path, head: bytes) -> bool:
    """Whether a copy, whose first bytes say that it has no log, was put over a book whose log is still there: the
    engine would write that log into it.
    """
    log = path.with_name(f"{path.name}-wal")
    return head[18:20] == b"\x01\x01" and log.exists() and log.stat().st_size > 0


def _bring_up_to_date(db: Database, *, keep_old: bool) -> None:
    with db.reading() as connection:
        tables = set(sa.inspect(connection).get_table_names()) if not db.is_sqlite else {"alembic_version"}
        if not tables:
            revision = None
        elif "alembic_version" not in tables:
            raise DatabaseForeign(db.place)
        else:
            revision = connection.scalar(sa.text("SELECT version_num FROM alembic_version"))
            if revision not in REVISIONS:
                raise DatabaseNewer(db.place) if db.is_sqlite or "entry" in tables else DatabaseForeign(db.place)
    if revision == REVISIONS[-1]:
        return
    if db.path is not None and keep_old:
        backup(db, db.path.with_name(f"{db.path.stem}.before-{REVISIONS[-1]}{db.path.suffix}"))
    with db.transaction() as connection:
        if not db.is_sqlite:  # SQLite's writing door lets one in at a time
            connection.exec_driver_sql(f"SELECT pg_advisory_xact_lock({APPLICATION_ID})")
        _upgrade(connection)


def _upgrade(connection: Connection) -> None:
    from alembic import command
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", str(Path(__file__).parent))
    config.attributes["connection"] = connection
    command.upgrade(config, "head")
    if connection.dialect.name == "sqlite":
        # In the first bytes of the file, so that an older program sees it without opening the book.
        connection.exec_driver_sql(f"PRAGMA user_version = {int(REVISIONS[-1])}")
