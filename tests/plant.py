"""What stands around the counter: a source of loads, a buyer, residue, and the acts from the gate to the buyer."""

from dataclasses import dataclass
from datetime import date, timedelta

import sqlalchemy as sa

from daurulang import periods
from daurulang.buyers import service as buyers
from daurulang.buyers.service import BuyerDraft
from daurulang.disposals import service as disposals
from daurulang.disposals.service import DisposalDraft, DisposalLineDraft
from daurulang.expenses import service as expenses
from daurulang.expenses.model import PaidFrom
from daurulang.expenses.service import ExpenseDraft
from daurulang.ledger.model import AccountKind, Place, account, money_transfer
from daurulang.loads import service as loads
from daurulang.loads.model import LoadPayment, SourceKind
from daurulang.loads.service import LoadDraft, LoadLineDraft, SourceDraft
from daurulang.materials.model import DlhCategory, PriceSide, SipsnCategory, Substance
from daurulang.materials.queries import PriceKey
from daurulang.materials.service import MaterialDraft, PriceDraft, add_material, change_material, set_prices
from daurulang.members.model import SourceClass
from daurulang.periods import Zone
from daurulang.processing import service as processing
from daurulang.processing.model import BatchKind, Side
from daurulang.processing.service import BatchDraft, BatchLineDraft
from daurulang.quantities import Condition, Unit, line_amount_rupiah
from daurulang.sales import service as sales
from daurulang.sales.service import SaleDraft, SaleLineDraft
from daurulang.stock.queries import Level, StockKey, levels
from tests.book import Book, new_key


@dataclass(frozen=True)
class Plant:
    """A book with mixed waste that is hauled in, flakes and residue that come out of it, a source and a buyer."""

    book: Book
    mixed_id: int
    flakes_id: int
    residue_id: int
    source_id: int
    buyer_id: int

    def load(self, grams: int, rupiah: int = 0, day: date | None = None) -> int:
        """Weigh in mixed waste, paid by the bank where it is paid."""
        line = LoadLineDraft(self.mixed_id, grams + 5000, 5000, amount_rupiah=rupiah)
        payment = LoadPayment.BANK if rupiah else LoadPayment.NONE
        draft = LoadDraft(new_key(), self.source_id, (line,), payment)
        return loads.record(self.book.db, self.book.desk, draft, day)

    def batch(self, into: int, flakes: int, residue: int) -> int:
        """Sort mixed waste (grams) to flakes and residue; the rest is lost."""
        lines = (
            BatchLineDraft(Side.INPUT, self.mixed_id, into, Condition.MIXED),
            *([BatchLineDraft(Side.OUTPUT, self.flakes_id, flakes)] if flakes else []),
            *([BatchLineDraft(Side.RESIDUE, self.residue_id, residue)] if residue else []),
        )
        draft = BatchDraft(new_key(), BatchKind.SORT, lines, confirmed_loss_grams=into - flakes - residue)
        return processing.record(self.book.db, self.book.desk, draft)

    def sale(self, material_id: int, grams: int, price_rupiah: int, paid_rupiah: int | None = None) -> int:
        """Sell clean goods by weight, paid at once unless something else is said."""
        total = line_amount_rupiah(grams, Unit.KILOGRAM, price_rupiah)
        line = SaleLineDraft(material_id, grams, price_rupiah)
        paid = total if paid_rupiah is None else paid_rupiah
        return sales.record(self.book.db, self.book.desk, SaleDraft(new_key(), self.buyer_id, (line,), total, paid))

    def level(self, material_id: int, condition: Condition = Condition.CLEAN) -> Level:
        """What lies in the first store."""
        with self.book.db.reading() as connection:
            return levels(connection).get(StockKey(Place.WAREHOUSE, material_id, condition), Level())


def set_up_plant(book: Book) -> Plant:
    """Add what the plant needs to a book."""

    def add(code: str, name: str) -> int:
        draft = MaterialDraft(code, name, Unit.KILOGRAM, DlhCategory.OTHER, SipsnCategory.OTHER)
        return add_material(book.db, draft)

    source = SourceDraft("TPS3R Pejagan", SourceKind.TPS3R, SourceClass.HOUSEHOLD)
    return Plant(
        book,
        add("CMP", "Sampah campur"),
        add("CCH", "Cacahan PET"),
        add("RSD", "Residu"),
        loads.add_source(book.db, source),
        buyers.add(book.db, BuyerDraft("UD Makmur", phone="0812", address="Surabaya")),
    )


def balances(book: Book) -> dict[AccountKind, int]:
    """Debits less credits of every kind of account, in rupiah; kinds that nothing moved are not there."""
    found: dict[AccountKind, int] = {}
    with book.db.reading() as connection:
        for side, sign in ((money_transfer.c.debit_account_id, 1), (money_transfer.c.credit_account_id, -1)):
            query = sa.select(account.c.kind, sa.func.sum(money_transfer.c.rupiah)).join(account, account.c.id == side)
            for kind, rupiah in connection.execute(query.group_by(account.c.kind)):
                found[kind] = found.get(kind, 0) + sign * int(rupiah)
    return {kind: rupiah for kind, rupiah in found.items() if rupiah}


def stock_value(book: Book) -> int:
    """What all goods in the stores had cost, in rupiah."""
    with book.db.reading() as connection:
        return sum(level.rupiah for level in levels(connection).values())


def worked_plant(book: Book) -> Plant:
    """Deposits, loads by weight and by volume, a batch, sales to two buyers, residue to the landfill, an expense."""
    yesterday = periods.today(Zone.WIB) - timedelta(days=1)
    plant = set_up_plant(book)
    change_material(
        book.db,
        book.pet_id,
        MaterialDraft(
            *("PL1", "PET botol", Unit.KILOGRAM, DlhCategory.RIGID_PLASTIC, SipsnCategory.PLASTIC),
            substance=Substance.PET,
        ),
    )
    set_prices(
        book.db,
        [PriceDraft(PriceKey(book.pet_id, PriceSide.SELL, Condition.CLEAN, None), 5_000)],
        date(2020, 1, 1),
        book.desk.staff_id,
    )
    book.deposit(grams=100_000, day=yesterday)
    plant.load(40_000, 8_000, yesterday)
    line = LoadLineDraft(plant.mixed_id, volume_litres=100, density_grams_per_litre=300)
    loads.record(book.db, book.desk, LoadDraft(new_key(), plant.source_id, (line,), LoadPayment.NONE))
    plant.batch(50_000, 20_000, 25_000)
    plant.sale(book.pet_id, 60_000, 4_000)
    plant.sale(plant.flakes_id, 5_000, 9_000)
    away = DisposalDraft(new_key(), "TPA Buluh", (DisposalLineDraft(plant.residue_id, 15_000),))
    disposals.record(book.db, book.desk, away)
    expenses.record(book.db, book.desk, ExpenseDraft(new_key(), 3, 20_000, "solar", PaidFrom.BANK))
    return plant
