"""Every file that the environment office takes of a period, by the code it has on the command line."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from daurulang.database import Database
from daurulang.periods import Period

Progress = Callable[[int, int], None]
"""`progress(done, total)`; it may raise to stop, then no further file appears."""


@dataclass(frozen=True, slots=True)
class PeriodFile:
    """A file: its code, what it is called, how its name ends, and what writes it (raises `FileNotWritten`)."""

    code: str
    title: str
    ending: str
    write: Callable[[Database, Period, Path], None]

    def name_for(self, period: Period) -> str:
        """The file's usual name."""
        return f"{self.code}-{period.stem}{self.ending}"


def _monthly_recap(db: Database, period: Period, path: Path) -> None:
    from daurulang.documents.recap_workbooks import write_monthly_recap

    write_monthly_recap(db, period, path)


def _daily(db: Database, period: Period, path: Path) -> None:
    from daurulang.documents.daily_recap_workbook import write_daily_recaps
    from daurulang.reports.daily_recap import daily_recaps

    write_daily_recaps(daily_recaps(db, period), period, path)


def _sales(db: Database, period: Period, path: Path) -> None:
    from daurulang.documents.sales_recap_workbook import write_sales_recap_workbook
    from daurulang.reports.sales_recap import sales_recap

    write_sales_recap_workbook(sales_recap(db, period), path)


def _members(db: Database, period: Period, path: Path) -> None:
    from daurulang.documents.recap_workbooks import write_member_recap

    write_member_recap(db, period, path)


def _crossed(db: Database, period: Period, path: Path) -> None:
    from daurulang.documents.recap_workbooks import write_cross_tables

    write_cross_tables(db, period, path)


def _attendance(db: Database, period: Period, path: Path) -> None:
    from daurulang.documents.office_letters import write_attendance

    write_attendance(db, period, path)


def _office(db: Database, period: Period, path: Path) -> None:
    from daurulang.documents.office_workbooks import write_office_form

    write_office_form(db, period, path)


def _sipsn(db: Database, period: Period, path: Path) -> None:
    from daurulang.documents.office_workbooks import write_sipsn

    write_sipsn(db, period, path)


def _evidence(db: Database, period: Period, path: Path) -> None:
    from daurulang.documents.office_workbooks import write_evidence

    write_evidence(db, period, path)


def _letter(db: Database, period: Period, path: Path) -> None:
    from daurulang.documents.office_letters import write_cover_letter

    write_cover_letter(db, period, path, [each.title for each in PERIOD_FILES if each.code != "surat-pengantar"])


PERIOD_FILES: tuple[PeriodFile, ...] = (
    PeriodFile("dlh", "Laporan bulanan DLH (8 kategori)", ".xlsx", _office),
    PeriodFile("sipsn", "Lembar SIPSN", ".xlsx", _sipsn),
    PeriodFile("rekap-harian", "Rekap harian", ".xlsx", _daily),
    PeriodFile("rekap-bulanan", "Rekap sampah masuk (tabung/tunai)", ".xlsx", _monthly_recap),
    PeriodFile("rekap-penjualan", "Rekap penjualan", ".xlsx", _sales),
    PeriodFile("rekap-nasabah", "Rekap nasabah", ".xlsx", _members),
    PeriodFile("tabel-silang", "Tabel silang bahan", ".xlsx", _crossed),
    PeriodFile("daftar-hadir", "Daftar hadir penyetor", ".pdf", _attendance),
    PeriodFile("evidence", "Bukti dukung inovasi", ".xlsx", _evidence),
    PeriodFile("surat-pengantar", "Surat pengantar", ".pdf", _letter),
)


def make_period_files(address: str, codes: tuple[str, ...], period: Period, folder: Path, progress: Progress) -> None:
    """Write some of the files into a folder under their usual names (`PeriodFile.name_for`), from the book at an
    address (`Database.address`). Raises `FileNotWritten`.
    """
    wanted = [each for each in PERIOD_FILES if each.code in codes]
    db = Database(address)
    try:
        for number, each in enumerate(wanted):
            progress(number, len(wanted))
            each.write(db, period, folder / each.name_for(period))
        progress(len(wanted), len(wanted))
    finally:
        db.close()


def make_open_data(address: str, period: Period, folder: Path, progress: Progress) -> None:
    """Write the open data of a period into a folder; raises `FileNotWritten`."""
    from daurulang.documents.open_data_package import write_open_data

    db = Database(address)
    try:
        progress(0, 1)
        write_open_data(db, period, folder)
        progress(1, 1)
    finally:
        db.close()
