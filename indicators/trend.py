"""Recent trend of a proportion; with it everything else that says how values move over the years."""

from __future__ import annotations

from typing import Any

import numpy as np
import pandas as pd

from indicators.change import change
from indicators.cochran_armitage import cochran_armitage
from indicators.guards import checked
from indicators.shapes import FloatArray
from indicators.trend_rule import YEARS, Trend, TrendTest, judged
from indicators.weighted_trend import weighted_trend, weighted_trends
from indicators.year_axis import by_area, by_year, joined, last_of, windows_of

__all__ = [
    "Trend",
    "TrendTest",
    "change",
    "cochran_armitage",
    "recent_trend",
    "recent_trends",
    "weighted_trend",
    "weighted_trends",
]


def recent_trend(count: Any, base: Any, per: float = 100.0) -> TrendTest:
    """Cochran–Armitage test of count/base on the last five years; slope in `per` (percentage points) a year.

    count, base: years on the last axis; results without it. Tables areas × years of the same areas and years (else
    ValueError) give Series by area; a Series of years gives single numbers. Years that are whole numbers are put in
    order, and one between them that has no column is missing. The fits are weighted with the base.
    Fewer than five years or a missing one among the last five: NOT_TESTED. No counts at all, count = base throughout or
    all shares equal: NONE with χ² 0. Raises DataError where base ≤ 0, count < 0 or count > base in the five years.
    Not for years that share data (pooled over several): they are not independent.
    Source: rule in `trend_rule`, test in `cochran_armitage`.

    >>> found = recent_trend([[120, 131, 140, 155, 170]], [[2000, 2010, 2005, 2020, 2030]])
    >>> Trend(found.direction[0]).name, found.chi_square.round(4).tolist(), found.slope.round(3).tolist()
    ('RISING', [10.6397], [0.591])
    """
    x, n = (last_of(part, YEARS) for part in joined(count, base))
    _refuse_faulty(count, x, n)
    return TrendTest(*(by_area(count, part) for part in _tested(x, n, per)))


def recent_trends(count: Any, base: Any, per: float = 100.0) -> TrendTest:
    """`recent_trend` of every year with the four before it, in the shape of count; the first four NOT_TESTED.

    >>> found = recent_trends([120, 131, 140, 155, 170, 150], [2000, 2010, 2005, 2020, 2030, 2030])
    >>> found.direction.tolist(), found.chi_square.round(2).tolist()
    ([9, 9, 9, 9, 1, 0], [nan, nan, nan, nan, 10.64, 2.89])
    """
    x, n = joined(count, base)
    _refuse_faulty(count, x, n)
    found = _tested(windows_of(x, YEARS), windows_of(n, YEARS), per)
    return TrendTest(*(by_year(count, part) for part in found))


def _tested(x: FloatArray, n: FloatArray, per: float) -> TrendTest:
    chi_square, _ = cochran_armitage(x, n)
    return judged(x / n * per, n, chi_square)


def _refuse_faulty(template: Any, x: FloatArray, n: FloatArray) -> None:
    """DataError that names areas, not positions among areas and years."""
    areas = template.index if isinstance(template, pd.DataFrame) else range(int(np.prod(x.shape[:-1])))
    checked(pd.Series(x.ravel(), index=np.repeat(areas, x.shape[-1])), n.ravel(), part_of_base=True)
