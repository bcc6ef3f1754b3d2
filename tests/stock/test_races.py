"""Goods leave and come at the same moment: nobody waits for each other in a ring, and nothing leaves twice."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from datetime import date, timedelta
from pathlib import Path

from daurulang.corrections.service import ReversalDraft, reverse
from daurulang.disposals import service as disposals
from daurulang.disposals.service import DisposalDraft, DisposalLineDraft
from daurulang.errors import UserError
from daurulang.exchange import deposits
from daurulang.exchange.batches import undo
from daurulang.exchange.columns import ListKind
from daurulang.ledger.model import AccountKind
from daurulang.stock.queries import levels
from daurulang.stock_errors import GoodsGone, StockTooLow
from daurulang.verification.service import verify
from tests.book import Book, new_key
from tests.exchange.lists import preview_list, write_workbook
from tests.plant import balances, set_up_plant, stock_value

SERVED = 100


def run_together(*acts: Callable[[], None]) -> None:
    """Each in a thread of its own; what one of them meets is met here."""
    with ThreadPoolExecutor(len(acts)) as threads:
        for done in [threads.submit(act) for act in acts]:
            done.result()


def test_goods_come_while_others_leave(book: Book) -> None:
    book.deposit(grams=20_000)
    refused: list[UserError] = []

    def leaving() -> None:
        for _ in range(6):
            lines = (DisposalLineDraft(book.pet_id, 3_000),)
            try:
                disposals.record(book.db, book.desk, DisposalDraft(new_key(), "TPA Mekar", lines))
            except StockTooLow as error:
                refused.append(error)

    def coming() -> None:
        for _ in range(6):
            book.deposit(grams=500)

    run_together(leaving, leaving, coming, coming)
    with book.db.reading() as connection:
        (left,) = levels(connection).values()
    assert left.grams == 20_000 + 12 * 500 - (12 - len(refused)) * 3_000
    assert left.grams >= 0
    assert balances(book)[AccountKind.INVENTORY] == stock_value(book) == left.rupiah


def test_goods_are_sold_and_processed_while_what_brought_them_is_undone(book: Book) -> None:
    plant = set_up_plant(book)
    brought = [plant.load(3_000, 1_000 * number) for number in range(1, 9)]

    def often(act: Callable[[], object]) -> Callable[[], None]:
        def run() -> None:
            for _ in range(6):
                with suppress(StockTooLow, GoodsGone):
                    act()

        return run

    def take_back() -> None:
        draft = ReversalDraft(new_key(), brought.pop(), "salah timbang", book.desk.staff_id)
        reverse(book.db, book.desk, draft)

    run_together(
        *(often(take_back), often(lambda: plant.load(2_000, 5_000)), often(lambda: book.deposit(grams=500))),
        often(lambda: plant.batch(2_000, 1_500, 0)),
    )
    assert verify(book.db).problems == ()
    with book.db.reading() as connection:
        assert all(level.rupiah >= 0 and level.grams >= 0 for level in levels(connection).values())


def test_a_long_list_is_undone_while_its_members_are_served(book: Book, tmp_path: Path) -> None:
    """More acts than are undone at once: the members of the last ones are known from the first."""
    days = [date(2023, 1, 1) + timedelta(days=number) for number in range(600)]
    people = ["Nur Hayati"] * 500 + ["Moh. Ridwan"] * 100
    rows = [(day.isoformat(), who, "PET botol bening", 5, 15_500) for day, who in zip(days, people, strict=True)]
    path = write_workbook(tmp_path / "setoran.xlsx", [("Tanggal", "Nama", "Jenis", "Berat", "Total"), *rows])
    batch_id = deposits.take_in(book.db, preview_list(book.db, path, ListKind.DEPOSITS), book.desk.staff_id)

    def serve(member_id: int) -> Callable[[], None]:
        def run() -> None:
            for _ in range(SERVED):
                book.deposit(grams=500, member_id=member_id)

        return run

    run_together(lambda: undo(book.db, batch_id, book.desk.staff_id), serve(book.member_id), serve(book.other_id))
    assert verify(book.db).problems == ()
    with book.db.reading() as connection:
        assert sum(level.grams for level in levels(connection).values()) == 2 * SERVED * 500
