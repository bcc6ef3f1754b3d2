"""The Indonesian words of expenses on paper."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from daurulang.expenses.model import PaidFrom

TITLE: Final = "BUKTI PENGELUARAN"
CATEGORY: Final = "Keperluan"
SPENT: Final = "Jumlah"
NOTE: Final = "Untuk"
PAID_FROM: Final = "Dibayar dari"
POCKETS: Final[Mapping[PaidFrom, str]] = {
    PaidFrom.CASH: "Kas loket",
    PaidFrom.BANK: "Bank",
    PaidFrom.OWNER: "Uang pengurus",
}
REFERENCE: Final = "Nomor nota"

CLERK: Final = "Petugas"
RECEIVER: Final = "Yang menerima"
KNOWN_BY: Final = "Mengetahui"

KEEP: Final = "Lampirkan nota atau kuitansi aslinya pada bukti ini."
