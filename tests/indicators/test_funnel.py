"""Control limits as the funnel plot tool of PHE/OHID prints them (PHEindicatormethods 2.1, its test tables)."""

import numpy as np
import pandas as pd
import pytest

from indicators.benchmark import compare
from indicators.funnel import funnel_limits_events, funnel_limits_proportion
from indicators.rates import crude_rate, proportion
from problem import DataError

# population, 95 % limits and 99.8 % limits in percent, six decimals printed; baseline 80.642448
PROPORTIONS = [(1, 3.204264, 100, 0, 100), (2, 25.885383, 100, 0, 100), (4, 41.923356, 100, 19.594903, 100)]
# events, expected events at which they lie on the lower and on the upper limit: at 95 %, at 99.8 %
RATIOS = [
    (1, (5.571644585, 0.025317898), (9.233410143, 0.001000547)),
    (2, (7.224687515, 0.242209467), (11.22886836, 0.04540199)),
    (4, (10.24158653, 1.089865762), (14.79414916, 0.42855244)),
]


def test_limits_of_proportions_as_published():
    table = np.array(PROPORTIONS)
    for confidence, columns in ((0.95, (1, 2)), (0.998, (3, 4))):
        found = funnel_limits_proportion(0.80642448, table[:, 0], confidence)
        assert np.column_stack(found) * 100 == pytest.approx(table[:, columns], abs=1e-5)


@pytest.mark.parametrize(("confidence", "column"), [(0.95, 1), (0.998, 2)])
@pytest.mark.parametrize("benchmark", [1.0, 0.0012])
def test_limits_of_rates_as_published(confidence, column, benchmark):
    # The tool bisects to 1e-7, which is 5e-5 of the smallest numbers.
    for events, *expected in RATIOS:
        bases = np.array(expected[column - 1]) / benchmark
        found = funnel_limits_events(benchmark, bases, confidence)
        assert found.lower[0] == pytest.approx(events / bases[0], rel=1e-4)
        assert found.upper[1] == pytest.approx(events / bases[1], rel=1e-4)


@pytest.mark.parametrize(("confidence", "level"), [(0.95, 1), (0.998, 2)])
def test_shares_outside_the_funnel_are_those_that_differ(confidence, level):
    base = np.repeat(np.arange(1.0, 120), 120)
    count = np.minimum(np.tile(np.arange(120.0), 119), base)
    lower, upper = funnel_limits_proportion(0.2, base, confidence)
    outside = np.where(count / base > upper, 1, np.where(count / base < lower, -1, 0))
    code = compare(proportion(count, base, per=1), 0.2)
    assert (outside == np.sign(code) * (np.abs(code) >= level)).all()


def test_few_events_outside_the_funnel_are_those_that_differ():
    base, count = np.repeat(np.linspace(0.5, 40, 200), 10), np.tile(np.arange(10.0), 200)
    lower, upper = funnel_limits_events(1.0, base)
    outside = np.where(count / base > upper, 1, np.where(count / base < lower, -1, 0))
    assert (outside == np.sign(compare(crude_rate(count, base, per=1), 1.0))).all()


def test_limits_close_in_on_the_benchmark():
    for method in (funnel_limits_proportion, funnel_limits_events):
        lower, upper = method(0.3, np.geomspace(1, 1e6, 50))
        assert (np.diff(lower) >= 0).all() and (np.diff(upper) <= 0).all()
        assert (lower[-1], upper[-1]) == pytest.approx((0.3, 0.3), abs=2e-3)


def test_ends_of_the_scale():
    for share in (0.0, 1.0):
        assert [limit.tolist() for limit in funnel_limits_proportion(share, [10])] == [[share], [share]]
    assert [limit.tolist() for limit in funnel_limits_events(0.0, [10])] == [[0], [0]]
    assert funnel_limits_events(1.0, [3.6]).lower[0] == 0  # 0 events have the upper limit 3.69


def test_missing_and_faulty_bases():
    bases = pd.Series([100.0, np.nan], index=["a", "b"])
    for method in (funnel_limits_proportion, funnel_limits_events):
        assert [limit.isna().to_dict() for limit in method(0.2, bases)] == [{"a": False, "b": True}] * 2
        with pytest.raises(DataError) as error:
            method(0.2, bases * 0)
        assert error.value.problems[0].areas == ["a"]
        with pytest.raises(ValueError, match="benchmark"):
            method(-0.2, bases)
    with pytest.raises(ValueError, match="share"):
        funnel_limits_proportion(20.0, bases)
