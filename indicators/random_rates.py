"""Random rates, many at once, from beta and gamma distributions with a shape of their own for every area."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np

from indicators.shapes import BoolArray, FloatArray

EXACT_BELOW = 4.0  # shapes from which the approximation is used; there no probability is off by more than 0.003


def random_gamma(rng: np.random.Generator, shape: FloatArray, draws: int) -> FloatArray:
    """Draws × areas from gamma distributions of the given shapes (above 0) and scale 1.

    From a shape of 4 on by Wilson and Hilferty's cube of a normal number: several times as fast, and no probability off
    by more than 0.003, less than the error of 10,000 draws. Below, exactly.
    Source: Wilson & Hilferty (1931), Proc. Natl. Acad. Sci. USA 17:684–688.

    >>> found = random_gamma(np.random.default_rng(1), np.array([0.5, 9.0]), 20000)
    >>> found.mean(axis=0).round(1).tolist(), found.std(axis=0).round(1).tolist()
    ([0.5, 9.0], [0.7, 3.0])
    """
    return _by_size(
        shape < EXACT_BELOW,
        lambda few: rng.standard_gamma(shape[few], size=(draws, np.count_nonzero(few))),
        lambda many: _cubes(rng, shape[many], draws),
    )


def random_beta(rng: np.random.Generator, first: FloatArray, second: FloatArray, draws: int) -> FloatArray:
    """Draws × areas from beta distributions: the first of two gammas over their sum. Exact where a shape is below 4.

    >>> found = random_beta(np.random.default_rng(1), np.array([0.5, 20.0]), np.array([0.5, 60.0]), 20000)
    >>> found.mean(axis=0).round(2).tolist(), found.std(axis=0).round(2).tolist()
    ([0.5, 0.25], [0.35, 0.05])
    """
    return _by_size(
        np.minimum(first, second) < EXACT_BELOW,
        lambda few: rng.beta(first[few], second[few], size=(draws, np.count_nonzero(few))),
        lambda many: _shares(_cubes(rng, first[many], draws), _cubes(rng, second[many], draws)),
    )


def _cubes(rng: np.random.Generator, shape: FloatArray, draws: int) -> FloatArray:
    found = rng.standard_normal((draws, len(shape)))
    found *= 1 / (3 * np.sqrt(shape))
    found += 1 - 1 / (9 * shape)
    np.maximum(found, 0.0, out=found)
    squares = found * found
    found *= squares
    found *= shape
    return found


def _shares(first: FloatArray, second: FloatArray) -> FloatArray:
    second += first
    first /= second
    return first


def _by_size(
    few: BoolArray, exact: Callable[[BoolArray], FloatArray], fast: Callable[[BoolArray], FloatArray]
) -> FloatArray:
    if not few.any():
        return fast(~few)
    rest = exact(few)
    found = np.empty((len(rest), len(few)))
    found[:, few] = rest
    found[:, ~few] = fast(~few)
    return found
