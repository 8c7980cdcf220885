import numpy as np
import pandas as pd
import pytest

from indicators.composite import dynamics_class, index_of, status_class, z_scores
from problem import DataError


def test_z_uses_the_population_standard_deviation():
    # 2, 4, 4, 4, 5, 5, 7, 9: mean 5, population SD 2
    values = pd.DataFrame({"A": [2.0, 4, 4, 4, 5, 5, 7, 9]})
    assert z_scores(values, pd.Series({"A": -1}))["A"].tolist() == [-1.5, -0.5, -0.5, -0.5, 0, 0, 1, 2]


def test_favourable_indicators_are_turned():
    values = pd.DataFrame({"A": [2.0, 4, 4, 4, 5, 5, 7, 9]})
    assert z_scores(values, pd.Series({"A": 1}))["A"].tolist() == [1.5, 0.5, 0.5, 0.5, 0, 0, -1, -2]


def test_a_constant_indicator_is_an_error_that_names_it():
    with pytest.raises(DataError) as error:
        z_scores(pd.DataFrame({"A": [1.0, 2.0], "B": [3.0, 3.0]}), pd.Series({"A": -1, "B": -1}))
    assert error.value.problems[0].facts == {"indicator": "B"}


def test_a_missing_indicator_gives_no_index():
    index = index_of(pd.DataFrame({"A": [1.0, -1.0, np.nan], "B": [1.0, -1.0, 0.0]}))
    assert index.tolist()[:2] == [1, -1] and np.isnan(index.iloc[2])


def _with_enough_areas(*numbers):
    return pd.Series([*numbers, *[0.0] * 20])


def test_borders_belong_to_the_milder_class():
    found = status_class(_with_enough_areas(-1.0001, -1, 1, 1.0001, 1.5, 1.5001, np.nan))
    assert found.tolist()[:7] == ["hoch", "mittel", "mittel", "niedrig", "niedrig", "sehr niedrig", ""]
    found = dynamics_class(_with_enough_areas(-1.0001, -1, 1, 1.0001))
    assert found.tolist()[:4] == ["positiv", "stabil", "stabil", "negativ"]


def test_fewer_than_twenty_areas_have_no_classes():
    assert set(status_class(pd.Series(np.linspace(-3, 3, 19)))) == {""}
