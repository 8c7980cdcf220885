"""All indicators of an area as a table: what the spine chart draws, in words."""

from __future__ import annotations

import pandas as pd
import streamlit as st

from views.profile.profile import Profile
from views.profile.words import words_of

ROW = 35  # pixels of a line


def show_indicators(profile: Profile, above: str) -> None:
    """above: name of the municipality, "" where there is none."""
    with st.expander("Alle Kennzahlen als Tabelle"):
        table = indicator_table(profile, above)
        st.dataframe(table, hide_index=True, width="stretch", height=ROW * (len(table) + 1) + 3, placeholder="")
        if meanings := {f"**{words.value}** {words.why}" for row in profile.rows if (words := words_of(row)).why}:
            st.caption(" · ".join(sorted(meanings)))


def indicator_table(profile: Profile, above: str) -> pd.DataFrame:
    """German words throughout; a column that would be empty is left out."""
    lines = [(theme.name, words_of(row)) for theme in profile.themes for row in theme.rows]
    table = pd.DataFrame(
        {
            "Thema": [theme for theme, _ in lines],
            "Kennzahl": [words.name for _, words in lines],
            "Zeitraum": [words.period for _, words in lines],
            "Wert": [words.value for _, words in lines],
            "95-%-Bereich": [words.interval for _, words in lines],
            **({above: [words.above for _, words in lines]} if above else {}),
            "Kreis": [words.whole for _, words in lines],
            f"Alle {profile.level.plural}": [words.range for _, words in lines],
            "Vergleich mit dem Kreis": [words.comparison for _, words in lines],
            "Zielwert": [words.target for _, words in lines],
            "Trend": [words.trend for _, words in lines],
        }
    )
    return table.loc[:, (table != "").any()]
