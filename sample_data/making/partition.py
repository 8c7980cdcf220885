"""Divide ground into connected parts of similar weight: small where many people live, large where few do."""

from __future__ import annotations

import numpy as np

from making.raster import Raster, in_one_piece

ROUNDS = 25
UNPLACED = -1


def divide(
    raster: Raster, ground: np.ndarray, weights: np.ndarray, parts: int, random: np.random.Generator
) -> np.ndarray:
    """Label 0 … parts − 1 of each cell of the ground, −1 elsewhere; labels follow the distance from the heaviest cell.

    ground: bool raster. weights: how much each cell counts (inhabitants raised to a power below 1). Weighted k-means
    on the displaced coordinates, so that borders bend.
    """
    rows, columns = np.nonzero(ground)
    points = np.column_stack([raster.x[rows, columns], raster.y[rows, columns]])
    mass = weights[rows, columns]
    centres = points[random.choice(len(points), parts, replace=False, p=mass / mass.sum())]
    nearest = np.zeros(len(points), dtype=int)
    for _ in range(ROUNDS):
        nearest = ((points[:, None, :] - centres) ** 2).sum(axis=2).argmin(axis=1)
        total = np.bincount(nearest, mass, minlength=parts)
        moved = [np.bincount(nearest, mass * points[:, axis], minlength=parts) for axis in (0, 1)]
        centres = np.where(total[:, None] > 0, np.column_stack(moved) / np.maximum(total, 1e-9)[:, None], centres)
    heart = points[mass.argmax()]
    order = np.argsort(((centres - heart) ** 2).sum(axis=1), kind="stable")
    labels = np.full(ground.shape, UNPLACED)
    labels[rows, columns] = np.argsort(order)[nearest]
    return in_one_piece(labels, parts, ground)
