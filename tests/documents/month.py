"""An invented month, made in plain Python: lines, and the report that follows from them."""

import random
from collections import defaultdict
from collections.abc import Callable, Iterable
from datetime import date, timedelta

from daurulang.deposits.model import Payment
from daurulang.materials.model import DlhCategory
from daurulang.periods import Period
from daurulang.quantities import Condition, Unit, line_amount_rupiah
from daurulang.reports.economic_value import (
    DayShare,
    EconomicValue,
    Headline,
    MaterialShare,
    Measure,
    Payments,
    Payouts,
    Share,
    VillageShare,
)
from daurulang.reports.line_list import LineRow
from daurulang.reports.participants import Participants

VILLAGES = (("Demangan", "Bangkalan"), ("Socah", "Socah"), ("Keleyan", "Socah"), ("", ""))
UNITS = (Unit.KILOGRAM, Unit.KILOGRAM, Unit.PIECE, Unit.LITRE)
PER_DEPOSIT = 3


def category_of(material: int) -> DlhCategory:
    return list(DlhCategory)[material % 8]


def made_lines(
    period: Period, count: int, materials: int, name: Callable[[int], str] = lambda n: f"Orang {n}"
) -> list[LineRow]:
    """Lines in threes: three of one deposit by one member."""
    chance = random.Random(count + materials)
    days = (period.last - period.first).days + 1
    lines = []
    for number in range(count):
        deposit = number // PER_DEPOSIT
        day = period.first + timedelta(days=deposit * PER_DEPOSIT * days // count)
        material = number % materials
        unit = UNITS[material % 4]
        net, price = chance.randrange(1, 20_000), chance.randrange(0, 5000)
        village, district = VILLAGES[deposit % len(VILLAGES)]
        grams = net if unit is Unit.KILOGRAM else (0 if unit is Unit.PIECE else net * 9 // 10)
        lines.append(
            LineRow(
                number=f"L1-{deposit + 1:06d}",
                day=day,
                at_ms=1_700_000_000_000,
                member_number=f"A-{deposit % 50:05d}",
                member_name=name(deposit % 50),
                village=village,
                district=district,
                code=f"M{material:02d}",
                material=f"Bahan {material}",
                condition=Condition.CLEAN,
                unit=unit,
                gross=net + 5,
                tare=3,
                deduction=2,
                deduction_reason="basah",
                net=net,
                grams=grams,
                price_rupiah=price,
                amount_rupiah=line_amount_rupiah(net, unit, price),
                payment=Payment.SAVINGS,
            )
        )
    return lines


def measure_of(lines: Iterable[LineRow]) -> Measure:
    own = list(lines)
    return Measure(
        len(own),
        sum(line.grams for line in own),
        sum(line.net for line in own if line.unit is Unit.PIECE),
        sum(line.net for line in own if line.unit is Unit.LITRE),
        sum(line.amount_rupiah for line in own),
    )


def report_of(period: Period, lines: list[LineRow]) -> EconomicValue:
    """What the lines come to; the savings before them are 1,000,000 and 250,000 was paid out."""
    by_material, by_village, by_day = defaultdict(list), defaultdict(list), defaultdict(list)
    for line in lines:
        by_material[line.code].append(line)
        by_village[line.village, line.district].append(line)
        by_day[line.day].append(line)

    def part(own: list[LineRow]) -> tuple[int, int, int, int]:
        members = len({line.member_number for line in own})
        return len({line.number for line in own}), members, sum(x.grams for x in own), sum(x.amount_rupiah for x in own)

    measure = measure_of(lines)
    everything = part(lines)
    return EconomicValue(
        period=period,
        deposits=everything[0],
        measure=measure,
        by_material=tuple(
            MaterialShare(
                *(code, own[0].material, own[0].unit, category_of(int(code[1:])), measure_of(own)),
                sum(line.grams == 0 for line in own),
            )
            for code, own in sorted(by_material.items())
        ),
        by_village=tuple(VillageShare(name, name, place, *part(own)) for (name, place), own in by_village.items()),
        by_day=tuple(DayShare(day, part(own)[0], *part(own)[2:]) for day, own in sorted(by_day.items())),
        by_class=(Share("Umum", "Umum", *everything),) if lines else (),
        participants=Participants(everything[1], 2, everything[1], 0, 0, 0, 0),
        payments=Payments(measure.rupiah, 0, 0, 0),
        payouts=Payouts(3, 250_000),
        opening_balances_rupiah=1_000_000,
        balances_rupiah=750_000 + measure.rupiah,
        before=Headline(period.before, 7, 3, Measure(9, 12_345, 6, 500, 70_000), 10_000, 900_000),
        year_before=Headline(period.year_before, 0, 0, Measure(), 0, 0),
    )


NOVEMBER = Period(date(2026, 11, 1), date(2026, 11, 30))
