"""How many people live in areas that are being drawn, told from published numbers alone.

Numbers of single base units are never published, and sums over ever new areas would give them away. So the published number
of each social space of today is spread over its base units by their inhabited ground: an estimate that anybody could make
from what is on the other pages, however often it is asked for. Whole published areas have their exact number.
"""

from __future__ import annotations

import numpy as np
import pandas as pd
import streamlit as st

from geodata.scheme import Scheme
from monitor.release import Release
from monitor.scheme_estimates import estimated_inhabitants
from texts.numbers import german_int
from ui.schemes.ground import Ground
from views.content import Content, State

ROUNDED_TO = 10  # persons


def unit_inhabitants(shown: Content, ground: Ground) -> pd.Series:
    """Base unit → estimated inhabitants of the latest year; NaN where the number of its published area is not shown."""
    return _estimates(shown.state, shown.release).reindex(list(ground.ids))


@st.cache_resource(show_spinner=False, max_entries=4)
def _estimates(state: State, _release: Release) -> pd.Series:
    return estimated_inhabitants(_release)


def area_inhabitants(scheme: Scheme, units: pd.Series) -> pd.Series:
    """Area → sum over its base units; NaN where one is not known."""
    people = scheme.parts["share"] * scheme.parts["unit"].map(units).astype(float)
    return people.groupby(scheme.parts["area"]).agg(lambda parts: parts.sum(skipna=False))


def rounded(number: float) -> str:
    """ "rund 1.230"; "unter 10"; "" where it is not known.

    >>> rounded(1234.5), rounded(4.2), rounded(float("nan"))
    ('rund 1.230', 'unter 10', '')
    """
    if np.isnan(number):
        return ""
    if number < ROUNDED_TO:
        return f"unter {ROUNDED_TO}"
    return f"rund {german_int(round(number / ROUNDED_TO) * ROUNDED_TO)}"


def notes_of(shown: Content, scheme: Scheme, ground: Ground) -> dict[str, str]:
    """Area → inhabitants as the list of areas shows them, under the heading "rund"."""
    found = area_inhabitants(scheme, unit_inhabitants(shown, ground))
    return {str(area): rounded(number).removeprefix("rund ") for area, number in found.items() if not np.isnan(number)}
