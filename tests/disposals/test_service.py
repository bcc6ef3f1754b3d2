"""Residue leaves for the landfill; what it had cost is written off."""

from dataclasses import replace

import pytest

from daurulang.disposals import service as disposals
from daurulang.disposals.service import DisposalDraft, DisposalLineDraft
from daurulang.errors import FieldMissing
from daurulang.ledger.model import AccountKind
from daurulang.plant_errors import GoodsRefused, NoGoods
from daurulang.quantities import Condition
from daurulang.stock.queries import Level
from daurulang.stock_errors import StockTooLow
from tests.book import Book, new_key
from tests.plant import balances, set_up_plant


def test_what_is_taken_away_leaves_the_store_and_is_written_off(book: Book) -> None:
    plant = set_up_plant(book)
    plant.load(10_000, 5_000)
    line = DisposalLineDraft(plant.mixed_id, 4_000, Condition.MIXED)
    draft = DisposalDraft(new_key(), "TPA Buluh", (line,))
    first = disposals.record(book.db, book.desk, draft)
    assert disposals.record(book.db, book.desk, draft) == first
    assert plant.level(plant.mixed_id, Condition.MIXED) == Level(6_000, rupiah=3_000)
    assert balances(book) == {
        AccountKind.INVENTORY: 3_000,
        AccountKind.BANK: -5_000,
        AccountKind.STOCK_DIFFERENCE: 2_000,
    }
    for wrong, error in (
        (replace(draft, destination=" "), FieldMissing),
        (replace(draft, lines=()), NoGoods),
        (replace(draft, lines=(replace(line, quantity=0),)), GoodsRefused),
        (replace(draft, lines=(line, line)), StockTooLow),
    ):
        with pytest.raises(error):
            disposals.record(book.db, book.desk, replace(wrong, form_key=new_key()))
