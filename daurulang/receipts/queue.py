"""The queue of the printer: what was to become paper after its act was committed, until the printer has taken it."""

from __future__ import annotations

import json
from dataclasses import dataclass

import sqlalchemy as sa

from daurulang import periods
from daurulang.database import Database, inserted_id
from daurulang.ledger.model import EntryKind, counter, entry
from daurulang.ledger.service import Desk, format_number
from daurulang.receipts.model import JobState, print_job, receipt_print
from daurulang.receipts.queries import entry_id_of

# What undoes an act without a member has no paper of its own.
_WITH_PAPER = (
    *(EntryKind.DEPOSIT, EntryKind.PAYOUT, EntryKind.DEBT_REPAYMENT),
    *(EntryKind.SALE, EntryKind.BUYER_PAYMENT, EntryKind.EXPENSE),
)
_OLDEST_MS = 7 * 24 * 60 * 60 * 1000
_NEWEST_MS = 5_000  # what another window has just saved gets its job from that window
_MOST = 500

_OPEN = print_job.c.state.in_((JobState.WAITING, JobState.FAILED))
_NEXT_COPY = (
    sa.select(sa.func.coalesce(sa.func.max(receipt_print.c.copy) + 1, 0))
    .where(receipt_print.c.entry_id == print_job.c.entry_id)
    .scalar_subquery()
    .label("next_copy")
)


_COUNTER: sa.BindParameter[int] = sa.bindparam("counter_id")
_NOW: sa.BindParameter[int] = sa.bindparam("now_ms", type_=sa.BigInteger())
_FIRST = sa.select(sa.func.min(print_job.c.entry_id)).where(print_job.c.counter_id == _COUNTER).scalar_subquery()
_RECENT = (
    sa.select(sa.func.max(entry.c.sequence) - _MOST)
    .where(entry.c.counter_id == _COUNTER)
    .correlate(None)
    .scalar_subquery()
)
_FORGOTTEN = (
    sa.select(entry.c.id, entry.c.staff_id, entry.c.at_ms)
    .where(
        entry.c.counter_id == _COUNTER,
        entry.c.sequence > _RECENT,
        entry.c.id > _FIRST,
        sa.or_(
            entry.c.kind.in_(_WITH_PAPER),
            sa.and_(entry.c.kind == EntryKind.REVERSAL, entry.c.member_id.is_not(None)),
        ),
        entry.c.at_ms > _NOW - _OLDEST_MS,
        entry.c.at_ms <= _NOW - _NEWEST_MS,
        ~sa.exists().where(receipt_print.c.entry_id == entry.c.id),
        entry.c.id.not_in(sa.select(print_job.c.entry_id).where(print_job.c.entry_id > _FIRST)),
    )
    .order_by(entry.c.id)
)


@dataclass(frozen=True, slots=True)
class PrintJob:
    """A paper that was wanted and has not left; `member_name` is the member, who bought, or what was spent for.
    `next_copy` is what it would be now (0 is the original); `problem` is what went wrong, in words, "" where it was not
    tried to the end.
    """

    id: int
    number: str
    member_name: str
    at_ms: int
    next_copy: int
    problem: str


def enqueue(db: Database, desk: Desk, number: str) -> int:
    """Note that a receipt is to be printed at a counter and return the job's id; raises `UnknownReceipt`."""
    with db.transaction() as connection:
        values = {
            "entry_id": entry_id_of(connection, number),
            "counter_id": desk.counter_id,
            "staff_id": desk.staff_id,
            "state": JobState.WAITING,
            "at_ms": periods.now_ms(),
            "problem": "",
        }
        return inserted_id(connection, sa.insert(print_job), values)


def enqueue_forgotten(db: Database, counter_id: int) -> int:
    """Note the papers of acts whose job was never noted, since the program died right after the commit; how many.

    Looked at are the acts of the last days at a counter that have neither a job nor a paper, after the first job of
    that counter: what was saved before there was a queue, or elsewhere than at the counter, wants none.
    """
    asked = {"counter_id": counter_id, "now_ms": periods.now_ms()}
    with db.reading() as connection:  # nearly always none, and nobody has to wait for that
        if not connection.execute(_FORGOTTEN, asked).all():
            return 0
    with db.transaction() as connection:
        rows = connection.execute(_FORGOTTEN, asked).all()
        values = [
            {
                "entry_id": row.id,
                "counter_id": counter_id,
                "staff_id": row.staff_id,
                "state": JobState.WAITING,
                "at_ms": row.at_ms,
                "problem": "",
            }
            for row in rows
        ]
        if values:  # else another window was faster
            connection.execute(sa.insert(print_job), values)
        return len(values)


def settle(db: Database, job_id: int, problem: str = "") -> None:
    """Note that the printer has taken a paper, or the `problem` for which it has not."""
    _close(db, job_id, JobState.FAILED if problem else JobState.SENT, problem)


def drop(db: Database, job_id: int) -> None:
    """Note that nobody wants the paper any more; its act stays as it is."""
    _close(db, job_id, JobState.DROPPED, "")


def open_jobs(db: Database, counter_id: int) -> tuple[PrintJob, ...]:
    """The papers of a counter that failed or were never tried to the end, the oldest first."""
    query = (
        sa.select(
            print_job.c.id,
            counter.c.code,
            entry.c.sequence,
            entry.c.heading,
            print_job.c.at_ms,
            _NEXT_COPY,
            print_job.c.problem,
        )
        .join(entry, entry.c.id == print_job.c.entry_id)
        .join(counter, counter.c.id == entry.c.counter_id)
        .where(print_job.c.counter_id == counter_id, _OPEN)
        .order_by(print_job.c.id)
    )
    with db.reading() as connection:
        return tuple(
            PrintJob(
                row.id,
                format_number(row.code, row.sequence),
                _whose(json.loads(row.heading)),
                row.at_ms,
                row.next_copy,
                row.problem,
            )
            for row in connection.execute(query)
        )


def _whose(heading: dict[str, str]) -> str:
    """The member, who bought, or what was spent for."""
    return heading.get("member_name") or heading.get("buyer") or heading.get("category", "")


def _close(db: Database, job_id: int, state: JobState, problem: str) -> None:
    with db.transaction() as connection:
        values = {"state": state, "problem": problem}
        connection.execute(sa.update(print_job).where(print_job.c.id == job_id, _OPEN).values(values))
