"""The cash books of a period on A4 across: every line with what was left after it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from pathlib import Path

from daurulang.centre.queries import Centre
from daurulang.documents import finance_wording as words
from daurulang.documents import wording
from daurulang.documents.a4 import (
    LONG_SIDE,
    MARGIN,
    Report,
    Section,
    Style,
    paragraph,
    report_pdf,
    section_heading,
    style,
)
from daurulang.documents.figures import plain, whole
from daurulang.documents.file import write_whole
from daurulang.documents.table import Column, Table, figures
from daurulang.periods import Period, short_day
from daurulang.reports.cash_book import CashBook, CashLine, sums_of

WIDTH = LONG_SIDE - 2 * MARGIN
DAY, NUMBER, MONEY = 62.0, 72.0, 88.0


def write_cash_books(
    books: Sequence[CashBook], period: Period, letterhead: Centre, path: Path, *, place: str, day: date, maker: str
) -> None:
    """Write the PDF, wholly or not at all; raises `FileNotWritten`."""
    kind = style()
    edge = Report(words.CASH_TITLE, period.title, letterhead, place, day, maker)
    sections = [_book(book, kind) for book in books]
    if len(books) > 1:
        sections.append(_summary(books, kind))
    write_whole(path, report_pdf(edge, sections, landscape=True))


def _book(book: CashBook, kind: Style) -> Section:
    table = Table(
        (
            Column(wording.DAY, DAY),
            Column(wording.RECEIPTS, NUMBER),
            Column(wording.PARTICULARS, WIDTH - DAY - NUMBER - 3 * MONEY),
            *figures((wording.IN, MONEY), (wording.OUT, MONEY)),
            *figures((wording.BALANCE_COLUMN, MONEY)),
        ),
        kind.label,
        kind.body,
        kind.strong,
    )
    first, last = short_day(book.period.first), short_day(book.period.last)
    opening = [first, "", words.OPENING_BALANCE, "", "", plain(book.opening_rupiah)]
    lines = [_line(each) for each in book.lines] or [["", "", words.NO_LINES, "", "", ""]]
    sums = [whole(book.in_rupiah), whole(book.out_rupiah), plain(book.closing_rupiah)]
    closing = table.sums([last, "", words.CLOSING_BALANCE, *sums])
    heading = section_heading(f"{words.book_name(book)} · {book.period.title}", WIDTH, kind)
    return Section([heading], [table.head()], table.rows([opening, *lines]), [closing])


def _line(line: CashLine) -> list[str]:
    return [
        short_day(line.day),
        line.number,
        words.what(line),
        whole(line.in_rupiah),
        whole(line.out_rupiah),
        plain(line.balance_rupiah),
    ]


def _summary(books: Sequence[CashBook], kind: Style) -> Section:
    """Every book in one line."""
    names = (f"{words.OPENING_BALANCE} (Rp)", wording.IN, wording.OUT, f"{words.CLOSING_BALANCE} (Rp)")
    table = Table(
        (Column(words.CASH_BOOK, WIDTH - 4 * MONEY), *figures(*((name, MONEY) for name in names))),
        kind.label,
        kind.body,
        kind.strong,
    )
    rows = [
        [
            words.book_name(each),
            *map(plain, (each.opening_rupiah, each.in_rupiah, each.out_rupiah, each.closing_rupiah)),
        ]
        for each in books
    ]
    sums = table.sums([words.ALL_BOOKS, *map(plain, sums_of(books))])
    note = paragraph(words.BETWEEN_BOOKS, WIDTH, kind.small)
    return Section([section_heading(words.SUMMARY, WIDTH, kind)], [table.head()], table.rows(rows), [sums, note])
