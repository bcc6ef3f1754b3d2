"""Every fate, reason and field has its Indonesian words."""

import re
from pathlib import Path

import pytest

from daurulang.exchange import preview
from daurulang.exchange.columns import MATERIAL_FIELDS, MEMBER_FIELDS
from daurulang.exchange.preview import Fate, Reason, Remark
from daurulang.exchange.wording import FATES, field_words, remark_words


def named_data() -> dict[str, list[str]]:
    """The names of the data of each reason, as they stand beside it."""
    source = Path(preview.__file__).read_text(encoding="utf-8")
    found = re.findall(r'^    [A-Z_]+ = "(\w+)"(?:  # (.*))?$', source, re.MULTILINE)
    return {reason: names.split(", ") if names else [] for reason, names in found}


@pytest.mark.parametrize("reason", Reason)
def test_every_reason_can_be_said(reason: Reason) -> None:
    values: dict[str, str | int] = dict.fromkeys(named_data()[reason], "name")
    assert remark_words(Remark(reason, values))


def test_money_and_fields_are_said_as_people_do() -> None:
    remark = Remark(Reason.ABOVE_SELL, {"rupiah": 27_500, "sell_rupiah": 10_000})
    assert remark_words(remark) == "harga beli Rp 27.500 di atas harga jual Rp 10.000"
    assert remark_words(Remark(Reason.TOO_LONG, {"field": "phone", "limit": 30})) == "nomor HP lebih dari 30 huruf"


def test_every_field_and_fate_has_a_name() -> None:
    assert all(field_words(field) for field in (*MEMBER_FIELDS, *MATERIAL_FIELDS))
    assert field_words("buy_price:Pelanggan") == "harga beli (Pelanggan)"
    assert set(FATES) == set(Fate)
