"""What stands behind the counter of the sample book: loads, batches, sales on account, residue, expenses."""

from __future__ import annotations

import random
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date

from daurulang.buyers import service as buyers
from daurulang.buyers.model import BuyerKind
from daurulang.buyers.service import BuyerDraft
from daurulang.database import Database
from daurulang.disposals import service as disposals
from daurulang.disposals.service import DisposalDraft, DisposalLineDraft
from daurulang.expenses import service as expenses
from daurulang.expenses.model import PaidFrom
from daurulang.expenses.service import ExpenseDraft
from daurulang.ledger.form_key import new_form_key
from daurulang.ledger.model import Place
from daurulang.ledger.service import Desk
from daurulang.loads import service as loads
from daurulang.loads.model import LoadPayment, SourceKind
from daurulang.loads.service import LoadDraft, LoadLineDraft, SourceDraft
from daurulang.materials.model import DlhCategory, PriceSide, SipsnCategory
from daurulang.materials.queries import PriceBoard, PriceKey, price_board
from daurulang.materials.service import MaterialDraft, PriceDraft, add_material, set_prices
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
from daurulang.stock.queries import Level, StockKey, levels

MONDAY, TUESDAY, WEDNESDAY, THURSDAY, FRIDAY, SATURDAY = range(6)
_KILOGRAM = 1000
_COMPOST_RUPIAH = 1500
_MOST_LINES, _LEAST_GRAMS = 6, 5 * _KILOGRAM
# What sorting makes of a hundred parts of mixed waste; the rest is lost.
_SORTED = (("PL01", 6), ("PF03", 5), ("KR01", 9), ("LG05", 2), ("OR02", 30))
_RESIDUE_PERCENT = 44
_EXPENSES = ((1, 350_000, "upah harian pemilah"), (3, 150_000, "solar truk"), (2, 120_000, "token listrik"))


@dataclass
class SamplePlant:
    """The ids of what the plant works with, and the sales that are not paid yet."""

    db: Database
    desk: Desk
    chance: random.Random
    mixed_id: int
    compost_id: int
    residue_id: int
    sources: tuple[int, int]
    buyers: tuple[int, int, int]
    goods: dict[str, int]
    owed: list[tuple[int, int]] = field(default_factory=list)

    def work(self, day: date) -> None:
        """What the weekday brings."""
        work: dict[int, Callable[[date], None]] = {
            MONDAY: self._haul,
            TUESDAY: self._sort,
            WEDNESDAY: self._haul_from_market,
            THURSDAY: self._compost,
            FRIDAY: self._sell,
            SATURDAY: self._take_away,
        }
        if day.weekday() in work:
            work[day.weekday()](day)
        if day.day in {1, 15}:
            for category_id, rupiah, note in _EXPENSES:
                draft = ExpenseDraft(new_form_key(), category_id, rupiah, note, PaidFrom.BANK)
                expenses.record(self.db, self.desk, draft, day)

    def _haul(self, day: date) -> None:
        grams = self.chance.randrange(250, 520) * _KILOGRAM
        line = LoadLineDraft(self.mixed_id, grams + 1_900 * _KILOGRAM, 1_900 * _KILOGRAM)
        draft = LoadDraft(new_form_key(), self.sources[0], (line,), LoadPayment.NONE, vehicle="M 8123 GB")
        loads.record(self.db, self.desk, draft, day)

    def _haul_from_market(self, day: date) -> None:
        line = LoadLineDraft(
            self.goods["OR02"],
            volume_litres=self.chance.randrange(400, 1_200, 100),
            density_grams_per_litre=300,
            condition=Condition.CLEAN,
        )
        draft = LoadDraft(new_form_key(), self.sources[1], (line,), LoadPayment.NONE, vehicle="gerobak 2")
        loads.record(self.db, self.desk, draft, day)

    def _sort(self, day: date) -> None:
        grams = self._level(self.mixed_id, Condition.MIXED).grams
        if grams < _LEAST_GRAMS:
            return
        made = [(self.goods[code], grams * percent // 100) for code, percent in _SORTED]
        residue = grams * _RESIDUE_PERCENT // 100
        lines = (
            BatchLineDraft(Side.INPUT, self.mixed_id, grams, Condition.MIXED),
            *(BatchLineDraft(Side.OUTPUT, material_id, part) for material_id, part in made),
            BatchLineDraft(Side.RESIDUE, self.residue_id, residue, Condition.MIXED),
        )
        loss = grams - residue - sum(part for _, part in made)
        draft = BatchDraft(
            new_form_key(),
            BatchKind.SORT,
            lines,
            confirmed_loss_grams=loss,
            labour_minutes=self.chance.randrange(300, 480),
        )
        processing.record(self.db, self.desk, draft, day)

    def _compost(self, day: date) -> None:
        grams = self._level(self.goods["OR02"]).grams
        if grams < _LEAST_GRAMS:
            return
        made = grams * 38 // 100
        lines = (
            BatchLineDraft(Side.INPUT, self.goods["OR02"], grams),
            BatchLineDraft(Side.OUTPUT, self.compost_id, made),
        )
        draft = BatchDraft(new_form_key(), BatchKind.COMPOST, lines, confirmed_loss_grams=grams - made)
        processing.record(self.db, self.desk, draft, day)

    def _sell(self, day: date) -> None:
        """Most of what weighs most goes to the collectors in turn, compost to whoever farms."""
        board = price_board(self.db, day)
        with self.db.reading() as connection:
            there = levels(connection)
        lying = sorted(
            ((key, level.grams) for key, level in there.items() if self._is_sold(key, level, board)),
            key=lambda each: -each[1],
        )
        lines = tuple(
            SaleLineDraft(key.material_id, grams * 4 // 5, price.rupiah)
            for key, grams in lying[:_MOST_LINES]
            if (price := board.sell(key.material_id, Condition.CLEAN)) is not None
        )
        if not lines:
            return
        total = sum(line_amount_rupiah(line.quantity, Unit.KILOGRAM, line.price_rupiah) for line in lines)
        on_account = self.chance.random() < 0.4
        paid = total // 2 if on_account else total
        buyer_id = self.chance.choice(self.buyers)
        draft = SaleDraft(new_form_key(), buyer_id, lines, total, paid, PaidIn.BANK, vehicle="M 9041 HA")
        entry_id = sales.record(self.db, self.desk, draft, day)
        if on_account:
            self.owed.append((entry_id, total - paid))
        if len(self.owed) > 1:
            sale_id, rupiah = self.owed.pop(0)
            payments.record(self.db, self.desk, PaymentDraft(new_form_key(), sale_id, rupiah, PaidIn.BANK), day)

    @staticmethod
    def _is_sold(key: StockKey, level: Level, board: PriceBoard) -> bool:
        good = next(each for each in board.materials if each.id == key.material_id)
        clean = key.place_id == Place.WAREHOUSE and key.condition is Condition.CLEAN
        return clean and good.unit is Unit.KILOGRAM and level.grams >= _LEAST_GRAMS

    def _take_away(self, day: date) -> None:
        grams = self._level(self.residue_id, Condition.MIXED).grams
        if grams:
            line = DisposalLineDraft(self.residue_id, grams, Condition.MIXED)
            draft = DisposalDraft(new_form_key(), "TPA Buluh", (line,), vehicle="M 8123 GB")
            disposals.record(self.db, self.desk, draft, day)

    def _level(self, material_id: int, condition: Condition = Condition.CLEAN) -> Level:
        with self.db.reading() as connection:
            return levels(connection).get(StockKey(Place.WAREHOUSE, material_id, condition), Level())


def begin_plant(db: Database, desk: Desk, chance: random.Random, day: date) -> SamplePlant:
    """Note the sources, the buyers and the goods of the plant."""
    mixed_id, compost_id, residue_id = (
        add_material(db, MaterialDraft(code, name, Unit.KILOGRAM, DlhCategory.OTHER, sipsn))
        for code, name, sipsn in (
            ("CMP1", "Sampah campur", SipsnCategory.OTHER),
            ("KMP1", "Kompos", SipsnCategory.FOOD),
            ("RSD1", "Residu", SipsnCategory.OTHER),
        )
    )
    key = PriceKey(compost_id, PriceSide.SELL, Condition.CLEAN, None)
    set_prices(db, [PriceDraft(key, _COMPOST_RUPIAH)], day, desk.staff_id)
    sources = (
        loads.add_source(db, SourceDraft("TPS3R Pejagan", SourceKind.TPS3R, SourceClass.HOUSEHOLD)),
        loads.add_source(db, SourceDraft("Pasar Ki Lemah Duwur", SourceKind.MARKET, SourceClass.MARKET)),
    )
    bought = (
        buyers.add(db, BuyerDraft("UD Makmur Jaya", phone="0812-0000-0001", address="Socah")),
        buyers.add(db, BuyerDraft("Pengepul Haji Sholeh", phone="0812-0000-0002", address="Burneh")),
        buyers.add(db, BuyerDraft("PT Plastik Nusantara", BuyerKind.FACTORY, address="Gresik")),
    )
    goods = {material.code: material.id for material in price_board(db, day).materials}
    return SamplePlant(db, desk, chance, mixed_id, compost_id, residue_id, sources, bought, goods)
