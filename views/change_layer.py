"""The map of an indicator's change since a year, through all its years."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from indicators.catalogue import Indicator
from indicators.classify import diverging_breaks
from indicators.signs import Sign
from monitor.changes import change_table, changes_over_years
from texts.change import change_interval, change_value, class_words, direction_words, secured_words
from texts.treatment import period
from views.codes import class_codes
from views.colours import diverging_colours
from views.content import Content
from views.flags import flag_strings
from views.layer import UNSECURED, AreaText, Layer, LegendEntry, YearTexts
from views.legend_entries import ALWAYS, class_entries
from views.value_texts import why_not

UNTESTED = "nicht geprüft, ob statistisch gesichert"


def change_layer(
    shown: Content, level: str, indicator: Indicator, classes: int, years: Sequence[int], since: int
) -> Layer:
    """Unit of the indicator, percentage points for percentages. classes: 3, 5 or 7. Areas in feature order."""
    release, spec = shown.release, shown.release.level(level)
    key = ("changes", level, indicator.id, classes, tuple(years), since)
    breaks, codes, extremes = shown.kept(key, lambda: _changes(shown, level, indicator, classes, years, since))
    words, pool = class_words(breaks, indicator.decimals, extremes), release.plan(indicator.id, level).pool
    return Layer(
        key=(shown.state, *key),
        name=f"{indicator.name}, Veränderung von {period(since, pool)} bis",
        heading=f"{indicator.name}: Veränderung {_change_unit(indicator)} von {period(since, pool)} bis",
        joint=" ",
        lowest_first=indicator.polarity > 0,
        note=_change_note(indicator),
        labels=[period(year, pool) for year in years],
        colours=diverging_colours(len(breaks), indicator.polarity),
        legend=[
            *class_entries(words),
            LegendEntry(UNSECURED, "davon statistisch nicht gesichert", "unsecured"),
            *ALWAYS,
        ],
        unit=(spec.name, spec.plural),
        classes=codes.__getitem__,
        flags=flag_strings(shown, level, years),
        texts=lambda position: _change_texts(shown, level, indicator, years[position], since),
    )


def _changes(
    shown: Content, level: str, indicator: Indicator, classes: int, years: Sequence[int], since: int
) -> tuple[list[float], list[str], tuple[float, float]]:
    """Breaks over the whole series, the codes of each year, and the largest fall and rise that there are."""
    series = changes_over_years(shown.release, level, indicator.id, since).to_numpy()
    breaks = diverging_breaks(series, classes, indicator.decimals)
    printed = np.round(series, indicator.decimals)
    extremes = (float(np.nanmin(printed)), float(np.nanmax(printed))) if breaks else (0.0, 0.0)
    tables = [
        change_table(shown.release, level, indicator.id, year, since).loc[list(shown.ids(level))] for year in years
    ]
    values, signs = (np.column_stack([table[name] for table in tables]) for name in ("value", "sign"))
    doubtful = np.column_stack([table["tested"] & ~table["secured"] for table in tables])
    return breaks, class_codes(values, signs, breaks, indicator.decimals, doubtful), extremes


def _change_texts(shown: Content, level: str, indicator: Indicator, year: int, since: int) -> YearTexts:
    release = shown.release
    table = change_table(release, level, indicator.id, year, since).loc[list(shown.ids(level))]
    of_whole = change_table(release, release.whole.id, indicator.id, year, since, pooled_as=level)
    whole = float(of_whole["value"].iloc[0])
    comparable = np.isfinite(whole) and level != release.whole.id and indicator.denominator != ""
    rows = table[["sign", "value", "lower95", "upper95", "secured", "tested"]].itertuples(index=False)
    texts = [_change_text(indicator, *row) for row in rows]
    return YearTexts(texts, change_value(indicator, whole) if comparable else "", release.county.name)


def _change_text(
    indicator: Indicator, sign: int, value: float, lower: float, upper: float, secured: bool, tested: bool
) -> AreaText:
    if sign != Sign.SHOWN:
        return why_not(Sign(sign))
    decimals = indicator.decimals
    interval = change_interval(indicator, lower, upper) if tested else ""
    judged = (direction_words(value, indicator.polarity, decimals), secured_words(secured, tested) or UNTESTED)
    return AreaText(change_value(indicator, value), interval, ", ".join(word for word in judged if word))


def _change_unit(indicator: Indicator) -> str:
    if indicator.unit == "%":
        return "in Prozentpunkten"
    return f"in {indicator.unit}" if indicator.unit else "der Anzahl"


def _change_note(indicator: Indicator) -> str:
    return {
        -1: "warm = gestiegen, ungünstiger",
        1: "warm = gesunken, ungünstiger",
    }.get(indicator.polarity, "violett = gestiegen, grün = gesunken")  # fmt: skip
