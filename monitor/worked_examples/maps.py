"""Example of the classes of a map."""

from __future__ import annotations

import pandas as pd

from indicators.classify import Scheme, class_breaks
from monitor.release import Release
from monitor.worked_examples.case import Case, Example, case_of
from texts.numbers import german, german_exact, german_int

CLASSES = 5
NAMES = {
    Scheme.QUANTILE: "gleich viele Gebiete (Quantile)",
    Scheme.EQUAL: "gleiche Abstände",
    Scheme.NATURAL: "natürliche Grenzen (Fisher, Jenks)",
    Scheme.DEVIATION: "Standardabweichung",
    Scheme.PRETTY: "runde Grenzen",
    Scheme.FIXED: "Vorgabe der Kennzahl",
}


def classes(release: Release, chosen: str) -> Example:
    case = case_of(
        release, chosen, lambda case: len(case.shown) > 1, "Klassen lassen sich erst ab zwei Gebieten bilden."
    )
    fixed = case.indicator.breaks
    rows = [_row(case, scheme) for scheme in NAMES if scheme is not Scheme.FIXED or fixed]
    return Example(
        (f"{case.title}, {len(case.shown)} {case.plural}: obere Grenzen und Zahl der Gebiete je Klasse.",),
        pd.DataFrame(rows, columns=["Einteilung", "obere Grenzen", "Gebiete je Klasse"]),
    )


def _row(case: Case, scheme: Scheme) -> tuple[str, str, str]:
    decimals, values = case.indicator.decimals, case.shown["value"].to_numpy()
    breaks = class_breaks(values, scheme, CLASSES, decimals, case.indicator.breaks)
    sizes = pd.cut(case.shown["value"].round(decimals), [float("-inf"), *breaks]).value_counts(sort=False)
    bounds = "; ".join(
        german(each, decimals) if round(each, decimals) == each else german_exact(each) for each in breaks
    )
    return NAMES[scheme], bounds, "; ".join(german_int(size) for size in sizes)
