"""The reports on the command line: a month's economic value, a day's recap, a member's statement."""

from __future__ import annotations

import argparse
import json
from dataclasses import asdict
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from daurulang.centre.queries import letterhead, the_centre
from daurulang.closings.queries import period_report
from daurulang.command_line.periods import FIRST_YEAR, LAST_YEAR, period_argument
from daurulang.database import Database
from daurulang.errors import BadDay
from daurulang.periods import Period, long_day, month_of, short_day
from daurulang.quantities import format_kilograms, format_quantity, format_rupiah, format_whole
from daurulang.reports.daily_recap import daily_recap, daily_recaps
from daurulang.reports.economic_value import EconomicValue
from daurulang.reports.plant_value import PlantValue
from daurulang.reports.statement import Statement, statement

if TYPE_CHECKING:
    Commands = argparse._SubParsersAction[argparse.ArgumentParser]  # noqa: SLF001  (argparse has no public name)


def add_report(commands: Commands) -> Commands:
    """The command `report` with its kinds, which take more of them."""
    words = "laporan bulanan dan rekap harian"
    kinds = commands.add_parser("report", help=words, description=words).add_subparsers(metavar="KIND", required=True)
    monthly = kinds.add_parser("monthly", help="laporan nilai ekonomi")
    monthly.add_argument("period", type=period_argument, metavar="PERIOD", help="2026-11, 2026-Q4, 2026, atau dua hari")
    monthly.set_defaults(run=_monthly)
    daily = kinds.add_parser("daily", help="rekap harian dan daftar hadir penyetor")
    daily.add_argument("period", type=period_argument, metavar="PERIOD", help="2026-11-21; beberapa hari: 2026-11")
    daily.set_defaults(run=_daily, refuse=daily.error)
    for kind in (monthly, daily):
        add_forms(kind)
    return kinds


def add_statement(commands: Commands) -> None:
    """The command `statement`."""
    words = "mutasi rekening seorang anggota"
    command = commands.add_parser("statement", help=words, description=words)
    command.add_argument("member", metavar="MEMBER-NUMBER")
    command.add_argument("--from", dest="first", required=True, type=day_argument, metavar="YYYY-MM-DD")
    command.add_argument("--to", dest="last", required=True, type=day_argument, metavar="YYYY-MM-DD")
    command.set_defaults(run=_statement, refuse=command.error)
    add_forms(command)


def add_forms(command: argparse.ArgumentParser) -> None:
    """What a report can be made as beside its words."""
    command.add_argument("--pdf", type=Path, metavar="F", help="buat juga sebagai PDF")
    command.add_argument("--xlsx", type=Path, metavar="F", help="buat juga sebagai buku kerja Excel")
    command.add_argument("--json", action="store_true")


def month_argument(text: str) -> Period:
    """A month as it is typed: 2026-11."""
    try:
        return month_of(_in_reach(date.fromisoformat(f"{text}-01")))
    except ValueError:
        raise argparse.ArgumentTypeError(f"bulan ditulis seperti 2026-11, bukan {text}") from None


def day_argument(text: str) -> date:
    """A day as it is typed: 2026-11-21."""
    try:
        return _in_reach(date.fromisoformat(text))
    except ValueError:
        raise argparse.ArgumentTypeError(f"tanggal ditulis seperti 2026-11-21, bukan {text}") from None


def _in_reach(day: date) -> date:
    """A day that has a year before it and one after it, and that a book may know."""
    if not FIRST_YEAR <= day.year <= LAST_YEAR:
        raise ValueError(day)
    return day


def _monthly(db: Database, options: argparse.Namespace) -> int:
    from daurulang.documents.economic_value_files import write_report_of, write_workbook_of

    with db.reading() as connection:
        today = the_centre(connection).today()
    if options.period.first > today:
        raise BadDay(options.period.first)
    if options.xlsx:
        report = write_workbook_of(db, options.period, "", options.xlsx)
    else:
        report = period_report(db, options.period)
    if options.pdf:
        write_report_of(report, options.pdf)
    found = report.value
    if options.json:
        print(json.dumps(_month_as_json(found) | {"closed": report.closing is not None}))
        return 0
    print(f"Laporan nilai ekonomi {found.period.title}" + (" (bulan ditutup)" if report.closing else ""))
    print(f"{found.deposits} setoran oleh {found.participants.active} anggota: {format_kilograms(found.measure.grams)}")
    print(f"Nilai {format_rupiah(found.measure.rupiah)}, penarikan {format_rupiah(found.payouts.rupiah)}")
    if found.corrections:
        from daurulang.documents.corrections import corrections_in_words

        print(corrections_in_words(found.corrections))
    print(f"Saldo seluruh anggota {format_rupiah(found.balances_rupiah)}")
    if found.debts or found.debts_rupiah:
        print(f"Hutang anggota {format_rupiah(found.debts_rupiah)}")
    if found.plant:
        _tell_plant(found.plant)
    return 0


def _tell_plant(plant: PlantValue) -> None:
    profit = plant.profit
    print(f"Penjualan {format_rupiah(profit.sales_rupiah)}, laba kotor {format_rupiah(profit.margin_rupiah)}")
    print(f"Laba bersih {format_rupiah(profit.surplus_rupiah)}, kas dan bank {format_rupiah(plant.cash_rupiah)}")
    worth = sum(each.worth_rupiah for each in plant.stock)
    cost = sum(each.cost_rupiah for each in plant.stock)
    print(f"Stok {format_rupiah(cost)} menurut harga pokok, {format_rupiah(worth)} menurut harga jual")
    print(f"Terhindar dari TPA {format_kilograms(plant.diverted_grams)}")
    impact = plant.impact
    print(f"Perkiraan CO2e dihindari {format_kilograms(impact.grams_co2e)} ({impact.set_title})")
    if impact.without_factor:
        print(f"Tanpa faktor emisi, tidak dihitung: {format_kilograms(impact.grams_without_factor)}")


def _month_as_json(found: EconomicValue) -> dict[str, object]:
    measure = found.measure
    return {
        "month": f"{found.period.first:%Y-%m}" if found.period.months == 1 else None,
        "first": found.period.first.isoformat(),
        "last": found.period.last.isoformat(),
        "deposits": {
            "count": found.deposits,
            "lines": measure.lines,
            "grams": measure.grams,
            "pieces": measure.pieces,
            "rupiah": measure.rupiah,
        },
        "by_material": [
            {
                "code": row.code,
                "name": row.name,
                "grams": row.measure.grams,
                "pieces": row.measure.pieces,
                "rupiah": row.measure.rupiah,
            }
            for row in found.by_material
        ],
        "by_village": [asdict(row) for row in found.by_village],
        "participants": asdict(found.participants),
        "payouts": asdict(found.payouts),
        "openings_rupiah": found.openings_rupiah,
        "corrections": asdict(found.corrections),
        "balances_rupiah": found.balances_rupiah,
        "debts": asdict(found.debts),
        "debts_rupiah": found.debts_rupiah,
        "plant": None if found.plant is None else _plant_as_json(found.plant, found),
    }


def _plant_as_json(plant: PlantValue, found: EconomicValue) -> dict[str, object]:
    impact, profit = plant.impact, plant.profit
    return {
        "sources": [asdict(each) for each in plant.sources],
        "sold": [asdict(each) for each in plant.sold],
        "buyers": [asdict(each) for each in plant.buyers],
        "processes": [asdict(each) for each in plant.processes],
        "products": [asdict(each) for each in plant.products],
        "mass_balance": [asdict(each) for each in (*plant.balance.groups, plant.balance.total)],
        "stock": [asdict(each) for each in plant.stock],
        "sales_rupiah": profit.sales_rupiah,
        "margin_rupiah": profit.margin_rupiah,
        "expenses": [asdict(each) for each in profit.expenses],
        "surplus_rupiah": profit.surplus_rupiah,
        "cash_rupiah": plant.cash_rupiah,
        "owed_rupiah": plant.owed_rupiah,
        "diverted_grams": plant.diverted_grams,
        "diverted_litres": plant.diverted_litres,
        "estimate": {
            "factors": impact.set_title,
            "source": impact.source,
            "grams_co2e": impact.grams_co2e,
            "by_substance": [asdict(each) for each in impact.by_substance],
            "without_factor": [asdict(each) for each in impact.without_factor],
        },
        "before": asdict(found.before.plant),
        "year_before": asdict(found.year_before.plant),
    }


def _daily(db: Database, options: argparse.Namespace) -> int:
    centre, place = letterhead(db)
    if options.period.first > centre.today():
        raise BadDay(options.period.first)
    if options.period.first != options.period.last:
        return _days(db, options)
    found = daily_recap(db, options.period.first)
    if options.pdf:
        from daurulang.documents.daily_recap import write_daily_recap

        write_daily_recap(found, centre, options.pdf, place=place, day=centre.today(), maker=centre.treasurer_name)
    if options.xlsx:
        from daurulang.documents.daily_recap_workbook import write_daily_recap_workbook

        write_daily_recap_workbook(found, options.xlsx)
    if options.json:
        print(json.dumps(asdict(found), default=date.isoformat))
        return 0
    print(f"Rekap harian {long_day(found.day)}")
    for row in found.rows:
        quantity = format_quantity(row.quantity, row.unit)
        print(f"{row.code:<8} {row.name:<40} {quantity:>16} {format_rupiah(row.rupiah):>18}")
    grams, rupiah = (found.total(lambda each: each.grams), found.total(lambda each: each.rupiah))
    print(f"{found.people} penyetor: {format_kilograms(grams)}, nilai {format_rupiah(rupiah)}")
    print(f"{found.payouts} penarikan: {format_rupiah(found.payouts_rupiah)}")
    if found.debts.repayments:
        in_cash = format_rupiah(found.debts.in_cash_rupiah)
        print(f"{found.debts.repayments} pelunasan hutang, tunai {in_cash}")
    return 0


def _days(db: Database, options: argparse.Namespace) -> int:
    """The recaps of several days: a sheet each, or a line each."""
    if options.pdf:
        options.refuse("--pdf hanya untuk satu hari; untuk beberapa hari pakai --xlsx")
    found = daily_recaps(db, options.period)
    if options.xlsx:
        from daurulang.documents.daily_recap_workbook import write_daily_recaps

        write_daily_recaps(found, options.period, options.xlsx)
    if options.json:
        print(json.dumps([asdict(each) for each in found], default=date.isoformat))
        return 0
    for each in found:
        grams, rupiah = (each.total(lambda row: row.grams), each.total(lambda row: row.rupiah))
        told = f"{each.people:>5} penyetor {format_kilograms(grams):>16} {format_rupiah(rupiah):>18}"
        print(f"{short_day(each.day)} {told}")
    return 0


def _statement(db: Database, options: argparse.Namespace) -> int:
    if options.first > options.last:
        options.refuse("--from tidak boleh sesudah --to")
    centre, place = letterhead(db)
    found = statement(db, options.member, Period(options.first, options.last))
    if options.pdf:
        from daurulang.documents.statement import write_statement

        write_statement(found, centre, options.pdf, place=place, day=centre.today(), maker=centre.treasurer_name)
    if options.xlsx:
        from daurulang.documents.statement_workbook import write_statement_workbook

        write_statement_workbook(found, options.xlsx)
    if options.json:
        print(json.dumps(_statement_as_json(found), default=date.isoformat))
        return 0
    print(f"Mutasi rekening {found.member_number} {found.member_name}, {found.period.title}")
    print(f"{'Saldo awal':<60} {format_whole(found.opening_rupiah):>15}")
    for each in found.movements:
        moved = f"{format_whole(each.in_rupiah):>15} {format_whole(-each.out_rupiah):>15}"
        print(f"{short_day(each.day)} {each.number:<16} {moved} {format_whole(each.balance_rupiah):>15}")
    print(f"{'Saldo akhir':<60} {format_whole(found.closing_rupiah):>15}")
    if found.debt_rupiah:
        print(f"{'Hutang akhir':<60} {format_whole(found.debt_rupiah):>15}")
    return 0


def _statement_as_json(found: Statement) -> dict[str, object]:
    sums = {
        "in_rupiah": found.in_rupiah,
        "out_rupiah": found.out_rupiah,
        "closing_rupiah": found.closing_rupiah,
        "debt_rupiah": found.debt_rupiah,
    }
    return asdict(found) | sums
