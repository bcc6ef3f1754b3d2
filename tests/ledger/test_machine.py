"""The book against a plain Python model of it, whatever is done in whatever order."""

import shutil
import tempfile
from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from hypothesis import HealthCheck, core, settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    invariant,
    precondition,
    rule,
    run_state_machine_as_test,
)

from daurulang.centre.queries import CounterRule
from daurulang.centre.service import change_rule
from daurulang.corrections.service import ReversalDraft, reverse
from daurulang.debt_errors import DebtHoldsBack, MoreThanOwed
from daurulang.debts.model import RepaymentSource
from daurulang.debts.service import RepaymentDraft, repay
from daurulang.deposits import service as deposits
from daurulang.deposits.model import Payment
from daurulang.deposits.service import DepositDraft, LineDraft
from daurulang.errors import (
    AlreadyPaidOut,
    BalanceTooLow,
    CorrectionUncovered,
    FormKeyReused,
    ReasonTooShort,
    ReversalRefused,
    SplitRefused,
    TotalChanged,
    UserError,
)
from daurulang.ledger.model import SystemAccount
from daurulang.ledger.queries import counters, credit_balance_rupiah
from daurulang.ledger.service import Desk
from daurulang.materials.model import PriceSide
from daurulang.materials.queries import PriceKey
from daurulang.materials.service import PriceDraft, set_prices
from daurulang.members.queries import find_members
from daurulang.members.service import MemberDraft, change
from daurulang.migrations.opening import open_book
from daurulang.payouts import service as payouts
from daurulang.payouts.model import PayoutMethod
from daurulang.payouts.service import PayoutDraft
from daurulang.quantities import Condition
from daurulang.receipts.queries import Receipt
from daurulang.receipts.service import look_at
from daurulang.replacements.service import Corrected, correct_deposit, correct_payout
from daurulang.reports.balances import balances
from daurulang.reports.daily import totals_of_day
from daurulang.verification.service import verify
from tests.book import BOTTLE_RUPIAH, OIL_RUPIAH, PET_RUPIAH, new_key, set_up_book
from tests.ledger.plain_model import (
    BOTTLE,
    DAY,
    MEMBERS,
    NAMES,
    OIL,
    PET,
    REASON,
    Draft,
    Effect,
    Model,
    Posted,
)
from tests.postgres import PostgresServer


def prepare(place: str | Path) -> None:
    db = open_book(place)
    set_up_book(db)
    db.close()


lines_of = st.lists(
    st.builds(LineDraft, st.sampled_from([PET, BOTTLE, OIL]), st.integers(1, 50_000)), min_size=1, max_size=4
)


class Counter(RuleBasedStateMachine):
    """One counter on one book; `fresh_place` gives each run its own."""

    def __init__(self, fresh_place: Callable[[], str | Path]) -> None:
        super().__init__()
        self.fresh_place = fresh_place

    @initialize(debts=st.booleans())
    def open(self, debts: bool) -> None:
        self.place = self.fresh_place()
        self.db = open_book(self.place)
        with self.db.reading() as connection:
            self.cash_account_id = counters(connection)[0].cash_account_id
        self.desk = Desk(1, 1)
        self.model = Model(
            {PET: PET_RUPIAH, BOTTLE: BOTTLE_RUPIAH, OIL: OIL_RUPIAH},
            dict.fromkeys(MEMBERS, 0),
            dict(zip(MEMBERS, NAMES, strict=False)),
            debts,
        )
        if debts:
            change_rule(self.db, CounterRule(debt_allowed=True), DAY)
        self.posted: list[Posted] = []
        self.frozen: dict[str, Receipt] = {}
        # A beginning from which every refusal is near: most of what was brought is paid out.
        self.deposit(1, [LineDraft(PET, 10_000)], Payment.SAVINGS, 0)
        self.payout(1, 80, PayoutMethod.CASH)
        if debts:
            self.reverse(0, 100)
            self.deposit(1, [LineDraft(PET, 5_000)], Payment.SAVINGS, 0)

    @rule(who=st.sampled_from(MEMBERS), lines=lines_of, payment=st.sampled_from(Payment), share=st.integers(0, 100))
    def deposit(self, who: int, lines: list[LineDraft], payment: Payment, share: int) -> None:
        worth = [0 if payment is Payment.GIVEN else self.model.value(each.material_id, each.net) for each in lines]
        total = sum(worth)
        cash = total * share // 100
        draft = DepositDraft(new_key(), who, tuple(lines), payment, total, cash if payment is Payment.SPLIT else 0)
        with pytest.raises(TotalChanged):
            deposits.record(self.db, self.desk, replace(draft, read_back_rupiah=total + 1), DAY)
        if payment is Payment.SPLIT and not 0 < cash < total:
            with pytest.raises(SplitRefused):
                deposits.record(self.db, self.desk, draft, DAY)
            return
        paid = {Payment.CASH: total, Payment.SPLIT: cash}.get(payment, 0)
        grams = sum(self.model.weight(each.material_id, each.net) for each in lines)
        effect = Effect(who, savings=total - paid, cash_out=paid, grams=grams, deposits=1)
        self._remember(draft, deposits.record(self.db, self.desk, draft, DAY), effect)

    @rule(who=st.sampled_from(MEMBERS), share=st.integers(1, 130), method=st.sampled_from(PayoutMethod))
    def payout(self, who: int, share: int, method: PayoutMethod) -> None:
        rupiah = max(1, self.model.savings[who] * share // 100)
        draft = PayoutDraft(new_key(), who, rupiah, method)
        if rupiah > self.model.savings[who]:
            with pytest.raises(BalanceTooLow) as caught:
                payouts.record(self.db, self.desk, draft, DAY)
            assert caught.value.balance_rupiah == self.model.savings[who]
            return
        if rupiah > self.model.free(who):
            with pytest.raises(DebtHoldsBack):
                payouts.record(self.db, self.desk, draft, DAY)
            return
        cash, bank = (rupiah, 0) if method is PayoutMethod.CASH else (0, rupiah)
        effect = Effect(who, savings=-rupiah, cash_out=cash, bank_out=bank, payouts=1)
        self._remember(draft, payouts.record(self.db, self.desk, draft, DAY), effect)

    @rule(who=st.sampled_from(MEMBERS), share=st.integers(1, 130), source=st.sampled_from(RepaymentSource))
    def repay(self, who: int, share: int, source: RepaymentSource) -> None:
        rupiah = max(1, self.model.debts[who] * share // 100)
        draft = RepaymentDraft(new_key(), who, rupiah, source)
        saved = rupiah if source is RepaymentSource.SAVINGS else 0
        if rupiah > self.model.debts[who] or saved > self.model.savings[who]:
            with pytest.raises(MoreThanOwed if rupiah > self.model.debts[who] else BalanceTooLow):
                repay(self.db, self.desk, draft, DAY)
            return
        effect = Effect(who, savings=-saved, cash_out=saved - rupiah, debt=-rupiah)
        self._remember(draft, repay(self.db, self.desk, draft, DAY), effect)

    @precondition(lambda self: self.posted)
    @rule(which=st.integers(0, 1000), agreed=st.sampled_from([0, 99, 100, 1000]))
    def reverse(self, which: int, agreed: int) -> None:
        original = self.posted[which % len(self.posted)]
        effect = original.effect.turned_round()
        missing = max(0, -self.model.savings[effect.who] - effect.savings)
        draft = ReversalDraft(new_key(), original.entry_id, REASON, self.desk.staff_id, missing * agreed // 100)
        with pytest.raises(ReasonTooShort):
            reverse(self.db, self.desk, replace(draft, reason="  salah   "), DAY)
        if original.reversed or isinstance(original.draft, ReversalDraft):
            with pytest.raises(ReversalRefused):
                reverse(self.db, self.desk, draft, DAY)
            return
        if missing and (draft.debt_rupiah < missing or not self.model.debts_allowed):
            with pytest.raises(AlreadyPaidOut) as caught:
                reverse(self.db, self.desk, draft, DAY)
            assert caught.value.debt_allowed == self.model.debts_allowed
            return
        original.reversed = True
        self._remember(draft, reverse(self.db, self.desk, draft, DAY), effect.owing(missing))
        self._link(original, reversed_by=self._number_of(self.posted[-1].entry_id))

    @precondition(lambda self: self.posted)
    @rule(
        which=st.integers(0, 1000),
        who=st.sampled_from(MEMBERS),
        lines=lines_of,
        payment=st.sampled_from([Payment.SAVINGS, Payment.CASH, Payment.GIVEN]),
        agreed=st.booleans(),
    )
    def correct_a_deposit(self, which: int, who: int, lines: list[LineDraft], payment: Payment, agreed: bool) -> None:
        total = sum(0 if payment is Payment.GIVEN else self.model.value(e.material_id, e.net) for e in lines)
        draft = DepositDraft(new_key(), who, tuple(lines), payment, total)
        cash = total if payment is Payment.CASH else 0
        grams = sum(self.model.weight(each.material_id, each.net) for each in lines)
        effect = Effect(who, savings=total - cash, cash_out=cash, grams=grams, deposits=1)
        self._correct(self._one_of(which, DepositDraft), draft, effect, agreed=agreed)

    @precondition(lambda self: self.posted)
    @rule(
        which=st.integers(0, 1000),
        who=st.sampled_from(MEMBERS),
        share=st.integers(1, 130),
        method=st.sampled_from(PayoutMethod),
    )
    def correct_a_payout(self, which: int, who: int, share: int, method: PayoutMethod) -> None:
        original = self._one_of(which, PayoutDraft)
        there = self.model.savings[who] - (original.effect.savings if who == original.effect.who else 0)
        rupiah = max(1, there * share // 100)
        cash, bank = (rupiah, 0) if method is PayoutMethod.CASH else (0, rupiah)
        effect = Effect(who, savings=-rupiah, cash_out=cash, bank_out=bank, payouts=1)
        self._correct(original, PayoutDraft(new_key(), who, rupiah, method), effect)

    def _one_of(self, which: int, kind: type[Draft]) -> Posted:
        """Mostly what stands and is of a kind, the newest first, now and then anything."""
        fit = [each for each in reversed(self.posted) if isinstance(each.draft, kind) and not each.reversed]
        return fit[which % len(fit) // 2] if fit and which % 5 else self.posted[which % len(self.posted)]

    def _correct(
        self, original: Posted, draft: DepositDraft | PayoutDraft, effect: Effect, *, agreed: bool = False
    ) -> None:
        undoing = ReversalDraft(new_key(), original.entry_id, REASON, self.desk.staff_id)
        if original.reversed or type(original.draft) is not type(draft):
            with pytest.raises(ReversalRefused):
                self._post_both(undoing, draft)
            return
        back = original.effect.turned_round()
        undone = self.model.savings[back.who] + back.savings
        left = {who: self.model.savings[who] for who in (back.who, effect.who)}
        for each in (back, effect):
            left[each.who] += each.savings
        missing = -min(0, *left.values()) if isinstance(draft, DepositDraft) else 0
        if agreed:
            undoing = replace(undoing, debt_rupiah=missing)
        short = self._refusal(draft, back, min(left.values()), owing=agreed and self.model.debts_allowed)
        if short is not None:
            with pytest.raises(short):
                self._post_both(undoing, draft)
            return
        back = back.owing(missing)
        done = self._post_both(undoing, draft)
        with pytest.raises(FormKeyReused):
            self._post_both(replace(undoing, reason=REASON + "!"), draft)
        original.reversed = True
        # Only a deposit that must cover what was paid out of the old one comes before the reversal.
        undone_first = undone >= 0 or back.who != effect.who
        assert (done.reversal_id < done.replacement_id) == undone_first
        if undone_first:
            self._remember(undoing, done.reversal_id, back)
            self._remember(draft, done.replacement_id, effect)
        else:
            self.model.apply(back)  # and both papers tell the balance after both
            self._remember(draft, done.replacement_id, effect)
            self._remember(undoing, done.reversal_id, Effect(back.who))
        next(each for each in self.posted if each.entry_id == done.replacement_id).instead = undoing
        self._link(
            original, reversed_by=self._number_of(done.reversal_id), replaced_by=self._number_of(done.replacement_id)
        )

    def _refusal(
        self, draft: DepositDraft | PayoutDraft, back: Effect, left: int, *, owing: bool
    ) -> type[UserError] | None:
        """Why a correction cannot be made that leaves the lesser of both savings with so much."""
        if isinstance(draft, DepositDraft):
            return CorrectionUncovered if left < 0 and not owing else None
        if left < 0:
            return BalanceTooLow
        given_back = back.savings if back.who == draft.member_id else 0
        free = max(self.model.free(draft.member_id) + given_back, given_back)
        return DebtHoldsBack if draft.rupiah > free else None

    def _post_both(self, undoing: ReversalDraft, draft: DepositDraft | PayoutDraft) -> Corrected:
        if isinstance(draft, DepositDraft):
            return correct_deposit(self.db, self.desk, undoing, draft)
        return correct_payout(self.db, self.desk, undoing, draft)

    def _number_of(self, entry_id: int) -> str:
        """Ids have gaps on a server, after what was refused; numbers have none."""
        return next(number for number, each in self.frozen.items() if each.entry_id == entry_id)

    def _link(self, original: Posted, **links: str) -> None:
        """Of what was printed nothing changes but who answers it."""
        number = self._number_of(original.entry_id)
        receipt = self.frozen[number]
        self.frozen[number] = replace(receipt, links=replace(receipt.links, **links))

    def _remember(self, draft: Draft, entry_id: int, effect: Effect) -> None:
        self.posted.append(Posted(draft, entry_id, effect))
        self.model.apply(effect)
        number = f"L1-{len(self.posted):06d}"
        receipt = look_at(self.db, number)
        assert (receipt.entry_id, receipt.balance_after_rupiah) == (entry_id, self.model.savings[effect.who])
        self.frozen[number] = receipt

    @precondition(lambda self: self.posted)
    @rule(which=st.integers(0, 1000))
    def save_again(self, which: int) -> None:
        posted = self.posted[which % len(self.posted)]
        draft, entry_id = posted.draft, posted.entry_id
        if posted.instead is not None and isinstance(draft, DepositDraft | PayoutDraft):
            assert self._post_both(posted.instead, draft).replacement_id == entry_id
        elif isinstance(draft, ReversalDraft):
            # Nobody says the day of a reversal that is one half of a correction.
            day = None if any(each.instead == draft for each in self.posted) else DAY
            assert reverse(self.db, self.desk, draft, day) == entry_id
            for other in (draft, DAY + timedelta(days=1)), (replace(draft, reason=draft.reason + "!"), day):
                with pytest.raises(FormKeyReused):
                    reverse(self.db, self.desk, *other)
        elif isinstance(draft, RepaymentDraft):
            assert repay(self.db, self.desk, draft, DAY) == entry_id
            with pytest.raises(FormKeyReused):
                repay(self.db, self.desk, replace(draft, rupiah=draft.rupiah + 1), DAY)
        elif isinstance(draft, DepositDraft):
            assert deposits.record(self.db, self.desk, draft, DAY) == entry_id
            with pytest.raises(FormKeyReused):
                deposits.record(self.db, self.desk, replace(draft, cash_rupiah=draft.cash_rupiah + 7), DAY)
        else:
            assert payouts.record(self.db, self.desk, draft, DAY) == entry_id
            with pytest.raises(FormKeyReused):
                payouts.record(self.db, self.desk, replace(draft, rupiah=draft.rupiah + 1), DAY)

    @rule(material=st.sampled_from([PET, BOTTLE, OIL]), rupiah=st.integers(0, 20_000))
    def new_price(self, material: int, rupiah: int) -> None:
        key = PriceKey(material, PriceSide.BUY, Condition.CLEAN, 1)
        set_prices(self.db, [PriceDraft(key, rupiah, "pasar")], DAY, 1)
        self.model.prices[material] = rupiah

    @rule(who=st.sampled_from(MEMBERS), name=st.sampled_from(NAMES))
    def rename(self, who: int, name: str) -> None:
        change(self.db, who, MemberDraft(name))
        self.model.names[who] = name
        assert who in {each.id for each in find_members(self.db, name)}

    @rule()
    def reopen(self) -> None:
        self.db.close()
        self.db = open_book(self.place)

    @invariant()
    def balances_agree(self) -> None:
        found = {int(each.number[2:]): (each.name, each.rupiah, each.debt_rupiah) for each in balances(self.db)}
        model = self.model
        assert found == {who: (model.names[who], model.savings[who], model.debts[who]) for who in MEMBERS}

    def teardown(self) -> None:
        if not hasattr(self, "model"):
            return
        model = self.model
        with self.db.reading() as connection:
            assert credit_balance_rupiah(connection, self.cash_account_id) == model.cash_out
            assert credit_balance_rupiah(connection, SystemAccount.BANK) == model.bank_out
            bought = -credit_balance_rupiah(connection, SystemAccount.INVENTORY)
            owed = -credit_balance_rupiah(connection, SystemAccount.DEBT)
        assert owed == sum(model.debts.values())
        assert bought == sum(model.savings.values()) + model.cash_out + model.bank_out - owed
        totals = totals_of_day(self.db, DAY)
        assert (totals.deposits, totals.payouts, totals.grams) == (model.deposits, model.payouts, model.grams)
        for number, receipt in self.frozen.items():
            assert look_at(self.db, number) == receipt
        answer = verify(self.db)
        assert (answer.entries, answer.problems) == (len(self.posted), ())
        self.db.close()


def run(fresh_place: Callable[[], str | Path], examples: int, steps: int, seed: int | None = None) -> None:
    """Play so many games of at most so many steps; without a seed always the same ones."""
    core.global_force_seed = seed  # type: ignore[assignment]
    run_state_machine_as_test(
        lambda: Counter(fresh_place),  # type: ignore[arg-type]  # a factory does as well as the class
        settings=settings(
            max_examples=examples,
            stateful_step_count=steps,
            deadline=None,
            suppress_health_check=list(HealthCheck),
            derandomize=seed is None,
            database=None,
        ),
    )


def test_the_book_in_a_file_is_the_model(tmp_path: Path) -> None:
    pattern = tmp_path / "pattern.db"
    prepare(pattern)
    run(lambda: shutil.copy(pattern, Path(tempfile.mkdtemp(dir=tmp_path)) / "book.db"), 12, 25)


def test_the_book_on_a_server_is_the_model(postgres_server: PostgresServer) -> None:
    run(lambda: postgres_server.fresh_url(prepare), 3, 20)
