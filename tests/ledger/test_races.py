"""Several counters at once: never below zero, never twice, never a number left out."""

import subprocess
import sys
import threading
from collections.abc import Callable
from pathlib import Path

from daurulang.deposits import service as deposits
from daurulang.deposits.model import Payment
from daurulang.deposits.service import DepositDraft, LineDraft
from daurulang.errors import BalanceTooLow
from daurulang.ledger.model import EntryKind
from daurulang.members.queries import at_counter
from daurulang.migrations.opening import open_book
from daurulang.payouts import service as payouts
from daurulang.payouts.service import PayoutDraft
from daurulang.receipts.service import hand_out
from daurulang.reports.daily import latest_acts
from daurulang.verification.service import verify
from tests.book import PET_RUPIAH, Book, new_key, set_up_book


def at_once(count: int, act: Callable[[int], None]) -> None:
    """Run an act in so many threads that start together; what one raises is raised."""
    ready, raised = threading.Barrier(count), list[Exception]()

    def run(n: int) -> None:
        ready.wait()
        try:
            act(n)
        except Exception as error:  # noqa: BLE001  (whatever it is, the test must hear of it)
            raised.append(error)

    threads = [threading.Thread(target=run, args=(n,)) for n in range(count)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    if raised:
        raise raised[0]


def kilo(book: Book, key: str) -> DepositDraft:
    return DepositDraft(key, book.member_id, (LineDraft(book.pet_id, 1000),), Payment.SAVINGS, PET_RUPIAH)


def test_two_payouts_at_once_never_go_below_zero(book: Book, place: str | Path) -> None:
    windows = [open_book(place) for _ in range(4)]
    for _ in range(15):
        book.deposit(31_000)
        refused: list[int] = []

        def pay(n: int, refused: list[int] = refused) -> None:
            try:
                payouts.record(windows[n], book.desk, PayoutDraft(new_key(), book.member_id, 31_000))
            except BalanceTooLow as too_low:
                refused.append(too_low.balance_rupiah)

        at_once(4, pay)
        assert refused == [0, 0, 0]
        assert at_counter(book.db, book.member_id).balance_rupiah == 0
    for window in windows:
        window.close()
    assert verify(book.db).problems == ()


def test_the_same_forms_from_eight_windows_are_posted_once(book: Book, place: str | Path) -> None:
    windows = [open_book(place) for _ in range(8)]
    keys = [new_key() for _ in range(12)]
    answers: dict[str, set[int]] = {key: set() for key in keys}

    def save(n: int) -> None:
        for key in keys if n % 2 else keys[::-1]:
            answers[key].add(deposits.record(windows[n], book.desk, kilo(book, key)))

    at_once(8, save)
    for window in windows:
        window.close()
    assert sorted(len(ids) for ids in answers.values()) == [1] * 12
    assert {act.entry_id for act in latest_acts(book.db, 1, 100)} == {ids.pop() for ids in answers.values()}
    assert at_counter(book.db, book.member_id).balance_rupiah == 12 * PET_RUPIAH
    assert verify(book.db).problems == ()


def test_numbers_have_no_gap_when_eight_windows_save(book: Book, place: str | Path) -> None:
    windows = [open_book(place) for _ in range(8)]

    def save(n: int) -> None:
        for _ in range(10):
            member_id = (book.member_id, book.other_id)[n % 2]
            draft = DepositDraft(new_key(), member_id, (LineDraft(book.pet_id, 1000),), Payment.SAVINGS, PET_RUPIAH)
            deposits.record(windows[n], book.desk, draft)

    at_once(8, save)
    for window in windows:
        window.close()
    assert [act.number for act in latest_acts(book.db, 1, 100)] == [f"L1-{n:06d}" for n in range(80, 0, -1)]
    assert verify(book.db).problems == ()


def test_copies_are_counted_apart_when_windows_print_at_once(book: Book, place: str | Path) -> None:
    book.deposit()
    windows = [open_book(place) for _ in range(4)]
    copies: list[int] = []

    def print_twice(n: int) -> None:
        copies.extend(hand_out(windows[n], "L1-1", None).copy for _ in range(2))

    at_once(4, print_twice)
    for window in windows:
        window.close()
    assert sorted(copies) == list(range(8))


PROCESS = """
import sys
from daurulang.errors import BalanceTooLow
from daurulang.ledger.service import Desk
from daurulang.migrations.opening import open_book
from daurulang.payouts.service import PayoutDraft, record
from tests.book import new_key
db = open_book(sys.argv[1])
print("ready", flush=True)
sys.stdin.readline()
paid = 0
for _ in range(60):
    try:
        record(db, Desk(1, 1), PayoutDraft(new_key(), 1, 1000))
        paid += 1
    except BalanceTooLow:
        pass
db.close()
print(paid)
"""


def test_two_processes_share_a_file(sqlite_place: Path) -> None:
    db = open_book(sqlite_place)
    book = set_up_book(db)
    book.deposit(93_000)
    root = Path(__file__).parents[2]
    command = [sys.executable, "-c", PROCESS, str(sqlite_place)]
    windows = [
        subprocess.Popen(command, cwd=root, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) for _ in range(2)
    ]
    for window in windows:
        assert window.stdout
        assert window.stdout.readline() == "ready\n"
    paid = sum(int(window.communicate("go\n")[0]) for window in windows)
    assert paid == 93
    assert at_counter(db, book.member_id).balance_rupiah == 0
    assert sum(act.kind is EntryKind.PAYOUT for act in latest_acts(db, 1, 1000)) == 93
    assert verify(db).problems == ()
    db.close()
