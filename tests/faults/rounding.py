"""Row 28: the value of a line and its weight, against exact fractions."""

import random
from fractions import Fraction
from math import floor

from daurulang.quantities import Unit, grams_of, line_amount_rupiah
from tests.faults.finding import Finding, finding

BASE = {Unit.KILOGRAM: 1000, Unit.PIECE: 1, Unit.LITRE: 1000}
EDGES = (1, 2, 499, 500, 501, 999, 1000, 1001, 499_999, 500_000)


def run(rounds: int, seed: int) -> Finding:
    """Compute `rounds` lines, a tenth of them at the edges."""
    chance = random.Random(seed)
    faults = []
    for n in range(rounds):
        unit = chance.choice(list(Unit))
        edge = n % 10 == 0
        net = chance.choice(EDGES) if edge else chance.randint(1, 500_000)
        price = chance.choice(EDGES) if edge else chance.randint(0, 1_000_000)
        per_unit = chance.randint(1, 30_000)
        amount = _half_up(Fraction(net * price, BASE[unit]))
        if line_amount_rupiah(net, unit, price) != amount:
            faults.append(f"{net} {unit} at {price}: not {amount} rupiah")
        grams = net if unit is Unit.KILOGRAM else _half_up(Fraction(net * per_unit, BASE[unit]))
        if grams_of(net, unit, None if unit is Unit.KILOGRAM else per_unit) != grams:
            faults.append(f"{net} {unit} of {per_unit} g: not {grams} g")
    return finding(
        *(28, "rounding of rupiah and grams against exact fractions", "0 off"),
        f"{rounds} lines in kilograms, pieces and litres",
        "0 off",
        faults,
    )


def _half_up(value: Fraction) -> int:
    return floor(value + Fraction(1, 2))
