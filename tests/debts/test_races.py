"""Several counters at one member who owes: never repaid twice, never below zero, never paid out what is held back."""

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from functools import partial
from pathlib import Path

from daurulang.centre.queries import CounterRule
from daurulang.centre.service import change_rule
from daurulang.corrections.service import ReversalDraft, reverse
from daurulang.database import Database
from daurulang.debts.model import RepaymentSource
from daurulang.debts.service import RepaymentDraft, repay
from daurulang.errors import UserError
from daurulang.members.queries import at_counter
from daurulang.migrations.opening import open_book
from daurulang.payouts.service import PayoutDraft, record
from daurulang.verification.service import verify
from tests.book import PRICED_FROM, Book, new_key
from tests.ledger.test_races import at_once

REASON = "salah timbang, anggota lain"
ROUNDS = 8


@contextmanager
def windows(place: str | Path, count: int) -> Iterator[list[Database]]:
    opened = [open_book(place) for _ in range(count)]
    yield opened
    for each in opened:
        each.close()


def race(acts: Sequence[Callable[[], object]]) -> list[UserError | None]:
    """What each of the acts that start together was refused by."""
    answers: list[UserError | None] = [None] * len(acts)

    def run(n: int) -> None:
        try:
            acts[n]()
        except UserError as refused:
            answers[n] = refused

    at_once(len(acts), run)
    return answers


def undoing(book: Book, entry_id: int, debt_rupiah: int) -> ReversalDraft:
    return ReversalDraft(new_key(), entry_id, REASON, book.desk.staff_id, debt_rupiah)


def standing(book: Book) -> tuple[int, int]:
    found = at_counter(book.db, book.member_id)
    return found.balance_rupiah, found.debt_rupiah


def test_a_debt_is_repaid_once_from_several_windows(book: Book, place: str | Path) -> None:
    change_rule(book.db, CounterRule(debt_allowed=True), PRICED_FROM)
    with windows(place, 4) as opened:
        for _ in range(ROUNDS):
            original = book.deposit(31_000)
            book.payout(31_000)
            reverse(book.db, book.desk, undoing(book, original, 31_000))
            book.deposit(31_000)
            sources = (*RepaymentSource, *RepaymentSource)
            drafts = [RepaymentDraft(new_key(), book.member_id, 31_000, source) for source in sources]
            acts = [partial(repay, db, book.desk, draft) for db, draft in zip(opened, drafts, strict=True)]
            refused = [type(each).__name__ for each in race(acts) if each is not None]
            assert refused == ["MoreThanOwed"] * 3
            saved, owed = standing(book)
            assert (saved in {0, 31_000}, owed) == (True, 0)
            if saved:
                book.payout(saved)
    assert verify(book.db).problems == ()


def test_what_is_paid_out_meanwhile_is_owed_or_the_reversal_is_refused(book: Book, place: str | Path) -> None:
    """Whoever comes first: nobody's savings fall below zero, and no debt is larger than was agreed."""
    change_rule(book.db, CounterRule(debt_allowed=True), PRICED_FROM)
    with windows(place, 3) as opened:
        for agreed in (0, 15_500, 31_000) * 3:
            original = book.deposit(31_000)
            pay = [PayoutDraft(new_key(), book.member_id, 15_500) for _ in range(2)]
            draft = undoing(book, original, agreed)
            answers = race(
                [
                    partial(reverse, opened[0], book.desk, draft),
                    partial(record, opened[1], book.desk, pay[0]),
                    partial(record, opened[2], book.desk, pay[1]),
                ]
            )
            saved, owed = standing(book)
            paid = 15_500 * sum(each is None for each in answers[1:])
            assert (saved, owed) == ((0, paid) if answers[0] is None else (31_000 - paid, 0))
            assert owed <= agreed
            if saved:
                book.payout(saved)
            if owed:
                repay(book.db, book.desk, RepaymentDraft(new_key(), book.member_id, owed, RepaymentSource.CASH))
    assert verify(book.db).problems == ()


def test_what_is_held_back_is_not_paid_out_beside_its_repayment(book: Book, place: str | Path) -> None:
    change_rule(book.db, CounterRule(debt_allowed=True), PRICED_FROM)
    with windows(place, 3) as opened:
        for _ in range(ROUNDS):
            original = book.deposit(31_000)
            book.payout(15_500)
            reverse(book.db, book.desk, undoing(book, original, 15_500))
            book.deposit(31_000)
            draft = RepaymentDraft(new_key(), book.member_id, 15_500, RepaymentSource.SAVINGS)
            pay = [PayoutDraft(new_key(), book.member_id, 15_500) for _ in range(2)]
            answers = race(
                [
                    partial(repay, opened[0], book.desk, draft),
                    partial(record, opened[1], book.desk, pay[0]),
                    partial(record, opened[2], book.desk, pay[1]),
                ]
            )
            assert [type(each).__name__ for each in answers].count("NoneType") == 2
            assert answers[0] is None
            assert standing(book) == (0, 0)
    assert verify(book.db).problems == ()
