import numpy as np

from indicators.benchmark import Comparison, compare, is_unfavourable
from indicators.rates import Estimate, proportion


def _estimate(lower95, upper95, lower998, upper998):
    arrays = (np.array([number]) for number in (np.nan, lower95, upper95, lower998, upper998))
    return Estimate(*arrays)


def test_touching_the_benchmark_is_similar():
    assert compare(_estimate(10, 12, 9, 13), 10.0)[0] == Comparison.SIMILAR


def test_two_levels_of_certainty():
    assert compare(_estimate(10.1, 12, 9, 13), 10.0)[0] == Comparison.HIGHER
    assert compare(_estimate(10.1, 12, 10.05, 13), 10.0)[0] == Comparison.MUCH_HIGHER
    assert compare(_estimate(7, 9.9, 6, 10), 10.0)[0] == Comparison.LOWER


def test_real_municipalities_against_their_county():
    # BBSR INKAR 2024, unemployed of 15–64 in 2021: county 4.83 %
    found = proportion([393, 1877, 681], [12661, 27081, 14039])  # Wachtberg, Siegburg, Meckenheim
    expected = [Comparison.MUCH_LOWER, Comparison.MUCH_HIGHER, Comparison.SIMILAR]
    assert compare(found, 100 * 18302 / 379009).tolist() == expected


def test_missing_is_not_compared():
    assert compare(_estimate(np.nan, np.nan, np.nan, np.nan), 10.0)[0] == Comparison.NOT_COMPARED
    assert compare(_estimate(10.1, 12, 9, 13), np.nan)[0] == Comparison.NOT_COMPARED


def test_unfavourable_follows_the_polarity():
    codes = [Comparison.MUCH_HIGHER, Comparison.HIGHER, Comparison.MUCH_LOWER, Comparison.NOT_COMPARED]
    assert is_unfavourable(codes, polarity=-1).tolist() == [True, False, False, False]
    assert is_unfavourable(codes, polarity=-1, confidence=95).tolist() == [True, True, False, False]
    assert is_unfavourable(codes, polarity=1).tolist() == [False, False, True, False]
    assert not is_unfavourable(codes, polarity=0).any()
