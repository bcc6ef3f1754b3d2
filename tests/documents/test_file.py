"""Documents on disk."""

from pathlib import Path

import pytest

from daurulang.documents.file import write_whole
from daurulang.errors import FileNotWritten


def test_a_document_replaces_the_one_before(tmp_path: Path) -> None:
    place = tmp_path / "bukti.pdf"
    write_whole(place, b"one")
    write_whole(place, b"two")
    assert place.read_bytes() == b"two"
    assert list(tmp_path.iterdir()) == [place]


def test_a_document_can_be_read_by_others(tmp_path: Path) -> None:
    place = tmp_path / "bukti.pdf"
    write_whole(place, b"one")
    assert place.stat().st_mode & 0o044


def test_a_missing_folder_is_named(tmp_path: Path) -> None:
    place = tmp_path / "missing" / "bukti.pdf"
    with pytest.raises(FileNotWritten) as refused:
        write_whole(place, b"one")
    assert refused.value.path == str(place)


def test_nothing_is_left_beside_a_place_that_cannot_be_taken(tmp_path: Path) -> None:
    place = tmp_path / "bukti.pdf"
    place.mkdir()
    with pytest.raises(FileNotWritten):
        write_whole(place, b"one")
    assert list(tmp_path.iterdir()) == [place]
