"""Values in the tests of PySAL esda: standardisation of two regions and Getis and Ord's local statistic.

No counterpart here: rates of Assunção and Reis, weighted medians, limits after Fay & Feuer and log-normal ones, global
G, Gi without the area itself, and the moments of local Moran's I (p comes from permutations). esda's z of Gi with
ROW-STANDARDISED weights (−0.6207; right would be −1.0137) rests on a variance that holds for binary weights only: the
product uses binary ones.
"""

import json

import numpy as np
import pandas as pd
import pytest

from indicators.spatial import getis_ord
from indicators.standardise import direct, indirect

PRINTED = 6e-9  # esda's tests state eight decimals


@pytest.fixture
def pysal(against):
    return against("pysal")


def _tests(pysal, name):
    return json.loads((pysal.folder / "esda_tests.json").read_text(encoding="utf-8"))[name]


def _by_region(case, name):
    return np.reshape(np.array(case[name], dtype=float), (case["regions"], -1))


def test_age_standardised_rates(pysal):
    case = _tests(pysal, "age_standardisation")
    events, people = _by_region(case, "events"), _by_region(case, "population")
    standard_events, standard = _by_region(case, "std_events"), _by_region(case, "std_population")
    crude = standard_events.sum() / standard.sum()
    for region in range(case["regions"]):
        counts, base = events[[region]], people[[region]]
        adjusted = direct(counts, base, standard[region], per=1).value
        pysal.check("direct", adjusted, [case["direct"][region][0]], rtol=0, atol=PRINTED)
        own = direct(counts, base, people[region], per=1).value
        pysal.check("own weights", own, [case["crude_adjusted"][region]], rtol=0, atol=PRINTED)
        reference = standard_events[region] / standard[region]
        ratio = indirect(counts, base, reference, per=crude).value
        pysal.check("indirect", ratio, [case["indirect"][region][0]], rtol=0, atol=PRINTED)


def test_standardised_mortality_ratios(pysal):
    case = _tests(pysal, "smr")
    events, people = _by_region(case, "events"), _by_region(case, "population")
    reference = _by_region(case, "std_events") / _by_region(case, "std_population")
    found = [indirect(events[[region]], people[[region]], reference[region]).value[0] for region in range(2)]
    pysal.check("SMR", found, case["smr"], rtol=0, atol=PRINTED)


def test_getis_and_ords_statistic_of_the_first_point(pysal):
    case = _tests(pysal, "getis_ord")
    neighbours = {int(point): others for point, others in case["neighbours"].items()}
    found = getis_ord(pd.Series(case["y"]), neighbours)
    pysal.check("Gi* with binary weights", [found["z"][0]], [case["Gistar_B_z0"]], rtol=0, atol=6e-7)
