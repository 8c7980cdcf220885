"""P(flag) against counties whose truth is known: 20 of each kind, three rules, about 3,000 areas a rule and kind.

Truth is the rule applied to the true rates: at least k of them beyond the value from which a share on the area's base is
secured; status and dynamics among the true rates of all areas; the pooled z of the true rates, with the errors and
correlations of the published ones. Chance alone varies in the draws. `-s` prints the tables.
"""

import numpy as np
import pandas as pd
import pytest

from indicators.assumptions import Assumptions, decided, weights_of
from indicators.certainty import certainty_of
from indicators.county_rule import CountyRule
from indicators.mss_rule import MssRule
from indicators.significance_rule import SignificanceRule
from tests.indicators.made_up import CHANGING, NAMES, made_up

COUNTIES = 20
CLASSES = (0, 0.05, 0.2, 0.5, 0.8, 0.95, 1.0001)
CHANCE = Assumptions(weights="")
RULES = (CountyRule(NAMES, 4), MssRule(NAMES, CHANGING), SignificanceRule(NAMES))


def _reliability(rule, skewed):
    """Per class of P: number of areas, mean P and share of them that are truly flagged."""
    said, true = [], []
    for seed in range(COUNTIES):
        county = made_up(seed, skewed=skewed)
        said.append(certainty_of(rule, county.evidence, assumptions=CHANCE).table["probability"])
        as_it_is = decided(weights_of(rule.inputs, rule.weights))
        true.append(rule.judge(county.evidence)(county.truth(), as_it_is).flagged[0])
    table = pd.DataFrame({"P": pd.concat(said).to_numpy(), "true": np.concatenate(true)})
    classes = pd.cut(table["P"], CLASSES, right=False)
    return table.groupby(classes, observed=False).agg(n=("P", "size"), P=("P", "mean"), true=("true", "mean"))


@pytest.mark.parametrize("skewed", [False, pytest.param(True, marks=pytest.mark.slow)], ids=["even", "skewed"])
@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.name)
def test_what_is_called_sure_is_true(rule, skewed):
    table = _reliability(rule, skewed)
    print(f"\n{rule.name}, {'skewed' if skewed else 'even'}\n{table.round(3).to_string()}")
    sure, hardly = table.iloc[-1], table.iloc[0]
    assert sure["n"] >= 60 and sure["true"] >= 0.93
    assert hardly["true"] <= 0.02
    # In between: no class further off than three standard errors of its share and 10 points.
    error = np.sqrt(table["P"] * (1 - table["P"]) / table["n"])
    assert ((table["true"] - table["P"]).abs() <= 3 * error + 0.1).all()
