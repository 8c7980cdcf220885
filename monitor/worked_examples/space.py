"""Example of a pattern in space."""

from __future__ import annotations

import numpy as np
import pandas as pd

from geodata.neighbours import neighbours
from indicators.spatial import Quadrant, getis_ord, local_moran, moran
from monitor.release import Release
from monitor.worked_examples.case import Example, NoExample, case_of
from texts.numbers import german, german_int

LEAST = 10  # areas, so that there can be a pattern
MANY = 500  # areas from which fewer permutations must do
QUADRANTS = {
    Quadrant.HIGH_HIGH: "hoch neben hoch",
    Quadrant.LOW_LOW: "niedrig neben niedrig",
    Quadrant.HIGH_LOW: "hoch, aber niedrige Nachbarn",
    Quadrant.LOW_HIGH: "niedrig, aber hohe Nachbarn",
}


def clusters(release: Release, chosen: str) -> Example:
    case = case_of(
        release, chosen, lambda case: len(case.shown) >= LEAST and case.shown["value"].nunique() > 1,
        f"Nach Häufungen lässt sich erst ab {LEAST} Gebieten mit verschiedenen Werten suchen.",
    )  # fmt: skip
    values = case.shown["value"]
    near = neighbours(release.hierarchy.areas(case.level))
    found = moran(values, near)
    if not np.isfinite(found.I):
        raise NoExample("Die Gebiete haben zu wenige gemeinsame Grenzen, um nach Häufungen zu suchen.")
    local = local_moran(values, near, permutations=999 if len(values) > MANY else 9999)
    hot = getis_ord(values, near)
    kinds = local.loc[local["q"] < 0.05, "quadrant"]
    table = pd.DataFrame(
        {
            "Muster": [*QUADRANTS.values(), "Getis-Ord G*: hohe Werte geballt", "Getis-Ord G*: niedrige Werte geballt"],
            f"{case.plural} (nach Benjamini und Hochberg unter 0,05)": [
                *(german_int((kinds == kind).sum()) for kind in QUADRANTS),
                *(german_int(((hot["q"] < 0.05) & side).sum()) for side in (hot["z"] > 0, hot["z"] < 0)),
            ],
        }
    )
    islands = f" {len(found.islands)} Gebiete ohne Nachbarn bleiben außer Betracht." if found.islands else ""
    return Example(
        (
            f"{case.title}, {found.areas} {case.plural}: Morans I ist {german(found.I, 3)} (ohne Muster wären es "
            f"{german(found.expected, 3)}), p = {german(found.p, 3)}.{islands}",
        ),
        table,
    )
