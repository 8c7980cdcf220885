"""Which cell belongs to which municipality: the nearest place, weighted until the areas are the official ones."""

from __future__ import annotations

import numpy as np
import pandas as pd
from scipy import ndimage
from scipy.spatial import cKDTree

from making.pieces import fill, in_one_piece
from making.raster import CELL, Raster

OUTSIDE = -1
SAMPLE = 11  # the first steps look at every so many-th cell only
ROUGH, FINE = np.geomspace(1.0, 0.3, 80), np.geomspace(0.6, 0.1, 20)  # lengths of the steps towards the weights
SMALLEST_ENCLAVE = 6e6  # m²: what is smaller inside the county is no neighbour; Bonn is


def assign_municipalities(raster: Raster, places: pd.DataFrame, targets: pd.Series) -> np.ndarray:
    """Municipality of each cell as a position in `targets`, OUTSIDE for neighbours.

    targets: key → official area in km². One weight in metres per municipality is fitted to them; neighbours have 0.
    """
    wanted = targets.to_numpy() * 1e6 / CELL**2
    distances = _distances(raster, places, [*targets.index, ""])
    sample = distances[:, ::SAMPLE]
    weights, best, least = np.zeros((len(distances), 1)), np.zeros(raster.x.shape, dtype=int), np.inf
    for step in ROUGH:
        found = np.bincount((sample - weights).argmin(axis=0), minlength=len(distances))[:-1] * SAMPLE
        weights[:-1, 0] += step * _ring(wanted - found, wanted)
    for step in FINE:
        labels = _connected((distances - weights).argmin(axis=0).reshape(raster.x.shape), len(wanted))
        missing = wanted - np.bincount(labels[labels >= 0], minlength=len(wanted))
        if (error := float(np.abs(missing / wanted).max())) < least:
            best, least = labels, error
        weights[:-1, 0] += step * _ring(missing, wanted)
    return best


def _distances(raster: Raster, places: pd.DataFrame, keys: list[str]) -> np.ndarray:
    """Metres to the nearest place of each municipality: (keys, cells)."""
    cells = np.column_stack([raster.x.ravel(), raster.y.ravel()])
    trees = [cKDTree(places.loc[places["municipality"] == key, ["x", "y"]].to_numpy()) for key in keys]
    return np.stack([tree.query(cells)[0] for tree in trees])


def _ring(missing: np.ndarray, cells: np.ndarray) -> np.ndarray:
    """Width in metres of the ring that adds the missing cells: one of width w has about 2·√(πn)·w/CELL of them."""
    return missing / (2 * np.sqrt(np.pi * cells)) * CELL


def _connected(labels: np.ndarray, count: int) -> np.ndarray:
    """Every municipality in one piece and no gap but Bonn. labels: `count` where a neighbour is nearest."""
    outside = labels == count
    enclaves, _ = ndimage.label(outside)
    small = np.flatnonzero(np.bincount(enclaves.ravel()) < SMALLEST_ENCLAVE / CELL**2)
    gaps = outside & np.isin(enclaves, small)
    labels = fill(np.where(outside, OUTSIDE, labels), ~gaps, gaps)
    return in_one_piece(labels, count, np.ones(labels.shape, dtype=bool))
