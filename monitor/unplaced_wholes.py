"""Which wholes of a release count more than their parts, and which of them did not in a release before."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
import pandas as pd

from indicators.disclosure.earlier_sums import Placed
from indicators.disclosure.sums import Key, Nesting, Sums
from indicators.shapes import BoolArray, FloatArray
from monitor.drafts import DRAFTS
from monitor.release_file import StoredRelease, Wholes


@dataclass(frozen=True, eq=False)
class Left:
    """What is left of wholes: the key of it, the level of the parts, and of each whole how much in each year."""

    key: Key
    level: str
    wholes: np.ndarray
    numbers: FloatArray

    def among(self, named: Wholes) -> BoolArray:
        return np.isin(self.wholes, named.get(self.key.measure, {}).get(self.level, ()))


def all_left(
    sums: Mapping[Key, Sums], nestings: Sequence[Nesting], levels: Sequence[str], areas: Mapping[str, pd.Index]
) -> list[Left]:
    """levels: ids by position; areas: level → ids."""
    return [
        Left(key, levels[nesting.inner], np.asarray(areas[levels[nesting.outer]], dtype=str), sums[key].numbers)
        for nesting in nestings
        for key in sums
        if key.level == nesting.unplaced
    ]


def unplaced_wholes(left: Sequence[Left]) -> Wholes:
    """Measure → level of the parts → wholes of which there is something left in some year."""
    return _named({each: (each.numbers != 0).any(axis=1) for each in left})


def once_placed(left: Sequence[Left], stored: StoredRelease | None) -> Wholes:
    """As `unplaced_wholes`, those of which nothing was left in some release before."""
    ever = placed_before(left, stored).ever
    return _named({each: ever[each.key][:, 0] for each in left if each.key in ever})


def placed_before(left: Sequence[Left], stored: StoredRelease | None) -> Placed:
    """What readers know of parts that made up their wholes.

    Of levels that a release did not have they know nothing; nor by drafts, which divide some municipalities only.
    """
    if stored is None:
        return Placed({}, {})
    levels_then = set(stored.cells["level"]) - {DRAFTS}
    last, ever = {}, {}
    for each in (each for each in left if each.level in levels_then):
        placed = ~each.among(stored.unplaced)
        shape = each.numbers.shape
        last[each.key] = np.broadcast_to(placed[:, None], shape)
        ever[each.key] = np.broadcast_to((placed | each.among(stored.placed))[:, None], shape)
    return Placed(last, ever)


def _named(chosen: Mapping[Left, BoolArray]) -> Wholes:
    """By single years: pooled ones have nothing else left."""
    found: dict[str, dict[str, tuple[str, ...]]] = {}
    for each, those in chosen.items():
        if each.key.pool == 1:
            found.setdefault(each.key.measure, {})[each.level] = tuple(map(str, each.wholes[those]))
    return found
