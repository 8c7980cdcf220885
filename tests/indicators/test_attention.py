"""The three rules on numbers that can be followed by hand."""

from dataclasses import replace

import numpy as np
import pandas as pd
import pytest
from pandas.testing import assert_frame_equal
from scipy.stats import norm
from statsmodels.stats.multitest import multipletests
from statsmodels.stats.proportion import proportion_confint

from indicators.attention import agreement
from indicators.catalogue import Method
from indicators.county_rule import CountyRule
from indicators.deviations import critical_values, deviations
from indicators.evidence import evidence_of_values
from indicators.flag_history import flag_history
from indicators.mss_rule import MssRule
from indicators.rates import Estimate, crude_rate
from indicators.significance_rule import SignificanceRule, correlations
from problem import DataError
from tests.indicators.made_up import CHANGING, NAMES, evidence_of_counts, made_up

AREAS = ["a", "b", "c", "d"]
RULES = (
    CountyRule(NAMES, 4),
    CountyRule(NAMES, 2, confidence=95),
    MssRule(NAMES, CHANGING),
    SignificanceRule(NAMES),
    SignificanceRule(NAMES, method="bh", weights=(("A", 3.0),)),
)


def _by_name(rule):
    return f"{rule.name}-{getattr(rule, 'method', '')}{getattr(rule, 'confidence', '')}"


every_rule = pytest.mark.parametrize("rule", RULES, ids=_by_name)


def _county(k=2, considered=(True, True, True, True), hidden=()):
    """A and B of 100 people each, C of 400. Benchmarks 16, 15 and 12.5 %; limits of security 99.8 %:
    16 + 3.0902·√(16·84/100) = 27.33, 15 + 3.0902·√(15·85/100) = 26.03, 12.5 + 3.0902·√(12.5·87.5/400) = 17.61."""
    counts = pd.DataFrame({"A": [40.0, 8, 8, 8], "B": [30.0, 27, 1, 2], "C": [80.0, 40, 40, 40]}, index=AREAS)
    bases = pd.DataFrame({"A": 100.0, "B": 100.0, "C": 400.0}, index=AREAS)
    evidence = replace(evidence_of_counts(counts, bases), considered=pd.Series(considered, index=AREAS))
    for area, name in hidden:
        for table in (*evidence.published, evidence.counts, evidence.bases):
            table.loc[area, name] = np.nan
    return CountyRule(("A", "B", "C"), k).assess(evidence)


def test_where_nobody_is_flagged_the_list_is_empty():
    nobody = _county(k=3, hidden=[("a", "A")])  # a is left with two, b has one
    assert not nobody.table["flagged"].any() and nobody.worst_first().empty


def test_county_rule_counts_secured_deviations():
    found = _county().table
    assert found["index"].tolist() == [3, 1, 0, 0]
    assert found["flagged"].tolist() == [True, False, False, False]
    assert _county(k=1).table["flagged"].tolist() == [True, True, False, False]


def test_county_distance_is_that_of_the_kth_strongest():
    # z of a: A (40 − 16)/3.6661 = 6.5465, B 15/3.5707 = 4.2008, C 7.5/1.6536 = 4.5356; less 3.0902
    assert _county(k=2).table.loc["a", "distance"] == pytest.approx(4.5356 - 3.0902, abs=1e-4)
    assert _county(k=3).table.loc["a", "distance"] == pytest.approx(4.2008 - 3.0902, abs=1e-4)
    # b: B 12/3.5707 = 3.3607; C −1.5118 (40 of 400 = 10 %), A −2.1822
    assert _county(k=1).table.loc["b", "distance"] == pytest.approx(3.3607 - 3.0902, abs=1e-4)
    assert _county(k=2).table.loc["b", "distance"] == pytest.approx(-1.5118 - 3.0902, abs=1e-4)
    assert _county(k=2).table["distance_in_indicators"].tolist() == [2, -1, -2, -2]
    assert np.isnan(_county(k=3, hidden=[("b", "A")]).table.loc["b", "distance"])


def test_reasons_come_strongest_first_and_what_speaks_against_too():
    # A and C of a lie equally far from the mean of the areas (z = √3), B nearer
    assert _county().reasons("a")[2] == "B" and len(_county().reasons("a", most=1)) == 1
    # 99.8 % Wilson limits of c and d: B 1 of 100 up to 8.6 %, 2 of 100 up to 10.2 %; A 8 of 100 up to 20.9 %
    assert _county().counter_reasons("c") == ["B"] and _county().counter_reasons("a") == []


def test_areas_below_the_minimum_are_not_evaluated():
    found = _county(considered=(False, True, True, True)).table
    assert not found.loc["a", "evaluated"] and not found.loc["a", "flagged"]
    assert np.isnan(found.loc["a", "index"]) and np.isnan(found.loc["a", "distance"])


def test_a_hidden_value_counts_neither_for_nor_against():
    found = _county(hidden=[("a", "A")])
    assert found.table.loc["a", "index"] == 2 and "A" not in found.reasons("a")
    assert not _county(hidden=[(area, name) for area in "a" for name in "ABC"]).table.loc["a", "evaluated"]


def test_the_critical_share_is_where_its_wilson_interval_leaves_the_benchmark():
    evidence = made_up(3).evidence
    for name, limit in critical_values(evidence, 95).items():
        base, benchmark = evidence.bases[name].to_numpy(), evidence.benchmark[name] / 100
        lower, _ = proportion_confint(limit.to_numpy() / 100 * base, base, alpha=0.05, method="wilson")
        assert lower == pytest.approx(np.full(len(base), benchmark), rel=1e-9)


def test_rates_are_judged_by_their_own_interval():
    counts = pd.DataFrame({"A": [5.0, 12, 30, 18, 0]}, index=list("vwxyz"))
    estimate = crude_rate(counts["A"].to_numpy(), np.full(5, 1000.0))
    published = Estimate(*(pd.DataFrame({"A": each}, index=counts.index) for each in estimate))
    evidence = replace(
        evidence_of_counts(counts, counts * 0 + 1000), published=published, values=published.value,
        benchmark=pd.Series({"A": 13.0}), methods=pd.Series({"A": Method.RATE}), per=pd.Series({"A": 1000.0}),
    )  # fmt: skip
    found = CountyRule(("A",), 1).assess(evidence).table
    # Byar's limit at 99.8 %: 30 events from 15.95 on, 18 from 7.3 on
    assert found["flagged"].tolist() == [False, False, True, False, False]
    assert (found["distance"] > 0).tolist() == found["flagged"].tolist()
    # (30 − 13)/√13
    assert deviations(evidence).loc["x", "A"] == pytest.approx(17 / np.sqrt(13))


def _mss(order=None, rule=None):
    # 25 areas, A = 0 … 24: mean 12, SD √52 = 7.21; index = z. Changes: all 0 but one strong rise.
    areas = [f"g{number:02}" for number in range(25)]
    values = pd.DataFrame({"A": np.arange(25.0)}, index=areas)
    changes = pd.DataFrame({"A": np.where(np.arange(25) == 20, 5.0, 0.0)}, index=areas)
    order = order or areas
    evidence = evidence_of_values(values.loc[order], {"A": -1}, changes=changes.loc[order])
    return (rule or MssRule(("A",), ("A",))).assess(evidence)


def test_mss_rule_flags_very_low_and_falling_low_status():
    # z > 1.5 from 22.8 on: g23, g24. z in (1, 1.5]: g20 (1.11), g21, g22; of these only g20 has negative dynamics.
    found = _mss()
    assert found.table.index[found.table["flagged"]].tolist() == ["g20", "g23", "g24"]
    assert found.worst_first().index.tolist() == ["g24", "g23", "g20"]


def test_mss_distance_is_to_the_nearest_border():
    # g20: 8/√52 = 1.1094 over 1, its dynamics (5 − 0.2)/0.98 = 4.9 far over 1: 0.1094. g22: 1.3868, stable: −0.1132
    found = _mss().table["distance"]
    assert found[["g20", "g22", "g24"]].tolist() == pytest.approx([0.1094, -0.1132, 0.1641], abs=1e-4)


def test_mss_borders_and_weights_are_parameters():
    rule = MssRule(("A",), ("A",), very_low=1.2)
    assert _mss(rule=rule).table["flagged"].sum() == 5  # g21 (1.248) and g22 too
    values = pd.DataFrame({"A": np.arange(25.0), "B": np.arange(25.0)[::-1]})
    polarity = {"A": -1, "B": -1}
    double = MssRule(("A", "B"), weights=(("A", 2.0),)).assess(evidence_of_values(values, polarity))
    assert double.table["index"].to_numpy() == pytest.approx((np.arange(25) - 12) / np.sqrt(52))


def test_without_an_earlier_year_only_very_low_status_counts():
    values = pd.DataFrame({"A": np.arange(25.0)})
    found = MssRule(("A",), ("A",)).assess(evidence_of_values(values, {"A": -1})).table
    assert found["flagged"].sum() == 2 and set(found["dynamics"]) == {""}


def test_fewer_than_twenty_areas_have_no_classes():
    values = pd.DataFrame({"A": np.arange(19.0)})
    found = MssRule(("A",)).assess(evidence_of_values(values, {"A": -1})).table
    assert not found["flagged"].any() and set(found["status"]) == {""} and found["distance"].isna().all()
    assert found["evaluated"].all()


def test_significance_pools_to_one_z():
    # z as above; fewer than 20 areas: correlations 1, so the mean of the three
    counts = pd.DataFrame({"A": [40.0, 8, 8, 8], "B": [30.0, 27, 1, 2], "C": [80.0, 40, 40, 40]}, index=AREAS)
    bases = pd.DataFrame({"A": 100.0, "B": 100.0, "C": 400.0}, index=AREAS)
    rule = SignificanceRule(("A", "B", "C"))
    found = rule.assess(evidence_of_counts(counts, bases))
    assert found.table.loc["a", "index"] == pytest.approx((6.5465 + 4.2008 + 4.5356) / 3, abs=1e-4)
    assert found.table.loc["a", "distance"] == pytest.approx(5.0943 - 3.0902, abs=1e-4)
    assert found.contributions.sum(axis=1).to_numpy() == pytest.approx(found.table["index"].to_numpy())
    heavy = replace(rule, weights=(("B", 2.0),)).assess(evidence_of_counts(counts, bases))
    assert heavy.table.loc["a", "index"] == pytest.approx((6.5465 + 2 * 4.2008 + 4.5356) / 4, abs=1e-4)
    assert found.reasons("b") == ["B"] and found.counter_reasons("b") == ["A", "C"]


def test_independent_indicators_pool_like_stouffers_z():
    z = pd.DataFrame(np.eye(25), columns=[f"K{number}" for number in range(25)])
    # their correlations are all below 0 and count as 0: the sum over √25
    assert correlations(z) == pytest.approx(np.eye(25))


def test_benjamini_hochberg_as_another_program_has_it():
    evidence = made_up(5).evidence
    table = SignificanceRule(NAMES, method="bh", false_discovery=0.05).assess(evidence).table
    rejected, *_ = multipletests(2 * norm.sf(table["index"].abs()), alpha=0.05, method="fdr_bh")
    assert table["flagged"].tolist() == (rejected & (table["index"] > 0)).tolist()
    assert 0 < table["flagged"].sum() < len(table)


def test_a_stand_in_is_judged_with_the_largest_error():
    counts = pd.DataFrame({"A": [40.0, 10, 10]}, index=list("abc"))
    evidence = evidence_of_counts(counts, pd.DataFrame({"A": [400.0, 100, 100]}, index=list("abc")))  # all 10 %
    for table in (*evidence.published, evidence.counts, evidence.bases):
        table.loc["a", "A"] = np.nan
    evidence.values.loc["a", "A"] = 16.0
    # 6 points over √(10·90/100) = 3
    assert deviations(evidence)["A"].tolist() == pytest.approx([2.0, 0.0, 0.0])


@every_rule
def test_the_distance_is_above_zero_where_and_only_where_an_area_is_flagged(rule):
    table = rule.assess(made_up(1).evidence).table
    assert 0 < table["flagged"].sum() < len(table) / 2
    assert (table["distance"] > 0).tolist() == table["flagged"].tolist()


@every_rule
def test_a_permutation_of_areas_permutes_the_result(rule):
    evidence = made_up(1).evidence
    order = pd.Index(np.random.default_rng(1).permutation(evidence.values.index))
    found, turned = (rule.assess(each) for each in (evidence, evidence.only(order)))
    assert_frame_equal(turned.table.loc[evidence.values.index], found.table)
    assert turned.worst_first().index.tolist() == found.worst_first().index.tolist()


@every_rule
def test_inverted_polarity_inverts_the_result(rule):
    """What was favourable is unfavourable: contributions and index change their sign, the county rule flags the others."""
    evidence = made_up(1).evidence
    found, other = (rule.assess(each) for each in (evidence, replace(evidence, polarity=-evidence.polarity)))
    assert_frame_equal(other.contributions, -found.contributions)
    assert other.table["flagged"].any()
    if rule.name != "county":  # an area may have two favourable and two unfavourable indicators
        assert not (found.table["flagged"] & other.table["flagged"]).any()
        assert other.table["index"].to_numpy() == pytest.approx(-found.table["index"].to_numpy())
    assert_frame_equal(other.drivers, found.against)


def _all_equal():
    return evidence_of_counts(*(pd.DataFrame(each, [f"g{n:02}" for n in range(30)], NAMES) for each in (20.0, 200.0)))


@pytest.mark.parametrize("rule", [CountyRule(NAMES, 1), *RULES[3:]], ids=_by_name)
def test_all_areas_equal_flags_nobody(rule):
    table = rule.assess(_all_equal()).table
    assert table["evaluated"].all() and not table["flagged"].any()


def test_all_areas_equal_has_no_index_and_names_the_indicators():
    with pytest.raises(DataError) as error:
        MssRule(NAMES).assess(_all_equal())
    assert [problem.facts["indicator"] for problem in error.value.problems] == [*NAMES]


@pytest.mark.parametrize("rule", RULES[2:], ids=_by_name)
def test_a_missing_indicator_leaves_the_area_out(rule):
    evidence = made_up(1).evidence
    first = evidence.values.index[0]
    for table in (*evidence.published, evidence.values, evidence.counts, evidence.bases):
        table.loc[first, "D"] = np.nan
    found = rule.assess(evidence)
    assert found.table["evaluated"].tolist() == [False] + [True] * 157
    assert np.isnan(found.contributions.loc[first, "D"])


def test_rules_side_by_side():
    evidence = made_up(1).evidence
    results = {rule.name: rule.assess(evidence) for rule in (RULES[0], RULES[2], RULES[3])}
    found = agreement(results)
    assert list(found.columns) == ["county", "mss", "significance", "flagged_by", "judged_by"]
    assert found["flagged_by"].sum() == sum(each.table["flagged"].sum() for each in results.values())
    assert set(found["judged_by"]) == {3}


def _history(**more):
    values = pd.DataFrame({"A": np.arange(25.0)})
    turned = values.iloc[::-1].reset_index(drop=True)
    years = {2020: values, 2021: turned, 2022: values, 2023: values, 2024: turned} | more.get("years", {})
    rules = more.get("rules", {})
    return {
        year: rules.get(year, MssRule(("A",))).assess(evidence_of_values(each, {"A": -1}))
        for year, each in years.items()
    }


def test_who_entered_who_left_and_since_when():
    found = flag_history(_history())
    assert found.index[found["entered"]].tolist() == [0, 1] and found.index[found["left"]].tolist() == [23, 24]
    assert found["since"].dropna().tolist() == [2024, 2024]
    until_2023 = flag_history({year: each for year, each in _history().items() if year < 2024})
    assert until_2023.loc[24].tolist() == [True, False, False, 2022]


def test_years_of_another_method_are_not_compared():
    changed = {year: MssRule(("A",), version=2) for year in (2023, 2024)}
    found = flag_history(_history(rules=changed, years={2024: pd.DataFrame({"A": np.arange(25.0)})}))
    assert found.loc[24].tolist() == [True, False, False, 2023]
    alone = flag_history(_history(rules={2024: MssRule(("A",), version=2)}))
    assert not alone[["entered", "left"]].any().any() and alone["since"].dropna().tolist() == [2024, 2024]


def test_an_area_that_was_not_judged_neither_enters_nor_leaves():
    values = pd.DataFrame({"A": np.arange(25.0)})
    gap = values.where(values < 24)
    found = flag_history(_history(years={2023: gap, 2024: values}))
    assert found.loc[24].tolist() == [True, False, False, 2024]
