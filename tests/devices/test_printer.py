import os
from pathlib import Path

import pytest

from daurulang.devices import printer
from daurulang.devices.printer import print_file
from daurulang.errors import PrinterRefused


@pytest.fixture
def paper(tmp_path: Path) -> Path:
    path = tmp_path / "L1-000001.pdf"
    path.write_bytes(b"%PDF-1.4")
    return path


def give_lp(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, script: str) -> None:
    """Put an `lp` of our own first on the path."""
    folder = tmp_path / "bin"
    folder.mkdir()
    lp = folder / "lp"
    lp.write_text(f"#!/bin/sh\n{script}\n")
    lp.chmod(0o755)
    monkeypatch.setenv("PATH", f"{folder}{os.pathsep}/usr/bin:/bin")


def test_the_pdf_goes_to_the_named_printer(tmp_path: Path, paper: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    give_lp(tmp_path, monkeypatch, f'echo "$@" > "{tmp_path}/said"')
    print_file(paper, "Kasir 58; rm -rf /")
    assert (tmp_path / "said").read_text().strip() == f"-s -d Kasir 58; rm -rf / -- {paper}"


def test_a_refusal_says_what_the_system_said(tmp_path: Path, paper: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    give_lp(tmp_path, monkeypatch, "echo 'lp: The printer does not exist.' >&2; exit 1")
    with pytest.raises(PrinterRefused) as refused:
        print_file(paper, "Kasir")
    assert (refused.value.reason, refused.value.path) == ("refused", str(paper))
    assert "does not exist" in refused.value.detail


def test_a_machine_without_printing_says_so(tmp_path: Path, paper: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(PrinterRefused) as refused:
        print_file(paper, "Kasir")
    assert refused.value.reason == "no_program"


def test_a_printer_that_does_not_answer_is_given_up(
    tmp_path: Path, paper: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    give_lp(tmp_path, monkeypatch, "exec sleep 5")
    monkeypatch.setattr(printer, "SECONDS", 0.2)
    with pytest.raises(PrinterRefused) as refused:
        print_file(paper, "Kasir")
    assert refused.value.reason == "slow"


def test_words_of_the_system_that_are_no_text_are_no_bug(
    tmp_path: Path, paper: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    give_lp(tmp_path, monkeypatch, "printf 'kertas \\377 habis' >&2; exit 1")
    with pytest.raises(PrinterRefused) as refused:
        print_file(paper, "Kasir")
    assert refused.value.detail == "kertas \ufffd habis"


def test_a_program_that_may_not_be_run_prints_nothing(
    tmp_path: Path, paper: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    give_lp(tmp_path, monkeypatch, "exit 0")
    (tmp_path / "bin" / "lp").chmod(0o644)
    monkeypatch.setenv("PATH", str(tmp_path / "bin"))
    with pytest.raises(PrinterRefused) as refused:
        print_file(paper, "Kasir")
    assert refused.value.reason == "no_program"
