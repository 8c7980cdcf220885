"""What was done to a value, and where it is heading: target, trend, change."""

from __future__ import annotations

import streamlit as st

from indicators.signs import Sign
from monitor.changes import change_table
from monitor.release import Release
from monitor.targets import against_target
from monitor.trends import trends
from texts.change import change_words, secured_words
from texts.reasons import with_unit
from texts.signs import MEANING, SYMBOL
from texts.target import target_words
from texts.treatment import period, treatment, why_treated
from texts.trend import trend_words, trend_years
from views.view import View


def show_treatment(release: Release, view: View) -> None:
    """What was done to the value, named right below it, with the reason at hand."""
    if named := treatment(view.indicator, view.plan, view.year):
        why = " ".join(why_treated(view.indicator, view.plan, release.level(view.level).plural))
        st.caption(" · ".join(named), help=why)


def show_course(release: Release, view: View, level: str, area: str) -> None:
    """Target and trend of the value; its change, where one is looked at."""
    indicator, lines = view.indicator, []
    if reached := target_words(int(against_target(release, level, indicator.id, view.year, view.level)[area])):
        lines.append(f"Zielwert {with_unit(indicator, indicator.target)}: {reached}")
    direction = int(trends(release, level, indicator.id, view.level).loc[area, view.year])
    if words := trend_words(direction, indicator.polarity):
        lines.append(f"{trend_years(view.year)}: {words}")
    if view.since is not None:
        lines.append(f"**{_change(release, view, level, area, view.since)}**")
    if lines:
        st.markdown("  \n".join(lines))


def _change(release: Release, view: View, level: str, area: str, since: int) -> str:
    """ "+4,1 Prozentpunkte seit 2019, statistisch gesichert (95 %)"."""
    table = change_table(release, level, view.indicator.id, view.year, since, pooled_as=view.level)
    row = table.loc[area]
    sign = Sign(int(row["sign"]))
    if sign is not Sign.SHOWN:
        return f"{SYMBOL[sign]} {MEANING[sign]}"
    secured = secured_words(bool(row["secured"]), bool(row["tested"]))
    change = change_words(view.indicator, row["value"], view.indicator.decimals)
    words = f"{change} seit {period(since, view.plan.pool)}"
    return f"{words}, {secured}" if secured else words
