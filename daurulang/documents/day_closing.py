"""The page of a closed day on A4: the same page gives the same bytes, today and in ten years."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from daurulang.closings.day_page import ChainHead, DayPage, Goods, KindSum, ReversedAct
from daurulang.documents import day_closing_wording as words
from daurulang.documents.a4 import (
    MARGIN,
    SHORT_SIDE,
    Report,
    Section,
    Style,
    paragraph,
    report_pdf,
    section_heading,
    style,
)
from daurulang.documents.figures import plain, thousandths, whole
from daurulang.documents.file import write_whole
from daurulang.documents.pictures import square_code
from daurulang.documents.sheet import Block, Cell
from daurulang.documents.table import Column, Table, figures
from daurulang.ledger.model import CLOSING_KINDS, EntryKind
from daurulang.periods import clock_time, local, long_day, short_day
from daurulang.quantities import format_rupiah, format_thousandths

WIDTH = SHORT_SIDE - 2 * MARGIN
CODE_SIZE = 92.0
CODE_ROOM = CODE_SIZE + 14
SHOWN_SIGNS = 16


def write_day_closing(page: DayPage, path: Path) -> None:
    """Write the page's PDF, wholly or not at all; raises `FileNotWritten`."""
    kind = style()
    closed = local(page.at_ms, page.centre.zone)
    edge = Report(words.TITLE, long_day(page.day), page.centre, page.place, closed.date(), page.clerk)
    moment = f"{short_day(closed.date())} {clock_time(page.at_ms, page.centre.zone)}"
    said = Section([paragraph(words.closed_by(page.clerk, moment), WIDTH, kind.small)])
    sections = [said, _acts(page, kind), *_late(page, kind), _goods(page, kind)]
    sections += [_boxes(page, kind), *_box_acts(page, kind), _reversals(page, kind)]
    if page.gaps:
        sections.append(_gaps(page, kind))
    write_whole(path, report_pdf(edge, [*sections, _heads(page, kind)]))


def _table(kind: Style, *columns: Column) -> Table:
    return Table(columns, kind.label, kind.body, kind.strong)


def _acts(page: DayPage, kind: Style) -> Section:
    """Every kind of act beside what it came to since the beginning."""
    if not page.ever:
        return Section([section_heading(words.ACTS, WIDTH, kind), paragraph(words.NO_ACTS, WIDTH, kind.body)])
    table = _table(
        kind,
        Column(words.ACTS, WIDTH - 386),
        *figures((words.COUNT, 46), (words.RUPIAH, 76), (words.CASH, 76)),
        *figures((f"{words.COUNT} {words.EVER}", 88), (f"{words.RUPIAH} {words.EVER}", 100)),
    )
    today = {each.kind: each for each in page.kinds}
    rows = []
    for each in page.ever:
        own = today.get(each.kind, KindSum(each.kind, 0, 0, 0, 0, 0, 0))
        figures_of_day = (whole(own.count), whole(own.rupiah), whole(own.cash_rupiah))
        rows.append([words.KINDS[each.kind], *figures_of_day, whole(each.count), whole(each.rupiah)])
    return Section([section_heading(words.ACTS, WIDTH, kind)], [table.head()], table.rows(rows))


def _late(page: DayPage, kind: Style) -> list[Section]:
    """What was booked to days that were closed before, of a month that was opened again; nothing on most days."""
    booked = [each for each in page.late if each.kind not in CLOSING_KINDS]
    if not booked:
        return []
    table = _table(
        kind,
        Column(words.ACTS, WIDTH - 308),
        *figures((words.COUNT, 46), (words.RUPIAH, 86), (words.CASH, 86), (words.WEIGHT, 90)),
    )
    kilograms = thousandths(each.grams for each in booked)
    rows = [
        [words.KINDS[each.kind], whole(each.count), whole(each.rupiah), whole(each.cash_rupiah), kilograms(each.grams)]
        for each in booked
    ]
    heading = [section_heading(words.LATE, WIDTH, kind), paragraph(words.LATE_NOTE, WIDTH, kind.small)]
    return [Section(heading, [table.head()], table.rows(rows))]


def _goods(page: DayPage, kind: Style) -> Section:
    """What was brought, less what reversals took back."""
    table = _table(
        kind,
        Column(words.GOODS, WIDTH - 300),
        *figures((words.WEIGHT, 110), (words.PIECES, 90), (words.LITRES, 100)),
    )
    sums = [
        (words.TODAY, _net(page.kinds, page.old_goods)),
        (words.SINCE_THE_BEGINNING, _net(page.ever, page.old_goods_ever)),
    ]
    kilograms = thousandths(goods[0] for _, goods in sums)
    litres = thousandths(goods[2] for _, goods in sums)
    rows = [[name, kilograms(goods[0]), whole(goods[1]), litres(goods[2])] for name, goods in sums]
    old = _old_goods(page.old_goods_ever)
    told = [paragraph(words.of_old_books(old), WIDTH, kind.small)] if old else []
    return Section([section_heading(words.GOODS, WIDTH, kind)], [table.head()], table.rows(rows), told)


def _old_goods(goods: Goods) -> str:
    """What was taken back of old books, empty where nothing was."""
    measures = (
        (goods.grams, format_thousandths(goods.grams, 0), "kg"),
        (goods.pieces, whole(goods.pieces), "pcs"),
        (goods.millilitres, format_thousandths(goods.millilitres, 0), "liter"),
    )
    return ", ".join(f"{figure} {unit}" for amount, figure, unit in measures if amount)


# What residents brought; a count of the store only says what is there.
_SIGNS = {EntryKind.DEPOSIT: 1, EntryKind.REVERSAL: -1}


def _net(kinds: Sequence[KindSum], old: Goods) -> tuple[int, int, int]:
    """Grams, pieces and millilitres; what was taken back of old books had not come in here."""
    signs = [(_SIGNS.get(each.kind, 0), each) for each in kinds]
    return (
        old.grams + sum(sign * each.grams for sign, each in signs),
        old.pieces + sum(sign * each.pieces for sign, each in signs),
        old.millilitres + sum(sign * each.millilitres for sign, each in signs),
    )


def _boxes(page: DayPage, kind: Style) -> Section:
    """The numbers of every counter, and its cash from morning to evening."""
    table = _table(
        kind,
        Column(words.COUNTER, WIDTH - 430),
        Column(words.NUMBERS, 118),
        *figures((words.COUNT, 40), (words.BEFORE, 58), (words.IN, 52), (words.OUT, 52)),
        *figures((words.DIFFERENCE, 50), (words.AFTER, 60)),
    )
    rows = [
        [
            f"{each.name} ({each.code})",
            each.first if each.first == each.last else f"{each.first} – {each.last}",
            whole(each.count),
            plain(each.cash_before_rupiah),
            whole(each.cash_in_rupiah),
            whole(each.cash_out_rupiah),
            whole(each.difference_rupiah),
            plain(each.cash_after_rupiah),
        ]
        for each in page.counters
    ]
    late = [words.late_cash(each.name, whole(each.late_rupiah)) for each in page.counters if each.late_rupiah]
    told = [paragraph(f"{words.LATE}: {', '.join(late)}.", WIDTH, kind.small)] if late else []
    return Section([section_heading(words.BOXES, WIDTH, kind)], [table.head()], table.rows(rows), told)


def _box_acts(page: DayPage, kind: Style) -> list[Section]:
    """What went in and out of the boxes other than by members, and every difference: two may be nothing in the sum."""
    if not page.box_acts:
        return []
    table = _table(
        kind,
        Column(words.NUMBER, 62),
        Column(words.ACT, 110),
        *figures((words.RUPIAH, 64)),
        Column(words.REASON, WIDTH - 336),
        Column(words.CLERK, 100),
    )
    rows = [[each.number, words.box_act(each), plain(each.rupiah), each.reason, each.clerk] for each in page.box_acts]
    return [Section([section_heading(words.BOX_ACTS, WIDTH, kind)], [table.head()], table.rows(rows))]


def _reversals(page: DayPage, kind: Style) -> Section:
    heading = section_heading(f"{words.REVERSALS} ({len(page.reversals)})", WIDTH, kind)
    if not page.reversals:
        return Section([heading, paragraph(words.NO_REVERSALS, WIDTH, kind.body)])
    table = _table(
        kind,
        Column(words.NUMBER, 62),
        Column(words.REVERSES, 66),
        *figures((words.RUPIAH, 64)),
        Column(words.REASON, WIDTH - 292),
        Column(words.APPROVED, 100),
    )
    rows = [[each.number, each.original, whole(each.rupiah), _why(each), each.approver] for each in page.reversals]
    return Section([heading], [table.head()], table.rows(rows))


def _gaps(page: DayPage, kind: Style) -> Section:
    """Numbers between those of the counters that no paper of this book has."""
    heading = section_heading(f"{words.GAPS} ({len(page.gaps)})", WIDTH, kind)
    table = _table(kind, Column(words.NUMBERS, 130), Column(words.REASON, WIDTH - 130))
    rows = [[each.numbers, each.reason] for each in page.gaps]
    return Section([heading, paragraph(words.GAPS_NOTE, WIDTH, kind.small)], [table.head()], table.rows(rows))


def _why(act: ReversedAct) -> str:
    """The reason, and what of it became a debt."""
    return f"{act.reason} ({words.became_debt(format_rupiah(act.debt_rupiah))})" if act.debt_rupiah else act.reason


def _heads(page: DayPage, kind: Style) -> Section:
    """The head of every chain: its first signs to be read, all of them as a square code."""
    heading = section_heading(words.HEADS, WIDTH, kind)
    if not page.heads:
        return Section([heading, paragraph(words.NO_ACTS, WIDTH, kind.body)])
    block, room = Block(WIDTH), WIDTH - CODE_ROOM
    code = Block(CODE_SIZE)
    code.fills.extend(square_code(_content(page), CODE_SIZE))
    code.gap(CODE_SIZE)
    beside = Block(room)
    for head in page.heads:
        beside.row(Cell(head.number, kind.strong, 0, 80), Cell(_shown(head), kind.strong, 80, room - 80))
        beside.gap(3)
    beside.gap(4)
    beside.text(words.HEADS_NOTE, kind.small)
    block.place(beside)
    block.place(code, WIDTH - CODE_SIZE)
    return Section([heading, block])


def _shown(head: ChainHead) -> str:
    """Sixteen signs in groups of four."""
    signs = head.hash[:SHOWN_SIGNS]
    return " ".join(signs[start : start + 4] for start in range(0, SHOWN_SIGNS, 4))


def _content(page: DayPage) -> str:
    return " ".join([f"TUTUP {page.day.isoformat()}", *(f"{head.number} {head.hash}" for head in page.heads)])
