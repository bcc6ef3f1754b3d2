import re
from pathlib import Path

import pytest

from resources import paths
from ui.colours import DARK, LIGHT, Colours

UI = Path(__file__).parent.parent.parent / "ui"

TEXTS = [
    ("ink", "page"),
    ("ink", "card"),
    ("ink", "soft"),
    ("ink", "accent_soft"),
    ("ink", "warning_soft"),
    ("ink", "problem_soft"),
    ("muted", "page"),
    ("muted", "card"),
    ("muted", "soft"),
    ("muted", "accent_soft"),
    ("accent_text", "card"),
    ("accent_text", "accent_soft"),
    ("accent_ink", "accent"),
    ("accent_ink", "accent_hover"),
    ("warning", "card"),
    ("warning", "warning_soft"),
    ("problem", "card"),
    ("problem", "problem_soft"),
    ("rail_ink", "rail"),
    ("rail_ink", "rail_active"),
    ("rail_muted", "rail"),
    ("rail_muted", "rail_active"),
]
EDGES = [("edge", "card"), ("accent", "card"), ("problem", "card")]


def luminance(colour: str) -> float:
    parts = [int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5)]
    red, green, blue = (part / 12.92 if part <= 0.03928 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(colours: Colours, one: str, other: str) -> float:
    low, high = sorted(luminance(getattr(colours, name)) for name in (one, other))
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize("colours", [LIGHT, DARK], ids=["light", "dark"])
def test_text_and_edges_reach_wcag_aa(colours: Colours) -> None:
    weak = [pair for pair in TEXTS if contrast(colours, *pair) < 4.5]
    weak += [pair for pair in EDGES if contrast(colours, *pair) < 3]
    assert weak == []


def test_every_icon_the_window_names_is_shipped() -> None:
    names = {
        name
        for path in UI.rglob("*.py")
        for name in re.findall(r'(?:icon=|Icon\(|icons\.pixmap\()"([a-z0-9-]+)"', path.read_text(encoding="utf-8"))
    }
    assert {name for name in names if not paths.path(f"icons/{name}.svg").exists()} == set()
    assert len(names) > 5
