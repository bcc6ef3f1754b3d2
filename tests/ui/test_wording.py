import dataclasses
import inspect
from datetime import date

import pytest

from daurulang import cash_errors, debt_errors, device_errors, errors, slip_errors, stock_errors, storage_errors
from daurulang.errors import UserError
from ui.wording import worded

SAMPLES: dict[str, object] = {
    "str": "x",
    "int": 7,
    "tuple[str, ...]": ("name",),
    "tuple[tuple[str, str], ...]": (("L1-000001", "L1-000002"),),
    "date": date(2026, 11, 25),
}


def every_error() -> list[type[UserError]]:
    return [
        kind
        for module in (errors, cash_errors, debt_errors, device_errors, slip_errors, stock_errors, storage_errors)
        for _name, kind in inspect.getmembers(module, inspect.isclass)
        if issubclass(kind, UserError) and kind is not UserError and kind.__module__ == module.__name__
    ]


def example_of(kind: type[UserError]) -> UserError:
    values = [SAMPLES.get(str(field.type), "x") for field in dataclasses.fields(kind)]  # type: ignore[arg-type]
    return kind(*values)


@pytest.mark.parametrize("kind", every_error(), ids=lambda kind: kind.__name__)
def test_every_refusal_has_a_sentence(kind: type[UserError]) -> None:
    sentence = worded(example_of(kind))
    assert sentence
    assert kind.__name__ not in sentence, "only the last resort names the class"
    assert "{" not in sentence


@pytest.mark.parametrize("reason", ["not_a_workbook", "old_format"])
def test_a_file_that_is_refused_is_told_both_kinds_that_are_read(reason: str) -> None:
    sentence = worded(errors.WorkbookRefused("daftar", reason))
    assert ".xlsx" in sentence
    assert "CSV" in sentence
