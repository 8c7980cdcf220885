"""Examples of development over time."""

from __future__ import annotations

import pandas as pd

from indicators.catalogue import Method
from indicators.rates import Estimate
from indicators.signs import Sign
from indicators.trend import TrendTest, recent_trend, weighted_trend
from indicators.trend_rule import CRITICAL, YEARS
from monitor.changes import change_table, change_years
from monitor.release import Release
from monitor.worked_examples.case import WITH_INTERVAL, Case, Example, case_of, last_years, latest, middle
from texts.change import change_interval, change_value, secured_words
from texts.numbers import german, german_int
from texts.treatment import period
from texts.trend import trend_words

LOOK_BACK = 5  # years; the nearest one that there is


def trend(release: Release, chosen: str) -> Example:
    case = case_of(
        release, chosen, lambda case: len(_complete(case)) > 0,
        "Die geladenen Daten reichen nicht über fünf aufeinanderfolgende einzelne Jahre.",
    )  # fmt: skip
    area = middle(_complete(case))
    rows = pd.DataFrame([case.in_year(year).loc[area] for year in last_years(case, YEARS)])
    rows.index = pd.Index(last_years(case, YEARS))
    found = _tested(case, rows)
    table = pd.DataFrame(
        {
            "Jahr": [str(year) for year in rows.index],
            "Fälle": rows["count"].map(german_int).tolist(),
            "Basis": rows["base"].map(german_int).tolist(),
            "Wert": rows["value"].map(case.value).tolist(),
        }
    )
    return Example(
        (
            *_why_another(release, chosen, case),
            f"{case.name(area)}, {case.indicator.name}: im Mittel {change_value(case.indicator, float(found.slope))} im "
            f"Jahr. χ² ist {german(float(found.chi_square), 2)}, die Grenze {german(CRITICAL, 2)}: „{_words(case, found)}“.",
        ),
        table,
    )


def change(release: Release, chosen: str) -> Example:
    case = case_of(
        release, chosen, lambda case: since_year(case) is not None,
        "Verglichen werden kann nur, wo mindestens zwei Jahre gezeigt werden, die sich nicht überschneiden.",
    )  # fmt: skip
    since = int(since_year(case) or 0)
    table = change_table(release, case.level, case.indicator.id, case.year, since)
    area = middle(case.shown["base"].fillna(0).loc[table.index[table["sign"] == Sign.SHOWN]])
    row, now = table.loc[area], case.shown.loc[area]
    before = case.in_year(since).loc[area]
    limits = ""
    if row["tested"]:
        limits = f"; 95-%-Vertrauensbereich {change_interval(case.indicator, row['lower95'], row['upper95'])}, "
        limits += secured_words(bool(row["secured"]), True)
    return Example(
        (
            f"{case.name(area)}, {case.indicator.name}: {case.value(before['value'])} ({period(since, case.pool)}), "
            f"{case.value(now['value'])} ({period(case.year, case.pool)}). Die Veränderung ist "
            f"{change_value(case.indicator, row['value'])}{limits}.",
        )
    )


def _complete(case: Case) -> pd.Series:
    """Base of the areas whose last five years are all shown, each by itself; empty where there are none."""
    years = last_years(case, YEARS)
    if case.pool > 1 or case.indicator.method not in WITH_INTERVAL or len(years) < YEARS:
        return pd.Series(dtype=float)
    return pd.concat([case.in_year(year)["base"] for year in years], axis=1, join="inner").dropna().mean(axis=1)


def _tested(case: Case, rows: pd.DataFrame) -> TrendTest:
    if case.indicator.method is Method.PROPORTION:
        return recent_trend(rows["count"], rows["base"], case.indicator.per)
    return weighted_trend(Estimate(*(rows[name] for name in Estimate._fields)))


def _words(case: Case, found: TrendTest) -> str:
    return trend_words(int(found.direction), case.indicator.polarity)


def _why_another(release: Release, chosen: str, case: Case) -> tuple[str, ...]:
    asked = latest(release, chosen)
    if asked is None or asked.indicator == case.indicator or asked.pool == 1:
        return ()
    return (
        f"{asked.indicator.name} fasst Jahre zusammen und wird deshalb nicht getestet; das Beispiel nimmt eine andere Kennzahl.",
    )


def since_year(case: Case) -> int | None:
    """The year nearest to five years ago with an area that is shown in both."""
    years = change_years(case.release, case.level, case.indicator.id)
    years = [year for year in years if not case.in_year(year).index.intersection(case.shown.index).empty]
    return min(years, key=lambda year: abs(case.year - LOOK_BACK - year), default=None)
