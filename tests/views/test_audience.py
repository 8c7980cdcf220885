"""What a reader may not see is not in the content: the indicator, the rules that need it, the steps that show it."""

from dataclasses import replace

import pytest

from indicators.county_rule import CountyRule
from monitor.story_step import Step
from tests.sample_county import sample_release
from views import options
from views.audience import narrowed
from views.content import content_of
from views.view import read_view


@pytest.fixture(scope="module")
def shown():
    steps = (Step("karte", "Eins", "", {"kennzahl": "A2"}), Step("karte", "Zwei", "", {"kennzahl": "D1"}))
    return content_of(replace(sample_release(), story=steps), (("muster", 0, 0),))


def test_nothing_hidden_changes_nothing(shown):
    assert narrowed(shown, frozenset()) is shown


def test_a_hidden_indicator_is_nowhere(shown):
    seen = narrowed(shown, {"A2"})
    assert "A2" in shown.release.catalogue and "A2" not in seen.release.catalogue
    for level in seen.release.levels:
        assert "A2" not in options.indicators(seen.release, level.id)
    assert [step.title for step in seen.release.story] == ["Zwei"]
    assert seen.state != shown.state


def test_a_rule_that_needs_it_does_not_exist(shown):
    assert options.rules(shown.release) == ["county", "mss", "significance"]
    seen = narrowed(shown, {"A2"})
    assert options.rules(seen.release) == []
    assert seen.release.county.attention.county == CountyRule()


def test_what_was_left_out_is_known(shown):
    assert shown.without == frozenset()
    assert narrowed(narrowed(shown, {"A2"}), {"D1"}).without == {"A2", "D1"}


@pytest.mark.parametrize(
    ("decided", "levels"), [("A8", ["gemeinde"]), ("A1", ["gemeinde", "quartier"]), ("", ["gemeinde", "quartier"])]
)
def test_a_level_none_of_the_decided_indicators_reaches_is_no_choice(shown, decided, levels):
    """A8 stops at the municipalities. Where there is no indicator at all, the levels are those of the county."""
    release = narrowed(shown, set(shown.release.catalogue) - {decided}).release
    assert options.levels(release) == levels and options.default_level(release) == levels[-1]
    if decided:
        assert read_view(release, lambda _: "").level == levels[-1]


def test_rules_without_it_stay(shown):
    assert options.rules(narrowed(shown, {"D1"}).release) == ["county", "mss", "significance"]


def test_numbers_of_the_others_are_the_same(shown):
    seen = narrowed(shown, {"A2"})
    before, after = (each.release.table("quartier", "A1", 2024) for each in (shown, seen))
    assert before.equals(after)
