"""Years on the last axis: of arrays, of tables areas × years, of a Series of years."""

from __future__ import annotations

from typing import Any

import numpy as np
import pandas as pd

from indicators.shapes import FloatArray, as_floats


def joined(*tables: Any) -> list[FloatArray]:
    """The tables as arrays of one shape, years on the last axis.

    Tables must be of the same areas and years (else ValueError), never joined by position. Where their years are whole
    numbers, the arrays have every year from the first to the last, in order; a year without column is missing.

    >>> joined(pd.DataFrame({2020: [1.0], 2022: [3.0]}, index=["a"]))[0].tolist()
    [[1.0, nan, 3.0]]
    """
    first = tables[0]
    if not any(isinstance(table, pd.Series | pd.DataFrame) for table in tables):
        return list(np.broadcast_arrays(*map(as_floats, tables)))
    if not all(_same_labels(first, table) for table in tables):
        raise ValueError("the tables are not of the same areas and years")
    return [as_floats(_in_order(table)) for table in tables]


def windows_of(values: FloatArray, size: int) -> FloatArray:
    """For each year it and the `size` − 1 years before it, on a new last axis; NaN before the first year.

    >>> windows_of(np.array([1.0, 2.0, 3.0]), 2).tolist()
    [[nan, 1.0], [1.0, 2.0], [2.0, 3.0]]
    """
    # One window more, which is dropped: so that no years at all make no windows instead of an error.
    windows = np.lib.stride_tricks.sliding_window_view(_with_years_before(values, size), size, axis=-1)
    return windows[..., 1:, :]


def last_of(values: FloatArray, size: int) -> FloatArray:
    """The last `size` years; NaN before the first year.

    >>> last_of(np.array([1.0, 2.0]), 3).tolist()
    [nan, 1.0, 2.0]
    """
    return _with_years_before(values, size)[..., -size:]


def by_area(template: Any, values: Any) -> Any:
    """Values without the axis of years, with the areas of `template` if it is a table.

    >>> by_area(pd.DataFrame({2020: [1.0], 2021: [2.0]}, index=["a"]), np.array([5.0])).to_dict()
    {'a': 5.0}
    """
    return pd.Series(values, index=template.index) if isinstance(template, pd.DataFrame) else values


def by_year(template: Any, values: Any) -> Any:
    """Values of every year that `joined` made of `template`, as the years that it has.

    >>> by_year(pd.Series({2022: 9.0, 2020: 9.0}), np.array([1, 2, 3])).to_dict()
    {2022: 3, 2020: 1}
    """
    if not isinstance(template, pd.Series | pd.DataFrame):
        return values
    years = template.axes[-1]
    kept = values[..., _all_years(years).get_indexer(years)]
    return type(template)(kept, **dict(zip(("index", "columns"), template.axes, strict=False)))


def _with_years_before(values: FloatArray, number: int) -> FloatArray:
    return np.concatenate([np.full((*values.shape[:-1], number), np.nan), values], axis=-1)


def _same_labels(one: Any, other: Any) -> bool:
    if type(one) is not type(other):
        return False
    return all(labels.equals(others) for labels, others in zip(one.axes, other.axes, strict=True))


def _in_order(table: Any) -> Any:
    return table.reindex(_all_years(table.axes[-1]), axis=table.ndim - 1)


def _all_years(years: pd.Index[Any]) -> pd.Index[Any]:
    """Every year from the first to the last; other labels stay as they are."""
    whole = pd.api.types.is_integer_dtype(years) and len(years) > 0
    return pd.RangeIndex(years.min(), years.max() + 1) if whole else years
