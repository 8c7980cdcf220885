"""Where the sums of a release stand among the cells of their system."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

from indicators.disclosure.sums import Key, Sums
from indicators.shapes import IntArray


@dataclass(frozen=True)
class Places:
    """Where the sums of each key stand among the cells of the system."""

    start: Mapping[Key, int]
    shape: Mapping[Key, tuple[int, int]]

    @property
    def size(self) -> int:
        return sum(areas * years for areas, years in self.shape.values())

    def at(self, key: Key) -> IntArray:
        """Cell of each sum, of the shape (areas, years)."""
        areas, years = self.shape[key]
        return self.start[key] + np.arange(areas * years, dtype=np.intp).reshape(areas, years)


def places_of(sums: Mapping[Key, Sums]) -> Places:
    """One cell after the other, key by key."""
    shapes = {key: (each.numbers.shape[0], each.numbers.shape[1]) for key, each in sums.items()}
    sizes = np.array([areas * years for areas, years in shapes.values()], dtype=np.intp)
    return Places(dict(zip(shapes, (np.cumsum(sizes) - sizes).tolist(), strict=True)), shapes)
