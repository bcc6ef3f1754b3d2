"""Row 12: a bit flips, a sector or a page is zeroed, a page of yesterday stands in the file; whatever changes the
journal or its documents is found.
"""

import random
from collections import Counter
from collections.abc import Callable
from pathlib import Path

from sqlcipher3 import dbapi2

from daurulang.migrations.opening import open_book
from daurulang.storage_errors import DatabaseRefused
from daurulang.verification.service import verify
from tests.faults.acts import Day, do, fresh_book, make_pattern, memory_folder
from tests.faults.finding import Finding, finding, keep

ACTS = 30
SECTOR = 512
CHAINED = (
    *("entry", "money_transfer", "mass_transfer", "deposit", "deposit_line", "payout", "opening_balance"),
    *("reversal", "imported_entry"),
)

Damage = Callable[[bytearray, bytes, int, random.Random], None]


def run(rounds: int, seed: int) -> Finding:
    """Damage the file `rounds` times, in the four ways in turn."""
    faults: list[str] = []
    found: Counter[str] = Counter()
    harmless: Counter[str] = Counter()
    chance = random.Random(seed)
    with memory_folder() as folder:
        make_pattern(folder / "pattern.db")
        path = fresh_book(folder / "pattern.db", folder / "book.db")
        old, new = _worked(path, seed)
        page = int.from_bytes(new[16:18], "big")
        sound = _journal(path)
        for n in range(rounds):
            name, damage = list(KINDS.items())[n % len(KINDS)]
            content = bytearray(new)
            damage(content, old, page, chance)
            path.write_bytes(content)
            if _found(path):
                found[name] += 1
                continue
            path.write_bytes(content)
            if _journal(path) == sound:
                harmless[name] += 1  # a byte that is not used, or one of a name that no chain holds
            else:
                faults.append(f"{name} was not found; kept in {keep(12, seed, f'{name} {n}', path)}")
    told = ", ".join(f"{name} {found[name]} + {harmless[name]}" for name in KINDS)
    return finding(
        *(12, "random damage to the file", "used bytes 100 % detected"),
        f"{rounds} damaged files",
        f"found + nothing of the journal changed: {told}",
        faults,
    )


def _worked(path: Path, seed: int) -> tuple[bytes, bytes]:
    """The file before the last acts, and behind them."""
    day = Day("d", random.Random(seed))
    old = b""
    for n in range(ACTS):
        db = open_book(path)
        step = day.next()
        day.done(step, do(db, step))
        db.close()
        if n == ACTS - 5:
            old = path.read_bytes()
    return old, path.read_bytes()


def _found(path: Path) -> bool:
    try:
        db = open_book(path)
    except DatabaseRefused:
        return True
    try:
        return bool(verify(db).problems)
    except DatabaseRefused:
        return True
    finally:
        db.close()


def _journal(path: Path) -> object:
    """Everything that stands in the journal and its documents, None where it cannot be read."""
    raw = dbapi2.connect(str(path))
    raw.text_factory = bytes
    try:
        return [raw.execute(f"SELECT * FROM {table} ORDER BY rowid").fetchall() for table in CHAINED]
    except dbapi2.Error:
        return None
    finally:
        raw.close()


def _flip(content: bytearray, _old: bytes, _page: int, chance: random.Random) -> None:
    content[chance.randrange(100, len(content))] ^= 1 << chance.randrange(8)


def _zero(size: int) -> Damage:
    def damage(content: bytearray, _old: bytes, page: int, chance: random.Random) -> None:
        length = size or page
        at = chance.randrange(1, len(content) // length) * length
        content[at : at + length] = bytes(length)

    return damage


def _stale(content: bytearray, old: bytes, page: int, chance: random.Random) -> None:
    """A page of which the disk has kept what it was."""
    pages = min(len(content), len(old)) // page
    changed = [n for n in range(1, pages) if content[n * page : (n + 1) * page] != old[n * page : (n + 1) * page]]
    at = chance.choice(changed) * page
    content[at : at + page] = old[at : at + page]


KINDS: dict[str, Damage] = {
    "flipped bit": _flip,
    "zeroed sector": _zero(SECTOR),
    "zeroed page": _zero(0),
    "stale page": _stale,
}
