"""Counties made up for tests, whose true rates are known."""

from __future__ import annotations

from dataclasses import replace
from typing import NamedTuple

import numpy as np
import pandas as pd

from indicators.catalogue import Method
from indicators.change import change
from indicators.evidence import Evidence, evidence_of_values
from indicators.posterior import WIDTH95, Posterior
from indicators.rates import Estimate, proportion
from indicators.sampling import Draws

NAMES = tuple("ABCDEFGH")
CHANGING = NAMES[:3]
LEVELS = np.array([0.09, 0.14, 0.04, 0.2, 0.2, 0.1, 0.07, 0.11])  # usual shares of the indicators
BASES = np.array([0.8, 0.17, 0.22, 0.12, 0.03, 0.03, 0.03, 0.03])  # part of the inhabitants they are counted among


class MadeUp(NamedTuple):
    """What is published, and the truth behind it: values and changes in percent, areas × indicators."""

    evidence: Evidence
    values: pd.DataFrame
    changes: pd.DataFrame

    def truth(self) -> Draws:
        """The true values, in the place of drawn ones."""

        def fixed(table):
            return {
                name: Posterior("fixed", column.to_numpy(), column.to_numpy(), 1.0) for name, column in table.items()
            }

        return Draws(fixed(self.values), fixed(self.changes))


def made_up(seed: int, areas: int = 158, skewed: bool = False) -> MadeUp:
    """True shares go together in an area (correlation about 0.5) and differ by a factor of 1.5; some areas stand out where
    `skewed`. Medians: 2,700 inhabitants, between 80 and 2,200 people an indicator is counted among."""
    rng = np.random.default_rng(seed)
    ids = pd.Index([f"g{number:04}" for number in range(areas)])
    common = rng.gamma(1.5, 1 / np.sqrt(1.5), (areas, 1)) - np.sqrt(1.5) if skewed else rng.normal(size=(areas, 1))
    people = np.exp(rng.normal(7.9, 0.7, (areas, 1)))
    base = np.maximum((people * BASES * rng.uniform(0.8, 1.2, (areas, 8))).round(), 30)
    now = np.clip(LEVELS * np.exp(0.4 * (0.7 * common + 0.7 * rng.normal(size=(areas, 8)))), 0.002, 0.9)
    drift = 0.08 * rng.normal(size=(areas, 8)) + 0.05 * rng.normal(size=(areas, 1))
    before = np.clip(now * np.exp(drift), 0.002, 0.9)
    counts, earlier = (rng.binomial(base.astype(int), true).astype(float) for true in (now, before))
    evidence = evidence_of_counts(*(pd.DataFrame(each, ids, NAMES) for each in (counts, base)), people[:, 0])
    found = change(_estimate(counts, base), _estimate(earlier, base))
    width = pd.DataFrame((found.upper95 - found.lower95) / WIDTH95, ids, NAMES)
    changes = pd.DataFrame(found.value, ids, NAMES)
    evidence = replace(evidence, changes=changes[[*CHANGING]], change_errors=width[[*CHANGING]])
    true_changes = pd.DataFrame((now - before) * 100, ids, NAMES)
    return MadeUp(evidence, pd.DataFrame(now * 100, ids, NAMES), true_changes[[*CHANGING]])


def evidence_of_counts(counts: pd.DataFrame, bases: pd.DataFrame, inhabitants=np.nan) -> Evidence:
    """Shares in percent, high = unfavourable; the benchmark from summed counts."""
    published = Estimate(
        *(pd.DataFrame(each, counts.index, counts.columns) for each in _estimate(counts.to_numpy(), bases.to_numpy()))
    )
    names = counts.columns
    return replace(
        evidence_of_values(published.value, dict.fromkeys(names, -1)),
        published=published,
        counts=counts,
        bases=bases,
        benchmark=counts.sum() / bases.sum() * 100,
        methods=pd.Series(Method.PROPORTION, index=names, dtype=object),
        per=pd.Series(100.0, index=names),
        inhabitants=pd.Series(inhabitants, index=counts.index, dtype=float),
    )


def _estimate(counts, bases) -> Estimate:
    return proportion(counts, bases)
