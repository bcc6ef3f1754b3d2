"""What the environment office, the index of innovation and the public get, against the plant's own figures."""

import uuid
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from daurulang import periods
from daurulang.centre.queries import Centre
from daurulang.centre.service import change_centre
from daurulang.corrections.service import ReversalDraft, reverse
from daurulang.deposits import service as deposits
from daurulang.deposits.model import Payment
from daurulang.deposits.service import DepositDraft, LineDraft
from daurulang.ledger.form_key import new_form_key
from daurulang.materials.model import DlhCategory, SipsnCategory
from daurulang.members.model import SourceClass
from daurulang.members.service import MemberDraft, register
from daurulang.periods import Period, Zone, month_of
from daurulang.receipts.model import receipt_print
from daurulang.reports.across import Across, attendance, brought, member_rows, names_of_keys
from daurulang.reports.evidence import LONGEST_SECONDS, ServiceTime, evidence_of, service_seconds, service_time
from daurulang.reports.office import office_months, sipsn
from daurulang.reports.open_data import LEAST_MEMBERS, Part, open_data, suppressed
from tests.book import BOTTLE_RUPIAH, OIL_RUPIAH, PET_RUPIAH, Book, new_key
from tests.plant import Plant, worked_plant

TODAY = periods.today(Zone.WIB)
BOTH = Period(TODAY - timedelta(days=1), TODAY)


@pytest.fixture
def plant(book: Book) -> Plant:
    return worked_plant(book)


def test_the_eight_categories_are_what_is_managed(plant: Plant) -> None:
    with plant.book.db.reading() as connection:
        found = office_months(connection, BOTH)
    assert sum(each.residents_grams for each in found) == 100_000
    assert sum(each.hauled_grams for each in found) == 70_000
    assert sum(each.landfill_grams for each in found) == 15_000
    for each in found:
        assert set(each.managed) == set(DlhCategory)
        assert each.managed_grams == each.into_grams - each.landfill_grams
    assert sum(each.managed[DlhCategory.RIGID_PLASTIC] for each in found) == 100_000
    assert sum(each.managed[DlhCategory.OTHER] for each in found) == 55_000


def test_sipsn_has_nine_compositions_and_seven_sources(plant: Plant) -> None:
    with plant.book.db.reading() as connection:
        found = sipsn(connection, BOTH)
    assert (len(found.composition), len(found.sources)) == (9, 7)
    assert found.composition[SipsnCategory.PLASTIC] == 100_000
    assert found.composition[SipsnCategory.OTHER] == 70_000
    assert found.sources[SourceClass.HOUSEHOLD] == 170_000
    assert sum(found.composition.values()) == sum(found.sources.values()) == found.managed_grams == 170_000
    assert (found.reduced_grams, found.handled_grams) == (100_000, 70_000)
    assert (found.recycled_grams, found.raw_material_grams) == (65_000, 0)


def test_the_waste_of_the_regency_is_that_of_the_days(plant: Plant) -> None:
    change_centre(plant.book.db, Centre("RDU Bangkalan", generation_tonnes=1_000))
    with plant.book.db.reading() as connection:
        assert sipsn(connection, Period(date(2025, 1, 1), date(2025, 12, 31))).generated_grams == 10**9
        assert sipsn(connection, Period(date(2025, 7, 2), date(2026, 7, 1))).generated_grams == (
            10**9 * 183 // 365 + 10**9 * 182 // 365
        )
        of_the_month, until_today = (
            sipsn(connection, Period(TODAY.replace(day=1), last)).generated_grams
            for last in (month_of(TODAY).last, TODAY)
        )
        assert of_the_month == until_today


def test_what_is_brought_stands_across_anything(plant: Plant) -> None:
    with plant.book.db.reading() as connection:
        for across in Across:
            cells = brought(connection, BOTH, across)
            assert sum(cell.grams for cell in cells) == 100_000, across
            assert sum(cell.rupiah for cell in cells) == 310_000, across
        names = names_of_keys(connection, Across.MEMBER, {str(plant.book.member_id)})
    assert list(names.values()) == ["A-00001 Nur Hayati"]


def test_members_open_where_the_day_before_closed(plant: Plant) -> None:
    plant.book.payout(50_000)
    with plant.book.db.reading() as connection:
        (both,) = [each for each in member_rows(connection, BOTH) if each.in_rupiah]
        (today,) = [each for each in member_rows(connection, Period(TODAY, TODAY)) if each.out_rupiah]
    assert (both.opening_rupiah, both.in_rupiah, both.out_rupiah, both.closing_rupiah) == (0, 310_000, 50_000, 260_000)
    assert (today.opening_rupiah, today.in_rupiah, today.closing_rupiah) == (310_000, 0, 260_000)
    assert (both.deposits, both.grams) == (1, 100_000)


def test_the_list_of_those_present_leaves_out_what_was_taken_back(plant: Plant) -> None:
    with plant.book.db.reading() as connection:
        (present,) = attendance(connection, BOTH)
    assert (present.day, present.name, present.grams, present.rupiah) == (BOTH.first, "Nur Hayati", 100_000, 310_000)


# --- evidence ----------------------------------------------------------------------------------------------------


def test_service_is_timed_from_the_forms_key_to_its_first_print(book: Book) -> None:
    line = LineDraft(book.pet_id, 10_000)
    draft = DepositDraft(new_form_key(), book.member_id, (line,), Payment.SAVINGS, 10 * PET_RUPIAH)
    entry_id = deposits.record(book.db, book.desk, draft)
    with book.db.transaction() as connection:
        opened_ms = uuid.UUID(draft.form_key).int >> 80
        printed = {"entry_id": entry_id, "copy": 0, "at_ms": opened_ms + 42_900, "staff_id": 1}
        connection.execute(receipt_print.insert(), printed)
    with book.db.reading() as connection:
        found = evidence_of(connection, month_of(TODAY))
    assert found.service == ServiceTime(1, 42, 42)
    assert (found.members, found.months[0].deposits, found.months[0].grams) == (1, 1, 10_000)
    assert (found.by_village[0].women, found.by_village[0].men) == (1, 0)


def test_a_form_left_open_and_an_older_key_tell_nothing() -> None:
    with periods.clock_at(1_800_000_000_000):
        key = new_form_key()
    assert service_seconds(key, 1_800_000_061_999) == 61
    assert service_seconds(key, 1_800_000_000_000 + (LONGEST_SECONDS + 1) * 1000) is None
    assert service_seconds(str(uuid.uuid4()), 1_800_000_061_999) is None
    assert service_seconds("bench-1", 1_800_000_061_999) is None


@given(st.lists(st.integers(0, LONGEST_SECONDS), min_size=1))
def test_half_are_served_within_the_median_and_nine_of_ten_within_the_decile(seconds: list[int]) -> None:
    found = service_time(seconds)
    assert found is not None
    assert 2 * sum(each <= found.median for each in seconds) >= len(seconds)
    assert 10 * sum(each <= found.p90 for each in seconds) >= 9 * len(seconds)
    assert found.median in seconds
    assert found.p90 in seconds


# --- open data ---------------------------------------------------------------------------------------------------

brought_by = st.dictionaries(st.sampled_from("abcdefgh"), st.frozensets(st.integers(0, 14), min_size=1))


@given(st.dictionaries(st.sampled_from(["2026-01", "2026-02"]), brought_by))
def test_no_small_part_can_be_taken_from_the_rest(months: dict[str, dict[str, frozenset[int]]]) -> None:
    """The month's sum less what is shown is that of everybody behind the hidden parts, who may be the same few."""
    parts = [Part(month, key, len(who), 1, 1, 1) for month, own in months.items() for key, who in own.items()]
    everybody = {month: len(frozenset[int]().union(*own.values())) for month, own in months.items()}
    found = suppressed(parts, everybody)
    assert [(part.month, part.key) for part in found] == [(part.month, part.key) for part in parts]
    for month, own in months.items():
        hidden = {part.key for part in found if part.month == month and part.suppressed}
        assert hidden >= {key for key, who in own.items() if len(who) < LEAST_MEMBERS}
        if hidden and hidden < set(own):
            assert len(hidden) > 1
            assert len(frozenset[int]().union(*(own[key] for key in hidden))) >= LEAST_MEMBERS


@given(st.lists(st.integers(0, 12), max_size=8))
def test_no_more_is_hidden_than_must_be_where_nobody_is_in_two_parts(counts: list[int]) -> None:
    parts = [Part("2026-01", str(place), count, 1, 1, 1) for place, count in enumerate(counts)]
    hidden = [part.members for part in suppressed(parts, {"2026-01": sum(counts)}) if part.suppressed]
    small = [count for count in counts if count < LEAST_MEMBERS]
    enough = len(small) > 1 and sum(small) >= LEAST_MEMBERS
    if not small or enough:
        assert sorted(hidden) == sorted(small)


def test_what_the_same_few_members_brought_cannot_be_told_from_the_sum(book: Book) -> None:
    """Ten members bring plastic, three of them glass and oil: plastic and the sum would tell of the three."""
    for number in range(2 * LEAST_MEMBERS):
        member_id = register(book.db, MemberDraft(f"Warga {number}"))
        book.deposit(grams=1_000, member_id=member_id)
        if number < 3:
            lines = (LineDraft(book.bottle_id, 10), LineDraft(book.oil_id, 1_000))
            total = 10 * BOTTLE_RUPIAH + OIL_RUPIAH
            deposits.record(book.db, book.desk, DepositDraft(new_key(), member_id, lines, Payment.SAVINGS, total))
    with book.db.reading() as connection:
        found = open_data(connection, month_of(TODAY))
    assert [part.members for part in found.by_category if part.key != "rigid_plastic"] == [3, 3]
    assert all(part.suppressed for part in found.by_category)


def test_a_lone_correction_of_an_earlier_month_is_not_published(book: Book) -> None:
    earlier = month_of(TODAY).day_before
    entry_id = book.deposit(grams=10_000, day=earlier)
    reverse(book.db, book.desk, ReversalDraft(new_key(), entry_id, "salah menimbang kemarin", book.desk.staff_id))
    with book.db.reading() as connection:
        found = open_data(connection, month_of(TODAY))
    assert [flow.residents_grams for flow in found.flows] == [None]


def test_figures_of_few_members_are_not_published(book: Book) -> None:
    book.deposit(grams=10_000)
    with book.db.reading() as connection:
        found = open_data(connection, month_of(TODAY))
    assert all(part.suppressed for part in (*found.by_category, *found.by_village))
    (flow,) = found.flows
    assert (flow.residents_grams, flow.stock_change_grams) == (None, None)


def test_figures_of_many_are(book: Book) -> None:
    members = [register(book.db, MemberDraft(f"Warga {number}")) for number in range(LEAST_MEMBERS)]
    for member_id in members:
        book.deposit(grams=1_000, member_id=member_id)
    with book.db.reading() as connection:
        found = open_data(connection, month_of(TODAY))
    (plastic,) = found.by_category
    assert (plastic.key, plastic.members, plastic.deposits, plastic.grams) == ("rigid_plastic", 5, 5, 5_000)
    assert not plastic.suppressed
    assert found.flows[0].residents_grams == found.flows[0].stock_change_grams == 5_000
    assert found.period.last >= date(2026, 1, 1)


def test_before_and_after_are_months_in_which_somebody_came(book: Book) -> None:
    """In April something was only taken back: that is no last month."""
    first = book.deposit(grams=1_000, day=date(2026, 1, 10))
    for month in (2, 3):
        book.deposit(grams=2_000, day=date(2026, month, 10))
    reverse(book.db, book.desk, ReversalDraft(new_key(), first, "salah anggota", book.desk.staff_id), date(2026, 4, 2))
    with book.db.reading() as connection:
        both = evidence_of(connection, Period(date(2026, 2, 1), date(2026, 4, 30))).first_and_last
    assert both is not None
    assert [each.month for each in both] == [month_of(date(2026, 2, 1)), month_of(date(2026, 3, 1))]
