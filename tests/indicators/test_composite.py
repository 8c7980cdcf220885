import numpy as np
import pandas as pd
import pytest
from pandas.testing import assert_frame_equal

from indicators.composite import (
    aggregate,
    contributions,
    dynamics_class,
    index_of,
    normalise,
    status_class,
    status_dynamics,
)
from problem import DataError

# Mean 5, population SD 2, sample SD √(32/7)
EIGHT = pd.DataFrame({"A": [2.0, 4, 4, 4, 5, 5, 7, 9]})


def test_z_uses_the_population_standard_deviation():
    assert normalise(EIGHT, polarity={"A": -1})["A"].tolist() == [-1.5, -0.5, -0.5, -0.5, 0, 0, 1, 2]
    assert normalise(EIGHT)["A"].tolist() == [-1.5, -0.5, -0.5, -0.5, 0, 0, 1, 2]


def test_z_with_the_sample_standard_deviation():
    assert normalise(EIGHT, ddof=1)["A"].tolist() == pytest.approx([x / np.sqrt(32 / 7) for x in EIGHT["A"] - 5])


def test_ranks_percentiles_and_scale():
    assert normalise(EIGHT, "rank")["A"].tolist() == [1, 2, 2, 2, 5, 5, 7, 8]
    # scipy 1.17, percentileofscore(kind="mean") / 100
    expected = [0.0625, 0.3125, 0.3125, 0.3125, 0.625, 0.625, 0.8125, 0.9375]
    assert normalise(EIGHT, "percentile")["A"].tolist() == expected
    assert normalise(EIGHT, "minmax")["A"].tolist() == pytest.approx([0, 2 / 7, 2 / 7, 2 / 7, 3 / 7, 3 / 7, 5 / 7, 1])


def test_favourable_indicators_are_turned():
    assert normalise(EIGHT, polarity=pd.Series({"A": 1}))["A"].tolist() == [1.5, 0.5, 0.5, 0.5, 0, 0, -1, -2]
    assert normalise(EIGHT, "rank", polarity={"A": 1})["A"].tolist() == [8, 5, 5, 5, 3, 3, 2, 1]
    assert normalise(EIGHT, "minmax", polarity={"A": 1})["A"].iloc[[0, -1]].tolist() == [1, 0]


def test_polarity_is_joined_by_name():
    values = pd.DataFrame({"A": [1.0, 2, 3], "B": [1.0, 2, 3]})
    found = normalise(values, polarity=pd.Series({"B": 1, "C": -1, "A": -1}))
    assert (found["A"] == -found["B"]).all() and found["A"].is_monotonic_increasing
    for polarity in ({"A": -1}, {"A": -1, "B": 0}, {"A": -1, "B": np.nan}):
        with pytest.raises(ValueError, match=r"polarity.* B"):
            normalise(values, polarity=polarity)


@pytest.mark.parametrize("method", ["z", "minmax"])
@pytest.mark.parametrize("ddof", [0, 1])
def test_constant_indicators_are_an_error_that_names_them(method, ddof):
    # Three times 0.1 has the standard deviation 1e-17, not 0.
    values = pd.DataFrame({"A": [1.0, 2, 4], "B": [0.1, 0.1, 0.1], "C": [np.nan, 3, np.nan]})
    with pytest.raises(DataError) as error:
        normalise(values, method, ddof, {"A": -1, "B": -1, "C": 1})
    assert [problem.facts for problem in error.value.problems] == [{"indicator": "B"}, {"indicator": "C"}]
    assert {problem.code for problem in error.value.problems} == {"indicator_constant"}


def test_constant_indicators_and_one_area_have_ranks():
    assert normalise(pd.DataFrame({"A": [3.0, 3.0]}), "rank")["A"].tolist() == [1, 1]
    assert normalise(pd.DataFrame({"A": [3.0, 3.0]}), "percentile")["A"].tolist() == [0.5, 0.5]
    assert normalise(pd.DataFrame({"A": [3.0]}), "percentile")["A"].tolist() == [0.5]


@pytest.mark.parametrize("method", ["z", "rank", "percentile", "minmax"])
def test_missing_values_stay_missing_and_move_nothing(method):
    with_gap = pd.DataFrame({"A": [2.0, np.nan, 4, 4, 4, 5, 5, 7, 9], "B": np.nan})
    found = normalise(with_gap, method)
    assert np.isnan(found.loc[1, "A"]) and found["B"].isna().all()
    assert found["A"].dropna().tolist() == normalise(EIGHT, method)["A"].tolist()


def test_an_unknown_method_is_refused():
    with pytest.raises(ValueError, match="log is none of z, rank, percentile, minmax"):
        normalise(EIGHT, "log")


SCORES = pd.DataFrame({"A": [0.2, 0.9, np.nan, 0.0], "B": [0.8, 0.1, 0.5, 0.5]}, index=["a", "b", "c", "d"])


def test_means_by_hand():
    # √(0.2 · 0.8) = 0.4, √(0.9 · 0.1) = 0.3; one score of 0 makes the geometric mean 0
    assert aggregate(SCORES).iloc[[0, 1, 3]].tolist() == pytest.approx([0.5, 0.5, 0.25])
    assert aggregate(SCORES, "geometric").iloc[[0, 1, 3]].tolist() == pytest.approx([0.4, 0.3, 0])


def test_weights_are_joined_by_name_and_brought_to_one():
    weights = pd.Series({"C": 9, "B": 2, "A": 6})
    assert aggregate(SCORES, weights=weights).iloc[0] == pytest.approx(0.75 * 0.2 + 0.25 * 0.8)
    assert aggregate(SCORES, "geometric", weights).iloc[0] == pytest.approx(0.2**0.75 * 0.8**0.25)
    for wrong in ({"A": 1}, {"A": 1, "B": 0}, {"A": 1, "B": -1}, {"A": 1, "B": np.nan}):
        with pytest.raises(ValueError, match=r"weight.* B"):
            aggregate(SCORES, weights=wrong)


@pytest.mark.parametrize("how", ["arithmetic", "geometric"])
def test_an_area_with_a_missing_indicator_has_no_index(how):
    assert aggregate(SCORES, how).isna().to_dict() == {"a": False, "b": False, "c": True, "d": False}
    assert aggregate(pd.DataFrame(index=["a", "b"]), how).isna().all()


def test_z_scores_have_no_geometric_mean():
    with pytest.raises(ValueError, match=r"below 0, such as z-scores.* A"):
        aggregate(normalise(EIGHT), "geometric")
    with pytest.raises(ValueError, match="neither"):
        aggregate(SCORES, "harmonic")


def test_contributions_add_up_to_the_index():
    parts = contributions(SCORES, {"A": 1, "B": 3})
    assert parts.loc["a"].tolist() == pytest.approx([0.05, 0.6])
    assert np.isnan(parts.loc["c", "A"]) and parts.loc["c", "B"] == pytest.approx(0.375)
    assert parts.sum(axis=1, skipna=False).tolist()[:2] == pytest.approx(
        aggregate(SCORES, weights={"A": 1, "B": 3})[:2]
    )


def test_a_missing_indicator_gives_no_index():
    index = index_of(pd.DataFrame({"A": [1.0, -1.0, np.nan], "B": [1.0, -1.0, 0.0]}))
    assert index.tolist()[:2] == [1, -1] and np.isnan(index.iloc[2])


def test_indicators_that_cancel_out_give_no_index():
    # The sum of A and its opposite is 0 but for rounding, which must not be blown up to ±1.
    values = pd.DataFrame({"A": np.sqrt(np.arange(25.0)), "B": -3 * np.sqrt(np.arange(25.0)) + 0.1})
    assert index_of(normalise(values)).isna().all()


def _with_enough_areas(*numbers):
    return pd.Series([*numbers, *[0.0] * 20])


def test_borders_belong_to_the_milder_class():
    found = status_class(_with_enough_areas(-1.0001, -1, 1, 1.0001, 1.5, 1.5001, np.nan))
    assert found.tolist()[:7] == ["hoch", "mittel", "mittel", "niedrig", "niedrig", "sehr niedrig", ""]
    found = dynamics_class(_with_enough_areas(-1.0001, -1, 1, 1.0001))
    assert found.tolist()[:4] == ["positiv", "stabil", "stabil", "negativ"]


def test_fewer_than_twenty_areas_have_no_classes():
    assert set(status_class(pd.Series(np.linspace(-3, 3, 19)))) == {""}


def test_status_and_dynamics_are_joined_by_area():
    # 25 areas, A = 0 … 24: mean 12, SD √52; changes run the other way and lack an area
    values = pd.DataFrame({"A": np.arange(25.0)}, index=[f"g{number:02}" for number in range(25)])
    changes = pd.DataFrame({"A": -np.arange(30.0)}, index=[f"g{number:02}" for number in range(30)])
    found = status_dynamics(values, changes[::-1], {"A": -1})
    assert found["status_index"].tolist() == pytest.approx(((np.arange(25) - 12) / np.sqrt(52)).tolist())
    assert found["dynamics_index"].tolist() == pytest.approx((-found["status_index"]).tolist())
    assert found.loc["g24", ["status", "dynamics"]].tolist() == ["sehr niedrig", "positiv"]
    without = status_dynamics(values, changes.drop("g24"), {"A": -1})
    assert np.isnan(without.loc["g24", "dynamics_index"]) and without.loc["g24", "dynamics"] == ""
    assert without["status"].equals(found["status"])


def test_status_without_an_earlier_year():
    values = pd.DataFrame({"A": np.arange(25.0)})
    found = status_dynamics(values, pd.DataFrame(index=values.index), {"A": -1})
    assert found["dynamics_index"].isna().all() and set(found["dynamics"]) == {""}
    expected = status_dynamics(values, values, {"A": -1})
    assert_frame_equal(found[["status_index", "status"]], expected[["status_index", "status"]])
