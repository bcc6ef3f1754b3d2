"""Row 25: a scale that talks nonsense. What was sent is known, so a weight is right or wrong beyond doubt."""

import random
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from itertools import pairwise

from daurulang.device_errors import ScaleRefused
from daurulang.devices.scale import ScaleReader
from daurulang.devices.scale_frames import State
from tests.faults.finding import Control, Finding, finding

ALIKE = 3
FLOOD_BYTES = 1_000_000
FORMATS = ("and", "cas", "toledo", "sics", "bare")
NEEDS_ITS_NAME = ("bare",)
"""Says nothing of rest, so auto does not read it."""


@dataclass(frozen=True, slots=True)
class Sent:
    """What went over the cable, and the weight it stands for; None where it stands for none."""

    data: bytes
    grams: int | None = None
    what: str = "at rest"
    seconds: float = 0.1


class Hasty(ScaleReader):
    """The control: whatever weight was read last, as most programs take it."""

    def grams(self, now: float) -> int | None:  # noqa: ARG002
        return self._newest.grams if self._newest is not None else None


class Trusting(ScaleReader):
    """The other control: the indicator's word that it is still, believed at once."""

    def grams(self, now: float) -> int | None:  # noqa: ARG002
        frame = self._last
        return frame.grams if frame is not None and frame.state is State.STILL and frame.grams > 0 else None


def run(rounds: int, seed: int) -> Finding:
    """Send `rounds` frames, a fifth of them of each format, and twenty floods."""
    counts: Counter[str] = Counter()
    faults = [fault for each in FORMATS for fault in _talk(each, rounds // len(FORMATS), seed, ScaleReader, counts)]
    faults += _floods(random.Random(seed), counts)
    kinds = ", ".join(f"{count} {what}" for what, count in sorted(counts.items()) if what != "weights")
    return finding(
        *(25, "a scale that talks nonsense", "0 crashes, 0 weights unless still three times"),
        f"{rounds} frames of {len(FORMATS)} formats: {kinds}",
        f"{counts['weights']} weights given, each of a load that was still three times; 0 crashes"
        if not faults
        else f"{len(faults)} wrong",
        faults,
        _control("the last number that came", Hasty, seed),
        _control("the word still believed at once", Trusting, seed),
    )


def _control(name: str, kind: Callable[[str], ScaleReader], seed: int) -> Control:
    """How often a reader without the rule gives another weight than what lies on the scale."""
    frames = 2000
    faults = [fault for each in FORMATS for fault in _talk(each, frames // len(FORMATS), seed, kind, Counter())]
    false = sum(fault.startswith("false") for fault in faults)
    return Control(name, f"{false} false weights after {frames} frames", false > 0)


def _talk(
    scale_format: str, rounds: int, seed: int, kind: Callable[[str], ScaleReader], counts: Counter[str]
) -> list[str]:
    """Let one indicator speak, and compare what is read at every moment with what was sent."""
    chance = random.Random(f"{seed} {scale_format}")
    as_set = chance.choice([scale_format, "auto"]) if scale_format not in NEEDS_ITS_NAME else scale_format
    reader, cable, now, faults = kind(as_set), Cable(), 0.0, []
    reader.take(b"\r\n", now)
    load = _load(chance)
    for n in range(rounds):
        if chance.random() < 0.15:
            load = _load(chance)
        sent = _something(scale_format, load, chance)
        now += sent.seconds
        counts[sent.what] += 1
        reader.take(sent.data, now)
        cable.carry(sent, now)
        given, late = reader.grams(now), reader.grams(now + 1.5)
        counts["weights"] += given is not None
        if given is not None and given != cable.truth():
            word = "early" if given == load else "false"
            faults.append(f"{word} {given} g of {scale_format}, frame {n}, after {sent.data[:40]!r}")
        if late is not None:
            faults.append(f"old {late} g of {scale_format}, frame {n}")
    return faults


class Cable:
    """What was sent, cut into lines in a way of its own, with the loads that were at rest."""

    def __init__(self) -> None:
        self._begun = b""
        self._lines: list[tuple[float, bytes]] = []
        self._loads: dict[bytes, int] = {}

    def carry(self, sent: Sent, now: float) -> None:
        """Note what is sent at `now`."""
        if sent.grams is not None:
            self._loads[sent.data.split(b"\r")[0]] = sent.grams
        *ended, self._begun = (self._begun + sent.data).replace(b"\r", b"\n").split(b"\n")
        whole = [each[1:] if each[1:2] == b"\x02" else each for each in ended if each]  # behind Toledo's checksum
        self._lines = [*self._lines, *((now, each) for each in whole)][-ALIKE:]

    def truth(self) -> int | None:
        """The load of the last three lines where they are the same one, at rest, and without a pause between."""
        pause = any(later - before > 1.0 for (before, _), (later, _) in pairwise(self._lines))
        if len(self._lines) < ALIKE or len({line for _, line in self._lines}) > 1 or pause:
            return None
        return self._loads.get(self._lines[-1][1])


def _something(scale_format: str, load: int, chance: random.Random) -> Sent:
    if chance.random() < 0.55:
        return Sent(_frame(scale_format, load), load)
    good = _frame(scale_format, load)
    kinds: list[Callable[[], Sent]] = [
        lambda: (
            Sent(_frame(scale_format, _load(chance), moving=True), what="moving")
            if scale_format != "bare"
            else Sent(chance.randbytes(9) + b"\n", what="of garbage")
        ),
        lambda: Sent(_frame(scale_format, -load), what="below zero"),
        lambda: Sent(_frame(scale_format, 0), what="of nothing"),
        lambda: Sent(_frame(scale_format, load, unit=chance.choice(["lb", "oz", "pc"])), what="in another unit"),
        lambda: Sent(_out_of_range(scale_format), what="out of range"),
        lambda: Sent(good[: chance.randrange(1, len(good) - 2)], what="cut off"),
        lambda: Sent(good[chance.randrange(1, len(good) - 2) :], what="without their beginning"),
        lambda: Sent(_flipped(good, chance), what="with a bit flipped"),
        lambda: Sent(_without_a_byte(good, chance), what="with a byte lost"),
        lambda: Sent(chance.randbytes(chance.randrange(1, 200)), what="of garbage"),
        lambda: Sent(_parity(good, chance.randrange(2)), what="in another parity"),
        lambda: Sent(_slower(good), what="at another pace"),
        lambda: Sent(good, load, "after a pause", seconds=1.2),
    ]
    return chance.choice(kinds)()


def _load(chance: random.Random) -> int:
    """Grams, in the steps of a counter's scale."""
    return chance.choice([chance.randrange(1, 20_000) * 10, chance.randrange(1, 1000) * 5])


def _frame(scale_format: str, grams: int, *, moving: bool = False, unit: str = "kg") -> bytes:
    """What an indicator says of a load, as its manual prints it."""
    sign, size = ("-" if grams < 0 else "+"), abs(grams)
    number = f"{size // 1000}.{size % 1000:03d}"
    match scale_format:
        case "and":
            return f"{'US' if moving else 'ST'},GS,{sign}{number:0>8}{unit:>2}\r\n".encode()
        case "cas":
            lamps = bytes([0x84 if moving else 0xC4])
            number = f"-{number:0>7}" if grams < 0 else f"{number:0>8}"
            return f"{'US' if moving else 'ST'},GS,1".encode() + lamps + f",{number} {unit:>2}\r\n".encode()
        case "toledo":
            b = 0x20 | (0x02 if grams < 0 else 0) | (0x08 if moving else 0) | (0x10 if unit == "kg" else 0)
            frame = b"\x02\x2d" + bytes([b]) + b"\x20" + f"{size:6d}".encode() + b"000000\r"
            return frame + bytes([-sum(frame) & 0x7F])
        case "sics":
            number = f"-{number}" if grams < 0 else number
            return f"S {'D' if moving else 'S'} {number:>10} {unit}\r\n".encode()
        case _:
            return f"{sign if grams < 0 else ' '}{number:>9} {unit}\r\n".encode()


def _out_of_range(scale_format: str) -> bytes:
    match scale_format:
        case "and":
            return b"OL,GS,+99999.99kg\r\n"
        case "cas":
            return b"OL,GS,1\xc4,99999999 kg\r\n"
        case "toledo":
            frame = b"\x02\x2d\x34\x20999999000000\r"
            return frame + bytes([-sum(frame) & 0x7F])
        case "sics":
            return b"S +\r\n"
        case _:
            return b"  ------- kg\r\n"


def _flipped(frame: bytes, chance: random.Random) -> bytes:
    at = chance.randrange(len(frame))
    return frame[:at] + bytes([frame[at] ^ 1 << chance.randrange(8)]) + frame[at + 1 :]


def _without_a_byte(frame: bytes, chance: random.Random) -> bytes:
    at = chance.randrange(len(frame))
    return frame[:at] + frame[at + 1 :]


def _parity(frame: bytes, odd: int) -> bytes:
    """Seven bits and a parity, read as eight bits."""
    return bytes(byte | 0x80 if byte.bit_count() % 2 != odd else byte & 0x7F for byte in frame)


def _slower(frame: bytes) -> bytes:
    """Sent at half the pace it is read at: every bit is seen twice."""
    bits = [bit for byte in frame for bit in (0, *(byte >> n & 1 for n in range(8)), 1) for _ in range(2)]
    return bytes(sum(bit << n for n, bit in enumerate(bits[at + 1 : at + 9])) for at in range(0, len(bits), 10))


def _floods(chance: random.Random, counts: Counter[str]) -> list[str]:
    """A megabyte at once, twenty times: of zeros, of digits without an end, of ends, and by chance."""
    faults = []
    kinds = [b"\x00", b"9", b"\r\n", b"ST,GS,+00001.23kg", bytes(range(256))]
    for n in range(20):
        data = chance.randbytes(FLOOD_BYTES) if n % 4 == 3 else kinds[n % 5] * (FLOOD_BYTES // len(kinds[n % 5]))
        counts["floods of 1 MB"] += 1
        reader = ScaleReader("auto")
        try:
            given = reader.weigh(_Flood(data), seconds=2.0, clock=iter(_ticks()).__next__)
        except ScaleRefused:
            continue
        faults.append(f"flood {n}: {given} g")
    return faults


def _ticks() -> list[float]:
    return [n * 0.001 for n in range(10_000)]


class _Flood:
    """Everything is there at once, and never ends within the two seconds."""

    def __init__(self, data: bytes) -> None:
        self._data = data
        self._at = 0

    def read(self, size: int, /) -> bytes:
        """The next bytes."""
        data = self._data[self._at : self._at + size]
        self._at += size
        return data

    def write(self, data: bytes, /) -> None:
        """Nobody listens."""
