"""Example of areas that are alike."""

from __future__ import annotations

import pandas as pd

from monitor.release import Release
from monitor.similar_areas import LEAST_CONTEXT, context_of, context_values, similar_areas
from monitor.worked_examples.case import Example, NoExample
from texts.numbers import german

TOO_FEW = "Für ähnliche Gebiete braucht es mindestens zwei Kennzahlen zur Lage und mehrere Gebiete."


def similar(release: Release, chosen: str) -> Example:
    """The first area of the finest level that has any; which indicator somebody looks at does not matter."""
    level, year = release.finest, release.years[-1]
    values, names = context_values(release, level.id, year), release.hierarchy.names
    if len(values.columns) < LEAST_CONTEXT or len(values) < 2:
        raise NoExample(TOO_FEW)
    area = str(values.notna().sum(axis=1).idxmax())
    found = similar_areas(values, area)
    used = ", ".join(each.name for each in context_of(release, level.id, year))
    table = pd.DataFrame(
        {"Gebiet": [names[str(each)] for each in found.index], "Abstand": [german(each, 2) for each in found]}
    )
    return Example((f"{names[area]} {year}, nach {used}: am ähnlichsten sind:",), table)
