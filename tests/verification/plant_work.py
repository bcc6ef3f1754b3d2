"""A book in which everything from the gate to the buyer was done once, honestly."""

from pathlib import Path

from daurulang.cash.service import ClosingDraft, OpeningDraft, close_session, open_session
from daurulang.corrections.service import ReversalDraft, reverse
from daurulang.disposals import service as disposals
from daurulang.disposals.service import DisposalDraft, DisposalLineDraft
from daurulang.expenses import service as expenses
from daurulang.expenses.model import PaidFrom
from daurulang.expenses.service import ExpenseDraft
from daurulang.loads import service as loads
from daurulang.loads.model import LoadPayment
from daurulang.loads.service import LoadDraft, LoadLineDraft
from daurulang.migrations.opening import open_book
from daurulang.processing import service as processing
from daurulang.processing.model import BatchKind, CostBy, Side
from daurulang.processing.service import BatchDraft, BatchLineDraft
from daurulang.quantities import Condition
from daurulang.sales import payments
from daurulang.sales import service as sales
from daurulang.sales.model import PaidIn
from daurulang.sales.payments import PaymentDraft
from daurulang.sales.service import SaleDraft, SaleLineDraft
from daurulang.stock.service import add_store
from tests.book import Book, new_key, set_up_book
from tests.plant import Plant, set_up_plant

ENTRIES = 23
"""The comments beside the acts are their numbers."""


def prepare(place: str | Path) -> None:
    """Do the work in a new book."""
    db = open_book(place)
    work(set_up_plant(set_up_book(db)))
    db.close()


def work(plant: Plant) -> None:
    """From the gate to the landfill, then what is sold, spent and carried about; something of each kind is undone."""
    book = plant.book
    open_session(book.db, book.desk, OpeningDraft(new_key(), 100_000))  # 1
    close_session(book.db, book.desk, ClosingDraft(new_key(), ((100_000, 1),)))  # 2
    open_session(book.db, book.desk, OpeningDraft(new_key(), 100_000))  # 3
    book.deposit(grams=10_000)  # 4
    lines = (
        LoadLineDraft(plant.mixed_id, 14_000, 5_000, amount_rupiah=900),
        LoadLineDraft(plant.mixed_id, volume_litres=10, density_grams_per_litre=100, condition=Condition.WET),
    )
    loads.record(book.db, book.desk, LoadDraft(new_key(), plant.source_id, lines, LoadPayment.CASH))  # 5
    plant.batch(8_000, 4_000, 3_000)  # 6
    plant.batch(1_000, 0, 1_000)  # 7: nothing came out of it, what it had cost is written off
    gone = (DisposalLineDraft(plant.residue_id, 4_000), DisposalLineDraft(book.pet_id, 1_000))
    disposals.record(book.db, book.desk, DisposalDraft(new_key(), "TPA Buluh", gone))  # 8
    _sell(plant)
    _spend(book)
    _carry(plant)
    _undo(book, plant.load(5_000, 70))  # 21, 22
    book.payout(10_000)  # 23


def _sell(plant: Plant) -> None:
    book = plant.book
    lines = (
        SaleLineDraft(book.pet_id, 4_000, 4_500, buyer_quantity=3_900, difference_reason="basah"),
        SaleLineDraft(plant.flakes_id, 2_000, 9_000),
    )
    draft = SaleDraft(new_key(), plant.buyer_id, lines, 17_550 + 18_000, 3_550)
    sold = sales.record(book.db, book.desk, draft)  # 9
    _undo(book, payments.record(book.db, book.desk, PaymentDraft(new_key(), sold, 5_000)))  # 10, 11
    payments.record(book.db, book.desk, PaymentDraft(new_key(), sold, 8_000, PaidIn.BANK))  # 12
    both = (SaleLineDraft(book.pet_id, 1_000, 4_000), SaleLineDraft(plant.flakes_id, 1_000, 6_000))
    agreed = SaleDraft(new_key(), plant.buyer_id, both, 20_001, 20_001, PaidIn.BANK, agreed_rupiah=20_001)
    sales.record(book.db, book.desk, agreed)  # 13


def _spend(book: Book) -> None:
    _undo(book, expenses.record(book.db, book.desk, ExpenseDraft(new_key(), 1, 900, "upah sortir")))  # 14, 15
    expenses.record(book.db, book.desk, ExpenseDraft(new_key(), 3, 2_000, "solar", PaidFrom.BANK))  # 16
    expenses.record(book.db, book.desk, ExpenseDraft(new_key(), 2, 700, "listrik", PaidFrom.OWNER))  # 17


def _carry(plant: Plant) -> None:
    book = plant.book
    other = add_store(book.db, "Gudang dua")
    moved = (BatchLineDraft(Side.INPUT, book.pet_id, 500), BatchLineDraft(Side.INPUT, book.pet_id, 333))
    processing.record(book.db, book.desk, BatchDraft(new_key(), BatchKind.MOVE, moved, to_place_id=other))  # 18
    pressed = (
        BatchLineDraft(Side.INPUT, book.pet_id, 833),
        BatchLineDraft(Side.OUTPUT, book.pet_id, 700, Condition.DIRTY),
        BatchLineDraft(Side.OUTPUT, plant.flakes_id, 200),
    )
    press = BatchDraft(new_key(), BatchKind.PRESS, pressed, other, other, confirmed_loss_grams=-67)
    processing.record(book.db, book.desk, press)  # 19: water came in
    sorted_out = (
        BatchLineDraft(Side.INPUT, plant.flakes_id, 200),
        BatchLineDraft(Side.OUTPUT, book.pet_id, 150),
        BatchLineDraft(Side.OUTPUT, book.pet_id, 50),
    )
    by_value = BatchDraft(new_key(), BatchKind.SORT, sorted_out, other, other, CostBy.VALUE)
    processing.record(book.db, book.desk, by_value)  # 20


def _undo(book: Book, entry_id: int) -> None:
    reverse(book.db, book.desk, ReversalDraft(new_key(), entry_id, "salah tulis angka", book.desk.staff_id))
