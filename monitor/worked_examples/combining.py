"""Examples of several indicators at once."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

import pandas as pd

from indicators.composite import aggregate, contributions
from indicators.normalise import normalise
from indicators.signs import Sign
from indicators.status_dynamics import MINIMUM_AREAS, Status
from monitor.attention import attention, indicators_of
from monitor.release import Release
from monitor.worked_examples.case import Case, Example, NoExample, case_of, middle, positions
from texts.numbers import german, german_int
from texts.reasons import with_unit

SCALES = {"z": "z-Wert", "rank": "Rang", "percentile": "Prozentrang", "minmax": "Min–Max"}
NO_INDEX = "Der Kreis hat keine Kennzahlen für einen Index benannt, die in mehreren Gebieten zugleich gezeigt werden."


class Core(NamedTuple):
    """The indicators of an index in one year: values of the areas that have them all."""

    level: str
    year: int
    values: pd.DataFrame


def comparable(release: Release, chosen: str) -> Example:
    case = case_of(
        release, chosen, _differs, "Vergleichbar machen lässt sich nur, was in mehreren Gebieten verschieden ist."
    )
    indicator = case.indicator
    values = case.shown[["value"]].rename(columns={"value": indicator.id})
    polarity = {indicator.id: indicator.polarity or -1}
    scores = pd.DataFrame({way: normalise(values, way, polarity=polarity)[indicator.id] for way in SCALES})
    rows = scores.sort_values("z", kind="stable").iloc[list(positions(len(scores)))]
    decimals = {"z": 2, "rank": 0, "percentile": 2, "minmax": 2}
    table = pd.DataFrame(
        {
            "Gebiet": [case.name(area) for area in rows.index],
            "Wert": [case.value(values.loc[area, indicator.id]) for area in rows.index],
            **{SCALES[way]: [german(number, decimals[way]) for number in rows[way]] for way in SCALES},
        }
    )
    mean, deviation = (float(number) for number in (values.mean().iloc[0], values.std(ddof=0).iloc[0]))
    return Example(
        (
            f"{case.title}: {len(values)} Gebiete mit dem Mittel {case.value(mean)} und der Standardabweichung "
            f"{german(deviation, indicator.decimals)}. Das Mittel der Gebiete dient nur als Maßstab; es ist nicht der Kreiswert.",
        ),
        table,
    )


def aggregated(release: Release, _chosen: str) -> Example:
    core = _core(release)
    polarity = {each: release.catalogue[each].polarity for each in core.values}
    scores = normalise(core.values, "z", polarity=polarity)
    index = aggregate(scores)
    area, parts = middle(index), contributions(scores)
    shares = aggregate(normalise(core.values, "percentile", polarity=polarity), "geometric")
    table = pd.DataFrame(
        {
            "Kennzahl": [release.catalogue[each].name for each in scores],
            "Wert": [with_unit(release.catalogue[each], core.values.loc[area, each]) for each in scores],
            "z-Wert": [german(scores.loc[area, each], 2) for each in scores],
            "Beitrag": [german(parts.loc[area, each], 3) for each in scores],
        }
    )
    return Example(
        (
            f"{release.hierarchy.names[area]} {core.year}: Jede der {scores.shape[1]} Kennzahlen hat das gleiche Gewicht. "
            f"Die Beiträge ergeben zusammen {german(index[area], 3)}; das ist das arithmetische Mittel der z-Werte.",
            f"Das geometrische Mittel der Prozentränge ist {german(shares[area], 2)} (0 wäre günstig, 1 ungünstig).",
        ),
        table,
    )


def status(release: Release, _chosen: str) -> Example:
    if not indicators_of(release, "mss") or release.finest == release.whole:
        raise NoExample("Der Kreis hat keine Kennzahlen für Status und Dynamik benannt.")
    year = _common_year(release, release.finest.id, indicators_of(release, "mss"))
    found = attention(release, release.finest.id, year, "mss").table
    known = found[found["status"] != ""]
    if known.empty:
        raise NoExample(f"Klassen werden erst ab {MINIMUM_AREAS} Gebieten mit vollständigen Zahlen gebildet.")
    area = middle(known["index"])
    row = known.loc[area]
    table = pd.DataFrame(
        {
            "Status": [str(name) for name in Status],
            release.finest.plural: [german_int((known["status"] == name).sum()) for name in Status],
        }
    )
    dynamics = f" Die Dynamik ist „{row['dynamics']}“." if row["dynamics"] else ""
    return Example(
        (
            f"{release.hierarchy.names[area]} {year}: Statusindex {german(row['index'], 2)}, Status „{row['status']}“.{dynamics}",
        ),
        table,
    )


def _differs(case: Case) -> bool:
    return case.shown["value"].nunique() > 1


def _core(release: Release) -> Core:
    """The indicators of the MSS rule, else of the county rule, in the areas where all are shown."""
    for rule in ("mss", "county"):
        named, level = indicators_of(release, rule), release.finest.id
        if named and any(release.years_of(each, level) for each in named):
            year = _common_year(release, level, named)
            tables = {each: release.table(level, each, year) for each in named if release.catalogue[each].polarity}
            values = pd.DataFrame(
                {each: table["value"].where(table["sign"] == Sign.SHOWN) for each, table in tables.items()}
            )
            if len(complete := values.dropna()) > 1:
                return Core(level, year, complete)
    raise NoExample(NO_INDEX)


def _common_year(release: Release, level: str, indicators: Sequence[str]) -> int:
    """The latest year in which all have numbers; in which one has, where all never do; else the latest of the data."""
    years = [set(release.years_of(each, level)) for each in indicators]
    return max(set.intersection(*years) or set.union(*years) or {release.years[-1]})
