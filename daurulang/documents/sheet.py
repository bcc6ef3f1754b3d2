"""Blocks of print, pages filled with them, and the PDF that shows them.

Inside a block `y` counts down from its top; all lengths are in points.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum
from io import BytesIO
from math import cos, radians, sin
from threading import Lock
from typing import TYPE_CHECKING, NamedTuple

from daurulang.documents.fonts import Font

if TYPE_CHECKING:
    from reportlab.lib.utils import ImageReader
    from reportlab.pdfgen.canvas import Canvas

Ink = tuple[float, float, float]

BLACK: Ink = (0.0, 0.0, 0.0)
GREEN: Ink = (0.12, 0.42, 0.28)
DARK: Ink = (0.09, 0.11, 0.1)
GREY: Ink = (0.36, 0.39, 0.37)
PALE: Ink = (0.82, 0.85, 0.83)
POINTS_PER_MM = 72 / 25.4


class Align(Enum):
    """Left and centred text wraps; what stands right is a figure, which never breaks and rather gets smaller."""

    LEFT = 0
    CENTRE = 1
    RIGHT = 2


@dataclass(frozen=True, slots=True)
class Type:
    """How a text is set."""

    font: Font
    size: float
    ink: Ink = BLACK

    @property
    def leading(self) -> float:
        """From one row's baseline to the next."""
        return self.size * 1.32

    @property
    def rise(self) -> float:
        """From the top of a row to its baseline."""
        return self.size * 1.02


@dataclass(frozen=True, slots=True)
class Cell:
    """A text between `x` and `x + width`."""

    text: str
    type: Type
    x: float
    width: float
    align: Align = Align.LEFT


class Run(NamedTuple):
    """One row of a text, its baseline at (`x`, `y`)."""

    text: str
    font: str
    size: float
    ink: Ink
    x: float
    y: float


class Fill(NamedTuple):
    """A filled rectangle, (`x`, `y`) its upper left corner."""

    x: float
    y: float
    width: float
    height: float
    ink: Ink


class Band(NamedTuple):
    """A ribbon of one height that bends from (`x`, `y`) to (`to_x`, `to_y`), its upper corners."""

    x: float
    y: float
    to_x: float
    to_y: float
    height: float
    ink: Ink


class Picture(NamedTuple):
    """An image fitted into a rectangle, (`x`, `y`) its upper left corner."""

    image: ImageReader
    x: float
    y: float
    width: float
    height: float


class Block:
    """Print that is not torn apart by the end of a page."""

    def __init__(self, width: float) -> None:
        self.width = width
        self.height = 0.0
        self.runs: list[Run] = []
        self.fills: list[Fill] = []
        self.bands: list[Band] = []
        self.pictures: list[Picture] = []

    def gap(self, height: float) -> None:
        """Leave some room."""
        self.height += height

    def row(self, *cells: Cell) -> None:
        """Set cells beside each other on one first baseline; the highest one makes the row's height."""
        baseline = self.height + max(cell.type.rise for cell in cells)
        bottom = self.height
        for cell in cells:
            bottom = max(bottom, self._set(cell, baseline))
        self.height = bottom

    def text(self, text: str, style: Type, align: Align = Align.LEFT) -> None:
        """Set a text over the whole width; an empty one takes no room."""
        if text:
            self.row(Cell(text, style, 0, self.width, align))

    def pair(self, label: str, label_style: Type, figure: str, style: Type) -> None:
        """Set a label and, at the right edge, its figure, which leaves room for the longest word of the label."""
        gap = label_style.size * 0.6
        longest = max(label_style.font.width(word, label_style.size) for word in label.split())
        wide = min(style.font.width(figure, style.size), self.width - longest - gap)
        self.row(
            Cell(label, label_style, 0, self.width - wide - gap),
            Cell(figure, style, self.width - wide, wide, Align.RIGHT),
        )

    def rule(self, thickness: float, ink: Ink = BLACK, *, above: float = 0, below: float = 0) -> None:
        """Draw a line over the whole width, with room above and below."""
        self.fills.append(Fill(0, self.height + above, self.width, thickness, ink))
        self.height += above + thickness + below

    def framed(self, text: str, style: Type) -> None:
        """Set a short text in a frame over the whole width."""
        top = self.height
        self.gap(style.size * 0.3)
        self.text(text, style, Align.CENTRE)
        self.gap(style.size * 0.3)
        height = self.height - top
        for y in (top, self.height - 1):
            self.fills.append(Fill(0, y, self.width, 1, style.ink))
        for x in (0.0, self.width - 1):
            self.fills.append(Fill(x, top, 1, height, style.ink))

    def place(self, block: Block, x: float = 0, y: float = 0) -> None:
        """Put another block into this one; the height grows where needed."""
        for run in block.runs:
            self.runs.append(Run(run.text, run.font, run.size, run.ink, run.x + x, run.y + y))
        for fill in block.fills:
            self.fills.append(Fill(fill.x + x, fill.y + y, fill.width, fill.height, fill.ink))
        for band in block.bands:
            self.bands.append(band._replace(x=band.x + x, y=band.y + y, to_x=band.to_x + x, to_y=band.to_y + y))
        for item in block.pictures:
            self.pictures.append(Picture(item.image, item.x + x, item.y + y, item.width, item.height))
        self.height = max(self.height, y + block.height)

    def _set(self, cell: Cell, baseline: float) -> float:
        """Set one cell and return where its last row ends."""
        font, size, leading = cell.type.font, cell.type.size, cell.type.leading
        if cell.align is Align.RIGHT:
            rows = [font.shown(cell.text)]
            wide = font.width(rows[0], size)
            size = size * cell.width / wide if wide > cell.width else size
        else:
            rows = _even_rows(cell) if cell.align is Align.CENTRE else font.rows(cell.text, size, cell.width)
        for number, text in enumerate(rows):
            spare = 0.0 if cell.align is Align.LEFT else cell.width - font.width(text, size)
            x = cell.x + (spare / 2 if cell.align is Align.CENTRE else spare)
            self.runs.append(Run(text, font.name, size, cell.type.ink, x, baseline + number * leading))
        return baseline + len(rows) * leading - cell.type.rise


def _even_rows(cell: Cell) -> list[str]:
    """Centred rows look calmer when they are much the same length, as long as that costs no further row."""
    font, size = cell.type.font, cell.type.size
    rows = font.rows(cell.text, size, cell.width)
    line = " ".join(rows)
    longest_word = max(font.width(word, size) for word in line.split(" "))
    for spare in (1.1, 1.2, 1.35, 1.5):
        even = max(font.width(line, size) / len(rows) * spare, longest_word)
        narrower = font.rows(cell.text, size, min(even, cell.width))
        if len(narrower) == len(rows):
            return narrower
    return rows


def fill_pages(blocks: Sequence[Block], height: float, again: Sequence[Block] = ()) -> list[Block]:
    """The blocks one below the other on pages of at most `height`; `again` stands on top of each further page."""
    pages = [Block(blocks[0].width)]
    for block in blocks:
        if pages[-1].height and pages[-1].height + block.height > height:
            pages.append(Block(block.width))
            for repeated in again:
                pages[-1].place(repeated, y=pages[-1].height)
        pages[-1].place(block, y=pages[-1].height)
    return pages


@dataclass(frozen=True, slots=True)
class Label:
    """What the PDF says about itself. `date` is PDF's own form: D:20261121090500+07'00'."""

    title: str
    author: str
    date: str


@dataclass(frozen=True, slots=True)
class Mark:
    """A word in hollow letters across each page, under all that stands there; `stroke` in points."""

    text: str
    font: Font
    ink: Ink
    stroke: float


_MARK_WIDTH = 0.84  # of the page, slanted as it is
_MARK_DEGREES = 40.0
_MARK_EVERY = 1.15  # of its height: on a long roll no piece torn off is without it


# reportlab reads a font through a cursor inside the font, so two documents at once would disturb each other.
_one_at_a_time = Lock()


def pdf_of(
    pages: Sequence[Block],
    size: tuple[float, float],
    corner: tuple[float, float],
    label: Label,
    mark: Mark | None = None,
) -> bytes:
    """The PDF of pages, the left upper corner of each block at `corner`; the same pages give the same bytes."""
    from reportlab import rl_config
    from reportlab.pdfgen.canvas import Canvas

    buffer = BytesIO()
    with _one_at_a_time:
        # Bytes as they are: wrapping them in ASCII makes files a quarter larger and takes as long as all the rest.
        rl_config.useA85 = 0
        canvas = Canvas(
            buffer,
            pagesize=size,
            pageCompression=1,
            invariant=1,
            lang="id",
            # Without a font of its own reportlab names Helvetica in every file, which nobody embeds.
            initialFontName=pages[0].runs[0].font,  # type: ignore[arg-type]  # the stub says float of a name
        )
        canvas.setTitle(label.title)
        canvas.setAuthor(label.author)
        canvas.setSubject(label.title)
        canvas.setCreator("Daur Ulang")
        canvas.setDateFormatter(lambda *_: label.date)
        for page in pages:
            if mark is not None:
                _stamp(canvas, mark, size)
                _clear_figures(canvas, page, corner[0], size[1] - corner[1])
            _draw(canvas, page, corner[0], size[1] - corner[1])
            canvas.showPage()
        canvas.save()
    return buffer.getvalue()


def _stamp(canvas: Canvas, mark: Mark, size: tuple[float, float]) -> None:
    """The mark as large as the page is wide, as often as it fits below each other, and once at the least."""
    width, height = size
    slant = radians(_MARK_DEGREES)
    face = width * _MARK_WIDTH / (mark.font.width(mark.text, 1) * cos(slant) + sin(slant))
    length = mark.font.width(mark.text, face)
    rise = length * sin(slant) + face * cos(slant)
    times = max(1, int(height / (rise * _MARK_EVERY)))
    canvas.setStrokeColorRGB(*mark.ink)
    canvas.setLineWidth(mark.stroke)
    for number in range(times):
        canvas.saveState()
        canvas.translate(width / 2, height * (number + 0.5) / times)
        canvas.rotate(_MARK_DEGREES)
        text = canvas.beginText(-length / 2, -face * 0.35)
        text.setFont(mark.font.name, face)
        text.setTextRenderMode(1)
        text.textOut(mark.text)
        canvas.drawText(text)
        canvas.restoreState()


def _clear_figures(canvas: Canvas, page: Block, left: float, top: float) -> None:
    """White behind whatever holds a digit, so that no stroke of a mark can be read as part of it."""
    from reportlab.pdfbase.pdfmetrics import stringWidth

    canvas.setFillColorRGB(1, 1, 1)
    for run in page.runs:
        if any(map(str.isdigit, run.text)):
            wide = stringWidth(run.text, run.font, run.size)
            canvas.rect(left + run.x - 1, top - run.y - run.size * 0.24, wide + 2, run.size * 1.06, stroke=0, fill=1)


def _ribbon(band: Band, left: float, top: float) -> list[str]:
    """The path of a band in PDF's own words: along its upper edge, back along the lower one."""
    x, to_x = left + band.x, left + band.to_x
    y, to_y = top - band.y, top - band.to_y
    middle = (x + to_x) / 2
    low, to_low = y - band.height, to_y - band.height
    return [
        f"{x:.2f} {y:.2f} m {middle:.2f} {y:.2f} {middle:.2f} {to_y:.2f} {to_x:.2f} {to_y:.2f} c",
        f"{to_x:.2f} {to_low:.2f} l {middle:.2f} {to_low:.2f} {middle:.2f} {low:.2f} {x:.2f} {low:.2f} c h",
    ]


def _draw(canvas: Canvas, page: Block, left: float, top: float) -> None:
    """One path for all that is filled with one ink and one text object for all words: half of the time of many."""
    from reportlab.pdfgen.pathobject import PDFPathObject

    for item in page.pictures:
        canvas.drawImage(item.image, left + item.x, top - item.y - item.height, item.width, item.height)
    for band in page.bands:
        canvas.setFillColorRGB(*band.ink)
        canvas.drawPath(PDFPathObject(["n", *_ribbon(band, left, top)]), stroke=0, fill=1)
    for ink in dict.fromkeys(fill.ink for fill in page.fills):  # what was laid down first lies below
        corners = [
            f"{left + fill.x:.2f} {top - fill.y - fill.height:.2f} {fill.width:.2f} {fill.height:.2f} re"
            for fill in page.fills
            if fill.ink == ink
        ]
        canvas.setFillColorRGB(*ink)
        canvas.drawPath(PDFPathObject(["n", *corners]), stroke=0, fill=1)
    text = canvas.beginText()
    face: tuple[str, float] | None = None
    ink_now: Ink | None = None
    for run in page.runs:
        if run.ink != ink_now:
            ink_now = run.ink
            text.setFillColorRGB(*ink_now)
        if (run.font, run.size) != face:
            face = (run.font, run.size)
            text.setFont(*face)
        text.setTextOrigin(left + run.x, top - run.y)
        text.textOut(run.text)
    canvas.drawText(text)
