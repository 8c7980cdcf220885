"""The invented living conditions behind the counts: one field per base unit and year, high = difficult."""

from __future__ import annotations

import numpy as np
import pandas as pd

YEARS = np.arange(2015, 2025)

# Quarters in multiple difficulty, invented like all quarters: extra difficulty and its change per year since 2019.
STRUGGLING = {
    "05382068-03": (1.5, 0.0),
    "05382068-09": (1.2, 0.13),
    "05382060-04": (1.4, 0.0),
    "05382056-05": (1.3, 0.0),
    "05382016-02": (1.1, 0.12),
    "05382020-04": (1.2, -0.14),
    "05382024-06": (1.0, 0.0),
    "05382076-02": (0.9, 0.0),
}
UNVACCINATED = ("05382024-02", "05382024-03", "05382008-02")  # a cluster with gaps in vaccination


def difficulty(blocks: pd.DataFrame, official: pd.DataFrame, random: np.random.Generator) -> np.ndarray:
    """Difficulty of each block and year, mean about 0 and spread about 1; shape (blocks, years)."""
    share = official["unemployed"] / official["aged_15_64"]
    municipal = 0.30 * (_standard(share) - _standard(official["income_tax"]))
    quarters = pd.Index(blocks["quarter"].unique())
    own = pd.Series(random.normal(0, 0.42, len(quarters)), index=quarters)
    level = (
        municipal.reindex(blocks["municipality"]).to_numpy()
        + own.reindex(blocks["quarter"]).to_numpy()
        + random.normal(0, 0.22, len(blocks))
    )
    extra = pd.DataFrame(STRUGGLING, index=["level", "slope"]).T.reindex(blocks["quarter"]).fillna(0.0).to_numpy()
    since = np.maximum(YEARS - 2019, 0)
    return level[:, None] + extra[:, :1] + extra[:, 1:] * since


def vaccination_gap(blocks: pd.DataFrame) -> np.ndarray:
    """How much harder vaccination is, per block."""
    return np.where(blocks["quarter"].isin(UNVACCINATED), 1.0, 0.0)


def _standard(values: pd.Series) -> pd.Series:
    return (values - values.mean()) / values.std(ddof=0)
