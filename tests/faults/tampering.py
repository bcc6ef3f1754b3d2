"""Row 30: somebody changes the posted book past its guards; the verification must find every one of it."""

import random
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path

from sqlcipher3 import dbapi2

from daurulang.closings.day import close_day
from daurulang.database import Database
from daurulang.ledger.gaps import never_again
from daurulang.ledger.service import HASHED_COLUMNS, MASS_COLUMNS, MONEY_COLUMNS, digest, entry_hash
from daurulang.migrations.opening import open_book
from daurulang.periods import Zone, today
from daurulang.storage_errors import DatabaseRefused
from daurulang.verification.service import verify
from tests.faults.acts import DESK, Day, do, fresh_book, make_pattern, memory_folder
from tests.faults.finding import Control, Finding, finding, keep
from tests.faults.typed_slips import TypedSlips

ACTS = 40
DOCUMENTS = (
    "money_transfer",
    "mass_transfer",
    "deposit_line",
    "deposit",
    "payout",
    "reversal",
    "imported_entry",
    "handwritten_slip",
)
ONLY_ANCHORS = ("the end cut off", "hashed anew up to the end", "numbers lost to a restore away")


@dataclass(frozen=True, slots=True)
class Raw:
    """The file without its guards, as somebody with a database browser has it."""

    connection: dbapi2.Connection
    chance: random.Random

    def run(self, statement: str) -> None:
        """Do it, to at least one row."""
        if self.connection.execute(statement).rowcount == 0:
            raise RuntimeError(f"nothing to tamper with: {statement}")

    def ask(self, question: str) -> list[tuple[object, ...]]:
        """Rows."""
        return list(self.connection.execute(question).fetchall())

    def some(self, table: str, column: str = "entry_id") -> int:
        """The id of one row by chance."""
        return int(str(self.chance.choice(self.ask(f"SELECT {column} FROM {table}"))[0]))


Tampering = Callable[[Raw], None]


def run(rounds: int, seed: int) -> Finding:
    """Tamper in every way `rounds` times, each with other rows."""
    faults: list[str] = []
    silent_without = 0
    with memory_folder() as folder:
        pattern, path = folder / "pattern.db", folder / "book.db"
        make_pattern(pattern)
        _anchored(pattern, path, seed)
        sound = path.read_bytes()
        slips = TypedSlips(DOCUMENTS)
        slips.hand_out(path)
        for n in range(rounds):
            for name, tampering in KINDS.items():
                path.write_bytes(sound)
                with _unguarded(path) as raw:
                    tampering(Raw(raw, random.Random(f"{seed} {n} {name}")))
                if not _found(path):
                    faults.append(f"{name} was not found; kept in {keep(30, seed, f'{name} {n}', path)}")
                faults += [f"{name}: {wrong}" for wrong in slips.type_in(path, random.Random(f"{seed} {n}"))]
                if name in ONLY_ANCHORS and not _found(path, anchored=False):
                    silent_without += 1
        path.write_bytes(sound)
        if _found(path):
            faults.append("the sound book is not called sound")
        faults += slips.type_in(path, random.Random(seed))
    tries = rounds * len(ONLY_ANCHORS)
    return finding(
        *(30, "a posted book changed past its guards, and slips typed in", "100 % found"),
        f"{len(KINDS)} kinds × {rounds}: {', '.join(KINDS)}",
        f"{len(KINDS) * rounds} found, the sound book called sound; {slips.refuted} slips of changed entries refuted, "
        f"{slips.confirmed} of untouched ones confirmed",
        faults,
        Control("no anchors", f"{silent_without} of {tries} cut or hashed anew not found", silent_without > 0),
        Control(
            "the number of a slip alone",
            f"{slips.found_by_number} of {slips.refuted} found under theirs",
            slips.found_by_number > 0,
        ),
    )


def _anchored(pattern: Path, path: Path, seed: int) -> None:
    db = open_book(fresh_book(pattern, path))
    close_day(db, DESK, today(Zone.WIB) - timedelta(days=1))
    day = Day("t", random.Random(seed))
    while day.count < ACTS or not _has_all(db):
        step = day.next()
        day.done(step, do(db, step))
    with db.transaction() as connection:
        never_again(connection, {"L9": 7}, "dipulihkan dari cadangan")
    db.close()


def _has_all(db: Database) -> bool:
    """Whether there is something to tamper with everywhere."""
    with db.reading() as connection:
        return all(connection.exec_driver_sql(f"SELECT 1 FROM {table} LIMIT 1").scalar() for table in DOCUMENTS)


def _found(path: Path, *, anchored: bool = True) -> bool:
    try:
        db = open_book(path)
    except DatabaseRefused:
        return True
    if not anchored:
        db.anchors = None
    try:
        return bool(verify(db).problems)
    except DatabaseRefused:
        return True
    finally:
        db.close()


@contextmanager
def _unguarded(path: Path) -> Iterator[dbapi2.Connection]:
    raw = dbapi2.connect(str(path), isolation_level=None)
    guards = raw.execute("SELECT name, sql FROM sqlite_master WHERE type = 'trigger'").fetchall()
    raw.execute("BEGIN")
    for name, _ in guards:
        raw.execute(f"DROP TRIGGER {name}")
    yield raw
    left_out = "" if raw.in_transaction else guards[0][0]
    for name, words in guards:
        if name != left_out:
            raw.execute(words)
    if raw.in_transaction:
        raw.execute("COMMIT")
    raw.close()


def _add(table: str, column: str, value: str, key: str = "entry_id") -> Tampering:
    """Change one column of a row by chance."""
    return lambda raw: raw.run(f"UPDATE {table} SET {column} = {value} WHERE {key} = {raw.some(table, key)}")


def _whole_entry(raw: Raw) -> None:
    _without(raw, [raw.chance.randint(1, _last(raw) - 1)])


def _end(raw: Raw) -> None:
    last = _last(raw)
    (counter_id,) = raw.ask(f"SELECT counter_id FROM entry WHERE id = {last}")[0]
    own = [int(str(row[0])) for row in raw.ask(f"SELECT id FROM entry WHERE counter_id = {counter_id} ORDER BY id")]
    _without(raw, own[-raw.chance.randint(1, 3) :])
    if raw.ask("SELECT 1 FROM reversal WHERE original_id NOT IN (SELECT id FROM entry)"):
        raise RuntimeError("a reversal of what was cut off is left")


def _last(raw: Raw) -> int:
    return int(str(raw.ask("SELECT max(id) FROM entry")[0][0]))


def _without(raw: Raw, ids: Sequence[int]) -> None:
    listed = ", ".join(map(str, ids))
    for table in DOCUMENTS:
        raw.connection.execute(f"DELETE FROM {table} WHERE entry_id IN ({listed})")
    raw.run(f"DELETE FROM entry WHERE id IN ({listed})")


def _hashed_anew(raw: Raw) -> None:
    """Another clerk from some entry on, and every hash behind it computed again."""
    ids = [int(str(row[0])) for row in raw.ask("SELECT id FROM entry WHERE counter_id = 1 ORDER BY sequence")]
    start = raw.chance.randrange(1, len(ids))
    previous = str(raw.ask(f"SELECT hash FROM entry WHERE id = {ids[start - 1]}")[0][0])
    raw.run(f"UPDATE entry SET at_ms = at_ms + 60000 WHERE id = {ids[start]}")
    for entry_id in ids[start:]:
        raw.run(f"UPDATE entry SET previous_hash = '{previous}' WHERE id = {entry_id}")
        (head,) = raw.ask(f"SELECT {', '.join(HASHED_COLUMNS)} FROM entry WHERE id = {entry_id}")
        money, mass = (
            raw.ask(f"SELECT {', '.join(names)} FROM {table} WHERE entry_id = {entry_id} ORDER BY position")
            for table, names in (("money_transfer", MONEY_COLUMNS), ("mass_transfer", MASS_COLUMNS))
        )
        previous = entry_hash(head, money, mass)
        raw.run(f"UPDATE entry SET hash = '{previous}' WHERE id = {entry_id}")


def _another_page(raw: Raw) -> None:
    """With its hash made right."""
    ((report,),) = raw.ask("SELECT report FROM day_closing")
    text = str(report).replace("Bangkalan", "Sampang")
    raw.run(f"UPDATE day_closing SET report = '{text}', report_hash = '{digest(text)}'")


def _guard_away(raw: Raw) -> None:
    """Leaves the transaction, so that one guard is not put back."""
    raw.connection.execute("COMMIT")


KINDS: dict[str, Tampering] = {
    "more rupiah": _add("money_transfer", "rupiah", "rupiah + 1"),
    "another account": _add("money_transfer", "credit_account_id", "-1", "id"),
    "a transfer away": lambda raw: raw.run(f"DELETE FROM money_transfer WHERE id = {raw.some('money_transfer', 'id')}"),
    "less weight": _add("mass_transfer", "grams", "grams + 1", "id"),
    "another amount in a line": _add("deposit_line", "amount_rupiah", "amount_rupiah + 1", "id"),
    "another name in a line": _add("deposit_line", "name", "'Emas'", "id"),
    "another balance on a deposit": _add("deposit", "balance_after_rupiah", "balance_after_rupiah + 1"),
    "another member on a deposit": _add("deposit", "member_id", "3 - member_id"),
    "another amount on a payout": _add("payout", "rupiah", "rupiah + 1"),
    "another reason on a reversal": _add("reversal", "reason", "reason || '!'"),
    "another reference on an old paper": _add("imported_entry", "reference", "reference || '!'"),
    "another number on a slip": _add("handwritten_slip", "number", "number || '1'"),
    "a slip away": lambda raw: raw.run(f"DELETE FROM handwritten_slip WHERE entry_id = {raw.some('handwritten_slip')}"),
    "another day": _add("entry", "day", "'2020-02-02'", "id"),
    "another clerk": _add("entry", "staff_id", "staff_id + 1", "id"),
    "another name on the paper": _add("entry", "heading", "replace(heading, 'Bangkalan', 'Sampang')", "id"),
    "another hash": _add("entry", "hash", f"'{'a' * 64}'", "id"),
    "another price under a paid line": lambda raw: raw.run(
        f"UPDATE price SET rupiah = rupiah + 1 WHERE id = {raw.chance.choice((1, 3))}"
    ),
    "another number for a member": lambda raw: raw.run("UPDATE member SET number = number + 50 WHERE id = 1"),
    "another reason of numbers lost to a restore": _add("number_gap", "reason", "reason || '!'", "id"),
    "numbers lost to a restore away": lambda raw: raw.run("DELETE FROM number_gap"),
    "another page of a closed day": _another_page,
    "a closed day away": lambda raw: raw.run("DELETE FROM day_closing"),
    "another who closed a day": _add("day_closing", "staff_id", "staff_id + 1", "id"),
    "an entry away": _whole_entry,
    "a guard away": _guard_away,
    "the end cut off": _end,
    "hashed anew up to the end": _hashed_anew,
}
