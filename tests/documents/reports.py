"""Reports to print: as large and as empty as they come."""

from datetime import date, timedelta

from daurulang.centre.queries import Centre
from daurulang.materials.model import DlhCategory
from daurulang.periods import Period, month_of
from daurulang.quantities import Unit
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
from daurulang.reports.participants import Participants
from daurulang.reports.plant_value import NO_PLANT
from resources.paths import path

CENTRE = Centre(
    "Rumah Daur Ulang Bangkalan",
    "Jl. Letnan Sunarto No. 12, Bangkalan",
    phone="031-3095000",
    head_name="Drs. H. Achmad Fauzi, M.Si.",
    head_title="Kepala UPT Rumah Daur Ulang",
    treasurer_name="Siti Aminah, S.E.",
    logo=path("daurulang.png").read_bytes(),
)
OCTOBER = month_of(date(2026, 10, 1))


def headline(period: Period, measure: Measure, **figures: int) -> Headline:
    zeros = {"deposits": 0, "members": 0, "payouts_rupiah": 0, "balances_rupiah": 0}
    return Headline(period, measure=measure, plant=NO_PLANT, **{**zeros, **figures})


def large(materials: int, villages: int, period: Period = OCTOBER) -> EconomicValue:
    """Every third material is counted in pieces without a weight, every fifth in litres."""
    units = [Unit.PIECE if n % 3 == 0 else Unit.LITRE if n % 5 == 0 else Unit.KILOGRAM for n in range(materials)]
    by_material = tuple(
        MaterialShare(
            f"B{n:03d}",
            f"Bahan nomor {n} dengan nama yang panjang",
            unit,
            list(DlhCategory)[n % 8],
            Measure(
                lines=n + 1,
                grams=0 if unit is Unit.PIECE else 12_345 * (n + 1),
                pieces=7 * (n + 1) if unit is Unit.PIECE else 0,
                millilitres=1500 * (n + 1) if unit is Unit.LITRE else 0,
                rupiah=45_678 * (n + 1),
            ),
            n + 1 if unit is Unit.PIECE else 0,
        )
        for n, unit in enumerate(units)
    )
    measure = sum((row.measure for row in by_material), Measure())
    by_village = tuple(
        VillageShare(f"35.26.{n // 20:02d}.{n:04d}", f"Desa {n}", f"Kecamatan {n // 20}", n, n, 1000 * n, 3100 * n)
        for n in range(villages, 0, -1)
    )
    days = (period.last - period.first).days + 1
    return EconomicValue(
        period=period,
        deposits=9_876,
        measure=measure,
        by_material=by_material,
        by_village=by_village,
        by_day=tuple(DayShare(period.first + timedelta(n), 3, 1250 * n, 8000 * n) for n in range(0, days, 2)),
        by_class=(Share("Umum", "Umum", 9_876, 4_321, measure.grams, measure.rupiah),),
        participants=Participants(4_321, 120, 2_400, 1_700, 100, 80, 30),
        payments=Payments(measure.rupiah - 1_000_000, 1_000_000, 12, 34_567),
        payouts=Payouts(45, 12_345_678),
        opening_balances_rupiah=98_765_432,
        balances_rupiah=98_765_432 + measure.rupiah - 1_000_000 - 12_345_678,
        before=headline(period.before, Measure(900, 800_000, 15, 0, 1_000_000), deposits=900, members=300),
        year_before=headline(period.year_before, Measure()),
    )


def empty(period: Period = OCTOBER) -> EconomicValue:
    """A period in which nobody came."""
    return EconomicValue(
        period=period,
        deposits=0,
        measure=Measure(),
        by_material=(),
        by_village=(),
        by_day=(),
        by_class=(),
        participants=Participants(),
        payments=Payments(),
        payouts=Payouts(),
        opening_balances_rupiah=0,
        balances_rupiah=0,
        before=headline(period.before, Measure()),
        year_before=headline(period.year_before, Measure()),
    )
