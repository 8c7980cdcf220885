"""Words of a change; true minus sign and thousands as in DIN 5008."""

import math

import numpy as np
import pytest

from indicators.catalogue import Indicator, Method
from indicators.classify import diverging_breaks
from texts.change import change_words, class_words, direction_words, secured_words


def _indicator(unit):
    return Indicator("I", "", "", Method.RATIO, "x", "", unit=unit)


@pytest.mark.parametrize(
    ("unit", "value", "decimals", "words"),
    [
        ("%", 4.06, 1, "+4,1 Prozentpunkte"),
        ("%", -4.06, 1, "−4,1 Prozentpunkte"),
        ("%", -0.25, 2, "−0,25 Prozentpunkte"),
        ("Einw. je km²", 12.0, 0, "+12 Einw. je km²"),
        ("je 1.000 Einwohner", -1234.5, 1, "−1.234,5 je 1.000 Einwohner"),
        ("", 3.0, 0, "+3"),
        ("%", 0.0, 1, "unverändert"),
        ("%", 0.04, 1, "unverändert"),
        ("%", -0.04, 1, "unverändert"),
        ("%", math.nan, 1, "–"),
    ],
)
def test_change_words(unit, value, decimals, words):
    assert change_words(_indicator(unit), value, decimals) == words


def test_numbers_of_a_table_are_taken_as_they_are():
    assert change_words(_indicator("%"), np.float64(4.06), 1) == "+4,1 Prozentpunkte"
    assert secured_words(np.True_, np.True_) == "statistisch gesichert (95 %)"


@pytest.mark.parametrize(
    ("secured", "tested", "words"),
    [
        (True, True, "statistisch gesichert (95 %)"),
        (False, True, "statistisch nicht gesichert"),
        (False, False, ""),
    ],
)
def test_secured_words(secured, tested, words):
    assert secured_words(secured, tested) == words


@pytest.mark.parametrize(
    ("value", "polarity", "words"),
    [
        (2.0, -1, "ungünstiger geworden"),
        (-2.0, -1, "günstiger geworden"),
        (2.0, 1, "günstiger geworden"),
        (-2.0, 1, "ungünstiger geworden"),
        (2.0, 0, "gestiegen"),
        (-2.0, 0, "gesunken"),
        (0.0, -1, "unverändert"),
        (math.nan, -1, ""),
    ],
)
def test_direction_words(value, polarity, words):
    assert direction_words(value, polarity) == words


def test_what_is_printed_as_unchanged_has_no_direction():
    assert direction_words(0.04, -1, decimals=1) == "unverändert"
    assert direction_words(0.06, -1, decimals=1) == "ungünstiger geworden"


def test_class_words_are_the_same_on_both_sides():
    assert class_words([-2.05, -0.55, 0.55, 2.05, 4.3], 1, (-3.1, 4.3)) == [
        "unter −2,0 bis −3,1", "unter −0,5 bis −2,0", "−0,5 bis +0,5", "über +0,5 bis +2,0", "über +2,0 bis +4,3",
    ]  # fmt: skip
    assert class_words([-0.5, 0.5, 12], 0, (-7, 12)) == ["unter 0 bis −7", "unverändert", "über 0 bis +12"]


def test_the_legend_names_no_change_that_there_is_not():
    assert class_words([-2.05, -0.55, 0.55, 2.05, 4.3], 1, (-1.2, 4.3))[0] == "unter −2,0"
    assert class_words([-0.5, 0.5, 12], 0, (0, 12)) == ["unter 0", "unverändert", "über 0 bis +12"]
    assert class_words([-0.5, 0.5, 12], 0, (3, 12))[0] == "unter 0"


def test_class_words_of_few_values():
    assert class_words(diverging_breaks(np.zeros(3), 5, 1), 1, (0, 0)) == ["unverändert"]
    assert class_words([], 1, (0, 0)) == []
