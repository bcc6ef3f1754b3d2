"""A dressed application for every test of the window."""

import pytest
from PySide6.QtWidgets import QApplication

from ui import theme


@pytest.fixture(autouse=True)
def dressed(qapp: QApplication) -> None:
    """The light theme at 100 %."""
    if not qapp.styleSheet():
        theme.apply(qapp, dark=False, scale_percent=100)
