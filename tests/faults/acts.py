"""Work at a counter that can be told again: every act is made from its own words, so what was begun is known."""

import json
import os
import random
import shutil
import tempfile
from collections.abc import Iterable, Iterator
from collections.abc import Set as AbstractSet
from contextlib import contextmanager
from dataclasses import asdict, dataclass, field, replace
from functools import cache
from pathlib import Path
from unittest.mock import patch

from daurulang.config import load_machine
from daurulang.corrections.service import ReversalDraft, reverse
from daurulang.database import Database
from daurulang.deposits import service as deposits
from daurulang.deposits.model import Payment
from daurulang.deposits.service import DepositDraft, LineDraft
from daurulang.exchange import deposits as old_deposits
from daurulang.exchange.batches import undo
from daurulang.exchange.columns import ListKind, Matching, open_list
from daurulang.exchange.workbook import Sheet
from daurulang.handwritten_slips.service import Slip
from daurulang.ledger.service import Desk
from daurulang.migrations.opening import open_book
from daurulang.payouts import service as payouts
from daurulang.payouts.service import PayoutDraft
from daurulang.periods import Zone, today
from daurulang.verification.service import verify
from tests.book import BOTTLE_RUPIAH, PET_RUPIAH, set_up_book

DESK = Desk(1, 1)
TOTAL = PET_RUPIAH + 2 * BOTTLE_RUPIAH
PAID_OUT = 1000
REASON = "salah timbang, anggota lain"
LIST = """Tanggal;Nama;Jenis Sampah;Berat;Satuan;Harga;Total;No Bukti
2024-03-02;Nur Hayati;PET botol bening;2,5;kg;3000;7500;@
2024-03-02;Nur Hayati;Botol kecap;12;biji;400;4800;@
2024-03-02;Moh. Ridwan;PET botol bening;1;kg;3000;3000;@
2024-03-05;Nur Hayati;Jelantah;1,5;liter;4000;6000;@
"""
ENTRIES_OF_LIST = 3


@dataclass(frozen=True, slots=True)
class Step:
    """One act: its key, its kind, and for a reversal or an undoing the id of what it takes back."""

    key: str
    kind: str
    of: int = 0

    def told(self) -> str:
        """The step as one line."""
        return json.dumps(asdict(self))


def step_of(line: str) -> Step:
    """The step that was told."""
    return Step(**json.loads(line))


def do(db: Database, step: Step) -> int:
    """Do it by the program's own acts and return the id of the entry or of the list."""
    match step.kind:
        case "deposit":
            return deposits.record(db, DESK, deposit(step.key))
        case "payout":
            return payouts.record(db, DESK, PayoutDraft(step.key, 1, PAID_OUT, slip=slip(step.key)))
        case "reversal":
            return reverse(db, DESK, ReversalDraft(step.key, step.of, REASON, DESK.staff_id))
        case "import":
            sheet, matching = old_list()
            # Paper with numbers of its own, or it would be known from the list before.
            rows = tuple(tuple(step.key if cell == "@" else cell for cell in row) for row in sheet.rows)
            own = replace(sheet, path=Path(step.key), rows=rows)
            return old_deposits.take_in(db, old_deposits.preview(db, own, matching), DESK.staff_id)
        case _:
            undo(db, step.of, DESK.staff_id)
            return step.of


def deposit(key: str) -> DepositDraft:
    """A deposit of two lines in the sample book."""
    return DepositDraft(key, 1, (LineDraft(1, 1000), LineDraft(2, 2)), Payment.SAVINGS, TOTAL)


def slip(key: str) -> Slip:
    """What was written by hand at the beginning of this month."""
    return Slip(key, today(Zone.WIB).replace(day=1))


@cache
def old_list() -> tuple[Sheet, Matching]:
    """A small list of old deposits, read once."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "setoran.csv"
        path.write_text(LIST, encoding="utf-8")
        return open_list(path, ListKind.DEPOSITS)


@dataclass
class Day:
    """Chooses what is done next; told what came of it, it may take that back later."""

    prefix: str
    chance: random.Random
    count: int = 0
    entries: list[int] = field(default_factory=list)
    lists: list[tuple[str, int]] = field(default_factory=list)

    def next(self) -> Step:
        """A step with a new key."""
        self.count += 1
        key = f"{self.prefix}-{self.count}"
        dice = self.chance.random()
        if dice < 0.15:
            return Step(key, "payout")
        if dice < 0.3 and self.entries:
            return Step(key, "reversal", self.entries.pop())
        if dice < 0.4:
            return Step(key, "import")
        if dice < 0.47 and self.lists:
            name, batch_id = self.lists.pop()
            return Step(f"undo {name}", "undo", batch_id)
        return Step(key, "deposit")

    def done(self, step: Step, id_: int) -> None:
        """Remember what may be taken back."""
        if step.kind == "deposit":
            self.entries.append(id_)
        elif step.kind == "import":
            self.lists.append((step.key, id_))


def make_pattern(place: str | Path) -> None:
    """A book that is set up, with savings that outlast every payout."""
    db = open_book(place)
    book = set_up_book(db)
    for _ in range(5):
        book.deposit(grams=400_000)
    db.close()


ROOM_IN_MEMORY = 1 << 30


def memory() -> Path | None:
    """A file system in memory with room for servers and books, where this system has one."""
    shared = Path("/dev/shm")
    return shared if shared.is_dir() and shutil.disk_usage(shared).free > ROOM_IN_MEMORY else None


@contextmanager
def memory_folder() -> Iterator[Path]:
    """A folder that is gone afterwards, in memory where there is such a place."""
    with tempfile.TemporaryDirectory(prefix="faults-", dir=memory()) as folder:
        yield Path(folder)


@contextmanager
def own_home() -> Iterator[None]:
    """Settings and anchors are not those of whoever runs this."""
    with memory_folder() as home, patch.dict(os.environ, DAURULANG_HOME=str(home)):
        yield


def fresh_book(pattern: Path, path: Path) -> Path:
    """A copy of the pattern at a path, of which no anchor knows anything yet."""
    shutil.rmtree(load_machine().anchor_place, ignore_errors=True)
    for old in path.parent.glob(f"{path.name}*"):
        old.unlink()
    return Path(shutil.copy(pattern, path))


def keys_in(db: Database) -> set[str]:
    """The keys of every act that stands in the book beside those of the pattern."""
    with db.reading() as connection:
        run = connection.exec_driver_sql
        keys = set(
            run(
                "SELECT form_key FROM entry WHERE id > 5 AND counter_id IN (SELECT id FROM counter WHERE archive = 0)"
            ).scalars()
        )
        keys |= set(run("SELECT file_name FROM import_batch").scalars())
        return keys | set(run("SELECT 'undo ' || file_name FROM import_batch WHERE undone_at_ms IS NOT NULL").scalars())


_HALF_LISTS = f"""
    SELECT file_name FROM import_batch WHERE {ENTRIES_OF_LIST} <>
    (SELECT count(*) FROM imported_entry WHERE batch_id = import_batch.id)
    OR (CASE WHEN undone_at_ms IS NULL THEN 0 ELSE {ENTRIES_OF_LIST} END) <>
    (SELECT count(*) FROM reversal JOIN imported_entry ON imported_entry.entry_id = original_id
    WHERE batch_id = import_batch.id)
"""


@dataclass(frozen=True, slots=True)
class Found:
    """What stands in a book, and what is wrong with it whatever was acknowledged."""

    keys: frozenset[str]
    problems: tuple[str, ...]

    def faults(self, saved: AbstractSet[str], begun: AbstractSet[str]) -> list[str]:
        """What is wrong with it when this was acknowledged and no more than that begun."""
        faults = [f"lost {key}" for key in sorted(saved - self.keys)]
        faults += [f"never begun {key}" for key in sorted(self.keys - begun)]
        return faults + list(self.problems)


def look_into(db: Database) -> Found:
    """Look at everything in it."""
    keys = keys_in(db)
    with db.reading() as connection:
        problems = [f"half {name}" for name in connection.exec_driver_sql(_HALF_LISTS).scalars()]
    problems += [f"{problem.kind} {problem.where}" for problem in verify(db).problems]
    return Found(frozenset(keys), tuple(problems))


def faults_of(db: Database, saved: Iterable[str], begun: Iterable[str]) -> list[str]:
    """What is wrong with a book of which this was acknowledged and no more than that begun."""
    return look_into(db).faults(set(saved), set(begun))
