"""Trend statistics of base R 4.2.2 on six series: trend in proportions and the slopes of two regressions.

No counterpart here: heterogeneity χ², standard error, p-value, limits and intercept of the ordinary regression,
Poisson log-linear trend, Kendall, Sen; the p-value of the trend (the product compares χ² with its 99.8 % limit). The
series "covid_gap" has no years 2020 and 2021: R takes it with its gap, the product tests consecutive years only.
"""

import numpy as np
import pytest

from indicators.cochran_armitage import cochran_armitage
from indicators.trend import Trend, recent_trend
from indicators.weighted_slope import weighted_slope

CONSECUTIVE = ["smokers_help", "falling", "flat", "zeros", "ties"]


def _series(published, name):
    table = published.table("input.csv").query("set == @name").sort_values("t")
    return table.set_index("t")[["x", "n"]].astype(float)


@pytest.mark.parametrize("name", CONSECUTIVE)
def test_trend_in_proportions(against, name):
    published = against("r_trend")
    series, expected = _series(published, name), published.table("expected.csv", index_col="set").loc[name]
    chi_square, slope = cochran_armitage(series["x"], series["n"])
    published.check("chi-square", [chi_square], [expected["chisq_trend"]])
    published.check("slope weighted with the base", [slope * 1000], [expected["wls_slope"]])
    rates = (series["x"] / series["n"] * 1000).to_numpy()
    published.check("slope", [weighted_slope(rates, np.ones(len(rates)))[0]], [expected["lm_slope"]])


def test_a_gap_in_the_years_is_not_skipped(against):
    series = _series(against("r_trend"), "covid_gap")
    found = recent_trend(series["x"], series["n"])
    assert found.direction == Trend.NOT_TESTED
