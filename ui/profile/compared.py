"""Up to four areas side by side: every indicator in words, and how each stands against the county."""

from __future__ import annotations

from collections.abc import Sequence

import pandas as pd
import streamlit as st

from views.profile.profile import Profile
from views.profile.verdict import verdict
from views.profile.words import words_of

ROW = 35  # pixels of a line
SIGNS = {"worse": "▼ ", "better": "▲ ", "other": "◆ ", "similar": ""}


def show_compared(profiles: Sequence[Profile]) -> None:
    if len(profiles) < 2:
        return
    st.header("Nebeneinander", anchor=False)
    table = compared_table(profiles)
    st.dataframe(table, hide_index=True, width="stretch", height=ROW * (len(table) + 1) + 3, placeholder="")
    st.caption(
        "▼ ungünstiger als der Kreis, ▲ günstiger, ◆ höher oder niedriger ohne Wertung; jeweils zu 95 % gesichert."
    )


def compared_table(profiles: Sequence[Profile]) -> pd.DataFrame:
    """Indicators that any of them has × areas; an area without a value has the sign that stands for it."""
    names = {row.indicator.id: row.indicator.name for profile in profiles for row in profile.rows}
    county = {row.indicator.id: words_of(row).whole for profile in profiles for row in profile.rows}
    columns: dict[str, list[str]] = {"Kennzahl": list(names.values())}
    for profile in profiles:
        words = {row.indicator.id: f"{SIGNS[verdict(row)]}{words_of(row).value}" for row in profile.rows}
        columns[_heading(profile, profiles)] = [words.get(each, "") for each in names]
    return pd.DataFrame({**columns, "Kreis": [county[each] for each in names]})


def _heading(profile: Profile, profiles: Sequence[Profile]) -> str:
    same = [each for each in profiles if each.name == profile.name]
    return f"{profile.name} ({profile.area})" if len(same) > 1 else profile.name
