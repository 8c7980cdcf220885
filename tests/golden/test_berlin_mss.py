"""Berlin's Monitoring Soziale Stadtentwicklung 2013 and 2015: published classes, and how far they hang on equal weights."""

from pathlib import Path

import numpy as np
import pandas as pd
import pytest

from indicators.assumptions import Assumptions
from indicators.certainty import certainty_of
from indicators.evidence import evidence_of_values
from indicators.mss_rule import MssRule

TABLE = Path(__file__).resolve().parents[3] / "shared" / "data" / "berlin-mss" / "mss_2013_2015.csv"
pytestmark = pytest.mark.skipif(not TABLE.is_file(), reason="published table in ../shared/data/berlin-mss is not there")
STATUS = {1.0: "hoch", 2.0: "mittel", 3.0: "niedrig", 4.0: "sehr niedrig"}
DYNAMICS = {"+": "positiv", "+/-": "stabil", "-": "negativ"}
OUTLIER = "10010203"  # left out by name in both editions
DRAWS = 4000


def _berlin(edition):
    published = pd.read_csv(TABLE, dtype={"id": str}).query("edition == @edition").set_index("id")
    values, changes = published.filter(regex=r"^s\d_"), published.filter(regex=r"^d\d_")
    polarity = pd.Series(-1, index=[*values.columns, *changes.columns])
    evidence = evidence_of_values(values, polarity, published["inhabitants"] >= 300, changes)
    return published, evidence, MssRule(tuple(values), tuple(changes), 0, (OUTLIER,))


@pytest.mark.parametrize(("edition", "with_index", "flagged"), [(2013, 434, 51), (2015, 435, 43)])
def test_classes_of_every_area(edition, with_index, flagged):
    published, evidence, rule = _berlin(edition)
    found = rule.assess(evidence).table
    assert found["evaluated"].sum() == with_index
    assert found["flagged"].sum() == flagged
    rated = published[published["status_index"] > 0]
    assert found.loc[rated.index, "status"].tolist() == [STATUS[number] for number in rated["status_index"]]
    assert found.loc[rated.index, "dynamics"].tolist() == [DYNAMICS[sign] for sign in rated["dynamic_index"]]


def _share_flagged(published):
    """The rule in ten lines of numpy: share of weightings, all equally likely, in which each area is flagged."""
    rated = published[(published["inhabitants"] >= 300) & (published.index != OUTLIER)].sort_index()
    rng = np.random.default_rng(2015)

    def index(prefix):
        x = rated.filter(regex=rf"^{prefix}\d_").to_numpy()
        total = rng.dirichlet(np.ones(4), DRAWS) @ ((x - x.mean(axis=0)) / x.std(axis=0)).T
        return (total - total.mean(axis=1)[:, None]) / total.std(axis=1)[:, None]

    status, dynamics = index("s"), index("d")
    return pd.Series(((status > 1.5) | ((status > 1) & (dynamics > 1))).mean(axis=0), index=rated.index)


def test_how_often_an_area_stays_flagged_under_random_weights():
    published, evidence, rule = _berlin(2015)
    only_weights = Assumptions(chance=False, weights="dirichlet")
    found = certainty_of(rule, evidence, DRAWS, assumptions=only_weights).table["probability"]
    expected = _share_flagged(published)
    assert found.dropna().index.tolist() == expected.index.tolist() and len(expected) == 435
    # Two independent shares of 4,000 draws: standard error of their difference √(2p(1 − p)/4,000); 435 comparisons.
    error = np.sqrt(2 * expected * (1 - expected) / DRAWS) + 1 / DRAWS
    away = (found[expected.index] - expected).abs() / error
    assert away.max() < 4.5
    assert (away > 2).mean() < 0.05
    flagged = rule.assess(evidence).table["flagged"]
    assert (found[flagged] >= 0.95).sum() == pytest.approx((expected[flagged[flagged].index] >= 0.95).sum(), abs=2)


def test_counts_are_not_known_so_chance_moves_nothing():
    _, evidence, rule = _berlin(2015)
    found = certainty_of(rule, evidence, 50, assumptions=Assumptions(weights="")).table
    assert set(found["probability"].dropna()) == {0, 1} and "chance" not in set(found["influence"])
