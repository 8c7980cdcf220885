"""Whole numbers that add up: distribute totals over areas, and areas over bands."""

from __future__ import annotations

import numpy as np

from making.people import whole_numbers


def allocate(total: int, weights: np.ndarray, most: np.ndarray) -> np.ndarray:
    """Distribute `total` in proportion to `weights`, nowhere more than `most`."""
    numbers = np.zeros(len(weights), dtype=int)
    while (rest := total - numbers.sum()) > 0:
        room = most - numbers
        open_weights = np.where(room > 0, np.maximum(weights, 1e-9), 0.0)
        numbers += np.minimum(whole_numbers(open_weights, int(rest)), room)
    return numbers


def allocate_within(totals: np.ndarray, groups: np.ndarray, weights: np.ndarray, most: np.ndarray) -> np.ndarray:
    """The same for every group and year. totals: (groups, years); groups: position per area; others (areas, years)."""
    found = np.zeros(weights.shape, dtype=int)
    for group in range(len(totals)):
        inside = groups == group
        for year in range(weights.shape[1]):
            found[inside, year] = allocate(int(totals[group, year]), weights[inside, year], most[inside, year])
    return found


def split(totals: np.ndarray, shares: np.ndarray) -> np.ndarray:
    """Split each total into bands by largest remainders. totals: (…); shares: (bands, …), adding up to 1 over bands."""
    exact = shares * totals
    numbers = np.floor(exact).astype(int)
    rest = totals - numbers.sum(axis=0)
    rank = np.argsort(np.argsort(-(exact - numbers), axis=0, kind="stable"), axis=0, kind="stable")
    return numbers + (rank < rest)
