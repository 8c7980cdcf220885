"""Flags through the years: who entered, who left, and since when an area has been flagged."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np
import pandas as pd

from indicators.attention import Attention


def flag_history(results: Mapping[int, Attention]) -> pd.DataFrame:
    """Columns flagged, entered, left (bool) and since (first year of the unbroken run of flags; NaN where not flagged).

    results: year → result of the rule, any order; the latest year is told. Only years of the same rule in the same
    version of the method are compared; others are left out, and so is everything before them: a change of the method is
    no change of the area. A year in which the area was not evaluated breaks a run, and nobody enters or leaves against
    it. Without an earlier year nobody enters or leaves. Index: the areas of the latest result.

    >>> from indicators.evidence import evidence_of_values
    >>> from indicators.mss_rule import MssRule
    >>> values = pd.DataFrame({"A": np.arange(25.0)})
    >>> of_year = {year: MssRule(("A",)).assess(evidence_of_values(numbers, {"A": -1}))
    ...            for year, numbers in {2022: -values, 2023: values, 2024: values}.items()}
    >>> flag_history(of_year).loc[[0, 24]].to_numpy().tolist()
    [[False, False, False, nan], [True, False, False, 2023.0]]
    """
    years = comparable_years(results)
    flagged = pd.DataFrame({year: _column(results[year], "flagged") for year in years})
    evaluated = pd.DataFrame({year: _column(results[year], "evaluated") for year in years})
    latest = results[years[-1]].table.index
    flagged, evaluated = (each.reindex(latest).eq(True) for each in (flagged, evaluated))
    now = flagged[years[-1]]
    before, judged = (now, ~now & now) if len(years) < 2 else (flagged[years[-2]], evaluated[years[-2]])
    compared = judged & evaluated[years[-1]]
    return pd.DataFrame(
        {
            "flagged": now,
            "entered": now & ~before & compared,
            "left": before & ~now & compared,
            "since": _since(flagged, years),
        }
    )


def comparable_years(results: Mapping[int, Attention]) -> list[int]:
    """The years up to the latest whose results come from the same rule as its own, without a gap of another in between."""
    years = sorted(results, reverse=True)
    others = [year for year in years if results[year].rule != results[years[0]].rule]
    return sorted(year for year in years if not others or year > others[0])


def _since(flagged: pd.DataFrame, years: list[int]) -> pd.Series:
    unbroken = flagged.to_numpy()[:, ::-1].cumprod(axis=1).sum(axis=1)
    first = np.array(years)[np.maximum(len(years) - unbroken, 0) - (unbroken == 0)]
    return pd.Series(np.where(unbroken > 0, first, np.nan), index=flagged.index)


def _column(result: Attention, name: str) -> pd.Series:
    return result.table[name].astype(bool)
