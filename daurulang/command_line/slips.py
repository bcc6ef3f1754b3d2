"""Whether a slip is of this book, for `daurulang verify --slip`."""

from __future__ import annotations

import json
from collections.abc import Sequence

from daurulang.database import Database
from daurulang.deposits.model import Payment
from daurulang.documents.day_closing_wording import KINDS as KINDS_OF_ACTS
from daurulang.documents.receipt_words import KINDS, links_of, total_of
from daurulang.documents.wording import ENTRY_KINDS
from daurulang.errors import CheckCodeIncomplete
from daurulang.ledger.model import EntryKind
from daurulang.periods import short_day
from daurulang.quantities import format_rupiah
from daurulang.receipts.queries import DepositPart, Receipt, ReversalPart
from daurulang.verification.slips import SlipAnswer, check_slip

ANSWERS = {
    SlipAnswer.CONFIRMED: "benar, sama dengan buku",
    SlipAnswer.NO_SUCH_NUMBER: "tidak ada dalam buku ini",
    SlipAnswer.LOST: "pernah ada dan hilang dari buku ({reason}); buktinya mungkin asli",
    SlipAnswer.CODE_DIFFERS: "kode periksanya lain; bukan bukti dari buku ini",
    SlipAnswer.BOOK_CHANGED: "buktinya asli, tetapi isi buku telah diubah sesudahnya",
}


def tell_slip(db: Database, words: Sequence[str], *, as_json: bool) -> int:
    """Print what the book says of a number and a check code, typed in one word or in its groups; 1 when refuted.

    Raises `CheckCodeIncomplete`.
    """
    if len(words) < 2:
        raise CheckCodeIncomplete
    slip = check_slip(db, words[0], "".join(words[1:]))
    told = said_by_the_book(slip.receipt) if slip.receipt is not None else {}
    if slip.paper is not None:
        told = {"kind": KINDS_OF_ACTS[slip.paper.kind], "day": short_day(slip.paper.day)}
        if slip.paper.rupiah:
            told["amount"] = format_rupiah(slip.paper.rupiah)
    if as_json:
        lost = {"lost": slip.lost} if slip.lost else {}
        print(json.dumps({"number": slip.number, "answer": slip.answer, "ok": slip.confirmed, "book": told, **lost}))
    else:
        print(f"{slip.number}: {ANSWERS[slip.answer].format(reason=slip.lost)}.")
        if told:
            print("Menurut buku: " + ", ".join(told.values()) + ".")
    return 0 if slip.confirmed else 1


def said_by_the_book(receipt: Receipt) -> dict[str, str]:
    """What a receipt of the book says, without the member's name."""
    part = receipt.part
    kind = ENTRY_KINDS[EntryKind.REVERSAL if isinstance(part, ReversalPart) else KINDS[type(part)]]
    told = {
        "kind": kind,
        "day": short_day(receipt.day),
        "member": f"anggota {receipt.heading.member_number}",
        "amount": total_of(receipt)[1],
    }
    if isinstance(part, DepositPart) and part.payment is Payment.GIVEN:
        told["amount"] += " (sedekah)"
    links = ", ".join(links_of(receipt))
    return told | ({"links": links} if links else {})
