"""The paper of an expense (bukti pengeluaran)."""

from __future__ import annotations

from pathlib import Path

from daurulang.documents import expense_wording as words
from daurulang.documents import wording
from daurulang.documents.file import write_whole
from daurulang.documents.fonts import Weight, font
from daurulang.documents.sale_frame import About, Size, frame, pages, signatures
from daurulang.documents.sheet import GREY, Block, Cell, Label, Mark, pdf_of
from daurulang.documents.words import rupiah_in_words
from daurulang.periods import local
from daurulang.quantities import format_rupiah
from daurulang.receipts.expenses import ExpensePaper


def write_expense_paper(paper: ExpensePaper, size: Size, path: Path) -> None:
    """Write it to a file, wholly or not at all; raises `FileNotWritten`."""
    write_whole(path, expense_pdf(paper, size))


def expense_pdf(paper: ExpensePaper, size: Size) -> bytes:
    """One sheet as a PDF."""
    moment = local(paper.at_ms, paper.heading.zone)
    label = Label(
        title=f"{words.TITLE.capitalize()} {paper.number}",
        author=font(Weight.REGULAR).shown(paper.heading.centre_name),
        date=f"D:{moment:%Y%m%d%H%M%S%z}"[:-2] + "'00'",
    )
    mark = Mark(wording.REVERSED, font(Weight.SEMIBOLD), GREY, 0.6) if paper.reversed_by else None
    return pdf_of(_pages(paper, size), size.page, (size.margin, size.margin), label, mark)


def _pages(paper: ExpensePaper, size: Size) -> list[Block]:
    own = frame(paper, words.TITLE, About(words.CATEGORY, paper.category), size)
    spent = paper.expense
    body = Block(own.width)
    body.pair(words.SPENT, own.name, format_rupiah(spent.rupiah), own.total)
    body.gap(4)
    body.text(wording.IN_WORDS, own.label)
    body.text(rupiah_in_words(spent.rupiah), own.body)
    body.rule(0.7, GREY, above=8, below=6)
    facts = [
        (words.NOTE, spent.note),
        (words.PAID_FROM, words.POCKETS[spent.paid_from]),
        *([(words.REFERENCE, spent.reference)] if spent.reference else []),
    ]
    for name, value in facts:
        body.row(Cell(name, own.small, 0, own.mm(32)), Cell(value, own.strong, own.mm(32), own.width - own.mm(32)))
    signers = ((words.CLERK, paper.heading.clerk), (words.RECEIVER, ""), (words.KNOWN_BY, ""))
    body.place(signatures(own, signers), y=body.height)
    return pages(own, [], [], body, words.KEEP)
