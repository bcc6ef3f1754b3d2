"""(b) a keystroke in the search for a member."""

from __future__ import annotations

import random
import time
from pathlib import Path

from benchmarks.measure import Row, Sample
from daurulang.members.queries import find_members
from daurulang.migrations.opening import open_book

SEARCHES = 120


def keystrokes(book: Path) -> Sample:
    """Every prefix of what people type for a member: name, turned name, name and village, number, phone."""
    db = open_book(book)
    chance = random.Random(11)
    spent = []
    with db.reading() as connection:
        (last,) = connection.exec_driver_sql("SELECT max(id) FROM member").one()
        rows = connection.exec_driver_sql(
            "SELECT member.number, member.name, village.name, phone FROM member JOIN village ON code = village_code"
            f" WHERE id IN ({', '.join(str(chance.randrange(1, last + 1)) for _ in range(SEARCHES))})"
        ).all()
    find_members(db, "warm up")
    for number, name, village, phone in rows:
        first, _, rest = name.partition(" ")
        typed = chance.choice((name, f"{rest} {first}", f"{first} {village}", str(number), phone, name[:6]))
        for length in range(1, len(typed) + 1):
            start = time.perf_counter()
            find_members(db, typed[:length])
            spent.append((time.perf_counter() - start) * 1000)
    db.close()
    return Sample(tuple(spent))


def measure(books: dict[str, Path]) -> list[Row]:
    """One row for each book."""
    return [
        Row(f"(b) keystroke among {title} members", keystrokes(book), aim="p99 ≤ 16 ms")
        for title, book in books.items()
    ]
