"""Divide ground into connected parts of wanted weight: small where many people live, large where few do."""

from __future__ import annotations

import numpy as np

from making.pieces import in_one_piece
from making.raster import Raster

CENTRING, BALANCING = 20, 60  # rounds
UNPLACED = -1


def divide(
    raster: Raster, ground: np.ndarray, mass: np.ndarray, shares: np.ndarray, random: np.random.Generator
) -> np.ndarray:
    """Label 0 … parts − 1 of each cell of the ground, −1 elsewhere; labels follow the distance from the heaviest cell.

    ground: bool raster. mass: raster of how much each cell counts. shares: wanted share of the mass of each part.
    Parts are weighted nearest-centre regions on the displaced map, so that their borders bend.
    """
    rows, columns = np.nonzero(ground)
    points = np.column_stack([raster.x[rows, columns], raster.y[rows, columns]])
    weights = mass[rows, columns] / mass[rows, columns].sum()
    centres = _centred(points, weights, len(shares), random)
    nearest = _balanced(points, weights, centres, shares)
    heart = points[weights.argmax()]
    order = np.argsort(_squares(centres, heart[None, :])[:, 0], kind="stable")
    labels = np.full(ground.shape, UNPLACED)
    labels[rows, columns] = np.argsort(order)[nearest]
    return in_one_piece(labels, len(shares), ground)


def _centred(points: np.ndarray, weights: np.ndarray, parts: int, random: np.random.Generator) -> np.ndarray:
    """Centres of gravity of weighted k-means."""
    centres = points[random.choice(len(points), parts, replace=False, p=weights)]
    for _ in range(CENTRING):
        nearest = _squares(points, centres).argmin(axis=1)
        total = np.bincount(nearest, weights, minlength=parts)[:, None]
        moved = np.column_stack([np.bincount(nearest, weights * axis, minlength=parts) for axis in points.T])
        centres = np.where(total > 0, moved / np.maximum(total, 1e-12), centres)
    return centres


def _balanced(points: np.ndarray, weights: np.ndarray, centres: np.ndarray, shares: np.ndarray) -> np.ndarray:
    """Part of each point: nearest by squared distance minus a bonus, fitted until the parts weigh what they should."""
    squares = _squares(points, centres)
    between = _squares(centres, centres) + np.diag(np.full(len(centres), np.inf))
    scale = 0.5 * between.min(axis=1)  # a bonus as large as this swallows the nearest centre
    bonus, best, least = np.zeros(len(centres)), squares.argmin(axis=1), np.inf
    for step in np.geomspace(0.5, 0.05, BALANCING):
        nearest = (squares - bonus).argmin(axis=1)
        found = np.bincount(nearest, weights, minlength=len(centres))
        if found.min() > 0 and (error := float(np.abs(found / shares - 1).max())) < least:
            best, least = nearest, error
        bonus += step * scale * np.clip(np.log(shares / np.maximum(found, shares / 3)), -1, 1)
    return best


def _squares(points: np.ndarray, others: np.ndarray) -> np.ndarray:
    return ((points[:, None, :] - others) ** 2).sum(axis=2)
