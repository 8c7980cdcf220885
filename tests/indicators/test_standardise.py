import numpy as np
import pytest

from indicators.standard_population import ESP2013
from indicators.standardise import direct


def test_own_structure_gives_the_crude_rate():
    counts, bases = np.array([[10.0], [30.0]]), np.array([[1000.0], [500.0]])
    assert direct(counts, bases, bases[:, 0], per=1000).value[0] == pytest.approx(40 / 1500 * 1000)


def test_dobson_limits_by_hand():
    # Two bands, weights 1:3. value = 0.25·20/1000 + 0.75·5/500 = 0.0125
    # var = 0.0625·20/1e6 + 0.5625·5/250000 = 1.25e-5
    # X = 25, Byar 16.17433–36.90648: 0.0125 ± √(1.25e-5/25)·(limit − 25)
    found = direct(np.array([[20.0], [5.0]]), np.array([[1000.0], [500.0]]), np.array([1.0, 3.0]), per=1)
    scale = (1.25e-5 / 25) ** 0.5
    assert found.value[0] == pytest.approx(0.0125)
    assert found.lower95[0] == pytest.approx(0.0125 + scale * (16.1743 - 25), abs=1e-6)
    assert found.upper95[0] == pytest.approx(0.0125 + scale * (36.9065 - 25), abs=1e-6)


def test_fewer_than_ten_events_have_no_value():
    found = direct(np.array([[9.0], [0.0]]), np.array([[1000.0], [500.0]]), np.array([1.0, 1.0]))
    assert np.isnan(found.value).all() and np.isnan(found.upper998).all()


def test_the_european_standard_population_has_100000_people():
    assert sum(ESP2013.values()) == 100_000
