"""From labelled cells to areas with natural borders: one coverage without gaps or overlaps."""

from __future__ import annotations

import numpy as np
import pandas as pd
import shapely

from making.raster import CELL, Raster

SMOOTHING = 3  # rounds
TOLERANCE = 45.0  # metres: bends smaller than a triangle of this size are left out
DECIMALS = 1


def polygons(raster: Raster, labels: np.ndarray) -> pd.Series:
    """One polygon per label ≥ 0, in EPSG:25832; neighbours share their borders vertex by vertex."""
    rows, columns = np.nonzero(labels >= 0)
    cells = pd.Series(shapely.box(columns, rows, columns + 1, rows + 1))
    stairs = cells.groupby(labels[rows, columns]).agg(lambda parts: shapely.coverage_union_all(parts.to_numpy()))
    corners = _smooth_corners(labels)

    def placed(cell: np.ndarray) -> np.ndarray:
        column, row = cell.astype(int).T
        return corners[row, column] * CELL + (raster.west, raster.south)

    simple = shapely.coverage_simplify(shapely.transform(stairs.to_numpy(), placed), TOLERANCE)
    return pd.Series(shapely.transform(simple, lambda found: np.round(found, DECIMALS)), index=stairs.index)


def joined(parts: pd.Series, whole_of: pd.Series) -> pd.Series:
    """Polygons of the wholes: unions of their parts along the very same vertices."""
    return parts.groupby(whole_of).agg(lambda group: shapely.coverage_union_all(group.to_numpy()))


def _smooth_corners(labels: np.ndarray) -> np.ndarray:
    """Corners of the cells (in cells), those on borders moved towards their neighbours along the border.

    All areas at a corner share it, so that smoothing opens no gaps.
    """
    framed = np.pad(labels, 1, constant_values=-1)
    upright = framed[1:-1, 1:] != framed[1:-1, :-1]  # a border between a corner and the one above it
    level = framed[1:, 1:-1] != framed[:-1, 1:-1]  # a border between a corner and the one to its right
    rows, columns = labels.shape
    corners = np.stack(np.meshgrid(np.arange(columns + 1.0), np.arange(rows + 1.0)), axis=-1)
    for _ in range(SMOOTHING):
        total, count = np.zeros_like(corners), np.zeros((rows + 1, columns + 1, 1))
        for border, one, other in (
            (upright, np.s_[:-1, :], np.s_[1:, :]),
            (level, np.s_[:, :-1], np.s_[:, 1:]),
        ):
            for here, there in ((one, other), (other, one)):
                total[here] += np.where(border[..., None], corners[there], 0.0)
                count[here] += border[..., None]
        corners = np.where(count > 1, 0.5 * corners + 0.5 * total / np.maximum(count, 1), corners)
    return corners
