"""The map of one indicator's values, or of their change since a year, through all its years."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import pandas as pd

from indicators.catalogue import Indicator, Smoothing
from indicators.classify import class_breaks
from monitor.release import Release
from texts.reasons import with_unit
from texts.treatment import SMOOTHED, period
from views.change_layer import change_layer
from views.class_choice import ClassChoice
from views.class_ranges import class_ranges
from views.codes import class_codes
from views.colours import class_colours
from views.content import Content
from views.flags import flag_strings
from views.layer import Layer, YearTexts
from views.legend_entries import ALWAYS, class_entries
from views.value_texts import area_texts, smoothed_texts


def indicator_layer(
    shown: Content,
    level: str,
    indicator: Indicator,
    choice: ClassChoice,
    years: Sequence[int],
    since: int | None = None,
    measured: bool = False,
) -> Layer:
    """Values of an indicator in these years; with `since`, the change since that year. Areas in feature order.

    Smoothed values where the catalogue asks for them, unless `measured`.
    """
    if since is not None:
        return change_layer(shown, level, indicator, choice.classes, years, since)
    release, spec = shown.release, shown.release.level(level)
    plan = release.plan(indicator.id, level)
    smoothing = Smoothing.NONE if measured else plan.smoothing
    key = ("values", level, indicator.id, choice, tuple(years), smoothing)
    breaks, codes = shown.kept(key, lambda: _values(shown, level, indicator, choice, years, smoothing))
    series = _numbers(release, level, indicator.id, smoothing).to_numpy()
    colours = class_colours(len(breaks), indicator.polarity)
    return Layer(
        key=(shown.state, *key),
        name=_named(indicator.name, smoothing),
        heading=_named(_with_unit_of(indicator), smoothing),
        lowest_first=indicator.polarity > 0,
        note={0: "dunkel = höher"}.get(indicator.polarity, "dunkel = ungünstiger"),
        labels=[period(year, plan.pool) for year in years],
        colours=colours,
        legend=[*class_entries(class_ranges(series, breaks, indicator.decimals)), *ALWAYS],
        unit=(spec.name, spec.plural),
        classes=codes.__getitem__,
        flags=flag_strings(shown, level, years),
        texts=lambda position: _value_texts(shown, level, indicator, years[position], smoothing),
    )


def _values(
    shown: Content, level: str, indicator: Indicator, choice: ClassChoice, years: Sequence[int], smoothing: Smoothing
) -> tuple[list[float], list[str]]:
    """Breaks over the whole series, so that a colour means the same in every year, and the codes of each year."""
    values = _numbers(shown.release, level, indicator.id, smoothing)
    drawn = choice.drawn
    breaks = class_breaks(values.to_numpy(), drawn.scheme, drawn.classes, indicator.decimals, drawn.own)
    signs = shown.release.signs_over_years(level, indicator.id)
    rows = values.index.get_indexer(list(shown.ids(level)))
    chosen = [values.columns.get_loc(year) for year in years]
    picked = [frame.to_numpy()[np.ix_(rows, chosen)] for frame in (values, signs)]
    return breaks, class_codes(*picked, breaks, indicator.decimals)


def _numbers(release: Release, level: str, indicator_id: str, smoothing: Smoothing) -> pd.DataFrame:
    if smoothing is Smoothing.NONE:
        return release.over_years(level, indicator_id)
    return release.smoothed_over_years(level, indicator_id)


def _value_texts(shown: Content, level: str, indicator: Indicator, year: int, smoothing: Smoothing) -> YearTexts:
    release = shown.release
    table = release.table(level, indicator.id, year).loc[list(shown.ids(level))]
    whole = float(release.benchmark(indicator.id, year, level)["value"])
    comparable = np.isfinite(whole) and level != release.whole.id and indicator.denominator != ""
    texts = area_texts(table, indicator) if smoothing is Smoothing.NONE else smoothed_texts(table, indicator)
    return YearTexts(texts, with_unit(indicator, whole) if comparable else "", release.county.name)


def _named(name: str, smoothing: Smoothing) -> str:
    return f"{name}, {SMOOTHED[smoothing]}" if smoothing else name


def _with_unit_of(indicator: Indicator) -> str:
    return f"{indicator.name} in {indicator.unit}" if indicator.unit else indicator.name
