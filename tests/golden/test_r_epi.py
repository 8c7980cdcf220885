"""epitools 0.5-10.1 and epiR 2.0.57 in R 4.2.2: intervals, standardisation, empirical Bayes.

No counterpart here, by decision (the product has one method for each purpose, PHE/OHID's):
- Clopper–Pearson and Wald limits of proportions; the normal limits of rates;
- epitools' Byar (Rothman's x + ½ on both sides), exact limits from 10 events on and Byar's below 10;
- the limits of Fay & Feuer (gamma) and the log-normal limits of standardised rates;
- a directly standardised value from fewer than 10 events; the gamma parameters shape and scale of epiR's prior.
The values beside those limits are compared.
"""

import numpy as np
import pytest

from indicators.intervals import poisson, wilson
from indicators.rates import crude_rate, proportion
from indicators.smoothing import prior
from indicators.standardise import direct, expected, indirect

FEW = (
    10  # below: exact limits and no directly standardised rate, as PHE/OHID; stated here so that it cannot move unseen
)


def _column(table, name):
    return table[name].to_numpy(dtype=float)


def test_proportions_and_wilson_limits_at_every_confidence(against):
    epi = against("r_epi")
    for confidence, rows in epi.table("binomial_ci.csv").groupby("conf"):
        epi.check("binomial_ci.csv, value", proportion(rows["x"], rows["n"], per=1).value, rows["p"])
        found = wilson(rows["x"], rows["n"], confidence)
        # R leaves a rounding error of 1e-17 where the lower limit is 0.
        epi.check("binomial_ci.csv, Wilson", np.column_stack(found), rows[["wilson_lo", "wilson_hi"]], atol=1e-15)


def _few_events(epi):
    table = epi.table("poisson_ci.csv")
    return table[table["x"] < FEW]


def _rate_limits(rows, confidence):
    lower, upper = poisson(rows["x"], confidence)
    return lower / rows["pt"], upper / rows["pt"]


def test_exact_limits_of_few_events(against):
    epi = against("r_epi")
    for confidence, rows in _few_events(epi).query("x > 0").groupby("conf"):
        found = np.column_stack(_rate_limits(rows, confidence))
        epi.check("poisson_ci.csv, pois.daly", found, rows[["daly_lo", "daly_hi"]], rtol=1e-8)


def test_exact_limits_as_r_searches_them(against):
    # pois.exact searches the root numerically and stops early; at 99.8 % it finds none for 0 and 1 events.
    epi = against("r_epi")
    table = _few_events(epi).dropna(subset=["exact_lo", "exact_hi"])
    for confidence, rows in table.groupby("conf"):
        found = np.column_stack(_rate_limits(rows, confidence))
        epi.check("poisson_ci.csv, pois.exact", found, rows[["exact_lo", "exact_hi"]], rtol=2e-3)


def test_without_events_the_upper_limit_has_two_sides(against):
    # pois.daly gives the one-sided limit −ln(α) at 0 events: the two-sided one of a confidence of 1 − 2α.
    epi = against("r_epi")
    for confidence, rows in _few_events(epi).query("x == 0").groupby("conf"):
        one_sided = np.column_stack(_rate_limits(rows, 2 * confidence - 1))
        epi.check("poisson_ci.csv, 0 events", one_sided, rows[["daly_lo", "daly_hi"]], rtol=1e-9)
        assert (_rate_limits(rows, confidence)[1] > rows["daly_hi"] * 1.1).all()


def test_crude_rates(against):
    epi = against("r_epi")
    table = epi.table("poisson_ci.csv")
    epi.check("poisson_ci.csv, rate", crude_rate(table["x"], table["pt"], per=1).value, table["rate"])


def test_standardised_ratios_with_byars_limits(against):
    epi = against("r_epi")
    table = epi.table("epiR_smr.csv")
    counts, events = _column(table, "obs")[:, None], _column(table, "exp")[:, None]
    found = indirect(counts, events, np.array([1.0]))
    epi.check("epiR_smr.csv, SMR", found.value, table["smr"])
    many = (table["obs"] >= FEW).to_numpy()
    # epiR takes z = 1.96.
    limits = np.column_stack([found.lower95, found.upper95])[many]
    epi.check("epiR_smr.csv, Byar", limits, table.loc[many, ["byar_lo", "byar_hi"]], rtol=2e-4)


@pytest.mark.parametrize("year", ["40", "60"])
def test_directly_standardised_cancer_mortality(against, year):
    epi = against("r_epi")
    table = epi.table("selvin_input.csv")
    published = epi.table("selvin_direct.csv").set_index("stat").loc[f"direct{year}"]
    deaths, persons = _column(table, f"dth{year}"), _column(table, f"pop{year}")
    both = _column(table, "pop40") + _column(table, "pop60")
    found = direct(deaths[None], persons[None], both, per=1)
    epi.check("selvin_direct.csv", found.value, [published["adj"]])
    crude = crude_rate([deaths.sum()], [persons.sum()], per=1)
    epi.check("selvin_direct.csv, crude", crude.value, [published["crude"]])


def test_indirectly_standardised_cancer_mortality(against):
    epi = against("r_epi")
    table, published = epi.table("selvin_input.csv"), epi.table("selvin_indirect.csv").iloc[0]
    deaths, persons = _column(table, "dth40")[None], _column(table, "pop40")[None]
    reference = _column(table, "dth60") / _column(table, "pop60")
    whole = crude_rate([table["dth60"].sum()], [table["pop60"].sum()], per=1)
    found = [
        float(expected(persons, reference)[0]),
        float(indirect(deaths, persons, reference).value[0]),
        float(indirect(deaths, persons, reference, per=float(whole.value[0])).value[0]),
        float(crude_rate([deaths.sum()], [persons.sum()], per=1).value[0]),
    ]
    epi.check("selvin_indirect.csv", found, published[["exp", "sir", "adj", "crude"]])


def test_values_of_forty_small_areas(against):
    epi = against("r_epi")
    table, published = epi.table("fayfeuer_input.csv"), epi.table("fayfeuer_expected.csv")
    assert (published["case"] == np.arange(1, 41)).all()
    counts, persons, standard = (
        table.pivot(index="case", columns="age", values=name).to_numpy(dtype=float) for name in ("x", "n", "std")
    )
    assert (standard == standard[0]).all()
    crude = crude_rate(counts.sum(axis=1), persons.sum(axis=1), per=1)
    epi.check("fayfeuer_expected.csv, crude", crude.value, published["crude"])
    stated = published["adj"].where(published["events"] >= FEW)
    epi.check("fayfeuer_expected.csv, adjusted", direct(counts, persons, standard[0], per=1).value, stated)


def test_prior_of_lip_cancer_in_scotland(against):
    epi = against("r_epi")
    table, published = epi.table("scotland_lip_cancer_input.csv"), epi.table("epiR_empbayes.csv").iloc[0]
    found = [float(number) for number in prior(table["cases"], table["population"])]
    epi.check("epiR_empbayes.csv", found, published[["gamma..mean.", "phi..variance."]])
