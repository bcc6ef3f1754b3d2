"""The papers of a sale as one file: the invoice, then the delivery note that goes with the goods."""

from __future__ import annotations

from pathlib import Path

from daurulang.config import Paper
from daurulang.documents import sale_wording as words
from daurulang.documents import wording
from daurulang.documents.file import write_whole
from daurulang.documents.fonts import Weight, font
from daurulang.documents.sale_delivery import delivery_pages
from daurulang.documents.sale_frame import Size
from daurulang.documents.sale_invoice import invoice_pages
from daurulang.documents.sale_payment import payment_pages
from daurulang.documents.sheet import GREY, Label, Mark, pdf_of
from daurulang.periods import local
from daurulang.receipts.sales import SalePaper


def write_sale_paper(paper: SalePaper, size: Size, path: Path) -> None:
    """Write them to a file, wholly or not at all; raises `FileNotWritten`."""
    write_whole(path, sale_pdf(paper, size))


def size_for(paper: Paper) -> Size:
    """A5 where the machine's printer has it; a roll is too narrow for an invoice, which the office prints on A4."""
    return Size.A5 if paper is Paper.A5 else Size.A4


def sale_pdf(paper: SalePaper, size: Size) -> bytes:
    """Invoice and delivery note, or the receipt of a payment, as a PDF."""
    if paper.payment is not None:
        title, pages = words.PAYMENT_TITLE, payment_pages(paper, paper.payment, size)
    else:
        title, pages = words.INVOICE_TITLE, [*invoice_pages(paper, size), *delivery_pages(paper, size)]
    moment = local(paper.at_ms, paper.heading.zone)
    label = Label(
        title=f"{title.capitalize()} {paper.number}",
        author=font(Weight.REGULAR).shown(paper.heading.centre_name),
        date=f"D:{moment:%Y%m%d%H%M%S%z}"[:-2] + "'00'",
    )
    mark = Mark(wording.REVERSED, font(Weight.SEMIBOLD), GREY, 0.6) if paper.reversed_by else None
    return pdf_of(pages, size.page, (size.margin, size.margin), label, mark)
