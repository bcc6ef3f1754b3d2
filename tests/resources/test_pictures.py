"""Every shipped picture can be drawn."""

import pytest
from PySide6.QtGui import QImage, QImageReader
from PySide6.QtSvg import QSvgRenderer

from resources.paths import path

ICONS = sorted(path("icons").glob("*.svg"))


@pytest.mark.parametrize("file", [*ICONS, path("daurulang.svg")], ids=lambda file: file.stem)
def test_is_a_drawing(file: object) -> None:
    renderer = QSvgRenderer(str(file))
    assert renderer.isValid()
    assert renderer.defaultSize().width() == renderer.defaultSize().height() > 0


def test_the_licences_lie_beside_their_works() -> None:
    assert "ISC License" in path("icons/LICENSE").read_text(encoding="utf-8")
    assert "SIL OPEN FONT LICENSE" in path("fonts/OFL.txt").read_text(encoding="utf-8")
    assert "Cahya DSN" in path("villages_bangkalan.LICENSE").read_text(encoding="utf-8")


def test_the_logo_is_there_in_the_sizes_of_windows() -> None:
    assert QImage(str(path("daurulang.png"))).width() == 256
    assert QImageReader(str(path("daurulang.ico"))).imageCount() == 6
