"""Values of one indicator in words: tooltips, and what stands beside a value."""

from __future__ import annotations

import numpy as np
import pandas as pd

from indicators.benchmark import Comparison
from indicators.catalogue import Indicator
from indicators.signs import Sign
from texts.comparison import comparison_words
from texts.numbers import german
from texts.reasons import with_unit
from texts.signs import MEANING, SYMBOL
from views.layer import AreaText


def area_texts(table: pd.DataFrame, indicator: Indicator) -> list[AreaText]:
    """Value, interval and comparison of each area; for a value that is not shown, why. table: as `Release.table`."""
    against_code = {int(code): against(int(code), indicator) for code in table["comparison"].unique()}
    columns = (table[name].tolist() for name in ("sign", "value", "lower95", "upper95", "comparison"))
    return [
        AreaText(with_unit(indicator, value), interval_words(indicator, lower, upper), against_code[comparison])
        if sign == Sign.SHOWN
        else why_not(Sign(sign))
        for sign, value, lower, upper, comparison in zip(*columns, strict=True)
    ]


def smoothed_texts(table: pd.DataFrame, indicator: Indicator) -> list[AreaText]:
    """As `area_texts`, with the smoothed values and beside them the measured ones, which interval and comparison are of."""
    return [
        each if each.reason else each._replace(value=with_unit(indicator, smoothed), measured=each.value)
        for each, smoothed in zip(area_texts(table, indicator), table["smoothed"], strict=True)
    ]


def why_not(sign: Sign) -> AreaText:
    return AreaText(reason=f"{SYMBOL[sign]} {MEANING[sign]}")


def interval_words(indicator: Indicator, lower: float, upper: float) -> str:
    """ "27,8–34,9 %"; "" where the indicator has no interval."""
    if np.isnan(lower):
        return ""
    return f"{german(lower, indicator.decimals)}–{with_unit(indicator, upper)}"


def against(comparison: int, indicator: Indicator) -> str:
    """ "ungünstiger als der Kreis (99,8 %)", "ähnlich wie der Kreis", "" where nothing is compared."""
    words = comparison_words(comparison, indicator.polarity)
    if comparison in (Comparison.NOT_COMPARED, Comparison.SIMILAR):
        return f"{words} wie der Kreis" if words else ""
    direction, secured = words.split(" ", 1)
    return f"{direction} als der Kreis {secured}"
