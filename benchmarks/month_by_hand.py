"""The figures of a month asked for by hand, with the bare driver and as few passes as it takes."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from daurulang.periods import Period

# What stands in a period: its documents that were not reversed within it, and, taken off, those of other periods that
# were reversed in it. The few reversals are asked from their own table.
_STANDING = """
SELECT 1 AS sign, e.id, e.day, {columns} FROM entry e JOIN {table} d ON d.entry_id = e.id
WHERE e.day BETWEEN ?1 AND ?2 AND e.kind = '{kind}' AND e.id NOT IN (
    SELECT r.original_id FROM reversal r JOIN entry b ON b.id = r.entry_id WHERE b.day BETWEEN ?1 AND ?2
)
UNION ALL
SELECT -1, o.id, b.day, {columns} FROM reversal r JOIN entry b ON b.id = r.entry_id
JOIN entry o ON o.id = r.original_id JOIN {table} d ON d.entry_id = o.id
WHERE b.day BETWEEN ?1 AND ?2 AND o.day NOT BETWEEN ?1 AND ?2
"""


def _standing(table: str, kind: str, columns: str) -> str:
    return _STANDING.format(table=table, kind=kind, columns=columns)


# One row for each deposit of the month; blocks are groups of these.
_HEAD_COLUMNS = "d.member_id, d.member_class_id, d.village_code, d.payment, d.savings_rupiah, d.cash_rupiah"
_GRAMS = "(SELECT sum(grams) FROM deposit_line l WHERE l.entry_id = d.entry_id) AS grams"
_DEPOSITS = f"CREATE TEMP TABLE own AS {_standing('deposit', 'deposit', f'{_HEAD_COLUMNS}, {_GRAMS}')}"
_MEMBERS = "count(DISTINCT CASE WHEN sign > 0 THEN member_id END)"
_SHARE = f"sum(sign), {_MEMBERS}, sum(sign * grams), sum(sign * (savings_rupiah + cash_rupiah)) FROM own"
_BLOCKS = (
    f"SELECT v.code, v.name, v.district, {_SHARE} LEFT JOIN village v ON v.code = village_code GROUP BY 1",
    "SELECT day, sum(sign), sum(sign * grams), sum(sign * (savings_rupiah + cash_rupiah)) FROM own GROUP BY day",
    f"SELECT c.name, {_SHARE} JOIN member_class c ON c.id = member_class_id GROUP BY c.id",
    """
    SELECT kind, gender, count(*) FROM member WHERE id IN (SELECT member_id FROM own WHERE sign > 0) GROUP BY 1, 2
    """,
    """
    SELECT payment, sum(sign), sum(sign * savings_rupiah), sum(sign * cash_rupiah), sum(sign * grams),
           sum(sign < 0), sum((sign < 0) * grams), sum((sign < 0) * (savings_rupiah + cash_rupiah))
    FROM own GROUP BY payment
    """,
)
_MEASURE = """
sum(own.sign), sum(own.sign * l.grams), sum(CASE l.unit WHEN 'pcs' THEN own.sign * l.net ELSE 0 END),
sum(CASE l.unit WHEN 'liter' THEN own.sign * l.net ELSE 0 END), sum(own.sign * l.amount_rupiah)
"""
# CROSS JOIN: SQLite knows nothing of the size of a temporary table and would begin with all lines.
_MATERIALS = f"""
SELECT m.code, m.name, m.unit, m.dlh_category, q.* FROM (
    SELECT l.material_id, {_MEASURE}, sum((l.grams = 0) * own.sign)
    FROM own CROSS JOIN deposit_line l ON l.entry_id = own.id GROUP BY l.material_id
) q JOIN material m ON m.id = q.material_id ORDER BY m.code
"""
_HEAD = f"""
WITH own AS MATERIALIZED ({_standing("deposit", "deposit", "d.member_id, d.savings_rupiah")})
SELECT (SELECT sum(sign) FROM own), (SELECT {_MEMBERS} FROM own), (SELECT sum(sign * savings_rupiah) FROM own),
       {_MEASURE}
FROM own CROSS JOIN deposit_line l ON l.entry_id = own.id
"""
_NEW = "SELECT count(*) FROM member WHERE joined BETWEEN ? AND ?"
_PAYOUTS, _OPENINGS = (
    f"SELECT sum(sign), sum(sign * rupiah), sum(sign < 0), sum((sign < 0) * rupiah) FROM ({standing})"
    for standing in (
        _standing("payout", "payout", "d.rupiah"),
        _standing("opening_balance", "opening_balance", "d.balance_after_rupiah - d.balance_before_rupiah AS rupiah"),
    )
)
# What was reversed in another month of the same period.
_ACROSS = f"""
SELECT o.day, b.day, {_GRAMS}, d.savings_rupiah + d.cash_rupiah FROM reversal r JOIN entry b ON b.id = r.entry_id
JOIN entry o ON o.id = r.original_id JOIN deposit d ON d.entry_id = o.id
WHERE b.day BETWEEN ?1 AND ?2 AND o.day BETWEEN ?1 AND ?2 AND substr(b.day, 1, 7) <> substr(o.day, 1, 7)
"""
# All savings are what the few other accounts gave less what they took. A balance of an earlier day is that less what
# came since: of the months that were asked for this is known, so that only the days between them are left.
_OTHERS = "(SELECT id FROM account WHERE kind <> 'savings')"
_SAVED = f"""
SELECT (SELECT sum(rupiah) FROM money_transfer WHERE debit_account_id IN {_OTHERS})
     - (SELECT coalesce(sum(rupiah), 0) FROM money_transfer WHERE credit_account_id IN {_OTHERS})
"""
_BETWEEN = """
SELECT sum(rupiah) FROM (
    SELECT d.savings_rupiah AS rupiah FROM entry e JOIN deposit d ON d.entry_id = e.id
    WHERE e.day > ?1 AND e.day <= ?2 AND e.kind = 'deposit'
    UNION ALL SELECT -p.rupiah FROM entry e JOIN payout p ON p.entry_id = e.id
    WHERE e.day > ?1 AND e.day <= ?2 AND e.kind = 'payout'
    UNION ALL SELECT o.balance_after_rupiah - o.balance_before_rupiah FROM opening_balance o
    JOIN entry e ON e.id = o.entry_id WHERE e.day > ?1 AND e.day <= ?2
    UNION ALL SELECT -q.rupiah FROM entry e JOIN debt_repayment q ON q.entry_id = e.id AND q.source = 'savings'
    WHERE e.day > ?1 AND e.day <= ?2 AND e.kind = 'debt_repayment'
    UNION ALL SELECT r.debt_rupiah
        + coalesce(p.rupiah, o.balance_before_rupiah - o.balance_after_rupiah, -d.savings_rupiah, q.rupiah, 0)
    FROM reversal r JOIN entry e ON e.id = r.entry_id LEFT JOIN deposit d ON d.entry_id = r.original_id
    LEFT JOIN payout p ON p.entry_id = r.original_id LEFT JOIN opening_balance o ON o.entry_id = r.original_id
    LEFT JOIN debt_repayment q ON q.entry_id = r.original_id AND q.source = 'savings'
    WHERE e.day > ?1 AND e.day <= ?2
)
"""


def figures(raw: Any, period: Period) -> list[list[tuple[Any, ...]]]:
    """Every figure of the report, as rows."""

    def days(of: Period) -> tuple[str, str]:
        return of.first.isoformat(), of.last.isoformat()

    def ask(query: str, values: Sequence[str] = ()) -> list[tuple[Any, ...]]:
        rows: list[tuple[Any, ...]] = raw.execute(query, values).fetchall()
        return rows

    own, before = days(period), period.before
    raw.execute("PRAGMA temp_store=MEMORY")
    raw.execute("PRAGMA cache_size=-65536")
    raw.execute("DROP TABLE IF EXISTS temp.own")
    raw.execute(_DEPOSITS, own)
    answers = [ask(query) for query in (_MATERIALS, *_BLOCKS)]
    answers += [ask(query, own) for query in (_NEW, _PAYOUTS, _OPENINGS, _ACROSS)]
    for other in (before, period.year_before):
        answers += [ask(query, days(other)) for query in (_HEAD, _PAYOUTS, _OPENINGS)]
    later = (period.last.isoformat(), "9999-12-31")
    since_last_year = (period.year_before.last.isoformat(), before.day_before.isoformat())
    return [*answers, ask(_SAVED), ask(_BETWEEN, later), ask(_BETWEEN, since_last_year)]
