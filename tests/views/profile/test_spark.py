"""A course as a line: positions by hand, gaps where a year has no value."""

import pytest

from indicators.signs import Sign
from tests.views.profile.made_row import NAN, course, made_row
from views.profile.spark import spark_of


def test_positions_by_hand():
    found = spark_of(made_row(course=course([10, 20, 15], lower=[5, 18, 12], upper=[12, 25, 20])))
    [run] = found.runs
    assert [point.x for point in run] == [0, 0.5, 1]
    assert [point.y for point in run] == pytest.approx([5 / 20, 15 / 20, 10 / 20])
    assert (run[1].lower, run[1].upper) == pytest.approx((13 / 20, 1))


def test_a_hidden_year_breaks_the_line_and_is_marked():
    found = spark_of(made_row(course=course([10, NAN, 15, 16])))
    assert [len(run) for run in found.runs] == [1, 2]
    assert found.hidden == pytest.approx((1 / 3,))


def test_a_missing_year_breaks_the_line_and_is_not_marked_as_hidden():
    signs = [Sign.SHOWN, Sign.ABSENT, Sign.SHOWN]
    found = spark_of(made_row(course=course([10, NAN, 15], signs=signs)))
    assert ([len(run) for run in found.runs], found.hidden) == ([1, 1], ())


def test_a_year_without_any_delivery_breaks_the_line():
    years = course([10, 11, 12, 13]).drop(2022)
    assert [len(run) for run in spark_of(made_row(course=years)).runs] == [2, 1]


def test_one_year_and_none():
    [[point]] = spark_of(made_row(course=course([10]))).runs
    assert (point.x, point.y) == (0, 0.5)
    assert spark_of(made_row(course=course([NAN]))) == ((), ())
