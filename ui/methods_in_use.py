"""Which methods apply: to one indicator as a list with links, to all of them as a table."""

from __future__ import annotations

import pandas as pd
import streamlit as st

from indicators.catalogue import Indicator
from monitor.changes import change_years
from monitor.release import Release
from texts.methods import METHOD_TEXTS
from texts.methods.in_use import COLUMNS, Facts, InUse, methods_in_use
from views.content import Content

OVERVIEW = "methods-overview"
NARROW = ("Jahre", "Glättung", "Vergleich", "Zielwert", "Kreisregel")
WIDTH = 65  # px; so that no column is cut off on a usual screen


def show_methods_in_use(shown: Content, indicator: Indicator) -> None:
    st.subheader("Welche Verfahren für diese Kennzahl gelten", anchor=False)
    st.markdown("\n".join(_line(found) for found in methods_in_use(_facts(shown.release, indicator))))


@st.fragment
def show_overview(shown: Content) -> None:
    """Indicators × methods, worked out only when somebody opens it."""
    opened = st.expander("Alle Kennzahlen und ihre Verfahren", key=OVERVIEW, on_change="rerun")
    if opened.open:
        narrow = dict.fromkeys(NARROW, st.column_config.TextColumn(width=WIDTH))
        opened.dataframe(_overview(shown.release), hide_index=True, height="content", column_config=narrow)


def _line(found: InUse) -> str:
    return f"- [{found.name or METHOD_TEXTS[found.key].title}](#{found.key}): {found.sentence}"


def _overview(release: Release) -> pd.DataFrame:
    return pd.DataFrame([_row(release, indicator) for indicator in release.catalogue.values()])


def _row(release: Release, indicator: Indicator) -> dict[str, str]:
    found = methods_in_use(_facts(release, indicator))
    cells = {
        column: ", ".join(each.short for each in found if each.column == column and each.short) for column in COLUMNS
    }
    return {"Kennzahl": f"{indicator.id} {indicator.name}", **{column: words or "–" for column, words in cells.items()}}


def _facts(release: Release, indicator: Indicator) -> Facts:
    levels = [level for level in release.levels if release.years_of(indicator.id, level.id)]
    finest = levels[-1].id if levels else release.finest.id
    return Facts(
        indicator=indicator,
        plans={level.plural: release.plan(indicator.id, level.id) for level in levels},
        years=len(release.years_of(indicator.id, finest)),
        changes=bool(levels and change_years(release, finest, indicator.id)),
        attention=release.county.attention,
        protection=release.county.protection_for(indicator.source),
    )
