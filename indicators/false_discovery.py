"""Many comparisons at once: p-values adjusted so that few of the conspicuous ones are chance."""

from __future__ import annotations

from typing import Any

import numpy as np

from indicators.shapes import as_floats, like


def benjamini_hochberg(p: Any) -> Any:
    """Adjusted p-values: where they are at most q, an expected share of at most q of the findings is chance.

    p: p-values of one family of comparisons, any shape; all cells belong to the family. Never smaller than p, in the
    same order. Ties stay ties; all equal: unchanged; one p-value: unchanged. Missing stays missing and is not counted.
    A number outside 0–1 is a ValueError.
    Source: Benjamini & Hochberg (1995), J. R. Stat. Soc. B 57:289–300; adjusted values: Yekutieli & Benjamini (1999).

    >>> benjamini_hochberg([0.01, 0.02, 0.03, 0.5]).round(4).tolist()
    [0.04, 0.04, 0.04, 0.5]
    """
    raw = as_floats(p)
    if ((raw < 0) | (raw > 1)).any():
        raise ValueError("p-values lie between 0 and 1")
    tested = np.flatnonzero(~np.isnan(raw))
    falling = tested[np.argsort(-raw.ravel()[tested], kind="stable")]
    scaled = raw.ravel()[falling] * tested.size / np.arange(tested.size, 0, -1)
    adjusted = np.full(raw.size, np.nan)
    adjusted[falling] = np.minimum(np.minimum.accumulate(scaled), 1.0)
    return like(p, adjusted.reshape(raw.shape))
