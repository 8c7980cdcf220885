"""Counts and people by age band, bands on the last axis: tables are joined by name, arrays by position, never mixed."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import numpy as np
import pandas as pd

from indicators.shapes import FloatArray, as_floats
from problem import DataError, Problem


def strata(template: Any, numbers: Any) -> FloatArray:
    """`numbers` by band in the areas and bands of the template; an area they do not know is NaN.

    template, numbers: both tables (areas × bands) or both arrays (…, bands) of one shape. Raises ValueError where they
    are not, and for a band of the template that the numbers do not have.

    >>> counts = pd.DataFrame([[1.0, 2.0]], index=["Eitorf"], columns=["0-64", "65+"])
    >>> strata(counts, pd.DataFrame([[20.0, 10.0]], index=["Eitorf"], columns=["65+", "0-64"])).tolist()
    [[10.0, 20.0]]
    """
    if any(isinstance(part, pd.Series) for part in (template, numbers)):
        raise ValueError("bands on the last axis are needed: a table (areas × bands) or an array")
    if isinstance(template, pd.DataFrame) != isinstance(numbers, pd.DataFrame):
        raise ValueError("a table and an array cannot be joined")
    if isinstance(numbers, pd.DataFrame):
        _refuse_unknown(template.columns, numbers.columns)
        return as_floats(numbers.reindex(index=template.index, columns=template.columns))
    if np.shape(numbers) != np.shape(template):
        raise ValueError(f"shapes differ: {np.shape(numbers)} and {np.shape(template)}")
    return as_floats(numbers)


def totals(template: Any, numbers: Any) -> FloatArray:
    """`numbers` by area, without bands, in the areas of the template: Series for a table, else an array.

    >>> base = pd.DataFrame([[9.0, 8.0], [7.0, 6.0]], index=["Eitorf", "Lohmar"], columns=["0-64", "65+"])
    >>> totals(base, pd.Series({"Lohmar": 2.0})).tolist()
    [nan, 2.0]
    """
    if isinstance(template, pd.DataFrame) != isinstance(numbers, pd.Series):
        raise ValueError("a table needs totals with the names of the areas, an array those without")
    if isinstance(numbers, pd.Series):
        return as_floats(numbers.reindex(template.index))
    if np.shape(numbers) != np.shape(template)[:-1]:
        raise ValueError(f"shapes differ: {np.shape(numbers)} and {np.shape(template)[:-1]}")
    return as_floats(numbers)


def by_band(template: Any, numbers: Any) -> FloatArray:
    """One number a band, in the order of the template's bands; a band without number raises ValueError.

    >>> by_band(pd.DataFrame(columns=["0-64", "65+"]), {"65+": 3, "0-64": 1, "another": 9}).tolist()
    [1.0, 3.0]
    """
    if isinstance(template, pd.DataFrame):
        if not isinstance(numbers, pd.Series | Mapping):
            raise ValueError("a table needs its weights or rates by the name of the band")
        named = pd.Series(numbers, dtype=np.float64)
        _refuse_unknown(template.columns, named.index)
        return as_floats(named.reindex(template.columns))
    if isinstance(numbers, Mapping) or np.shape(numbers) != np.shape(template)[-1:]:
        raise ValueError("an array needs one number for each position of its last axis")
    return as_floats(numbers)


def by_area(template: Any, numbers: FloatArray) -> Any:
    """`numbers` with the areas of the template, if it is a table."""
    return pd.Series(numbers, index=template.index) if isinstance(template, pd.DataFrame) else numbers


def refuse_negative(code: str, template: Any, numbers: FloatArray) -> None:
    """DataError naming the areas (first axis) that have a negative number in any band."""
    below = np.atleast_2d(numbers < 0)
    rows = np.flatnonzero(below.reshape(len(below), -1).any(axis=1))
    if len(rows):
        names = template.index if isinstance(template, pd.DataFrame) else pd.RangeIndex(len(below))
        raise DataError(Problem(code, areas=[str(name) for name in names[rows]]))


def _refuse_unknown(bands: Any, known: Any) -> None:
    unknown = [str(band) for band in bands if band not in known]
    if unknown:
        raise ValueError(f"no number for the bands {unknown}")
