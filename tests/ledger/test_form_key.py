import uuid

from daurulang import periods
from daurulang.ledger.form_key import new_form_key


def test_a_key_is_a_uuid_of_version_7_with_its_moment_in_front() -> None:
    with periods.clock_at(1_795_000_000_123):
        key = uuid.UUID(new_form_key())
    assert (key.version, key.variant, key.int >> 80) == (7, uuid.RFC_4122, 1_795_000_000_123)


def test_keys_differ_within_a_millisecond() -> None:
    with periods.clock_at(1_795_000_000_123):
        assert len({new_form_key() for _ in range(1000)}) == 1000


def test_later_keys_stand_behind_earlier_ones() -> None:
    with periods.clock_at(1_795_000_000_123):
        first = new_form_key()
    with periods.clock_at(1_795_000_000_124):
        assert new_form_key() > first
