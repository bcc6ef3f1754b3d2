"""The screens around the stores: which there are, under which keys, and how one leads to another."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QCoreApplication

from ui import keys
from ui.screen import Screen, ScreenEntry

# Each screen, and all of the business it needs, is loaded when it is shown.
if TYPE_CHECKING:
    from ui.session import Session
    from ui.stock.plant_screen import PlantActScreen

translate = QCoreApplication.translate
MODULES = ("ui.stock.screen", "ui.stock.acts_screen", "ui.loads.screen", "ui.processing.screen", "ui.disposals.screen")
_BY_KEY = {
    keys.LOAD: "load",
    keys.BATCH: "batch",
    keys.DISPOSAL: "disposal",
    keys.PLANT: "plant",
    keys.COUNT: "count",
}


def store_entries(session: Callable[[], Session], show: Callable[[str], object]) -> list[ScreenEntry]:
    """The store, which stands in the rail, and what is done from it; `show` leads to a screen by its id."""

    def store() -> Screen:
        from ui.stock.screen import StoreScreen

        screen = StoreScreen(session())
        screen.wanted.connect(lambda key: show(_BY_KEY[key]))
        return screen

    def load() -> Screen:
        from ui.loads.screen import LoadScreen

        return leading(LoadScreen(session()))

    def batch() -> Screen:
        from ui.processing.screen import BatchScreen

        return leading(BatchScreen(session()))

    def disposal() -> Screen:
        from ui.disposals.screen import DisposalScreen

        return leading(DisposalScreen(session()))

    def leading(screen: PlantActScreen[Any]) -> Screen:
        screen.list_wanted.connect(lambda: show("plant"))
        screen.left.connect(lambda: show("store"))
        return screen

    def plant() -> Screen:
        from ui.stock.acts_screen import PlantScreen

        screen = PlantScreen(session())
        screen.left.connect(lambda: show("store"))
        return screen

    words = (
        ("load", translate("Assembly", "Load"), "truck", load),
        ("batch", translate("Assembly", "Processing"), "recycle", batch),
        ("disposal", translate("Assembly", "Residue to the landfill"), "trash-2", disposal),
        ("plant", translate("Assembly", "List of loads, processing and landfill"), "list-checks", plant),
    )
    by_id = {name: key for key, name in _BY_KEY.items()}
    return [
        ScreenEntry("store", translate("Assembly", "Store"), keys.STORE, "warehouse", store),
        *(ScreenEntry(name, title, by_id[name], icon, make, in_rail=False) for name, title, icon, make in words),
    ]
