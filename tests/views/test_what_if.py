"""A what-if stands in the link, comes back from it the same, and trusts nothing in it."""

from dataclasses import replace

import pytest

from indicators.county_rule import CountyRule
from indicators.mss_rule import MssRule
from indicators.significance_rule import SignificanceRule
from monitor.attention import possible_changes, rule_of
from tests.sample_county import sample_release
from views.links import attention_link_of
from views.view import read_attention_view
from views.what_if import (
    WHAT_IF_PARAMETERS,
    parameters_of,
    possible_of,
    read_what_if,
    weights_text,
    what_if_link,
    with_value,
)
from views.what_if_words import changes_in_words


@pytest.fixture(scope="module")
def release():
    return sample_release()


def source(link):
    return lambda param: link.get(param, "")


def read(release, rule, **link):
    return read_what_if(release, "quartier", rule, source(link))


@pytest.mark.parametrize("rule", ["county", "mss", "significance"])
def test_a_link_without_anything_is_the_decided_procedure(release, rule):
    decided = rule_of(release, rule)
    assert read(release, rule).rule is None and what_if_link(None, decided) == {}
    assert read(release, rule, waswaerewenn="ja") == (None, ())


@pytest.mark.parametrize(
    ("rule", "changes"),
    [
        ("county", {"k": 3}),
        ("county", {"confidence": 95.0, "indicators": ("A1", "A2", "A5")}),
        ("mss", {"low": 0.9, "very_low": 1.75, "negative": 1.2}),
        ("mss", {"weights": (("A1", 2.0), ("G5", 0.5))}),
        ("mss", {"status": ("A1", "A2"), "dynamics": ()}),
        ("significance", {"method": "bh", "false_discovery": 0.1}),
        ("significance", {"indicators": ("A1", "A2", "G1"), "weights": (("G1", 3.0),)}),
    ],
)
def test_a_changed_rule_comes_back_from_its_link(release, rule, changes):
    decided = rule_of(release, rule)
    changed = replace(decided, **changes)
    if "indicators" in changes and "k" not in changes and rule == "county":
        changed = replace(changed, k=3)  # no more than there are
    link = what_if_link(changed, decided)
    assert set(link) <= set(WHAT_IF_PARAMETERS) and link["waswaerewenn"] == "ja"
    assert read(release, rule, **link) == (changed, ())


@pytest.mark.parametrize(
    ("rule", "link"),
    [
        ("county", {"k": "99"}),
        ("county", {"k": "0"}),
        ("county", {"k": "2.5"}),
        ("county", {"k": "²"}),
        ("county", {"k": "-1"}),
        ("county", {"sicherheit": "90"}),
        ("county", {"kennzahlen": "A1,Z9"}),
        ("county", {"kennzahlen": "A1,A1"}),
        ("county", {"kennzahlen": "D1"}),  # no direction
        ("county", {"kennzahlen": "ohne"}),
        ("mss", {"gewichte": "A1 0"}),
        ("mss", {"gewichte": "A1 nan"}),
        ("mss", {"gewichte": "A1 1e3"}),
        ("mss", {"gewichte": "Z9 2"}),
        ("mss", {"niedrig": "2", "sehrniedrig": "1"}),
        ("mss", {"dynamik": "G1"}),  # three pooled years share one with two years ago
        ("significance", {"pruefung": "<script>"}),
        ("significance", {"zufall": "0.9"}),
    ],
)
def test_what_is_impossible_is_told_and_changes_nothing(release, rule, link):
    found = read(release, rule, **link)
    assert found.rule is None
    assert {(parameter.param, asked) for parameter, asked in found.gone} == set(link.items())


def test_a_parameter_of_another_rule_means_nothing(release):
    assert read(release, "mss", k="3") == (None, ())
    assert "k" not in {each.param for each in parameters_of(rule_of(release, "mss"))}


def test_what_no_longer_fits_goes_along(release):
    possible = possible_of(release, "quartier", "county")
    fewer = with_value(possible, possible.rule, "indicators", ["A2", "A1"])
    assert (fewer.indicators, fewer.k) == (("A1", "A2"), 2)  # the county's order, and k of it no more than all
    assert with_value(possible, possible.rule, "indicators", []) == possible.rule
    mss = possible_of(release, "quartier", "mss")
    higher = with_value(mss, mss.rule, "low", 2.0)
    assert (higher.low, higher.very_low) == (2.0, 2.0)
    lower = with_value(mss, mss.rule, "very_low", 0.5)
    assert (lower.low, lower.very_low) == (0.5, 0.5)
    heavy = with_value(mss, mss.rule, "weights", (("G1", 2.0), ("A1", 1.0)))
    assert heavy.weights == (("G1", 2.0),)
    assert with_value(mss, heavy, "status", ["A1", "A2"]).weights == ()


def test_a_weight_that_the_county_has_decided_can_be_taken_away():
    assert weights_text({}, {"A2": 2.0}) == "A2 1"
    assert weights_text({"A2": 2.0, "A4": 0.25}, {"A2": 2.0}) == "A4 0.25"


def test_dynamics_need_years_that_do_not_overlap(release):
    assert "G1" not in possible_changes(release, "quartier", rule_of(release, "mss"))
    assert "A5" in possible_changes(release, "quartier", rule_of(release, "mss"))


NAMES = {"A": "Armut", "B": "Bildung", "C": "Kita"}


def test_what_is_changed_is_told():
    decided = CountyRule(("A", "B"), 2)
    said = changes_in_words(CountyRule(("A", "C"), 1, 95.0), decided, NAMES)
    assert said == "Kennzahlen ohne Bildung und mit Kita; Mindestzahl 1 statt 2; Sicherheit 95 % statt 99,8 %"
    mss = MssRule(("A", "B"), ("A",), weights=(("B", 2.0),))
    said = changes_in_words(replace(mss, weights=(("A", 0.5),), low=0.75, dynamics=()), mss, NAMES)
    assert said == (
        "Kennzahlen der Dynamik ohne Armut; Grenze „niedrig“ 0,75 statt 1; Gewicht von Armut 0,5 statt 1, Gewicht von Bildung 1 statt 2"
    )
    bh = changes_in_words(SignificanceRule(("A",), method="bh", false_discovery=0.1), SignificanceRule(("A",)), NAMES)
    assert bh == "Prüfung nach Benjamini und Hochberg statt feste Sicherheit; Anteil des Zufalls 10 % statt 5 %"


def test_the_view_carries_it_and_its_link_too(release):
    link = {"regel": "county", "ebene": "quartier", "jahr": "2022", "einig": "1", "waswaerewenn": "ja", "k": "3"}
    view = read_attention_view(release, source(link))
    assert view.applied == replace(rule_of(release, "county"), k=3) and view.agreement
    assert attention_link_of(view) == link
    plain = read_attention_view(release, source({"regel": "county"}))
    assert plain.applied == "county" and not set(attention_link_of(plain)) & set(WHAT_IF_PARAMETERS)
