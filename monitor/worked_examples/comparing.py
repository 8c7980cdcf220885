"""Examples of comparisons: with the county, with a target, of many areas at once."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
import pandas as pd

from indicators.benchmark import Comparison, Target, meets_target
from indicators.catalogue import Method
from indicators.false_discovery import benjamini_hochberg
from indicators.funnel import funnel_limits_events, funnel_limits_proportion
from indicators.intervals import Interval
from indicators.significance import p_value, p_value_events
from monitor.release import Release
from monitor.worked_examples.case import WITH_INTERVAL, Case, Example, case_of, estimate, has, positions, typical
from texts.comparison import comparison_words
from texts.numbers import german, german_int
from texts.target import target_words

ONE_AREA = "Verglichen werden kann nur, wo mehrere Gebiete und der Wert des ganzen Kreises gezeigt werden."
ORDER = (Comparison.MUCH_HIGHER, Comparison.HIGHER, Comparison.SIMILAR, Comparison.LOWER, Comparison.MUCH_LOWER)


def benchmark(release: Release, chosen: str) -> Example:
    case = case_of(release, chosen, _compared(*WITH_INTERVAL), ONE_AREA)
    row, polarity = typical(case), case.indicator.polarity
    codes = case.shown["comparison"]
    order = [code for code in ORDER if (codes == code).any()]
    table = pd.DataFrame(
        {
            "Vergleich mit dem Kreis": [comparison_words(code, polarity) for code in order],
            case.plural: [german_int((codes == code).sum()) for code in order],
        }
    )
    return Example(
        (
            f"{case.title}: Der Kreis hat {case.value(case.county['value'])}. {case.name(str(row.name))} hat "
            f"{case.value(row['value'])}, 95-%-Vertrauensbereich {case.interval(row['lower95'], row['upper95'])}, "
            f"99,8-%-Vertrauensbereich {case.interval(row['lower998'], row['upper998'])}: "
            f"„{comparison_words(row['comparison'], polarity)}“.",
        ),
        table,
    )


def funnel(release: Release, chosen: str) -> Example:
    case = case_of(release, chosen, _compared(Method.PROPORTION, Method.RATE), ONE_AREA)
    rows = case.shown.dropna(subset="base").sort_values("base", kind="stable")
    rows = rows.iloc[list(positions(len(rows)))]
    near, far = (_limits(case, rows["base"], confidence) for confidence in (0.95, 0.998))
    table = pd.DataFrame(
        {
            "Gebiet": [case.name(area) for area in rows.index],
            "Basis": rows["base"].map(german_int).tolist(),
            "Wert": rows["value"].map(case.value).tolist(),
            "95-%-Grenzen": _pairs(case, near),
            "99,8-%-Grenzen": _pairs(case, far),
            "Urteil": [comparison_words(code, case.indicator.polarity) for code in rows["comparison"]],
        }
    )
    return Example(
        (
            f"{case.title}: Der Kreis hat {case.value(case.county['value'])}. So weit darf ein Gebiet allein durch Zufall davon "
            "abweichen, das kleinste, ein mittleres und das größte:",
        ),
        table,
    )


def target(release: Release, chosen: str) -> Example:
    case = case_of(release, chosen, _has_target, "Für keine Kennzahl der geladenen Daten ist ein Zielwert genannt.")
    indicator, row = case.indicator, typical(case)
    codes = pd.Series(meets_target(estimate(case.shown), indicator.target, indicator.polarity))
    order = [code for code in (Target.MET, Target.OPEN, Target.MISSED) if (codes == code).any()]
    table = pd.DataFrame(
        {
            "Zielwert": [target_words(code) for code in order],
            case.plural: [german_int((codes == code).sum()) for code in order],
        }
    )
    limit = "mindestens" if indicator.polarity > 0 else "höchstens"
    return Example(
        (
            f"{case.title}: Ziel sind {limit} {case.value(float(indicator.target or 0))}. {case.name(str(row.name))} hat "
            f"{case.value(row['value'])}, 95-%-Vertrauensbereich {case.interval(row['lower95'], row['upper95'])}: "
            f"„{target_words(codes[row.name])}“.",
        ),
        table,
    )


def many(release: Release, chosen: str) -> Example:
    case = case_of(release, chosen, _compared(Method.PROPORTION, Method.RATE), ONE_AREA)
    known = case.shown.dropna(subset="base")
    test = p_value if case.indicator.method is Method.PROPORTION else p_value_events
    p = test(known["count"], known["base"], case.county["value"] / case.indicator.per)
    adjusted = benjamini_hochberg(p)
    chance = german(0.05 * len(p))
    table = pd.DataFrame(
        {
            "Maßstab": [
                "jedes Gebiet für sich, p unter 0,05 (95 % Sicherheit)",
                "jedes Gebiet für sich, p unter 0,002 (99,8 % Sicherheit)",
                "alle zusammen, nach Benjamini und Hochberg unter 0,05",
            ],
            f"auffällige {case.plural}": [german_int(found.sum()) for found in (p < 0.05, p < 0.002, adjusted < 0.05)],
        }
    )
    return Example(
        (
            f"{case.title}: {len(p)} Vergleiche mit dem Kreiswert. Gäbe es gar keine Unterschiede, so wären bei 95 % Sicherheit "
            f"trotzdem etwa {chance} davon auffällig.",
        ),
        table,
    )


def _compared(*methods: Method) -> Callable[[Case], bool]:
    return lambda case: has(*methods, areas=2)(case) and bool(np.isfinite(case.county["value"]))


def _has_target(case: Case) -> bool:
    return case.indicator.target is not None and case.indicator.polarity != 0 and has(*WITH_INTERVAL)(case)


def _limits(case: Case, base: pd.Series, confidence: float) -> Interval:
    """Control limits in the unit of the indicator."""
    per = case.indicator.per
    limits = funnel_limits_proportion if case.indicator.method is Method.PROPORTION else funnel_limits_events
    return Interval(*(each * per for each in limits(case.county["value"] / per, base, confidence)))


def _pairs(case: Case, limits: Interval) -> list[str]:
    return [case.interval(lower, upper) for lower, upper in zip(limits.lower, limits.upper, strict=True)]
