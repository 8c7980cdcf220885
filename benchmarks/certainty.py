"""How sure a flag is, against the same work done as a loop over draws and areas with scipy and pandas."""

from __future__ import annotations

import time
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import numpy as np
import pandas as pd
from scipy.stats import beta, zscore

from indicators.assumptions import Assumptions
from indicators.certainty import certainty_of
from indicators.evidence import Evidence, evidence_of_values
from indicators.mss_rule import MssRule
from indicators.posterior import posterior
from indicators.rates import Estimate, proportion
from texts.numbers import german_int

INDICATORS = 20
LIMITS = {158: 2.0, 10_990: 20.0}  # seconds for 1,000 draws
CHANCE = Assumptions(weights="")
LOOPED = {158: 60, 10_990: 2}  # draws of the other program; its time is counted up to all of them


def certainty_seconds(areas: int, draws: int) -> tuple[str, float, float, float | None]:
    """Words, seconds here, seconds of the loop (counted up), and the limit. Both must agree before."""
    evidence = synthetic(areas)
    rule = MssRule(tuple(evidence.values))
    looped = min(LOOPED.get(areas, 20), draws)
    begun = time.perf_counter()
    share = by_loop(evidence, looped)
    other = (time.perf_counter() - begun) * draws / looped
    begun = time.perf_counter()
    found = certainty_of(rule, evidence, draws, assumptions=CHANCE).table["probability"]
    own = time.perf_counter() - begun
    assert_same(found, share, looped, draws)
    size = f"{german_int(areas)} Gebiete × {INDICATORS} Kennzahlen × {german_int(draws)} Durchgänge"
    return (
        f"{size}: wie sicher die MSS-Regel ist; scipy und pandas, Gebiet für Gebiet, hochgerechnet",
        own,
        other,
        LIMITS.get(areas),
    )


def synthetic(areas: int) -> Evidence:
    """Shares of 100 to 3,000 people that go together in an area."""
    rng = np.random.default_rng(5)
    names = [f"K{number:02}" for number in range(INDICATORS)]
    ids = [f"g{number:05}" for number in range(areas)]
    base = np.exp(rng.uniform(np.log(100), np.log(3000), (areas, INDICATORS))).round()
    common = rng.normal(size=(areas, 1))
    true = np.clip(0.1 * np.exp(0.25 * (common + rng.normal(size=base.shape))), 0.01, 0.9)
    count = rng.binomial(base.astype(int), true).astype(float)
    tables = [pd.DataFrame(each, ids, names) for each in (*proportion(count, base), count, base)]
    return replace(
        evidence_of_values(tables[0], dict.fromkeys(names, -1)), published=Estimate(*tables[:5]), counts=tables[5],
        bases=tables[6], benchmark=pd.Series(count.sum(axis=0) / base.sum(axis=0) * 100, names),
        methods=pd.Series("proportion", names), per=pd.Series(100.0, names),
    )  # fmt: skip


def by_loop(evidence: Evidence, draws: int) -> Any:
    """Share of draws in which each area's status index is above 1.5: one draw, one indicator, one area after the other."""
    shapes = {name: posterior(evidence, name) for name in evidence.values}
    rng, flagged = np.random.default_rng(6), np.zeros(len(evidence.values))
    for _ in range(draws):
        rows = {
            name: [beta.rvs(a, b, random_state=rng) for a, b in zip(each.first, each.second, strict=True)]
            for name, each in shapes.items()
        }
        flagged += zscore(pd.DataFrame(rows).apply(zscore).sum(axis=1)) > 1.5
    return flagged / draws


def assert_same(found: pd.Series, share: Any, looped: int, draws: int) -> None:
    """Raises AssertionError where two shares differ by more than five standard errors of their difference."""
    together = (found.to_numpy() * draws + share * looped) / (draws + looped)
    error = np.sqrt(together * (1 - together) * (1 / looped + 1 / draws))
    assert (np.abs(found - share) <= 5 * error + 1 / looped).all()


def certainty_rows(areas: int, draws: int = 1000) -> Iterator[tuple[str, float, float, float | None]]:
    """For a county, and for as many areas as the other methods are measured with."""
    yield certainty_seconds(min(areas, 158), draws)
    yield certainty_seconds(areas, draws)
