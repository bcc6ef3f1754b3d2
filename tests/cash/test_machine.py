"""The cash box against a plain Python model of it, whatever is done in whatever order."""

import shutil
import tempfile
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule, run_state_machine_as_test

from daurulang.cash.model import Direction, OtherSide
from daurulang.cash.queries import box_state, cash_rupiah
from daurulang.cash.service import (
    DENOMINATIONS,
    ClosingDraft,
    MovementDraft,
    OpeningDraft,
    close_session,
    move_cash,
    open_session,
)
from daurulang.cash_errors import CashTooLittle, CountStands
from daurulang.closings.day import close_day, day_page
from daurulang.corrections.service import ReversalDraft, reverse
from daurulang.deposits import service as deposits
from daurulang.deposits.model import Payment
from daurulang.deposits.service import DepositDraft, LineDraft
from daurulang.errors import CashDiffers, CashSessionOpen, DayClosed, NoCashSession
from daurulang.ledger.model import SystemAccount
from daurulang.ledger.queries import counters, credit_balance_rupiah
from daurulang.ledger.service import Desk
from daurulang.migrations.opening import open_book
from daurulang.payouts import service as payouts
from daurulang.payouts.model import PayoutMethod
from daurulang.payouts.service import PayoutDraft
from daurulang.periods import Zone, clock_at, local
from daurulang.reports.balances import balances
from daurulang.staff.service import add_staff
from daurulang.verification.service import verify
from tests.book import PET_RUPIAH, new_key, set_up_book

MORNING = int(datetime(2026, 3, 10, 1, tzinfo=UTC).timestamp()) * 1000
DAY_MS = 86_400_000
DESK = Desk(1, 1)
APPROVER = 2
MEMBER = 1
REASON = "dicocokkan lagi"


@dataclass
class Model:
    """What must be in the book; `session` is None before the first, then whether it is open."""

    box: int = 0
    session: bool | None = None
    # What was counted first since it was opened, None while it was not.
    counted: int | None = None
    savings: int = 0
    opening: int = 0
    difference: int = 0
    bank: int = 0
    owner: int = 0
    entries: int = 0
    now_ms: int = MORNING
    closed: list[tuple[date, int]] = field(default_factory=list)
    # Entries that paid cash, with what they took out of the box and put into the savings.
    paid: list[tuple[int, int, int]] = field(default_factory=list)

    @property
    def day_is_closed(self) -> bool:
        return bool(self.closed) and self.closed[-1][0] == local(self.now_ms, Zone.WIB).date()


def pieces_of(rupiah: int) -> tuple[tuple[int, int], ...]:
    """As few notes and coins as make up a sum; what is less than the smallest coin is left out."""
    found = []
    for value in DENOMINATIONS:
        count, rupiah = divmod(rupiah, value)
        found.append((value, count))
    return tuple(found)


def prepare(place: Path) -> None:
    db = open_book(place)
    set_up_book(db)
    add_staff(db, "Kholifah", "222222")
    db.close()


class BoxMachine(RuleBasedStateMachine):
    """One counter with its box; `fresh_place` gives each run its own book."""

    def __init__(self, fresh_place: Callable[[], Path]) -> None:
        super().__init__()
        self.fresh_place = fresh_place

    @initialize()
    def begin(self) -> None:
        self.place = self.fresh_place()
        self.db = open_book(self.place)
        with self.db.reading() as connection:
            self.cash_account_id = counters(connection)[0].cash_account_id
        self.model = Model()

    def _act(self, act: Callable[[], int]) -> int | None:
        """Do it now; on a closed day it is refused."""
        with clock_at(self.model.now_ms):
            if self.model.day_is_closed:
                with pytest.raises(DayClosed):
                    act()
                return None
            entry_id = act()
        self.model.entries += 1
        return entry_id

    def _over_the_counter(self, act: Callable[[], int], box: int, savings: int) -> int | None:
        """What takes cash out of the box, or puts it back there: refused while that is closed."""
        if self.model.session is False:  # on a closed day either refusal may come first
            refusals = (NoCashSession, DayClosed) if self.model.day_is_closed else NoCashSession
            with clock_at(self.model.now_ms), pytest.raises(refusals):
                act()
            return None
        entry_id = self._act(act)
        if entry_id is not None:
            self.model.box -= box
            self.model.savings += savings
        return entry_id

    def _pay(self, act: Callable[[], int], box: int, savings: int) -> None:
        entry_id = self._over_the_counter(act, box, savings)
        if entry_id is not None:
            self.model.paid.append((entry_id, box, savings))

    @rule(grams=st.integers(1, 20), cash=st.booleans())
    def deposit(self, grams: int, cash: bool) -> None:
        total = grams * PET_RUPIAH
        payment = Payment.CASH if cash else Payment.SAVINGS
        draft = DepositDraft(new_key(), MEMBER, (LineDraft(1, grams * 1000),), payment, total)
        if cash:
            self._pay(lambda: deposits.record(self.db, DESK, draft), total, 0)
        elif self._act(lambda: deposits.record(self.db, DESK, draft)) is not None:
            self.model.savings += total

    @rule(share=st.integers(1, 100), cash=st.booleans())
    def payout(self, share: int, cash: bool) -> None:
        rupiah = self.model.savings * share // 100
        if not rupiah:
            return
        method = PayoutMethod.CASH if cash else PayoutMethod.TRANSFER
        draft = PayoutDraft(new_key(), MEMBER, rupiah, method, "" if cash else "BRI")
        if cash:
            self._pay(lambda: payouts.record(self.db, DESK, draft), rupiah, -rupiah)
        elif self._act(lambda: payouts.record(self.db, DESK, draft)) is not None:
            self.model.savings -= rupiah
            self.model.bank += rupiah

    @rule(which=st.integers(0, 100))
    def take_back(self, which: int) -> None:
        if not self.model.paid:
            return
        paid = self.model.paid[which % len(self.model.paid)]
        draft = ReversalDraft(new_key(), paid[0], "ditimbang dua kali", APPROVER)
        if self._over_the_counter(lambda: reverse(self.db, DESK, draft), -paid[1], -paid[2]) is not None:
            self.model.paid.remove(paid)

    @rule(direction=st.sampled_from(Direction), side=st.sampled_from(OtherSide), rupiah=st.integers(1, 900_000))
    def move(self, direction: Direction, side: OtherSide, rupiah: int) -> None:
        model = self.model
        draft = MovementDraft(new_key(), direction, side, rupiah, REASON)
        if not model.session:
            with clock_at(model.now_ms), pytest.raises(NoCashSession):
                move_cash(self.db, DESK, draft)
            return
        if direction is Direction.OUT and rupiah > model.box:
            with clock_at(model.now_ms), pytest.raises(CashTooLittle):
                move_cash(self.db, DESK, draft)
            return
        if self._act(lambda: move_cash(self.db, DESK, draft)) is None:
            return
        signed = rupiah if direction is Direction.IN else -rupiah
        model.box += signed
        if side is OtherSide.BANK:
            model.bank += signed
        else:
            model.owner += signed

    @rule(off=st.integers(-2, 2))
    def open_box(self, off: int) -> None:
        model = self.model
        counted = max(0, model.box + off * 1_500)
        if model.session:
            with clock_at(model.now_ms), pytest.raises(CashSessionOpen):
                open_session(self.db, DESK, OpeningDraft(new_key(), counted))
            return
        first = model.session is None
        if not first and counted != model.box:
            with clock_at(model.now_ms), pytest.raises(CashDiffers) as differs:
                open_session(self.db, DESK, OpeningDraft(new_key(), counted, REASON))
            assert differs.value.expected_rupiah == model.box
        draft = OpeningDraft(new_key(), counted, REASON, model.box)
        if self._act(lambda: open_session(self.db, DESK, draft)) is None:
            return
        if first:
            model.opening += counted - model.box
        else:
            model.difference += counted - model.box
        model.box, model.session = counted, True

    @rule(off=st.integers(-2, 2))
    def close_box(self, off: int) -> None:
        model = self.model
        pieces = pieces_of(max(0, model.box + off * 1_500) if model.counted is None else model.counted)
        counted = sum(value * count for value, count in pieces)
        if not model.session:
            with clock_at(model.now_ms), pytest.raises(NoCashSession):
                close_session(self.db, DESK, ClosingDraft(new_key(), pieces))
            return
        if counted != model.box:
            with clock_at(model.now_ms), pytest.raises(CashDiffers) as differs:
                close_session(self.db, DESK, ClosingDraft(new_key(), pieces))
            assert (differs.value.expected_rupiah, differs.value.counted_rupiah) == (model.box, counted)
        draft = ClosingDraft(new_key(), pieces, REASON, model.box)
        if self._act(lambda: close_session(self.db, DESK, draft)) is None:
            return
        model.difference += counted - model.box
        model.box, model.session, model.counted = counted, False, None

    @rule(off=st.integers(-2, 2))
    def count_again(self, off: int) -> None:
        """A count without a reason: the first one stays, whatever was booked since."""
        model = self.model
        pieces = pieces_of(max(0, model.box + off * 1_500))
        counted = sum(value * count for value, count in pieces)
        if not model.session or counted == model.box:
            return
        with clock_at(model.now_ms), pytest.raises((CashDiffers, CountStands)) as refused:
            close_session(self.db, DESK, ClosingDraft(new_key(), pieces))
        model.counted = counted if model.counted is None else model.counted
        assert isinstance(refused.value, CountStands) == (counted != model.counted)

    @rule()
    def close_the_day(self) -> None:
        model = self.model
        day = local(model.now_ms, Zone.WIB).date()
        with clock_at(model.now_ms):
            if model.day_is_closed:
                with pytest.raises(DayClosed):
                    close_day(self.db, DESK, day)
                return
            if model.session:
                with pytest.raises(CashSessionOpen):
                    close_day(self.db, DESK, day)
                return
            page = close_day(self.db, DESK, day)
        assert page.counters[0].cash_after_rupiah == model.box
        assert sum(kind.count for kind in page.ever) == model.entries
        model.entries += 1  # the closing itself
        model.closed.append((day, model.box))

    @rule()
    def sleep(self) -> None:
        """The next day begins; the last one was closed, or nothing needs it to be."""
        if self.model.day_is_closed or not self.model.closed:
            self.model.now_ms += DAY_MS

    @rule()
    def start_again(self) -> None:
        self.db.close()
        self.db = open_book(self.place)

    @invariant()
    def the_book_agrees(self) -> None:
        model = self.model
        with self.db.reading() as connection:
            accounts = (SystemAccount.OPENING, SystemAccount.CASH_DIFFERENCE, SystemAccount.BANK, SystemAccount.OWNER)
            found = [credit_balance_rupiah(connection, account) for account in accounts]
            assert cash_rupiah(connection, self.cash_account_id) == model.box
        assert found == [model.opening, model.difference, model.bank, model.owner]
        assert balances(self.db)[0].rupiah == model.savings
        assert box_state(self.db, 1).is_open == bool(model.session)

    def teardown(self) -> None:
        if not hasattr(self, "model"):
            return
        answer = verify(self.db)
        assert (answer.entries, answer.problems) == (self.model.entries, ())
        for day, box in self.model.closed:
            assert day_page(self.db, day).counters[0].cash_after_rupiah == box
        self.db.close()


def test_the_box_in_a_file_is_the_model(tmp_path: Path) -> None:
    pattern = tmp_path / "pattern.db"
    prepare(pattern)

    def fresh() -> Path:
        return Path(shutil.copy(pattern, Path(tempfile.mkdtemp(dir=tmp_path)) / "book.db"))

    run_state_machine_as_test(
        lambda: BoxMachine(fresh),  # type: ignore[arg-type]  # a factory does as well as the class
        settings=settings(
            max_examples=40,
            stateful_step_count=30,
            deadline=None,
            suppress_health_check=list(HealthCheck),
            derandomize=True,
            database=None,
        ),
    )
