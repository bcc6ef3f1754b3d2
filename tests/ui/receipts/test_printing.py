import os
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt

from tests.ui.desk import Desk

KEY = Qt.Key
CTRL = Qt.KeyboardModifier.ControlModifier


def give_lp(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, script: str) -> None:
    folder = tmp_path / "bin"
    folder.mkdir()
    lp = folder / "lp"
    lp.write_text(f"#!/bin/sh\n{script}\n")
    lp.chmod(0o755)
    monkeypatch.setenv("PATH", f"{folder}{os.pathsep}/usr/bin:/bin")


def deposit(desk: Desk) -> None:
    desk.type("nur\npet\n2\n")
    desk.press(KEY.Key_F10)
    desk.type("\n")
    desk.settle()


def test_the_paper_goes_to_the_printer_of_the_machine(
    desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    give_lp(tmp_path, monkeypatch, f'echo "$@" >> "{tmp_path}/said"')
    desk.session.machine = replace(desk.session.machine, printer="Kasir 58")
    deposit(desk)
    desk.press(KEY.Key_P, CTRL)
    desk.settle()
    first, second = (tmp_path / "said").read_text().splitlines()
    assert first.startswith("-s -d Kasir 58 -- ")
    assert first.endswith("L1-000001.pdf")
    assert second.endswith("L1-000001-salinan-1.pdf")


def test_a_printer_that_refuses_leaves_the_deposit_and_says_where_the_pdf_is(
    desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    give_lp(tmp_path, monkeypatch, "echo 'paper jam' >&2; exit 1")
    desk.session.machine = replace(desk.session.machine, printer="Kasir 58")
    deposit(desk)
    assert desk.balance() == 6200
    assert "L1-000001 is saved" in desk.notice()
    assert "L1-000001.pdf" in desk.notice()
    assert desk.pdfs() == ["L1-000001.pdf"]


def test_a_slow_printer_does_not_hold_up_the_next_deposit(
    desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    give_lp(tmp_path, monkeypatch, "exec sleep 2")
    desk.session.machine = replace(desk.session.machine, printer="Kasir 58")
    desk.type("nur\npet\n2\n")
    desk.press(KEY.Key_F10)
    desk.type("\n")
    desk.until(lambda: len(desk.acts()) == 1 and not desk.deposit._saving)
    desk.type("nur\npet\n2\n")
    desk.press(KEY.Key_F10)
    desk.type("\n")
    desk.qtbot.waitUntil(lambda: len(desk.acts()) == 2, timeout=1500)


def test_a_folder_that_cannot_be_written_leaves_the_deposit(desk: Desk) -> None:
    desk.papers.parent.mkdir(parents=True)
    desk.papers.write_text("a file where the folder should be")
    deposit(desk)
    assert desk.balance() == 6200
    assert "L1-000001 is saved" in desk.notice()
