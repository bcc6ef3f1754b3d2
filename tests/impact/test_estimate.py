"""The estimate loses no gram: what has no factor is told."""

from hypothesis import given
from hypothesis import strategies as st

from daurulang.centre.model import FactorSet
from daurulang.impact.estimate import Goods, estimate, landfill_litres
from daurulang.impact.factors import factor_table
from daurulang.materials.model import Substance

goods = st.lists(
    st.builds(
        Goods,
        st.text("AB", min_size=1, max_size=3),
        st.just("Barang"),
        st.none() | st.sampled_from(Substance),
        st.integers(-(10**9), 10**12),
    )
)


@given(goods, st.sampled_from(FactorSet))
def test_every_gram_is_counted_or_told(some: list[Goods], code: FactorSet) -> None:
    table = factor_table(code)
    found = estimate(some, table)
    assert found.grams + found.grams_without_factor == sum(each.grams for each in some)
    assert found.set_title == table.title
    for each in found.by_substance:
        exact = sum(good.grams for good in some if good.substance is each.substance) * each.grams_co2e_per_kg
        assert abs(each.grams_co2e * 1000 - exact) <= 500
    for good in found.without_factor:
        assert good.substance not in table.grams_co2e_per_kg or not good.grams
    told = {good.code for good in found.without_factor}
    assert all(good.code in told for good in some if not good.grams)


def test_a_tonne_of_pet_by_either_set() -> None:
    pet = [Goods("PL01", "Botol PET", Substance.PET, 1_000_000)]
    by_defra = estimate(pet, factor_table(FactorSet.DEFRA_2025))
    assert (by_defra.set_title, by_defra.grams_co2e) == ("DEFRA/DESNZ 2025", 1_654_000)
    by_warm = estimate(pet, factor_table(FactorSet.WARM_V16))
    assert (by_warm.set_title, by_warm.grams_co2e) == ("EPA WARM v16", 1_164_000)


def test_what_is_taken_back_takes_off_what_it_had_added() -> None:
    table = factor_table(FactorSet.DEFRA_2025)
    there, back = (estimate([Goods("A", "A", Substance.GLASS, grams)], table).grams_co2e for grams in (1500, -1500))
    assert there == -back == 876


def test_the_landfill_is_spared_a_cubic_metre_by_445_kilograms() -> None:
    assert landfill_litres(445_000) == 1000
    assert landfill_litres(1_000_000) == 2247
    assert landfill_litres(-445) == -1
