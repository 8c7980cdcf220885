"""What is known of the selected area, beside the map."""

from __future__ import annotations

import pandas as pd
import streamlit as st

from indicators.attention import Attention
from indicators.catalogue import Indicator
from indicators.signs import Sign
from monitor.backcast import recalculated
from monitor.release import Release
from monitor.results import reasons_in_words
from monitor.unplaced import unplaced
from texts.backcast import HEADING, cut_words
from texts.reasons import with_unit
from texts.signs import MEANING
from texts.treatment import period
from texts.unplaced import unplaced_words
from ui.course import show_course, show_treatment
from ui.profile.way import offer_way
from ui.said import show_on_indicator
from ui.view_choices import search_area
from views.benchmarks import benchmark_words, municipality_row, rank_words_of, value_words
from views.content import Content
from views.cut_notes import is_broken, series_note, value_note
from views.options import rules
from views.value_texts import against, interval_words
from views.view import View


def show_area(shown: Content, view: View, flags: Attention | None) -> None:
    """Value, comparison, ranks, reasons and series of the selected area; without one, the values of municipality and county."""
    search_area(shown.release, view)
    if view.area:
        _show_selected(shown.release, view, flags)
    else:
        _show_whole(shown.release, view)
    show_on_indicator(shown, view.indicator.id)


def _show_whole(release: Release, view: View) -> None:
    indicator = view.indicator
    if view.municipality:
        _show_municipality(release, view)
    benchmark = float(release.benchmark(indicator.id, view.year, view.level)["value"])
    heading = f"{release.county.name}, {period(view.year, view.plan.pool)}"
    st.metric(heading, with_unit(indicator, benchmark))
    _show_unplaced(release, view, str(release.areas(release.whole.id)[0]))
    show_treatment(release, view)
    show_course(release, view, release.whole.id, release.areas(release.whole.id)[0])
    st.markdown(f"{indicator.why}\n\n**So ist es zu lesen:** {indicator.reading}")
    st.caption(f"Ein Klick auf ein Gebiet zeigt seine Werte. Quelle: {_source(release, indicator)}")


def _show_selected(release: Release, view: View, flags: Attention | None) -> None:
    indicator = view.indicator
    row = release.table(view.level, indicator.id, view.year).loc[view.area]
    st.subheader(_name(release, view), anchor=False)
    heading = f"{indicator.name} {period(view.year, view.plan.pool)}"
    st.metric(heading, value_words(indicator, row))
    show_treatment(release, view)
    if note := series_note(release, view) if is_broken(release, view) else value_note(release, view):
        st.caption(note)
    if words := _sentences(release, view, row):
        st.markdown(words)
    show_course(release, view, view.level, view.area)
    _show_flag(release, view, flags)
    offer_way()
    with st.expander("Alle Jahre", expanded=False):
        st.table(_series(release, view))
        if not is_broken(release, view) and (note := series_note(release, view)):
            st.caption(note)


def _show_municipality(release: Release, view: View) -> None:
    level = release.hierarchy.level_of(view.municipality)
    row = municipality_row(release, view.level, view.municipality, view.indicator.id, view.year)
    heading = f"{release.hierarchy.names[view.municipality]}, {period(view.year, view.plan.pool)}"
    st.metric(heading, value_words(view.indicator, row))
    sign = Sign(int(row["sign"]))
    if words := against(int(row["comparison"]), view.indicator) if sign is Sign.SHOWN else MEANING[sign]:
        st.markdown(f"{words[:1].upper()}{words[1:]}")
    _show_unplaced(release, view, view.municipality)
    show_course(release, view, level, view.municipality)


def _show_unplaced(release: Release, view: View, whole: str) -> None:
    """What of the number of a whole lies in none of the areas on the map."""
    if left := unplaced(release, view.level, whole, view.indicator.id, view.year):
        st.caption(unplaced_words(left.count, left.base))


def _name(release: Release, view: View) -> str:
    return str(release.hierarchy.names[view.area])


def _sentences(release: Release, view: View, row: pd.Series) -> str:
    indicator, sign = view.indicator, Sign(int(row["sign"]))
    lines = [f"{name}: {value}" for name, value in benchmark_words(release, view, indicator, view.year)]
    if sign is not Sign.SHOWN:
        return "  \n".join([f"{MEANING[sign]}.", *(lines if view.municipality else [])])
    if pd.notna(row["smoothed"]):
        lines.append(f"geglättet: {with_unit(indicator, row['smoothed'])}")
    if interval := interval_words(indicator, row["lower95"], row["upper95"]):
        lines.append(f"95-%-Vertrauensbereich: {interval}")
    if comparison := against(int(row["comparison"]), indicator):
        lines.append(f"Vergleich: {comparison}")
    if view.municipality and (ranks := rank_words_of(release, view, view.area)):
        lines.append(ranks)
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
    found = pd.DataFrame(
        {
            "Wert": {year: value_words(indicator, row) for year, row in rows.items()},
            "95-%-Bereich": {
                year: interval_words(indicator, row["lower95"], row["upper95"]) for year, row in rows.items()
            },
        }
    )
    cut = recalculated(release, view.level, indicator.id).loc[view.area, release.years_of(indicator.id, view.level)]
    return found.assign(**{HEADING: [cut_words(each) for each in cut]}) if cut.any() else found


def _source(release: Release, indicator: Indicator) -> str:
    source = release.county.sources.get(indicator.source)
    return source.name if source else "nicht angegeben"
