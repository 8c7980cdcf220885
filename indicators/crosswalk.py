"""Areal interpolation: numbers of some areas carried over to others that cut across them."""

from __future__ import annotations

from typing import Any

import numpy as np
import pandas as pd
from scipy import sparse

from indicators.shapes import FloatArray

OVERLAP = 1e-3  # by how much shares of a source may exceed the whole: measured borders overlap in slivers
ROUNDING = 1e-9  # gaps below this are none


def extensive(values: Any, shares: pd.DataFrame) -> Any:
    """Numbers that add up (counts, inhabitants), by target: Σ share·value.

    values: Series by source, or a table (sources × years). shares: columns source, target and share, the share of the
    source that lies in the target; several rows of one pair add up. Result: by target, in their order of appearance.
    What lies in no target is lost, see `uncovered`. A missing value makes every target missing that has a share of it,
    be it a source that the values do not know; a share of 0 takes nothing, not even that.
    Raises ValueError naming the sources whose shares add up to more than 1 (beyond slivers of a thousandth), and for
    negative or missing shares.
    Source: Goodchild & Lam (1980), Geo-Processing 1:297–312.

    >>> shares = pd.DataFrame({"source": ["a", "a", "b"], "target": ["X", "Y", "Y"], "share": [0.25, 0.75, 1.0]})
    >>> extensive(pd.Series({"a": 100.0, "b": 10.0}), shares).to_dict()
    {'X': 25.0, 'Y': 85.0}
    """
    _covered(shares)
    matrix, sources, targets = _matrix(shares)
    return _by_target(values, matrix @ _numbers(values, sources), targets)


def intensive(values: Any, shares: pd.DataFrame) -> Any:
    """Numbers that do not add up (shares, densities, means), by target: mean of the values, weighted by share.

    As `extensive`, but `share` may be any weight of 0 or more: for the mean over the covered area of the target the area
    of the intersection, for a rate better the people who live there. All values equal: that value. A target whose
    weights are all 0 is missing.
    Source: Goodchild & Lam (1980), Geo-Processing 1:297–312.

    >>> pieces = pd.DataFrame({"source": ["a", "b"], "target": ["X", "X"], "share": [300.0, 100.0]})
    >>> intensive(pd.Series({"a": 10.0, "b": 20.0}), pieces).to_dict()
    {'X': 12.5}
    """
    matrix, sources, targets = _matrix(shares)
    weight = np.asarray(matrix.sum(axis=1), dtype=np.float64)
    weight = np.where(weight > 0, weight, np.nan)[:, None]
    return _by_target(values, (matrix @ _numbers(values, sources)) / weight, targets)


def uncovered(values: Any, shares: pd.DataFrame) -> Any:
    """What `extensive` loses where sources lie in no target: Σ value·(1 − Σ share), one number, or a Series by year.

    With it the total is whole again; slivers where targets overlap count against it. Sources without any row of shares
    are lost whole. A missing value that is not covered whole makes the sum missing.
    Errors as in `extensive`.

    >>> shares = pd.DataFrame({"source": ["a"], "target": ["X"], "share": [0.75]})
    >>> uncovered(pd.Series({"a": 100.0, "b": 10.0}), shares)
    35.0
    """
    gap = 1 - _covered(shares).reindex(values.index, fill_value=0.0).to_numpy()
    open_edge = np.abs(gap) > ROUNDING
    lost = gap[open_edge] @ _table(values).to_numpy(dtype=np.float64)[open_edge]
    return float(lost[0]) if isinstance(values, pd.Series) else pd.Series(lost, index=values.columns)


def _covered(shares: pd.DataFrame) -> pd.Series:
    """Sum of the shares of each source."""
    _refuse_no_share(shares)
    total = shares.groupby("source", sort=False)["share"].sum()
    above = total[total > 1 + OVERLAP]
    if len(above):
        raise ValueError(f"shares of {[str(source) for source in above.index]} add up to more than 1")
    return total


def _refuse_no_share(shares: pd.DataFrame) -> None:
    if not (shares["share"] >= 0).all():
        raise ValueError("shares must be numbers of 0 or more")


def _matrix(shares: pd.DataFrame) -> tuple[sparse.csr_array, pd.Index, pd.Index]:
    """Shares as targets × sources, and the names of both; without the shares of 0, which must not carry NaN."""
    _refuse_no_share(shares)
    rows, targets = pd.factorize(shares["target"])
    columns, sources = pd.factorize(shares["source"])
    share = shares["share"].to_numpy(dtype=np.float64)
    some = share > 0
    place = (rows[some], columns[some])
    return sparse.csr_array((share[some], place), shape=(len(targets), len(sources))), sources, targets


def _table(values: Any) -> pd.DataFrame:
    return values.to_frame() if isinstance(values, pd.Series) else values


def _numbers(values: Any, sources: pd.Index) -> FloatArray:
    return _table(values).reindex(sources).to_numpy(dtype=np.float64)


def _by_target(values: Any, numbers: FloatArray, targets: pd.Index) -> Any:
    if isinstance(values, pd.Series):
        return pd.Series(numbers[:, 0], index=targets, name=values.name)
    return pd.DataFrame(numbers, index=targets, columns=values.columns)
