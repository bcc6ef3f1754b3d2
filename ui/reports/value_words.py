"""Periods, figures and changes as the report screen says them."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QCoreApplication, QDate, QLocale

from daurulang.periods import Period
from daurulang.quantities import divided, format_kilograms, format_rupiah, format_thousandths, format_whole
from daurulang.reports.economic_value import Corrections, EconomicValue, Headline
from ui.reports.value_presenter import Change, Compared

translate = QCoreApplication.translate


def period_words(period: Period, *, short: bool = False) -> str:
    """November 2026 (Nov 2026), Quarter 4 of 2026 (Q4 2026), 2026, or the first and the last day."""
    first = period.first
    if period.months == 1:
        return day_words(first, "MMM yyyy" if short else "MMMM yyyy")
    if period.months == 3 and first.month % 3 == 1:
        words = translate("Report", "Q{number} {year}") if short else translate("Report", "Quarter {number} of {year}")
        return words.format(number=first.month // 3 + 1, year=first.year)
    if period.months == 12 and first.month == 1:
        return str(first.year) if short else translate("Report", "Year {year}").format(year=first.year)
    if first == period.last:
        return day_words(first, "d MMM yyyy")
    same_year = first.year == period.last.year
    begin = day_words(first, "d MMM" if same_year else "d MMM yyyy")
    return f"{begin} – {day_words(period.last, 'd MMM yyyy')}"


def day_words(day: date, form: str) -> str:
    """A day in the language of the screen."""
    return QLocale().toString(QDate(day.year, day.month, day.day), form)


def figure_words(code: str) -> str:
    """The name of a figure of the report."""
    return {
        "value": translate("Report", "Value"),
        "weight": translate("Report", "Weight"),
        "deposits": translate("Report", "Deposits"),
        "members": translate("Report", "Active members"),
        "payouts": translate("Report", "Payouts"),
        "balances": translate("Report", "Balances at the end"),
        "sales": translate("Report", "Sales to buyers"),
        "margin": translate("Report", "Margin"),
        "surplus": translate("Report", "Surplus"),
        "diverted": translate("Report", "Kept from the landfill"),
        "co2e": translate("Report", "CO2e avoided (estimate)"),
    }[code]


def weight_words(grams: int) -> str:
    """Kilograms with one decimal, as one reads them from afar: "1.234,5 kg"."""
    tenths = (abs(grams) + 50) // 100 * 100
    return f"{'−' if grams < 0 else ''}{format_thousandths(tenths, 1)} kg"


def in_short(rupiah: int) -> str:
    """A round number of a scale in few letters: "0", "500", "25 thousand", "1,5 million"."""
    for size, words in (
        (10**9, translate("Report", "{number} bn")),
        (10**6, translate("Report", "{number} m")),
        (10**3, translate("Report", "{number} k")),
    ):
        if rupiah >= size:
            return words.format(number=format_thousandths(rupiah * 1000 // size, 0))
    return format_whole(rupiah)


def corrections_words(found: Corrections) -> str:
    """What reversals took off in this period of what stands in others: "Corrections of other periods: …"."""
    parts = []
    if found.count:
        words = translate("Report", "{count} deposits, {weight}, {value}")
        weight, value = weight_words(found.grams), format_rupiah(found.rupiah)
        parts.append(words.format(count=format_whole(found.count), weight=weight, value=value))
    for count, rupiah, words in (
        (found.payouts_count, found.payouts_rupiah, translate("Report", "{count} payouts, {value}")),
        (found.openings_count, found.openings_rupiah, translate("Report", "{count} opening balances, {value}")),
        (found.repayments_count, found.repayments_rupiah, translate("Report", "{count} repayments, {value}")),
    ):
        if count:
            parts.append(words.format(count=format_whole(count), value=format_rupiah(rupiah)))
    return translate("Report", "Taken off, as corrections of other periods: {parts}.").format(parts="; ".join(parts))


def debts_words(value: EconomicValue) -> str:
    """What members owe at the end and what changed it: "Members owe Rp 6.000 at the end (Rp 15.000 new, …)."; empty
    where nobody owed anything.
    """
    debts = value.debts
    if not (debts or value.debts_rupiah):
        return ""
    words = translate(
        "Report", "Members owe {owed} at the end: {made} new, {savings} repaid from savings, {cash} in cash."
    )
    figures = {
        "owed": value.debts_rupiah,
        "made": debts.made_rupiah,
        "savings": debts.from_savings_rupiah,
        "cash": debts.in_cash_rupiah,
    }
    return words.format(**{name: format_rupiah(rupiah) for name, rupiah in figures.items()})


def restated_words(before: Headline, now: Headline) -> str:
    """The figures that are others than those signed before: "Deposits 12 → 13, Rp 31.000 → Rp 34.100"."""
    figures = (
        (figure_words("value"), format_rupiah(before.measure.rupiah), format_rupiah(now.measure.rupiah)),
        (figure_words("weight"), format_kilograms(before.measure.grams), format_kilograms(now.measure.grams)),
        (figure_words("deposits"), format_whole(before.deposits), format_whole(now.deposits)),
        (figure_words("payouts"), format_rupiah(before.payouts_rupiah), format_rupiah(now.payouts_rupiah)),
        (figure_words("balances"), format_rupiah(before.balances_rupiah), format_rupiah(now.balances_rupiah)),
    )
    changed = [f"{name} {then} → {today}" for name, then, today in figures if then != today]
    return ", ".join(changed) or translate("Report", "nothing")


def before_words(period: Period) -> str:
    """The period before in few letters; any days have no name that is short."""
    return period_words(period, short=True) if period.months else translate("Report", "before")


def year_before_words(period: Period) -> str:
    """The same period of the year before in few letters."""
    return period_words(period, short=True) if period.months else translate("Report", "a year ago")


def change_words(change: Change, then: str) -> str:
    """In few letters: "▲ 12,4 % from Oct 2026"."""
    if change.percent:
        words = translate("Report", "{mark} {percent} % from {period}")
    elif change.now:
        words = translate("Report", "nothing in {period}")
    else:
        words = translate("Report", "{mark} as in {period}")
    return words.format(mark=change.mark, percent=change.percent, period=then)


def change_in_full(figure: Compared, change: Change, then: Period) -> str:
    """For whoever cannot see the mark: "up 12,4 % (1.234 kg) from 5.678 kg in October 2026"."""
    if change.difference > 0:
        words = translate("Report", "up {percent} ({difference}) from {then} in {period}")
    elif change.difference < 0:
        words = translate("Report", "down {percent} ({difference}) from {then} in {period}")
    else:
        words = translate("Report", "as in {period}: {then}")
    return words.format(
        percent=f"{change.percent} %" if change.percent else "",
        difference=figure.show(abs(change.difference)),
        then=figure.show(change.then),
        period=period_words(then),
    ).replace("  ", " ")


def signed(change: Change, figure: Compared) -> str:
    """The difference with its sign: "+1.234"."""
    if not change.difference:
        return "0"
    return f"{'+' if change.difference > 0 else '−'}{figure.show(abs(change.difference))}"


def percent_of(part: int, whole: int) -> str:
    """A part in whole percent, half away from zero; empty of nothing."""
    if whole <= 0:
        return ""
    percent = divided(100 * part, whole)
    return f"{'−' if percent < 0 else ''}{abs(percent)} %"
