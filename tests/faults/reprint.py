"""Row 27: prices, names and the letterhead change; a receipt that was handed out comes out again byte by byte."""

import random
from datetime import timedelta
from pathlib import Path

from daurulang.centre.queries import Centre
from daurulang.centre.service import change_centre
from daurulang.config import Paper
from daurulang.database import Database
from daurulang.deposits import service as deposits
from daurulang.deposits.model import Payment
from daurulang.deposits.service import DepositDraft, LineDraft
from daurulang.documents.receipt import write_receipt
from daurulang.materials.model import PriceSide
from daurulang.materials.queries import PriceKey
from daurulang.materials.service import PriceDraft, set_prices
from daurulang.members.service import MemberDraft, change
from daurulang.migrations.opening import open_book
from daurulang.quantities import Condition, Unit, line_amount_rupiah
from daurulang.receipts.service import look_at
from tests.book import BOTTLE_RUPIAH, OIL_RUPIAH, PET_RUPIAH, PRICED_FROM, new_key
from tests.faults.acts import DESK, make_pattern, memory_folder
from tests.faults.finding import Finding, finding

PRICES = {1: (Unit.KILOGRAM, PET_RUPIAH), 2: (Unit.PIECE, BOTTLE_RUPIAH), 3: (Unit.LITRE, OIL_RUPIAH)}
FIRST = 6  # the pattern has five


def run(rounds: int, seed: int) -> Finding:
    """Make `rounds` receipts, change everything they were made of, and make them again."""
    chance = random.Random(seed)
    with memory_folder() as folder:
        make_pattern(folder / "book.db")
        db = open_book(folder / "book.db")
        for _ in range(rounds):
            _deposit(db, chance)
        before = [_paper(db, n, folder) for n in range(FIRST, FIRST + rounds)]
        _change_everything(db)
        after = [_paper(db, n, folder) for n in range(FIRST, FIRST + rounds)]
        db.close()
    faults = [
        f"receipt {n} differs" for n, (one, other) in enumerate(zip(before, after, strict=True), FIRST) if one != other
    ]
    different = len(set(before))
    if different < rounds:
        faults.append(f"only {different} different papers")
    return finding(
        *(27, "reprint after prices, names and letterhead changed", "byte-identical"),
        f"{rounds} receipts on all papers, made as PDF before and after",
        f"{rounds} byte-identical",
        faults,
    )


def _deposit(db: Database, chance: random.Random) -> None:
    lines = [(chance.choice(list(PRICES)), chance.randint(1, 50_000)) for _ in range(chance.randint(1, 4))]
    total = sum(line_amount_rupiah(net, *PRICES[material]) for material, net in lines)
    draft = DepositDraft(new_key(), 1, tuple(LineDraft(*line) for line in lines), Payment.SAVINGS, total)
    deposits.record(db, DESK, draft)


def _paper(db: Database, number: int, folder: Path) -> bytes:
    paper = list(Paper)[number % len(Paper)]
    path = folder / "receipt.pdf"
    write_receipt(look_at(db, f"L1-{number}"), paper, path)
    return path.read_bytes()


def _change_everything(db: Database) -> None:
    keys = [PriceKey(material, PriceSide.BUY, Condition.CLEAN, 1) for material in PRICES]
    for day in (PRICED_FROM, PRICED_FROM + timedelta(days=1000)):
        set_prices(db, [PriceDraft(key, 7, "pasar") for key in keys], day, DESK.staff_id)
    change(db, 1, MemberDraft("Orang Lain", village_code="35.26.01.1001", rt="9", rw="9"))
    change_centre(db, Centre("Nama Baru", "Jl. Baru", logo=None))
