"""A sale whose paper was written on another day."""

from datetime import timedelta

import pytest
from PySide6.QtCore import Qt

from daurulang.materials.model import PriceSide
from daurulang.materials.queries import PriceKey
from daurulang.materials.service import PriceDraft, set_prices
from daurulang.quantities import Condition
from daurulang.sales.queries import sales
from tests.plant import Plant, set_up_plant
from tests.ui.desk import Desk
from tests.ui.sales.test_screen import begin, save

KEY = Qt.Key
ALT = Qt.KeyboardModifier.AltModifier


@pytest.fixture
def plant(desk: Desk) -> Plant:
    plant = set_up_plant(desk.book)
    desk.book.deposit(grams=10_000, day=desk.session.today() - timedelta(days=1))
    return plant


def test_a_sale_of_another_day_is_priced_and_due_from_that_day(desk: Desk, plant: Plant) -> None:
    today = desk.session.today()
    yesterday = today - timedelta(days=1)
    price = PriceDraft(PriceKey(desk.book.pet_id, PriceSide.SELL, Condition.CLEAN, None), 4_500)
    set_prices(desk.book.db, [price], today, desk.book.desk.staff_id)
    begin(desk)
    desk.press(KEY.Key_K, ALT)
    desk.type(f"{yesterday:%d/%m/%Y}\n")
    desk.settle()
    desk.type("pet\n2\n")
    assert desk.sale.row.price.text() == "4.000"
    desk.type("\n")
    desk.press(KEY.Key_3, ALT)
    desk.type("+3\n")
    save(desk)
    save(desk)
    (row,) = sales(desk.book.db)
    assert (row.day, row.due_day, row.total_rupiah) == (yesterday, yesterday + timedelta(days=3), 8_000)
