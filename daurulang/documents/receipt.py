"""The receipt of an entry on paper, from frozen data only: the same receipt gives the same bytes."""

from __future__ import annotations

from pathlib import Path

from daurulang.config import Paper
from daurulang.documents import receipt_roll, receipt_sheet
from daurulang.documents import receipt_words as words
from daurulang.documents.file import write_whole
from daurulang.documents.fonts import Weight, font
from daurulang.documents.sheet import Label
from daurulang.periods import local
from daurulang.receipts.queries import Receipt


def write_receipt(receipt: Receipt, paper: Paper, path: Path) -> None:
    """Write the receipt's PDF to a file, wholly or not at all; raises `FileNotWritten`."""
    write_whole(path, receipt_pdf(receipt, paper))


def receipt_pdf(receipt: Receipt, paper: Paper) -> bytes:
    """The receipt as a PDF."""
    title = words.title_of(receipt)
    moment = local(receipt.at_ms, receipt.heading.zone)
    label = Label(
        title=f"{title.capitalize()} {receipt.number}",
        author=font(Weight.REGULAR).shown(receipt.heading.centre_name),
        date=f"D:{moment:%Y%m%d%H%M%S%z}"[:-2] + "'00'",
    )
    if paper is Paper.A5:
        return receipt_sheet.pdf(receipt, title, label)
    return receipt_roll.pdf(receipt, title, label, paper)
