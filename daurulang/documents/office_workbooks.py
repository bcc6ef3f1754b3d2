"""The environment office's monthly form, the sheets of SIPSN, and the evidence of the innovation, as workbooks."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from daurulang.centre.queries import Centre, the_centre
from daurulang.closings.queries import office_kept
from daurulang.database import Database
from daurulang.documents import office_wording as words
from daurulang.documents import wording
from daurulang.documents.economic_value_charts import columns as column_chart
from daurulang.documents.workbook import (
    HEAD,
    NOTE,
    SECTION,
    TITLE,
    Formula,
    Kind,
    Look,
    Sheet,
    Value,
    Workbook,
    body,
    total,
)
from daurulang.documents.workbook_table import HEAD_ROW, Column, Table, share, table_sheet
from daurulang.materials.model import DlhCategory
from daurulang.periods import Period, month_of
from daurulang.reports.evidence import Evidence, EvidenceMonth, evidence_of, first_day
from daurulang.reports.office import OfficeMonth, Sipsn, office_months, sipsn
from daurulang.villages.queries import district_of

_FIRST = HEAD_ROW + 1
_CHART = "A1"
_ROOM_FOR_CHART = 18


def write_office_form(db: Database, period: Period, path: Path) -> None:
    """The monthly form: a row for each month, the eight categories sum to what is managed; raises `FileNotWritten`."""
    with db.reading() as connection:
        centre, months = the_centre(connection), office_months(connection, period, office_kept(connection, period))
        district = district_of(connection, centre.village_code)
    title = f"{words.OFFICE} – {period.title}"
    grams = [words.RESIDENTS, words.HAULED, words.INTO, words.LANDFILL, words.MANAGED]
    columns = [
        Column(words.PERIOD, width=26),
        *(Column(head, Kind.THOUSANDTHS, 13, summed=True) for head in grams),
        *(Column(f"{wording.DLH_CATEGORIES[each]} (kg)", Kind.THOUSANDTHS, 12, summed=True) for each in DlhCategory),
        Column(words.CHECK, width=12),
        Column(words.MEMBER_COUNT, Kind.WHOLE, 12),
    ]
    lines = sum(each.weightless_lines for each in months)
    with Workbook(title, period.last) as book:
        table_sheet(
            book,
            "DLH",
            title,
            columns,
            [_office_row(each, _FIRST + number) for number, each in enumerate(months)],
            footer=f"{centre.name} – {title}",
            note=" ".join(filter(None, (words.OFFICE_NOTE, words.weightless(lines) if lines else ""))),
        )
        _profile(book, centre, district)
        book.save(path)


def _office_row(month: OfficeMonth, row: int) -> list[Value]:
    into = Formula(f"B{row}+C{row}", month.into_grams)
    managed = Formula(f"D{row}-E{row}", month.into_grams - month.landfill_grams)
    same = Formula(
        f'IF(ROUND((SUM(G{row}:N{row})-F{row})*1000,0)=0,"{words.SAME}","{words.DIFFERS}")',
        words.SAME if month.managed_grams == month.into_grams - month.landfill_grams else words.DIFFERS,
    )
    row_of: list[Value] = [month.month.title, month.residents_grams, month.hauled_grams, into, month.landfill_grams]
    row_of += [managed, *(month.managed[each] for each in DlhCategory), same, month.members]
    return row_of


def _profile(book: Workbook, centre: Centre, district: str) -> None:
    """Who reports."""
    facts = (
        ("Nama bank sampah / RDU", centre.name),
        ("Alamat", centre.address),
        ("Kecamatan", district),
        ("Telepon", centre.phone),
        (centre.head_title or wording.HEAD, centre.head_name),
        ("Bendahara", centre.treasurer_name),
        ("Pencatatan", "Aplikasi (Daur Ulang)"),
    )
    sheet = book.sheet("Profil", [30, 50])
    sheet.add((TITLE, "Profil"), height=24)
    for name, text in facts:
        sheet.add((body(Kind.TEXT), name), (body(Kind.TEXT, wrap=True), text))


def write_sipsn(db: Database, period: Period, path: Path) -> None:
    """The sheets of SIPSN; raises `FileNotWritten`."""
    with db.reading() as connection:
        centre, found = the_centre(connection), sipsn(connection, period, office_kept(connection, period))
    title = f"{words.SIPSN_TITLE} – {period.title}"
    with Workbook(title, period.last) as book:
        compositions = [(words.SIPSN[each], grams) for each, grams in found.composition.items()]
        sources = [(words.SOURCES[each], grams) for each, grams in found.sources.items()]
        for name, heading, rows in (
            ("Komposisi", words.COMPOSITION, compositions),
            ("Sumber", words.SOURCE, sources),
        ):
            _shares(book, name, f"{heading} – {period.title}", rows, f"{centre.name} – {title}")
        _achievement(book.sheet("Capaian", [10, 36, 20, 16]), found, centre.generation_source)
        book.save(path)


def _shares(book: Workbook, name: str, title: str, rows: Sequence[tuple[str, int]], footer: str) -> None:
    columns = (
        Column(words.KIND, width=28),
        Column(words.KILOGRAMS, Kind.THOUSANDTHS, 18, summed=True),
        Column(words.SHARE, Kind.SHARE, 12),
    )
    whole, last = sum(grams for _, grams in rows), _FIRST + len(rows)
    table_sheet(
        book,
        name,
        title,
        columns,
        [
            (kind, grams, share(f"B{_FIRST + place}", f"B${last}", grams, whole))
            for place, (kind, grams) in enumerate(rows)
        ],
        footer=footer,
    )


def _achievement(sheet: Sheet, found: Sipsn, generation_source: str) -> None:
    """The columns A to E; where A is not known the office fills it in, the rest follows from it."""
    sheet.add((TITLE, f"{words.ACHIEVEMENT} – {found.period.title}"), height=24)
    sheet.add((NOTE, ""))
    sheet.add(*((HEAD, head) for head in (words.COLUMN, words.ITEM, words.TONNES, words.OF_A)), height=24)
    note = generation_source if found.generated_grams else words.FILL_IN
    sheet.add(
        (body(Kind.TEXT), "A"),
        (body(Kind.TEXT), words.GENERATED),
        (_INPUT, found.generated_grams or None),
        (NOTE, note),
    )
    rows = (
        ("B", words.REDUCED, found.reduced_grams, ""),
        ("C", words.HANDLED, found.handled_grams, ""),
        ("B + C", words.B_AND_C, found.managed_grams, "C5+C6"),
        ("D", words.RECYCLED, found.recycled_grams, ""),
        ("E", words.RAW, found.raw_material_grams, ""),
        ("", words.RATE, found.recycled_grams + found.raw_material_grams, "C8+C9"),
    )
    for place, (column, item, grams, formula) in enumerate(rows, 5):
        look = total if column in {"B + C", ""} else body
        sheet.add(
            *((look(Kind.TEXT), text) for text in (column, item)),
            (look(Kind.THOUSANDTHS), Formula(formula, grams) if formula else grams),
            (look(Kind.SMALL_SHARE), share(f"C{place}", "C$4", grams, found.generated_grams)),
        )
    for line in words.SIPSN_NOTE.split(". "):
        sheet.add((NOTE, line.rstrip(".") + "."))


_INPUT = Look(Kind.THOUSANDTHS, bold=True, grid=True, fill="FFF6D6", align="right")


def write_evidence(db: Database, period: Period, path: Path) -> None:
    """Who benefits, how fast, and how it grew; raises `FileNotWritten`. The months begin with the first deposit."""
    with db.reading() as connection:
        centre, first = the_centre(connection), first_day(connection)
        last = min(period.last, month_of(max(period.first, centre.today())).last)  # months to come have no evidence
        found = evidence_of(connection, Period(min(max(first or period.first, period.first), last), last))
    title = f"{words.EVIDENCE} – {found.period.title}"
    footer = f"{centre.name} – {title}"
    with Workbook(title, period.last) as book:
        _before_and_after(book, found, centre, title, footer)
        months = _months(book, found, footer)
        _beneficiaries(book, found, footer)
        chart = book.sheet("Grafik", (9,) * 10)
        chart.footer(footer)
        chart.add((TITLE, words.CHART_TITLE), height=24)
        chart.add_chart(column_chart(words.CHART_TITLE, months.range_of("A"), months.range_of("B"), "General"), "A3")
        for _ in range(_ROOM_FOR_CHART):
            chart.add()
        book.save(path)


_MONTH_FIGURES: tuple[tuple[str, Kind], ...] = (
    (words.DEPOSITS, Kind.WHOLE),
    (words.ACTIVE, Kind.WHOLE),
    (words.NEW, Kind.WHOLE),
    (words.KILOGRAMS, Kind.THOUSANDTHS),
    (words.VALUE, Kind.WHOLE),
    (words.SERVICE_COUNT, Kind.WHOLE),
    (words.MEDIAN, Kind.WHOLE),
    (words.P90, Kind.WHOLE),
)


def _figures(month: EvidenceMonth) -> list[int | None]:
    service = month.service
    times = [service.count, service.median, service.p90] if service else [0, None, None]
    return [month.deposits, month.members, month.new_members, month.grams, month.rupiah, *times]


def _months(book: Workbook, found: Evidence, footer: str) -> Table:
    summed = {words.DEPOSITS, words.NEW, words.KILOGRAMS, words.VALUE, words.SERVICE_COUNT}
    columns = [
        Column(words.MONTH, width=26),
        *(Column(name, kind, 16, summed=name in summed) for name, kind in _MONTH_FIGURES),
    ]
    rows = [[each.month.title, *_figures(each)] for each in found.months]
    return table_sheet(book, "Bulanan", words.MONTH_BY_MONTH, columns, rows, footer=footer)


def _beneficiaries(book: Workbook, found: Evidence, footer: str) -> None:
    columns = (
        Column(words.VILLAGE, width=26, wrap=True),
        Column(wording.DISTRICT, width=20, wrap=True),
        *(Column(head, Kind.WHOLE, 14, summed=True) for head in (words.WOMEN, words.MEN, words.UNSTATED, words.OTHERS)),
        Column(words.SUM, Kind.WHOLE, 12, summed=True),
    )
    rows: list[list[Value]] = [
        [
            *(each.village or words.NO_VILLAGE, each.district, each.women, each.men, each.unstated, each.others),
            Formula(f"SUM(C{row}:F{row})", each.all),
        ]
        for row, each in enumerate(found.by_village, _FIRST)
    ]
    table_sheet(book, "Penerima", words.BENEFICIARIES, columns, rows, footer=footer)


def _before_and_after(book: Workbook, found: Evidence, centre: Centre, title: str, footer: str) -> None:
    """The first month with deposits beside the last one, and what is served altogether."""
    sheet = book.sheet("Ringkasan", [38, 20, 20, 18])
    sheet.footer(footer)
    sheet.add((TITLE, title), height=24)
    sheet.add((NOTE, centre.name))
    sheet.add()
    sheet.add((SECTION, words.people_counted(found.members)))
    if found.service:
        said = f"{words.MEDIAN}: {found.service.median}; {words.P90}: {found.service.p90} ({found.service.count} bukti)"
        sheet.add((Look(), said))
    sheet.add()
    both = found.first_and_last
    if both:
        first, last = both
        sheet.add((SECTION, words.BEFORE_AFTER))
        heads = (
            wording.MEASURED,
            f"{words.FIRST}: {first.month.title}",
            f"{words.LAST}: {last.month.title}",
            words.CHANGE,
        )
        sheet.add(*((HEAD, head) for head in heads), height=46)
        for (name, kind), then, now in zip(_MONTH_FIGURES, _figures(first), _figures(last), strict=True):
            row = sheet.row + 1
            change = Formula(f"C{row}-B{row}", now - then) if now is not None and then is not None else None
            sheet.add((body(Kind.TEXT), name), (body(kind), then), (body(kind), now), (body(kind), change))
        sheet.add()
    for line in words.SERVICE_NOTE.split(". "):
        sheet.add((NOTE, line.rstrip(".") + "."))
