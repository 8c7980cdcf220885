"""Values and reasons in words, the same on every page, in every table and on the command line."""

from __future__ import annotations

import math
from collections.abc import Sequence

from indicators.benchmark import Comparison
from indicators.catalogue import Indicator
from texts.numbers import german

CHECK = (
    "Bitte prüfen, ob dort eine Anschrift mitzählt, unter der viele geführt werden: eine Dienststelle, ein Heim oder eine "
    "Notunterkunft."
)
FAIR_WORDS = (
    "Die Zahlen beschreiben Lebensbedingungen in einem Gebiet. "
    "Über die einzelnen Menschen, die dort leben, sagen sie nichts."
)


def with_unit(indicator: Indicator, value: float) -> str:
    """ "31,2 %", "4,5 je 1.000 Einwohner", "–" where the value is missing."""
    if math.isnan(value):
        return "–"
    return f"{german(value, indicator.decimals)} {indicator.unit}".rstrip()


def reason(indicator: Indicator, value: float, benchmark: float, whole: str) -> str:
    """ "Kinderarmut 31,2 % (Kreis 11,0 %)"; a value that is not shown is named as such, its size stays unknown."""
    if math.isnan(value):
        return f"{indicator.name} (Wert geheim)"
    if math.isnan(benchmark):
        return f"{indicator.name} {with_unit(indicator, value)}"
    return f"{indicator.name} {with_unit(indicator, value)} ({whole} {with_unit(indicator, benchmark)})"


def full_reason(reason_: str, deviation: str, change: str) -> str:
    """ "Kinderarmut 31,2 % (Kreis 11,0 %), gesichert, seit 2021 um 4,1 Punkte gestiegen"; empty parts are left out."""
    return ", ".join(part for part in (reason_, deviation, change) if part)


def deviation_words(comparison: int, polarity: int, speaks: int) -> str:
    """Whether the distance from the county is more than chance; "" where nothing is compared.

    speaks: 1 for the flag, −1 against it, 0 neither. The direction is told only where it is not what `speaks` leads to
    expect. At 99.8 % it is called "gesichert", at 95 % alone that is said.

    >>> deviation_words(2, -1, 1), deviation_words(-1, -1, 1), deviation_words(1, -1, 0), deviation_words(0, -1, 1)
    ('gesichert', 'günstiger als der Kreis, zu 95 % gesichert', 'ungünstiger, nur zu 95 % gesichert', 'nicht gesichert')
    """
    if comparison == Comparison.NOT_COMPARED:
        return ""
    if comparison == Comparison.SIMILAR:
        return "nicht gesichert"
    secured = "gesichert" if abs(comparison) == 2 else "zu 95 % gesichert"
    unfavourable = comparison * polarity < 0
    if speaks == 0:
        return f"{'ungünstiger' if unfavourable else 'günstiger'}, {secured.replace('zu', 'nur zu')}"
    if unfavourable == (speaks > 0):
        return secured
    return f"{'ungünstiger' if unfavourable else 'günstiger'} als der Kreis, {secured}"


def since_words(indicator: Indicator, change: float, *, secured: bool, tested: bool, since: str) -> str:
    """ "seit 2021 um 4,1 Punkte gestiegen"; "" where chance alone could have made it, or it is missing.

    since: the earlier year or years. tested: there is an interval that could secure it.
    """
    if math.isnan(change) or not round(change, indicator.decimals) or (tested and not secured):
        return ""
    unit = "Punkte" if indicator.unit == "%" else indicator.unit
    size = f"{german(abs(change), indicator.decimals)} {unit}".rstrip()
    return f"seit {since} um {size} {'gestiegen' if change > 0 else 'gesunken'}"


def jump_words(indicator: Indicator, before: float, then: str, now: float, year: str) -> str:
    """ "Kinderarmut springt von 9,1 % (2023) auf 31,2 % (2024)."."""
    return f"{indicator.name} springt von {with_unit(indicator, before)} ({then}) auf {with_unit(indicator, now)} ({year})."


def alone_words(indicator: Indicator, *, only: bool) -> str:
    """That one value makes the flag; only: no other indicator speaks for it."""
    if only:
        return f"Allein {indicator.name} macht hier die Hervorhebung aus."
    return f"{indicator.name} liegt viel weiter außerhalb als alle anderen Kennzahlen dieses Gebiets."


def hidden_words(names: Sequence[str], *, stand_in: bool) -> str:
    """Which values are hidden, and what a rule takes for them; "" where none is."""
    if not names:
        return ""
    taken = "dafür steht der Wert der Kommune" if stand_in else "zählt weder dafür noch dagegen"
    return f"{', '.join(names)}: Wert geheim, {taken}"


def missing_words(names: Sequence[str]) -> str:
    return f"{', '.join(names)}: kein Wert" if names else ""
