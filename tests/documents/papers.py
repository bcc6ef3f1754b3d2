"""Receipts to print, and how they read when they are printed."""

from dataclasses import replace
from datetime import date
from io import BytesIO

from pypdf import PdfReader

from daurulang.deposits.model import Payment
from daurulang.members.visit import Heading
from daurulang.payouts.model import PayoutMethod
from daurulang.periods import Zone, moment_ms
from daurulang.quantities import Condition, Unit, line_amount_rupiah
from daurulang.receipts.queries import DepositPart, Links, OpeningPart, PayoutPart, Receipt, ReceiptLine, ReversalPart

DAY = date(2026, 11, 21)
HEADING = Heading(
    centre_name="RDU Bangkalan",
    centre_address="Jl. Letnan Sunarto No. 12",
    centre_phone="0812-3456-7890",
    logo_hash="",
    zone=Zone.WIB,
    counter_code="L1",
    counter="Loket 1",
    clerk="Siti Aminah",
    member_number="000123",
    member_name="Nur Hayati",
    member_place="Pangeranan, RT 03/RW 02",
)


def line(
    name: str,
    net: int,
    price_rupiah: int,
    unit: Unit = Unit.KILOGRAM,
    *,
    condition: Condition = Condition.CLEAN,
    tare: int = 0,
    deduction: int = 0,
    reason: str = "",
) -> ReceiptLine:
    return ReceiptLine(
        code="X1",
        name=name,
        condition=condition,
        unit=unit,
        gross=net + tare + deduction,
        tare=tare,
        deduction=deduction,
        deduction_reason=reason,
        net=net,
        grams=net if unit is Unit.KILOGRAM else 0,
        price_rupiah=price_rupiah,
        amount_rupiah=line_amount_rupiah(net, unit, price_rupiah),
    )


PET = line("PET botol bening", 2450, 3100)
CARDBOARD = line("Kardus", 12_300, 1600, tare=500, deduction=300, reason="basah")
BOTTLES = line("Botol kecap", 12, 400, Unit.PIECE)
OIL = line("Jelantah", 1500, 4000, Unit.LITRE)
DIRTY_PET = line("PET botol bening", 1200, 1500, condition=Condition.DIRTY)


def deposit(
    *lines: ReceiptLine,
    payment: Payment = Payment.SAVINGS,
    cash_rupiah: int = 0,
    heading: Heading = HEADING,
    logo: bytes | None = None,
    copy: int = 0,
) -> Receipt:
    """A deposit by somebody who had Rp 214.500 before."""
    total = sum(each.amount_rupiah for each in lines)
    cash = total if payment is Payment.CASH else cash_rupiah
    savings = 0 if payment is Payment.GIVEN else total - cash
    return Receipt(
        entry_id=1,
        number="L1-000123",
        day=DAY,
        at_ms=moment_ms(DAY, 9, 5, Zone.WIB),
        heading=heading,
        logo=logo,
        part=DepositPart(payment, lines, savings, cash),
        balance_after_rupiah=214_500 + savings,
        hash="9f86d081884c7d65" + "0" * 48,
        copy=copy,
    )


def payout(method: PayoutMethod = PayoutMethod.CASH, reference: str = "") -> Receipt:
    """Rp 150.000 out of Rp 243.485."""
    return Receipt(
        entry_id=2,
        number="L1-000124",
        day=DAY,
        at_ms=moment_ms(DAY, 9, 15, Zone.WIB),
        heading=HEADING,
        logo=None,
        part=PayoutPart(method, reference, 150_000, 243_485),
        balance_after_rupiah=93_485,
        hash="2c26b46b68ffc68f" + "0" * 48,
        copy=0,
    )


def opening() -> Receipt:
    """Rp 1.250.000 of an old book, where this one had counted Rp 50.000."""
    part = OpeningPart(50_000, 1_250_000)
    return replace(payout(), number="BL-000012", part=part, balance_after_rupiah=1_250_000, old_number="Hal. 12")


def reversal_of(receipt: Receipt) -> Receipt:
    """What undoes it, as the next number of the counter."""
    before, after = receipt.balance_before_rupiah, receipt.balance_after_rupiah
    part = ReversalPart(receipt.number, DAY, receipt.done, "salah timbang, kardus masih basah", "Moh. Ridwan", after)
    return replace(receipt, number="L1-000130", part=part, balance_after_rupiah=before, links=Links())


def pages_of(pdf: bytes) -> list[str]:
    """The words of each page."""
    return [" ".join(page.extract_text().split()) for page in PdfReader(BytesIO(pdf)).pages]


def read(pdf: bytes) -> str:
    """The words of all pages on one line."""
    return " ".join(pages_of(pdf))


def bare(text: str) -> str:
    """A text without its blanks, as it may be broken anywhere on paper."""
    return "".join(text.split())
