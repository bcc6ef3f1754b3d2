"""The figures of a month asked for by hand, with the bare driver and as few passes as it takes."""

from __future__ import annotations

from typing import Any

from daurulang.periods import Period

# One row for each deposit of the month; blocks are groups of these.
_DEPOSITS = """
CREATE TEMP TABLE own AS
SELECT e.id, e.day, d.member_id, d.member_class_id, d.village_code, d.payment, d.savings_rupiah, d.cash_rupiah,
       (SELECT sum(grams) FROM deposit_line l WHERE l.entry_id = e.id) AS grams
FROM entry e JOIN deposit d ON d.entry_id = e.id WHERE e.day BETWEEN ? AND ?
"""
_SHARE = "count(*), count(DISTINCT member_id), sum(grams), sum(savings_rupiah + cash_rupiah) FROM own"
_BLOCKS = (
    f"SELECT v.code, v.name, v.district, {_SHARE} LEFT JOIN village v ON v.code = village_code GROUP BY 1",
    f"SELECT day, {_SHARE} GROUP BY day",
    f"SELECT c.name, {_SHARE} JOIN member_class c ON c.id = member_class_id GROUP BY c.id",
    "SELECT kind, gender, count(*) FROM member WHERE id IN (SELECT member_id FROM own) GROUP BY 1, 2",
    "SELECT payment, count(*), sum(savings_rupiah), sum(cash_rupiah), sum(grams) FROM own GROUP BY payment",
)
_MEASURE = """
count(*), sum(l.grams), sum(CASE l.unit WHEN 'pcs' THEN l.net ELSE 0 END),
sum(CASE l.unit WHEN 'liter' THEN l.net ELSE 0 END), sum(l.amount_rupiah)
"""
# CROSS JOIN: SQLite knows nothing of the size of a temporary table and would begin with all lines.
_MATERIALS = f"""
SELECT m.code, m.name, m.unit, m.dlh_category, q.* FROM (
    SELECT l.material_id, {_MEASURE}, sum(l.grams = 0)
    FROM own CROSS JOIN deposit_line l ON l.entry_id = own.id GROUP BY l.material_id
) q JOIN material m ON m.id = q.material_id ORDER BY m.code
"""
_HEAD = f"""
SELECT count(DISTINCT d.entry_id), count(DISTINCT d.member_id), {_MEASURE}
FROM entry e JOIN deposit d ON d.entry_id = e.id JOIN deposit_line l ON l.entry_id = e.id WHERE e.day BETWEEN ? AND ?
"""
_NEW = "SELECT count(*) FROM member WHERE joined BETWEEN ? AND ?"
_PAYOUTS = "SELECT count(*), sum(rupiah) FROM entry e JOIN payout p ON p.entry_id = e.id WHERE e.day BETWEEN ? AND ?"
# Every balance is all savings less what came after that day: one pass over the later days gives the four of them.
_SAVED = "SELECT (SELECT sum(savings_rupiah) FROM deposit) - (SELECT coalesce(sum(rupiah), 0) FROM payout)"
_LATER = """
SELECT sum(CASE WHEN e.day > ? THEN rupiah ELSE 0 END), sum(CASE WHEN e.day > ? THEN rupiah ELSE 0 END),
       sum(CASE WHEN e.day > ? THEN rupiah ELSE 0 END), sum(rupiah)
FROM (
    SELECT e.day, d.savings_rupiah AS rupiah FROM entry e JOIN deposit d ON d.entry_id = e.id WHERE e.day > ?
    UNION ALL SELECT e.day, -p.rupiah FROM entry e JOIN payout p ON p.entry_id = e.id WHERE e.day > ?
) e
"""


def figures(raw: Any, period: Period) -> list[list[tuple[Any, ...]]]:
    """Every figure of the report, as rows."""

    def days(of: Period) -> tuple[str, str]:
        return of.first.isoformat(), of.last.isoformat()

    def ask(query: str, *values: str) -> list[tuple[Any, ...]]:
        rows: list[tuple[Any, ...]] = raw.execute(query, values).fetchall()
        return rows

    own = days(period)
    raw.execute("PRAGMA temp_store=MEMORY")
    raw.execute("PRAGMA cache_size=-65536")
    raw.execute("DROP TABLE IF EXISTS temp.own")
    raw.execute(_DEPOSITS, own)
    answers = [ask(query) for query in (_MATERIALS, *_BLOCKS)]
    answers += [ask(_NEW, *own), ask(_PAYOUTS, *own)]
    for other in (period.before, period.year_before):
        answers += [ask(_HEAD, *days(other)), ask(_PAYOUTS, *days(other))]
    first, second, third = (each.isoformat() for each in (period.last, period.day_before, period.before.last))
    long_ago = period.year_before.last.isoformat()
    return [*answers, ask(_SAVED), ask(_LATER, first, second, third, long_ago, long_ago)]
