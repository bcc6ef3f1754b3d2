"""The slips of a load, a batch and of what goes to the landfill, on A5."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from daurulang.centre.queries import Centre
from daurulang.documents import stock_wording as words
from daurulang.documents import wording
from daurulang.documents.a4 import Style, style
from daurulang.documents.figures import NOTHING, plain, share, whole
from daurulang.documents.file import write_whole
from daurulang.documents.fonts import Weight, font
from daurulang.documents.pictures import logo
from daurulang.documents.sheet import (
    GREEN,
    GREY,
    POINTS_PER_MM,
    Align,
    Block,
    Cell,
    Label,
    Mark,
    fill_pages,
    pdf_of,
)
from daurulang.documents.table import Column, Table, figures
from daurulang.ledger.model import EntryKind
from daurulang.loads.model import LoadPayment, Measured
from daurulang.periods import clock_time, long_day
from daurulang.quantities import format_amount_of, format_kilograms, format_rupiah, format_thousandths
from daurulang.reports.plant_acts import BatchFigures, PlantActInFull, PlantLine

SIZE = (148 * POINTS_PER_MM, 210 * POINTS_PER_MM)
MARGIN = 12 * POINTS_PER_MM
WIDTH = SIZE[0] - 2 * MARGIN
FOOT = 24.0
UNIT, AMOUNT, MONEY = 28.0, 56.0, 60.0


def write_plant_slip(done: PlantActInFull, letterhead: Centre, path: Path) -> None:
    """Write the PDF, wholly or not at all; raises `FileNotWritten`."""
    write_whole(path, plant_slip_pdf(done, letterhead))


def plant_slip_pdf(done: PlantActInFull, letterhead: Centre) -> bytes:
    """The sheets of one act; what was reversed says so all over."""
    kind, act = style(), done.act
    title = words.SLIP_TITLES[act.kind]
    table = _table(done, kind)
    lines = [_line(table, done, number, line) for number, line in enumerate(done.lines, 1)]
    again = [_continued(title, act.number, kind), table.head()]
    closing = Block(WIDTH)
    closing.place(_sums(done, kind))
    closing.place(_signatures(done, letterhead, kind), y=closing.height)
    blocks = [_head(title, done, letterhead, kind), _facts(done, kind), table.head(), *lines, closing]
    pages = fill_pages(blocks, SIZE[1] - 2 * MARGIN - FOOT, again)
    for number, page in enumerate(pages, 1):
        foot = Block(WIDTH)
        counted = wording.page_of(number, len(pages)) if len(pages) > 1 else ""
        foot.text(wording.check_code(done.hash), kind.small)
        foot.row(Cell(f"{title.capitalize()} {act.number}", kind.small, 0, WIDTH - 90),
                 Cell(counted, kind.small, WIDTH - 90, 90, Align.RIGHT))  # fmt: skip
        page.place(foot, y=SIZE[1] - 2 * MARGIN - foot.height)
    label = Label(
        title=f"{title.capitalize()} {act.number}",
        author=font(Weight.REGULAR).shown(letterhead.name),
        date=f"D:{act.day:%Y%m%d}000000",
    )
    mark = Mark(wording.REVERSED, font(Weight.SEMIBOLD), GREY, 0.6) if act.reversed_by else None
    return pdf_of(pages, SIZE, (MARGIN, MARGIN), label, mark)


def _head(title: str, done: PlantActInFull, centre: Centre, kind: Style) -> Block:
    block, x = Block(WIDTH), 0.0
    picture = logo(centre.logo, 60, 40)
    if picture is not None:
        mark = Block(picture.width)
        mark.pictures.append(picture)
        mark.gap(picture.height)
        block.place(mark)
        x = picture.width + 10
    half = WIDTH * 0.5
    who, what = Block(WIDTH - half - x), Block(half)
    who.text(centre.name, kind.strong)
    who.text(centre.address, kind.small)
    who.text(centre.phone and f"{wording.PHONE} {centre.phone}", kind.small)
    what.text(title, kind.heading, Align.RIGHT)
    what.text(done.act.number, kind.name, Align.RIGHT)
    block.place(who, x)
    block.place(what, WIDTH - half)
    block.rule(1.4, GREEN, above=6, below=6)
    if done.act.reversed_by:
        block.text(f"{wording.REVERSED_BY} {done.act.reversed_by}", kind.strong)
        block.gap(4)
    return block


def _facts(done: PlantActInFull, kind: Style) -> Block:
    act, block = done.act, Block(WIDTH)
    what = words.BATCHES[act.batch_kind] if act.batch_kind else act.party
    store = f"{act.store} \u2192 {act.to_store}" if act.to_store else act.store
    facts = (
        (words.PARTIES[act.kind], what),
        (wording.DATE, long_day(act.day)),
        (words.STORE, store),
        (words.VEHICLE, act.vehicle),
        (words.NOTE, act.note),
    )
    for name, text in facts:
        if text:
            block.row(Cell(name, kind.small, 0, 62), Cell(text, kind.strong, 66, WIDTH - 66))
    block.gap(6)
    return block


def _continued(title: str, number: str, kind: Style) -> Block:
    block = Block(WIDTH)
    block.pair(f"{title} · {wording.CONTINUED}", kind.strong, number, kind.strong)
    block.rule(1.4, GREEN, above=4, below=6)
    return block


def _table(done: PlantActInFull, kind: Style) -> Table:
    number = 24.0
    if done.act.kind is EntryKind.LOAD:
        paid = figures((words.RUPIAH, MONEY)) if done.payment is not LoadPayment.NONE else ()
        rest = WIDTH - number - 3 * AMOUNT - sum(column.width for column in paid)
        columns: Sequence[Column] = (
            Column(wording.NUMBER, number),
            Column(wording.MATERIAL, rest),
            *figures((words.GROSS, AMOUNT), (words.TARE, AMOUNT), (words.NET, AMOUNT)),
            *paid,
        )
    else:
        columns = (
            Column(wording.NUMBER, number),
            Column(wording.MATERIAL, WIDTH - number - 2 * AMOUNT - UNIT),
            *figures((words.THERE, AMOUNT)),
            Column("", UNIT),
            *figures((f"{wording.WEIGHT} (kg)", AMOUNT)),
        )
    return Table(columns, kind.label, kind.body, kind.strong)


def _line(table: Table, done: PlantActInFull, number: int, line: PlantLine) -> Block:
    name = words.goods(line.name, line.condition)
    if done.act.kind is EntryKind.LOAD:
        weighed = line.measured is Measured.WEIGHT
        measured = (
            [format_thousandths(line.gross_grams), format_thousandths(line.tare_grams)]
            if weighed
            else [f"{format_thousandths(line.volume_litres)} m³", f"× {plain(line.density_grams_per_litre)} kg"]
        )
        net = format_thousandths(line.grams)
        paid = [whole(line.rupiah)] if done.payment is not LoadPayment.NONE else []
        return table.row([str(number), name, *measured, net if weighed else f"± {net}", *paid])
    side = f"{words.SIDES[line.side]}: " if line.side is not None else ""
    weight = format_thousandths(line.grams) if line.grams else NOTHING
    return table.row([str(number), side + name, format_amount_of(line.quantity, line.unit), line.unit.value, weight])


def _sums(done: PlantActInFull, kind: Style) -> Block:
    """The totals: what was weighed, what was estimated and its volume each for itself."""
    block = Block(WIDTH)
    block.rule(0.8, GREY, above=2, below=3)
    for name, text in _totals(done):
        block.pair(name, kind.body, text, kind.strong)
    block.gap(4)
    return block


def _totals(done: PlantActInFull) -> list[tuple[str, str]]:
    if done.figures is not None:
        return _batch_totals(done, done.figures)
    if done.act.kind is EntryKind.DISPOSAL:
        return [(wording.WEIGHT, format_kilograms(done.act.grams))]
    weighed = sum(line.grams for line in done.lines if line.measured is Measured.WEIGHT)
    estimated = [line for line in done.lines if line.measured is Measured.VOLUME]
    found = [(words.WEIGHED, format_kilograms(weighed))] if weighed or not estimated else []
    if estimated:
        litres = sum(line.volume_litres for line in estimated)
        found.append((words.VOLUME, f"{format_thousandths(litres)} m³"))
        found.append((words.ESTIMATED, f"± {format_kilograms(sum(line.grams for line in estimated))}"))
    if done.payment is not None:
        how = words.PAYMENTS[done.payment]
        found.append((words.PAID, f"{how} {format_rupiah(done.act.rupiah)}" if done.act.rupiah else how))
    return found


def _batch_totals(done: PlantActInFull, batch: BatchFigures) -> list[tuple[str, str]]:
    into = done.act.grams
    made = f" ({share(batch.output_grams, into)})" if into else ""
    found = [
        (words.SIDE_TOTALS[0], format_kilograms(into)),
        (words.SIDE_TOTALS[1], format_kilograms(batch.output_grams) + made),
        (words.SIDE_TOTALS[2], format_kilograms(batch.residue_grams)),
        (words.LOSS if batch.loss_grams >= 0 else words.GAIN, format_kilograms(abs(batch.loss_grams))),
    ]
    if batch.labour_minutes:
        found.append((words.LABOUR, words.hours(batch.labour_minutes)))
    if batch.fuel_millilitres:
        found.append((words.FUEL, f"{format_thousandths(batch.fuel_millilitres)} liter"))
    return found


def _signatures(done: PlantActInFull, centre: Centre, kind: Style) -> Block:
    act = done.act
    signers = [(role, name or "") for role, name in zip(words.SIGNERS[act.kind], (act.clerk, "", ""), strict=False)]
    block = Block(WIDTH)
    block.gap(6)
    moment = f"{clock_time(act.at_ms, centre.zone)} {centre.zone} · {act.counter}"
    block.text(f"{wording.RECORDED} {moment}", kind.small)
    block.gap(10)
    column = min(44 * POINTS_PER_MM, (WIDTH - 12) / len(signers))
    step = (WIDTH - column) / max(1, len(signers) - 1)
    places = [number * step for number in range(len(signers))]
    at = list(zip(places, signers, strict=True))
    block.row(*(Cell(role, kind.small, x, column, Align.CENTRE) for x, (role, _) in at))
    block.gap(34)
    line = Block(column)
    line.rule(0.6, GREY, below=3)
    bottom = block.height
    for x in places:
        block.place(line, x, bottom)
    block.row(*(Cell(name, kind.body, x, column, Align.CENTRE) for x, (_, name) in at))
    return block
