"""P(flag), ranks and influences: what must not matter does not, and what can be counted is counted."""

from dataclasses import replace

import numpy as np
import pandas as pd
import pytest
from pandas.testing import assert_frame_equal

from indicators import certainty
from indicators.assumptions import NOTHING, Assumptions, alternatives, decided, varied, weights_of
from indicators.certainty import WORDS, certainty_of
from indicators.county_rule import CountyRule
from indicators.evidence import evidence_of_values
from indicators.mss_rule import MssRule
from indicators.sampling import draws_of
from indicators.significance_rule import SignificanceRule
from problem import DataError
from tests.indicators.made_up import CHANGING, NAMES, evidence_of_counts, made_up
from tests.indicators.test_attention import _by_name

RULES = (
    CountyRule(NAMES, 3),
    MssRule(NAMES, CHANGING),
    SignificanceRule(NAMES),
    SignificanceRule(NAMES, method="bh", weights=(("A", 3.0),)),
)
ALL = Assumptions(True, "dirichlet", True, True, True, True)
every_rule = pytest.mark.parametrize("rule", RULES, ids=_by_name)


def _missing(evidence):
    """The first area lacks D, the second is too small."""
    for table in (*evidence.published, evidence.values, evidence.counts, evidence.bases):
        table.iloc[0, 3] = np.nan
    evidence.considered.iloc[1] = False
    return evidence


@every_rule
def test_the_draws_decide_as_the_rule_does(rule):
    """Without anything that varies, every draw is the rule itself: the same flags, the same index."""
    evidence = _missing(made_up(4).evidence)
    known = evidence.only(rule.considered(evidence))
    found = rule.judge(known)(draws_of(known, chance=False), decided(weights_of(rule.inputs, rule.weights), 3))
    table = rule.assess(evidence).table.loc[known.values.index]
    for strength, flagged in zip(found.strength, found.flagged, strict=True):
        assert strength == pytest.approx(table["index"].to_numpy(), nan_ok=True)
        assert flagged.tolist() == table["flagged"].tolist()
    sure = certainty_of(rule, evidence, draws=50, assumptions=NOTHING).table
    judged = rule.assess(evidence).table["evaluated"]
    assert (sure.loc[judged, "probability"] == table["flagged"][judged]).all() and set(sure.loc[judged, "word"]) == {
        "sicher"
    }
    assert (sure.loc[judged, "rank_lower"] == sure.loc[judged, "rank"]).all()
    assert sure.loc[~judged, "probability"].isna().all() and set(sure.loc[~judged, "word"]) == {""}


@every_rule
def test_the_same_seed_gives_the_same_and_another_nearly_the_same(rule):
    evidence = made_up(4).evidence
    first, again, other = (certainty_of(rule, evidence, 400, seed, ALL).table for seed in (5, 5, 6))
    assert_frame_equal(first, again)
    away = (first["probability"] - other["probability"]).abs()
    # Two shares of 400 differ by at most 4 · √(2 · 0.25/400) = 0.14
    assert 0 < away.max() < 0.14


@every_rule
def test_the_order_of_areas_does_not_matter(rule):
    """Exactly: draws are made in the order of the ids."""
    evidence = _missing(made_up(4).evidence)
    order = pd.Index(np.random.default_rng(1).permutation(evidence.values.index))
    found, turned = (certainty_of(rule, each, 200, 1, ALL) for each in (evidence, evidence.only(order)))
    assert turned.table.index.equals(order)
    assert_frame_equal(turned.table.loc[found.table.index], found.table)
    assert_frame_equal(turned.influences.loc[found.influences.index], found.influences)


@every_rule
def test_inverted_polarity_and_inverted_numbers_are_the_same(rule):
    """A share of the favourable kind, 100 % less the unfavourable one, tells the same."""
    evidence = made_up(4).evidence
    turned = evidence_of_counts(evidence.bases - evidence.counts, evidence.bases, evidence.inhabitants.to_numpy())
    turned = replace(turned, polarity=-turned.polarity, changes=-evidence.changes, change_errors=evidence.change_errors)
    first, second = (certainty_of(rule, each, 2000).table["probability"] for each in (evidence, turned))
    # Both gammas of a beta draw other numbers: four standard errors of the difference of two shares.
    assert (first - second).abs().max() < 4 * np.sqrt(2 * 0.25 / 2000)


def test_probabilities_follow_the_distance():
    found = RULES[2].assess(made_up(4).evidence).table
    sure = certainty_of(RULES[2], made_up(4).evidence).table
    assert sure.loc[found["distance"] > 3, "probability"].min() > 0.95
    assert sure.loc[found["distance"] < -3, "probability"].max() < 0.05
    near = sure.loc[found["distance"].abs() < 0.5]
    assert set(near["word"]) & set(WORDS[1:]) and (near["influence"] != "").any()


def test_words_are_of_the_verdict_not_of_the_flag():
    flagged, rarely = np.array([True, True, True, True, False, False]), np.array([0.95, 0.8, 0.79, 0.0, 0.05, 0.3])
    assert certainty._words(rarely, flagged) == [
        "sicher", "wahrscheinlich", "an der Grenze", "an der Grenze", "sicher", "an der Grenze",
    ]  # fmt: skip


def test_ranks_hold_the_rank_of_the_index():
    table = certainty_of(RULES[2], made_up(4).evidence, assumptions=Assumptions(weights="")).table
    inside = (table["rank_lower"] <= table["rank"]) & (table["rank"] <= table["rank_upper"])
    assert inside.mean() > 0.85 and (table["rank_upper"] - table["rank_lower"]).median() > 5


def _k_of_three():
    """Secured: a all three, b two, c one, 21 others none. The county has 13.75 %, limits 13.75 ± 3.09·1.09."""
    areas = ["a", "b", "c", *(f"x{number:02}" for number in range(21))]
    counts = pd.DataFrame(100.0, areas, list("ABC"))
    counts.loc["a"], counts.loc["b", ["A", "B"]], counts.loc["c", "A"] = 400.0, 400.0, 400.0
    return evidence_of_counts(counts, counts * 0 + 1000)


def test_influences_of_what_can_be_counted():
    """k = 2: a keeps its flag at k = 3 and with any one left out; b loses it at k = 3 and with A or B left out; c gets it
    at k = 1."""
    found = certainty_of(CountyRule(("A", "B", "C"), 2), _k_of_three(), 50).influences
    assert found.loc[["a", "b", "c", "x00"], "k"].tolist() == [0, 0.5, 0.5, 0]
    assert found.loc[["a", "b", "c", "x00"], "leave_one_out"].tolist() == pytest.approx([0, 2 / 3, 0, 0])
    assert list(found.columns) == ["chance", "leave_one_out", "k"]
    table = certainty_of(CountyRule(("A", "B", "C"), 2), _k_of_three(), 50).table
    assert table.loc[["a", "b", "c"], "influence"].tolist() == ["", "leave_one_out", "k"]


def test_k_varies_by_one_and_never_falls_below_one():
    only_k = replace(NOTHING, k=True)
    found = certainty_of(CountyRule(("A", "B", "C"), 2), _k_of_three(), 3000, assumptions=only_k).table["probability"]
    # flagged for k = 1, 2, 3: a always, b in two of three, c in one of three
    assert found[["a", "b", "c", "x00"]].tolist() == pytest.approx([1, 2 / 3, 1 / 3, 0], abs=0.04)
    least = certainty_of(CountyRule(("A", "B", "C"), 1), _k_of_three(), 50, assumptions=only_k).table["probability"]
    assert least["x00"] == 0


def test_choices_are_as_likely_as_they_should_be():
    rng = np.random.default_rng(1)
    found = varied(np.array([1.0, 1, 2]), replace(ALL, leave_one_out=False), 20_000, rng)
    # Dirichlet(3/4, 3/4, 3/2): mean 1/4, 1/4, 1/2; variance of the first 1/4 · 3/4/4
    assert found.weights.mean(axis=0) == pytest.approx([0.25, 0.25, 0.5], abs=0.01)
    assert found.weights[:, 0].var() == pytest.approx(3 / 64, abs=0.002)
    assert np.bincount(found.scale) / 20_000 == pytest.approx(np.full(3, 1 / 3), abs=0.015)
    quarter = varied(np.array([1.0, 4]), Assumptions(weights="quarter", leave_one_out=True), 20_000, rng).weights
    assert quarter[:, 1].max() <= 5 and quarter[quarter[:, 1] > 0, 1].min() >= 3
    assert ((quarter == 0).sum(axis=1) == 0).mean() == pytest.approx(1 / 3, abs=0.015)


def test_one_indicator_is_never_left_out():
    assert len(alternatives(np.ones(1), "leave_one_out")) == 0
    rule = CountyRule(("A",), 1)
    assert set(certainty_of(rule, _k_of_three(), 20, assumptions=ALL).influences["leave_one_out"]) == {0}
    values = pd.DataFrame({"A": np.arange(25.0)})
    alone = MssRule(("A",), ("A",))
    assert certainty_of(alone, evidence_of_values(values, {"A": -1}), 20, assumptions=ALL).table["rank"].notna().all()


def test_all_areas_equal_is_flagged_in_hardly_any_draw():
    areas = [f"g{number:02}" for number in range(30)]
    evidence = evidence_of_counts(*(pd.DataFrame(each, areas, NAMES) for each in (20.0, 200.0)))
    for rule in (CountyRule(NAMES, 1), *RULES[2:]):
        assert certainty_of(rule, evidence).table["probability"].max() < 0.01
    with pytest.raises(DataError, match="indicator_constant"):
        certainty_of(RULES[1], replace(evidence, changes=pd.DataFrame(index=areas)))


def test_fewer_than_twenty_areas_have_no_classes_in_any_draw():
    table = certainty_of(RULES[1], made_up(4, areas=19).evidence, 50).table
    assert (table["probability"] == 0).all()


@every_rule
def test_nobody_to_judge(rule):
    evidence = made_up(4, areas=25).evidence
    nobody = replace(evidence, considered=evidence.considered & False)
    table = certainty_of(rule, nobody, 20, assumptions=ALL).table
    assert len(table) == 25 and table["probability"].isna().all() and set(table["influence"]) == {""}


def test_population_weights_move_mean_and_spread():
    """Index of the single indicator over inhabitants: mean Σew·x/Σew, by hand for 25 areas of which one is huge."""
    values = pd.DataFrame({"A": np.arange(25.0)})
    evidence = replace(
        evidence_of_values(values, {"A": -1}), inhabitants=pd.Series(np.where(np.arange(25) == 0, 9976.0, 1))
    )
    rule = MssRule(("A",))
    found = rule.judge(evidence)(draws_of(evidence), alternatives(np.ones(1), "population")).strength[0]
    people = evidence.inhabitants.to_numpy()
    mean = (people * np.arange(25)).sum() / 10_000
    spread = np.sqrt((people * (np.arange(25) - mean) ** 2).sum() / 10_000)
    assert found == pytest.approx((np.arange(25) - mean) / spread)
