"""Names of assumptions: every field has one, and there and back is the same."""

from dataclasses import fields
from itertools import combinations

import pytest

from indicators.assumptions import Assumptions
from indicators.county_rule import CountyRule
from indicators.mss_rule import MssRule
from indicators.significance_rule import SignificanceRule
from monitor.assumption_names import NAMES, assumptions_of, names_for, names_of
from texts.assumptions import WORDS

RULES = (CountyRule(), MssRule(()), SignificanceRule())


def test_every_assumption_has_a_name_and_words():
    assert {field for field, _ in NAMES.values()} == {each.name for each in fields(Assumptions)}
    assert list(WORDS) == list(NAMES)


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.name)
def test_there_and_back(rule):
    known = names_for(rule)
    for size in range(1, len(known) + 1):
        for names in combinations(known, size):
            if {"gewichte", "alle-gewichte"} <= set(names):
                continue
            assert names_of(assumptions_of(list(names), rule), rule) == list(names)


def test_of_two_ways_to_move_weights_the_wider_one_counts():
    found = assumptions_of(["alle-gewichte", "gewichte"], SignificanceRule())
    assert found == Assumptions(chance=False, weights="dirichlet")


def test_what_is_usual():
    assert names_of(Assumptions(), CountyRule()) == ["zufall"]
    assert names_of(Assumptions(), MssRule(())) == ["zufall", "gewichte"]


@pytest.mark.parametrize("names", [[], [""], ["Zufall"], ["zufall", "einwohner"]])
def test_what_a_rule_does_not_know(names):
    assert assumptions_of(names, CountyRule()) is None
