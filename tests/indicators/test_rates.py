import pytest

from indicators.rates import crude_rate, proportion, quotient


def test_county_share_of_unemployed_2021():
    # BBSR INKAR 2024: 18,302 of 379,009
    assert proportion([18302], [379009]).value[0] == pytest.approx(4.8289, abs=5e-5)


def test_proportion_in_percent_with_its_limits():
    found = proportion([5], [100])
    assert found.value[0] == 5
    assert (found.lower95[0], found.upper95[0]) == pytest.approx((2.154368, 11.175047), abs=1e-6)
    assert (found.lower998[0], found.upper998[0]) == pytest.approx((1.386532, 16.458852), abs=1e-6)


def test_rate_may_exceed_its_base():
    # PHE: 20 per 100 → 12.2114–30.8899; 3 events per 2 inhabitants are allowed
    found = crude_rate([20, 3], [100, 2], per=100)
    assert (found.value[0], found.lower95[0], found.upper95[0]) == pytest.approx((20, 12.2114288, 30.8898804))
    assert found.value[1] == 150


def test_a_quotient_of_given_quantities_has_no_interval():
    found = quotient([608335], [1153.2])
    assert found.value[0] == pytest.approx(527.52, abs=0.005)
    assert str(found.lower95[0]) == "nan"
