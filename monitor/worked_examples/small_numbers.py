"""Examples of what is done where numbers are small."""

from __future__ import annotations

import pandas as pd

from geodata.neighbours import neighbours
from indicators.catalogue import Method, Smoothing
from indicators.intervals import wilson
from indicators.pooling import add_years
from indicators.rates import proportion
from indicators.smoothing import empirical_bayes
from monitor.release import Release
from monitor.worked_examples.case import Case, Example, case_of, counted, has, last_years, positions, typical
from texts.numbers import german_int

YEARS = 3


def pooled(release: Release, chosen: str) -> Example:
    case = case_of(
        release,
        chosen,
        lambda case: has(Method.PROPORTION)(case) and (case.pool > 1 or len(_complete(case)) > 0),
        "Die geladenen Daten reichen nicht über drei Jahre.",
    )
    return _pooled_already(case) if case.pool > 1 else _pooled_here(case)


def smoothed(release: Release, chosen: str) -> Example:
    case = case_of(
        release, chosen, has(Method.PROPORTION, Method.RATE, areas=3),
        "Geglättet werden kann nur, wo mindestens drei Gebiete gezeigt werden.",
    )  # fmt: skip
    by_size = case.shown.dropna(subset="base").sort_values("base", kind="stable")
    rows = by_size.iloc[list(positions(len(by_size)))]
    rates = {way: _smoothed(case, way).reindex(rows.index) for way in (Smoothing.GLOBAL, Smoothing.LOCAL)}
    table = pd.DataFrame(
        {
            "Gebiet": [case.name(area) for area in rows.index],
            "Basis": rows["base"].map(german_int).tolist(),
            "gemessen": rows["value"].map(case.value).tolist(),
            "geglättet": rates[Smoothing.GLOBAL].map(case.value).tolist(),
            "geglättet mit den Nachbarn": rates[Smoothing.LOCAL].map(case.value).tolist(),
        }
    )
    return Example(
        (
            f"{case.title}: das kleinste, ein mittleres und das größte Gebiet. Der Kreis hat "
            f"{case.value(case.county['value'])}; je kleiner die Basis, desto weiter rückt ein Wert dorthin, mit Nachbarn "
            "zum Mittel seiner Umgebung.",
        ),
        table,
    )


def _smoothed(case: Case, way: Smoothing) -> pd.Series:
    """Smoothed among the shown areas; as the map has it, where it shows this kind."""
    if case.release.plan(case.indicator.id, case.level).smoothing is way:
        return pd.Series(case.shown["smoothed"])
    near = neighbours(case.release.hierarchy.areas(case.level)) if way is Smoothing.LOCAL else None
    known = case.shown.dropna(subset="base")
    return pd.Series(empirical_bayes(known["count"], known["base"], near, case.indicator.per))


def _pooled_already(case: Case) -> Example:
    row = typical(case)
    lower, upper = wilson([row["count"] / case.pool], [row["base"] / case.pool])
    single = case.interval(lower[0] * case.indicator.per, upper[0] * case.indicator.per)
    return Example(
        (
            f"{counted(case, row)}; 95-%-Vertrauensbereich {case.interval(row['lower95'], row['upper95'])}. "
            f"Zusammengefasst sind {case.pool} Jahrgänge.",
            f"Ein einzelner Jahrgang mit demselben Anteil hätte eine Basis von etwa {german_int(row['base'] / case.pool)} "
            f"und den 95-%-Vertrauensbereich {single}. Einzelne Jahrgänge werden hier nicht veröffentlicht.",
        )
    )


def _pooled_here(case: Case) -> Example:
    """Three published years added up."""
    years = last_years(case, YEARS)
    complete = _complete(case)
    area = complete.sort_values().index[(len(complete) - 1) // 2]
    rows = pd.DataFrame([case.in_year(year).loc[area] for year in years], index=years)
    count, base = (add_years(rows[name].to_numpy(dtype=float), YEARS)[-1] for name in ("count", "base"))
    found = proportion([count], [base], case.indicator.per)
    each = "; ".join(
        f"{year}: {german_int(row['count'])} von {german_int(row['base'])}" for year, row in rows.iterrows()
    )
    alone = rows.iloc[-1]
    return Example(
        (
            f"{case.name(str(area))}, {case.indicator.name}. {each}.",
            f"Zusammen {german_int(count)} von {german_int(base)}, das sind {case.value(found.value[0])}; 95-%-Vertrauensbereich "
            f"{case.interval(found.lower95[0], found.upper95[0])}. Für {years[-1]} allein: "
            f"{case.value(alone['value'])}, {case.interval(alone['lower95'], alone['upper95'])}.",
            "Diese Kennzahl wird auf der Karte nicht zusammengefasst, weil schon ein Jahr genügt.",
        )
    )


def _complete(case: Case) -> pd.Series:
    """Base of the areas that are shown in each of the last three years; empty where there are fewer years."""
    years = last_years(case, YEARS)
    if len(years) < YEARS:
        return pd.Series(dtype=float)
    return pd.concat([case.in_year(year)["base"] for year in years], axis=1, join="inner").dropna().mean(axis=1)
