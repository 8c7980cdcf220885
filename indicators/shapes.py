"""Arrays in, arrays out; Series in, the same index out."""

from __future__ import annotations

from typing import Any

import numpy as np
import numpy.typing as npt
import pandas as pd

FloatArray = npt.NDArray[np.float64]
BoolArray = npt.NDArray[np.bool_]
IntArray = npt.NDArray[np.intp]


def as_floats(values: Any) -> FloatArray:
    """Values of an array, a Series or a number as float64; missing is NaN."""
    return np.asarray(values, dtype=np.float64)


def like(template: Any, values: FloatArray) -> Any:
    """`values` with the index of `template`, if it has one."""
    if isinstance(template, pd.Series):
        return pd.Series(values, index=template.index)
    return values


def area_names(template: Any, at: BoolArray) -> list[str]:
    """The areas (first axis) where `at` holds anywhere: labels of a Series or table, else positions."""
    rows = np.flatnonzero(at.reshape(len(at), -1).any(axis=1)) if at.ndim > 1 else np.flatnonzero(at)
    if isinstance(template, pd.Series | pd.DataFrame):
        return [str(label) for label in template.index[rows]]
    return [str(position) for position in rows]
