"""A book as an older version of the program has left it, with rows in it."""

from pathlib import Path

from alembic import command
from alembic.config import Config
from sqlcipher3 import dbapi2

from daurulang import migrations
from daurulang.database import APPLICATION_ID, Database
from daurulang.migrations.opening import open_book
from tests.book import set_up_book


def older_book(path: Path, revision: str) -> None:
    """Run the steps up to `revision`, and take over from a book of today all rows that it can hold."""
    db = Database(path, create=True)
    config = Config()
    config.set_main_option("script_location", str(Path(str(migrations.__file__)).parent))
    with db.transaction() as connection:
        connection.exec_driver_sql(f"PRAGMA application_id = {APPLICATION_ID}")
        config.attributes["connection"] = connection
        command.upgrade(config, revision)
    db.checkpoint()
    db.close()
    today = path.with_name("today.db")
    new = open_book(today)
    book = set_up_book(new)
    for _ in range(3):
        book.deposit(10_000)
    book.payout(5_000)
    new.close()
    _take_over(path, today)
    today.unlink()


def _take_over(path: Path, today: Path) -> None:
    raw = dbapi2.connect(str(path), isolation_level=None)
    raw.execute("ATTACH ? AS today", (str(today),))
    tables = [
        name
        for (name,) in raw.execute("SELECT name FROM main.sqlite_master WHERE type = 'table' ORDER BY rootpage")
        if not name.startswith("sqlite_") and name != "alembic_version"
    ]
    for name in tables:
        old, new = (
            [column for _, column, *_ in raw.execute(f"PRAGMA {schema}.table_info({name})")]
            for schema in ("main", "today")
        )
        columns = ", ".join(column for column in old if column in new)
        only = " WHERE kind IN (SELECT code FROM main.account_kind)" if name == "account" else ""
        if name not in {"account_kind", "entry_kind", "place"}:
            raw.execute(f"INSERT OR IGNORE INTO main.{name} ({columns}) SELECT {columns} FROM today.{name}{only}")
    raw.execute("DETACH today")
    raw.close()
