"""Random rates and ranks against scipy; posteriors against arithmetic by hand."""

from dataclasses import replace

import numpy as np
import pandas as pd
import pytest
from scipy import stats

from indicators.assumptions import Choices
from indicators.catalogue import Method
from indicators.evidence import evidence_of_values
from indicators.normalise import normalise
from indicators.posterior import change_posterior, posterior
from indicators.random_rates import random_beta, random_gamma
from indicators.ranks import rank_interval, ranks_from_top, tied_ranks
from indicators.rates import Estimate
from indicators.scales import scores
from tests.indicators.made_up import evidence_of_counts, made_up

DRAWS = 40_000
# Largest distance of two distribution functions: 1.63/√n by chance in one of a hundred tests, 0.003 of the approximation.
CLOSE = 1.63 / np.sqrt(DRAWS) + 0.003


@pytest.mark.parametrize("shapes", [(0.3, 5), (1, 1), (3.9, 200), (4, 4), (4.1, 900), (40, 9), (300, 4000), (1200, 5)])
def test_beta_draws_follow_their_distribution(shapes):
    found = random_beta(np.random.default_rng(7), *(np.array([shape], dtype=float) for shape in shapes), DRAWS)
    assert stats.kstest(found[:, 0], stats.beta(*shapes).cdf).statistic < CLOSE


@pytest.mark.parametrize("shape", [0.4, 3.9, 4.1, 25, 5000])
def test_gamma_draws_follow_their_distribution(shape):
    found = random_gamma(np.random.default_rng(7), np.array([shape], dtype=float), DRAWS)
    assert stats.kstest(found[:, 0], stats.gamma(shape).cdf).statistic < CLOSE


def test_ranks_are_those_of_scipy():
    values = np.random.default_rng(2).integers(0, 6, (50, 12)).astype(float)
    smallest, largest = tied_ranks(values)
    assert (smallest == stats.rankdata(values, "min", axis=1)).all()
    assert (largest == stats.rankdata(values, "max", axis=1)).all()
    assert (ranks_from_top(values) == stats.rankdata(-values, "min", axis=1)).all()


def test_a_rank_interval_holds_the_middle_of_the_draws():
    ranks = np.arange(1, 1001)[:, None]
    assert [each.tolist() for each in rank_interval(ranks)] == [[25], [975]]


@pytest.mark.parametrize(("position", "way"), enumerate(["z", "rank", "percentile"]))
def test_scores_are_those_of_a_single_table(position, way):
    rng = np.random.default_rng(3)
    drawn = rng.integers(0, 9, (6, 30)).astype(float)
    drawn[:, 4] = np.nan
    choices = Choices(
        np.ones((6, 1)), np.array([position, 0, 1, 2, position, position]), np.zeros(6, int), np.zeros(6, bool)
    )
    found = scores(drawn, choices, np.ones(30))
    for row in (0, 4, 5):
        expected = normalise(pd.DataFrame({"A": drawn[row]}), way)["A"].to_numpy()
        assert found[row] == pytest.approx(expected, nan_ok=True)


def _shares(counts, bases):
    index = [f"g{number:02}" for number in range(len(counts))]
    return evidence_of_counts(pd.DataFrame({"A": counts}, index), pd.DataFrame({"A": bases}, index))


def test_the_posterior_of_a_share_by_hand():
    """m = 100.5/401. Σn(r − m)² = 100·(0.1² + 0.2²) + ... with rates 15, 45, 20, 20 %; chance m(1 − m) = 0.18782."""
    counts, bases = np.array([15.0, 45, 20, 20]), np.full(4, 100.0)
    found = posterior(_shares(counts, bases), "A")
    mean = 0.25  # the prior mean is that of the observed rates
    chance, away = mean * (1 - mean), np.array([0.1, 0.2, 0.05, 0.05])
    moment = (100 * (away**2).sum() - 4 * chance) / 400
    error = np.sqrt(2 * 4 * (chance + 100 * moment) ** 2) / 400
    cut = moment + error * stats.norm.pdf(moment / error) / stats.norm.cdf(moment / error)
    strength = chance / cut - 1
    assert found.first == pytest.approx(mean * strength + counts)
    assert found.second == pytest.approx((1 - mean) * strength + bases - counts)


def test_extreme_values_of_few_people_move_most():
    counts, bases = np.array([2.0, 200, 100, 20, 180]), np.array([4.0, 400, 1000, 200, 600])
    drawn = posterior(_shares(counts, bases), "A").draw(np.random.default_rng(1), 20_000)
    observed = counts / bases * 100
    moved = np.abs(drawn.mean(axis=0) - observed)
    assert moved[0] > 5 > 1 > moved[1]
    assert drawn.std(axis=0)[0] > 2 * drawn.std(axis=0)[1]


def test_rates_draw_from_a_gamma_distribution():
    evidence = replace(
        _shares(np.array([3.0, 30, 12]), np.array([100.0, 1000, 600])), methods=pd.Series({"A": Method.RATE}),
        per=pd.Series({"A": 1000.0}), values=pd.DataFrame({"A": [30.0, 30, 20]}, ["g00", "g01", "g02"]),
    )  # fmt: skip
    found = posterior(evidence, "A")
    drawn = found.draw(np.random.default_rng(1), 20_000)
    assert found.kind == "gamma" and drawn.mean(axis=0) == pytest.approx(found.first / found.second * 1000, rel=0.01)
    assert 20 < drawn.mean(axis=0)[2] < drawn.mean(axis=0)[0] < 30


def test_standardised_rates_draw_from_their_interval():
    values, width = np.array([100.0, 140, 90, 130]), 1.959964 * 5
    table = pd.DataFrame({"A": values})
    published = Estimate(table, table - width, table + width, table, table)
    evidence = replace(
        evidence_of_values(table, {"A": -1}), published=published, methods=pd.Series({"A": Method.STANDARDISED})
    )
    drawn = posterior(evidence, "A").draw(np.random.default_rng(1), 20_000)
    assert 4 < drawn.std(axis=0)[0] < 5  # a little less than the standard error
    assert 90 < drawn.mean(axis=0)[2] < 92


def test_a_stand_in_is_as_wide_as_areas_differ_and_missing_stays_missing():
    evidence = _shares(np.array([10.0, 40, 20, 60, 30]), np.full(5, 400.0))
    for table in (*evidence.published, evidence.counts, evidence.bases):
        table.iloc[:2] = np.nan
    evidence.values.iloc[0], evidence.values.iloc[1] = np.nan, 10.0
    drawn = posterior(evidence, "A").draw(np.random.default_rng(1), 20_000)
    assert np.isnan(drawn[:, 0]).all()
    assert drawn[:, 1].mean() == pytest.approx(10, abs=0.2) and drawn[:, 1].std() > 2 * drawn[:, 4].std()


def test_other_indicators_say_what_to_expect():
    """Two areas with the same count of the same base; the others of one are unfavourable, of the other favourable."""
    evidence = made_up(2).evidence
    others = evidence.values[[*"BCDEFGH"]]
    worst, best = others.rank().mean(axis=1).idxmax(), others.rank().mean(axis=1).idxmin()
    for table, number in ((evidence.counts, 4.0), (evidence.bases, 40.0), (evidence.values, 10.0)):
        table.loc[[worst, best], "A"] = number
    drawn = posterior(evidence, "A").draw(np.random.default_rng(1), 5000).mean(axis=0)
    at = evidence.values.index.get_indexer([worst, best])
    assert drawn[at[0]] > drawn[at[1]] + 3


def test_given_values_and_given_changes_stay_as_they_are():
    values = pd.DataFrame({"A": [1.0, 2.0, np.nan]})
    evidence = evidence_of_values(values, {"A": 1}, changes=values)
    for found in (posterior(evidence, "A"), change_posterior(evidence, "A")):
        assert found.draw(np.random.default_rng(1), 3)[0].tolist()[:2] == [-1, -2]


def test_changes_are_drawn_towards_their_mean():
    changes = pd.DataFrame({"A": [0.0, 8, 1, -1, 2]})
    evidence = replace(
        evidence_of_values(changes, {"A": -1}, changes=changes),
        change_errors=pd.DataFrame({"A": [1.0, 4, 1, 1, np.nan]}),
    )
    drawn = change_posterior(evidence, "A").draw(np.random.default_rng(1), 20_000)
    assert drawn.mean(axis=0)[1] < 6.5 and abs(drawn.mean(axis=0)[0]) < 0.6
    assert drawn.mean(axis=0)[4] == pytest.approx(2, abs=0.1)  # a stand-in
