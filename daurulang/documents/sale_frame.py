"""What the papers of sales and expenses have in common, on A5 or A4: the head, whom or what it is about, lines over
pages, signatures.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import Enum
from typing import Generic, Protocol, TypeVar

from daurulang.documents import sale_wording as words
from daurulang.documents import wording
from daurulang.documents.fonts import Weight, font
from daurulang.documents.pictures import logo
from daurulang.documents.sheet import (
    DARK,
    GREEN,
    GREY,
    POINTS_PER_MM,
    Align,
    Block,
    Cell,
    Type,
    fill_pages,
)
from daurulang.members.visit import Heading
from daurulang.periods import clock_time, local, long_day, short_day
from daurulang.receipts.sales import SalePaper

Fact = tuple[str, str]


class Framed(Protocol):
    """What every such paper has."""

    @property
    def number(self) -> str:
        """As it is printed."""

    @property
    def day(self) -> date:
        """When it was."""

    @property
    def at_ms(self) -> int:
        """When it was entered."""

    @property
    def heading(self) -> Heading:
        """The names as they were."""

    @property
    def logo(self) -> bytes | None:
        """Of the centre."""

    @property
    def copy(self) -> int:
        """0 is the original."""

    @property
    def hash(self) -> str:
        """The entry's in the chain."""

    @property
    def old_number(self) -> str | None:
        """Of a paper of an old book."""

    @property
    def reversed_by(self) -> str:
        """Empty while it stands."""


P = TypeVar("P", bound=Framed)
P_co = TypeVar("P_co", bound=Framed, covariant=True)


@dataclass(frozen=True, slots=True)
class About:
    """Whom or what a paper is about: a label, a name, and small words under it."""

    label: str
    name: str
    detail: tuple[str, ...] = ()


def buyer_of(paper: SalePaper) -> About:
    """Who bought, or who paid."""
    label = words.TO if paper.payment is None else words.RECEIVED_FROM
    return About(
        label, paper.buyer, (paper.buyer_address, paper.buyer_phone and f"{wording.PHONE} {paper.buyer_phone}")
    )


class Size(Enum):
    """The two sheets: their sides and margin in millimetres, and how much larger than on A5 the print is."""

    A5 = (148, 210, 12, 1.0)
    A4 = (210, 297, 18, 1.18)

    @property
    def page(self) -> tuple[float, float]:
        """The sides in points."""
        return self.value[0] * POINTS_PER_MM, self.value[1] * POINTS_PER_MM

    @property
    def margin(self) -> float:
        """In points, on all sides."""
        return self.value[2] * POINTS_PER_MM

    @property
    def width(self) -> float:
        """Of the print."""
        return self.page[0] - 2 * self.margin

    @property
    def scale(self) -> float:
        """How much larger than on A5 the print is."""
        return self.value[3]


@dataclass(frozen=True, slots=True)
class Frame(Generic[P_co]):
    """One paper on one size of sheet: its title, what it is about, and how it is set."""

    paper: P_co
    title: str
    about: About
    size: Size
    body: Type
    small: Type
    label: Type
    strong: Type
    name: Type
    heading: Type
    total: Type

    @property
    def width(self) -> float:
        """Of the print."""
        return self.size.width

    @property
    def half(self) -> float:
        """Of what stands at the right."""
        return self.width * 0.46

    def mm(self, millimetres: float) -> float:
        """A length that grows with the print."""
        return millimetres * POINTS_PER_MM * self.size.scale


def frame(paper: P, title: str, about: About, size: Size) -> Frame[P]:
    """Two weights, few sizes."""
    regular, semibold = font(Weight.REGULAR), font(Weight.SEMIBOLD)

    def kind(weight: Weight, points: float, ink: tuple[float, float, float] = DARK) -> Type:
        return Type(regular if weight is Weight.REGULAR else semibold, points * size.scale, ink)

    return Frame(
        paper,
        title,
        about,
        size,
        body=kind(Weight.REGULAR, 8.5),
        small=kind(Weight.REGULAR, 7.2, GREY),
        label=kind(Weight.SEMIBOLD, 7.2, GREY),
        strong=kind(Weight.SEMIBOLD, 8.5),
        name=kind(Weight.SEMIBOLD, 11.5),
        heading=kind(Weight.SEMIBOLD, 13.5, GREEN),
        total=kind(Weight.SEMIBOLD, 18),
    )


def pages(own: Frame[Framed], head: Sequence[Block], lines: Sequence[Block], closing: Block, foot: str) -> list[Block]:
    """The paper on as many sheets as needed: `head` ends with the titles of the lines, which stand on every further
    sheet too; the last line never stands apart from what closes.
    """
    end = Block(own.width)
    if lines:
        end.place(lines[-1])
    end.place(closing, y=end.height)
    room = 24.0 * own.size.scale
    height = own.size.page[1] - 2 * own.size.margin - room
    again = [_continued(own), *head[-1:]] if lines else [_continued(own)]
    found = fill_pages([_head(own), _people(own), *head, *lines[:-1], end], height, again)
    for number, page in enumerate(found, 1):
        last = Block(own.width)
        count = wording.page_of(number, len(found)) if len(found) > 1 else ""
        wide = own.small.font.width(count, own.small.size) + 8 if count else 0.0
        last.text(wording.check_code(own.paper.hash), own.small)
        last.row(
            Cell(foot, own.small, 0, own.width - wide),
            Cell(count, own.small, own.width - wide, wide, Align.RIGHT),
        )
        page.place(last, y=height + room - last.height)
    return found


def _copied(own: Frame[Framed]) -> Block:
    block = Block(own.width)
    if own.paper.copy:
        block.framed(wording.copy_mark(own.paper.copy), own.name)
        block.gap(10)
    return block


def _head(own: Frame[Framed]) -> Block:
    block, heading = _copied(own), own.paper.heading
    who, what = Block(own.width - own.half), Block(own.half)
    x = 0.0
    picture = logo(own.paper.logo, 60 * own.size.scale, 40 * own.size.scale)
    if picture is not None:
        mark = Block(picture.width)
        mark.pictures.append(picture)
        mark.gap(picture.height)
        who.place(mark)
        x = picture.width + 10
    lines = Block(who.width - x - 8)
    lines.text(heading.centre_name, own.name)
    lines.text(heading.centre_address, own.small)
    lines.text(heading.centre_phone and f"{wording.PHONE} {heading.centre_phone}", own.small)
    who.place(lines, x)
    what.text(own.title, own.heading, Align.RIGHT)
    what.text(own.paper.number, own.name, Align.RIGHT)
    top = block.height
    block.place(who, y=top)
    block.place(what, own.width - own.half, top)
    block.rule(1.4, GREEN, above=8, below=8)
    if own.paper.reversed_by:
        block.text(f"{wording.REVERSED_BY} {own.paper.reversed_by}", own.strong)
        block.gap(6)
    return block


def _people(own: Frame[Framed]) -> Block:
    paper, heading = own.paper, own.paper.heading
    about, desk = Block(own.width - own.half - 10), Block(own.half)
    about.text(own.about.label, own.label)
    about.text(own.about.name, own.name)
    for detail in own.about.detail:
        about.text(detail, own.small)
    desk.text(wording.DATE, own.label)
    desk.text(long_day(paper.day), own.strong)
    entered = local(paper.at_ms, heading.zone).date()
    time = f"{clock_time(paper.at_ms, heading.zone)} {heading.zone}"
    moment = f"{wording.TIME} {time}" if entered == paper.day else f"{wording.RECORDED} {short_day(entered)} {time}"
    desk.text(f"{moment} · {heading.counter}", own.small)
    desk.text(f"{wording.CLERK} {heading.clerk}", own.small)
    if paper.old_number is not None:
        desk.text(f"{wording.OLD_PAPER}: {paper.old_number or wording.WITHOUT_NUMBER}", own.small)
    block = Block(own.width)
    block.place(about)
    block.place(desk, own.width - own.half)
    block.gap(10)
    return block


def _continued(own: Frame[Framed]) -> Block:
    block = _copied(own)
    block.pair(f"{own.title} · {wording.CONTINUED}", own.strong, own.paper.number, own.strong)
    block.text(own.about.name, own.small)
    block.rule(1.4, GREEN, above=5, below=8)
    return block


def signatures(own: Frame[Framed], signers: Sequence[Fact]) -> Block:
    """Who signs as what, beside each other; a name may be empty."""
    block = Block(own.width)
    block.gap(18)
    column = min(own.mm(46), (own.width - 12 * (len(signers) - 1)) / len(signers))
    step = (own.width - column) / max(1, len(signers) - 1)
    xs = [number * step for number in range(len(signers))]
    block.row(*(Cell(role, own.small, x, column, Align.CENTRE) for x, (role, _name) in zip(xs, signers, strict=True)))
    block.gap(34 * own.size.scale)
    line = Block(column)
    line.rule(0.6, GREY, below=3)
    bottom = block.height
    for x in xs:
        block.place(line, x, bottom)
    block.row(*(Cell(name, own.body, x, column, Align.CENTRE) for x, (_role, name) in zip(xs, signers, strict=True)))
    return block
