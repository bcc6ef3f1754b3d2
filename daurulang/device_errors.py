"""Refusals of what stands on the counter; worded beside those of `daurulang.errors`."""

from __future__ import annotations

from dataclasses import dataclass

from daurulang.errors import UserError


@dataclass(eq=False)
class ScaleRefused(UserError):
    """The scale gave no weight that counts. `reason` is no_port (the cable), silent, unreadable, moving, out_of_range,
    other_unit, zero or negative; `detail` is what the system said about the cable.
    """

    reason: str
    detail: str = ""
