"""The map of one indicator's values, or of their change since a year, through all its years."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import pandas as pd
import streamlit as st

from indicators.catalogue import Indicator, Smoothing
from indicators.classify import class_breaks
from monitor.release import Release
from texts.reasons import with_unit
from texts.treatment import SMOOTHED, period
from ui.change_layer import change_layer
from ui.class_ranges import class_ranges
from ui.classes import ClassChoice
from ui.codes import class_codes
from ui.colours import class_colours
from ui.data import Content, State
from ui.flags import flag_strings
from ui.legend_entries import ALWAYS, class_entries
from ui.map.layer import Layer, YearTexts
from ui.value_texts import area_texts, smoothed_texts


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
    key = (shown.state, "values", level, indicator.id, choice, tuple(years), smoothing)
    breaks, codes = _values(*key, release, shown.ids(level))
    series = _numbers(release, level, indicator.id, smoothing).to_numpy()
    colours = class_colours(len(breaks), indicator.polarity)
    return Layer(
        key=key,
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


# Cached by the state of the files and by choices, never by tables; a tuple of classes is the same for every session.
@st.cache_resource(show_spinner=False, max_entries=400)
def _values(
    state: State, kind: str, level: str, indicator_id: str, choice: ClassChoice, years: tuple[int, ...],
    smoothing: Smoothing, _release: Release, _ids: tuple[str, ...],
) -> tuple[list[float], list[str]]:  # fmt: skip
    """Breaks over the whole series, so that a colour means the same in every year, and the codes of each year."""
    indicator = _release.catalogue[indicator_id]
    values = _numbers(_release, level, indicator_id, smoothing)
    drawn = choice.drawn
    breaks = class_breaks(values.to_numpy(), drawn.scheme, drawn.classes, indicator.decimals, drawn.own)
    signs = _release.signs_over_years(level, indicator_id)
    rows = values.index.get_indexer(list(_ids))
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
