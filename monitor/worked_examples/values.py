"""Examples of values and how sure they are."""

from __future__ import annotations

import numpy as np
import pandas as pd

from indicators.catalogue import Method
from indicators.intervals import mean_t, wilson
from indicators.rates import crude_rate
from indicators.standardise import expected, indirect
from monitor.release import Release
from monitor.worked_examples.case import WITH_INTERVAL, Case, Example, NoExample, case_of, counted, has, latest, typical
from texts.methods import STANDARD_NAMES
from texts.numbers import german, german_int

TIMES = 10  # the same share in an area so many times as large


def proportion(release: Release, chosen: str) -> Example:
    case = case_of(release, chosen, has(Method.PROPORTION), "Die geladenen Daten enthalten keinen Anteil.")
    row = typical(case)
    lower, upper = wilson([row["count"] * TIMES], [row["base"] * TIMES])
    larger = case.interval(lower[0] * case.indicator.per, upper[0] * case.indicator.per)
    return Example(
        (
            *_with_limits(case, row),
            f"Wären es zehnmal so viele, {german_int(row['count'] * TIMES)} von {german_int(row['base'] * TIMES)}, so wäre der "
            f"Anteil gleich, der 95-%-Vertrauensbereich aber viel schmaler: {larger}.",
        )
    )


def rate(release: Release, chosen: str) -> Example:
    case = case_of(release, chosen, has(Method.RATE), "Die geladenen Daten enthalten keine Rate.")
    return Example(_with_limits(case, typical(case)))


def mean(_release: Release, _chosen: str) -> Example:
    size, average, deviation = 36, 12.0, 3.0
    lower, upper = mean_t([average], [deviation], [size])
    return Example(
        (
            "Die geladenen Daten enthalten keinen Mittelwert mit Standardabweichung; darum ein erfundenes Beispiel.",
            f"{size} Befragte brauchen im Mittel {german(average)} Minuten bis zur nächsten Praxis, mit einer Standardabweichung "
            f"von {german(deviation)} Minuten: 95-%-Vertrauensbereich {german(lower[0])} bis {german(upper[0])} Minuten.",
        )
    )


def standardised(release: Release, chosen: str) -> Example:
    case = case_of(
        release, chosen, has(Method.STANDARDISED), "Die geladenen Daten enthalten keine Fälle je Altersgruppe."
    )
    row, indicator = typical(case), case.indicator
    crude = crude_rate([row["count"]], [row["base"]], indicator.per).value[0]
    people = "Personenjahre (jede Person zählt in jedem Jahr)" if case.pool > 1 else "Personen"
    return Example(
        (
            f"{case.name(str(row.name))}, {case.title}: {german_int(row['count'])} Fälle auf {german_int(row['base'])} "
            f"{people}. Ohne Standardisierung sind das {case.value(crude)}.",
            f"Mit dem Altersaufbau der Standardbevölkerung ({STANDARD_NAMES[indicator.standard]}) wären es "
            f"{case.value(row['value'])}; 95-%-Vertrauensbereich {case.interval(row['lower95'], row['upper95'])}.",
            "Die Zahlen je Altersgruppe gehen in die Rechnung ein, werden aber nicht veröffentlicht.",
        )
    )


def ratio_to_expected(release: Release, chosen: str) -> Example:
    case = case_of(release, chosen, _has_county, "Die geladenen Daten enthalten keine Fälle mit einer Basis.")
    row, county = typical(case), case.county
    reference, base = [county["count"] / county["base"]], np.array([[row["base"]]])
    awaited, found = expected(base, reference)[0], indirect([row["count"]], base, reference)
    return Example(
        (
            f"{case.name(str(row.name))}, {case.title}: Nach dem Kreiswert wären {german(awaited)} Fälle zu erwarten, gezählt "
            f"sind {german_int(row['count'])}. Das Verhältnis ist {german(found.value[0], 2)}; 95-%-Vertrauensbereich "
            f"{german(found.lower95[0], 2)} bis {german(found.upper95[0], 2)}.",
            "Hier vereinfacht mit einer einzigen Altersgruppe, weil die Zahlen je Altersgruppe nicht veröffentlicht werden.",
        )
    )


def without_interval(release: Release, chosen: str) -> Example:
    found = [latest(release, each) for each in (chosen, *release.catalogue)]
    cases = [case for case in found if case and case.indicator.method not in WITH_INTERVAL and len(case.shown)]
    if not cases:
        raise NoExample("Jede Kennzahl der geladenen Daten hat einen Vertrauensbereich.")
    case = min(cases, key=lambda case: (case.indicator.id != chosen, case.indicator.method is not Method.RATIO))
    row = case.shown.iloc[(len(case.shown) - 1) // 2]
    return Example((_plain(case, row), "Ein Vertrauensbereich wird dazu nicht gerechnet."))


def _has_county(case: Case) -> bool:
    return has(*WITH_INTERVAL)(case) and bool(case.county["count"] > 0)


def _plain(case: Case, row: pd.Series) -> str:
    indicator, name = case.indicator, case.name(str(row.name))
    if indicator.method is not Method.RATIO:
        return f"{name}, {case.title}: {case.value(row['value'])}."
    above = f"{german_int(row['count'])} ({indicator.numerator_name})"
    below = f"{german(row['base'], 2).removesuffix(',00')} ({indicator.denominator_name})"
    return f"{name}, {case.title}: {above} geteilt durch {below} sind {case.value(row['value'])}."


def _with_limits(case: Case, row: pd.Series) -> tuple[str, str]:
    indicator = case.indicator
    return (
        f"{counted(case, row)}; 95-%-Vertrauensbereich {case.interval(row['lower95'], row['upper95'])}, "
        f"99,8-%-Vertrauensbereich {case.interval(row['lower998'], row['upper998'])}.",
        f"Gezählt sind: {indicator.numerator_name}. Basis: {indicator.denominator_name}.",
    )
