"""A slip from any past day, typed in: what the book says of its number, and whether it is the slip of this book."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

import sqlalchemy as sa
from sqlalchemy.engine import Connection
from sqlalchemy.exc import NoResultFound

from daurulang.corrections import service as corrections
from daurulang.corrections.model import replacement, reversal
from daurulang.database import Database
from daurulang.debts import service as debts
from daurulang.debts.model import debt_repayment
from daurulang.deposits import service as deposits
from daurulang.deposits.model import deposit, deposit_line
from daurulang.errors import CheckCodeIncomplete, UnknownReceipt
from daurulang.handwritten_slips import service as slips
from daurulang.handwritten_slips.model import handwritten_slip
from daurulang.ledger.model import EntryKind, counter, entry, imported_entry, mass_transfer, money_transfer
from daurulang.ledger.service import (
    HASHED_COLUMNS,
    IMPORT_COLUMNS,
    MASS_COLUMNS,
    MONEY_COLUMNS,
    digest,
    entry_hash,
    format_number,
)
from daurulang.openings import service as openings
from daurulang.openings.model import opening_balance
from daurulang.payouts import service as payouts
from daurulang.payouts.model import payout
from daurulang.receipts.queries import Receipt, entry_id_of, receipt_of
from daurulang.storage_errors import NumberLost
from daurulang.verification.plant import OF_THE_PLANT, document_of
from daurulang.verification.streams import columns_of, rows_of

_CODE = re.compile(r"[0-9a-f]{16,64}")


class SlipAnswer(StrEnum):
    """What is found: all else than the first refutes the slip, or the book."""

    CONFIRMED = "confirmed"
    NO_SUCH_NUMBER = "no_such_number"
    LOST = "lost"
    """The number was given, and what it says was lost when a copy took the place of the book."""
    CODE_DIFFERS = "code_differs"
    BOOK_CHANGED = "book_changed"
    """The slip is genuine, and what the book holds under its number is no longer what was printed."""


@dataclass(frozen=True, slots=True)
class PlantPaper:
    """What the book says of a paper of the plant or the trade: what was done and when; `rupiah` 0 of what has none."""

    kind: EntryKind
    day: date
    rupiah: int


@dataclass(frozen=True, slots=True)
class Slip:
    """The answer, and what the book says of that number: a member's `receipt` or another `paper`, both None where it
    has none; why it was `lost`, else empty.
    """

    number: str
    answer: SlipAnswer
    receipt: Receipt | None = None
    lost: str = ""
    paper: PlantPaper | None = None

    @property
    def confirmed(self) -> bool:
        """Whether the slip is of this book, and the book is as it was."""
        return self.answer is SlipAnswer.CONFIRMED


_PRINTED = (
    sa.select(counter.c.code, entry.c.sequence, *columns_of(entry, ("hash", "kind", "day")))
    .join(counter, counter.c.id == entry.c.counter_id)
    .where(entry.c.id == sa.bindparam("entry_id"))
)


def check_slip(db: Database, number: str, code: str) -> Slip:
    """Compare a printed number and its check code (in groups, or the whole hash of the square code) with the book.

    Raises `CheckCodeIncomplete`.
    """
    code = re.sub(r"[\s-]", "", code).lower()
    if not _CODE.fullmatch(code):
        raise CheckCodeIncomplete
    with db.reading() as connection:
        try:
            entry_id = entry_id_of(connection, number)
            printed = connection.execute(_PRINTED, {"entry_id": entry_id}).one()
            of_plant = printed.kind in OF_THE_PLANT
            receipt = None if of_plant else _readable(connection, entry_id)
        except NumberLost as lost:
            return Slip(number.strip(), SlipAnswer.LOST, lost=lost.reason)
        except UnknownReceipt:
            return Slip(number.strip(), SlipAnswer.NO_SUCH_NUMBER)
        number = format_number(printed.code, printed.sequence)
        paper = _paper(connection, entry_id, printed.kind, printed.day) if of_plant else None
        sound = (paper is not None or receipt is not None) and _unchanged(connection, entry_id)
        answer = SlipAnswer.CONFIRMED if sound else SlipAnswer.BOOK_CHANGED
        if not printed.hash.startswith(code):
            answer = SlipAnswer.CODE_DIFFERS
        return Slip(number, answer, receipt, paper=paper)


def _readable(connection: Connection, entry_id: int) -> Receipt | None:
    """The receipt, None where what stands there can no longer be read as one; raises `UnknownReceipt`."""
    try:
        return receipt_of(connection, entry_id, 0)
    except (NoResultFound, LookupError, ValueError, TypeError, AttributeError):
        return None


def _paper(connection: Connection, entry_id: int, kind: str, day: str) -> PlantPaper | None:
    """What an act of the plant says, None where that can no longer be read."""
    try:
        return PlantPaper(EntryKind(kind), date.fromisoformat(day), document_of(connection, kind, entry_id)[1])
    except (LookupError, ValueError, TypeError, AttributeError):
        return None


def _unchanged(connection: Connection, entry_id: int) -> bool:
    """Whether the rows of an entry still give the hashes that it states."""
    names = (*HASHED_COLUMNS, "heading", "hash")
    row = tuple(connection.execute(sa.select(*columns_of(entry, names)).where(entry.c.id == entry_id)).one())
    values = dict(zip(names, row, strict=True))
    money = rows_of(connection, money_transfer, MONEY_COLUMNS, entry_id)
    mass = rows_of(connection, mass_transfer, MASS_COLUMNS, entry_id)
    document = _document_hash(connection, EntryKind(values["kind"]), entry_id)
    found = (entry_hash(row[:-2], money, mass), digest(values["heading"]), document)
    return found == (values["hash"], values["heading_hash"], values["document_hash"])


def _document_hash(connection: Connection, kind: EntryKind, entry_id: int) -> str:
    """The hash of what an act says, from its own rows; empty where they are not there."""
    if kind in OF_THE_PLANT:
        return document_of(connection, kind, entry_id)[0]
    tables = {
        EntryKind.DEPOSIT: (deposit, deposits.HEAD_COLUMNS),
        EntryKind.PAYOUT: (payout, payouts.COLUMNS),
        EntryKind.OPENING_BALANCE: (opening_balance, openings.COLUMNS),
        EntryKind.REVERSAL: (reversal, (*corrections.COLUMNS, "debt_rupiah")),
        EntryKind.DEBT_REPAYMENT: (debt_repayment, debts.COLUMNS),
    }
    heads = rows_of(connection, *tables[kind], entry_id)
    if not heads:
        return ""
    imported = next(iter(rows_of(connection, imported_entry, IMPORT_COLUMNS, entry_id)), None)
    slip = next(iter(rows_of(connection, handwritten_slip, slips.COLUMNS, entry_id)), None)
    match kind:
        case EntryKind.DEPOSIT:
            lines = rows_of(connection, deposit_line, deposits.LINE_COLUMNS, entry_id)
            return deposits.document_hash(heads[0], lines, imported, slip)
        case EntryKind.OPENING_BALANCE:
            return openings.document_hash(heads[0], imported)
        case EntryKind.REVERSAL:
            *stated, debt = heads[0]
            return corrections.document_hash(stated, _replaced_by(connection, entry_id), debt)
        case EntryKind.DEBT_REPAYMENT:
            return debts.document_hash(heads[0])
        case _:
            return payouts.document_hash(heads[0], slip)


def _replaced_by(connection: Connection, reversal_id: int) -> str:
    """The key of the form that was posted instead of what a reversal undoes; empty where nothing was."""
    query = (
        sa.select(entry.c.form_key)
        .join(replacement, replacement.c.entry_id == entry.c.id)
        .join(reversal, reversal.c.original_id == replacement.c.original_id)
        .where(reversal.c.entry_id == reversal_id)
    )
    return connection.scalar(query) or ""
