"""Wrong numbers that another system of this kind has shown; each test holds the right one, worked out by hand."""

import numpy as np
import pandas as pd
import pytest

from indicators.aggregate import add_up
from indicators.benchmark import Comparison, compare
from indicators.composite import aggregate, contributions, normalise
from indicators.counts import Counts
from indicators.rates import proportion
from indicators.signs import DELIVERED_CODES, Sign
from indicators.trend import change, cochran_armitage, recent_trend
from monitor.folder_counts import read_counts
from monitor.row_checks import with_signed

QUARTERS, WHOLE = ["a", "b", "c"], pd.Index(["county"])


def _whole(counts, bases, signs=(Sign.SHOWN,) * 3):
    """Count and base of the county, added up from three quarters; a cell with a sign has no number."""
    rows = [
        (area, 2024, measure, "", value if sign == Sign.SHOWN else np.nan, int(sign))
        for measure, values in (("count", counts), ("base", bases))
        for area, value, sign in zip(QUARTERS, values, signs, strict=True)
    ]
    columns = ["area", "year", "measure", "group", "value", "sign"]
    parts = Counts.from_tidy(pd.DataFrame(rows, columns=columns))
    found = add_up(parts, pd.Series("county", index=QUARTERS), WHOLE)
    return [found.values[found.positions(name)[0], :, 0] for name in ("count", "base")]


@pytest.mark.parametrize("empty", [Sign.SHOWN, Sign.NOTHING])
def test_shares_are_added_up_from_counts(empty):
    # Shares of 10, 0 and none: 30 of 300, 0 of 100, nobody lives in c. 30/400 = 7.5 %; weighted with the shares
    # themselves it would be another number, as plain mean 5 % or 3.3 %.
    count, base = _whole([30.0, 0, 0], [300.0, 100, 0], [Sign.SHOWN, Sign.SHOWN, empty])
    assert proportion(count, base).value.tolist() == [7.5]


def test_a_fall_to_zero_counts():
    # 3, 3, 0 of 100: by the regression −1.5 a year, −50 % of the first year, and −3 points since then
    _, slope = cochran_armitage([3, 3, 0], [100, 100, 100])
    assert slope / 0.03 == pytest.approx(-0.5)
    assert change(proportion([0], [100]), proportion([3], [100])).value.tolist() == [-3]
    found = recent_trend([40, 30, 20, 10, 0], [400] * 5)
    assert found.direction == -1 and found.slope == pytest.approx(-2.5)


def test_a_steady_rise_is_a_rise():
    # The rank correlation of 1, 2, 3, 4 with time is +1: the slope is positive, one in a hundred a year.
    _, slope = cochran_armitage([1, 2, 3, 4], [100] * 4)
    assert slope == pytest.approx(0.01)


def test_a_missing_value_moves_no_other_area():
    values = pd.DataFrame({"A": [0.0, 5, 10, 10], "B": [4.0, 0, 8, 2]}, index=["a", "b", "c", "d"])
    with_gap = values.copy()
    with_gap.loc["b", "A"] = np.nan  # neither the smallest nor the largest: the scale stays
    found = aggregate(normalise(with_gap, "minmax"))
    assert found.drop("b").to_dict() == {"a": 0.25, "c": 1.0, "d": 0.625} and np.isnan(found["b"])
    parts = contributions(normalise(with_gap, "minmax"), {"B": 1, "A": 1})
    assert parts.loc["d"].to_dict() == {"A": 0.5, "B": 0.125} and parts.loc["c"].to_dict() == {"A": 0.5, "B": 0.5}


def test_the_benchmark_is_the_countys_own_value():
    # 10 of 100, 90 of 300, 20 of 200: the county has 120 of 600 = 20 %, the mean of the areas would be 16.7 %.
    counts, bases = [10.0, 90, 20], [100.0, 300, 200]
    whole = proportion(*_whole(counts, bases)).value
    assert whole.tolist() == [20]
    # 10 of 100 (Wilson 5.5–17.4 %) is lower than 20, and would not be lower than 16.7.
    assert compare(proportion(counts, bases), whole)[0] == Comparison.LOWER
    assert compare(proportion(counts, bases), np.mean([10, 30, 10]))[0] == Comparison.SIMILAR


@pytest.mark.parametrize("code", DELIVERED_CODES)
def test_a_protected_value_never_becomes_zero(tmp_path, code):
    (tmp_path / "counts.csv").write_text(
        f"gebiet;jahr;merkmal;gruppe;wert\na;2024;x;;7\nb;2024;x;;{code}\nc;2024;x;;0\n", encoding="utf-8"
    )
    rows, problems = read_counts(tmp_path)
    counts = Counts.from_tidy(with_signed(rows, set()))
    assert not problems
    assert counts.signs[0, :, 0].tolist() == [Sign.SHOWN, DELIVERED_CODES[code], Sign.SHOWN]
    np.testing.assert_array_equal(counts.values[0, :, 0], [7, np.nan, 0])
    total = add_up(counts, pd.Series("county", index=QUARTERS), WHOLE)
    nothing = DELIVERED_CODES[code] == Sign.NOTHING  # "there is nothing to count": adds nothing, and is no secret
    assert total.signs[0, 0, 0] == (Sign.SHOWN if nothing else DELIVERED_CODES[code])
    np.testing.assert_array_equal(total.values[0, 0, 0], 7 if nothing else np.nan)
