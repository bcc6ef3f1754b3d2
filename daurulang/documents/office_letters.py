"""On paper for the environment office: the list of those present, to be signed, and the letter with the reports."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from daurulang import periods
from daurulang.centre.queries import Centre, letterhead
from daurulang.database import Database
from daurulang.documents import office_wording as words
from daurulang.documents.a4 import (
    LONG_SIDE,
    MARGIN,
    SHORT_SIDE,
    Report,
    Section,
    paragraph,
    report_pdf,
    section_heading,
    style,
)
from daurulang.documents.figures import thousandths, whole
from daurulang.documents.file import write_whole
from daurulang.documents.sheet import Align, Block, Cell
from daurulang.documents.table import Column, Table, figures
from daurulang.periods import Period, long_day
from daurulang.reports.across import attendance

_WIDE = LONG_SIDE - 2 * MARGIN
_WIDTH = SHORT_SIDE - 2 * MARGIN
_ROW_TO_SIGN = 24.0


def write_attendance(db: Database, period: Period, path: Path) -> None:
    """Who came on which day, with room to sign; raises `FileNotWritten`."""
    centre, place = letterhead(db)
    with db.reading() as connection:
        found = attendance(connection, period)
    kind = style()
    columns = (
        *(Column(words.NUMBER, 34, Align.RIGHT), Column(words.TIME, 46), Column("Bukti", 74)),
        *(Column(words.MEMBER_NUMBER, 70), Column(words.NAME, 150), Column(words.SEX, 42), Column(words.VILLAGE, 110)),
        *figures(("kg", 60), ("Rp", 66)),
        Column(words.SIGNATURE, _WIDE - 652),
    )
    drawn = Table(columns, kind.label, kind.body, kind.strong)
    sections = []
    for day in dict.fromkeys(each.day for each in found):
        own = [each for each in found if each.day == day]
        kilograms = thousandths(each.grams for each in own)
        rows = [
            drawn.signed(
                [
                    *(str(number), periods.local(each.at_ms, centre.zone).strftime("%H.%M"), each.receipt),
                    *(each.member_number, each.name, words.GENDERS[each.gender] or words.KINDS[each.kind]),
                    *(each.village, kilograms(each.grams), whole(each.rupiah), ""),
                ],
                _ROW_TO_SIGN,
            )
            for number, each in enumerate(own, 1)
        ]
        heading = section_heading(f"{long_day(day)} – {len(own)} setoran", _WIDE, kind)
        sections.append(Section([heading], [drawn.head()], rows))
    if not sections:
        sections = [Section([paragraph("Tidak ada setoran dalam periode ini.", _WIDE, kind.body)])]
    edge = Report(words.ATTENDANCE, period.title, centre, place, centre.today(), centre.treasurer_name)
    write_whole(path, report_pdf(edge, sections, landscape=True))


def write_cover_letter(db: Database, period: Period, path: Path, enclosures: Sequence[str]) -> None:
    """The letter to the head of the environment office with the list of what is enclosed; raises `FileNotWritten`."""
    centre, place = letterhead(db)
    write_whole(path, report_pdf(_edge(centre, place, period), [_letter(centre, period, enclosures)]))


def _edge(centre: Centre, place: str, period: Period) -> Report:
    return Report(words.LETTER, f"Laporan {period.title}", centre, place, centre.today(), centre.treasurer_name)


def _letter(centre: Centre, period: Period, enclosures: Sequence[str]) -> Section:
    kind = style()
    block = Block(_WIDTH)
    for label, text in (
        ("Nomor", ": ................................................"),
        ("Sifat", ": Biasa"),
        ("Lampiran", f": {len(enclosures)} berkas"),
        ("Hal", f": Laporan pengelolaan sampah {period.title}"),
    ):
        block.row(Cell(label, kind.body, 0, 60), Cell(text, kind.body, 60, _WIDTH - 60))
        block.gap(2)
    block.gap(14)
    for text in ("Yth. Kepala Dinas Lingkungan Hidup", "di tempat"):
        block.text(text, kind.body)
        block.gap(2)
    block.gap(14)
    block.text("Dengan hormat,", kind.body)
    block.gap(6)
    block.text(
        f"Bersama ini kami sampaikan laporan pengelolaan sampah {centre.name} untuk {period.title}, sebagai bahan "
        "evaluasi dan pelaporan, dengan lampiran sebagai berikut:",
        kind.body,
    )
    block.gap(6)
    for number, text in enumerate(enclosures, 1):
        block.row(Cell(f"{number}.", kind.body, 12, 18), Cell(text, kind.body, 32, _WIDTH - 32))
        block.gap(2)
    block.gap(8)
    block.text("Demikian laporan ini kami sampaikan. Atas perhatian Bapak/Ibu kami ucapkan terima kasih.", kind.body)
    return Section([block])
