"""What reversals took off in a period of what stands in others, as a sentence on paper and in a workbook."""

from __future__ import annotations

from daurulang.documents import wording
from daurulang.quantities import format_kilograms, format_rupiah
from daurulang.reports.economic_value import Corrections


def corrections_in_words(found: Corrections) -> str:
    """Deposits, payouts, savings of an old book and repayments, each where there are any; empty without corrections."""
    if not found:
        return ""
    goods, paid = f"{format_kilograms(found.grams)}, {format_rupiah(found.rupiah)}", format_rupiah(found.payouts_rupiah)
    opened, repaid = format_rupiah(found.openings_rupiah), format_rupiah(found.repayments_rupiah)
    return wording.corrections(
        f"{wording.DEPOSITS.lower()} {wording.times(found.count)}, {goods}" if found.count else "",
        f"{wording.PAYOUTS.lower()} {wording.times(found.payouts_count)}, {paid}" if found.payouts_count else "",
        f"{wording.OLD_BOOK.lower()} {wording.times(found.openings_count)}, {opened}" if found.openings_count else "",
        f"{wording.REPAYMENTS.lower()} {wording.times(found.repayments_count)}, {repaid}"
        if found.repayments_count
        else "",
    )
