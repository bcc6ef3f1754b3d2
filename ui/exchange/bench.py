"""What happens to a list in the process beside the window: opened, looked at, taken in, undone.

The list and its dry run stay there; the window gets the first rows, the counts, and the lines of its table in pieces,
since a hundred thousand rows handed over at once would hold it up. Nothing of Qt is imported here.
"""

from __future__ import annotations

from array import array
from collections.abc import Mapping, Sequence
from contextlib import closing
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, NamedTuple

from daurulang.database import Database
from daurulang.exchange import kinds
from daurulang.exchange.balances import BalanceIntake
from daurulang.exchange.batches import undo
from daurulang.exchange.columns import HEADER_WITHIN, ListKind, Matching, open_list
from daurulang.exchange.deposit_rows import LineIntake
from daurulang.exchange.preview import Fate, Preview, Reason, Row
from daurulang.exchange.sale_rows import SaleIntake
from daurulang.exchange.stock import StockIntake
from daurulang.exchange.workbook import Progress, Sheet
from daurulang.periods import short_day
from daurulang.quantities import format_quantity, format_rupiah
from ui.exchange.wording import ExchangeWords

FIRST_ROWS = HEADER_WITHIN + 20
LINES_AT_ONCE = 250
NAMES_SHOWN = 5


class FateLine(NamedTuple):
    """One row as the table shows it: its place, its number on the sheet, its fate, what it is about, why, and all of
    it to search in.
    """

    place: int
    number: int
    fate: Fate
    fate_word: str
    what: str
    why: str
    search: str


@dataclass(slots=True)
class Held:
    """What one step leaves for the next."""

    kind: ListKind = ListKind.MEMBERS
    sheet: Sheet | None = None
    preview: Preview[Any] | None = None
    words: ExchangeWords | None = None
    orders: Mapping[str, list[str]] | None = None


@dataclass(frozen=True, slots=True)
class Missing:
    """Names that the book does not have: how many, and the first of them."""

    count: int = 0
    first: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Seen:
    """What a dry run found, without its rows. `created` says that what is missing would be made, `final` that the list
    cannot be undone.
    """

    file_name: str
    counts: Mapping[Fate, int]
    total: int
    intakes: int
    new_classes: tuple[str, ...]
    members: Missing
    materials: Missing
    buyers: Missing
    created: bool
    final: bool = False


def open_file(held: Held, path: Path, kind: ListKind, progress: Progress) -> tuple[Sheet, Matching]:
    """Read a list; gives its first rows and the columns as they were recognised."""
    held.sheet = held.preview = held.words = held.orders = None
    sheet, matching = open_list(path, kind, progress)
    held.kind, held.sheet = kind, sheet
    return replace(sheet, rows=sheet.rows[:FIRST_ROWS]), matching


def look(
    held: Held,
    address: str,
    matching: Matching,
    create: bool,
    words: ExchangeWords,
    progress: Progress,
) -> Seen:
    """The dry run of the list that was opened; a quarter of the way is left for its lines."""
    if held.sheet is None:
        raise RuntimeError("nothing was opened")
    with closing(Database(address)) as db:
        preview = kinds.preview(db, held.kind, held.sheet, matching, _share(progress, 0, 3), create=create)
    held.preview, held.words = preview, words
    held.orders = {"what": [], "why": []}
    return Seen(
        preview.sheet.file_name,
        preview.counts,
        len(preview.rows),
        len(preview.intakes),
        preview.new_classes,
        _missing(preview, Reason.MEMBER_CREATED, preview.new_members, create=create),
        _missing(preview, Reason.MATERIAL_CREATED, preview.new_materials, create=create),
        _missing(preview, Reason.BUYER_CREATED, preview.new_buyers, create=create),
        create,
        held.kind.is_final,
    )


def some_lines(held: Held, start: int, progress: Progress) -> tuple[FateLine, ...]:
    """The next lines of the dry run, in their order."""
    preview, words, orders = held.preview, held.words, held.orders
    if preview is None or words is None or orders is None:
        raise RuntimeError("nothing was looked at")
    rows = preview.rows[start : start + LINES_AT_ONCE]
    lines = tuple(_line(place, row, preview.matching, words) for place, row in enumerate(rows, start))
    for line in lines:
        orders["what"].append(line.what.casefold())
        orders["why"].append(line.why.casefold())
    _share(progress, 3, 1)(start + len(rows), len(preview.rows))
    return lines


def sorted_places(held: Held, _progress: Progress) -> dict[str, bytes]:
    """The places of all lines by what they are about and why, as packed numbers (`array("I")`)."""
    orders, held.orders = held.orders or {}, None
    return {
        name: array("I", sorted(range(len(texts)), key=texts.__getitem__)).tobytes() for name, texts in orders.items()
    }


def take(held: Held, address: str, staff_id: int, progress: Progress) -> int:
    """Write the list that was looked at; gives the id of its batch."""
    if held.preview is None:
        raise RuntimeError("nothing was looked at")
    with closing(Database(address)) as db:
        return kinds.take_in(db, held.kind, held.preview, staff_id, progress)


def take_back(_held: Held, address: str, batch_id: int, staff_id: int, progress: Progress) -> None:
    """Undo a batch."""
    with closing(Database(address)) as db:
        undo(db, batch_id, staff_id, progress)


def _share(progress: Progress, before: int, quarters: int) -> Progress:
    """Progress of a part of the whole: some quarters of it, after others."""
    return lambda done, total: progress(before * total + quarters * done, 4 * total)


def _missing(preview: Preview[Any], reason: Reason, names: Sequence[str], *, create: bool) -> Missing:
    """The names not in the book; when they are to be made, those of rows that can be."""
    if create:
        named = (str(r.values["name"]) for row in preview.rows for r in row.remarks if r.reason is reason)
        names = list(dict.fromkeys(named))
    return Missing(len(names), tuple(names[:NAMES_SHOWN]))


def _line(place: int, row: Row[Any], matching: Matching, words: ExchangeWords) -> FateLine:
    fate, what = words.fate(row.fate), _what(row, matching)
    why = " · ".join(words.remark(remark) for remark in row.remarks)
    return FateLine(place, row.number, row.fate, fate, what, why, f"{row.number} {fate} {what} {why}".casefold())


def _what(row: Row[Any], matching: Matching) -> str:
    """What a row would be written as, or what stands in it."""
    match row.intake:
        case None:
            return " · ".join(cell for cell in row.cells if cell)
        case LineIntake() as line:
            goods, amount = line.goods, format_rupiah(line.amount_rupiah)
            who = _named(row, matching, "member", "member_number")
            return f"{short_day(line.day)} · {who} · {goods.name} {format_quantity(line.net, goods.unit)} · {amount}"
        case SaleIntake() as sold:
            goods, amount = sold.goods, format_rupiah(sold.amount_rupiah)
            who = _named(row, matching, "buyer")
            quantity = format_quantity(sold.quantity, goods.unit)
            return f"{short_day(sold.day)} · {who} · {goods.name} {quantity} · {amount}"
        case BalanceIntake() as balance:
            who = _named(row, matching, "member", "member_number")
            return f"{who} · {format_rupiah(balance.rupiah)} · {short_day(balance.day)}"
        case StockIntake() as stock:
            return f"{stock.goods.name} · {format_quantity(stock.quantity, stock.goods.unit)}"
        case intake:
            return str(intake.draft.name)


def _named(row: Row[Any], matching: Matching, *fields: str) -> str:
    """The first of these fields that is filled; a dash where the row takes it from the one above."""
    return next((text for field in fields if (text := matching.cell(row.cells, field))), "–")
