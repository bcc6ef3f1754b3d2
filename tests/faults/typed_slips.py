"""Slips that were handed out before somebody changed the book, and are typed in afterwards."""

import random
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

from sqlcipher3 import dbapi2

from daurulang.ledger.service import format_number
from daurulang.migrations.opening import open_book
from daurulang.verification.slips import SlipAnswer, check_slip

CODE_LETTERS = 16
MOST_OF_ONE_BOOK = 3
WITH_A_SLIP = ("deposit", "payout", "reversal", "opening_balance", "debt_repayment")


@dataclass
class TypedSlips:
    """The slips of a sound book, what stood under each, and what was answered to those that were typed in."""

    tables: Sequence[str]
    slips: dict[int, tuple[str, str]] = field(default_factory=dict)
    stood: dict[int, list[object]] = field(default_factory=dict)
    originals: dict[int, int] = field(default_factory=dict)
    refuted: int = 0
    confirmed: int = 0
    found_by_number: int = 0

    def hand_out(self, path: Path) -> None:
        """A slip of every entry that has one: its number and the code of its hash."""
        raw = dbapi2.connect(str(path))
        rows = raw.execute(
            "SELECT e.id, c.code, sequence, hash FROM entry e JOIN counter c ON c.id = counter_id"
            f" WHERE kind IN ({', '.join('?' * len(WITH_A_SLIP))})",
            WITH_A_SLIP,
        )
        self.slips = {id_: (format_number(code, sequence), hash_[:CODE_LETTERS]) for id_, code, sequence, hash_ in rows}
        self.stood = self._standing(raw)
        self.originals = dict(raw.execute("SELECT entry_id, original_id FROM reversal").fetchall())
        raw.close()

    def _standing(self, raw: dbapi2.Connection) -> dict[int, list[object]]:
        standing: dict[int, list[object]] = {id_: [] for id_ in self.slips}
        for table in ("entry", *self.tables):
            cursor = raw.execute(f"SELECT * FROM {table} ORDER BY rowid")
            names = [column[0] for column in cursor.description]
            key = names.index("id" if table == "entry" else "entry_id")
            for row in cursor.fetchall():
                if row[key] in standing:
                    standing[row[key]].append((table, *row))
        return standing

    def type_in(self, path: Path, chance: random.Random) -> list[str]:
        """Type in the slips of what is another now, a few at most, and one of what is not; the wrong answers."""
        raw = dbapi2.connect(str(path))
        standing = self._standing(raw)
        raw.close()
        changed = [id_ for id_ in self.slips if standing[id_] != self.stood[id_]]
        # A reversal's paper says what it takes back: that must not be another either.
        beside = [id_ for id_ in self.slips if id_ in changed or self.originals.get(id_) in changed]
        untouched = chance.choice([id_ for id_ in self.slips if id_ not in beside])
        wrong = []
        db = open_book(path)
        for id_ in (*chance.sample(changed, min(len(changed), MOST_OF_ONE_BOOK)), untouched):
            number, code = self.slips[id_]
            slip = check_slip(db, number, code)
            if slip.confirmed != (id_ == untouched):
                wrong.append(f"the slip {number} is answered {slip.answer}")
            self.confirmed += slip.confirmed
            self.refuted += not slip.confirmed
            self.found_by_number += not slip.confirmed and slip.answer is not SlipAnswer.NO_SUCH_NUMBER
        db.close()
        return wrong
