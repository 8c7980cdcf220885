"""Examples of inequality between areas."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
import pandas as pd

from indicators.catalogue import Method
from indicators.inequality import gini, relative_index, slope_index
from indicators.quantiles import quantile_groups
from indicators.rate_comparison import rate_difference, rate_ratio
from monitor.release import Release
from monitor.worked_examples.case import Case, Example, NoExample, case_of, has
from texts.change import change_interval, change_value
from texts.numbers import german, german_int

FIFTHS = 5
LEAST = 10  # areas, so that a fifth is more than one


class Ladder(NamedTuple):
    """Areas from the most to the least burdened. by: indicator that orders them. rows: of the case, in this order."""

    case: Case
    by: Case
    rows: pd.DataFrame
    fifths: pd.Series


def slope(release: Release, chosen: str) -> Example:
    ladder = _ladder(release, chosen)
    case, rows = ladder.case, ladder.rows
    difference, ratio = (found(rows["value"], rows["base"]) for found in (slope_index, relative_index))
    ratio_words = f" Der RII ist {german(ratio, 2)}." if np.isfinite(ratio) else ""
    return Example(
        (
            f"{case.title}, {len(rows)} {case.plural}, geordnet nach {ladder.by.title} vom ungünstigsten zum günstigsten Wert.",
            f"Der SII ist {change_value(case.indicator, difference)}: Um so viel unterscheidet sich das am wenigsten "
            f"belastete Ende vom am stärksten belasteten.{ratio_words}",
        )
    )


def gap(release: Release, chosen: str) -> Example:
    ladder = _ladder(release, chosen)
    case, per = ladder.case, ladder.case.indicator.per
    sums = ladder.rows[["count", "base"]].groupby(ladder.fifths).sum()
    worst, best = sums.iloc[0], sums.iloc[-1]
    if not best["count"] > 0:
        raise NoExample(
            "Im am wenigsten belasteten Fünftel gibt es keine Fälle; ein Verhältnis lässt sich nicht bilden."
        )
    four = ([worst["count"]], [worst["base"]], [best["count"]], [best["base"]])
    ratio, difference = rate_ratio(*four), rate_difference(*four, per=per)
    return Example(
        (
            f"{case.title}: im Fünftel der {case.plural} mit den ungünstigsten Werten von {ladder.by.title} "
            f"{_of(case, worst)}, im Fünftel mit den günstigsten {_of(case, best)}.",
            f"Das Verhältnis ist {german(ratio.ratio[0], 2)}; 95-%-Vertrauensbereich {german(ratio.lower[0], 2)} bis "
            f"{german(ratio.upper[0], 2)}. Der Unterschied ist {change_value(case.indicator, difference.value[0])}; "
            f"95-%-Vertrauensbereich {change_interval(case.indicator, difference.lower95[0], difference.upper95[0])}.",
        )
    )


def concentration(release: Release, chosen: str) -> Example:
    case = case_of(
        release, chosen, _measurable, "Der Gini-Koeffizient braucht Werte in mehreren Gebieten, die nicht alle 0 sind."
    )
    known = case.shown.dropna(subset="base")
    return Example(
        (
            f"{case.title}, {len(known)} {case.plural}, gewichtet mit der Basis ({case.indicator.denominator_name}): Der "
            f"Gini-Koeffizient ist {german(gini(known['value'], known['base']), 3)}.",
        )
    )


def quantiles(release: Release, chosen: str) -> Example:
    case = case_of(
        release, chosen, lambda case: len(case.shown) >= FIFTHS and case.shown["value"].nunique() > 1,
        "Fünftel lassen sich erst ab fünf Gebieten mit verschiedenen Werten bilden.",
    )  # fmt: skip
    values = case.shown["value"]
    groups = quantile_groups(values, FIFTHS)
    ends = values.groupby(groups).agg(["size", "min", "max"])
    table = pd.DataFrame(
        {
            "Fünftel": [german_int(number) for number in ends.index],
            case.plural: [german_int(size) for size in ends["size"]],
            "kleinster Wert": ends["min"].map(case.value).tolist(),
            "größter Wert": ends["max"].map(case.value).tolist(),
        }
    )
    return Example((f"{case.title}: {len(values)} {case.plural}, Gruppe 1 mit den höchsten Werten.",), table)


def _ladder(release: Release, chosen: str) -> Ladder:
    """A proportion or rate, and another indicator with a judgement that orders its areas."""
    case = case_of(
        release, chosen, has(Method.PROPORTION, Method.RATE, areas=LEAST),
        f"Ein Gefälle lässt sich erst ab {LEAST} Gebieten zeigen.",
    )  # fmt: skip
    by = case_of(
        release, _first_of_rule(release), lambda other: _orders(other, case),
        "Es fehlt eine zweite Kennzahl mit Wertung, nach der sich die Gebiete ordnen lassen.",
    )  # fmt: skip
    burden = (by.shown["value"] * -by.indicator.polarity).reindex(case.shown.index).dropna()
    burden = burden[case.shown.loc[burden.index, "base"].notna()].sort_values(ascending=False, kind="stable")
    return Ladder(case, by, case.shown.loc[burden.index], quantile_groups(burden, FIFTHS))


def _first_of_rule(release: Release) -> str:
    return next(iter(release.county.attention.county.indicators), next(iter(release.catalogue)))


def _orders(other: Case, case: Case) -> bool:
    both = other.shown.index.intersection(case.shown.index)
    return (
        other.level == case.level
        and other.indicator != case.indicator
        and other.indicator.polarity != 0
        and len(both) >= LEAST
        and other.shown.loc[both, "value"].nunique() >= FIFTHS
    )


def _measurable(case: Case) -> bool:
    return has(Method.PROPORTION, Method.RATE, areas=2)(case) and bool(case.shown["value"].max() > 0)


def _of(case: Case, sums: pd.Series) -> str:
    share = case.value(sums["count"] / sums["base"] * case.indicator.per)
    return f"{share} ({german_int(sums['count'])} von {german_int(sums['base'])})"
