"""The probes of the plant's rules: loads, batches, the landfill, sales and their payments, expenses, stores."""

from collections.abc import Iterator

from tests.faults.probes import Probe, insert, with_row

_LONG = {"word": "'" + "x" * 31 + "'", "note": "'" + "x" * 201 + "'", "name": "'" + "x" * 81 + "'"}

# Of each table the checks that one changed column breaks, and how.
_ONE_COLUMN = """
batch_cost_by: cost_by='luck'
batch_effort: labour_minutes=-1
batch_grams: loss_grams=2
batch_kind: kind='cook'
batch_line_condition: condition='old'
batch_line_cost: side='residue'
batch_line_count: line_count=1
batch_line_grams: grams=9
batch_line_position: position=0
batch_line_side: side='lost'
batch_line_unit: unit='ons'
batch_note: note={note}
batch_rupiah: written_off_rupiah=6
buyer_active: active=2
buyer_kind: kind='friend'
buyer_name: name=''
buyer_payment_outstanding_after: outstanding_after_rupiah=-1
buyer_payment_paid_in: paid_in='gold'
buyer_payment_reference: reference={name}
buyer_payment_rupiah: rupiah=0
buyer_words: phone={word}
centre_factor_set: factor_set='moon'
centre_generation_source: generation_source={name}
centre_generation_tonnes: generation_tonnes=-1
disposal_destination: destination=''
disposal_grams: grams=-1
disposal_line_condition: condition='old'
disposal_line_cost: cost_rupiah=-1
disposal_line_count: line_count=0
disposal_line_grams: grams=9
disposal_line_position: position=0
disposal_line_unit: unit='ons'
disposal_words: note={note}
disposal_written_off: written_off_rupiah=-1
expense_category_active: active=2
expense_category_name: name=''
expense_paid_from: paid_from='friend'
expense_rupiah: rupiah=0
expense_words: note=''
load_line_amount: amount_rupiah=-1
load_line_condition: condition='old'
load_line_count: line_count=0
load_line_position: position=0
load_line_weight: grams=7
load_payment: payment='gold'
load_source_active: active=2
load_source_kind: kind='moon'
load_source_name: name=''
load_source_source_class: source_class='moon'
load_total: total_rupiah=5
load_words: vehicle={word}
mass_transfer_cost: cost_rupiah=-1
mass_transfer_from_condition: from_condition='old'
mass_transfer_to_condition: to_condition='old'
material_substance: substance='gold'
sale_due_day: due_day='2026'
sale_line_condition: condition='old'
sale_line_count: line_count=0
sale_line_difference: buyer_quantity=9
sale_line_grams: grams=9
sale_line_position: position=0
sale_line_rupiah: cost_rupiah=-1
sale_line_unit: unit='ons'
sale_paid_in: paid_in='gold'
sale_priced: priced='luck'
sale_rupiah: paid_rupiah=6
sale_words: vehicle={word}
stocktake_line_condition: condition='old'
store_active: active=2
store_name: name=''
"""
_TABLES = (
    *("batch_line", "batch", "buyer_payment", "buyer", "centre", "disposal_line", "disposal", "expense_category"),
    *("expense", "load_line", "load_source", "load", "mass_transfer", "material", "sale_line", "sale"),
    *("stocktake_line", "store"),
)
_HEADS = ("load", "batch", "disposal", "sale")


def _checks() -> Iterator[tuple[str, Probe]]:
    for line in _ONE_COLUMN.strip().splitlines():
        name, _, change = line.partition(": ")
        column, _, value = change.partition("=")
        # What a head and its lines both begin with is of the head where only that has the column.
        table = next(each for each in _TABLES if name.startswith(f"{each}_") and column in _columns(each))
        yield f"ck_{name}", with_row(table, **{column: value.format(**_LONG)})


def _columns(table: str) -> set[str]:
    from tests.faults.probes import ROWS

    more = {
        "centre": {"factor_set", "generation_tonnes", "generation_source"},
        "material": {"substance"},
        "stocktake_line": {"condition"},
    }
    more["mass_transfer"] = {"from_condition", "to_condition", "cost_rupiah"}
    return set(ROWS[table]) | more.get(table, set())


def _twice(table: str, **changes: str) -> Probe:
    """A row, and another one that shares what must be there once."""
    return Probe((insert(table), insert(table, **changes)))


CHECKS: dict[str, Probe] = {
    **dict(_checks()),
    "ck_batch_line_quantity": with_row("batch_line", quantity="0", grams="0"),
    "ck_disposal_line_quantity": with_row("disposal_line", quantity="0", grams="0"),
    "ck_sale_line_quantity": with_row("sale_line", quantity="0", grams="0", buyer_quantity="0"),
    "ck_load_line_grams": with_row("load_line", gross_grams="4", grams="0"),
    "ck_load_line_measured": with_row("load_line", measured="'guess'"),
    "ck_load_line_volume": with_row("load_line", measured="'volume'"),
}
UNIQUES: dict[str, Probe] = {
    **{f"uq_{head}_line_entry_id_position": _twice(f"{head}_line", id="991") for head in _HEADS},
    **{f"uq_{table}_name": with_row(table, name="'S'") for table in ("buyer", "load_source", "expense_category")},
    "uq_store_name": with_row("store", name="'S'"),
    "uq_buyer_receivable_account_id": with_row("buyer", receivable_account_id="993"),
    "uq_expense_category_account_id": with_row("expense_category", account_id="993"),
    "uq_stocktake_line_entry_id_material_id_condition": Probe(
        (insert("stocktake_line"), insert("stocktake_line", id="991", position="2")), ("stocktake_line_is_counted",)
    ),
}
GUARDS: dict[str, Probe] = {
    **{f"{head}_line_is_counted": with_row(f"{head}_line", position="3") for head in _HEADS},
    "payments_are_reversed_before_their_sale": Probe(
        (insert("buyer_payment"), insert("reversal", entry_id="908", original_id="907"))
    ),
}
# What points at a table has nothing to point at once its primary key is gone.
_POINTING_AT_A_STORE = (
    *("fk_load_place_id", "fk_batch_from_place_id", "fk_batch_to_place_id"),
    *("fk_disposal_place_id", "fk_sale_place_id"),
)
KEYS: dict[str, Probe] = {
    **{
        f"pk_{head}": Probe((insert(head), insert(head)), (f"fk_{head}_line_entry_id",))
        for head in ("load", "batch", "disposal")
    },
    "pk_sale": Probe((insert("sale"), insert("sale")), ("fk_sale_line_entry_id", "fk_buyer_payment_sale_id")),
    "pk_store": Probe((insert("store"), insert("store", name="'Q'")), _POINTING_AT_A_STORE),
}
OF_THE_PLANT = {**CHECKS, **UNIQUES, **GUARDS, **KEYS}
