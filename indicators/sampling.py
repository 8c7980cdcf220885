"""Draws of the true values of all areas, indicator by indicator."""

from __future__ import annotations

from collections.abc import Mapping
from zlib import crc32

import numpy as np

from indicators.evidence import Evidence
from indicators.posterior import Posterior, change_posterior, posterior
from indicators.shapes import FloatArray


class Draws:
    """Draws of all areas; each indicator has its own random numbers.

    So an indicator draws the same in every rule, and areas in the same order draw the same whatever else is asked for.
    All that is asked between two calls of `advance` comes from the same draws.
    """

    def __init__(self, values: Mapping[str, Posterior], changes: Mapping[str, Posterior], seed: int = 1) -> None:
        self._sources = {("value", name): each for name, each in values.items()}
        self._sources |= {("change", name): each for name, each in changes.items()}
        self._rng = {each: np.random.default_rng([seed, crc32(" ".join(each).encode())]) for each in self._sources}
        self._current: dict[tuple[str, str], FloatArray] = {}
        self.changing = tuple(changes)
        self.size = 1

    def advance(self, draws: int) -> None:
        """The next so many draws."""
        self._current, self.size = {}, draws

    def values(self, indicator: str) -> FloatArray:
        """True values of an indicator, draws × areas (one row where they are fixed); high = unfavourable."""
        return self._drawn("value", indicator)

    def changes(self, indicator: str) -> FloatArray:
        """True changes of an indicator; high = becoming less favourable."""
        return self._drawn("change", indicator)

    def _drawn(self, kind: str, indicator: str) -> FloatArray:
        which = (kind, indicator)
        if which not in self._current:
            self._current[which] = self._sources[which].draw(self._rng[which], self.size)
        return self._current[which]


def draws_of(evidence: Evidence, seed: int = 1, chance: bool = True) -> Draws:
    """Draws of everything in the evidence; chance False: the values as they are, in every draw.

    >>> import pandas as pd
    >>> from indicators.evidence import evidence_of_values
    >>> draws_of(evidence_of_values(pd.DataFrame({"A": [1.0, 2.0]}), {"A": 1})).values("A").tolist()
    [[-1.0, -2.0]]
    """
    return Draws(
        {str(name): posterior(evidence, str(name), chance) for name in evidence.values},
        {str(name): change_posterior(evidence, str(name), chance) for name in evidence.changes},
        seed,
    )
