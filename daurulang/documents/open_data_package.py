"""Open data as a Data Package: CSV files beside a `datapackage.json` that says their fields, units and licence.

The specification: Frictionless Data Package v1 (tabular profile). Figures that were suppressed are empty.
"""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from daurulang.centre.queries import Centre, the_centre
from daurulang.database import Database
from daurulang.documents import wording
from daurulang.documents.file import write_whole
from daurulang.errors import FileNotWritten
from daurulang.materials.model import DlhCategory
from daurulang.periods import Period
from daurulang.reports.open_data import LEAST_MEMBERS, MonthFlow, OpenData, Part, open_data
from daurulang.reports.sales_by_month import SoldMonth, sold_by_month
from daurulang.villages.queries import villages

Field = Mapping[str, object]
_MONTH: Field = {"name": "bulan", "type": "yearmonth", "description": "Bulan, TTTT-BB"}
_SUPPRESSED: Field = {
    "name": "disembunyikan",
    "type": "boolean",
    "trueValues": ["true"],
    "falseValues": ["false"],
    "description": f"true: tidak diterbitkan karena kurang dari {LEAST_MEMBERS} anggota, atau untuk melindunginya",
}


def _number(name: str, description: str) -> Field:
    return {"name": name, "type": "number", "unit": "kg", "description": description}


def _whole(name: str, unit: str, description: str) -> Field:
    return {"name": name, "type": "integer", "unit": unit, "description": description}


def _text(name: str, description: str) -> Field:
    return {"name": name, "type": "string", "description": description}


_FIGURES = (
    _whole("anggota", "orang", "Anggota yang menyetor"),
    _whole("setoran", "kali", "Banyaknya setoran"),
    _number("berat_kg", "Berat yang diketahui"),
    _whole("nilai_rupiah", "IDR", "Nilai setoran"),
)
_FLOWS = (
    _MONTH,
    _number("setoran_warga_kg", "Setoran warga"),
    _number("muatan_masuk_kg", "Muatan masuk dari TPS3R, desa, pasar, dan kantor"),
    _number("terjual_kg", "Barang terjual kepada pembeli"),
    _number("ke_tpa_kg", "Residu yang dibuang ke TPA"),
    _number("susut_kg", "Susut pengolahan"),
    _number("perubahan_stok_kg", "Perubahan stok gudang"),
)
_SALES = (
    _MONTH,
    _text("kode", "Kode barang"),
    _text("barang", "Nama barang"),
    _number("berat_kg", "Berat yang diketahui"),
    _whole("nilai_rupiah", "IDR", "Nilai penjualan"),
)


_CATEGORIES = (
    *(_MONTH, _text("kategori", "Kode kategori"), _text("nama_kategori", "Kategori DLH")),
    *(*_FIGURES, _SUPPRESSED),
)
_VILLAGES = (
    *(_MONTH, _text("kode_desa", "Kode wilayah Kemendagri"), _text("desa", "Nama desa atau kelurahan")),
    *(_text("kecamatan", "Nama kecamatan"), *_FIGURES, _SUPPRESSED),
)


@dataclass(frozen=True, slots=True)
class _Table:
    """One file: its name, what it is called, its fields and rows. `key` are the fields that tell the rows of a month
    apart, None where some rows have nothing there (deposits without a village).
    """

    name: str
    title: str
    fields: Sequence[Field]
    rows: Sequence[Sequence[object]]
    key: list[str] | None = None


def write_open_data(db: Database, period: Period, folder: Path) -> tuple[Path, ...]:
    """Write the package into a folder, which is made; answers with its files. Raises `FileNotWritten`."""
    with db.reading() as connection:
        centre, data = the_centre(connection), open_data(connection, period)
        sales = sold_by_month(connection, data.period)
        names = {each.code: (each.name, each.district) for each in villages(connection)}
    by_category = [
        [part.month, part.key, wording.DLH_CATEGORIES[DlhCategory(part.key)], *_figures(part)]
        for part in data.by_category
    ]
    by_village = [
        [part.month, part.key, *map(_plain, names.get(part.key, ("", ""))), *_figures(part)] for part in data.by_village
    ]
    tables = (
        _Table("setoran-per-kategori", "Setoran warga per bulan dan kategori", _CATEGORIES, by_category, ["kategori"]),
        _Table("setoran-per-desa", "Setoran warga per bulan dan desa", _VILLAGES, by_village),
        _Table("neraca-massa", "Aliran bahan per bulan", _FLOWS, [_flow(each) for each in data.flows], []),
        _Table("penjualan", "Penjualan per bulan dan barang", _SALES, [_sold(each) for each in sales], ["kode"]),
    )
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise FileNotWritten(str(folder)) from error
    made = []
    for table in tables:
        made.append(folder / f"{table.name}.csv")
        write_whole(made[-1], _csv(table))
    made.append(folder / "datapackage.json")
    write_whole(made[-1], _package(centre, data, [_resource(table) for table in tables]))
    return tuple(made)


def _figures(part: Part) -> list[object]:
    if part.suppressed:
        return [None, None, None, None, "true"]
    return [part.members, part.deposits, _kilograms(part.grams), part.rupiah, "false"]


def _flow(each: MonthFlow) -> list[object]:
    grams = (
        *(each.residents_grams, each.hauled_grams, each.sold_grams, each.landfill_grams),
        *(each.lost_grams, each.stock_change_grams),
    )
    return [each.month, *(_kilograms(figure) for figure in grams)]


def _sold(each: SoldMonth) -> list[object]:
    return [each.month, *map(_plain, (each.code, each.name)), _kilograms(each.grams), each.rupiah]


def _plain(text: str) -> str:
    """A word that no spreadsheet takes for a formula."""
    return f"'{text}" if text.startswith(("=", "+", "-", "@")) else text


def _kilograms(grams: int | None) -> str | None:
    """A decimal point, as data files have it."""
    if grams is None:
        return None
    whole, rest = divmod(abs(grams), 1000)
    return f"{'-' if grams < 0 else ''}{whole}.{rest:03d}"


def _csv(table: _Table) -> bytes:
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\r\n")
    writer.writerow([field["name"] for field in table.fields])
    writer.writerows(table.rows)
    return text.getvalue().encode()


def _resource(table: _Table) -> dict[str, object]:
    schema: dict[str, object] = {"fields": list(table.fields), "missingValues": [""]}
    if table.key is not None:
        schema["primaryKey"] = ["bulan", *table.key]
    return {
        "name": table.name,
        "title": table.title,
        "path": f"{table.name}.csv",
        "profile": "tabular-data-resource",
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "dialect": {"delimiter": ",", "lineTerminator": "\r\n"},
        "schema": schema,
    }


def _package(centre: Centre, data: OpenData, resources: Sequence[Mapping[str, object]]) -> bytes:
    package = {
        "profile": "tabular-data-package",
        "name": "daur-ulang",
        "title": f"Data terbuka {centre.name}, {data.period.title}",
        "description": (
            "Angka bulanan tanpa data pribadi. Bagian yang berasal dari kurang dari "
            f"{LEAST_MEMBERS} anggota tidak diterbitkan; bagian terkecil lain ikut disembunyikan bila selisihnya "
            f"dengan jumlah sebulan masih dapat berasal dari kurang dari {LEAST_MEMBERS} anggota."
        ),
        "version": data.period.last.isoformat(),
        "temporal": {"start": data.period.first.isoformat(), "end": data.period.last.isoformat()},
        "licenses": [{"name": "CC-BY-4.0", "title": "Creative Commons Attribution 4.0"}],
        "sources": [{"title": centre.name}],
        "resources": list(resources),
    }
    return (json.dumps(package, ensure_ascii=False, indent=2) + "\n").encode()
