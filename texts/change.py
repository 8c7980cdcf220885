"""Words for the change of an indicator since another year."""

from __future__ import annotations

import math

from indicators.catalogue import Indicator
from texts.numbers import MISSING, german

UNCHANGED = "unverändert"
SECURED, NOT_SECURED = "statistisch gesichert (95 %)", "statistisch nicht gesichert"


def change_words(indicator: Indicator, value: float, decimals: int) -> str:
    """ "+4,1 Prozentpunkte", "−12 Einw. je km²"; "unverändert" where it is printed as 0; "–" where it is missing."""
    if math.isnan(value):
        return MISSING
    if not round(value, decimals):
        return UNCHANGED
    return f"{signed(value, decimals)} {_unit(indicator)}".rstrip()


def change_value(indicator: Indicator, value: float) -> str:
    """ "+4,1 Prozentpunkte", "0,0 Prozentpunkte": always a number, for bars and tooltips."""
    return f"{signed(value, indicator.decimals)} {_unit(indicator)}".rstrip()


def change_interval(indicator: Indicator, lower: float, upper: float) -> str:
    """ "−2,5 bis +0,3 Prozentpunkte"; with a dash between them two minus signs could not be told apart."""
    return f"{signed(lower, indicator.decimals)} bis {change_value(indicator, upper)}"


def _unit(indicator: Indicator) -> str:
    return "Prozentpunkte" if indicator.unit == "%" else indicator.unit


def signed(value: float, decimals: int) -> str:
    """ "+4,1", "−0,3", and "0,0" without a sign.

    >>> signed(4.06, 1), signed(-0.3, 1), signed(-0.04, 1)
    ('+4,1', '−0,3', '0,0')
    """
    return f"+{german(value, decimals)}" if round(value, decimals) > 0 else german(value, decimals)


def secured_words(secured: bool, tested: bool) -> str:
    """Whether chance alone could have made the change; "" where that cannot be tested."""
    if not tested:
        return ""
    return SECURED if secured else NOT_SECURED


def direction_words(value: float, polarity: int, decimals: int | None = None) -> str:
    """ "ungünstiger geworden", "günstiger geworden"; "gestiegen", "gesunken" without polarity; "" where it is missing.

    decimals: the printed ones, so that the words fit `change_words`; without them only 0 itself is "unverändert".
    """
    if math.isnan(value):
        return ""
    if not (value if decimals is None else round(value, decimals)):
        return UNCHANGED
    if polarity == 0:
        return "gestiegen" if value > 0 else "gesunken"
    return "günstiger geworden" if value * polarity > 0 else "ungünstiger geworden"


def class_words(breaks: list[float], decimals: int, extremes: tuple[float, float]) -> list[str]:
    """Legend of the classes of `diverging_breaks`: "unter −2,0 bis −4,3" … "−0,5 bis +0,5" … "über +2,0".

    extremes: the largest fall and the largest rise there are, as printed; an outer class ends there, or is empty and has no
    end.
    The bounds lie half a printed unit beyond a printable number; what is printed is that number, the same on both sides.
    A middle class that holds 0 alone is "unverändert".
    """
    if not breaks:
        return []
    half = 0.5 * 10**-decimals
    ends = [bound - half for bound in breaks[len(breaks) // 2 : -1]] or [breaks[-1]]
    inner = list(zip(ends, ends[1:], strict=False))
    falls = [f"unter {signed(-low, decimals)} bis {signed(-high, decimals)}" for low, high in reversed(inner)]
    rises = [f"über {signed(low, decimals)} bis {signed(high, decimals)}" for low, high in inner]
    middle = _middle_words(ends[0], decimals)
    if len(breaks) == 1:
        return [middle]
    fall, rise = extremes
    return [
        f"unter {signed(-ends[-1], decimals)}{_until(fall, decimals) if fall < -ends[-1] else ''}",
        *falls,
        middle,
        *rises,
        f"über {signed(ends[-1], decimals)}{_until(rise, decimals) if rise > ends[-1] else ''}",
    ]


def _until(extreme: float, decimals: int) -> str:
    return f" bis {signed(extreme, decimals)}"


def _middle_words(end: float, decimals: int) -> str:
    if not round(end, decimals):
        return UNCHANGED
    return f"{signed(-end, decimals)} bis {signed(end, decimals)}"
