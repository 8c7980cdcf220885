"""Values and reasons in words, the same on every page, in every table and on the command line."""

from __future__ import annotations

import math

from indicators.catalogue import Indicator
from texts.numbers import german


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
