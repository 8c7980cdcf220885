"""On counties without effect the interval holds 0 in 93 to 97 of 100, whatever the areas do and for whatever they were chosen.

1,000 counties each; the standard error of such a share is 0.7. The slow ones take 10,000 for narrower bounds.
"""

import numpy as np
import pytest

from tests.indicators.counties_without_effect import County, Study, covers, run

QUIET, USUAL, RESTLESS = County(drift=0.0), County(), County(drift=3.0, serial=0.7)
LASTING, ALL_ALIKE = County(drift=2.0, serial=0.9), County(levels=(15, 16), drift=2.0, serial=0.7)
SMALL, LARGE = County(sizes=(300, 900)), County(sizes=(3000, 10_000))
COUNTIES = [QUIET, USUAL, RESTLESS, LASTING, ALL_ALIKE, SMALL, LARGE]
NAMES = ["quiet", "usual", "restless", "lasting", "all alike", "small", "large"]


@pytest.mark.parametrize("treated", [1, 4])
@pytest.mark.parametrize("county", COUNTIES, ids=NAMES)
def test_the_interval_holds_0_although_the_worst_were_chosen(county, treated):
    found = run(county, Study(treated=treated))
    assert 93 <= covers(found) <= 97
    # and no side is told more often than the other: of 1,000, 25 ± 5 each
    assert max((found.upper95 < 0).mean(), (found.lower95 > 0).mean()) < 0.045


@pytest.mark.parametrize("compared", [5, 8, 15])
def test_with_few_and_many_compared_areas(compared):
    assert 93 <= covers(run(USUAL, Study(compared=compared))) <= 97


@pytest.mark.parametrize("treated", [1, 4])
@pytest.mark.parametrize("county", [USUAL, LASTING, SMALL], ids=["usual", "lasting", "small"])
def test_with_three_pooled_years(county, treated):
    assert 93 <= covers(run(county, Study(treated=treated, pool=3), runs=4000)) <= 97


def test_an_effect_is_found_and_measured_right():
    found = run(County(effect=-6.0), Study(treated=4))
    assert 93 <= covers(found, -6.0) <= 97
    assert found.value.mean() == pytest.approx(-6.0, abs=0.1)
    assert (found.upper95 < 0).mean() > 0.9


def test_the_year_of_the_choice_among_those_before_would_make_every_measure_work():
    """What the mirrored years are for: with it, 0 is outside on the favourable side in far more than one of forty."""
    wrong = run(ALL_ALIKE, Study(treated=4, with_choice=True))
    assert covers(wrong) < 90 and (wrong.upper95 < 0).mean() > 0.08
    assert covers(run(ALL_ALIKE, Study(treated=4))) >= 93


def test_larger_values_that_drift_more_need_areas_of_similar_value():
    county = County(levels=(3, 12), drift=0.75, proportional=True, trend=0.0)
    assert covers(run(county)) < 93
    near = run(county, Study(caliper=True))
    stated = np.isfinite(near.value)
    assert stated.mean() > 0.9
    assert 93 <= covers(near._replace(lower95=near.lower95[stated], upper95=near.upper95[stated])) <= 97


def test_people_who_stay_make_the_interval_no_narrower_than_it_should_be():
    """Chance is then the same every year and cancels out: the scale takes most of the variance back."""
    found = run(County(drift=0.0, persist=True))
    assert covers(found) >= 95


def test_what_is_not_cured_counts_against_the_measure_and_never_for_it():
    """A rise that never comes back: the areas chosen at its end lie higher afterwards than before."""
    found = run(County(levels=(10, 30), drift=1.0, serial=1), Study(treated=4))
    assert found.value.mean() > 0 and (found.upper95 < 0).mean() < 0.025


@pytest.mark.slow
@pytest.mark.parametrize("treated", [1, 4, 10])
@pytest.mark.parametrize("compared", [5, 10, 20])
@pytest.mark.parametrize("county", COUNTIES, ids=NAMES)
def test_the_same_in_10_000_counties(county, compared, treated):
    assert 93 <= covers(run(county, Study(treated=treated, compared=compared), runs=10_000, seed=11)) <= 97
