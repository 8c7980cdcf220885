"""Positions of a spine chart by hand: reach = the farther of least and most from the county."""

import pytest

from tests.views.profile.made_row import NAN, indicator, made_row
from views.profile.row import Held
from views.profile.spine import spine_of


def test_unfavourable_is_left():
    # county 10, areas 0 … 40: reach 30; high is unfavourable, so 40 stands at 0, the county at 0.5
    found = spine_of(made_row(above=Held("Stadt", 16.0, 0)))
    assert (found.left, found.right) == pytest.approx((0, 0.5 + 10 / 60))
    assert (found.inner_left, found.inner_right) == pytest.approx((0.5 - 2 / 60, 0.5 + 5 / 60))
    assert found.value == pytest.approx(0.5 - 10 / 60)
    assert (found.start, found.end) == pytest.approx((0.5 - 20 / 60, 0.5 - 4 / 60))
    assert found.above == pytest.approx(0.4)


@pytest.mark.parametrize("polarity", [0, 1])
def test_high_is_right_where_it_is_good_or_not_judged(polarity):
    found = spine_of(made_row(indicator_=indicator(polarity=polarity)))
    assert found.value == pytest.approx(0.5 + 10 / 60)
    assert (found.left, found.right) == pytest.approx((0.5 - 10 / 60, 1))


def test_an_interval_ends_at_the_edge():
    found = spine_of(made_row(upper95=95.0))
    assert found.start == 0


def test_a_hidden_value_has_no_mark_and_the_range_stays():
    found = spine_of(made_row(value=NAN, lower95=NAN, upper95=NAN))
    assert found.value != found.value and found.start != found.start
    assert found.left == 0


def test_a_target_outside_of_all_areas_is_left_out():
    assert spine_of(made_row(indicator_=indicator(target=4.0))).target == pytest.approx(0.6)
    assert spine_of(made_row(indicator_=indicator(target=80.0))).target != 0


@pytest.mark.parametrize("changes", [{"whole": NAN}, {"range": None}, {"spread": (10, 10, 10, 10, 10)}])
def test_without_a_yardstick_there_is_no_spine(changes):
    assert spine_of(made_row(**changes)) is None
