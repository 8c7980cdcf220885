"""Ranks of areas among those that are looked at: of a municipality, or of the whole county."""

from __future__ import annotations

from typing import NamedTuple

import pandas as pd


class Ranks(NamedTuple):
    """rank: by area, 1 for the first one, NaN where the area has no value; of: number of areas that have one."""

    rank: pd.Series
    of: int


def ranks_within(values: pd.Series, areas: pd.Index, *, lowest_first: bool) -> Ranks:
    """Ranks of `areas` among themselves; equal values share the better rank, and the next one is left out.

    values: index area id, NaN where a value is missing or hidden: such an area has no rank and counts for nobody's, so
    that no rank says anything of it. lowest_first: the lowest value has rank 1. No area with a value: all NaN, of 0.

    >>> values = pd.Series({"a": 3.0, "b": 7.0, "c": 7.0, "d": float("nan"), "e": 9.0})
    >>> ranks_within(values, pd.Index(["a", "b", "c", "d"]), lowest_first=False)[0].tolist()
    [3.0, 1.0, 1.0, nan]
    """
    among = values.reindex(areas)
    return Ranks(among.rank(method="min", ascending=lowest_first), int(among.notna().sum()))
