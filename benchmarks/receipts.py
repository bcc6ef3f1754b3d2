"""(d) a receipt as PDF against a bare reportlab canvas that writes the same words at the same places."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from io import BytesIO
from pathlib import Path
from typing import Any

from benchmarks.measure import Row, in_turns
from daurulang.config import Paper
from daurulang.documents import receipt_roll, receipt_sheet, sheet
from daurulang.documents.receipt import receipt_pdf
from daurulang.migrations.opening import open_book
from daurulang.receipts.queries import Receipt
from daurulang.receipts.service import look_at

ROUNDS = 150


def bare_canvas(receipt: Receipt, paper: Paper) -> Callable[[], bytes]:
    """Write what `receipt_pdf` writes, word by word, with nothing but a canvas."""
    from reportlab.pdfgen.canvas import Canvas

    seen: list[tuple[Sequence[Any], tuple[float, float], tuple[float, float]]] = []
    real = sheet.pdf_of

    def note(
        pages: Sequence[Any], size: tuple[float, float], corner: tuple[float, float], label: Any, mark: Any = None
    ) -> bytes:
        seen.append((pages, size, corner))
        return real(pages, size, corner, label, mark)

    receipt_roll.pdf_of = receipt_sheet.pdf_of = note  # type: ignore[attr-defined]
    receipt_pdf(receipt, paper)
    receipt_roll.pdf_of = receipt_sheet.pdf_of = real  # type: ignore[attr-defined]
    ((pages, size, corner),) = seen

    def write() -> bytes:
        out = BytesIO()
        canvas = Canvas(out, pagesize=size, invariant=1)
        for page in pages:
            for run in page.runs:
                canvas.setFont(run.font, run.size)
                canvas.drawString(corner[0] + run.x, size[1] - corner[1] - run.y, run.text)
            canvas.showPage()
        canvas.save()
        return out.getvalue()

    return write


def measure(book: Path, number: str) -> list[Row]:
    """One row for each paper, on a deposit of five lines."""
    db = open_book(book)
    receipt = look_at(db, number)
    db.close()
    rows = []
    for paper in Paper:
        floor = bare_canvas(receipt, paper)
        samples = in_turns({"receipt": lambda p=paper: receipt_pdf(receipt, p), "bare": floor}, ROUNDS)  # type: ignore[misc]
        rows.append(
            Row(f"(d) receipt PDF, {paper}", samples["receipt"], "the same words, bare canvas", samples["bare"], "≤ 2×")
        )
    return rows
