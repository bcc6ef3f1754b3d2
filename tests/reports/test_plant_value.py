"""The plant's part of the economic value, against figures that are added up by hand and rows read with bare SQL."""

from datetime import timedelta

import pytest
import sqlalchemy as sa

from daurulang import periods
from daurulang.centre.model import FactorSet
from daurulang.centre.queries import Centre
from daurulang.centre.service import change_centre
from daurulang.corrections.service import ReversalDraft, reverse
from daurulang.loads.model import SourceKind
from daurulang.materials.model import DlhCategory
from daurulang.periods import Period, Zone
from daurulang.processing.model import BatchKind
from daurulang.reports.economic_value import economic_value
from daurulang.reports.mass_flow import GroupFlow
from daurulang.reports.plant_value import BuyerShare, PlantValue, ProcessShare, SourceShare
from daurulang.sales import service as sales
from daurulang.sales.service import SaleDraft, SaleLineDraft
from tests.book import Book, new_key
from tests.plant import Plant, worked_plant
from tests.stocktakes.test_service import bring

TODAY = periods.today(Zone.WIB)
YESTERDAY = TODAY - timedelta(days=1)
BOTH = Period(YESTERDAY, TODAY)


@pytest.fixture
def plant(book: Book) -> Plant:
    return worked_plant(book)


def value_of(plant: Plant, period: Period = BOTH) -> PlantValue:
    found = economic_value(plant.book.db, period).plant
    assert found is not None
    return found


def test_loads_are_told_by_source_and_volumes_apart(plant: Plant) -> None:
    assert value_of(plant).sources == (SourceShare("TPS3R Pejagan", SourceKind.TPS3R, 2, 70_000, 30_000, 100, 8_000),)
    assert value_of(plant, Period(TODAY, TODAY)).sources == (
        SourceShare("TPS3R Pejagan", SourceKind.TPS3R, 1, 30_000, 30_000, 100, 0),
    )


def test_sales_stand_by_material_and_by_buyer_with_their_margin(plant: Plant) -> None:
    found = value_of(plant)
    pet, flakes = found.sold
    assert (pet.name, pet.grams, pet.rupiah, pet.cost_rupiah, pet.margin_rupiah) == (
        *("PET botol", 60_000, 240_000, 186_000),
        54_000,
    )
    # 8.000 for 70 kg of which 50 went in: 5.714, all of it on 20 kg of flakes, a quarter of which was sold.
    assert (flakes.grams, flakes.rupiah, flakes.cost_rupiah) == (5_000, 45_000, 1_428)
    assert found.buyers == (BuyerShare("UD Makmur", 2, 65_000, 285_000, 187_428),)
    assert found.profit.expenses_rupiah == 20_000
    assert found.profit.margin_rupiah == 285_000 - 187_428
    assert found.headline.surplus_rupiah == found.profit.surplus_rupiah


def test_in_is_out_to_the_gram(plant: Plant) -> None:
    balance = value_of(plant).balance
    assert balance.balances
    assert balance.total == GroupFlow(
        None,
        residents=100_000,
        hauled=70_000,
        sold=65_000,
        landfill=15_000,
        lost=5_000,
        stock_change=85_000,
    )
    plastic, other = balance.groups
    assert plastic == GroupFlow(DlhCategory.RIGID_PLASTIC, residents=100_000, sold=60_000, stock_change=40_000)
    assert (other.hauled, other.made, other.lost) == (70_000, 0, 5_000)
    assert value_of(plant).processes == (ProcessShare(BatchKind.SORT, 1, 50_000, 20_000, 25_000, 5_000, 0, 0),)
    (product,) = value_of(plant).products
    assert (product.name, product.grams) == ("Cacahan PET", 20_000)


def test_what_is_diverted_is_what_came_less_what_was_buried(plant: Plant) -> None:
    found = value_of(plant)
    assert found.diverted_grams == 170_000 - 15_000
    assert found.diverted_litres == 348  # 155 kg at 445 kg/m³


def test_it_is_told_as_a_part_of_what_the_regency_generates(plant: Plant) -> None:
    assert (value_of(plant).generated_grams, value_of(plant).diverted_millipercent) == (0, 0)
    said = Centre("RDU Bangkalan", generation_tonnes=36_500, generation_source="SIPSN 2025")
    change_centre(plant.book.db, said)
    whole = TODAY.replace(month=12, day=31) - TODAY.replace(month=1, day=1)
    year = Period(YESTERDAY, TODAY)
    found = value_of(plant, year)
    days = (TODAY - YESTERDAY).days + 1
    assert found.generated_grams == 36_500 * 10**6 * days // (whole.days + 1)
    assert found.diverted_millipercent == (100_000 * 155_000 * 2 + found.generated_grams) // (2 * found.generated_grams)
    assert found.generated_source == "SIPSN 2025"


def test_what_has_no_factor_is_told_and_the_set_can_be_changed(plant: Plant) -> None:
    found = value_of(plant).impact
    assert (found.set_title, found.grams_co2e) == ("DEFRA/DESNZ 2025", 60 * 1_654)
    assert [(each.name, each.grams) for each in found.without_factor] == [("Cacahan PET", 5_000)]
    change_centre(plant.book.db, Centre("RDU Bangkalan", factor_set=FactorSet.WARM_V16))
    found = value_of(plant).impact
    assert (found.set_title, found.grams_co2e) == ("EPA WARM v16", 60 * 1_164)


def test_sold_goods_without_a_weight_are_told_and_not_counted(plant: Plant) -> None:
    bring(plant.book, (plant.book.bottle_id, 30))
    line = SaleLineDraft(plant.book.bottle_id, 30, 500)
    sales.record(plant.book.db, plant.book.desk, SaleDraft(new_key(), plant.buyer_id, (line,), 15_000, 15_000))
    found = value_of(plant).impact
    assert [(each.name, each.grams) for each in found.without_factor] == [("Cacahan PET", 5_000), ("Botol kecap", 0)]
    assert found.grams_co2e == 60 * 1_654


def test_the_stock_has_its_cost_and_its_worth(plant: Plant) -> None:
    found = value_of(plant)
    pet = next(each for each in found.stock if each.name == "PET botol")
    assert (pet.quantity, pet.cost_rupiah, pet.worth_rupiah, pet.unpriced) == (40_000, 124_000, 200_000, False)
    residue = next(each for each in found.stock if each.name == "Residu")
    assert (residue.quantity, residue.worth_rupiah, residue.unpriced) == (10_000, 0, True)
    assert sum(each.grams for each in found.stock) == 85_000
    before = value_of(plant, Period(YESTERDAY, YESTERDAY))
    assert sum(each.grams for each in before.stock) == 140_000


def test_money_stands_beside_what_is_owed(plant: Plant) -> None:
    found = value_of(plant)
    assert found.cash_rupiah == 285_000 - 8_000 - 20_000
    assert found.owed_rupiah == 0
    plant.sale(plant.book.pet_id, 10_000, 4_000, paid_rupiah=15_000)
    assert value_of(plant).owed_rupiah == 25_000
    assert value_of(plant, Period(YESTERDAY, YESTERDAY)).cash_rupiah == -8_000


def test_what_is_taken_back_is_gone_everywhere(plant: Plant) -> None:
    db, desk = plant.book.db, plant.book.desk
    before = value_of(plant)
    wrong = [plant.sale(plant.book.pet_id, 1_000, 4_000), plant.load(9_000), plant.batch(4_000, 2_000, 1_000)]
    assert value_of(plant) != before
    for entry_id in reversed(wrong):
        reverse(db, desk, ReversalDraft(new_key(), entry_id, "salah timbang dan salah tulis", desk.staff_id))
    assert value_of(plant) == before


def test_periods_are_compared(plant: Plant) -> None:
    before = economic_value(plant.book.db, Period(TODAY, TODAY)).before.plant
    assert before == value_of(plant, Period(YESTERDAY, YESTERDAY)).headline
    assert before.diverted_grams == 140_000


def test_figures_are_what_bare_statements_say(plant: Plant) -> None:
    found = value_of(plant)
    with plant.book.db.reading() as connection:

        def ask(statement: str) -> int:
            return int(connection.execute(sa.text(statement)).scalar_one())

        assert found.balance.total.sold == ask("SELECT sum(grams) FROM mass_transfer WHERE to_place_id = 7")
        assert found.balance.total.landfill == ask("SELECT sum(grams) FROM mass_transfer WHERE to_place_id = 8")
        assert found.profit.sales_rupiah == ask("SELECT sum(total_rupiah) FROM sale")
        assert sum(each.rupiah for each in found.sold) == ask("SELECT sum(amount_rupiah) FROM sale_line")
        assert sum(each.cost_rupiah for each in found.stock) == ask(
            "SELECT (SELECT sum(rupiah) FROM money_transfer WHERE debit_account_id = 1)"
            " - (SELECT sum(rupiah) FROM money_transfer WHERE credit_account_id = 1)"
        )
