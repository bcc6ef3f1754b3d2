"""The first sheet of the economic value, laid out to be printed and signed, and the sheet of people and payments."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from itertools import zip_longest
from textwrap import wrap
from typing import Final

from daurulang.centre.queries import Centre
from daurulang.documents import line_sheet, wording
from daurulang.documents import workbook_wording as words
from daurulang.documents.corrections import corrections_in_words
from daurulang.documents.economic_value_blocks import Blocks
from daurulang.documents.plant_sheets import SummaryFigure
from daurulang.documents.words import signed_in_words
from daurulang.documents.workbook import (
    BLANK,
    HEAD,
    NOTE,
    SECTION,
    STRONG,
    TITLE,
    Cell,
    Formula,
    Kind,
    Look,
    Sheet,
    Value,
    body,
    total,
)
from daurulang.documents.workbook_table import Table, ratio, whole
from daurulang.periods import day_in_words
from daurulang.reports.economic_value import EconomicValue

WIDTHS: Final = (32, 19, 19, 17, 11, 19, 11)
_IN_WORDS: Final = 88  # letters that fit beside the first column
_NOTE_LETTERS: Final = 110  # that fit on the page
PEOPLE_WIDTHS: Final = (44, 20)
_LETTERHEAD: Final = Look(bold=True, size=16, align="centerContinuous")
_ADDRESS: Final = Look(size=10, align="centerContinuous")
_RULED: Final = Look(align="centerContinuous", below="medium")
_REPORT: Final = Look(bold=True, size=14, align="centerContinuous")
_PERIOD: Final = Look(size=12, align="centerContinuous")
_SIGNER: Final = Look(align="centerContinuous")
_SIGNED: Final = Look(bold=True, align="centerContinuous")


@dataclass(frozen=True, slots=True)
class Signature:
    """Who signs where and when; what is empty is filled in by hand."""

    place: str = ""
    day: date | None = None
    maker: str = ""


BY_HAND: Final = Signature()

Fact = tuple[str, Kind, Value]
"""A figure under its word."""


@dataclass(frozen=True, slots=True)
class People:
    """The figures of people and payments, as seen from another sheet."""

    participants: tuple[Fact, ...]
    payments: tuple[Fact, ...]
    savings: tuple[Fact, ...]
    debts: tuple[Fact, ...]

    @property
    def active(self) -> Formula:
        """Who brought something."""
        return _formula(self.participants[0])

    @property
    def taken_out(self) -> Formula:
        """The savings that were paid out."""
        return _formula(self.payments[-1])

    @property
    def closing(self) -> Formula:
        """All savings at the end."""
        return _formula(self.savings[-1])


def write_people(sheet: Sheet, report: EconomicValue) -> People:
    """Participants, how they were paid, and the savings from the first day to the last."""
    people, paid = report.participants, report.payments
    told = (people.women, people.men, people.groups, people.institutions, people.schools)
    sheet.add((TITLE, f"{words.TITLES[words.PEOPLE]} – {report.period.title}"), height=24)
    participants = _listed(
        sheet,
        wording.PARTICIPANTS,
        (words.MEMBERS_ACTIVE, Kind.WHOLE, people.active),
        (wording.WOMEN, Kind.WHOLE, people.women),
        (wording.MEN, Kind.WHOLE, people.men),
        (wording.UNSTATED, Kind.WHOLE, people.active - sum(told)),
        (wording.GROUPS, Kind.WHOLE, people.groups),
        (wording.INSTITUTIONS, Kind.WHOLE, people.institutions),
        (wording.SCHOOLS, Kind.WHOLE, people.schools),
        (words.NEW, Kind.WHOLE, people.new),
        (words.PER_MEMBER, Kind.THOUSANDTHS, report.grams_per_member),
    )
    first_payment = sheet.row + 3
    payments = _listed(
        sheet,
        words.PAYMENTS,
        (words.TO_SAVINGS, Kind.WHOLE, paid.savings_rupiah),
        (words.IN_CASH, Kind.WHOLE, paid.cash_rupiah),
        (words.GIVEN_COUNT, Kind.WHOLE, paid.given_count),
        (words.GIVEN_WEIGHT, Kind.THOUSANDTHS, paid.given_grams),
        (words.PAYOUT_COUNT, Kind.WHOLE, report.payouts.count),
        (words.PAYOUTS_VALUE, Kind.WHOLE, report.payouts.rupiah),
    )
    savings = _savings(sheet, report, first_payment)
    return People(participants, payments, savings, _debts(sheet, report))


def _savings(sheet: Sheet, report: EconomicValue, first_payment: int) -> tuple[Fact, ...]:
    """From the balance of all savings at the beginning to that at the end, added up by the sheet itself."""
    saved, taken_out = report.payments.savings_rupiah, report.payouts.rupiah
    steps: list[tuple[str, str, Value, int]] = [
        ("+", words.SAVED, Formula(f"B{first_payment}", saved), saved),
        ("-", words.TAKEN_OUT, Formula(f"B{first_payment + 5}", taken_out), -taken_out),
    ]
    for sign, word, rupiah in (
        ("+", words.OLD_BOOK, report.openings_rupiah),
        ("+", words.BECAME_DEBT, report.debts.made_rupiah),
        ("-", words.REPAID_FROM, report.debts.from_savings_rupiah),
    ):
        if rupiah:
            steps.append((sign, word, rupiah, rupiah if sign == "+" else -rupiah))
    return _added_up(sheet, words.SAVINGS, words.OPENING, report.opening_balances_rupiah, steps, words.CLOSING)


def _debts(sheet: Sheet, report: EconomicValue) -> tuple[Fact, ...]:
    """What members owe the centre, apart from the savings; nothing where nobody owes."""
    debts = report.debts
    if not (debts or report.opening_debts_rupiah or report.debts_rupiah):
        return ()
    steps: list[tuple[str, str, Value, int]] = [
        ("+", words.MADE_DEBT, debts.made_rupiah, debts.made_rupiah),
        ("-", words.DEBT_FROM_SAVINGS, debts.from_savings_rupiah, -debts.from_savings_rupiah),
        ("-", words.DEBT_IN_CASH, debts.in_cash_rupiah, -debts.in_cash_rupiah),
    ]
    return _added_up(sheet, words.DEBTS, words.OPENING_DEBT, report.opening_debts_rupiah, steps, words.CLOSING_DEBT)


def _added_up(
    sheet: Sheet, title: str, first: str, opening: int, steps: Sequence[tuple[str, str, Value, int]], last: str
) -> tuple[Fact, ...]:
    """A block that begins with a sum and ends with another; `steps` are sign, word, what stands there, and rupiah."""
    row = sheet.row + 3
    sums = f"B{row}" + "".join(f"{sign}B{row + place}" for place, (sign, *_) in enumerate(steps, 1))
    facts: list[Fact] = [(word, Kind.WHOLE, value) for _, word, value, _ in steps]
    closing = opening + sum(rupiah for *_, rupiah in steps)
    return _listed(sheet, title, (first, Kind.WHOLE, opening), *facts, (last, Kind.WHOLE, Formula(sums, closing)))


def _listed(sheet: Sheet, title: str, *facts: Fact) -> tuple[Fact, ...]:
    """A block of figures under its title; answers with the same figures as seen from another sheet."""
    sheet.add()
    sheet.add((SECTION, title))
    seen: list[Fact] = []
    for word, kind, value in facts:
        row = sheet.add((body(Kind.TEXT), word), (body(kind), value))
        seen.append((word, kind, Formula(f"{sheet.name}!B{row}", whole(value))))
    return tuple(seen)


def _formula(fact: Fact) -> Formula:
    if not isinstance(fact[2], Formula):
        raise TypeError(fact)
    return fact[2]


def write_summary(
    sheet: Sheet,
    report: EconomicValue,
    blocks: Blocks,
    people: People,
    lines: Mapping[int, Formula],
    centre: Centre,
    signature: Signature,
    restated: str = "",
) -> None:
    """Letterhead, figures beside those of other periods, signatures: one page. `restated` says what changed since it
    was signed before.
    """
    sheet.on_one_page()
    _write_letterhead(sheet, report, centre)
    _write_figures(sheet, report, blocks, people)
    _write_categories(sheet, report, blocks.categories)
    _write_people_beside_money(sheet, people)
    sheet.add()
    in_words = f"{signed_in_words(report.measure.rupiah).capitalize()}."
    for number, line in enumerate(wrap(in_words, _IN_WORDS)):
        sheet.add((STRONG, "" if number else wording.IN_WORDS), (Look(), line))
    for note in (restated, corrections_in_words(report.corrections)):
        for line in wrap(note, _NOTE_LETTERS):
            sheet.add((NOTE, line))
    if not report.by_material:
        sheet.add((NOTE, f"{words.NO_DEPOSITS}."))
    weightless = sum(each.weightless_lines for each in report.by_material)
    if weightless > 0:
        sheet.add((NOTE, words.weightless(weightless)))
    sheet.add((NOTE, _checked(blocks, lines)))
    _write_signatures(sheet, centre, signature)


def _across(look: Look, text: str) -> list[Cell]:
    """A text in the middle of the page; no cells are merged, so that sorting and copying keep working."""
    return [(look, text), *((look, None) for _ in WIDTHS[1:])]


def _write_letterhead(sheet: Sheet, report: EconomicValue, centre: Centre) -> None:
    sheet.add(*_across(_LETTERHEAD, centre.name), height=26)
    sheet.add(*_across(_ADDRESS, " · ".join(filter(None, (centre.address, centre.phone)))))
    sheet.add(*_across(_RULED, ""), height=6)
    sheet.add()
    sheet.add(*_across(_REPORT, words.VALUE_TITLE), height=22)
    sheet.add(*_across(_PERIOD, report.period.title), height=18)
    sheet.add()


def _write_figures(sheet: Sheet, report: EconomicValue, blocks: Blocks, people: People) -> None:
    materials = blocks.materials
    figures = (
        SummaryFigure(words.DEPOSITS, Kind.WHOLE, blocks.days.sum_of("C"), lambda head: head.deposits),
        SummaryFigure(words.MEMBERS_ACTIVE, Kind.WHOLE, people.active, lambda head: head.members),
        SummaryFigure(words.WEIGHT, Kind.THOUSANDTHS, materials.sum_of("G"), lambda head: head.measure.grams),
        SummaryFigure(words.PIECES, Kind.WHOLE, materials.sum_of("H"), lambda head: head.measure.pieces),
        SummaryFigure(words.LITRES, Kind.THOUSANDTHS, materials.sum_of("I"), lambda head: head.measure.millilitres),
        SummaryFigure(words.DEPOSIT_VALUE, Kind.WHOLE, materials.sum_of("J"), lambda head: head.measure.rupiah),
        SummaryFigure(words.PAYOUTS_VALUE, Kind.WHOLE, people.taken_out, lambda head: head.payouts_rupiah),
        SummaryFigure(words.BALANCES, Kind.WHOLE, people.closing, lambda head: head.balances_rupiah),
        *blocks.plant,
    )
    before, year_before = report.before, report.year_before
    heads = [words.FIGURE, report.period.title, before.period.title, words.CHANGE, words.CHANGE_PERCENT]
    two = year_before.period != before.period  # of a year both are the same
    if two:
        heads += [year_before.period.title, words.CHANGE_PERCENT]
    sheet.add((SECTION, words.FIGURES))
    sheet.add(*((HEAD, word) for word in heads), height=34)
    for figure in figures:
        row, now = sheet.row + 1, whole(figure.now)
        own, then, long_ago = body(figure.kind), figure.of(before), figure.of(year_before)
        last: tuple[Cell, Cell] = ((own, long_ago), (_CHANGE, _change(row, "F", now, long_ago)))
        sheet.add(
            (body(Kind.TEXT), figure.word),
            (Look(figure.kind, bold=True, grid=True), figure.now),
            (own, then),
            (own, Formula(f"B{row}-C{row}", now - then)),
            (_CHANGE, _change(row, "C", now, then)),
            *(last if two else ()),
            height=20,
        )


def _write_categories(sheet: Sheet, report: EconomicValue, table: Table) -> None:
    """The eight categories of the environment office's form, as they stand on their own sheet."""
    sheet.add()
    sheet.add((SECTION, words.CATEGORIES))
    heads = (words.CATEGORY, words.KILOGRAMS, words.PIECES, words.LITRES, words.SHARE_OF_VALUE, words.VALUE)
    sheet.add(*((HEAD, word) for word in heads), height=20)
    for row, (category, own) in enumerate(report.by_category, table.first):
        share = ratio(own.rupiah, report.measure.rupiah)
        sheet.add(
            (body(Kind.TEXT), wording.DLH_CATEGORIES[category]),
            (body(Kind.THOUSANDTHS), Formula(f"{table.sheet}!C{row}", own.grams)),
            (body(Kind.WHOLE), Formula(f"{table.sheet}!D{row}", own.pieces)),
            (body(Kind.THOUSANDTHS), Formula(f"{table.sheet}!E{row}", own.millilitres)),
            (body(Kind.SHARE), Formula(f"{table.sheet}!G{row}", share)),
            (body(Kind.WHOLE), Formula(f"{table.sheet}!F{row}", own.rupiah)),
        )
    sheet.add(
        (total(Kind.TEXT), words.TOTAL),
        (total(Kind.THOUSANDTHS), table.sum_of("C")),
        (total(Kind.WHOLE), table.sum_of("D")),
        (total(Kind.THOUSANDTHS), table.sum_of("E")),
        (total(Kind.SHARE), None),
        (total(Kind.WHOLE), table.sum_of("F")),
    )


def _write_people_beside_money(sheet: Sheet, people: People) -> None:
    sheet.add()
    sheet.add((SECTION, wording.PARTICIPANTS), BLANK, BLANK, (SECTION, words.MONEY))
    nothing: Fact = ("", Kind.TEXT, None)
    money = (*people.payments, people.savings[0], people.savings[-1], *people.debts[-1:])
    for left, right in zip_longest(people.participants, money, fillvalue=nothing):
        cells = [(_ruled(Kind.TEXT), left[0]), (_ruled(left[1]), left[2])]
        if right is not nothing:
            cells += [BLANK, (_ruled(Kind.TEXT), right[0]), (_ruled(Kind.TEXT), None), (_ruled(right[1]), right[2])]
        sheet.add(*cells)


def _ruled(kind: Kind) -> Look:
    return Look(kind, below="thin")


_CHANGE: Final = Look(Kind.CHANGE, align="right", grid=True)


def _change(row: int, column: str, now: int, then: int) -> Formula:
    cell, nothing = f"{column}{row}", words.NOTHING_BEFORE
    result: Decimal | str = wording.FROM_MINUS if then < 0 else nothing
    if then > 0:
        result = round(Decimal(now) / then - 1, 6)
    return Formula(f'IF({cell}<0,"{wording.FROM_MINUS}",IF({cell}=0,"{nothing}",B{row}/{cell}-1))', result)


def _checked(blocks: Blocks, lines: Mapping[int, Formula]) -> Formula:
    """Whether every sheet comes to the same; kilograms are fractions for Excel, so that they are compared as grams."""

    def column(place: int, *letters: tuple[Table, str]) -> list[Formula]:
        return [lines[place], *(table.sum_of(each) for table, each in letters)]

    materials, categories, villages = blocks.materials, blocks.categories, blocks.villages
    districts, days, classes = blocks.districts, blocks.days, blocks.classes
    by_place = ((villages, "F"), (districts, "D"), (days, "D"), (classes, "D"))
    value_by_place = ((villages, "G"), (districts, "E"), (days, "E"), (classes, "E"))
    deposits = [table.sum_of(each) for table, each in ((days, "C"), (villages, "D"), (districts, "B"), (classes, "B"))]
    columns = (
        (1000, column(line_sheet.KILOGRAMS, (materials, "G"), (categories, "C"), *by_place)),
        (1, column(line_sheet.PIECES, (materials, "H"), (categories, "D"))),
        (1000, column(line_sheet.LITRES, (materials, "I"), (categories, "E"))),
        (1, column(line_sheet.VALUE, (materials, "J"), (categories, "F"), *value_by_place)),
        (1, deposits),
    )
    tests = [
        f"ROUND(({one.text}-({other.text}))*{factor},0)=0" for factor, (one, *others) in columns for other in others
    ]
    agree = all(one.result == other.result for _, (one, *others) in columns for other in others)
    text = f'IF(AND({",".join(tests)}),"{words.ALL_AGREE}","{words.DIFFERS}")'
    return Formula(text, words.ALL_AGREE if agree else words.DIFFERS)


def _write_signatures(sheet: Sheet, centre: Centre, signature: Signature) -> None:
    when = day_in_words(signature.day) if signature.day else words.DAY_BY_HAND
    place = f"{signature.place}, {when}" if signature.place else when

    def row(left: str, right: str, look: Look = _SIGNER, height: int | None = None) -> None:
        sheet.add((look, left), (look, None), BLANK, BLANK, (look, right), (look, None), (look, None), height=height)

    sheet.add()
    row("", place)
    row(wording.ACKNOWLEDGED, wording.MADE_BY)
    row(centre.head_title or wording.HEAD, "")
    row("", "", height=58)
    row(centre.head_name or words.NAME_LINE, signature.maker or words.NAME_LINE, _SIGNED)
