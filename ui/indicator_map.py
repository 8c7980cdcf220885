"""The map of one indicator: classes, colours, tooltips and legend from a release's table."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

import numpy as np
import pandas as pd
import streamlit as st

from geodata.publish import PublishedAreas
from indicators.attention import Attention
from indicators.benchmark import Comparison
from indicators.catalogue import Indicator
from indicators.classify import NO_CLASS, assign
from indicators.signs import Sign
from monitor.attention import HIDDEN
from texts.comparison import comparison_words
from texts.numbers import german, german_exact
from texts.reasons import with_unit
from texts.signs import MEANING, SYMBOL
from ui.choices import select
from ui.classes import breaks_of, choose_classes
from ui.colours import class_colours
from ui.data import Content
from ui.flags import flag_string
from ui.map.legend import LegendEntry, legend_html
from ui.map.paint import HIDDEN as HIDDEN_CLASS
from ui.map.paint import MISSING as MISSING_CLASS
from ui.map.paint import AreaText, Paint
from ui.map.show import show_map
from ui.view import View, year_words

MOST_NAMES = 60  # beyond, the names of municipalities would cover the map


def show_indicator_map(shown: Content, view: View, flags: Attention | None, *, height: int = 640) -> None:
    """Map and legend of a view; a click selects an area. flags: areas to mark, None marks nobody."""
    release = shown.release
    drawn, below = st.container(), st.container()
    with below:
        classes = choose_classes(view.indicator.breaks)
    table = release.table(view.level, view.indicator.id, view.year).loc[list(shown.geometry[view.level].ids)]
    series = release.over_years(view.level, view.indicator.id).to_numpy()
    breaks = breaks_of(classes, series, view.indicator.decimals)
    codes = class_codes(table, breaks, view.indicator.decimals)
    colours = class_colours(len(breaks), view.indicator.polarity)
    flagged = flag_string(flags, table.index)
    paint = Paint(
        title=f"{view.indicator.name} {year_words(view.year, view.indicator.pool)}",
        classes=codes,
        colours=colours,
        flags=flagged,
        texts=tooltips(table, view.indicator),
        selected=view.area,
        focus=view.municipality,
    )
    outlines = outlines_of(shown)
    spec = release.level(view.level)
    entries = legend_entries(view.indicator, series, breaks, colours, codes, flagged)
    with drawn:
        clicked = show_map(shown.geometry[view.level], paint, outlines=outlines, key="karte", height=height)
        st.html(legend_html(entries, title=legend_title(view.indicator), unit=(spec.name, spec.plural)))
    if clicked and clicked != view.area:
        select("gebiet", clicked)


def outlines_of(shown: Content) -> PublishedAreas | None:
    """Borders and names of the level below the whole, where a map has room for its names."""
    coarse = shown.geometry[shown.release.levels[1].id]
    return coarse if len(coarse.ids) <= MOST_NAMES else None


def class_codes(table: pd.DataFrame, breaks: list[float], decimals: int) -> str:
    """One character per area: its class, or why it has none."""
    classes = assign(table["value"].to_numpy(), breaks, decimals)
    hidden = table["sign"].isin(HIDDEN).to_numpy()
    without = np.where(hidden, HIDDEN_CLASS, MISSING_CLASS)
    return "".join(np.where(classes == NO_CLASS, without, classes.astype(str)))


def tooltips(table: pd.DataFrame, indicator: Indicator) -> list[AreaText]:
    """Value, interval and comparison in words; for a value that is not shown, why."""
    return [_tooltip(row, indicator) for row in table.itertuples()]


def _tooltip(row: object, indicator: Indicator) -> AreaText:
    sign = Sign(row.sign)  # type: ignore[attr-defined]
    if sign is not Sign.SHOWN:
        return AreaText(reason=f"{SYMBOL[sign]} {MEANING[sign]}")
    value, lower, upper, comparison = row.value, row.lower95, row.upper95, row.comparison  # type: ignore[attr-defined]
    return AreaText(
        with_unit(indicator, value), interval_words(indicator, lower, upper), against(comparison, indicator)
    )


def interval_words(indicator: Indicator, lower: float, upper: float) -> str:
    """ "27,8–34,9 %"; "" where the indicator has no interval."""
    if np.isnan(lower):
        return ""
    return f"{german(lower, indicator.decimals)}–{with_unit(indicator, upper)}"


def against(comparison: int, indicator: Indicator) -> str:
    """ "ungünstiger als der Kreis (99,8 %)", "ähnlich wie der Kreis", "" where nothing is compared."""
    words = comparison_words(comparison, indicator.polarity)
    if comparison in (Comparison.NOT_COMPARED, Comparison.SIMILAR):
        return f"{words} wie der Kreis" if words else ""
    direction, secured = words.split(" ", 1)
    return f"{direction} als der Kreis {secured}"


def legend_title(indicator: Indicator) -> str:
    unit = f" in {indicator.unit}" if indicator.unit else ""
    judged = {-1: "dunkel = ungünstiger", 1: "dunkel = ungünstiger", 0: "dunkel = höher"}[indicator.polarity]
    return f"{indicator.name}{unit} ({judged})"


def legend_entries(
    indicator: Indicator,
    values: np.ndarray,
    breaks: Sequence[float],
    colours: Sequence[str],
    codes: str,
    flags: str,
) -> list[LegendEntry]:
    """Classes with their ranges and numbers of areas, then hidden, missing and flagged where they occur."""
    counted = Counter(codes)
    ranges = class_ranges(values, breaks, indicator.decimals)
    entries = [
        LegendEntry(words, colour, counted[str(number)])
        for number, (words, colour) in enumerate(zip(ranges, colours, strict=True))
    ]
    if counted[HIDDEN_CLASS]:
        entries.append(LegendEntry("geheim (kleine Zahl)", areas=counted[HIDDEN_CLASS], mark="hidden"))
    if counted[MISSING_CLASS]:
        entries.append(LegendEntry("keine Angabe", areas=counted[MISSING_CLASS], mark="missing"))
    if "1" in flags:
        entries.append(LegendEntry("besonderer Aufmerksamkeitsbedarf", areas=flags.count("1"), mark="flagged"))
    return entries


def class_ranges(values: np.ndarray, breaks: Sequence[float], decimals: int) -> list[str]:
    """ "3,1 bis 5,0", "über 5,0 bis 7,4" …: what is printed decides, so the first class begins at the smallest value."""
    if not breaks:
        return []
    smallest = np.round(np.nanmin(values), decimals)
    lowest, ends = german(smallest, decimals), [_bound_in_words(bound, decimals) for bound in breaks]
    first = ends[0] if lowest == ends[0] else f"{lowest} bis {ends[0]}"
    if smallest > breaks[0]:  # somebody's own bound below every value
        first = f"bis {ends[0]}"
    return [first, *(f"über {below} bis {end}" for below, end in zip(ends, ends[1:], strict=False))]


def _bound_in_words(bound: float, decimals: int) -> str:
    """As values are printed; somebody's own bound may have more decimals, and keeps them."""
    return german(bound, decimals) if round(bound, decimals) == bound else german_exact(bound)
