"""What every report on A4 has: the letterhead, sections that break cleanly over pages, signatures, numbered pages."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from daurulang.centre.queries import Centre
from daurulang.documents import wording
from daurulang.documents.fonts import Weight, font
from daurulang.documents.pictures import logo
from daurulang.documents.sheet import DARK, GREEN, GREY, POINTS_PER_MM, Align, Block, Cell, Label, Type, pdf_of
from daurulang.periods import day_in_words

SHORT_SIDE = 210 * POINTS_PER_MM
LONG_SIDE = 297 * POINTS_PER_MM
MARGIN = 15 * POINTS_PER_MM
FOOT = 22.0
FEW_ROWS = 12
SIGNATURE_COLUMN = 214.0


@dataclass(frozen=True, slots=True)
class Style:
    """Two weights, few sizes."""

    body: Type
    small: Type
    label: Type
    strong: Type
    name: Type
    title: Type
    heading: Type
    figure: Type


def style() -> Style:
    """The one style of all reports."""
    regular, semibold = font(Weight.REGULAR), font(Weight.SEMIBOLD)
    return Style(
        body=Type(regular, 8.5, DARK),
        small=Type(regular, 7.2, GREY),
        label=Type(semibold, 7.2, GREY),
        strong=Type(semibold, 8.5, DARK),
        name=Type(semibold, 13, DARK),
        title=Type(semibold, 16, GREEN),
        heading=Type(semibold, 11, GREEN),
        figure=Type(semibold, 14, DARK),
    )


@dataclass(frozen=True, slots=True)
class Section:
    """Print that may run over pages: `opening` stays with the first rows, `again` stands above the rows of every
    page, and the last rows stay with `closing`. A few rows are kept together.
    """

    opening: Sequence[Block]
    again: Sequence[Block] = ()
    rows: Sequence[Block] = ()
    closing: Sequence[Block] = ()

    def chunks(self) -> list[list[Block]]:
        """What must not be torn apart, in its order."""
        start, end = [*self.opening, *self.again], list(self.closing)
        if len(self.rows) <= FEW_ROWS:
            return [[*start, *self.rows, *end]]
        return [[*start, *self.rows[:2]], *([row] for row in self.rows[2:-2]), [*self.rows[-2:], *end]]


def pages_of(sections: Sequence[Section], width: float, height: float) -> list[Block]:
    """The sections one below the other on pages of at most `height`."""
    pages = [Block(width)]
    for section in sections:
        for number, chunk in enumerate(section.chunks()):
            if pages[-1].height and pages[-1].height + sum(block.height for block in chunk) > height:
                pages.append(Block(width))
                for block in section.again if number else ():
                    pages[-1].place(block, y=pages[-1].height)
            for block in chunk:
                pages[-1].place(block, y=pages[-1].height)
    return pages


@dataclass(frozen=True, slots=True)
class Report:
    """What the edge of the paper and its signatures say. `maker` and the names of the centre may be empty; `signers`
    are the roles of two people who write their own names, where not the head of the office and the maker sign.
    """

    title: str
    subtitle: str
    centre: Centre
    place: str
    day: date
    maker: str
    signers: tuple[str, str] | None = None


def report_pdf(report: Report, sections: Sequence[Section], *, landscape: bool = False) -> bytes:
    """The PDF of a report: letterhead, sections, signatures, which stay with the end of the last section."""
    kind = style()
    size = (LONG_SIDE, SHORT_SIDE) if landscape else (SHORT_SIDE, LONG_SIDE)
    width, height = size[0] - 2 * MARGIN, size[1] - 2 * MARGIN - FOOT
    *before, last = sections
    signed = replace(last, closing=[*last.closing, _signatures(report, width, kind)])
    whole = [Section([_letterhead(report, width, kind)]), *before, signed]
    pages = pages_of(whole, width, height)
    for number, page in enumerate(pages, 1):
        foot = Block(width)
        foot.rule(0.5, GREY, below=3)
        words = f"{report.title.capitalize()} · {report.subtitle} · {report.centre.name}"
        counted = wording.page_of(number, len(pages))
        room = kind.small.font.width(counted, kind.small.size) + 12
        foot.row(
            Cell(kind.small.font.rows(words, kind.small.size, width - room)[0], kind.small, 0, width - room),
            Cell(counted, kind.small, width - room, room, Align.RIGHT),
        )
        page.place(foot, y=height + FOOT - foot.height)
    label = Label(
        title=f"{report.title.capitalize()} {report.subtitle}",
        author=font(Weight.REGULAR).shown(report.centre.name),
        date=f"D:{report.day:%Y%m%d}000000{report.centre.zone.offset.utcoffset(None).seconds // 3600:+03d}'00'",
    )
    return pdf_of(pages, size, (MARGIN, MARGIN), label)


def section_heading(text: str, width: float, kind: Style) -> Block:
    """The heading of a section with the room above it."""
    block = Block(width)
    block.gap(13)
    block.text(text, kind.heading)
    block.gap(5)
    return block


def paragraph(text: str, width: float, kind: Type) -> Block:
    """A text over the whole width."""
    block = Block(width)
    block.gap(4)
    block.text(text, kind)
    return block


def _letterhead(report: Report, width: float, kind: Style) -> Block:
    block, x = Block(width), 0.0
    centre = report.centre
    picture = logo(centre.logo, 110, 46)
    if picture is not None:
        mark = Block(picture.width)
        mark.pictures.append(picture)
        mark.gap(picture.height)
        block.place(mark)
        x = picture.width + 12
    who = Block(width - x)
    who.text(centre.name, kind.name)
    who.text(centre.address, kind.small)
    who.text(centre.phone and f"{wording.PHONE} {centre.phone}", kind.small)
    block.place(who, x, max(0.0, (block.height - who.height) / 2))
    block.rule(1.6, GREEN, above=8, below=9)
    block.text(report.title, kind.title, Align.CENTRE)
    block.text(report.subtitle, kind.name, Align.CENTRE)
    block.gap(8)
    return block


def _signatures(report: Report, width: float, kind: Style) -> Block:
    """The head of the office on the left, who made the report on the right, below place and date; or two signers."""
    block = Block(width)
    block.gap(26)
    column = SIGNATURE_COLUMN
    xs = (20.0, width - column - 20)
    when = ", ".join(part for part in (report.place, day_in_words(report.day)) if part)
    head = report.centre.head_title or wording.HEAD
    usual = ((wording.ACKNOWLEDGED, when), (head, wording.MADE_BY))
    for rows in (("", when), report.signers) if report.signers else usual:
        block.row(*(Cell(text, kind.body, x, column, Align.CENTRE) for x, text in zip(xs, rows, strict=True)))
    block.gap(46)
    names = (Block(column), Block(column))
    for own, name in zip(names, ("", "") if report.signers else (report.centre.head_name, report.maker), strict=True):
        own.text(name.strip(), kind.strong, Align.CENTRE)
    # Both stand on their lines, however many rows the longer one takes.
    top, room = block.height, max(kind.strong.leading, *(own.height for own in names))
    block.gap(room)
    for x, own in zip(xs, names, strict=True):
        block.place(own, x, top + room - own.height)
    line = Block(column)
    line.rule(0.6, GREY, above=1)
    bottom = block.height
    for x in xs:
        block.place(line, x, bottom)
    return block
