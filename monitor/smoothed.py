"""Smoothed rates of a release, made of what has passed the disclosure gate.

A hidden count does not enter: mean and spread come from the shown ones alone, so that no smoothed value says anything that
the shown values do not say.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Mapping
from functools import cache

import pandas as pd

from indicators.catalogue import Catalogue, Smoothing
from indicators.plan import Plans
from indicators.shapes import FloatArray
from indicators.smoothing import empirical_bayes

Neighbours = Mapping[Hashable, tuple[Hashable, ...]]


def smoothed_rates(
    catalogue: Catalogue,
    plans: Plans,
    shown: Callable[[str, str], tuple[FloatArray, FloatArray]],
    areas: Mapping[str, pd.Index],
    neighbours: Callable[[str], Neighbours],
) -> dict[tuple[str, str], FloatArray]:
    """(indicator, level) → smoothed values, areas × years, for every plan that smooths; NaN where nothing is shown.

    shown: indicator and level → counts and bases that are shown, areas × years, NaN elsewhere. neighbours: level → who
    borders on whom; asked for once, and only where neighbours are needed.
    """
    around = cache(neighbours)
    found: dict[tuple[str, str], FloatArray] = {}
    for (indicator, level), plan in plans.items():
        if plan.smoothing is not Smoothing.NONE:
            count, base = (pd.DataFrame(part, index=areas[level]) for part in shown(indicator, level))
            near = around(level) if plan.smoothing is Smoothing.LOCAL else None
            rates = empirical_bayes(count, base, near, catalogue[indicator].per)
            found[indicator, level] = rates.to_numpy()
    return found
