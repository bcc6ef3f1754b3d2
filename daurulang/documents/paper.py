"""The papers a receipt is printed on."""

from __future__ import annotations

from enum import StrEnum

POINTS_PER_MM = 72 / 25.4


class Paper(StrEnum):
    """Two rolls, as long as what is printed on them, and a sheet of A5 upright."""

    ROLL_58 = "58mm"
    ROLL_80 = "80mm"
    A5 = "A5"
