"""What the indicators of scales say over their line: bytes to frames, a frame to a state and whole grams.

Formats: A&D (EK-L manual, 9-2) and the many that copy it, 22 bytes of CAS (CI and PDI manuals, appendix 1), the
continuous output of Toledo (its status bytes A, B and C), MT-SICS of Mettler, and a bare number with its unit. The unit
is the frame's own: nothing but kg and g is a weight.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum

LONGEST = 64
"""Bytes; no frame of any format is as long."""


class State(StrEnum):
    """What a frame says of itself. `STILL` is the indicator's word that the load has come to rest."""

    STILL = "still"
    MOVING = "moving"
    OUT_OF_RANGE = "out_of_range"
    OTHER_UNIT = "other_unit"


@dataclass(frozen=True, slots=True)
class Frame:
    """One frame: its bytes, what it says, and the weight (below zero too), half up to whole grams."""

    raw: bytes
    state: State
    grams: int = 0


class Lines:
    """Cuts a stream at CR and LF and never holds more than a frame's length of it.

    What comes before the first end is half a line and dropped. Of what is too long its beginning comes out, which is
    no frame in any format.
    """

    def __init__(self) -> None:
        self._begun = b""
        self._from_its_start = False

    def feed(self, data: bytes) -> list[bytes]:
        """The lines that ended within `data`."""
        *ends, rest = re.split(rb"[\r\n]", data)
        lines = []
        for end in ends:
            line = (self._begun + end)[: LONGEST + 1]
            if line and self._from_its_start:
                lines.append(line)
            self._begun, self._from_its_start = b"", True
        self._begun = (self._begun + rest)[: LONGEST + 1]
        return lines


Parser = Callable[[bytes], Frame | None]
"""Reads one line; None where it is no frame of that format."""

_NUMBER = rb"([+-]?) *(\d{1,8})(?:\.(\d{1,4}))?"
_AND = re.compile(rb"(ST|US|QT),(?:(?:GS|NT|G|N),)? *" + _NUMBER + rb" *,? *([A-Za-z%]{1,3}) *")
_AND_OUT = re.compile(rb"OL,[ -~]*")
_CAS = re.compile(rb"(ST|US|OL),(?:GS|NT),.(.),([ -~]{8}) ([A-Za-z ]{2})", re.DOTALL)
_CAS_NUMBER = re.compile(rb" *" + _NUMBER)
_TOLEDO = re.compile(rb".?\x02([\x20-\x3f])([\x00-\x7f])([\x20-\x7f])([ \d]{5}\d)[ \d]{6}", re.DOTALL)
_SICS = re.compile(rb"S ([SD]) +" + _NUMBER + rb" *([A-Za-z%]{1,3}) *")
_BARE = re.compile(rb" *" + _NUMBER + rb" *([A-Za-z]{1,3}) *")

_HOLD = 0x10  # of the lamps of CAS: the display is held, so the weight is an old one
_NEGATIVE, _OUT, _MOTION, _KILOGRAM, _NOT_ZEROED = 0x02, 0x04, 0x08, 0x10, 0x40  # of Toledo's status byte B
_DESCRIPTION, _EXPANDED, _ALWAYS = 0x07, 0x10, 0x20  # of its status byte C


def parse_and(line: bytes) -> Frame | None:
    """`ST,GS,+00001.23kg`, `ST,+00012.34 kg`, `ST,GS,   245.6 g`; QT counts pieces."""
    if _AND_OUT.fullmatch(line) is not None:
        return Frame(line, State.OUT_OF_RANGE)
    match = _AND.fullmatch(line)
    if match is None:
        return None
    header, sign, whole, decimals, unit = match.groups()
    if header == b"QT":
        return Frame(line, State.OTHER_UNIT)
    return _frame(line, _number(sign, whole, decimals), unit, still=header == b"ST")


def parse_cas(line: bytes) -> Frame | None:
    """`ST,GS,`, the device's byte, the byte of the lamps, `,000013.5 kg`: 20 bytes before their end."""
    match = _CAS.fullmatch(line)
    if match is None:
        return None
    header, lamps, data, unit = match.groups()
    if header == b"OL":
        return Frame(line, State.OUT_OF_RANGE)
    number = _CAS_NUMBER.fullmatch(data)
    if number is None:
        return None
    sign, whole, decimals = number.groups()
    return _frame(line, _number(sign, whole, decimals), unit.strip(), still=header == b"ST" and not lamps[0] & _HOLD)


def parse_toledo(line: bytes) -> Frame | None:
    """STX, status bytes A, B and C, six digits of weight, six of tare. A checksum stands behind the CR, so it begins
    the next line; it is passed over, three frames alike are worth more.
    """
    match = _TOLEDO.fullmatch(line)
    if match is None:
        return None
    a, b, c = (each[0] for each in match.groups()[:3])
    weight = match[4].lstrip()
    if not weight.isdigit() or not c & _ALWAYS or c & _EXPANDED:
        return None
    raw = line[line.index(b"\x02") :]
    if b & _OUT:
        return Frame(raw, State.OUT_OF_RANGE)
    power = (a & 0x07) - 2  # digits behind the point; 0 and 1 stand for zeros that are not sent
    digits, decimals = int(weight) * 10 ** max(0, -power), max(0, power)
    units = {0: b"kg" if b & _KILOGRAM else b"lb", 1: b"g"}
    number = (-digits if b & _NEGATIVE else digits, decimals)
    return _frame(raw, number, units.get(c & _DESCRIPTION, b"?"), still=not b & (_MOTION | _NOT_ZEROED))


def parse_sics(line: bytes) -> Frame | None:
    """`S S     100.00 g` at rest, `S D     129.07 g` moving, `S I` busy, `S +` and `S -` out of range."""
    if line in {b"S +", b"S -"}:
        return Frame(line, State.OUT_OF_RANGE)
    if line == b"S I":
        return Frame(line, State.MOVING)
    match = _SICS.fullmatch(line)
    if match is None:
        return None
    state, sign, whole, decimals, unit = match.groups()
    return _frame(line, _number(sign, whole, decimals), unit, still=state == b"S")


def parse_bare(line: bytes) -> Frame | None:
    """`1.23 kg`: such an indicator says nothing of rest, so only the frames alike can show it."""
    match = _BARE.fullmatch(line)
    if match is None:
        return None
    sign, whole, decimals, unit = match.groups()
    return _frame(line, _number(sign, whole, decimals), unit, still=True)


def parse_any(line: bytes) -> Frame | None:
    """Whatever says of itself that it is at rest."""
    for parse in (parse_and, parse_cas, parse_toledo, parse_sics):
        frame = parse(line)
        if frame is not None:
            return frame
    return None


PARSERS: dict[str, Parser] = {
    "auto": parse_any,
    "and": parse_and,
    "cas": parse_cas,
    "toledo": parse_toledo,
    "sics": parse_sics,
    "bare": parse_bare,
}
"""By the names of the formats in the machine's settings."""


def _number(sign: bytes, whole: bytes, decimals: bytes | None) -> tuple[int, int]:
    """The digits as one signed whole number, and how many of them stand behind the point."""
    decimals = decimals or b""
    digits = int(whole + decimals)
    return (-digits if sign == b"-" else digits), len(decimals)


def _frame(raw: bytes, number: tuple[int, int], unit: bytes, *, still: bool) -> Frame:
    digits, decimals = number
    per_unit = {b"kg": 1000, b"g": 1}.get(unit.lower())
    if per_unit is None:
        return Frame(raw, State.OTHER_UNIT)
    parts = 10**decimals
    grams = (2 * digits * per_unit + parts) // (2 * parts)
    return Frame(raw, State.STILL if still else State.MOVING, grams)
