"""Slips against a plain Python model of them: numbers, days and closings in whatever order."""

import shutil
import tempfile
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest
import sqlalchemy as sa
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, precondition, rule, run_state_machine_as_test

from daurulang.closings.day import close_day
from daurulang.corrections.service import ReversalDraft, reverse
from daurulang.deposits import service as deposits
from daurulang.deposits.model import Payment
from daurulang.deposits.service import DepositDraft, LineDraft
from daurulang.handwritten_slips.model import handwritten_slip
from daurulang.handwritten_slips.service import Slip, tidy
from daurulang.ledger.model import EntryKind, entry
from daurulang.ledger.service import Desk
from daurulang.migrations.opening import open_book
from daurulang.payouts import service as payouts
from daurulang.payouts.service import PayoutDraft
from daurulang.periods import clock_at
from daurulang.replacements.service import correct_deposit
from daurulang.slip_errors import SlipEnteredBefore
from daurulang.verification.service import verify
from tests.book import PET_RUPIAH, new_key, set_up_book

FIRST_DAY = date(2026, 3, 10)
DESK = Desk(1, 1)
SAVED_GRAMS = 1_000_000  # more than all payouts, and never reversed
REASON = "salah timbang, anggota lain"

written = st.tuples(st.sampled_from(["1", "2", " a-3", "A-3 "]), st.integers(0, 3))


@dataclass
class Act:
    """What was entered: which slip, and the day it is booked on."""

    slip: Slip | None
    day: date
    is_deposit: bool
    stands: bool = True


def at(day: date) -> int:
    return int(datetime(day.year, day.month, day.day, 3, tzinfo=UTC).timestamp()) * 1000


def deposit(slip: Slip | None, grams: int = 1000) -> DepositDraft:
    return DepositDraft(new_key(), 1, (LineDraft(1, grams),), Payment.SAVINGS, grams * PET_RUPIAH // 1000, slip=slip)


class SlipMachine(RuleBasedStateMachine):
    """One counter on one book; `fresh_place` gives each run its own."""

    def __init__(self, fresh_place: Callable[[], Path]) -> None:
        super().__init__()
        self.fresh_place = fresh_place

    @initialize()
    def begin(self) -> None:
        self.db = open_book(self.fresh_place())
        self.today, self.closed = FIRST_DAY, date.min
        self.acts: dict[int, Act] = {}
        self._do(lambda: deposits.record(self.db, DESK, deposit(None, SAVED_GRAMS)), None, is_deposit=True)

    def slip(self, typed: tuple[str, int]) -> Slip:
        return Slip(typed[0], self.today - timedelta(days=typed[1]))

    def taken(self, slip: Slip | None, but: int = 0) -> bool:
        """Whether an act stands for the slip's number, other than one that is put right."""
        return slip is not None and any(
            act.stands and act.slip is not None and act.slip.number == tidy(slip.number)
            for entry_id, act in self.acts.items()
            if entry_id != but
        )

    def booked(self, slip: Slip | None, otherwise: date) -> date:
        return slip.day if slip is not None and slip.day > self.closed else otherwise

    def _do(self, act: Callable[[], int], slip: Slip | None, *, is_deposit: bool) -> None:
        with clock_at(at(self.today)):
            if self.taken(slip):
                with pytest.raises(SlipEnteredBefore):
                    act()
                return
            kept = None if slip is None else Slip(tidy(slip.number), slip.day)
            self.acts[act()] = Act(kept, self.booked(slip, self.today), is_deposit)

    @rule(typed=st.none() | written)
    def bring(self, typed: tuple[str, int] | None) -> None:
        slip = typed and self.slip(typed)
        self._do(lambda: deposits.record(self.db, DESK, deposit(slip)), slip, is_deposit=True)

    @rule(typed=written)
    def take(self, typed: tuple[str, int]) -> None:
        slip = self.slip(typed)
        draft = PayoutDraft(new_key(), 1, 100, slip=slip)
        self._do(lambda: payouts.record(self.db, DESK, draft), slip, is_deposit=False)

    def standing(self) -> list[int]:
        return [entry_id for entry_id, act in self.acts.items() if act.stands][1:]

    @precondition(lambda self: self.standing())
    @rule(data=st.data())
    def take_back(self, data: st.DataObject) -> None:
        original = data.draw(st.sampled_from(self.standing()))
        with clock_at(at(self.today)):
            reverse(self.db, DESK, ReversalDraft(new_key(), original, REASON, 1))
        self.acts[original].stands = False

    @precondition(lambda self: any(self.acts[each].is_deposit for each in self.standing()))
    @rule(data=st.data(), typed=st.none() | written)
    def put_right(self, data: st.DataObject, typed: tuple[str, int] | None) -> None:
        original = data.draw(st.sampled_from([each for each in self.standing() if self.acts[each].is_deposit]))
        slip = self.slip(typed) if typed is not None else self.acts[original].slip
        undoing = ReversalDraft(new_key(), original, REASON, 1)
        with clock_at(at(self.today)):
            if self.taken(slip, but=original):
                with pytest.raises(SlipEnteredBefore):
                    correct_deposit(self.db, DESK, undoing, deposit(slip, 2000))
                return
            done = correct_deposit(self.db, DESK, undoing, deposit(slip, 2000))
        before = self.acts[original]
        before.stands = False
        own = before.day if before.day > self.closed else self.today
        kept = None if slip is None else Slip(tidy(slip.number), slip.day)
        self.acts[done.replacement_id] = Act(kept, self.booked(slip, own), is_deposit=True)

    @rule()
    def close(self) -> None:
        """The day is closed, and the next one begins."""
        with clock_at(at(self.today)):
            close_day(self.db, DESK, self.today)
        self.closed = self.today
        self.today += timedelta(days=1)

    def teardown(self) -> None:
        if not hasattr(self, "db"):
            return
        assert verify(self.db).problems == ()
        with self.db.reading() as connection:
            slips = {row[0]: Slip(row[1], row[2]) for row in connection.execute(sa.select(handwritten_slip))}
            members = (EntryKind.DEPOSIT, EntryKind.PAYOUT)
            days = {
                row[0]: row[1]
                for row in connection.execute(sa.select(entry.c.id, entry.c.day).where(entry.c.kind.in_(members)))
            }
        assert slips == {entry_id: act.slip for entry_id, act in self.acts.items() if act.slip is not None}
        assert days == {entry_id: act.day for entry_id, act in self.acts.items()}
        self.db.close()


def test_slips_in_a_file_are_the_model(tmp_path: Path) -> None:
    pattern = tmp_path / "pattern.db"
    db = open_book(pattern)
    set_up_book(db)
    db.close()

    def fresh() -> Path:
        return Path(shutil.copy(pattern, Path(tempfile.mkdtemp(dir=tmp_path)) / "book.db"))

    run_state_machine_as_test(
        lambda: SlipMachine(fresh),  # type: ignore[arg-type]  # it takes whatever makes a machine
        settings=settings(
            max_examples=25, stateful_step_count=20, deadline=None, suppress_health_check=list(HealthCheck)
        ),
    )
