"""The list of villages, shipped and taken in."""

from pathlib import Path

import pytest

from daurulang.database import Database
from daurulang.errors import ColumnsMissing, WorkbookRefused
from daurulang.villages.model import VillageKind
from daurulang.villages.queries import Village, village_list, village_name, villages
from daurulang.villages.service import add_shipped_villages, import_villages, shipped_villages

HEADER = "code,kind,name,district_code,district\n"
SAMPANG = HEADER + (
    "35.27.01.1001,kelurahan,Gunung Sekar,35.27.01,Sampang\n"
    " 35.27.01.2002 ,desa, Aeng Sareh ,35.27.01,Sampang\n"
    "35.27.01.2002,desa,Aeng Sareh Baru,35.27.01,Sampang\n"
)


def written(folder: Path, text: str | bytes) -> Path:
    path = folder / "desa.csv"
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return path


def test_another_regency_is_added(empty_db: Database, tmp_path: Path) -> None:
    assert import_villages(empty_db, written(tmp_path, SAMPANG)) == 3
    with empty_db.reading() as connection:
        assert villages(connection) == (
            Village("35.27.01.2002", VillageKind.RURAL, "Aeng Sareh Baru", "35.27.01", "Sampang"),
            Village("35.27.01.1001", VillageKind.URBAN, "Gunung Sekar", "35.27.01", "Sampang"),
        )
        assert village_name(connection, "35.27.01.1001") == "Gunung Sekar"
        assert village_name(connection, "35.27.01.9999") == ""
        assert village_name(connection, None) == ""


def test_a_known_village_stays_as_it_is(empty_db: Database, tmp_path: Path) -> None:
    with empty_db.transaction() as connection:
        assert add_shipped_villages(connection) == 281
    assert village_list(empty_db) == shipped_villages()
    import_villages(empty_db, written(tmp_path, HEADER + "35.26.01.1003,kelurahan,Pangeranan Baru,35.26.01,Bangkalan"))
    with empty_db.reading() as connection:
        assert village_name(connection, "35.26.01.1003") == "Pangeranan"
        assert len(villages(connection)) == 281


def test_a_spreadsheets_byte_mark_does_no_harm(empty_db: Database, tmp_path: Path) -> None:
    assert import_villages(empty_db, written(tmp_path, b"\xef\xbb\xbf" + SAMPANG.encode())) == 3


def test_a_list_with_a_bad_row_is_refused_whole(empty_db: Database, tmp_path: Path) -> None:
    for text, reason in (
        (HEADER, "empty"),
        (HEADER + "35.27,desa,Aeng,35.27.01,Sampang\n", "unreadable"),
        (HEADER + "35.27.01.2002,kota,Aeng,35.27.01,Sampang\n", "unreadable"),
        (HEADER + "35.27.01.2002,desa,,35.27.01,Sampang\n", "unreadable"),
        (SAMPANG + "35.27.01.2002\n", "unreadable"),
        (SAMPANG + "٣٥.27.01.2002,desa,Aeng,35.27.01,Sampang\n", "unreadable"),
        (HEADER.encode() + b"35.27.01.2002,desa,\xff\xfe,35.27.01,Sampang\n", "unreadable"),
    ):
        path = written(tmp_path, text)
        with pytest.raises(WorkbookRefused) as caught:
            import_villages(empty_db, path)
        assert (caught.value.path, caught.value.reason) == (str(path), reason)
    with empty_db.reading() as connection:
        assert villages(connection) == ()


def test_a_missing_file_is_named(empty_db: Database, tmp_path: Path) -> None:
    with pytest.raises(WorkbookRefused) as caught:
        import_villages(empty_db, tmp_path / "tidak ada.csv")
    assert caught.value.reason == "unreadable"


def test_missing_columns_are_named(empty_db: Database, tmp_path: Path) -> None:
    for text, missing in (("", 5), ("code,kind,name\n", 2), ("kode;jenis;nama\n", 5)):
        with pytest.raises(ColumnsMissing) as caught:
            import_villages(empty_db, written(tmp_path, text))
        assert len(caught.value.fields) == missing
