"""By what a base unit that lies in several areas is shared out among its pieces."""

from __future__ import annotations

from typing import Any

import numpy as np
import pandas as pd
import shapely

from geodata.scheme import CutBy

STEP = 100  # shares by inhabitants are whole hundredths: from 0.3478… anybody could work out 8 of 23 persons
ORDER = (CutBy.INHABITANTS, CutBy.INHABITED_AREA, CutBy.AREA)  # where there is nothing to go by: the next one


def shares_of(pieces: Any, cut_by: CutBy, inhabited: Any = None, residents: Any = None) -> pd.DataFrame:
    """Columns share (1 over all pieces of a unit) and by (the `CutBy` its unit was really shared out by), in the order of
    the pieces. A unit without residents in the data is shared out by its inhabited area, one without that by its area.

    pieces: columns unit and geometry. inhabited: GeoSeries, the inhabited ground. residents: points with the column
    inhabitants; all three in one CRS in metres.
    """
    found = pd.DataFrame({"share": np.nan, "by": CutBy.AREA.value}, index=pieces.index)
    single = ~pieces["unit"].duplicated(keep=False)
    found.loc[single, "share"] = 1.0
    weigh = {
        CutBy.INHABITANTS: lambda rows: _residents_in(rows.geometry.to_numpy(), residents),
        CutBy.INHABITED_AREA: lambda rows: _inhabited_in(rows.geometry.to_numpy(), inhabited),
        CutBy.AREA: lambda rows: shapely.area(rows.geometry.to_numpy()),
    }
    for by in ORDER[ORDER.index(cut_by) :]:
        rows = pieces[found["share"].isna()]
        weight = pd.Series(weigh[by](rows), index=rows.index, dtype=float)
        whole = weight.groupby(rows["unit"]).transform("sum")
        known = whole > 0
        found.loc[known.index[known], "share"] = (weight / whole)[known]
        found.loc[known.index[known], "by"] = by.value
    counted = (found["by"] == CutBy.INHABITANTS.value) & ~single
    found.loc[counted, "share"] = in_steps(found.loc[counted, "share"], pieces.loc[counted, "unit"])
    return found


def in_steps(shares: pd.Series, units: pd.Series) -> pd.Series:
    """Shares as whole hundredths that add up to what they did, rounded to hundredths, over every unit.

    The largest remainders are rounded up (Hamilton); of equal ones the first.

    >>> in_steps(pd.Series([1 / 3, 1 / 3, 1 / 3]), pd.Series(["a", "a", "a"])).tolist()
    [0.34, 0.33, 0.33]
    """
    exact = (shares * STEP).round(6)
    steps = np.floor(exact)
    missing = (exact.groupby(units).transform("sum").round() - steps.groupby(units).transform("sum")).astype(int)
    place = (steps - exact).groupby(units).rank(method="first").astype(int)
    rounded: pd.Series = (steps + (place <= missing)) / STEP
    return rounded


def _residents_in(shapes: Any, residents: Any) -> Any:
    """Inhabitants by piece; who lives on the border of two counts in the first."""
    if residents is None or not len(shapes):
        return np.zeros(len(shapes))
    point, piece = shapely.STRtree(shapes).query(residents.geometry.to_numpy(), predicate="intersects")
    order = np.lexsort((piece, point))
    first = order[np.unique(point[order], return_index=True)[1]]
    number = residents["inhabitants"].fillna(0).to_numpy(dtype=float)
    return np.bincount(piece[first], weights=number[point[first]], minlength=len(shapes))


def _inhabited_in(shapes: Any, inhabited: Any) -> Any:
    """Square metres of inhabited ground by piece."""
    if inhabited is None or not len(shapes):
        return np.zeros(len(shapes))
    grounds = inhabited.to_numpy()
    piece, ground = shapely.STRtree(grounds).query(shapes, predicate="intersects")
    common = shapely.area(shapely.intersection(shapes[piece], grounds[ground]))
    return np.bincount(piece, weights=common, minlength=len(shapes))
