"""Loads come in by weight or by volume, paid or not, and lie in the store."""

from dataclasses import replace

import pytest
import sqlalchemy as sa

from daurulang.errors import AlreadyTaken, FieldMissing, FieldTooLong, UnknownMaterial
from daurulang.ledger.model import AccountKind
from daurulang.loads import service as loads
from daurulang.loads.model import LoadPayment, Measured, SourceKind, load_line
from daurulang.loads.service import LoadDraft, LoadLineDraft, SourceDraft
from daurulang.members.model import SourceClass
from daurulang.plant_errors import GoodsRefused, NameUnknown, NoGoods, PaymentMissing
from daurulang.quantities import Condition
from daurulang.stock.queries import Level
from tests.book import Book, new_key
from tests.plant import balances, set_up_plant


def test_a_load_by_weight_and_one_by_volume_lie_in_the_store(book: Book) -> None:
    plant = set_up_plant(book)
    lines = (
        LoadLineDraft(plant.mixed_id, 3_250_000, 2_000_000),
        LoadLineDraft(plant.mixed_id, volume_litres=6_000, density_grams_per_litre=200, amount_rupiah=60_000),
    )
    draft = LoadDraft(new_key(), plant.source_id, lines, LoadPayment.BANK, vehicle="m 8123 gb")
    first = loads.record(book.db, book.desk, draft)
    assert loads.record(book.db, book.desk, draft) == first
    assert plant.level(plant.mixed_id, Condition.MIXED) == Level(2_450_000, rupiah=60_000)
    assert balances(book) == {AccountKind.INVENTORY: 60_000, AccountKind.BANK: -60_000}
    with book.db.reading() as connection:
        query = sa.select(load_line.c.measured, load_line.c.grams).order_by(load_line.c.position)
        assert [tuple(row) for row in connection.execute(query)] == [
            (Measured.WEIGHT, 1_250_000),
            (Measured.VOLUME, 1_200_000),
        ]


@pytest.mark.parametrize(
    "line, problem",
    [
        (LoadLineDraft(0, 5000, 5000), "tare_too_large"),
        (LoadLineDraft(0), "nothing"),
        (LoadLineDraft(0, volume_litres=6000), "nothing"),
        (LoadLineDraft(0, 5000, volume_litres=6000, density_grams_per_litre=200), "nothing"),
        (LoadLineDraft(0, 5000, -1), "negative"),
        (LoadLineDraft(0, 2_000_000_000), "too_much"),
        (LoadLineDraft(0, 10**30, 10**30 - 5), "too_much"),
    ],
)
def test_what_cannot_be_is_refused(book: Book, line: LoadLineDraft, problem: str) -> None:
    plant = set_up_plant(book)
    draft = LoadDraft(new_key(), plant.source_id, (replace(line, material_id=plant.mixed_id),))
    with pytest.raises(GoodsRefused) as refused:
        loads.record(book.db, book.desk, draft)
    assert (refused.value.position, refused.value.problem) == (1, problem)


def test_what_is_missing_is_refused(book: Book) -> None:
    plant = set_up_plant(book)
    line = LoadLineDraft(plant.mixed_id, 5000)
    whole = LoadDraft(new_key(), plant.source_id, (line,))
    for draft, error in (
        (replace(whole, lines=()), NoGoods),
        (replace(whole, payment=LoadPayment.CASH), PaymentMissing),
        (replace(whole, lines=(replace(line, amount_rupiah=5),)), PaymentMissing),
        (replace(whole, source_id=99), NameUnknown),
        (replace(whole, place_id=99), NameUnknown),
        (replace(whole, lines=(replace(line, material_id=99),)), UnknownMaterial),
        (replace(whole, lines=(replace(line, material_id=book.bottle_id),)), GoodsRefused),
        (replace(whole, vehicle="x" * 21), FieldTooLong),
    ):
        with pytest.raises(error):
            loads.record(book.db, book.desk, draft)
    assert balances(book) == {}


def test_sources_have_names_of_their_own_and_can_be_left(book: Book) -> None:
    plant = set_up_plant(book)
    draft = SourceDraft("tps3r  pejagan", SourceKind.TPS3R, SourceClass.MARKET)
    with pytest.raises(AlreadyTaken):
        loads.add_source(book.db, draft)
    with pytest.raises(FieldMissing):
        loads.add_source(book.db, replace(draft, name=" "))
    loads.change_source(book.db, plant.source_id, draft, active=False)
    with pytest.raises(NameUnknown):
        plant.load(1000)
