"""Natural breaks: the division into classes with the least squared deviation from the class means, found exactly.

Fisher, W. D. (1958): On grouping for maximum homogeneity. J. Am. Stat. Assoc. 53, 789–798. Equal values stay together.
"""

from __future__ import annotations

import numpy as np

from indicators.shapes import FloatArray

MOST_DIFFERENT = 1500  # time and memory grow with its square


def natural_breaks(values: FloatArray, classes: int) -> FloatArray:
    """Upper bounds of `classes` classes, or of as many as there are different values. values: finite, any order.

    All equal: that value alone. Of more than `MOST_DIFFERENT` different values neighbours are taken together first,
    evenly over their ranks.

    >>> natural_breaks(np.array([1.0, 2.0, 2.0, 10.0, 11.0, 30.0]), 3).tolist()
    [2.0, 11.0, 30.0]
    """
    different = np.unique(values)
    if different.size > MOST_DIFFERENT:
        kept = different[np.linspace(0, different.size - 1, MOST_DIFFERENT).round().astype(np.int_)]
        values = kept[np.searchsorted(kept, values)]
    different, weights = np.unique(values, return_counts=True)
    classes = min(classes, different.size)
    within = _deviation_of_runs(different - different.mean(), weights.astype(np.float64))
    least, starts = within[0], np.zeros((classes, different.size), dtype=np.int_)
    for number in range(1, classes):
        # A further class begins at i: what lies before i has been divided at best already.
        options = np.full_like(within, np.inf)
        options[1:] = least[:-1, None] + within[1:]
        starts[number], least = options.argmin(axis=0), options.min(axis=0)
    ends = [different.size - 1]
    for number in range(classes - 1, 0, -1):
        ends.append(int(starts[number, ends[-1]]) - 1)
    return np.asarray(different[ends[::-1]])


def _deviation_of_runs(values: FloatArray, weights: FloatArray) -> FloatArray:
    """Squared deviation from their mean of the values i … j, at [i, j]; infinite below the diagonal."""
    size = values.size
    sums = [np.concatenate([[0.0], np.cumsum(weights * values**power)]) for power in (0, 1, 2)]
    number, total, squares = (each[None, 1:] - each[:-1, None] for each in sums)
    runs = np.triu(np.ones((size, size), dtype=np.bool_))
    return np.where(runs, squares - total**2 / np.where(runs, number, 1.0), np.inf)
