from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication, QDialogButtonBox
from pytestqt.qtbot import QtBot

from daurulang.errors import BadNumber
from ui import translation
from ui.widgets.field import LineEdit
from ui.wording import worded


@pytest.fixture
def indonesian(qapp: QApplication) -> Iterator[None]:
    translation.install(qapp, translation.INDONESIAN)
    yield
    translation.install(qapp, translation.ENGLISH)


def test_sentences_are_indonesian(indonesian: None) -> None:
    assert worded(BadNumber("empty")) == "Ketik sebuah angka."


class NameEdit(LineEdit):
    """A class of its own, which inherits a sentence."""


def test_an_inherited_sentence_is_translated_too(qtbot: QtBot, indonesian: None) -> None:
    edit = NameEdit(required=True)
    qtbot.addWidget(edit)
    with qtbot.waitSignal(edit.refused, timeout=1000) as told:
        edit.accept_entry()
    assert told.args == ["Isian ini wajib diisi."]


def test_standard_buttons_are_worded(qtbot: QtBot, indonesian: None) -> None:
    box = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
    qtbot.addWidget(box)
    assert box.button(QDialogButtonBox.StandardButton.Cancel).text().replace("&", "") == "Batal"


def test_english_is_the_language_of_the_source(qapp: QApplication) -> None:
    translation.install(qapp, translation.ENGLISH)
    assert worded(BadNumber("empty")) == "Type a number."
