"""The ground of the sample: a raster on a smoothly displaced map, so that every border drawn on it bends."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import pandas as pd
from scipy import ndimage

CELL = 100.0  # metres
MARGIN = 5_000.0  # metres around the places of the county
# Smoothness and size of the displacement in metres, from wide bends to small ones. All about equally steep, as
# natural borders are; much steeper, and the map would fold over.
WAVES = ((2_000.0, 540.0), (800.0, 330.0), (330.0, 150.0), (150.0, 75.0))


@dataclass(frozen=True)
class Raster:
    """west, south: lower left corner in EPSG:25832. x, y: displaced centres of the cells, shape (rows, columns)."""

    west: float
    south: float
    x: np.ndarray
    y: np.ndarray


def make_raster(places: pd.DataFrame, random: np.random.Generator) -> Raster:
    """Raster around the county's places. places: columns x, y (metres), municipality ("" for neighbours)."""
    own = places[places["municipality"] != ""]
    west, south = own["x"].min() - MARGIN, own["y"].min() - MARGIN
    columns = int((own["x"].max() + MARGIN - west) / CELL)
    rows = int((own["y"].max() + MARGIN - south) / CELL)
    x, y = np.meshgrid(west + (np.arange(columns) + 0.5) * CELL, south + (np.arange(rows) + 0.5) * CELL)
    for smoothness, size in WAVES:
        x, y = x + _waves(x.shape, smoothness, size, random), y + _waves(x.shape, smoothness, size, random)
    return Raster(float(west), float(south), x, y)


def _waves(shape: tuple[int, ...], smoothness: float, size: float, random: np.random.Generator) -> np.ndarray:
    noise = ndimage.gaussian_filter(random.standard_normal(shape), smoothness / CELL, mode="reflect")
    return noise / noise.std() * size
