"""Every colour of the window, light and dark. No Qt: the first frame is painted from here before the rest is loaded."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Colours:
    """One set of colours; every text colour reaches WCAG AA on every ground it is used on."""

    ink: str
    muted: str
    line: str
    page: str
    card: str
    soft: str
    edge: str
    accent: str
    accent_hover: str
    accent_ink: str
    accent_soft: str
    accent_text: str
    tick: str
    warning: str
    warning_soft: str
    problem: str
    problem_soft: str
    rail: str
    rail_ink: str
    rail_muted: str
    rail_active: str


LIGHT = Colours(
    ink="#16211b",
    muted="#5d6b63",
    line="#dfe6e1",
    page="#f5f7f5",
    card="#ffffff",
    soft="#eef2ef",
    edge="#87938c",
    accent="#1f7a4d",
    accent_hover="#196640",
    accent_ink="#ffffff",
    accent_soft="#e4f3ea",
    accent_text="#196640",
    tick="#e4f3ea",
    warning="#8a5300",
    warning_soft="#fff3dc",
    problem="#b3261e",
    problem_soft="#fdecea",
    rail="#10231a",
    rail_ink="#f1f6f3",
    rail_muted="#9db0a5",
    rail_active="#1f3a2c",
)

DARK = Colours(
    ink="#e6ede9",
    muted="#9fafa6",
    line="#2c3731",
    page="#121815",
    card="#1a211d",
    soft="#252e29",
    edge="#6b7a72",
    accent="#5fc28f",
    accent_hover="#79cfa2",
    accent_ink="#0d1a13",
    accent_soft="#1d3a2b",
    accent_text="#79cfa2",
    tick="#5fc28f",
    warning="#f0b95c",
    warning_soft="#3a2e17",
    problem="#ff9b8f",
    problem_soft="#3c2220",
    rail="#0b1510",
    rail_ink="#f1f6f3",
    rail_muted="#93a69b",
    rail_active="#1b3226",
)
