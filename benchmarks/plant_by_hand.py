"""The plant's figures of a month asked for by hand, with the bare driver: one statement for each block.

The invented plant has no reversals, but a hand-written report would have to look for them too.
"""

from __future__ import annotations

from typing import Any

from daurulang.periods import Period

_NOT_REVERSED = """e.id NOT IN (
    SELECT r.original_id FROM reversal r JOIN entry b ON b.id = r.entry_id WHERE b.day BETWEEN ?1 AND ?2)"""


def _of(table: str, kind: str, columns: str, more: str, group: str) -> str:
    # The few entries of the kind lead, by the index of days and kinds.
    return (
        f"SELECT {columns} FROM entry e CROSS JOIN {table} d ON d.entry_id = e.id {more}"
        f" WHERE e.day BETWEEN ?1 AND ?2 AND e.kind = '{kind}' AND {_NOT_REVERSED} GROUP BY {group}"
    )


_SOURCES = _of(
    "load",
    "load",
    "s.name, s.kind, count(DISTINCT e.id), sum(l.grams), sum((l.measured = 'volume') * l.grams), sum(l.volume_litres),"
    " sum(l.amount_rupiah)",
    "JOIN load_source s ON s.id = d.source_id JOIN load_line l ON l.entry_id = d.entry_id",
    "s.id",
)
_SOLD = _of(
    "sale",
    "sale",
    "d.buyer_id, l.material_id, sum(l.position = 1), sum(l.quantity), sum(l.grams), sum(l.amount_rupiah),"
    " sum(l.cost_rupiah)",
    "JOIN sale_line l ON l.entry_id = d.entry_id",
    "1, 2",
)
_BATCHES = _of(
    "batch",
    "batch",
    "d.kind, count(*), sum(input_grams), sum(output_grams), sum(residue_grams), sum(loss_grams), sum(labour_minutes),"
    " sum(fuel_millilitres)",
    "",
    "d.kind",
)
_PRODUCTS = _of(
    "batch",
    "batch",
    "l.material_id, sum(l.quantity), sum(l.grams)",
    "JOIN batch_line l ON l.entry_id = d.entry_id AND l.side = 'output'",
    "1",
)
_FLOWS = """
SELECT m.from_place_id, m.to_place_id, m.from_material_id, sum(m.grams)
FROM entry e CROSS JOIN mass_transfer m ON m.entry_id = e.id
WHERE e.day BETWEEN ?1 AND ?2 AND e.kind <> 'deposit' GROUP BY 1, 2, 3
"""
_RESULT = """
SELECT a.kind, sum(q.rupiah) FROM (
    SELECT t.debit_account_id AS id, t.rupiah FROM entry e CROSS JOIN money_transfer t ON t.entry_id = e.id
    WHERE e.day BETWEEN ?1 AND ?2 AND e.kind NOT IN ('deposit', 'payout')
    UNION ALL SELECT t.credit_account_id, -t.rupiah FROM entry e CROSS JOIN money_transfer t ON t.entry_id = e.id
    WHERE e.day BETWEEN ?1 AND ?2 AND e.kind NOT IN ('deposit', 'payout')
) q JOIN account a ON a.id = q.id GROUP BY a.kind
"""
_AMOUNTS = "sum(grams), sum(pieces), sum(millilitres), sum(cost_rupiah)"
_STOCK = f"""
SELECT to_place_id, to_material_id, to_condition, {_AMOUNTS}
FROM mass_transfer WHERE to_place_id IN (SELECT place_id FROM store) GROUP BY 1, 2, 3
UNION ALL SELECT from_place_id, from_material_id, from_condition, {_AMOUNTS}
FROM mass_transfer WHERE from_place_id <> 1 AND from_place_id IN (SELECT place_id FROM store) GROUP BY 1, 2, 3
"""
_LATER_STOCK = f"""
SELECT to_place_id, from_place_id, to_material_id, from_material_id, to_condition, {_AMOUNTS}
FROM entry e CROSS JOIN mass_transfer m ON m.entry_id = e.id WHERE e.day > ?1 GROUP BY 1, 2, 3, 4, 5
"""
_PRICES = """
SELECT material_id, condition, rupiah, max(valid_from) FROM price
WHERE side = 'sell' AND valid_from <= ?1 GROUP BY material_id, condition
"""
_STANDING = """
SELECT a.kind, sum((SELECT coalesce(sum(rupiah), 0) FROM money_transfer WHERE debit_account_id = a.id)
                 - (SELECT coalesce(sum(rupiah), 0) FROM money_transfer WHERE credit_account_id = a.id))
FROM account a WHERE a.kind IN ('cash', 'bank', 'receivable') GROUP BY a.kind
"""
_LATER_STANDING = """
SELECT t.debit_account_id, t.credit_account_id, sum(t.rupiah)
FROM entry e CROSS JOIN money_transfer t ON t.entry_id = e.id WHERE e.day > ?1 GROUP BY 1, 2
"""
_MATERIALS = "SELECT id, code, name, unit, dlh_category, substance FROM material"


def plant_figures(raw: Any, period: Period) -> list[list[tuple[Any, ...]]]:
    """Every figure of the plant's part, as rows."""

    def days(of: Period) -> tuple[str, str]:
        return of.first.isoformat(), of.last.isoformat()

    own, last = days(period), (period.last.isoformat(),)
    answers = [raw.execute(_MATERIALS).fetchall()]
    answers += [raw.execute(query, own).fetchall() for query in (_SOURCES, _SOLD, _BATCHES, _PRODUCTS)]
    for each in (period, period.before, period.year_before):
        answers += [raw.execute(query, days(each)).fetchall() for query in (_FLOWS, _RESULT)]
    for each in (period.before, period.year_before):
        answers.append(raw.execute(_SOLD, days(each)).fetchall())
    answers += [raw.execute(query).fetchall() for query in (_STOCK, _STANDING)]
    answers += [raw.execute(query, last).fetchall() for query in (_LATER_STOCK, _PRICES, _LATER_STANDING)]
    return answers
