"""Townsend deprivation scores of the UK's districts 1981–2011, as published: z-values with the sample SD, added up.

TDS = z(% without a car) + z(% not owner-occupied) + z(ln(% overcrowded + 1)) + z(ln(% unemployed + 1)), unweighted;
fifths cut at quantiles of type 7. Published to 9 decimals.
"""

import numpy as np
import pandas as pd
import pytest

from indicators.classify import Scheme, assign, class_breaks
from indicators.composite import aggregate, normalise
from indicators.rates import proportion

PARTS = {"nocar": False, "notowned": False, "overcrowd": True, "unemp": True}  # part → whether of its logarithm
EDITIONS = ["1981_district", "1991_district", "2001_la", "2011_la"]
DECIMALS = 9


def _scores(table):
    """The mean of the four z-values times four is their sum."""
    shares = {name: proportion(table[f"{name}_num"], table[f"{name}_den"]).value for name in PARTS}
    parts = pd.DataFrame({name: np.log(shares[name] + 1) if log else shares[name] for name, log in PARTS.items()})
    return aggregate(normalise(parts, method="z", ddof=1)) * len(PARTS)


@pytest.mark.parametrize("edition", EDITIONS)
def test_score_of_every_district(against, edition):
    townsend = against("townsend")
    table = townsend.table(f"{edition}.csv", index_col="code")
    townsend.check(f"{edition}.csv, TDS", _scores(table), table["TDS"], rtol=0, atol=1e-8)


@pytest.mark.parametrize("edition", EDITIONS)
def test_fifth_of_every_district(against, edition):
    townsend = against("townsend")
    table = townsend.table(f"{edition}.csv", index_col="code")
    scores = _scores(table).to_numpy()
    fifths = assign(scores, class_breaks(scores, Scheme.QUANTILE, 5, DECIMALS), DECIMALS) + 1
    townsend.check(f"{edition}.csv, fifths", fifths, table["quintile"], rtol=0)
