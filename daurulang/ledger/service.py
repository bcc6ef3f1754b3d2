"""Posting: the only way into the journal.

`save_once` opens the transaction of an act and makes saving twice harmless; `post` writes the entry, its transfers,
its number and its link in the counter's chain of hashes.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

import msgspec
import sqlalchemy as sa
from sqlalchemy.engine import Connection
from sqlalchemy.exc import IntegrityError

from daurulang import periods
from daurulang.anchors import Anchor
from daurulang.database import APPLICATION_ID, Database, Flag, insert_many, inserted_id, will_be_anchored
from daurulang.errors import CommitFailed, FormKeyReused, NotSaved, OutcomeUnknown, UserError
from daurulang.ledger.model import (
    AccountKind,
    EntryKind,
    account,
    counter,
    entry,
    mass_transfer,
    money_transfer,
    number_gap,
)
from daurulang.quantities import Condition
from daurulang.storage_errors import DatabaseRefused, StorageFull

GENESIS_HASH = "0" * 64
ARCHIVE_CODE = "BL"  # buku lama


@dataclass(frozen=True, slots=True)
class Desk:
    """Where and by whom an act is done: ids of the counter and of the clerk."""

    counter_id: int
    staff_id: int


@dataclass(frozen=True, slots=True)
class Money:
    """Rupiah from the credit account to the debit account (ids)."""

    debit_account_id: int
    credit_account_id: int
    rupiah: int


@dataclass(frozen=True, slots=True)
class Mass:
    """Goods from one place, material and condition to another, with what they had cost; grams is 0 where the weight is
    not known.
    """

    from_place: int
    from_material_id: int
    to_place: int
    to_material_id: int
    grams: int
    pieces: int = 0
    millilitres: int = 0
    from_condition: Condition = Condition.CLEAN
    to_condition: Condition = Condition.CLEAN
    cost_rupiah: int = 0


@dataclass(frozen=True, slots=True)
class Form:
    """The identity of what the clerk filled in: a key made when the form opened and a hash of its content."""

    key: str
    hash: str


@dataclass(frozen=True, slots=True)
class Act:
    """Everything that is posted in one entry.

    `heading` holds the names as printed; `document_hash` stands for the rows that the act's own tables keep.
    """

    kind: EntryKind
    form: Form
    desk: Desk
    day: date
    heading: Mapping[str, str]
    document_hash: str
    member_id: int | None = None
    money: Sequence[Money] = field(default=())
    mass: Sequence[Mass] = field(default=())


def form_of(key: str, draft: object, day: date | None = None) -> Form:
    """The form of a frozen draft: every field of it stands in its representation, and so does a day that was chosen."""
    return Form(key, digest(repr(draft if day is None else (draft, day))))


def save_once(db: Database, form: Form, act: Callable[[Connection], int]) -> int:
    """Run `act` in one transaction and return the entry's id; the same form again returns the first id.

    The key's UNIQUE is what stops a second posting, so the usual case asks nothing beforehand. Whatever goes wrong,
    the question is first whether this form was posted already: by the same click before, by another window, or by a
    commit that failed on its way back.

    Raises `FormKeyReused` when the key was posted with another content, `MonthClosed` and `DayClosed` where the day of
    the act is closed, `NotSaved` or `StorageFull` when the commit failed and nothing is there, `OutcomeUnknown` when it
    failed and nobody can be asked; whatever `act` raises passes through.
    """
    try:
        with db.transaction() as connection:
            return act(connection)
    except CommitFailed as failed:
        try:
            _end_commit(db, failed)
            earlier = _posted_before(db, form)
        except (DatabaseRefused, CommitFailed):
            raise OutcomeUnknown from failed
        if earlier is None:
            raise (StorageFull(db.place) if _was_full(failed) else NotSaved()) from failed
        return earlier
    except (UserError, IntegrityError):
        earlier = _posted_before(db, form)
        if earlier is None:
            raise
        return earlier


def _end_commit(db: Database, failed: CommitFailed) -> None:
    """See to it that a failed commit does not come true after it was asked for.

    A server whose line was cut may still be at work on it; it holds the counter's lock until the end. One that the
    disk did not sync stands in SQLite's log all the same, where a crash would bring it up again: another commit
    writes over it, or fails in its turn.
    """
    with db.transaction() as connection:
        connection.execute(sa.select(counter.c.id).order_by(counter.c.id).with_for_update()).all()
        if db.is_sqlite and not _was_full(failed):  # where the end of the commit was never written
            # This writes its page whatever stands there; an UPDATE to the same values would write nothing.
            connection.exec_driver_sql(f"PRAGMA application_id = {APPLICATION_ID}")


def _was_full(failed: CommitFailed) -> bool:
    return getattr(getattr(failed.__cause__, "orig", None), "sqlite_errorname", "") == "SQLITE_FULL"


_BY_FORM_KEY = (
    sa.select(entry.c.id, entry.c.form_hash, entry.c.sequence, counter.c.code)
    .join(counter, counter.c.id == entry.c.counter_id)
    .where(entry.c.form_key == sa.bindparam("form_key"))
)


def _posted_before(db: Database, form: Form) -> int | None:
    with db.reading() as connection:
        row = connection.execute(_BY_FORM_KEY, {"form_key": form.key}).one_or_none()
    if row is None:
        return None
    if row.form_hash != form.hash:
        raise FormKeyReused(format_number(row.code, row.sequence))
    return int(row.id)


_LOCK_COUNTER = sa.select(counter.c.id).where(counter.c.id == sa.bindparam("counter_id")).with_for_update()
_NEWEST = (
    sa.select(entry.c.sequence, entry.c.hash)
    .where(entry.c.counter_id == sa.bindparam("counter_id"))
    .order_by(entry.c.sequence.desc())
    .limit(1)
    .subquery()
)
_NEWEST_GAP = (
    sa.select(number_gap.c.to_sequence, number_gap.c.hash)
    .where(number_gap.c.counter_id == sa.bindparam("counter_id"))
    .order_by(number_gap.c.from_sequence.desc())
    .limit(1)
    .subquery()
)
_LAST = sa.union_all(sa.select(_NEWEST), sa.select(_NEWEST_GAP)).order_by(sa.desc("sequence")).limit(1)
_INSERT_ENTRY = sa.insert(entry)
_INSERT_MONEY = sa.insert(money_transfer)
_INSERT_MASS = sa.insert(mass_transfer)


def post(connection: Connection, act: Act) -> int:
    """Write one entry with its transfers and return its id.

    The number and the chain's head are read under the counter's lock, taken last, so that counters wait for each
    other as briefly as possible.
    """
    posting = _posting(act, *last_of(connection, act.desk.counter_id))
    entry_id = inserted_id(connection, _INSERT_ENTRY, posting.values)
    if posting.money:
        connection.execute(_INSERT_MONEY, [_row(MONEY_COLUMNS, entry_id, row) for row in posting.money])
    if posting.mass:
        connection.execute(_INSERT_MASS, [_row(_MASS_ROW, entry_id, row) for row in posting.mass])
    _anchor(connection, act, posting)
    return entry_id


def post_many(connection: Connection, acts: Sequence[Act]) -> list[int]:
    """Write many entries of one counter, in their order, and return their ids."""
    if not acts:
        return []
    counter_id = acts[0].desk.counter_id
    sequence, head = first, _ = last_of(connection, counter_id)
    postings = []
    for act in acts:
        posting = _posting(act, sequence, head)
        sequence, head = sequence + 1, str(posting.values["hash"])
        postings.append(posting)
    insert_many(connection, entry, [posting.values for posting in postings])
    written = sa.select(entry.c.id).where(entry.c.counter_id == counter_id, entry.c.sequence > first)
    ids = list(connection.scalars(written.order_by(entry.c.sequence)))
    posted = list(zip(ids, postings, strict=True))
    insert_many(connection, money_transfer, [_row(MONEY_COLUMNS, id_, row) for id_, own in posted for row in own.money])
    insert_many(connection, mass_transfer, [_row(_MASS_ROW, id_, row) for id_, own in posted for row in own.mass])
    _anchor(connection, acts[-1], postings[-1])
    return ids


def _anchor(connection: Connection, act: Act, posting: _Posting) -> None:
    values = posting.values
    will_be_anchored(connection, Anchor(act.heading["counter_code"], int(str(values["sequence"])), str(values["hash"])))


def wait_for_counters(connection: Connection) -> None:
    """No entry is on its way while figures are taken: each act posts under a lock on its counter's row, and a list that
    opens the archive inserts one. SQLite's writing door lets one in at a time.
    """
    if connection.dialect.name != "sqlite":
        connection.exec_driver_sql("LOCK TABLE counter IN EXCLUSIVE MODE")


def lock_counter(connection: Connection, counter_id: int) -> None:
    """Until the transaction ends nobody else posts at this counter."""
    if connection.dialect.name != "sqlite":  # SQLite holds the only write lock there is
        connection.execute(_LOCK_COUNTER, {"counter_id": counter_id})


def last_of(connection: Connection, counter_id: int) -> tuple[int, str]:
    """The last number that a counter has given and the head of its chain, under the counter's lock."""
    lock_counter(connection, counter_id)
    last = connection.execute(_LAST, {"counter_id": counter_id}).one_or_none()
    return (last.sequence, last.hash) if last else (0, GENESIS_HASH)


@dataclass(frozen=True, slots=True)
class _Posting:
    """The rows of an act: its entry, then its transfers without the entry's id."""

    values: dict[str, object]
    money: Sequence[tuple[int, ...]]
    mass: Sequence[tuple[int | str, ...]]


def _posting(act: Act, last_sequence: int, last_hash: str) -> _Posting:
    """The rows that follow the last entry of the counter."""
    heading = canonical(dict(act.heading))
    values: dict[str, object] = {
        "counter_id": act.desk.counter_id,
        "sequence": last_sequence + 1,
        "form_key": act.form.key,
        "form_hash": act.form.hash,
        "kind": act.kind,
        "day": act.day,
        "at_ms": periods.now_ms(),
        "staff_id": act.desk.staff_id,
        "member_id": act.member_id,
        "money_count": len(act.money),
        "mass_count": len(act.mass),
        "heading": heading,
        "heading_hash": digest(heading),
        "document_hash": act.document_hash,
        "previous_hash": last_hash,
    }
    money = [(n, m.debit_account_id, m.credit_account_id, m.rupiah) for n, m in enumerate(act.money, 1)]
    mass = [(n, *(getattr(m, name) for name in _MASS_FIELDS)) for n, m in enumerate(act.mass, 1)]
    hashed = [row[: len(MASS_COLUMNS)] for row in mass]
    values["hash"] = entry_hash([values[name] for name in HASHED_COLUMNS], money, hashed)
    return _Posting(values, money, mass)


# The order in which values enter the hash. Everything of the journal is in it but the surrogate ids, and the
# heading, which enters by its own hash.
HASHED_COLUMNS = (
    "previous_hash",
    "counter_id",
    "sequence",
    "form_key",
    "form_hash",
    "kind",
    "day",
    "at_ms",
    "staff_id",
    "member_id",
    "money_count",
    "mass_count",
    "heading_hash",
    "document_hash",
)
IMPORT_COLUMNS = ("batch_id", "row", "reference")  # enter the document's hash of an imported entry
MONEY_COLUMNS = ("position", "debit_account_id", "credit_account_id", "rupiah")
MASS_COLUMNS = (
    "position",
    "from_place_id",
    "from_material_id",
    "to_place_id",
    "to_material_id",
    "grams",
    "pieces",
    "millilitres",
)
# Behind the hashed columns of a mass transfer: they follow from the act's document, whose hash holds them.
GRADE_COLUMNS = ("from_condition", "to_condition", "cost_rupiah")
_MASS_FIELDS = ("from_place", "from_material_id", "to_place", *MASS_COLUMNS[4:], *GRADE_COLUMNS)
_MASS_ROW = (*MASS_COLUMNS, *GRADE_COLUMNS)


def _row(columns: Sequence[str], entry_id: int, values: Sequence[object]) -> dict[str, object]:
    return {"entry_id": entry_id, **dict(zip(columns, values, strict=True))}


def entry_hash(head: Sequence[object], money: Sequence[Sequence[object]], mass: Sequence[Sequence[object]]) -> str:
    """The SHA-256 (hex) of an entry: its `HASHED_COLUMNS`, then each transfer's columns; lists or tuples."""
    return hash_of((head, money, mass))


_encoded = msgspec.json.Encoder(order="deterministic").encode


def canonical(value: object) -> str:
    """The one text that a value is hashed as: JSON without spaces, keys sorted, days in ISO form."""
    return _encoded(value).decode()


def hash_of(value: object) -> str:
    """The SHA-256 (hex) of the canonical text of a value."""
    return hashlib.sha256(_encoded(value)).hexdigest()


def digest(text: str) -> str:
    """SHA-256 in hex."""
    return hashlib.sha256(text.encode()).hexdigest()


def format_number(counter_code: str, sequence: int) -> str:
    """The number printed on paper: L1-000123."""
    return f"{counter_code}-{sequence:06d}"


def open_account(connection: Connection, kind: AccountKind) -> int:
    """Create an account and return its id."""
    return inserted_id(connection, sa.insert(account), {"kind": kind})


def open_accounts(connection: Connection, kind: AccountKind, count: int) -> list[int]:
    """Create some accounts of one kind and return their ids."""
    statement = sa.insert(account).returning(account.c.id)
    return list(connection.scalars(statement, [{"kind": kind}] * count)) if count else []


def open_counter(connection: Connection, code: str, name: str, *, archive: bool = False) -> int:
    """Create a counter with its cash account and return its id."""
    cash_account_id = open_account(connection, AccountKind.CASH)
    values = {"code": code, "name": name, "cash_account_id": cash_account_id, "archive": archive}
    return inserted_id(connection, sa.insert(counter), values)


def archive_counter_id(connection: Connection) -> int:
    """The counter that numbers what is taken over from an old book, opened when first needed."""
    found = connection.scalar(sa.select(counter.c.id).where(counter.c.archive == sa.literal(1, Flag)).limit(1))
    if found is not None:
        return int(found)
    taken = set(connection.scalars(sa.select(counter.c.code)))
    codes = (ARCHIVE_CODE, *(f"{ARCHIVE_CODE}{number}" for number in range(2, 100)))
    return open_counter(connection, next(code for code in codes if code not in taken), "Buku lama", archive=True)
