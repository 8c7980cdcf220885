"""PHEindicatormethods' test tables: significance against the average, and control limits of funnel plots.

Upstream prints the limits to 6 to 10 digits and searches those of events by bisection to 1e-7 events, which makes them
0.005 % wrong at one event.
"""

import numpy as np
import pytest

from indicators.benchmark import Comparison, compare
from indicators.funnel import funnel_limits_events, funnel_limits_proportion
from indicators.intervals import poisson
from indicators.rates import crude_rate, proportion
from indicators.standardise import indirect

FEW = 10  # events below which the product has exact limits
LABELS = {
    "High (0.001)": Comparison.MUCH_HIGHER,
    "High (0.025)": Comparison.HIGHER,
    "Not significant": Comparison.SIMILAR,
    "Low (0.025)": Comparison.LOWER,
    "Low (0.001)": Comparison.MUCH_LOWER,
    "Not applicable for events less than 10 for dsrs": Comparison.NOT_COMPARED,
}


def _codes(labels):
    return [int(LABELS[label]) for label in labels]


def test_proportions_against_the_average(against):
    phe = against("phe")
    table = phe.table("funnel_significance_proportion.csv")
    whole = proportion([table["numerator"].sum()], [table["denominator"].sum()])
    found = compare(proportion(table["numerator"], table["denominator"]), float(whole.value[0]))
    phe.check("funnel_significance_proportion.csv", found, _codes(table["significance"]), rtol=0)


def test_standardised_ratios_against_one(against):
    phe = against("phe")
    table = phe.table("funnel_significance_ratio.csv")
    counts, events = (table[column].to_numpy(dtype=float)[:, None] for column in ("obs", "expected"))
    found = compare(indirect(counts, events, np.array([1.0])), 1.0)
    phe.check("funnel_significance_ratio.csv", found, _codes(table["significance"]), rtol=0)


@pytest.mark.parametrize("kind", ["dsr", "crude"])
@pytest.mark.parametrize("unit", ["100000", "100"])
@pytest.mark.parametrize("zeros", ["with_0", "without_0"])
def test_rates_against_the_average(against, kind, unit, zeros):
    phe = against("phe")
    table = phe.table("funnel_significance_rate.csv")
    # Without 0: the table has no row for the area without events.
    table = table if zeros == "with_0" else table[table["count"] > 0]
    rates, per = _rates(table, kind, unit)
    base = (table["count"] / rates * per).where(table["count"] > 0, table["pop"] if kind == "crude" else np.nan)
    average = table["count"].sum() / base.sum() * per
    found = compare(crude_rate(table["count"], base, per), average)
    column = f"{kind}_per_{unit}_{zeros}"
    phe.check(f"funnel_significance_rate.csv, {column}", found, _codes(table[column]), rtol=0)


def _rates(table, kind, unit):
    """The stated rates and their unit; the standardised ones are printed per 100,000 only."""
    if kind == "dsr":
        return table["rate_dsr"] / 100_000 * float(unit), float(unit)
    return table[f"rate_crude_per_{unit}"], float(unit)


CONFIDENCES = {"2s": 0.95, "3s": 0.998}
PROPORTIONS = {"funnel_limits_prop_outputs": np.inf, "funnel_limits_prop_outputs_with_axis_variation": 31_000}


@pytest.mark.parametrize("name", PROPORTIONS)
def test_control_limits_of_proportions(against, name):
    phe = against("phe")
    areas = phe.table("funnel_significance_proportion.csv").query(f"denominator < {PROPORTIONS[name]}")
    average = proportion([areas["numerator"].sum()], [areas["denominator"].sum()])
    benchmark = float(average.value[0])
    table = phe.table(f"{name}.csv")
    phe.check(f"{name}.csv, baseline", np.full(len(table), benchmark), table["Baseline"], rtol=1e-6)
    for confidence, columns in (
        (0.95, ["Lower2s0025limit", "Upper2s0025limit"]),
        (0.998, ["Lower3s0001limit", "Upper3s0001limit"]),
    ):
        limits = funnel_limits_proportion(benchmark / 100, table["Population"], confidence)
        phe.check(f"{name}.csv", np.column_stack(limits) * 100, table[columns], rtol=1e-6, atol=1e-6)


@pytest.mark.parametrize("width", CONFIDENCES)
def test_control_limits_of_ratios(against, width):
    phe = against("phe")
    table = phe.table("funnel_limits_ratio_outputs.csv")
    for position, side in enumerate(("lower", "upper")):
        base = table[f"{side}_{width}_exp_events"]
        limit = funnel_limits_events(1.0, base, CONFIDENCES[width])[position]
        phe.check("funnel_limits_ratio_outputs.csv", limit * 100, table[f"{side}_{width}_isr"], rtol=1e-4)
        phe.check("funnel_limits_ratio_outputs.csv", limit - 1, table[f"{side}_{width}_count"], rtol=1e-4)


@pytest.mark.parametrize("width", CONFIDENCES)
def test_expected_events_at_the_control_limits(against, width):
    # Exact limits at every count upstream; here Byar's from 10 events on.
    phe = against("phe")
    table = phe.table("funnel_limits_ratio_outputs.csv")
    table = table[table["Observed_events"] < FEW]
    fewest, most = poisson(table["Observed_events"], CONFIDENCES[width])
    for found, side in ((most, "lower"), (fewest, "upper")):
        phe.check("funnel_limits_ratio_outputs.csv, events", found, table[f"{side}_{width}_exp_events"], rtol=1e-4)


YEARS = 3  # of data behind each count of the rate table; its populations are those of one year


@pytest.mark.parametrize("width", CONFIDENCES)
def test_control_limits_of_rates(against, width):
    phe = against("phe")
    areas = phe.table("funnel_limits_rate_inputs.csv").query("ev > 0")
    average = crude_rate([areas["ev"].sum()], [(areas["ev"] / areas["rate"] * 100_000).sum()], per=100_000)
    benchmark = float(average.value[0])
    table = phe.table("funnel_limits_rate_outputs.csv")
    phe.check("funnel_limits_rate_outputs.csv, baseline", np.full(len(table), benchmark), table["baseline"], rtol=1e-8)
    for position, side in enumerate(("lower", "upper")):
        base = table[f"{side}_{width}_population_1_year"] * YEARS
        limit = funnel_limits_events(benchmark / 100_000, base, CONFIDENCES[width])[position] * 100_000
        phe.check("funnel_limits_rate_outputs.csv", limit, table[f"{side}_{width}_limit"], rtol=1e-4)


@pytest.mark.parametrize("width", CONFIDENCES)
def test_population_at_the_control_limits(against, width):
    phe = against("phe")
    table = phe.table("funnel_limits_rate_outputs.csv")
    table = table[table["Events"] < FEW]
    fewest, most = poisson(table["Events"], CONFIDENCES[width])
    for events, side in ((most, "lower"), (fewest, "upper")):
        found = events / (table["baseline"] / 100_000) / YEARS
        published = table[f"{side}_{width}_population_1_year"]
        phe.check("funnel_limits_rate_outputs.csv, population", found, published, rtol=1e-4)
