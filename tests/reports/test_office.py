"""What the environment office, the index of innovation and the public get, against the plant's own figures."""

import uuid
from collections.abc import Iterable
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from daurulang import periods
from daurulang.centre.queries import Centre
from daurulang.centre.service import change_centre
from daurulang.closings.queries import office_kept
from daurulang.closings.service import close_month
from daurulang.corrections.service import ReversalDraft, reverse
from daurulang.deposits import service as deposits
from daurulang.deposits.model import Payment
from daurulang.deposits.service import DepositDraft, LineDraft
from daurulang.ledger.form_key import new_form_key
from daurulang.materials.model import DlhCategory, SipsnCategory
from daurulang.materials.service import MaterialDraft, change_material
from daurulang.members.model import SourceClass
from daurulang.members.service import MemberDraft, change, register
from daurulang.periods import Period, Zone, month_code, month_of
from daurulang.processing import service as processing
from daurulang.processing.model import BatchKind, Side
from daurulang.processing.service import BatchDraft, BatchLineDraft
from daurulang.quantities import Condition, Unit
from daurulang.receipts.model import receipt_print
from daurulang.reports.across import Across, attendance, brought, member_rows, names_of_keys
from daurulang.reports.evidence import LONGEST_SECONDS, ServiceTime, evidence_of, service_seconds, service_time
from daurulang.reports.office import OfficeMonth, Sipsn, office_months, sipsn
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
        found = office_months(connection, BOTH, {})
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
        found = sipsn(connection, BOTH, {})
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
        assert sipsn(connection, Period(date(2025, 1, 1), date(2025, 12, 31)), {}).generated_grams == 10**9
        assert sipsn(connection, Period(date(2025, 7, 2), date(2026, 7, 1)), {}).generated_grams == (
            10**9 * 183 // 365 + 10**9 * 182 // 365
        )
        of_the_month, until_today = (
            sipsn(connection, Period(TODAY.replace(day=1), last), {}).generated_grams
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


def test_what_is_taken_back_stands_in_the_column_of_what_it_was(book: Book) -> None:
    """In a later month less came in; within a month neither the act nor its correction is there."""
    january, february = month_of(date(2026, 1, 1)), month_of(date(2026, 2, 1))

    def undo(entry_id: int, day: date) -> None:
        reverse(book.db, book.desk, ReversalDraft(new_key(), entry_id, "salah anggota", book.desk.staff_id), day)

    book.deposit(grams=10_000, day=january.first)
    wrong = [book.deposit(grams=1_000, day=january.first) for _ in range(2)]
    paid = [book.payout(5_000, day=january.first) for _ in range(2)]
    for entry_id in (wrong[0], paid[0]):
        undo(entry_id, january.last)
    for entry_id in (wrong[1], paid[1]):
        undo(entry_id, february.first)
    with book.db.reading() as connection:
        rows = [
            [(each.in_rupiah, each.out_rupiah, each.closing_rupiah) for each in member_rows(connection, period)]
            for period in (january, february, Period(january.first, february.last))
        ]
    ten, one = 10 * PET_RUPIAH, PET_RUPIAH
    assert rows == [[(ten + one, 5_000, ten + one - 5_000)], [(-one, -5_000, ten)], [(ten, 0, ten)]]


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

brought_by = st.dictionaries(
    st.sampled_from("abcdefgh"),
    st.tuples(st.frozensets(st.integers(0, 14), min_size=1), st.frozensets(st.integers(0, 14))),
)


@given(brought_by)
def test_no_small_part_can_be_taken_from_the_rest(brought: dict[str, tuple[frozenset[int], frozenset[int]]]) -> None:
    """The month's sum less what is shown is that of everybody behind the hidden parts, who may be the same few; of its
    kilograms those whose goods were weighed.
    """
    everybody = {key: who for key, (who, _) in brought.items()}
    weighed = {key: who & more for key, (who, more) in brought.items()}

    def all_of(of: dict[str, frozenset[int]], keys: Iterable[str]) -> int:
        return len(frozenset[int]().union(*(of[key] for key in keys)))

    def part(key: str, keys: Iterable[str]) -> Part:
        both = all_of(everybody, keys), all_of(weighed, keys)
        return Part("2026-01", key, *both, 1, both[1], 1)

    found = suppressed([part(key, key) for key in everybody], part("", everybody))
    assert [part.key for part in found] == list(everybody)
    hidden = {part.key for part in found if part.suppressed}
    assert hidden >= {key for key, who in everybody.items() if len(who) < LEAST_MEMBERS}
    assert hidden >= {key for key, who in weighed.items() if 0 < len(who) < LEAST_MEMBERS}
    for of in (everybody, {key: who for key, who in weighed.items() if who}):
        behind = hidden & set(of)
        if behind and behind < set(of):
            assert len(behind) > 1
            assert all_of(of, behind) >= LEAST_MEMBERS


@given(st.lists(st.integers(0, 12), max_size=8))
def test_no_more_is_hidden_than_must_be_where_nobody_is_in_two_parts(counts: list[int]) -> None:
    parts = [Part("2026-01", str(place), count, count, 1, count, 1) for place, count in enumerate(counts)]
    everybody = Part("2026-01", "", sum(counts), sum(counts), 1, sum(counts), 1)
    hidden = [part.members for part in suppressed(parts, everybody) if part.suppressed]
    small = [count for count in counts if count < LEAST_MEMBERS]
    enough = len([count for count in small if count]) > 1 and sum(small) >= LEAST_MEMBERS
    if not small or enough:
        assert sorted(hidden) == sorted(small)


def test_goods_without_a_weight_hide_nobodys_kilograms(book: Book) -> None:
    """Three bring oil, which the sum less the plastic would tell: the ten with bottles do not hide them."""
    for number in range(2 * LEAST_MEMBERS):
        member_id = register(book.db, MemberDraft(f"Warga {number}"))
        book.deposit(grams=1_000, member_id=member_id)
        lines = [LineDraft(book.bottle_id, 10)] + [LineDraft(book.oil_id, 1_000)] * (number < 3)
        total = 10 * BOTTLE_RUPIAH + OIL_RUPIAH * (number < 3)
        deposits.record(book.db, book.desk, DepositDraft(new_key(), member_id, tuple(lines), Payment.SAVINGS, total))
    with book.db.reading() as connection:
        found = {part.key: part for part in open_data(connection, month_of(TODAY)).by_category}
    assert sorted((part.members, part.weighed_members) for part in found.values()) == [(3, 3), (10, 0), (10, 10)]
    assert found["rigid_plastic"].suppressed


def test_a_month_is_the_same_in_every_package(book: Book) -> None:
    """Undone in the next month: a package of both months tells of each what that month's own package told."""
    members = [register(book.db, MemberDraft(f"Warga {number}")) for number in range(LEAST_MEMBERS + 1)]
    first, second = (Period(date(2026, month, 1), month_of(date(2026, month, 1)).last) for month in (2, 3))
    entries = [book.deposit(grams=1_000, member_id=member_id, day=first.first) for member_id in members]
    for member_id in members:
        book.deposit(grams=2_000, member_id=member_id, day=second.first)
    reverse(book.db, book.desk, ReversalDraft(new_key(), entries[0], "salah anggota", book.desk.staff_id), second.last)
    with book.db.reading() as connection:
        both = open_data(connection, Period(first.first.replace(day=9), second.last.replace(day=20)))
        alone = [open_data(connection, month) for month in (first, second)]
    assert both.period == Period(first.first, second.last)
    assert both.by_category == (*alone[0].by_category, *alone[1].by_category)
    assert both.by_village == (*alone[0].by_village, *alone[1].by_village)
    assert both.flows == (*alone[0].flows, *alone[1].flows)


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


def test_months_to_come_have_no_open_data(book: Book) -> None:
    with book.db.reading() as connection:
        found = open_data(connection, Period(TODAY, TODAY + timedelta(days=100)))
        to_come = open_data(connection, Period(TODAY + timedelta(days=100), TODAY + timedelta(days=110)))
    assert [flow.month for flow in found.flows] == [month_code(TODAY)]
    assert [flow.residents_grams for flow in to_come.flows] == [0]


def test_each_month_of_the_form_and_of_the_evidence_is_as_in_its_own(book: Book) -> None:
    """What a later month took back was there in the month that it was brought in."""
    january, february = month_of(date(2026, 1, 1)), month_of(date(2026, 2, 1))
    entry_id = book.deposit(grams=1_000, day=january.first)
    book.deposit(grams=3_000, member_id=book.other_id, day=february.first)
    reverse(book.db, book.desk, ReversalDraft(new_key(), entry_id, "salah anggota", book.desk.staff_id), february.last)
    both = Period(january.first, february.last)
    with book.db.reading() as connection:
        assert office_months(connection, both, {}) == [
            *office_months(connection, january, {}),
            *office_months(connection, february, {}),
        ]
        found = evidence_of(connection, both).months
        assert found == (*evidence_of(connection, january).months, *evidence_of(connection, february).months)
    assert [(each.deposits, each.members, each.grams) for each in found] == [(1, 1, 1_000), (0, 1, 2_000)]


def test_compost_of_an_earlier_month_is_told_once(plant: Plant) -> None:
    book, made_on = plant.book, month_of(TODAY).first - timedelta(days=40)
    lines = (
        BatchLineDraft(Side.INPUT, plant.mixed_id, 10_000, Condition.MIXED),
        BatchLineDraft(Side.OUTPUT, plant.flakes_id, 6_000),
    )
    plant.load(20_000, day=made_on)
    draft = BatchDraft(new_key(), BatchKind.COMPOST, lines, confirmed_loss_grams=4_000)
    processing.record(book.db, book.desk, draft, made_on)
    with book.db.reading() as connection:
        earlier, now = sipsn(connection, month_of(made_on), {}), sipsn(connection, BOTH, {})
    assert (earlier.raw_material_grams, earlier.recycled_grams) == (6_000, 0)
    assert (now.raw_material_grams, now.recycled_grams) == (0, 60_000)  # and none of the 5 kg that were sold of it


def test_a_closed_month_goes_on_saying_what_was_sent_in(book: Book) -> None:
    last = month_of(TODAY).day_before
    month = month_of(last)
    book.deposit(grams=10_000, day=last)
    close_month(book.db, book.desk, month)

    def said() -> tuple[OfficeMonth, Sipsn, Sipsn]:
        with book.db.reading() as connection:
            kept = office_kept(connection, month)
            (form,) = office_months(connection, month, kept)
            return form, sipsn(connection, month, kept), sipsn(connection, Period(month.first, TODAY), kept)

    before = said()
    change_material(
        book.db,
        book.pet_id,
        MaterialDraft("PL1", "PET botol", Unit.KILOGRAM, DlhCategory.OTHER, SipsnCategory.OTHER),
    )
    change(book.db, book.member_id, MemberDraft("Nur Hayati", source_class=SourceClass.OFFICE))
    change_centre(book.db, Centre("RDU Bangkalan", generation_tonnes=1_000))
    after = said()
    assert after[:2] == before[:2]
    assert (before[0].managed[DlhCategory.RIGID_PLASTIC], before[1].sources[SourceClass.HOUSEHOLD]) == (10_000, 10_000)
    assert after[2].composition == before[2].composition


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
