"""A member's statement on A4, with the columns of a passbook."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from daurulang.centre.queries import Centre
from daurulang.deposits.model import Payment
from daurulang.documents import wording
from daurulang.documents.a4 import MARGIN, SHORT_SIDE, Report, Section, Style, report_pdf, style
from daurulang.documents.figures import plain, whole
from daurulang.documents.file import write_whole
from daurulang.documents.sheet import Block, Cell
from daurulang.documents.table import Column, Table, figures
from daurulang.documents.words import rupiah_in_words
from daurulang.periods import short_day
from daurulang.quantities import Condition, format_quantity, format_rupiah
from daurulang.reports.statement import Goods, Movement, Statement

WIDTH = SHORT_SIDE - 2 * MARGIN


def write_statement(statement: Statement, letterhead: Centre, path: Path, *, place: str, day: date, maker: str) -> None:
    """Write the statement's PDF, wholly or not at all; raises `FileNotWritten`."""
    kind = style()
    edge = Report(wording.STATEMENT_TITLE, statement.period.title, letterhead, place, day, maker)
    table = Table(
        (
            Column(wording.DAY, 60),
            Column(wording.RECEIPTS, 58),
            Column(wording.PARTICULARS, WIDTH - 322),
            *figures((wording.IN, 66), (wording.OUT, 66), (wording.BALANCE_COLUMN, 72)),
        ),
        kind.label,
        kind.body,
        kind.strong,
    )
    first, last = short_day(statement.period.first), short_day(statement.period.last)
    opening = [first, "", wording.OPENING_BALANCE, "", "", plain(statement.opening_rupiah)]
    movements = [_row(each) for each in statement.movements] or [["", "", wording.NO_MOVEMENT, "", "", ""]]
    rows = table.rows([opening, *movements])
    sums = [whole(statement.in_rupiah), whole(statement.out_rupiah), plain(statement.closing_rupiah)]
    closing = [
        table.sums([last, "", wording.CLOSING_BALANCE, *sums]),
        _closing(statement, kind),
    ]
    sections = [Section([_member(statement, kind)], [table.head()], rows, closing)]
    write_whole(path, report_pdf(edge, sections))


def _member(statement: Statement, kind: Style) -> Block:
    block = Block(WIDTH)
    facts = (
        (wording.NAME, statement.member_name),
        (wording.MEMBER_NUMBER, statement.member_number),
        (wording.ADDRESS, statement.member_place),
    )
    for name, text in facts:
        if text:
            block.row(Cell(name, kind.small, 3, 60), Cell(text, kind.strong, 66, WIDTH - 66))
    block.gap(10)
    return block


def _closing(statement: Statement, kind: Style) -> Block:
    block = Block(WIDTH)
    block.gap(8)
    block.pair(wording.CLOSING_BALANCE, kind.strong, format_rupiah(statement.closing_rupiah), kind.figure)
    minus = f"{wording.MINUS} " if statement.closing_rupiah < 0 else ""
    block.text(f"{wording.IN_WORDS}: {minus}{rupiah_in_words(abs(statement.closing_rupiah))}", kind.body)
    if statement.debt_rupiah or statement.opening_debt_rupiah:
        block.gap(6)
        block.pair(wording.OPENING_DEBT, kind.body, format_rupiah(statement.opening_debt_rupiah), kind.body)
        block.pair(wording.CLOSING_DEBT, kind.strong, format_rupiah(statement.debt_rupiah), kind.strong)
    return block


def _row(movement: Movement) -> list[str]:
    return [
        short_day(movement.day),
        movement.number,
        particulars(movement),
        whole(movement.in_rupiah),
        whole(movement.out_rupiah),
        plain(movement.balance_rupiah),
    ]


def particulars(movement: Movement) -> str:
    """What happened: "Setoran: PET botol bening 2,45 kg, Kardus 12,30 kg"."""
    words = wording.ENTRY_KINDS[movement.kind]
    if movement.reverses:
        words += f" {movement.reverses}"
    if movement.method is not None:
        words += f" ({wording.METHODS[movement.method].lower()})"
    if movement.payment is Payment.GIVEN:
        words += f" ({wording.GIVEN_SHORT})"
    if movement.goods:
        words += f": {', '.join(map(_goods, movement.goods))}"
    if movement.source is not None:
        words += f" ({wording.SOURCES[movement.source].lower()})"
    elif movement.cash_rupiah:
        paid = wording.IN_CASH if movement.cash_rupiah > 0 else wording.RETURNED_CASH
        words += f". {paid} {format_rupiah(abs(movement.cash_rupiah))}"
    if movement.debt_rupiah:
        owed = wording.BECAME_DEBT if movement.debt_rupiah > 0 else wording.REPAID
        words += f". {owed} {format_rupiah(abs(movement.debt_rupiah))}"
    if movement.slip is not None:
        words += f". {wording.SLIP} {wording.slip(movement.slip.number, short_day(movement.slip.day))}"
    return words


def _goods(goods: Goods) -> str:
    condition = "" if goods.condition is Condition.CLEAN else f" {wording.CONDITIONS[goods.condition]}"
    return f"{goods.name}{condition} {format_quantity(goods.net, goods.unit)}"
