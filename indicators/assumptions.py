"""Choices of a method that could reasonably have been made otherwise, and how they vary from draw to draw."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Literal

import numpy as np
import numpy.typing as npt

from indicators.shapes import BoolArray, FloatArray, IntArray

SCALES = ("z", "rank", "percentile")  # ways to normalise, by their position
QUARTER = 0.25  # a weight is moved by at most so much of itself

Vary = Literal["", "quarter", "dirichlet"]


@dataclass(frozen=True)
class Assumptions:
    """Which assumptions vary between the draws; what is off stays as the rule says.

    chance: the true values, within what the counts leave open (`sampling`). weights: "quarter", each by up to ±25 % and
    independently; "dirichlet", any weights, in the mean those of the rule; "" none. normalisation: z, rank or percentile.
    leave_one_out: no indicator or any one left out. k: one indicator fewer or more is asked for. population: mean and SD
    of areas or of inhabitants. An assumption that a rule does not know changes nothing there.
    """

    chance: bool = True
    weights: Vary = "quarter"
    normalisation: bool = False
    leave_one_out: bool = False
    k: bool = False
    population: bool = False


NOTHING = Assumptions(chance=False, weights="")
KINDS = ("chance", "weights", "normalisation", "leave_one_out", "k", "population")


@dataclass(frozen=True)
class Choices:
    """One choice of the method per draw.

    weights: draws × indicators of the rule, 0 where one is left out. scale: position in `SCALES`. k: added to the rule's
    k. population: mean and SD weighted by inhabitants.
    """

    weights: FloatArray
    scale: IntArray
    k: IntArray
    population: BoolArray

    def __len__(self) -> int:
        return len(self.weights)

    def part(self, start: int, stop: int) -> Choices:
        at = slice(start, stop)
        return Choices(self.weights[at], self.scale[at], self.k[at], self.population[at])


def decided(weights: FloatArray, draws: int = 1) -> Choices:
    """The rule as it is, in every draw. weights: one per indicator.

    >>> decided(np.array([1.0, 2.0]), 2).weights.tolist()
    [[1.0, 2.0], [1.0, 2.0]]
    """
    same = np.zeros(draws, dtype=np.intp)
    return Choices(np.tile(weights, (draws, 1)), same, same, np.zeros(draws, dtype=np.bool_))


def varied(weights: FloatArray, assumptions: Assumptions, draws: int, rng: np.random.Generator) -> Choices:
    """Choices drawn at random, each equally likely. weights: of the rule, one per indicator, all above 0.

    "dirichlet" has the parameters weight/mean weight: with equal weights every combination is equally likely.

    >>> rng = np.random.default_rng(1)
    >>> found = varied(np.ones(4), Assumptions(weights="dirichlet", leave_one_out=True), 1000, rng)
    >>> sorted(set((found.weights == 0).sum(axis=1).tolist())), set(found.k.tolist())
    ([0, 1], {0})
    """
    same = decided(weights, draws)
    scale = rng.integers(len(SCALES), size=draws)
    k = rng.integers(-1, 2, size=draws)
    population = rng.random(draws) < 1 / 2
    drawn = _weights(weights, assumptions.weights, draws, rng)
    left_out = rng.integers(len(weights) + 1, size=draws)  # the last position: none
    if assumptions.leave_one_out and len(weights) > 1:
        drawn = drawn * (left_out[:, None] != np.arange(len(weights)))
    return Choices(
        drawn,
        scale if assumptions.normalisation else same.scale,
        k if assumptions.k else same.k,
        population if assumptions.population else same.population,
    )


def _weights(weights: FloatArray, how: Vary, draws: int, rng: np.random.Generator) -> FloatArray:
    if how == "dirichlet":
        return rng.dirichlet(weights / weights.mean(), size=draws)
    if how == "quarter":
        return weights * rng.uniform(1 - QUARTER, 1 + QUARTER, size=(draws, len(weights)))
    return np.tile(weights, (draws, 1))


def alternatives(weights: FloatArray, kind: str) -> Choices:
    """What else could have been chosen for one assumption, everything else as decided; each alternative once.

    kind: "normalisation", "leave_one_out", "k" or "population".

    >>> alternatives(np.ones(2), "leave_one_out").weights.tolist(), alternatives(np.ones(2), "k").k.tolist()
    ([[0.0, 1.0], [1.0, 0.0]], [-1, 1])
    """
    if kind == "leave_one_out":
        size = len(weights) if len(weights) > 1 else 0
        return replace(decided(weights, size), weights=weights * ~np.eye(size, len(weights), dtype=np.bool_))
    if kind == "normalisation":
        return replace(decided(weights, len(SCALES) - 1), scale=np.arange(1, len(SCALES)))
    if kind == "k":
        return replace(decided(weights, 2), k=np.array([-1, 1]))
    if kind == "population":
        return replace(decided(weights), population=np.array([True]))
    raise ValueError(f"{kind} has no alternatives that could be counted")


def weights_of(names: Sequence[str], weights: Sequence[tuple[str, float]]) -> npt.NDArray[np.float64]:
    """The weights in the order of the names, 1 where none is named.

    >>> weights_of(["A", "B"], [("B", 2)]).tolist()
    [1.0, 2.0]
    """
    named = dict(weights)
    return np.array([named.get(name, 1.0) for name in names], dtype=np.float64)
