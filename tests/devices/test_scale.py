"""Which readings count, and the cable: a pseudo terminal with an indicator at its other end."""

import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager

import pytest
from hypothesis import given
from hypothesis import strategies as st
from serial import Serial

from daurulang.device_errors import ScaleRefused
from daurulang.devices import scale
from daurulang.devices.scale import ScaleReader, ports, weigh
from tests.indicator import MOVING, OTHER, STILL, ZERO, Indicator


def heard(*arrivals: tuple[float, bytes], scale_format: str = "auto") -> ScaleReader:
    """A reader that has seen the end of a line, and then what arrived when."""
    reader = ScaleReader(scale_format)
    reader.take(b"\n", 0)
    for at, data in arrivals:
        reader.take(data, at)
    return reader


def test_three_frames_alike_are_a_weight() -> None:
    assert heard((1.0, STILL), (1.1, STILL), (1.3, STILL)).grams(1.3) == 1230


@pytest.mark.parametrize(
    "arrivals",
    [
        [(1.0, STILL), (1.3, STILL)],
        [(1.0, STILL), (1.1, STILL), (1.2, OTHER)],
        [(1.0, STILL), (1.1, OTHER), (1.2, STILL), (1.3, STILL)],
        [(1.0, STILL), (1.1, b"garbage\r\n"), (1.2, STILL), (1.3, STILL)],
        [(1.0, STILL), (1.1, b"0" * 500 + b"\r\n"), (1.2, STILL), (1.3, STILL)],
        [(1.0, STILL), (1.1, STILL), (1.2, b"ST,GS,+0000")],
        [(1.0, STILL), (1.1, STILL), (1.2, b"ST,GS,+0000"), (1.3, STILL)],
        [(1.0, MOVING), (1.1, MOVING), (1.2, MOVING)],
        [(1.0, STILL), (1.1, STILL), (1.2, MOVING)],
        [(1.0, STILL), (1.1, STILL), (2.2, STILL)],
        [(1.0, STILL * 100)],
        [(1.0, STILL * 100), (1.1, STILL)],
    ],
    ids=lambda arrivals: f"{len(arrivals)} arrivals",
)
def test_anything_else_is_none(arrivals: list[tuple[float, bytes]]) -> None:
    reader = heard(*arrivals)
    assert reader.grams(arrivals[-1][0]) is None
    assert reader.reason() == "moving"


def test_a_weight_is_old_after_a_second() -> None:
    reader = heard((1.0, STILL), (1.1, STILL), (1.3, STILL))
    assert reader.grams(2.2) == 1230
    assert reader.grams(2.4) is None


@pytest.mark.parametrize(
    "data, reason",
    [
        (b"", "silent"),
        (b"\x00\xff\xfe garbage \r\n", "unreadable"),
        (b"ST,GS,+00001.23lb\r\n", "other_unit"),
        (b"OL,GS,+99999.99kg\r\n", "out_of_range"),
        (b"ST,GS,-00001.23kg\r\n", "negative"),
        (ZERO, "zero"),
        (MOVING, "moving"),
        (b"1.23 kg\r\n", "unreadable"),
        (bytes(byte | 0x80 if byte.bit_count() % 2 else byte for byte in STILL), "unreadable"),
    ],
)
def test_why_there_is_none(data: bytes, reason: str) -> None:
    reader = ScaleReader("auto")
    for at in range(1, 20):
        reader.take(data, at / 10)
        assert reader.grams(at / 10) is None
    assert reader.reason() == reason


def test_a_bare_number_counts_only_when_the_settings_say_so() -> None:
    arrivals = [(at / 10, b"  1.23 kg\r\n") for at in range(10)]
    assert heard(*arrivals).grams(0.9) is None
    assert heard(*arrivals, scale_format="bare").grams(0.9) == 1230


@given(st.lists(st.one_of(st.binary(max_size=60), st.sampled_from([STILL, MOVING, OTHER, b"\r\n"])), max_size=60))
def test_no_stream_raises_and_only_what_was_still_three_times_counts(pieces: list[bytes]) -> None:
    reader = heard()
    sent = b"\n"
    for number, piece in enumerate(pieces, 1):
        reader.take(piece, number / 10)
        sent += piece
        grams = reader.grams(number / 10)
        if grams is not None:
            lines = [line for line in sent.replace(b"\r", b"\n").split(b"\n")[:-1] if line]
            assert len(set(lines[-3:])) == 1
            assert lines[-1] in {STILL[:-2], OTHER[:-2]}


# --- the cable ---------------------------------------------------------------------------------------------


@pytest.fixture
def indicator() -> Iterator[Indicator]:
    indicator = Indicator()
    yield indicator
    indicator.pull()


@contextmanager
def within(seconds: float) -> Iterator[None]:
    started = time.monotonic()
    yield
    assert time.monotonic() - started < seconds


def reason_of(act: Callable[[], object]) -> str:
    with pytest.raises(ScaleRefused) as refused:
        act()
    return refused.value.reason


def test_a_weight_comes_through_the_cable(indicator: Indicator) -> None:
    indicator.speak(STILL)
    with within(1.5):
        assert weigh(indicator.port, 9600, "8N1", "auto") == 1230


@pytest.mark.parametrize("bits", scale.BITS)
@pytest.mark.parametrize("baud", [1200, 2400, 4800, 9600, 19200, 115200])
def test_every_pace_and_parity_can_be_set(indicator: Indicator, baud: int, bits: str) -> None:
    assert reason_of(lambda: weigh(indicator.port, baud, bits, "auto", 0.01)) == "silent"


def test_what_the_cable_has_kept_is_never_the_weight(indicator: Indicator) -> None:
    indicator.send(OTHER * 50)
    indicator.speak(STILL)
    assert weigh(indicator.port, 9600, "8N1", "auto") == 1230


def test_an_indicator_that_speaks_when_asked_is_asked(indicator: Indicator) -> None:
    indicator.answer(b"S S      1.230 kg\r\n")
    assert weigh(indicator.port, 9600, "8N1", "sics") == 1230
    assert indicator.asked.startswith(b"SI\r\nSI\r\n")


def test_a_silent_cable_is_given_up_in_time(indicator: Indicator) -> None:
    with within(1.0):
        assert reason_of(lambda: weigh(indicator.port, 9600, "8N1", "auto", 0.3)) == "silent"


def test_a_flood_of_a_megabyte_gives_no_weight_and_ends_in_time(indicator: Indicator) -> None:
    indicator.flood(bytes(range(256)) * 4096)
    with within(2.0):
        assert reason_of(lambda: weigh(indicator.port, 9600, "8N1", "auto", 0.5)) == "unreadable"


@pytest.mark.parametrize("port", ["/dev/ttyNOTHERE", "", "/dev/null", "/", "\x00", "COM99"])
def test_a_cable_that_is_not_there(port: str) -> None:
    assert reason_of(lambda: weigh(port, 9600, "8N1", "auto", 0.1)) == "no_port"


@pytest.mark.parametrize("baud", [0, -1, 10**12])
def test_a_pace_that_no_line_has(indicator: Indicator, baud: int) -> None:
    assert reason_of(lambda: weigh(indicator.port, baud, "8N1", "auto", 0.1)) in {"no_port", "silent"}


def test_a_cable_pulled_out_while_it_is_read(indicator: Indicator) -> None:
    indicator.speak(MOVING)
    threading.Timer(0.2, indicator.pull).start()
    with within(3.0):
        assert reason_of(lambda: weigh(indicator.port, 9600, "8N1", "auto")) == "no_port"


def test_two_programs_do_not_share_a_cable(indicator: Indicator) -> None:
    indicator.speak(STILL)
    with Serial(indicator.port, exclusive=True):
        assert reason_of(lambda: weigh(indicator.port, 9600, "8N1", "auto")) == "no_port"
    assert weigh(indicator.port, 9600, "8N1", "auto") == 1230


def test_the_ports_of_this_machine_can_be_listed() -> None:
    assert ports() == sorted(ports())
