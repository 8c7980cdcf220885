"""Trend in proportions over any number of years.

Cochran (1954), Biometrics 10:417–451; Armitage (1955), Biometrics 11:375–386. Without continuity correction.
"""

from __future__ import annotations

from typing import Any

import numpy as np

from indicators.guards import checked
from indicators.shapes import FloatArray
from indicators.weighted_slope import weighted_slope


def cochran_armitage(count: Any, base: Any, years: Any = None) -> tuple[FloatArray, FloatArray]:
    """χ² (1 degree of freedom) for a trend in count/base, and the slope as share per year, weighted with the base.

    count, base: years on the last axis, k ≥ 2 of them (else ValueError). years: their k different scores where years are
    left out, else 1 … k. Results are arrays without that axis. All shares equal, no counts at all or count = base
    throughout: χ² 0 and slope 0. A missing year: both NaN. Raises DataError where base ≤ 0, count < 0 or count > base,
    naming positions.

    >>> chi_square, slope = cochran_armitage([120, 131, 140, 155, 170], [2000, 2010, 2005, 2020, 2030])
    >>> float(chi_square.round(4)), float(slope.round(6))
    (10.6397, 0.005907)
    """
    x, n = np.broadcast_arrays(*checked(count, base, part_of_base=True))
    if x.ndim == 0 or x.shape[-1] < 2:
        raise ValueError("a trend needs at least two years")
    share = x.sum(axis=-1) / n.sum(axis=-1)
    slope, spread = weighted_slope(x / n, n, years)
    variance = share * (1 - share)
    # Written with the slope; the same as N(NΣct − ΣcΣnt)² / (Σc(N − Σc)(NΣnt² − (Σnt)²)).
    return np.where(variance == 0, 0.0, slope**2 * spread / np.where(variance == 0, 1.0, variance)), slope
