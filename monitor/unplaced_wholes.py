"""Which wholes of a release count more than their parts, and which of them did not in a release before."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

import numpy as np
import pandas as pd

from indicators.disclosure.sums import Key, Nesting, Sums
from monitor.drafts import DRAFTS
from monitor.release_file import StoredRelease, Wholes


class _Left(NamedTuple):
    """What is left of wholes: the key of it, the level of the parts, and the wholes that have any in some year."""

    key: Key
    level: str
    wholes: np.ndarray
    has_any: np.ndarray


def unplaced_wholes(
    sums: Mapping[Key, Sums],
    nestings: Sequence[Nesting],
    levels: Sequence[str],
    areas: Mapping[str, pd.Index],
    stored: StoredRelease | None = None,
) -> Wholes:
    """Measure → level of the parts → wholes of which there has been something left in every release so far. levels: ids by
    position; areas: level → ids; stored: the last one."""
    placed = placed_before(sums, nestings, levels, areas, stored)
    found: dict[str, dict[str, tuple[str, ...]]] = {}
    for each in _all_left(sums, nestings, levels, areas):
        if each.key.pool == 1:
            ever = each.has_any & ~placed[each.key][:, 0] if each.key in placed else each.has_any
            found.setdefault(each.key.measure, {})[each.level] = tuple(map(str, each.wholes[ever]))
    return found


def placed_before(
    sums: Mapping[Key, Sums],
    nestings: Sequence[Nesting],
    levels: Sequence[str],
    areas: Mapping[str, pd.Index],
    stored: StoredRelease | None,
) -> dict[Key, np.ndarray]:
    """Which sums of what is left were nothing in a release so far: its readers know that the parts made up the whole.

    Of levels that it did not have they know nothing; nor by drafts, which divide some municipalities only.
    """
    if stored is None:
        return {}
    levels_then = set(stored.cells["level"]) - {DRAFTS}
    return {
        each.key: np.broadcast_to(
            ~np.isin(each.wholes, stored.unplaced.get(each.key.measure, {}).get(each.level, ()))[:, None],
            sums[each.key].numbers.shape,
        )
        for each in _all_left(sums, nestings, levels, areas)
        if each.level in levels_then
    }


def _all_left(
    sums: Mapping[Key, Sums], nestings: Sequence[Nesting], levels: Sequence[str], areas: Mapping[str, pd.Index]
) -> Iterator[_Left]:
    for nesting in nestings:
        for key in sums:
            if key.level == nesting.unplaced:
                has_any = (sums[key].numbers != 0).any(axis=1)
                yield _Left(key, levels[nesting.inner], np.asarray(areas[levels[nesting.outer]], dtype=str), has_any)
