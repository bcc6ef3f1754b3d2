"""Goods leave and come at the same moment: nobody waits for each other in a ring, and nothing leaves twice."""

import threading

from daurulang.disposals import service as disposals
from daurulang.disposals.service import DisposalDraft, DisposalLineDraft
from daurulang.errors import UserError
from daurulang.ledger.model import AccountKind
from daurulang.stock.queries import levels
from daurulang.stock_errors import StockTooLow
from tests.book import Book, new_key
from tests.plant import balances, stock_value


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

    threads = [threading.Thread(target=each) for each in (leaving, leaving, coming, coming)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    with book.db.reading() as connection:
        (left,) = levels(connection).values()
    assert left.grams == 20_000 + 12 * 500 - (12 - len(refused)) * 3_000
    assert left.grams >= 0
    assert balances(book)[AccountKind.INVENTORY] == stock_value(book) == left.rupiah
