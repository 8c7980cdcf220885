"""PHEindicatormethods' test table of the slope index (SII) and the relative index of inequality (RII).

No counterpart here: the limits (Monte Carlo upstream) and the intercept. The multiplier of a row only changes the
unit and, where negative, the direction: the SII is multiplied by it, the RII turned over.
"""

import re

from indicators.inequality import relative_index, slope_index

MULTIPLIER = {"(x 100)": 100.0, "(x -100)": -100.0, "negative multiplier": -1.0}


def _multiplier(test):
    return next((factor for words, factor in MULTIPLIER.items() if words in test), 1.0)


def _scale(test):
    found = re.search(r"(log|logit) transform", test)
    return found.group(1) if found else "none"


def test_slope_and_relative_index_of_every_area(against):
    phe = against("phe")
    for (test, _area), rows in phe.table("sii.csv").groupby(["TestDescription", "Area"]):
        stated = rows["sii"].dropna()
        if stated.empty:
            continue  # rows on the package's own error messages
        values = rows["Value"].fillna(rows["Count"] / rows["Population"]).to_numpy()
        population, factor = rows["Population"].to_numpy(), _multiplier(test)
        slope = slope_index(values, population, _scale(test)) * factor
        phe.check("sii.csv, SII", [float(slope)], stated, rtol=1e-6)
        ratio = float(relative_index(values, population, _scale(test)))
        for published in rows["rii"].dropna():
            phe.check("sii.csv, RII", [ratio if factor > 0 else 1 / ratio], [published], rtol=1e-6)
