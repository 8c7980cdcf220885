import numpy as np
import pandas as pd
import pytest

from indicators.rates import proportion
from indicators.shapes import area_names
from problem import DataError


def test_areas_are_named_by_label_or_position():
    at = np.array([False, True, True])
    assert area_names(pd.Series([1, 2, 3], index=["a", "b", "c"]), at) == ["b", "c"]
    assert area_names([1, 2, 3], at) == ["1", "2"]


def test_areas_by_years_are_named_once_each():
    at = np.array([[False, False], [True, True], [False, True]])
    assert area_names(np.zeros((3, 2)), at) == ["1", "2"]
    assert area_names(pd.DataFrame(np.zeros((3, 2)), index=["a", "b", "c"]), at) == ["b", "c"]


def test_an_error_names_the_area_and_not_the_cell():
    with pytest.raises(DataError) as error:
        proportion(np.array([[1.0, 1], [1, 30]]), np.full((2, 2), 20.0))
    assert list(error.value.problems[0].areas) == ["1"]
