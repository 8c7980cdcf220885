"""Which wholes of a release count more than their parts, and which of them did not in a release before."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
import pandas as pd

from indicators.disclosure.earlier_sums import Placed
from indicators.disclosure.sums import Key, Nesting, Sums
from monitor.drafts import DRAFTS
from monitor.release_file import StoredRelease, Wholes


@dataclass(frozen=True, eq=False)
class _Left:
    """What is left of wholes: the key of it, the level of the parts, and the wholes that have any in some year."""

    key: Key
    level: str
    wholes: np.ndarray
    has_any: np.ndarray


def unplaced_wholes(
    sums: Mapping[Key, Sums], nestings: Sequence[Nesting], levels: Sequence[str], areas: Mapping[str, pd.Index]
) -> Wholes:
    """Measure → level of the parts → wholes. levels: ids by position; areas: level → ids."""
    return _named({each: each.has_any for each in _single_years(sums, nestings, levels, areas)})


def once_placed(
    sums: Mapping[Key, Sums],
    nestings: Sequence[Nesting],
    levels: Sequence[str],
    areas: Mapping[str, pd.Index],
    stored: StoredRelease | None,
) -> Wholes:
    """As `unplaced_wholes`, those of which nothing was left in some release before."""
    ever = placed_before(sums, nestings, levels, areas, stored).ever
    found = {each: ever[each.key][:, 0] for each in _single_years(sums, nestings, levels, areas) if each.key in ever}
    return _named(found)


def placed_before(
    sums: Mapping[Key, Sums],
    nestings: Sequence[Nesting],
    levels: Sequence[str],
    areas: Mapping[str, pd.Index],
    stored: StoredRelease | None,
) -> Placed:
    """What readers know of parts that made up their wholes.

    Of levels that a release did not have they know nothing; nor by drafts, which divide some municipalities only.
    """
    if stored is None:
        return Placed({}, {})
    levels_then = set(stored.cells["level"]) - {DRAFTS}
    those = [each for each in _all_left(sums, nestings, levels, areas) if each.level in levels_then]

    def among(each: _Left, named: Wholes) -> np.ndarray:
        return np.isin(each.wholes, named.get(each.key.measure, {}).get(each.level, ()))

    def of_all_years(each: _Left, placed: np.ndarray) -> np.ndarray:
        return np.broadcast_to(placed[:, None], sums[each.key].numbers.shape)

    last = {each.key: ~among(each, stored.unplaced) for each in those}
    return Placed(
        {each.key: of_all_years(each, last[each.key]) for each in those},
        {each.key: of_all_years(each, last[each.key] | among(each, stored.placed)) for each in those},
    )


def _named(chosen: Mapping[_Left, np.ndarray]) -> Wholes:
    found: dict[str, dict[str, tuple[str, ...]]] = {}
    for each, those in chosen.items():
        found.setdefault(each.key.measure, {})[each.level] = tuple(map(str, each.wholes[those]))
    return found


def _single_years(
    sums: Mapping[Key, Sums], nestings: Sequence[Nesting], levels: Sequence[str], areas: Mapping[str, pd.Index]
) -> Iterator[_Left]:
    return (each for each in _all_left(sums, nestings, levels, areas) if each.key.pool == 1)


def _all_left(
    sums: Mapping[Key, Sums], nestings: Sequence[Nesting], levels: Sequence[str], areas: Mapping[str, pd.Index]
) -> Iterator[_Left]:
    for nesting in nestings:
        for key in sums:
            if key.level == nesting.unplaced:
                has_any = (sums[key].numbers != 0).any(axis=1)
                yield _Left(key, levels[nesting.inner], np.asarray(areas[levels[nesting.outer]], dtype=str), has_any)
