"""The text that is hashed stays what it was when it was hashed: JSON as Python's own module writes it."""

import json
from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from daurulang.ledger.model import EntryKind, Place
from daurulang.ledger.service import canonical

_texts = st.text(st.characters(exclude_categories=["Cs"]))
_values = st.none() | st.booleans() | st.integers(-(2**63), 2**63 - 1) | _texts | st.dates()
_nested = st.recursive(
    _values | st.sampled_from([*EntryKind, *Place]),
    lambda inner: st.lists(inner) | st.tuples(inner, inner) | st.dictionaries(_texts, inner),
)


def as_python_writes_it(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"), sort_keys=True, default=str)


@given(_nested)
def test_it_is_the_text_of_pythons_own_json(value: object) -> None:
    assert canonical(value) == as_python_writes_it(value)


def test_every_letter_there_is_is_written_as_before() -> None:
    letters = [chr(code) for code in range(0x110000) if not 0xD800 <= code < 0xE000]
    assert canonical(letters) == as_python_writes_it(letters)


def test_days_and_keys_have_one_order_and_one_form() -> None:
    assert (
        canonical({"é": 1, "b": date(2026, 3, 10), "a": 'Nur "Aini"\n'})
        == '{"a":"Nur \\"Aini\\"\\n","b":"2026-03-10","é":1}'
    )
