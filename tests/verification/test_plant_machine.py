"""The plant against a plain Python model of it: whatever is done honestly in whatever order, on whatever open day, the
book is sound and goods and money balance.
"""

import shutil
import tempfile
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from functools import partial
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule, run_state_machine_as_test

from daurulang import periods
from daurulang.corrections.service import ReversalDraft, reverse
from daurulang.disposals import service as disposals
from daurulang.disposals.service import DisposalDraft, DisposalLineDraft
from daurulang.errors import ReversalRefused
from daurulang.expenses import service as expenses
from daurulang.expenses.service import ExpenseDraft
from daurulang.ledger.model import AccountKind
from daurulang.migrations.opening import open_book
from daurulang.periods import Period, Zone
from daurulang.plant_errors import PaidTooMuch, PaymentsStand
from daurulang.processing import service as processing
from daurulang.processing.model import BatchKind, Side
from daurulang.processing.service import BatchDraft, BatchLineDraft
from daurulang.quantities import Condition, Unit, line_amount_rupiah, shares_of
from daurulang.reports.accounts import balance_sheet
from daurulang.reports.economic_value import economic_value
from daurulang.reports.stock import stock_on
from daurulang.sales import payments
from daurulang.sales import service as sales
from daurulang.sales.payments import PaymentDraft
from daurulang.sales.service import SaleDraft, SaleLineDraft
from daurulang.stock_errors import GoodsGone, StockTooLow
from daurulang.stocktakes import service as stocktakes
from daurulang.stocktakes.service import CountDraft, CountedLine
from daurulang.verification.service import verify
from tests.book import PET_RUPIAH, new_key, set_up_book
from tests.plant import Plant, balances, set_up_plant

shares = st.integers(1, 100)
ago = st.integers(0, 3)


@dataclass
class Pile:
    """What lies there of a material."""

    grams: int = 0
    rupiah: int = 0

    def cost_of(self, grams: int) -> int:
        """What a part of it had cost."""
        return self.rupiah * grams // self.grams if grams < self.grams else self.rupiah

    def give_back(self, grams: int, rupiah: int) -> None:
        """What an act had brought (below zero: taken) leaves again: at what it had cost, as far as that is there."""
        before = replace(self)
        self.grams, self.rupiah = before.grams - grams, before.rupiah - rupiah
        if self.rupiah < 0:
            self.rupiah = before.rupiah * self.grams // before.grams
        if not self.grams:
            self.rupiah = 0


@dataclass
class Done:
    """An act: what it brought (below zero: took) of each material, grams and rupiah. Of a sale, what is owed and what
    was paid for it later; of such a payment, for which sale and how much.
    """

    entry_id: int
    moved: list[tuple[int, int, int]]
    owed: int = 0
    paid: "list[Done]" = field(default_factory=list)
    of_sale: "Done | None" = None
    rupiah: int = 0
    undone: bool = False


class PlantMachine(RuleBasedStateMachine):
    """One book; `fresh` gives each run its own."""

    def __init__(self, fresh: Callable[[], Plant]) -> None:
        super().__init__()
        self.fresh = fresh

    @initialize()
    def begin(self) -> None:
        self.plant = self.fresh()
        self.book = self.plant.book
        self.piles: dict[int, Pile] = {}
        self.done: list[Done] = []
        self.deposit(500_000, 0)
        self.load(300_000, 700, 0)

    def _pile(self, material_id: int) -> Pile:
        return self.piles.setdefault(material_id, Pile())

    def _condition(self, material_id: int) -> Condition:
        return Condition.MIXED if material_id == self.plant.mixed_id else Condition.CLEAN

    def _day(self, ago_days: int) -> date:
        return max(periods.today(Zone.WIB) - timedelta(ago_days), periods.today(Zone.WIB).replace(day=1))

    def _posted(self, record: Callable[[date | None], int], day: date) -> int:
        """On that day, or today where the goods came later than that day."""
        try:
            return record(day)
        except StockTooLow:
            assert day < periods.today(Zone.WIB)
            return record(None)

    def _remember(self, entry_id: int, *moved: tuple[int, int, int], owed: int = 0) -> Done:
        for material_id, grams, rupiah in moved:
            pile = self._pile(material_id)
            pile.grams, pile.rupiah = pile.grams + grams, pile.rupiah + rupiah
        self.done.append(Done(entry_id, list(moved), owed))
        return self.done[-1]

    @rule(grams=st.integers(1, 90_000), days=ago)
    def deposit(self, grams: int, days: int) -> None:
        worth = line_amount_rupiah(grams, Unit.KILOGRAM, PET_RUPIAH)
        self._remember(self.book.deposit(grams=grams, day=self._day(days)), (self.book.pet_id, grams, worth))

    @rule(grams=st.integers(1, 90_000), rupiah=st.integers(0, 5_000), days=ago)
    def load(self, grams: int, rupiah: int, days: int) -> None:
        self._remember(self.plant.load(grams, rupiah, self._day(days)), (self.plant.mixed_id, grams, rupiah))

    @rule(share=shares, flakes=st.integers(0, 80), residue=st.integers(0, 30), days=ago)
    def batch(self, share: int, flakes: int, residue: int, days: int) -> None:
        plant, pile = self.plant, self._pile(self.plant.mixed_id)
        into = pile.grams * share // 100
        made = [(plant.flakes_id, into * flakes // 100, Side.OUTPUT), (plant.book.pet_id, into // 50, Side.OUTPUT)]
        made += [(plant.residue_id, into * residue // 100, Side.RESIDUE)]
        made = [each for each in made if each[1]]
        if not into or not made:
            return
        outputs = [each for each in made if each[2] is Side.OUTPUT]
        cost = pile.cost_of(into)
        costs = shares_of(cost, [grams for _, grams, _ in outputs]) if outputs else []
        lines = (
            BatchLineDraft(Side.INPUT, plant.mixed_id, into, Condition.MIXED),
            *(BatchLineDraft(side, material_id, grams) for material_id, grams, side in made),
        )
        loss = into - sum(grams for _, grams, _ in made)
        draft = BatchDraft(new_key(), BatchKind.SORT, lines, confirmed_loss_grams=loss)
        moved = [(made[n][0], made[n][1], costs[n] if n < len(costs) else 0) for n in range(len(made))]
        entry_id = self._posted(partial(processing.record, self.book.db, self.book.desk, draft), self._day(days))
        self._remember(entry_id, (plant.mixed_id, -into, -cost), *moved)

    @rule(share=shares, paid=st.integers(0, 100), price=st.integers(0, 9_000), is_pet=st.booleans(), days=ago)
    def sell(self, share: int, paid: int, price: int, *, is_pet: bool, days: int) -> None:
        material_id = self.book.pet_id if is_pet else self.plant.flakes_id
        pile = self._pile(material_id)
        grams = pile.grams * share // 100
        if not grams:
            return
        cost = pile.cost_of(grams)
        total = line_amount_rupiah(grams, Unit.KILOGRAM, price)
        at_once = total * paid // 100
        line = SaleLineDraft(material_id, grams, price)
        draft = SaleDraft(new_key(), self.plant.buyer_id, (line,), total, at_once)
        entry_id = self._posted(partial(sales.record, self.book.db, self.book.desk, draft), self._day(days))
        self._remember(entry_id, (material_id, -grams, -cost), owed=total - at_once)

    @rule(which=st.integers(0, 99), share=st.integers(1, 120))
    def pay(self, which: int, share: int) -> None:
        owing = [each for each in self.done if each.owed and not each.undone]
        if not owing:
            return
        sold = owing[which % len(owing)]
        draft = PaymentDraft(new_key(), sold.entry_id, max(1, sold.owed * share // 100))
        if draft.rupiah > sold.owed:
            with pytest.raises(PaidTooMuch):
                payments.record(self.book.db, self.book.desk, draft)
            return
        paid = self._remember(payments.record(self.book.db, self.book.desk, draft))
        sold.owed -= draft.rupiah
        sold.paid.append(paid)
        paid.of_sale, paid.rupiah = sold, draft.rupiah

    @rule(share=shares, days=ago)
    def dispose(self, share: int, days: int) -> None:
        pile = self._pile(self.plant.residue_id)
        grams = pile.grams * share // 100
        if grams:
            cost = pile.cost_of(grams)
            line = DisposalLineDraft(self.plant.residue_id, grams)
            draft = DisposalDraft(new_key(), "TPA Buluh", (line,))
            entry_id = self._posted(partial(disposals.record, self.book.db, self.book.desk, draft), self._day(days))
            self._remember(entry_id, (self.plant.residue_id, -grams, -cost))

    @rule(rupiah=st.integers(1, 9_000), days=ago)
    def spend(self, rupiah: int, days: int) -> None:
        draft = ExpenseDraft(new_key(), 1, rupiah, "upah sortir")
        self._remember(expenses.record(self.book.db, self.book.desk, draft, self._day(days)))

    @rule(percent=st.integers(0, 130), which=st.integers(0, 3))
    def count(self, percent: int, which: int) -> None:
        plant = self.plant
        material_id = (plant.book.pet_id, plant.mixed_id, plant.flakes_id, plant.residue_id)[which]
        pile = self._pile(material_id)
        grams = pile.grams * percent // 100
        line = CountedLine(material_id, grams, pile.grams, "hitung ulang", self._condition(material_id))
        stocktakes.record(self.book.db, self.book.desk, CountDraft(new_key(), (line,), "opname bulanan"))
        if not grams:
            pile.rupiah = 0
        elif grams < pile.grams:
            pile.rupiah -= pile.cost_of(pile.grams - grams)
        else:
            pile.rupiah += pile.rupiah * (grams - pile.grams) // pile.grams
        pile.grams = grams

    @rule(which=st.integers(0, 999))
    def undo(self, which: int) -> None:
        standing = [each for each in self.done if not each.undone]
        among = standing if standing and which % 5 else self.done
        act = among[which % len(among)]
        draft = ReversalDraft(new_key(), act.entry_id, "salah tulis angka", self.book.desk.staff_id)
        refusal = self._refusal(act)
        if refusal is not None:
            with pytest.raises(refusal):
                reverse(self.book.db, self.book.desk, draft)
            return
        reverse(self.book.db, self.book.desk, draft)
        act.undone = True
        for material_id in {material_id for material_id, _, _ in act.moved}:
            self._pile(material_id).give_back(
                *(sum(each[n] for each in act.moved if each[0] == material_id) for n in (1, 2))
            )
        if act.of_sale is not None:
            act.of_sale.owed += act.rupiah

    def _refusal(self, act: Done) -> type[Exception] | None:
        if act.undone:
            return ReversalRefused
        if any(grams > self._pile(material_id).grams for material_id, grams, _ in act.moved):
            return GoodsGone
        return PaymentsStand if any(not each.undone for each in act.paid) else None

    @invariant()
    def what_lies_there_is_what_the_model_says(self) -> None:
        if hasattr(self, "piles"):
            for material_id, pile in self.piles.items():
                level = self.plant.level(material_id, self._condition(material_id))
                assert (level.grams, level.rupiah) == (pile.grams, pile.rupiah)
                assert level.rupiah >= 0

    def teardown(self) -> None:
        if not hasattr(self, "piles"):
            return
        db = self.book.db
        assert verify(db).problems == ()
        stands = balances(self.book)
        assert stands.get(AccountKind.INVENTORY, 0) == sum(pile.rupiah for pile in self.piles.values())
        assert stands.get(AccountKind.RECEIVABLE, 0) == sum(each.owed for each in self.done if not each.undone)
        for days in range(5):
            sheet = balance_sheet(db, periods.today(Zone.WIB) - timedelta(days))
            assert sheet.assets_rupiah == sheet.liabilities_and_equity_rupiah
            self._goods_balance(sheet.day)
        db.close()

    def _goods_balance(self, first: date) -> None:
        """From a day on, what came in is what went out, was lost or stays, in every category."""
        today = periods.today(Zone.WIB)
        found = economic_value(self.book.db, Period(first, today)).plant
        assert found is not None
        assert found.balance.balances
        total = found.balance.total
        assert total.made == 0
        then, now = (stock_on(self.book.db, day, aged=False).total for day in (first - timedelta(1), today))
        assert total.stock_change == now.grams - then.grams
        assert sum(share.cost_rupiah for share in found.stock) == now.rupiah
        assert sum(each.grams for each in found.sold) == total.sold
        assert sum(share.grams for share in found.sources) == total.hauled


def test_the_plant_is_the_model(tmp_path: Path) -> None:
    pattern = tmp_path / "pattern.db"
    db = open_book(pattern)
    plant = set_up_plant(set_up_book(db))
    db.close()

    def fresh() -> Plant:
        place = Path(shutil.copy(pattern, Path(tempfile.mkdtemp(dir=tmp_path)) / "book.db"))
        return replace(plant, book=replace(plant.book, db=open_book(place)))

    run_state_machine_as_test(
        lambda: PlantMachine(fresh),  # type: ignore[arg-type]  # a factory does as well as the class
        settings=settings(
            max_examples=25,
            stateful_step_count=30,
            deadline=None,
            suppress_health_check=list(HealthCheck),
            derandomize=True,
            database=None,
        ),
    )
