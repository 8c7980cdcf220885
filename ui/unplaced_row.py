"""The last line of a table of areas: what their municipality or the county counts besides."""

from __future__ import annotations

import pandas as pd
from pandas.api.types import is_numeric_dtype

from indicators.catalogue import Indicator
from monitor.release import Release
from monitor.unplaced import Unplaced, unplaced
from texts.unplaced import UNPLACED
from views.view import View


def unplaced_of(release: Release, view: View, indicator: Indicator, year: int) -> Unplaced | None:
    return unplaced(release, view.level, whole_of(release, view), indicator.id, year)


def whole_of(release: Release, view: View) -> str:
    """The chosen municipality, else the county."""
    return view.municipality or str(release.areas(release.whole.id)[0])


def with_unplaced(readable: pd.DataFrame, names: str, numbers: dict[str, float]) -> pd.DataFrame:
    """The table with one line more, at its end. names: heading of the areas' names; numbers: heading → number."""
    numbers = {heading: number for heading, number in numbers.items() if heading in readable and pd.notna(number)}
    words = dict.fromkeys((each for each in readable if not is_numeric_dtype(readable[each])), "")
    row = pd.DataFrame({**words, names: UNPLACED, **numbers}, index=[UNPLACED]).reindex(columns=readable.columns)
    return pd.concat([readable, row.astype(readable.dtypes)])
