"""Base units that are cut: everybody knows by which shares, so that who knows one part of a unit knows all of it."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
from scipy import sparse

from indicators.disclosure.places import Places
from indicators.shapes import FloatArray, IntArray

WHOLE = 2**20  # shares are told apart up to so many parts of a unit


class Shares(NamedTuple):
    """Which areas of a level are parts of cut base units. level: its position. unit: number of the unit of each area, −1 where
    it is no part of one. share: of the unit, 0 to 1."""

    level: int
    unit: IntArray
    share: FloatArray


def of_cells(shares: Shares | None, places: Places) -> tuple[IntArray, FloatArray]:
    """Unit (−1: no part of one) and share of each sum."""
    unit, share = np.full(places.size, -1, dtype=np.intp), np.zeros(places.size)
    for key, (_, years) in places.shape.items():
        if shares is not None and key.level == shares.level:
            cells = places.at(key).ravel()
            unit[cells], share[cells] = np.repeat(shares.unit, years), np.repeat(shares.share, years)
    return unit, share


def share_relations(unit: IntArray, share: FloatArray, layer: IntArray) -> sparse.csr_array:
    """One row for each two parts of a unit in one layer: by their shares they tell the same of it. In whole numbers."""
    parts = np.flatnonzero(unit >= 0)
    parts = parts[np.lexsort((layer[parts], unit[parts]))]
    first, second = parts[:-1], parts[1:]
    alike = (unit[first] == unit[second]) & (layer[first] == layer[second])
    first, second = first[alike], second[alike]
    weight, row = np.round(share * WHOLE), np.arange(first.size)
    entries = np.concatenate([weight[second], -weight[first]])
    places = (np.concatenate([row, row]), np.concatenate([first, second]))
    return sparse.csr_array((entries, places), shape=(first.size, unit.size))
