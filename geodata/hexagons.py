"""A lattice of equal hexagons, a corner above: neighbours share their corners to the last bit."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt
import shapely

CORNERS = np.array([(0, 2), (1, 1), (1, -1), (0, -2), (-1, -1), (-1, 1)])
NEIGHBOURS = np.array([(2, 0), (1, 3), (-1, 3), (-2, 0), (-1, -3), (1, -3)])  # in turn around the hexagon

Floats = npt.NDArray[np.float64]
Positions = npt.NDArray[np.intp]


@dataclass(frozen=True)
class Hexagons:
    """Hexagons by whole numbers: steps of half a width to the east, of half a side to the north.

    steps: shape (cells, 2). origin, unit: metres. around: shape (cells, 6), positions of the neighbours in turn, −1
    where the lattice ends.
    """

    steps: Positions
    origin: Floats
    unit: Floats
    around: Positions

    @classmethod
    def over(cls, points: Floats, area: float, margin: int) -> Hexagons:
        """Hexagons of `area` m² that cover all points, with `margin` more on every side."""
        side = np.sqrt(2 * area / np.sqrt(27))
        unit = side * np.array([np.sqrt(3) / 2, 1 / 2])
        origin = points.mean(axis=0)
        low = np.floor((points.min(axis=0) - origin) / unit / (2, 3)).astype(int) - margin
        high = np.ceil((points.max(axis=0) - origin) / unit / (2, 3)).astype(int) + margin
        row, column = np.mgrid[low[1] : high[1] + 1, low[0] : high[0] + 1].reshape(2, -1)
        steps = np.stack([2 * column + row % 2, 3 * row], axis=1)
        return cls(steps, origin, unit, _around(steps))

    @property
    def middles(self) -> Floats:
        return np.asarray(self.origin + self.steps * self.unit)

    def shapes(self, cells: Positions) -> Any:
        """The polygons of some cells."""
        corners = self.steps[cells][:, None, :] + CORNERS
        return shapely.polygons(self.origin + corners * self.unit)


def _around(steps: Positions) -> Positions:
    at = {(int(x), int(y)): position for position, (x, y) in enumerate(steps)}
    return np.array([[at.get((int(x), int(y)), -1) for x, y in step + NEIGHBOURS] for step in steps])
