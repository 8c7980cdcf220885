import numpy as np

from indicators.pooling import add_years, pool
from indicators.signs import Sign


def test_three_years_are_named_by_the_last():
    found = add_years(np.array([[4.0, 5.0, 6.0, 7.0]]), 3)
    assert np.isnan(found[0, :2]).all()
    assert found[0, 2:].tolist() == [15, 18]


def test_fewer_years_than_the_window_give_nothing():
    assert np.isnan(add_years(np.array([[4.0, 5.0]]), 3)).all()


def test_a_missing_year_makes_every_window_with_it_missing():
    values = np.array([[1.0, np.nan, 3.0, 4.0, 5.0]])
    signs = np.array([[0, Sign.SECRET, 0, 0, 0]], dtype=np.uint8)
    numbers, found = pool(values, signs, 3)
    assert found.tolist() == [[Sign.ABSENT, Sign.ABSENT, Sign.SECRET, Sign.SECRET, Sign.SHOWN]]
    assert numbers[0, 4] == 12


def test_nothing_adds_nothing():
    values = np.array([[np.nan, 2.0, np.nan, np.nan, np.nan]])
    signs = np.array([[Sign.NOTHING, 0, Sign.NOTHING, Sign.NOTHING, Sign.NOTHING]], dtype=np.uint8)
    numbers, found = pool(values, signs, 3)
    assert numbers[0, 2:4].tolist() == [2, 2]
    assert found[0, 2:].tolist() == [Sign.SHOWN, Sign.SHOWN, Sign.NOTHING]
