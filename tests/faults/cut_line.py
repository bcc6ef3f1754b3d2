"""Row 19: the line to the server is cut at the commit, before it arrives or on its way back."""

from daurulang.database import Database
from daurulang.deposits.service import record, record_part
from daurulang.errors import CommitFailed, NotSaved
from daurulang.ledger.service import form_of
from daurulang.migrations.opening import open_book
from daurulang.storage_errors import DatabaseRefused
from tests.faults.acts import DESK, deposit, faults_of, keys_in, make_pattern
from tests.faults.finding import Control, Finding, finding
from tests.faults.line import Line
from tests.postgres import PostgresServer

OF_CONTROL = 10


def run(rounds: int, seed: int) -> Finding:
    """Cut the line `rounds` times; whoever hears that it was not saved saves the form again."""
    told_unsaved = 0
    with PostgresServer() as server:
        line = Line(server.port)
        url, far = _two_ways(server, line)
        db = Database(far)
        keys = [f"{seed}-{n}" for n in range(rounds)]
        faults = []
        for n, key in enumerate(keys):
            line.cut = "behind" if n % 2 else "before"
            try:
                first = record(db, DESK, deposit(key))
            except NotSaved:
                told_unsaved += 1
                first = record(db, DESK, deposit(key))
            if record(db, DESK, deposit(key)) != first:
                faults.append(f"{key} has two answers")
        db.close()
        near = open_book(url)
        faults += faults_of(near, keys, keys)
        rows = len(keys_in(near))
        near.close()
        control = _control(*_two_ways(server, line), line)
        line.listener.close()
    if told_unsaved != (rounds + 1) // 2:
        faults.append(f"{told_unsaved} told as not saved of {(rounds + 1) // 2} cut before the commit")
    return finding(
        *(19, "the line to the server cut at the commit", "0 duplicates"),
        f"{rounds} cuts, half before the commit arrived and half behind it",
        f"{rows} rows, {rows - rounds} duplicates, 0 lost; {told_unsaved} told as not saved, each rightly",
        faults,
        control,
    )


def _two_ways(server: PostgresServer, line: Line) -> tuple[str, str]:
    """The addresses of a new book: the server's own, and by the line."""
    url = server.fresh_url(make_pattern)
    return url, url.replace(f":{server.port}/", f":{line.listener.getsockname()[1]}/")


def _control(url: str, far: str, line: Line) -> Control:
    """A program without keys, which saves again whenever it heard nothing."""
    db = Database(far)
    for n in range(OF_CONTROL):
        line.cut = "behind"
        for attempt in range(2):
            draft = deposit(f"control {n} {attempt}")
            try:
                with db.transaction() as connection:
                    record_part(connection, DESK, draft, form_of(draft.form_key, draft), None)
                break
            except (CommitFailed, DatabaseRefused):
                continue
    db.close()
    near = open_book(url)
    rows = len(keys_in(near))
    near.close()
    return Control("no key", f"{rows - OF_CONTROL} duplicates of {OF_CONTROL}", rows > OF_CONTROL)
