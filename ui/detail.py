"""What is known of the selected area, beside the map."""

from __future__ import annotations

import pandas as pd
import streamlit as st

from indicators.attention import Attention
from indicators.catalogue import Indicator
from indicators.signs import Sign
from monitor.release import Release
from monitor.results import reasons_in_words
from texts.reasons import with_unit
from texts.signs import MEANING, SYMBOL
from texts.treatment import period
from ui.course import show_course, show_treatment
from ui.data import Content
from ui.options import rules
from ui.value_texts import against, interval_words
from ui.view import View
from ui.view_choices import search_area


def show_area(shown: Content, view: View, flags: Attention | None) -> None:
    """Value, comparison, reasons and series of the selected area; without one, the county's own value."""
    search_area(shown.release, view.level)
    if view.area:
        _show_selected(shown.release, view, flags)
    else:
        _show_whole(shown.release, view)


def _show_whole(release: Release, view: View) -> None:
    indicator = view.indicator
    benchmark = float(release.benchmark(indicator.id, view.year, view.level)["value"])
    heading = f"{release.county.name}, {period(view.year, view.plan.pool)}"
    st.metric(heading, with_unit(indicator, benchmark))
    show_treatment(release, view)
    show_course(release, view, release.whole.id, release.areas(release.whole.id)[0])
    if view.municipality:
        _show_municipality(release, view)
    st.markdown(f"{indicator.why}\n\n**So ist es zu lesen:** {indicator.reading}")
    st.caption(f"Ein Klick auf ein Gebiet zeigt seine Werte. Quelle: {_source(release, indicator)}")


def _show_selected(release: Release, view: View, flags: Attention | None) -> None:
    indicator = view.indicator
    row = release.table(view.level, indicator.id, view.year).loc[view.area]
    benchmark = float(release.benchmark(indicator.id, view.year, view.level)["value"])
    st.subheader(_name(release, view), anchor=False)
    heading = f"{indicator.name} {period(view.year, view.plan.pool)}"
    st.metric(heading, _value(indicator, row))
    show_treatment(release, view)
    if words := _sentences(indicator, row, benchmark, release.whole.name):
        st.markdown(words)
    show_course(release, view, view.level, view.area)
    _show_flag(release, view, flags)
    with st.expander("Alle Jahre", expanded=False):
        st.table(_series(release, view))
        if note := _boundary_note(release, view):
            st.caption(note)


def _show_municipality(release: Release, view: View) -> None:
    level = release.hierarchy.level_of(view.municipality)
    row = release.table(level, view.indicator.id, view.year, pooled_as=view.level).loc[view.municipality]
    heading = f"{release.hierarchy.names[view.municipality]}, {period(view.year, view.plan.pool)}"
    st.metric(heading, _value(view.indicator, row))
    show_course(release, view, level, view.municipality)


def _name(release: Release, view: View) -> str:
    return str(release.hierarchy.names[view.area])


def _value(indicator: Indicator, row: pd.Series) -> str:
    sign = Sign(int(row["sign"]))
    return with_unit(indicator, row["value"]) if sign is Sign.SHOWN else SYMBOL[sign]


def _sentences(indicator: Indicator, row: pd.Series, benchmark: float, whole: str) -> str:
    sign = Sign(int(row["sign"]))
    if sign is not Sign.SHOWN:
        return MEANING[sign] + "."
    lines = [f"{whole}: {with_unit(indicator, benchmark)}"]
    if pd.notna(row["smoothed"]):
        lines.append(f"geglättet: {with_unit(indicator, row['smoothed'])}")
    if interval := interval_words(indicator, row["lower95"], row["upper95"]):
        lines.append(f"95-%-Vertrauensbereich: {interval}")
    if comparison := against(int(row["comparison"]), indicator):
        lines.append(f"Vergleich: {comparison}")
    return "  \n".join(lines)


def _show_flag(release: Release, view: View, flags: Attention | None) -> None:
    if flags is None or not flags.table.loc[view.area, "flagged"]:
        return
    words = reasons_in_words(release, view.level, view.year, rules(release)[0], flags, most=None)[view.area]
    st.markdown("**Besonderer Aufmerksamkeitsbedarf**\n\n" + "\n".join(f"- {each}" for each in words.split("; ")))


def _series(release: Release, view: View) -> pd.DataFrame:
    indicator = view.indicator
    rows = {
        period(year, view.plan.pool): release.table(view.level, indicator.id, year).loc[view.area]
        for year in release.years_of(indicator.id, view.level)
    }
    return pd.DataFrame(
        {
            "Wert": {year: _value(indicator, row) for year, row in rows.items()},
            "95-%-Bereich": {
                year: interval_words(indicator, row["lower95"], row["upper95"]) for year, row in rows.items()
            },
        }
    )


def _boundary_note(release: Release, view: View) -> str:
    """Whether the area was drawn after the series begins: its earlier numbers are those of the same ground."""
    drawn = release.hierarchy.areas(view.level).loc[view.area, "valid_from"]
    if drawn is None or drawn.year <= release.years[0]:
        return ""
    return f"Zuschnitt seit {drawn:%d.%m.%Y}. Die Werte davor gelten für dieselbe Fläche."


def _source(release: Release, indicator: Indicator) -> str:
    source = release.county.sources.get(indicator.source)
    return source.name if source else "nicht angegeben"
