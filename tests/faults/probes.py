"""One hostile statement for every constraint and every trigger: refused while it stands, taken once it is gone.

`ROWS` has a sound row for each table, in SQL, on top of `SETTING`; a probe changes it until it breaks one rule and no
other. Foreign keys, primary keys of documents, and rows that are kept and frozen are probed by themselves.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

Row = Mapping[str, str]

_LAST = "(SELECT {} FROM entry WHERE counter_id = 1 ORDER BY sequence DESC LIMIT 1)"
_ROWS = """
account: id=990, kind='savings'
account_kind: code='probe'
cash_count: id=990, opening_id=904, at_ms=1, staff_id=1, counted_rupiah=0, denominations='{}'
cash_closing: entry_id=903, opening_id=904, expected_rupiah=0, counted_rupiah=0, denominations='{}', reason=''
cash_movement: entry_id=901, direction='in', other_side='bank', rupiah=5, reason='modal'
cash_opening: entry_id=901, counter_id=1, expected_rupiah=0, counted_rupiah=0, reason=''
centre: id=1, name='P', address='', village_code='35.26.01.1003', phone='', zone='WIB', head_name='', head_title='',
    treasurer_name='', logo_hash='l'
counter: id=991, code='P2', name='P', cash_account_id=992, archive=0
counter_rule: id=990, valid_from='2026-01-01', minimum_payout_rupiah=0, minimum_balance_rupiah=0, line_limit_grams=5
day_closing: id=990, day='2026-03-10', at_ms=1, staff_id=1, report='{}', report_hash='x', entry_id=911
debt_repayment: entry_id=901, member_id=1, source='cash', rupiah=5, debt_after_rupiah=0, balance_after_rupiah=0
deposit: entry_id=901, member_id=1, member_class_id=1, village_code='35.26.01.1003', payment='savings',
    savings_rupiah=5, cash_rupiah=0, balance_after_rupiah=5, line_count=1
deposit_line: id=990, entry_id=902, position=1, material_id=1, code='P', name='P', condition='clean', unit='kg',
    gross=10, tare=0, deduction=0, deduction_reason='', net=10, grams=10, price_id=1, price_rupiah=1, amount_rupiah=1
draft: form_key='p', kind='deposit', counter_id=1, staff_id=1, at_ms=1, content='{}'
entry: id=990, counter_id=1, sequence={next}, form_key='probe', form_hash='x', kind='deposit', day='2026-03-10',
    at_ms=1, staff_id=1, member_id=1, money_count=1, mass_count=1, heading='{}', heading_hash='x', document_hash='x',
    previous_hash={head}, hash='990'
entry_kind: code='probe'
import_batch: id=992, kind='deposits', file_name='x', at_ms=1, staff_id=1, row_count=0
handwritten_slip: entry_id=901, number='17', day='2026-03-09'
imported_entry: entry_id=901, batch_id=990, row=1, reference=''
logo: hash='p', image={blob}
mass_transfer: id=990, entry_id=901, position=1, from_place_id=1, from_material_id=1, to_place_id=2, to_material_id=1,
    grams=5, pieces=0, millilitres=0
material: id=990, code='P', name='P', unit='pcs', grams_per_unit=5, icon='', dlh_category='other',
    sipsn_category='other', active=1, batch_id=990
material_alias: material_id=1, alias='probe'
member: id=990, number=990, name='P', kind='individual', gender='female', member_class_id=1, source_class='household',
    village_code='35.26.01.1003', hamlet='', rt='', rw='', phone='', passbook_number='990', joined='2026-01-01',
    active=1, savings_account_id=992, batch_id=990
member_class: id=990, name='P', batch_id=990
member_series: id=1, last_number=5
member_word: word='probe', member_id=1
money_transfer: id=990, entry_id=901, position=1, debit_account_id=1, credit_account_id=2, rupiah=5
month_closing: id=990, month='2018-01', version=1, last_day='2018-01-31', at_ms=1, staff_id=1, report='{}',
    report_hash='x', entry_id=913
month_reopening: closing_id=991, at_ms=1, staff_id=1, reason='salah cetak', entry_id=916
number_gap: id=990, counter_id=1, from_sequence={next}, to_sequence=5000, at_ms=1, reason='dipulihkan',
    hash='0000000000000000000000000000000000000000000000000000000000000000'
opening_balance: entry_id=901, member_id=1, balance_before_rupiah=0, balance_after_rupiah=5
payout: entry_id=901, member_id=1, method='cash', reference='', rupiah=5, balance_after_rupiah=5
place: id=990, code='probe'
price: id=990, material_id=1, side='buy', condition='clean', member_class_id=1, valid_from='2026-01-01', rupiah=5,
    reason='', at_ms=1, staff_id=1, batch_id=990
print_job: id=990, entry_id=901, counter_id=1, copy=0, state='waiting', at_ms=1, staff_id=1, problem=''
receipt_print: id=990, entry_id=901, copy=0, at_ms=1, staff_id=1
replacement: entry_id=905, original_id=902
reversal: entry_id=903, original_id=901, reason='salah timbang', approver_id=1, balance_after_rupiah=5
staff: id=990, name='P', pin_hash='x', active=1, administrator=0
stocktake: entry_id=901, place_id=2, is_opening=0, line_count=1, reason='hitung akhir bulan'
stocktake_line: id=990, entry_id=908, position=1, material_id=1, code='P', name='P', unit='kg', expected_grams=5,
    expected_pieces=0, expected_millilitres=0, counted_grams=5, counted_pieces=0, counted_millilitres=0, reason=''
load_source: id=990, name='P', kind='tps3r', source_class='household', village_code='35.26.01.1003', active=1
load: entry_id=901, source_id=980, place_id=2, vehicle='', payment='none', total_rupiah=0, line_count=1, note=''
load_line: id=990, entry_id=907, position=1, material_id=1, code='P', name='P', condition='mixed', measured='weight',
    gross_grams=10, tare_grams=4, volume_litres=0, density_grams_per_litre=0, grams=6, amount_rupiah=0
batch: entry_id=901, kind='sort', from_place_id=2, to_place_id=2, cost_by='weight', input_grams=10, output_grams=6,
    residue_grams=3, loss_grams=1, cost_rupiah=5, written_off_rupiah=0, labour_minutes=0, fuel_millilitres=0,
    line_count=2, note=''
batch_line: id=990, entry_id=907, position=1, material_id=1, code='P', name='P', condition='mixed', side='input',
    unit='kg', quantity=10, grams=10, cost_rupiah=5
disposal: entry_id=901, place_id=2, destination='TPA', vehicle='', grams=5, written_off_rupiah=0, line_count=1, note=''
disposal_line: id=990, entry_id=907, position=1, material_id=1, code='P', name='P', condition='mixed', unit='kg',
    quantity=10, grams=10, cost_rupiah=5
buyer: id=990, name='P', kind='collector', phone='', address='', receivable_account_id=992, active=1
sale: entry_id=901, buyer_id=980, place_id=2, priced='lines', total_rupiah=5, paid_rupiah=5, paid_in='cash',
    due_day='2026-04-01', vehicle='', line_count=1, note=''
sale_line: id=990, entry_id=907, position=1, material_id=1, code='P', name='P', condition='clean', unit='kg',
    quantity=10, grams=10, buyer_quantity=10, difference_reason='', price_rupiah=1, amount_rupiah=1, cost_rupiah=1
buyer_payment: entry_id=901, buyer_id=980, sale_id=907, paid_in='cash', rupiah=5, outstanding_after_rupiah=0,
    reference=''
expense_category: id=990, name='P', account_id=992, active=1
expense: entry_id=901, category_id=980, paid_from='cash', rupiah=5, reference='', note='solar'
store: place_id=989, name='P', active=1
village: code='99', kind='desa', name='P', district_code='9', district='P'
"""


def _rows() -> dict[str, Row]:
    found: dict[str, Row] = {}
    for line in _ROWS.replace("\n    ", " ").strip().splitlines():
        table, _, pairs = line.partition(": ")
        row = dict(pair.split("=", 1) for pair in pairs.split(", "))
        row = {name: value.replace("{next}", _LAST.format("sequence + 1")) for name, value in row.items()}
        found[table] = {name: value.replace("{head}", _LAST.format("hash")) for name, value in row.items()}
    return found


ROWS = _rows()

# Tables that hold one row: it makes room for the probe.
ROOM_FIRST = ("centre", "member_series")


@dataclass(frozen=True, slots=True)
class Probe:
    """The last statement is hostile; those before it are sound. `beside` names guards that would refuse it as well and
    are taken away for both halves of the trial.
    """

    statements: tuple[str, ...]
    beside: tuple[str, ...] = ()


def insert(table: str, **changes: str) -> str:
    """A row for a table, sound but for the changes."""
    row = {**ROWS[table], **changes}
    names = ", ".join(f'"{name}"' for name in row)
    return f"INSERT INTO {table} ({names}) VALUES ({', '.join(row.values())})"


def with_row(table: str, *, beside: Sequence[str] = (), **changes: str) -> Probe:
    """A probe that inserts one row."""
    room = (f"DELETE FROM {table}",) if table in ROOM_FIRST else ()
    return Probe((*room, insert(table, **changes)), tuple(beside))


def _blank(entry_id: int, kind: str) -> str:
    return insert("entry", id=str(entry_id), form_key=f"'blank {entry_id}'", hash=f"'{entry_id}'", kind=f"'{kind}'")


_CLOSINGS = dict(
    zip(range(911, 918), [*["day_closing"] * 2, *["month_closing"] * 3, *["month_reopening"] * 2], strict=True)
)

# Entries without documents, a deposit and a stock-take without lines, a reversal, a cash session, a closed month, and
# things to name.
SETTING = (
    *(_blank(900 + n, "reversal" if n == 6 else "deposit") for n in range(1, 9)),
    *(_blank(entry_id, kind) for entry_id, kind in _CLOSINGS.items()),
    insert("deposit", entry_id="902"),
    insert("money_transfer", id="980", entry_id="902"),
    insert("mass_transfer", id="980", entry_id="902"),
    insert("stocktake", entry_id="908"),
    insert("reversal", entry_id="906", original_id="902"),
    *(insert("account", id=str(991 + n), kind="'cash'") for n in range(3)),
    insert("counter", id="990", code="'P1'", cash_account_id="991"),
    insert("cash_opening", entry_id="904", counter_id="990"),
    insert("month_closing", id="991", month="'2017-12'", last_day="'2017-12-31'", entry_id="914"),
    insert("import_batch", id="990"),
    insert("logo", hash="'l'"),
    insert("place", id="989", code="'here'"),
    insert("place", id="988", code="'there'"),
    insert("store", place_id="988", name="'S'"),
    insert("load_source", id="980", name="'S'"),
    insert("buyer", id="980", name="'S'", receivable_account_id="993"),
    insert("expense_category", id="980", name="'S'", account_id="993"),
    *(insert(head, entry_id="907") for head in ("load", "batch", "disposal", "sale")),
)
