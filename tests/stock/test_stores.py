"""Opening a store, calling it otherwise and laying it aside."""

import pytest

from daurulang.errors import AlreadyTaken, FieldMissing
from daurulang.ledger.model import Place
from daurulang.loads.service import LoadDraft, LoadLineDraft, record
from daurulang.plant_errors import NameUnknown
from daurulang.stock.queries import Store, all_stores
from daurulang.stock.service import add_store, change_store
from daurulang.stock_errors import StoreInUse
from tests.book import Book, new_key
from tests.plant import set_up_plant


def test_a_store_is_opened_called_otherwise_and_laid_aside(book: Book) -> None:
    place_id = add_store(book.db, " Gudang  RDF ")
    change_store(book.db, place_id, "Hanggar RDF", active=True)
    assert all_stores(book.db) == (Store(2, "Gudang", active=True), Store(place_id, "Hanggar RDF", active=True))
    change_store(book.db, place_id, "Hanggar RDF", active=False)
    assert not all_stores(book.db)[1].active
    change_store(book.db, place_id, "Hanggar RDF", active=True)
    with pytest.raises(AlreadyTaken):
        change_store(book.db, place_id, "gudang", active=True)
    with pytest.raises(FieldMissing):
        change_store(book.db, place_id, " ", active=True)
    with pytest.raises(NameUnknown):
        change_store(book.db, Place.LANDFILL, "TPA", active=True)


def test_a_store_stays_in_use_while_goods_lie_there_or_come_there(book: Book) -> None:
    plant = set_up_plant(book)
    place_id = add_store(book.db, "Gudang RDF")
    line = LoadLineDraft(plant.mixed_id, 5_000)
    record(book.db, book.desk, LoadDraft(new_key(), plant.source_id, (line,), place_id=place_id))
    with pytest.raises(StoreInUse) as caught:
        change_store(book.db, place_id, "Gudang RDF", active=False)
    assert not caught.value.is_first
    with pytest.raises(StoreInUse) as caught:
        change_store(book.db, Place.WAREHOUSE, "Gudang", active=False)
    assert caught.value.is_first
    change_store(book.db, Place.WAREHOUSE, "Gudang utama", active=True)
