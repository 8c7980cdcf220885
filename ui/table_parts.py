"""What tables of areas share: names, German numbers, signs where there is no number."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any, NamedTuple

import pandas as pd
import streamlit as st

from indicators.signs import Sign
from monitor.release import Release
from texts.numbers import MISSING, german
from texts.signs import MEANING, SYMBOL


class Numbers(NamedTuple):
    """Columns that go together. signs: area → sign of their numbers; decimals: printed ones."""

    columns: Sequence[str]
    signs: pd.Series
    decimals: int


def names_of(release: Release, level: str, areas: pd.Index) -> pd.DataFrame:
    """Names of the areas, and of their municipalities where these are a level above."""
    found = pd.DataFrame({release.level(level).name: release.hierarchy.areas(level)["name"].reindex(areas)})
    if len(release.levels) > 2 and level != release.levels[1].id:
        above = release.levels[1]
        parents = release.hierarchy.ancestors(level, above.id).reindex(areas)
        found[above.name] = parents.map(release.hierarchy.areas(above.id)["name"])
    return found


def with_signs(readable: pd.DataFrame, numbers: Iterable[Numbers]) -> Any:
    """German numbers for the eye, real numbers for sorting; a sign stands where a number is not shown."""
    shown = readable.style
    for columns, signs, decimals in numbers:
        shown = shown.format(lambda value, decimals=decimals: german(value, decimals), subset=list(columns))
        for sign in signs.unique():
            if sign != Sign.SHOWN:
                rows = readable.index.intersection(signs.index[signs == sign])
                shown = shown.format(lambda _, sign=sign: SYMBOL[Sign(sign)], subset=(rows, list(columns)))
    return shown


def placeholder_of(*signs: pd.Series) -> str:
    """What stands in a cell without a number: Streamlit shows one text there, whatever the style says. Several signs are named
    together, and `show_meanings` tells what each means."""
    used = {int(sign) for series in signs for sign in series.unique()} - {int(Sign.SHOWN)}
    return " oder ".join(dict.fromkeys(SYMBOL[Sign(sign)] for sign in sorted(used))) or MISSING


def show_meanings(*signs: pd.Series) -> None:
    """What the signs used in a table mean."""
    used = sorted({int(sign) for series in signs for sign in series.unique()} - {int(Sign.SHOWN)})
    if used:
        told = dict.fromkeys(f"**{SYMBOL[Sign(sign)]}** {MEANING[Sign(sign)]}" for sign in used)
        st.caption(" · ".join(told))
