"""The scale of the counter: which of its readings is a weight, and the serial line it is read from.

A weight counts when the indicator says that it is still, three frames running are the same, they were spread over a
fifth of a second (a burst out of a buffer is no weight) and the last is not older than one second; and only above zero.
Everything else is refused by a reason and never gives a weight: a clerk types on.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Protocol

from daurulang.device_errors import ScaleRefused
from daurulang.devices.scale_frames import PARSERS, Frame, Lines, State

SECONDS = 2.0
"""How long a key waits for a weight."""

BITS = ("8N1", "7E1", "7O1", "8E1", "8O1")
"""Bits of a sign, parity, stop bits."""

_FRAMES_ALIKE = 3
_HELD_SECONDS = 0.2
_FRESH_SECONDS = 1.0
_CHUNK = 4096
_READ_SECONDS = 0.05
_ASK = {"sics": b"SI\r\n"}  # what is sent to indicators that speak only when asked
_ASK_SECONDS = 0.15


class Source(Protocol):
    """Where bytes come from; `read` waits a moment and then gives what there is, possibly nothing."""

    def read(self, size: int, /) -> bytes:
        """At most `size` bytes."""
        ...

    def write(self, data: bytes, /) -> object:
        """Send bytes to the indicator."""
        ...


class ScaleReader:
    """Hears one scale. `scale_format` is a name of `PARSERS`; another name is taken for auto."""

    def __init__(self, scale_format: str) -> None:
        self._parse = PARSERS.get(scale_format, PARSERS["auto"])
        self._ask = _ASK.get(scale_format, b"")
        self._lines = Lines()
        self._heard = False
        self._last: Frame | None = None
        self._newest: Frame | None = None
        self._alike = 0
        self._since = 0.0
        self._at = 0.0

    def take(self, data: bytes, now: float) -> None:
        """Hear bytes that arrived at `now` (seconds of a clock that never jumps)."""
        self._heard = self._heard or bool(data)
        for line in self._lines.feed(data):
            self._add(self._parse(line), now)

    def grams(self, now: float) -> int | None:
        """The weight that counts at `now`, None while none does."""
        frame = self._last
        if frame is None or frame.state is not State.STILL or frame.grams <= 0 or self._alike < _FRAMES_ALIKE:
            return None
        held, old = self._at - self._since, now - self._at
        return frame.grams if held >= _HELD_SECONDS and old <= _FRESH_SECONDS else None

    def reason(self) -> str:
        """Why there is no weight, as `ScaleRefused` names it."""
        frame = self._newest
        if frame is None:
            return "unreadable" if self._heard else "silent"
        if frame.state is not State.STILL:
            return frame.state.value
        if frame.grams <= 0:
            return "negative" if frame.grams < 0 else "zero"
        return "moving"

    def weigh(self, source: Source, seconds: float = SECONDS, clock: Callable[[], float] = time.monotonic) -> int:
        """Read until a weight counts, and return its grams; raises `ScaleRefused` after `seconds`."""
        begun = asked = clock()
        while (now := clock()) - begun < seconds:
            if self._ask and now >= asked:
                source.write(self._ask)
                asked = now + _ASK_SECONDS
            self.take(source.read(_CHUNK), clock())
            grams = self.grams(clock())
            if grams is not None:
                return grams
        raise ScaleRefused(self.reason())

    def _add(self, frame: Frame | None, now: float) -> None:
        """One more line; what is no frame breaks the row as another weight does."""
        alike = frame is not None and frame == self._last and now - self._at <= _FRESH_SECONDS
        self._alike = self._alike + 1 if alike else 1
        self._since = self._since if alike else now
        self._at = now
        self._last = frame
        self._newest = frame or self._newest


def weigh(port: str, baud: int, bits: str, scale_format: str, seconds: float = SECONDS) -> int:
    """The grams on the scale now; blocks `seconds` at most and raises `ScaleRefused`.

    The line is opened for this one reading: nothing of before can be taken for the load, a cable that was plugged in
    again works at once, and nobody holds it while the key is not pressed.
    """
    with _line(port, baud, bits) as source:
        return ScaleReader(scale_format).weigh(source, seconds)


def ports() -> list[tuple[str, str]]:
    """The serial ports of the system with what is plugged in there; may take a moment."""
    from serial.tools.list_ports import comports

    return sorted((each.device, each.description or "") for each in comports())


@contextmanager
def _line(port: str, baud: int, bits: str) -> Iterator[Source]:
    """An open line without what it has kept. Whatever its driver raises says that there is no cable."""
    import serial

    size, parity, stop = tuple(bits if bits in BITS else BITS[0])
    try:
        with serial.Serial(
            port,
            baud,
            bytesize=int(size),
            parity=parity,
            stopbits=int(stop),
            timeout=_READ_SECONDS,
            write_timeout=_READ_SECONDS,
            exclusive=True,
        ) as line:
            line.reset_input_buffer()
            yield line
    except ScaleRefused:
        raise
    except Exception as error:  # drivers raise what they like, and the scale never holds up the counter
        raise ScaleRefused("no_port", str(error)) from error
