"""Where people live: dense around the places, thin between them, in whole numbers that add up."""

from __future__ import annotations

import numpy as np
import pandas as pd

from making.raster import Raster

CORE = 900.0  # metres: reach of a settlement's core
OUTSKIRTS = 0.012  # density between the places, as a share of a core's


def density(raster: Raster, places: pd.DataFrame, main: int) -> np.ndarray:
    """Relative density of inhabitants per cell. places: x, y of one municipality; main: index of its largest place."""
    found = np.full(raster.x.shape, OUTSKIRTS)
    for place in places.itertuples():
        height, reach = (1.0, 1.5 * CORE) if place.Index == main else (0.55, 0.75 * CORE)
        distance = (raster.x - place.x) ** 2 + (raster.y - place.y) ** 2
        found += height * np.exp(-distance / (2 * reach**2))
    return found


def whole_numbers(shares: np.ndarray, total: int) -> np.ndarray:
    """Whole numbers in proportion to `shares` that add up to `total` (largest remainders)."""
    exact = shares / shares.sum() * total
    numbers = np.floor(exact).astype(int)
    rest = np.argsort(-(exact - numbers), kind="stable")[: total - numbers.sum()]
    numbers[rest] += 1
    return numbers
