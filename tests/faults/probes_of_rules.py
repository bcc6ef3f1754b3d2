"""The probes of the rules that each have their own: CHECKs, UNIQUEs and the guards with a condition."""

from tests.faults.probes import Probe, insert, with_row
from tests.faults.probes_of_the_plant import OF_THE_PLANT

LONG = "'" + "x" * 201 + "'"
NO_HASH = f"'{'0' * 64}'"

CHECKS: dict[str, Probe] = {
    "ck_cash_closing_counted": with_row("cash_closing", counted_rupiah="-1", reason="'kurang'"),
    "ck_cash_closing_reason": with_row("cash_closing", counted_rupiah="1"),
    "ck_cash_count_counted": with_row("cash_count", counted_rupiah="-1"),
    "ck_cash_movement_direction": with_row("cash_movement", direction="'up'"),
    "ck_cash_movement_other_side": with_row("cash_movement", other_side="'friend'"),
    "ck_cash_movement_rupiah": with_row("cash_movement", rupiah="0"),
    "ck_cash_movement_reason": with_row("cash_movement", reason="''"),
    "ck_cash_opening_counted": with_row("cash_opening", counted_rupiah="-1"),
    "ck_cash_opening_reason": with_row("cash_opening", reason=LONG),
    "ck_centre_zone": with_row("centre", zone="'UTC'"),
    "ck_centre_only_one": with_row("centre", id="2"),
    "ck_centre_name": with_row("centre", name="''"),
    "ck_counter_archive": with_row("counter", archive="2"),
    "ck_counter_code": with_row("counter", code="'123456789'"),
    "ck_counter_rule_debt_allowed": with_row("counter_rule", debt_allowed="2"),
    "ck_counter_rule_line_limit": with_row("counter_rule", line_limit_grams="0"),
    "ck_counter_rule_rupiah": with_row("counter_rule", minimum_payout_rupiah="-1"),
    "ck_day_closing_day": with_row("day_closing", day="'2026'"),
    "ck_debt_repayment_source": with_row("debt_repayment", source="'gold'"),
    "ck_debt_repayment_rupiah": with_row("debt_repayment", rupiah="0"),
    "ck_debt_repayment_debt_after": with_row("debt_repayment", debt_after_rupiah="-1"),
    "ck_debt_repayment_balance_after": with_row("debt_repayment", balance_after_rupiah="-1"),
    "ck_deposit_given": with_row("deposit", payment="'given'"),
    "ck_deposit_payment": with_row("deposit", payment="'later'"),
    "ck_deposit_balance_after": with_row("deposit", balance_after_rupiah="-1"),
    "ck_deposit_line_count": with_row("deposit", line_count="0"),
    "ck_deposit_rupiah": with_row("deposit", cash_rupiah="-1"),
    "ck_deposit_line_condition": with_row("deposit_line", condition="'old'"),
    "ck_deposit_line_grams": with_row("deposit_line", grams="9"),
    "ck_deposit_line_unit": with_row("deposit_line", unit="'ons'"),
    "ck_deposit_line_deduction_reason": with_row("deposit_line", gross="11", deduction="1"),
    "ck_deposit_line_net": with_row("deposit_line", gross="11"),
    "ck_deposit_line_position": with_row("deposit_line", position="0"),
    "ck_deposit_line_rupiah": with_row("deposit_line", amount_rupiah="-1"),
    "ck_deposit_line_not_negative": with_row("deposit_line", gross="9", tare="-1"),
    "ck_draft_kind": with_row("draft", kind="'letter'"),
    "ck_entry_day": with_row("entry", day="'2026-3-1'"),
    "ck_entry_mass_count": with_row("entry", mass_count="-1"),
    "ck_entry_money_count": with_row("entry", money_count="-1"),
    "ck_entry_sequence": with_row("entry", sequence="0", beside=["entry_follows_the_last"]),
    "ck_handwritten_slip_number": with_row("handwritten_slip", number="''"),
    "ck_handwritten_slip_day": with_row("handwritten_slip", day="'2026-3-9'"),
    "ck_imported_entry_row": with_row("imported_entry", row="0"),
    "ck_imported_entry_reference": with_row("imported_entry", reference=LONG),
    "ck_logo_image": with_row("logo", image="{large}"),
    "ck_mass_transfer_moves": with_row("mass_transfer", to_place_id="1"),
    "ck_mass_transfer_something": with_row("mass_transfer", grams="0"),
    "ck_mass_transfer_not_negative": with_row("mass_transfer", grams="9", pieces="-1"),
    "ck_mass_transfer_position": with_row("mass_transfer", position="0"),
    "ck_material_dlh_category": with_row("material", dlh_category="'gold'"),
    "ck_material_grams_per_unit": with_row("material", grams_per_unit="0"),
    "ck_material_sipsn_category": with_row("material", sipsn_category="'gold'"),
    "ck_material_unit": with_row("material", unit="'ons'"),
    "ck_material_active": with_row("material", active="2"),
    "ck_material_code": with_row("material", code="''"),
    "ck_material_name": with_row("material", name="''"),
    "ck_member_gender": with_row("member", gender="'x'"),
    "ck_member_kind": with_row("member", kind="'ghost'"),
    "ck_member_source_class": with_row("member", source_class="'moon'"),
    "ck_member_active": with_row("member", active="2"),
    "ck_member_name": with_row("member", name="''"),
    "ck_member_number": with_row("member", number="0"),
    "ck_member_class_name": with_row("member_class", name="''"),
    "ck_member_series_only_one": with_row("member_series", id="2"),
    "ck_money_transfer_two_accounts": with_row("money_transfer", credit_account_id="1"),
    "ck_money_transfer_position": with_row("money_transfer", position="0"),
    "ck_money_transfer_rupiah": with_row("money_transfer", rupiah="0"),
    "ck_month_closing_month": with_row("month_closing", last_day="'2018-02-28'"),
    "ck_month_closing_version": with_row("month_closing", version="0"),
    "ck_month_reopening_reason": with_row("month_reopening", reason="'salah'"),
    "ck_number_gap_hash": with_row("number_gap", hash="'x'"),
    "ck_number_gap_reason": with_row("number_gap", reason="'hilang'"),
    "ck_number_gap_sequences": with_row("number_gap", to_sequence="5"),
    "ck_opening_balance_before": with_row("opening_balance", balance_before_rupiah="-1"),
    "ck_opening_balance_after": with_row("opening_balance", balance_after_rupiah="-1"),
    "ck_payout_reference": with_row("payout", reference="'BRI'"),
    "ck_payout_method": with_row("payout", method="'gold'"),
    "ck_payout_balance_after": with_row("payout", balance_after_rupiah="-1"),
    "ck_payout_rupiah": with_row("payout", rupiah="0"),
    "ck_price_class_of_side": with_row("price", side="'sell'"),
    "ck_price_condition": with_row("price", condition="'old'"),
    "ck_price_side": with_row("price", side="'rent'", member_class_id="NULL"),
    "ck_price_rupiah": with_row("price", rupiah="-1"),
    "ck_print_job_state": with_row("print_job", state="'eaten'"),
    "ck_print_job_copy": with_row("print_job", copy="-1"),
    "ck_receipt_print_copy": with_row("receipt_print", copy="-1"),
    "ck_replacement_original": with_row("replacement", entry_id="901"),
    "ck_reversal_debt": with_row("reversal", debt_rupiah="-1"),
    "ck_reversal_original": with_row("reversal", original_id="905"),
    "ck_reversal_reason": with_row("reversal", reason="'salah'"),
    "ck_reversal_balance_after": with_row("reversal", balance_after_rupiah="-1"),
    "ck_staff_administrator": with_row("staff", administrator="2"),
    "ck_staff_active": with_row("staff", active="2"),
    "ck_staff_name": with_row("staff", name="''"),
    "ck_stocktake_is_opening": with_row("stocktake", is_opening="2"),
    "ck_stocktake_line_count": with_row("stocktake", line_count="0"),
    "ck_stocktake_reason": with_row("stocktake", reason="'kurang'"),
    "ck_stocktake_line_unit": with_row("stocktake_line", unit="'ons'"),
    "ck_stocktake_line_not_negative": with_row("stocktake_line", counted_grams="-1", reason="'kurang'"),
    "ck_stocktake_line_measure": with_row("stocktake_line", counted_pieces="1", reason="'lebih'"),
    "ck_stocktake_line_reason": with_row("stocktake_line", reason=LONG),
    "ck_stocktake_line_position": with_row("stocktake_line", position="0"),
    "ck_village_kind": with_row("village", kind="'kota'"),
}

UNIQUES: dict[str, Probe] = {
    "uq_cash_closing_opening_id": Probe((insert("cash_closing"), insert("cash_closing", entry_id="905"))),
    "uq_counter_cash_account_id": with_row("counter", cash_account_id="991"),
    "uq_counter_code": with_row("counter", code="'P1'"),
    "uq_day_closing_day": Probe(
        (insert("day_closing"), insert("day_closing", id="991", entry_id="912")), ("day_closing_follows_the_last",)
    ),
    "uq_deposit_line_entry_id_position": Probe((insert("deposit_line"), insert("deposit_line", id="991"))),
    "uq_entry_counter_id_sequence": with_row("entry", sequence="1", beside=["entry_follows_the_last"]),
    "uq_entry_form_key": with_row("entry", form_key="'blank 901'"),
    "uq_mass_transfer_entry_id_position": with_row("mass_transfer", entry_id="902"),
    "uq_material_code": with_row("material", code="'PL1'"),
    "uq_material_name": with_row("material", name="'Jelantah'"),
    "uq_member_number": with_row("member", number="1"),
    "uq_member_passbook_number": Probe(
        (insert("member"), insert("member", id="991", number="991", savings_account_id="993"))
    ),
    "uq_member_savings_account_id": Probe(
        (insert("member"), insert("member", id="991", number="991", passbook_number="'991'"))
    ),
    "uq_member_class_name": with_row("member_class", name="'Umum'"),
    "uq_money_transfer_entry_id_position": with_row("money_transfer", entry_id="902"),
    "uq_month_closing_month_version": with_row("month_closing", month="'2017-12'", last_day="'2017-12-31'"),
    "uq_number_gap_counter_id_from_sequence": Probe(
        (insert("number_gap"), insert("number_gap", id="991")), ("number_gap_follows_the_last",)
    ),
    "uq_place_code": with_row("place", code="'warehouse'"),
    "uq_receipt_print_entry_id_copy": Probe((insert("receipt_print"), insert("receipt_print", id="991"))),
    "uq_replacement_original_id": Probe((insert("replacement"), insert("replacement", entry_id="907"))),
    "uq_reversal_original_id": with_row("reversal", original_id="902"),
    "uq_stocktake_line_entry_id_material_id": Probe(
        (insert("stocktake_line"), insert("stocktake_line", id="991", position="2")), ("stocktake_line_is_counted",)
    ),
    "uq_stocktake_line_entry_id_position": Probe(
        (insert("stocktake_line"), insert("stocktake_line", id="991", material_id="2"))
    ),
    "uq_staff_name": with_row("staff", name="'Siti Aminah'"),
}

GUARDS: dict[str, Probe] = {
    "entry_follows_the_last": with_row("entry", sequence="5000"),
    "entry_is_of_an_open_month": with_row("entry", day="'2017-12-05'"),
    "entry_is_of_an_open_day": Probe((insert("day_closing"), insert("entry"))),
    "handwritten_slip_is_entered_once": Probe((insert("handwritten_slip"), insert("handwritten_slip", entry_id="903"))),
    "money_transfer_is_counted": with_row("money_transfer", position="2"),
    "mass_transfer_is_counted": with_row("mass_transfer", position="2"),
    "deposit_line_is_counted": with_row("deposit_line", position="2"),
    "savings_stay_above_zero": with_row(
        "money_transfer", debit_account_id="(SELECT savings_account_id FROM member WHERE id = 2)"
    ),
    "member_keeps_its_number": Probe(("UPDATE member SET number = 700 WHERE id = 2",)),
    "member_series_only_grows": Probe(("UPDATE member_series SET last_number = 1",)),
    "counter_keeps_its_code": Probe(("UPDATE counter SET code = 'Z' WHERE id = 1",)),
    "counter_stays_an_archive": Probe(("UPDATE counter SET archive = 1 WHERE id = 1",)),
    "one_cash_session_at_a_counter": with_row("cash_opening", counter_id="990"),
    "day_closing_follows_the_last": Probe(
        (insert("day_closing"), insert("day_closing", id="991", day="'2016-01-01'", entry_id="912"))
    ),
    "day_closing_has_its_entry": with_row("day_closing", entry_id="NULL"),
    "month_closing_has_its_entry": with_row("month_closing", entry_id="911"),
    "month_reopening_has_its_entry": with_row("month_reopening", entry_id="NULL"),
    "cash_closing_is_of_the_first_count": Probe(
        (insert("cash_count"), insert("cash_closing", counted_rupiah="5", reason="'lebih'"))
    ),
    "cash_count_is_of_an_open_session": Probe((insert("cash_closing"), insert("cash_count"))),
    "number_gap_follows_the_last": with_row("number_gap", from_sequence="4000"),
    "opening_count_comes_first": with_row("stocktake", is_opening="1"),
    "stocktake_line_is_counted": with_row("stocktake_line", position="2"),
    "stocktake_line_says_why": with_row("stocktake_line", counted_grams="4"),
    "replacement_follows_a_reversal": with_row("replacement", original_id="901"),
    "reversal_is_final": with_row("reversal", entry_id="907", original_id="906"),
}

# Foreign and primary keys whose plain probe would break another rule as well.
KEYS: dict[str, Probe] = {
    "fk_entry_counter_id": with_row("entry", counter_id="987654", sequence="1", previous_hash=NO_HASH),
    **{
        f"fk_{table}_entry_id": with_row(table, entry_id="987654", beside=[f"{table}_has_its_entry"])
        for table in ("day_closing", "month_closing", "month_reopening")
    },
    "pk_month_reopening": Probe((insert("month_reopening"), insert("month_reopening", entry_id="917"))),
    "fk_number_gap_counter_id": with_row("number_gap", counter_id="987654", from_sequence="1"),
    "fk_reversal_original_id": with_row("reversal", original_id="899"),
    "fk_replacement_original_id": with_row("replacement", original_id="899", beside=["replacement_follows_a_reversal"]),
    "pk_cash_opening": Probe((insert("cash_opening"), insert("cash_opening")), ("one_cash_session_at_a_counter",)),
    "pk_cash_closing": Probe(
        (insert("cash_closing"), insert("cash_opening"), insert("cash_closing", opening_id="901")),
    ),
    "pk_handwritten_slip": Probe((insert("handwritten_slip"), insert("handwritten_slip", number="'18'"))),
    "pk_replacement": Probe(
        (insert("replacement"), insert("replacement", original_id="903")), ("replacement_follows_a_reversal",)
    ),
    "pk_stocktake": Probe((insert("stocktake"), insert("stocktake")), ("fk_stocktake_line_entry_id",)),
    "pk_reversal": Probe((insert("reversal"), insert("reversal", original_id="900 - 899"))),
}

OWN = {**CHECKS, **UNIQUES, **GUARDS, **KEYS, **OF_THE_PLANT}
