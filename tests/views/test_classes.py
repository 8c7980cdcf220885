"""Own bounds of a map and the words of its legend."""

import numpy as np
import pytest

from indicators.classify import Scheme
from views.class_choice import bounds_from, read_classes, schemes_for
from views.class_ranges import class_ranges


@pytest.mark.parametrize(
    ("text", "bounds"),
    [
        ("0; 5; 12,5", (0, 5, 12.5)),
        ("12.5;5;0;5", (0, 5, 12.5)),
        ("-3", (-3,)),
        (" 10 ; ", (10,)),
        ("", ()),
        ("10 %", ()),
        ("1;zwei", ()),
        ("1e9", ()),
        ("nan", ()),
        ("1;2;3;4;5;6;7", ()),  # eight classes
        ("1;2;3;4;5;6", (1, 2, 3, 4, 5, 6)),
    ],
)
def test_only_numbers_are_bounds(text, bounds):
    assert bounds_from(text) == bounds


def test_ranges_begin_at_the_smallest_value_of_the_series():
    series = np.array([[3.14, 8.0], [np.nan, 12.0]])
    assert class_ranges(series, [5.0, 12.0], 1) == ["3,1 bis 5,0", "über 5,0 bis 12,0"]
    assert class_ranges(np.array([5.0]), [5.0], 1) == ["5,0"]


def test_ranges_of_own_bounds():
    series = np.array([3.0, 9.0])
    assert class_ranges(series, [0, 5, 9], 1) == ["bis 0,0", "über 0,0 bis 5,0", "über 5,0 bis 9,0"]
    assert class_ranges(series, [4.25, 9], 1) == ["3,0 bis 4,25", "über 4,25 bis 9,0"]


def test_standard_deviations_need_twenty_areas():
    """Below, mean and standard deviation say too little; a link that asks for them falls back."""
    assert "deviation" in schemes_for((), 20) and "deviation" not in schemes_for((), 19)
    assert schemes_for((), 3) == ["quantile", "equal", "pretty", "natural", "split", "own"]
    assert "fixed" in schemes_for((1.0,), 3)
    link = {"klassen": "deviation"}.get
    assert read_classes((), lambda param: link(param, ""), 1.0, 20).scheme is Scheme.DEVIATION
    assert read_classes((), lambda param: link(param, ""), 1.0, 19).scheme is Scheme.QUANTILE


def test_own_bounds_are_chosen_before_they_are_entered():
    # The link that the frame writes back must not undo the choice while the reader is still typing.
    choice = read_classes((), lambda param: {"klassen": "own", "grenzen": ""}.get(param, ""), 1.0, 158)
    assert choice.scheme is Scheme.OWN and choice.drawn.scheme is Scheme.QUANTILE
    entered = read_classes((), lambda param: {"klassen": "own", "grenzen": "4;5,5"}.get(param, ""), 1.0, 158)
    assert entered.drawn == entered and entered.own == (4, 5.5)
