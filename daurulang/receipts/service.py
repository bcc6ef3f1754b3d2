"""Handing out a receipt: each paper is counted, so that every one after the first says SALINAN ke-n."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from daurulang import periods
from daurulang.database import Database
from daurulang.ledger.model import EntryKind, entry
from daurulang.receipts.expenses import ExpensePaper, expense_paper_of
from daurulang.receipts.model import print_job, receipt_print
from daurulang.receipts.queries import Receipt, entry_id_of, receipt_of
from daurulang.receipts.sales import OF_THE_TRADE, SalePaper, sale_paper_of

Paper = TypeVar("Paper", Receipt, SalePaper, ExpensePaper)


def hand_out(
    db: Database,
    number: str,
    staff_id: int | None,
    make: Callable[[Receipt], object] = lambda _receipt: None,
    job_id: int | None = None,
) -> Receipt:
    """The receipt of a printed number, its next copy made by `make` and then counted; raises `UnknownReceipt`.

    Whatever `make` raises passes through, and nothing is counted. Only what was counted may leave the house: where
    another window counted the same copy meanwhile, the paper is made anew as the one after it. `staff_id` is None where
    nobody is signed in (the command line); `job_id` is the job of the printer that is told which copy it became.
    """
    return _handed_out(db, number, staff_id, receipt_of, make, job_id)


def hand_out_sale(
    db: Database,
    number: str,
    staff_id: int | None,
    make: Callable[[SalePaper], object] = lambda _paper: None,
    job_id: int | None = None,
) -> SalePaper:
    """The same for a sale (invoice and delivery note) or a payment of one."""
    return _handed_out(db, number, staff_id, sale_paper_of, make, job_id)


def hand_out_expense(
    db: Database,
    number: str,
    staff_id: int | None,
    make: Callable[[ExpensePaper], object] = lambda _paper: None,
    job_id: int | None = None,
) -> ExpensePaper:
    """The same for an expense."""
    return _handed_out(db, number, staff_id, expense_paper_of, make, job_id)


def kind_of(db: Database, number: str) -> EntryKind:
    """What was done under a number; raises `UnknownReceipt`."""
    with db.reading() as connection:
        kind = sa.select(entry.c.kind).where(entry.c.id == entry_id_of(connection, number))
        return EntryKind(connection.execute(kind).scalar_one())


def is_of_sale(db: Database, number: str) -> bool:
    """Whether a number is of a sale or of a payment of one; raises `UnknownReceipt`."""
    return kind_of(db, number) in OF_THE_TRADE


def _handed_out(
    db: Database,
    number: str,
    staff_id: int | None,
    read: Callable[[Connection, int, int], Paper],
    make: Callable[[Paper], object],
    job_id: int | None,
) -> Paper:
    while True:
        with db.reading() as connection:
            entry_id = entry_id_of(connection, number)
            paper = read(connection, entry_id, _next_copy(connection, entry_id))
        make(paper)
        if _count(db, paper, staff_id, job_id):
            return paper


def _count(db: Database, receipt: Receipt | SalePaper | ExpensePaper, staff_id: int | None, job_id: int | None) -> bool:
    """Count a paper that stands; False when its number was given to another one."""
    with db.transaction() as connection:
        # Two windows printing the same receipt wait for each other here (SQLite has its one lock already).
        if connection.dialect.name != "sqlite":
            connection.execute(sa.select(entry.c.id).where(entry.c.id == receipt.entry_id).with_for_update())
        if _next_copy(connection, receipt.entry_id) != receipt.copy:
            return False
        values = {"entry_id": receipt.entry_id, "copy": receipt.copy, "at_ms": periods.now_ms(), "staff_id": staff_id}
        connection.execute(sa.insert(receipt_print), values)
        if job_id is not None:
            connection.execute(sa.update(print_job).where(print_job.c.id == job_id).values(copy=receipt.copy))
        return True


def _next_copy(connection: Connection, entry_id: int) -> int:
    newest = connection.scalar(sa.select(sa.func.max(receipt_print.c.copy)).where(receipt_print.c.entry_id == entry_id))
    return 0 if newest is None else int(newest) + 1


def look_at(db: Database, number: str) -> Receipt:
    """The receipt as it stands, without making paper of it; raises `UnknownReceipt`."""
    with db.reading() as connection:
        return receipt_of(connection, entry_id_of(connection, number), 0)
