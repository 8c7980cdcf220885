"""Keep labelled ground in one piece each."""

from __future__ import annotations

import numpy as np
from scipy import ndimage

ROUNDS = 8


def in_one_piece(labels: np.ndarray, count: int, ground: np.ndarray) -> np.ndarray:
    """Labels in which each of the first `count` is connected; cells of smaller pieces take the nearest kept label.

    ground: where labels may be placed; the rest stays as it is.
    """
    found = labels.copy()
    window = ndimage.find_objects(ground.astype(int))[0]
    for _ in range(ROUNDS):  # a moved piece may touch its new area by a corner only: then it moves again
        stray = _stray(found[window], count)
        if not stray.any():
            break
        found[window] = fill(found[window], ground[window] & ~stray, stray)
    return found


def fill(labels: np.ndarray, kept: np.ndarray, gaps: np.ndarray) -> np.ndarray:
    """Labels in which the gaps take the label of the nearest kept cell."""
    nearest = ndimage.distance_transform_edt(~kept, return_distances=False, return_indices=True)
    return np.where(gaps, labels[tuple(nearest)], labels)


def _stray(labels: np.ndarray, count: int) -> np.ndarray:
    stray = np.zeros(labels.shape, dtype=bool)
    for label, window in enumerate(ndimage.find_objects(labels + 1, max_label=count)):
        if window is not None:
            stray[window] |= _beside_the_largest(labels[window] == label)
    return stray


def _beside_the_largest(cells: np.ndarray) -> np.ndarray:
    pieces, _ = ndimage.label(cells)
    sizes = np.bincount(pieces.ravel())
    sizes[0] = 0
    return cells & (pieces != sizes.argmax())
