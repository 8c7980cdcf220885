"""The ground of the sample: a raster whose cells go to the nearest place, on a smoothly displaced map."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import pandas as pd
from scipy import ndimage
from scipy.spatial import cKDTree

CELL = 120.0  # metres
MARGIN = 6_000.0  # metres around the places of the county
SHIFTS = ((9.0, 650.0), (2.5, 190.0))  # smoothness in cells and size in metres of the displacement
OUTSIDE = -1
SMALLEST_ENCLAVE = 400  # cells: what is smaller inside the county is no neighbour; Bonn is


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
    for smoothness, size in SHIFTS:
        x, y = x + _waves(x.shape, smoothness, size, random), y + _waves(x.shape, smoothness, size, random)
    return Raster(float(west), float(south), x, y)


def assign_municipalities(raster: Raster, places: pd.DataFrame, targets: pd.Series) -> np.ndarray:
    """Municipality of each cell as a position in `targets`, OUTSIDE for neighbours.

    targets: key → official area in km². Each cell goes to the nearest place; one weight in metres per municipality is
    fitted until the areas are right.
    """
    cells = np.column_stack([raster.x.ravel(), raster.y.ravel()])
    groups = [places[places["municipality"] == key] for key in [*targets.index, ""]]
    distances = np.stack([cKDTree(group[["x", "y"]].to_numpy()).query(cells)[0] for group in groups])
    wanted = np.append(targets.to_numpy(), np.nan) * 1e6 / CELL**2
    weights, best, least = np.zeros(len(groups)), np.zeros(raster.x.shape, dtype=int), np.inf
    for step in np.geomspace(1.0, 0.05, 150):
        labels = _connected((distances - weights[:, None]).argmin(axis=0).reshape(raster.x.shape), len(targets))
        missing = wanted[:-1] - np.bincount(labels[labels >= 0], minlength=len(targets))
        if (error := float(np.abs(missing / wanted[:-1]).max())) < least:
            best, least = labels, error
        # A ring of width w around n cells has about 2·√(πn)·w/CELL cells.
        weights[:-1] += step * missing / (2 * np.sqrt(np.pi * wanted[:-1])) * CELL
    return best


def _waves(shape: tuple[int, ...], smoothness: float, size: float, random: np.random.Generator) -> np.ndarray:
    noise = ndimage.gaussian_filter(random.standard_normal(shape), smoothness, mode="reflect")
    return noise / noise.std() * size


def _connected(labels: np.ndarray, count: int) -> np.ndarray:
    """Every municipality in one piece: its smaller pieces go to whoever is nearest. The last label is OUTSIDE."""
    labels = np.where(labels == count, OUTSIDE, labels)
    ground = np.ones(labels.shape, dtype=bool)
    enclaves, _ = ndimage.label(labels == OUTSIDE)
    small = np.flatnonzero(np.bincount(enclaves.ravel()) < SMALLEST_ENCLAVE)
    labels = np.where((enclaves > 0) & np.isin(enclaves, small), count, labels)
    nearest = ndimage.distance_transform_edt(labels == count, return_distances=False, return_indices=True)
    return in_one_piece(labels[tuple(nearest)], count, ground)


def in_one_piece(labels: np.ndarray, count: int, ground: np.ndarray) -> np.ndarray:
    """Labels in which each of the first `count` is connected; cells of smaller pieces take the nearest kept label.

    ground: where labels may be placed; the rest stays as it is.
    """
    stray = np.zeros(labels.shape, dtype=bool)
    for label in range(count):
        pieces, found = ndimage.label(labels == label)
        if found > 1:
            sizes = np.bincount(pieces.ravel())[1:]
            stray |= (pieces > 0) & (pieces != sizes.argmax() + 1)
    kept = ground & ~stray
    nearest = ndimage.distance_transform_edt(~kept, return_distances=False, return_indices=True)
    return np.where(stray, labels[tuple(nearest)], labels)
