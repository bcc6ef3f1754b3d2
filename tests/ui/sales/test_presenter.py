"""The form of a sale against the act: the same amounts, the same costs, nothing lost in sharing."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from daurulang.errors import BadNumber
from daurulang.ledger.model import Place
from daurulang.materials.model import DlhCategory, SipsnCategory
from daurulang.materials.queries import Material, PriceBoard
from daurulang.plant_errors import DueBeforeSale, NoGoods, PaidTooMuch
from daurulang.quantities import Condition, Unit
from daurulang.sales.goods import GoodsToSell
from daurulang.sales.service import SaleLineDraft, amounts_of
from daurulang.stock.queries import Level
from daurulang.stock.service import part_of
from daurulang.stock_errors import StockTooLow
from ui.sales.presenter import Paid, SaleForm
from ui.stock.form import StoreOfNow

DAY = date(2026, 11, 21)
UNITS = dict(enumerate(Unit, 1))


def goods(material_id: int, quantity: int, rupiah: int) -> GoodsToSell:
    unit = UNITS[material_id]
    good = Material(
        *(material_id, f"B{material_id}", f"Bahan {material_id}", unit, None),
        *(DlhCategory.OTHER, SipsnCategory.OTHER, "package", True),
    )
    measure = {Unit.KILOGRAM: "grams", Unit.PIECE: "pieces", Unit.LITRE: "millilitres"}[unit]
    return GoodsToSell(good, Condition.CLEAN, Level(**{measure: quantity, "rupiah": rupiah}), 4_000)


def form_of(*there: GoodsToSell) -> SaleForm:
    form = SaleForm(DAY)
    form.take_store(StoreOfNow(Place.WAREHOUSE, (), there, PriceBoard(DAY, (), {}, {})))
    return form


amounts = st.integers(1, 10**6)
stores = st.tuples(*(st.builds(goods, st.just(each), amounts, st.integers(0, 10**8)) for each in UNITS))
lines = st.lists(
    st.builds(SaleLineDraft, st.sampled_from(list(UNITS)), amounts, st.integers(0, 10**5)), min_size=1, max_size=8
)


@given(stores, lines, st.none() | st.integers(0, 10**9))
def test_amounts_and_costs_are_those_of_the_act(
    there: tuple[GoodsToSell, ...], wanted: list[SaleLineDraft], agreed: int | None
) -> None:
    form = form_of(*there)
    form.is_agreed, form.agreed_rupiah = agreed is not None, agreed
    for each in wanted:
        form.put(each)
    shown = form.shown()
    left = {each.material.id: each.there for each in there}
    for line in shown:
        unit, here = line.goods.material.unit, left[line.draft.material_id]
        assert line.short == max(0, line.draft.quantity - here.of(unit))
        if line.short:
            return  # the act refuses it
        part = part_of(here, unit, line.draft.quantity, None)
        assert line.cost_rupiah == part.rupiah
        left[line.draft.material_id] = here - part
    draft = form._draft(0)
    assert [line.amount_rupiah for line in shown] == amounts_of(
        draft, {each.material.id: each.material for each in there}
    )
    totals = form.totals()
    assert totals.rupiah == sum(line.amount_rupiah for line in shown)
    assert agreed is None or totals.rupiah == agreed


@given(st.integers(1, 10**6), st.none() | st.integers(0, 10**10), st.sampled_from(Paid))
def test_what_is_paid_and_what_is_owed_make_the_total(quantity: int, paid: int | None, how: Paid) -> None:
    form = form_of(goods(1, 10**6, 0))
    form.put(SaleLineDraft(1, quantity, 4_000))
    form.paid, form.paid_rupiah = how, paid
    total = form.totals().rupiah
    assert form.paid_now_rupiah() + form.rest_rupiah() == total
    if form.rest_rupiah() < 0:
        with pytest.raises(PaidTooMuch):
            form.ready()
    else:
        assert form.ready().rupiah == total


def test_what_saving_would_refuse_is_not_read_back() -> None:
    form = form_of(goods(1, 1_000, 0))
    with pytest.raises(NoGoods):
        form.ready()
    form.put(SaleLineDraft(1, 600, 4_000))
    form.put(SaleLineDraft(1, 600, 4_000))
    with pytest.raises(StockTooLow) as short:
        form.ready()
    assert short.value.there == 400
    form.remove(2)
    form.paid, form.due_day = Paid.LATER, date(2026, 11, 20)
    with pytest.raises(DueBeforeSale):
        form.ready()
    form.due_day, form.is_agreed = None, True
    with pytest.raises(BadNumber):
        form.ready()
