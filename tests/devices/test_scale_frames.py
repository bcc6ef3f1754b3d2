"""What the common indicators say, as their manuals print it, and what is no weight."""

from fractions import Fraction
from math import floor

import pytest
from hypothesis import given
from hypothesis import strategies as st

from daurulang.devices.scale_frames import (
    LONGEST,
    PARSERS,
    Frame,
    Lines,
    State,
    parse_any,
    parse_bare,
    parse_cas,
    parse_toledo,
)

STILL, MOVING, OUT, OTHER = State.STILL, State.MOVING, State.OUT_OF_RANGE, State.OTHER_UNIT
TARE = b"000000"


@pytest.mark.parametrize(
    "line, state, grams",
    [
        (b"ST,GS,+00001.23kg", STILL, 1230),
        (b"ST,NT,+00001.23kg", STILL, 1230),
        (b"ST,+00012.34 kg", STILL, 12340),
        (b"ST,+00123.4  g", STILL, 123),
        (b"ST,GS,   245.6 g", STILL, 246),
        (b"ST,GS,+  12.345,kg", STILL, 12345),
        (b"US,GS,+00001.23kg", MOVING, 1230),
        (b"ST,GS,-00001.23kg", STILL, -1230),
        (b"ST,GS,+00000.00kg", STILL, 0),
        (b"OL,GS,+99999.99kg", OUT, 0),
        (b"OL,+999999.9  g", OUT, 0),
        (b"OL,GS,--------kg", OUT, 0),
        (b"ST,GS,+00001.23lb", OTHER, 0),
        (b"ST,GS,+00001.23oz", OTHER, 0),
        (b"QT,+00000012 PC", OTHER, 0),
        (b"ST,GS,1\x47,000013.5 kg", STILL, 13500),
        (b"ST,GS,1\xc7,  0013.5 kg", STILL, 13500),
        (b"US,GS,1\x87,000013.5 kg", MOVING, 13500),
        (b"ST,GS,1\xd7,000013.5 kg", MOVING, 13500),
        (b"ST,NT,1\xc7,-00013.5 kg", STILL, -13500),
        (b"OL,GS,1\xc7,99999999 kg", OUT, 0),
        (b"ST,GS,1\xc7,000013.5  t", OTHER, 0),
        (b"\x02-0 001230" + TARE, STILL, 1230),
        (b"S S     100.00 g", STILL, 100),
        (b"S S  1.23 kg", STILL, 1230),
        (b"S D     129.07 g", MOVING, 129),
        (b"S S      -1.23 kg", STILL, -1230),
        (b"S S      1.230 lb", OTHER, 0),
        (b"S I", MOVING, 0),
        (b"S +", OUT, 0),
        (b"S -", OUT, 0),
    ],
)
def test_what_the_manuals_print(line: bytes, state: State, grams: int) -> None:
    assert parse_any(line) == Frame(line, state, grams)


@pytest.mark.parametrize(
    "line",
    [
        b"",
        b"1.23 kg",
        b"01.23kg",
        b"ST,GS,+00001,23kg",
        b"ST,GS,+0001.2.3kg",
        b"ST,GS,++0001.23kg",
        b"ST,GS,+00001.23",
        b"ST,GS,+00001.23k",
        b"ST,TR,+00001.23kg",
        b"GS,+00001.23kg",
        b"T,GS,+00001.23kg",
        b"xST,GS,+00001.23kg",
        b"ST,GS,+00001.23kgST,GS,+00001.23kg",
        b"ST,GS,+\xb10001.23kg",
        b"ST,GS,1\xc7,0000 3.5 kg",
        b"ST,GS,1\xc7,00013.5 kg",
        b"ES",
        b"S S",
        b"S S 1.23",
        b"\x02\x2d\x30\x2000123",
        bytes(range(60)),
    ],
)
def test_what_is_cut_or_mangled_is_no_frame(line: bytes) -> None:
    frame = parse_any(line)
    assert frame is None or (line.endswith(b"k") and frame.state is OTHER)


@pytest.mark.parametrize(
    "a, digits, grams",
    [
        (0b0100000, b"000012", 1_200_000),
        (0b0100001, b"000012", 120_000),
        (0b0101010, b"  1230", 1_230_000),
        (0b0101011, b"  1230", 123_000),
        (0b0101100, b"  1230", 12_300),
        (0b0101101, b"  1230", 1_230),
        (0b0101110, b"  1230", 123),
        (0b0101111, b"  1235", 12),
    ],
)
def test_the_point_of_toledo_stands_in_its_first_status_byte(a: int, digits: bytes, grams: int) -> None:
    frame = parse_toledo(b"\x02" + bytes([a, 0b0110000, 0b0100000]) + digits + TARE)
    assert frame is not None
    assert (frame.state, frame.grams) == (STILL, grams)


@pytest.mark.parametrize(
    "b, c, state, grams",
    [
        (0b0110000, 0b0100000, STILL, 1230),
        (0b0110001, 0b1100000, STILL, 1230),
        (0b0110010, 0b0100000, STILL, -1230),
        (0b0110100, 0b0100000, OUT, 0),
        (0b0111000, 0b0100000, MOVING, 1230),
        (0b1110000, 0b0100000, MOVING, 1230),
        (0b0100000, 0b0100000, OTHER, 0),
        (0b0100000, 0b0100001, STILL, 1),
        (0b0110000, 0b0100011, OTHER, 0),
    ],
)
def test_the_other_status_bytes_of_toledo(b: int, c: int, state: State, grams: int) -> None:
    line = b"\x02" + bytes([0b0101101, b, c]) + b"  1230" + TARE
    assert parse_toledo(line) == Frame(line, state, grams)
    assert parse_toledo(b"\x7f" + line) == Frame(line, state, grams), "behind the checksum of the frame before"


@pytest.mark.parametrize("c", [0b0000000, 0b0110000])
def test_a_display_of_toledo_that_is_expanded_or_no_display_at_all(c: int) -> None:
    assert parse_toledo(b"\x02" + bytes([0b0101101, 0b0110000, c]) + b"  1230" + TARE) is None


@pytest.mark.parametrize(
    "line, grams", [(b"1.23 kg", 1230), (b"  +12.5kg ", 12500), (b"250 g", 250), (b"-1 kg", -1000)]
)
def test_a_bare_number_with_its_unit(line: bytes, grams: int) -> None:
    assert parse_bare(line) == Frame(line, STILL, grams)


@pytest.mark.parametrize("line", [b"1.23", b"1,23 kg", b"1.234,5 kg", b"kg", b"1 . 2 kg", b"123456789 kg"])
def test_a_bare_number_that_cannot_be_read_in_one_way_only(line: bytes) -> None:
    assert parse_bare(line) is None


def test_no_bare_number_is_taken_for_something_that_knows_of_rest() -> None:
    assert PARSERS["auto"](b"1.23 kg") is None


@given(st.integers(0, 9_999_999), st.integers(0, 4), st.sampled_from([b"kg", b"g"]), st.booleans())
def test_grams_are_exact_and_half_up(digits: int, decimals: int, unit: bytes, below: bool) -> None:
    text = f"{digits:0{decimals + 1}d}"
    text = f"{text[: len(text) - decimals]}.{text[len(text) - decimals :]}" if decimals else text
    frame = parse_any(b"ST,GS," + (b"-" if below else b"+") + text.encode() + unit)
    exact = Fraction((-1 if below else 1) * digits * (1000 if unit == b"kg" else 1), 10**decimals)
    assert frame is not None
    assert frame.grams == floor(exact + Fraction(1, 2))


@given(st.binary(max_size=80))
def test_nothing_that_arrives_raises(line: bytes) -> None:
    for parse in PARSERS.values():
        frame = parse(line)
        assert frame is None or frame.raw in line


@given(st.binary(min_size=20, max_size=20))
def test_a_frame_of_cas_has_twenty_bytes(line: bytes) -> None:
    assert parse_cas(line[:-1]) is None


@given(st.lists(st.binary(max_size=200), max_size=20))
def test_a_stream_is_cut_the_same_however_it_arrives(pieces: list[bytes]) -> None:
    lines, bytewise = Lines(), Lines()
    whole = [line for piece in pieces for line in lines.feed(piece)]
    assert whole == [line for byte in b"".join(pieces) for line in bytewise.feed(bytes([byte]))]
    assert all(0 < len(line) <= LONGEST + 1 for line in whole)


def test_the_first_line_is_half_a_line_until_an_end_was_seen() -> None:
    assert Lines().feed(b"01.23kg\r\nST,GS,+00001.23kg\r\nST,GS") == [b"ST,GS,+00001.23kg"]


def test_a_megabyte_without_an_end_is_held_as_a_few_bytes() -> None:
    lines = Lines()
    assert lines.feed(b"\r" + b"9" * 1_000_000) == []
    assert len(lines._begun) == LONGEST + 1
    assert lines.feed(b"\r") == [b"9" * (LONGEST + 1)]
