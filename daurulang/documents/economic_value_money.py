"""Who took part in a period, how they were paid, and what became of the savings and debts: lists beside each other."""

from __future__ import annotations

from collections.abc import Sequence

from daurulang.documents import wording
from daurulang.documents.a4 import MARGIN, SHORT_SIDE, Style, section_heading
from daurulang.documents.corrections import corrections_in_words
from daurulang.documents.sheet import GREY, PALE, Block
from daurulang.quantities import format_kilograms, format_rupiah, format_whole
from daurulang.reports.economic_value import EconomicValue

WIDTH = SHORT_SIDE - 2 * MARGIN
Fact = tuple[str, str]


def people_and_money(report: EconomicValue, kind: Style) -> Block:
    """Three lists beside each other."""
    people, payments = report.participants, report.payments
    unstated = people.active - (people.women + people.men + people.groups + people.institutions + people.schools)
    participants: list[Fact] = [
        (wording.ACTIVE, format_whole(people.active)),
        (wording.WOMEN, format_whole(people.women)),
        (wording.MEN, format_whole(people.men)),
        *([(wording.UNSTATED, format_whole(unstated))] if unstated else []),
        (wording.GROUPS, format_whole(people.groups)),
        (wording.INSTITUTIONS, format_whole(people.institutions)),
        (wording.SCHOOLS, format_whole(people.schools)),
        (wording.NEW, format_whole(people.new)),
    ]
    paid: list[Fact] = [
        (wording.TO_SAVINGS, format_rupiah(payments.savings_rupiah)),
        (wording.IN_CASH, format_rupiah(payments.cash_rupiah)),
        (wording.SUM, format_rupiah(payments.savings_rupiah + payments.cash_rupiah)),
        (wording.GIVEN, wording.times(payments.given_count)),
        (f"{wording.WEIGHT} {wording.GIVEN.lower()}", format_kilograms(payments.given_grams)),
    ]
    savings: list[Fact] = [
        (wording.OPENING_BALANCE, format_rupiah(report.opening_balances_rupiah)),
        (wording.TO_SAVINGS, format_rupiah(payments.savings_rupiah)),
        *([(wording.OLD_BOOK, format_rupiah(report.openings_rupiah))] if report.openings_rupiah else []),
        (f"{wording.PAYOUTS} ({wording.times(report.payouts.count)})", format_rupiah(-report.payouts.rupiah)),
        *_through_debts(report),
        (wording.CLOSING_BALANCE, format_rupiah(report.balances_rupiah)),
    ]
    block = Block(WIDTH)
    block.place(section_heading(wording.PEOPLE_AND_MONEY, WIDTH, kind))
    top, gap = block.height, 20.0
    room = (WIDTH - 2 * gap) / 3
    shelves = (
        [(wording.PARTICIPANTS, participants)],
        [(wording.PAYMENT, paid), (wording.DEBTS, _debts(report))],
        [(wording.SAVINGS, savings)],
    )
    for number, lists in enumerate(shelves):
        column = Block(room)
        for name, facts in lists:
            if facts:
                column.gap(8 if column.height else 0)
                column.place(_list(name, facts, room, kind), y=column.height)
        block.place(column, number * (room + gap), top)
    if report.corrections:
        block.gap(4)
        block.text(corrections_in_words(report.corrections), kind.small)
    return block


def _through_debts(report: EconomicValue) -> list[Fact]:
    """What debts changed in the savings: what was paid out before it was taken back, and what they repaid."""
    moved = ((wording.BECAME_DEBT, report.debts.made_rupiah), (wording.REPAYMENTS, -report.debts.from_savings_rupiah))
    return [(words, format_rupiah(rupiah)) for words, rupiah in moved if rupiah]


def _debts(report: EconomicValue) -> list[Fact]:
    """What members owe the centre, apart from the savings and never taken off them; nothing where nobody owes."""
    debts = report.debts
    if not (debts or report.opening_debts_rupiah or report.debts_rupiah):
        return []
    return [
        (wording.OPENING_DEBT, format_rupiah(report.opening_debts_rupiah)),
        (wording.BECAME_DEBT, format_rupiah(debts.made_rupiah)),
        (wording.FROM_SAVINGS, format_rupiah(-debts.from_savings_rupiah)),
        (wording.BY_CASH, format_rupiah(-debts.in_cash_rupiah)),
        (wording.CLOSING_DEBT, format_rupiah(report.debts_rupiah)),
    ]


def _list(name: str, facts: Sequence[Fact], width: float, kind: Style) -> Block:
    block = Block(width)
    block.text(name, kind.strong)
    block.rule(0.8, GREY, above=2, below=2)
    for label, figure in facts:
        block.pair(label, kind.body, figure, kind.body)
        block.rule(0.4, PALE, above=1.2, below=1.2)
    return block
