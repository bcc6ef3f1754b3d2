"""A big book whose centre also has a plant: three years of loads, batches, sales, residue and expenses.

Worked through the same acts as at the counter, over the deposits of the big book.
"""

from __future__ import annotations

import os
import random
import shutil
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

from sqlalchemy import event

from benchmarks.book import LAST_DAY, MONTHS
from daurulang import periods
from daurulang.buyers import service as buyers
from daurulang.buyers.service import BuyerDraft
from daurulang.database import Database
from daurulang.disposals import service as disposals
from daurulang.disposals.service import DisposalDraft, DisposalLineDraft
from daurulang.expenses import service as expenses
from daurulang.expenses.model import PaidFrom
from daurulang.expenses.service import ExpenseDraft
from daurulang.ledger.form_key import new_form_key
from daurulang.ledger.service import Desk
from daurulang.loads import service as loads
from daurulang.loads.model import LoadPayment, SourceKind
from daurulang.loads.service import LoadDraft, LoadLineDraft, SourceDraft
from daurulang.materials.model import DlhCategory, SipsnCategory
from daurulang.materials.queries import price_board
from daurulang.materials.service import MaterialDraft, add_material
from daurulang.members.model import SourceClass
from daurulang.processing import service as processing
from daurulang.processing.model import BatchKind, Side
from daurulang.processing.service import BatchDraft, BatchLineDraft
from daurulang.quantities import Condition, Unit, line_amount_rupiah
from daurulang.sales import payments
from daurulang.sales import service as sales
from daurulang.sales.model import PaidIn
from daurulang.sales.payments import PaymentDraft
from daurulang.sales.service import SaleDraft, SaleLineDraft

SALE_LINES, BATCH_LINES = 10, 5
BUYERS, SOURCES = 20, 40
SHARE_ON_ACCOUNT = 0.3
_KILOGRAM = 1000


def made_plant_book(path: Path, big: Path, lines: int, seed: int = 1) -> Path:
    """The book at `path`: `big`, and half of `lines` in sales, half in batches; made when it is not there yet."""
    if not path.exists():
        new = path.with_name(f"{path.name}.{os.getpid()}.making")
        shutil.copy(big, new)
        db = Database(new)
        db.anchors = None
        event.listen(db.engine, "connect", lambda raw, _record: raw.execute("PRAGMA synchronous=OFF").close())
        with periods.clock_at(periods.moment_ms(LAST_DAY, 15, 0, periods.Zone.WIB)):
            _Plant(db, random.Random(seed)).work(lines)
        db.checkpoint()
        db.close()
        new.replace(path)
    return path


class _Plant:
    """What stands behind the counter of the big book."""

    def __init__(self, db: Database, chance: random.Random) -> None:
        self.db, self.chance, self.desk = db, chance, Desk(1, 1)
        board = price_board(db, LAST_DAY)
        self.goods = [
            (material.id, price.rupiah)
            for material in board.materials
            if material.unit is Unit.KILOGRAM and (price := board.buy(material.id, Condition.CLEAN, 1)) is not None
        ]
        self.mixed_id, self.residue_id = (
            add_material(db, MaterialDraft(code, name, Unit.KILOGRAM, DlhCategory.OTHER, SipsnCategory.OTHER))
            for code, name in (("CMP", "Sampah campur"), ("RSD", "Residu"))
        )
        self.sources = [
            loads.add_source(db, SourceDraft(f"TPS3R {number}", SourceKind.TPS3R, SourceClass.HOUSEHOLD))
            for number in range(1, SOURCES + 1)
        ]
        self.buyers = [buyers.add(db, BuyerDraft(f"Pengepul {number}")) for number in range(1, BUYERS + 1)]
        self.owed: list[tuple[int, int]] = []
        self.residue_grams = 0

    def work(self, lines: int) -> None:
        """Spread the acts evenly over the months."""
        plan: list[tuple[Callable[[], None], int]] = [
            (self.haul, lines // 100),
            (self.process, lines // 2 // BATCH_LINES),
            (self.sell, lines // 2 // SALE_LINES),
            (self.take_away, lines // 200),
            (self.spend, MONTHS * 20),
        ]
        days = MONTHS * 30
        turns = sorted(
            (number * days // count, order, act) for order, (act, count) in enumerate(plan) for number in range(count)
        )
        first_day = LAST_DAY - timedelta(days=days)
        for day, _, act in turns:
            # On the clock of its day: the residents' goods are written by then, also those of days to come.
            with periods.clock_at(periods.moment_ms(first_day + timedelta(days=day), 15, 0, periods.Zone.WIB)):
                act()

    def haul(self) -> None:
        """A truck of mixed waste."""
        grams = self.chance.randrange(4000, 9000) * _KILOGRAM
        line = LoadLineDraft(self.mixed_id, grams + 3000 * _KILOGRAM, 3000 * _KILOGRAM)
        draft = LoadDraft(new_form_key(), self.chance.choice(self.sources), (line,), LoadPayment.NONE)
        loads.record(self.db, self.desk, draft)

    def process(self) -> None:
        """Mixed waste and some of the residents' goods are sorted anew."""
        (first, _), (second, _), (third, _) = self.chance.sample(self.goods, 3)
        mixed, own = self.chance.randrange(100, 400) * _KILOGRAM, self.chance.randrange(5, 20) * _KILOGRAM
        residue, loss = mixed // 2, mixed // 20
        lines = (
            BatchLineDraft(Side.INPUT, self.mixed_id, mixed, Condition.MIXED),
            BatchLineDraft(Side.INPUT, first, own),
            BatchLineDraft(Side.OUTPUT, second, own),
            BatchLineDraft(Side.OUTPUT, third, mixed - residue - loss),
            BatchLineDraft(Side.RESIDUE, self.residue_id, residue, Condition.MIXED),
        )
        draft = BatchDraft(new_form_key(), BatchKind.SORT, lines, confirmed_loss_grams=loss)
        self.residue_grams += residue
        processing.record(self.db, self.desk, draft)

    def sell(self) -> None:
        """Goods of many kinds to one buyer, now and then on account."""
        lines = tuple(
            SaleLineDraft(material_id, self.chance.randrange(20, 80) * _KILOGRAM, rupiah * 5 // 4)
            for material_id, rupiah in self.chance.sample(self.goods, SALE_LINES)
        )
        total = sum(line_amount_rupiah(line.quantity, Unit.KILOGRAM, line.price_rupiah) for line in lines)
        paid = 0 if self.chance.random() < SHARE_ON_ACCOUNT else total
        buyer_id = self.chance.choice(self.buyers)
        draft = SaleDraft(new_form_key(), buyer_id, lines, total, paid, PaidIn.BANK)
        entry_id = sales.record(self.db, self.desk, draft)
        if not paid:
            self.owed.append((entry_id, total))
        if len(self.owed) > BUYERS:
            sale_id, rupiah = self.owed.pop(0)
            payments.record(self.db, self.desk, PaymentDraft(new_form_key(), sale_id, rupiah, PaidIn.BANK))

    def take_away(self) -> None:
        """All residue goes to the landfill."""
        grams, self.residue_grams = self.residue_grams, 0
        line = DisposalLineDraft(self.residue_id, grams, Condition.MIXED)
        disposals.record(self.db, self.desk, DisposalDraft(new_form_key(), "TPA Buluh", (line,)))

    def spend(self) -> None:
        """An expense from the bank."""
        rupiah = self.chance.randrange(50, 2000) * 1000
        draft = ExpenseDraft(new_form_key(), self.chance.randrange(1, 8), rupiah, "biaya", PaidFrom.BANK)
        expenses.record(self.db, self.desk, draft)
