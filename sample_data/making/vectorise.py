"""From labelled cells to areas with natural borders: one coverage without gaps or overlaps."""

from __future__ import annotations

import numpy as np
import pandas as pd
import shapely

from making.raster import CELL, Raster

JITTER = 42.0  # metres by which corners of cells move, so that no border is a staircase
TOLERANCE = 115.0  # metres of simplification
DECIMALS = 1


def polygons(raster: Raster, labels: np.ndarray, random: np.random.Generator) -> pd.Series:
    """One polygon per label ≥ 0, in EPSG:25832; neighbours share their borders vertex by vertex."""
    corners = _corners(raster, labels.shape, random)
    rows, columns = np.nonzero(labels >= 0)
    ring = [corners[rows + down, columns + right] for down, right in ((0, 0), (0, 1), (1, 1), (1, 0))]
    cells = shapely.polygons(np.stack(ring, axis=1))
    found = pd.Series(cells).groupby(labels[rows, columns]).agg(lambda parts: shapely.union_all(parts.to_numpy()))
    simple = shapely.coverage_simplify(found.to_numpy(), TOLERANCE)
    rounded = shapely.transform(simple, lambda numbers: np.round(numbers, DECIMALS))
    return pd.Series(rounded, index=found.index)


def joined(parts: pd.Series, whole_of: pd.Series) -> pd.Series:
    """Polygons of the wholes: unions of their parts along the very same vertices."""
    return parts.groupby(whole_of).agg(lambda group: shapely.coverage_union_all(group.to_numpy()))


def _corners(raster: Raster, shape: tuple[int, ...], random: np.random.Generator) -> np.ndarray:
    rows, columns = shape
    x, y = np.meshgrid(raster.west + np.arange(columns + 1) * CELL, raster.south + np.arange(rows + 1) * CELL)
    shift = random.uniform(-JITTER, JITTER, (2, *x.shape))
    return np.stack([x + shift[0], y + shift[1]], axis=-1)
