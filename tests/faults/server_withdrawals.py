"""Row 17: eight windows of one server pay out of the same savings at once."""

import random
import threading
from collections import Counter
from collections.abc import Callable
from dataclasses import asdict

from sqlalchemy.engine import Connection

from daurulang.database import Database
from daurulang.errors import BalanceTooLow, UserError
from daurulang.ledger.model import EntryKind, SystemAccount
from daurulang.ledger.queries import credit_balance_rupiah
from daurulang.ledger.service import Act, Form, Money, post
from daurulang.members.visit import visit_of
from daurulang.migrations.opening import open_book
from daurulang.payouts.service import PayoutDraft
from daurulang.payouts.service import record as pay
from daurulang.verification.service import verify
from tests.book import new_key, set_up_book
from tests.faults.acts import DESK, TOTAL, Step, do
from tests.faults.finding import Control, Finding, finding
from tests.postgres import PostgresServer

WINDOWS = 8
CONTROL_ROUNDS = 10
IN_SAVINGS = 31_000


def run(rounds: int, seed: int) -> Finding:
    """Let eight threads pay out or deposit `rounds` times together."""
    with PostgresServer() as server:
        url = server.fresh_url(_prepare)
        told: Counter[str] = Counter()
        lock = threading.Lock()

        def work(n: int) -> None:
            db, chance = open_book(url), random.Random(seed * 100 + n)
            for _ in range(rounds // WINDOWS):
                word = _some_act(db, chance)
                with lock:
                    told[word] += 1
            db.close()

        _in_threads(work)
        db = open_book(url)
        answer = verify(db)
        db.close()
        posted = told["paid"] + told["deposited"]
        faults = [f"{problem.kind} {problem.where}" for problem in answer.problems]
        faults += [f"{count} {word}" for word, count in told.items() if word not in {"paid", "deposited", "too low"}]
        if answer.entries != posted + 1:
            faults.append(f"{answer.entries} entries of {posted + 1}")
        control = _control(server.fresh_url(_prepare))
    return finding(
        *(17, "eight windows of a server pay out of the same savings", "never below zero, gapless"),
        f"{rounds} acts: {told['paid']} paid, {told['deposited']} deposited, {told['too low']} refused",
        "0 below zero, 0 gaps, 0 other refusals",
        faults,
        control,
    )


def _prepare(place: str) -> None:
    db = open_book(place)
    set_up_book(db).deposit(IN_SAVINGS)
    db.close()


def _some_act(db: Database, chance: random.Random) -> str:
    try:
        if chance.random() < 0.3:
            do(db, Step(new_key(), "deposit"))
            return "deposited"
        pay(db, DESK, PayoutDraft(new_key(), 1, chance.randint(1, TOTAL)))
    except BalanceTooLow:
        return "too low"
    except UserError as error:
        return type(error).__name__
    return "paid"


def _in_threads(work: Callable[[int], None]) -> None:
    raised: list[Exception] = []
    start = threading.Barrier(WINDOWS)

    def run_one(n: int) -> None:
        start.wait()
        try:
            work(n)
        except Exception as error:  # noqa: BLE001  (a thread keeps what it raises to itself)
            raised.append(error)

    threads = [threading.Thread(target=run_one, args=(n,)) for n in range(WINDOWS)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    if raised:
        raise raised[0]


def _control(url: str) -> Control:
    """A program that looks at the balance before it writes, without a lock and without the database's guard."""
    db = open_book(url)
    with db.transaction() as connection:
        connection.exec_driver_sql("ALTER TABLE money_transfer DISABLE TRIGGER savings_stay_above_zero")
        savings = visit_of(connection, DESK, 1).member.savings_account_id
    looked = threading.Barrier(WINDOWS)

    def check_then_insert(connection: Connection) -> None:
        enough = credit_balance_rupiah(connection, savings) >= IN_SAVINGS
        looked.wait()
        if enough:
            visit = visit_of(connection, DESK, 1)
            act = Act(
                kind=EntryKind.PAYOUT,
                form=Form(new_key(), ""),
                desk=DESK,
                day=visit.day_of(None),
                heading=asdict(visit.heading),
                document_hash="",
                member_id=1,
                money=[Money(savings, SystemAccount.BANK, IN_SAVINGS)],
            )
            post(connection, act)

    def work(_n: int) -> None:
        window = open_book(url)
        with window.transaction() as connection:
            check_then_insert(connection)
        window.close()

    _in_threads(work)
    with db.reading() as connection:
        balance = credit_balance_rupiah(connection, savings)
    db.close()
    return Control("check, then insert, without lock and guard", f"balance {balance:,}", balance < 0)
