"""Papers of sales to print."""

from dataclasses import replace
from datetime import date

from daurulang.members.visit import Heading
from daurulang.periods import Zone, moment_ms
from daurulang.quantities import Condition, Unit, line_amount_rupiah
from daurulang.receipts.sales import SalePaper
from daurulang.sales.model import PaidIn, Priced
from daurulang.sales.queries import BuyerPayment, Sale, SaleLine, SaleRow
from daurulang.stock.queries import Level
from tests.documents.papers import DAY, HEADING

AT_DESK: Heading = replace(HEADING, member_number="", member_name="", member_place="")


def sold(
    name: str,
    quantity: int,
    price_rupiah: int,
    unit: Unit = Unit.KILOGRAM,
    *,
    condition: Condition = Condition.CLEAN,
    theirs: int | None = None,
    reason: str = "",
) -> SaleLine:
    paid = quantity if theirs is None else theirs
    amount = line_amount_rupiah(paid, unit, price_rupiah)
    grams = quantity if unit is Unit.KILOGRAM else 0
    return SaleLine("X1", name, condition, unit, quantity, grams, paid, reason, price_rupiah, amount, amount // 2)


PET = sold("PET botol bening", 125_500, 4_500, theirs=124_800, reason="timbangan pabrik")
CARDBOARD = sold("Kardus", 310_000, 2_300)
BOTTLES = sold("Botol kecap", 240, 600, Unit.PIECE)
OIL = sold("Jelantah", 38_500, 5_200, Unit.LITRE, condition=Condition.DIRTY)


def paper(
    *lines: SaleLine,
    paid_rupiah: int | None = None,
    paid_in: PaidIn = PaidIn.CASH,
    due_day: date | None = None,
    priced: Priced = Priced.LINES,
    payments: tuple[BuyerPayment, ...] = (),
    copy: int = 0,
    reversed_by: str = "",
) -> SalePaper:
    """A sale to UD Makmur, paid at once unless something else is said."""
    total = sum(line.amount_rupiah for line in lines)
    at_once = total if paid_rupiah is None else paid_rupiah
    later = sum(each.rupiah for each in payments if not each.reversed_by)
    goods = Level(sum(line.grams for line in lines), rupiah=sum(line.cost_rupiah for line in lines))
    rest = 0 if reversed_by else total - at_once - later
    row = SaleRow(
        *(7, "L1-000123", DAY, 1, "UD Makmur Jaya", goods, total, at_once + later, rest, due_day, reversed_by),
    )
    sale = Sale(row, "Gudang", priced, at_once, paid_in, "M 8123 GA", "diambil sore", lines, payments)
    return SalePaper(
        entry_id=7,
        number=row.number,
        day=DAY,
        at_ms=moment_ms(DAY, 9, 5, Zone.WIB),
        heading=AT_DESK,
        buyer=row.buyer,
        buyer_address="Jl. Raya Socah 12, Bangkalan",
        buyer_phone="0812-1111-2222",
        logo=None,
        sale=sale,
        payment=None,
        copy=copy,
        hash="9f3c" * 16,
    )


def payment(rupiah: int, after_rupiah: int, number: str = "L1-000130", reversed_by: str = "") -> BuyerPayment:
    return BuyerPayment(8, number, DAY, rupiah, PaidIn.BANK, "BRI 0012", after_rupiah, reversed_by)
