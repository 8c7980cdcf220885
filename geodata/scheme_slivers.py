"""Slivers: strips that come about where two people draw the same border, and are nobody's ground."""

from __future__ import annotations

from typing import Any, NamedTuple

import numpy as np
import numpy.typing as npt
import shapely

ROUNDED = 0.02  # m: strips as narrow as this are coordinates written with too few digits


class Sliver(NamedTuple):
    """A piece is one if it is less than `share` of its base unit, and either small or, for its length, thin.

    square_metres: below it a piece has room for no house with its plot. width: mean width in metres, area by half the
    border; borders drawn twice at 1 : 5,000 differ by that much.
    """

    share: float = 0.02
    square_metres: float = 500.0
    width: float = 5.0


def are_slivers(pieces: Any, wholes: Any, limits: Sliver = Sliver()) -> npt.NDArray[np.bool_]:  # noqa: B008 immutable
    """For each piece (array of geometries in metres) whether it is a sliver of a whole of this size (array, m²)."""
    size = shapely.area(pieces)
    small = (size < limits.square_metres) | (mean_width(pieces) < limits.width)
    return np.asarray((size < limits.share * np.asarray(wholes)) & small, dtype=np.bool_)


def are_rounding(pieces: Any) -> npt.NDArray[np.bool_]:
    """For each piece whether it is so narrow that only rounding can have made it."""
    return np.asarray(mean_width(pieces) < ROUNDED, dtype=np.bool_)


def mean_width(pieces: Any) -> npt.NDArray[np.float64]:
    """Metres: 2 · area / border, which is the width of a long strip. 0 for what has no area.

    >>> mean_width([shapely.box(0, 0, 1000, 2)]).round(3).tolist()
    [1.996]
    """
    border = shapely.length(pieces)
    return np.asarray(2 * shapely.area(pieces) / np.where(border > 0, border, 1.0), dtype=np.float64)
