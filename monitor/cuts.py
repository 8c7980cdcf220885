"""A county as it was or may be drawn: other schemes over the same counts, seen through the protection there is."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np
import pandas as pd

from geodata.hierarchy import Hierarchy
from geodata.layer import with_schemes
from geodata.scheme import Scheme
from indicators.disclosure.sums import Key, Sums
from monitor.folder import Folder
from monitor.protection import ROUNDED, Axes
from monitor.release_file import CELL, StoredRelease


def drawn_by(folder: Folder, schemes: Mapping[str, Scheme]) -> Hierarchy:
    """The areas of the folder as these schemes draw their municipalities; the others as they came with the data."""
    assert folder.delivered is not None
    return with_schemes(folder.delivered, schemes, folder.cuts)


def hidden_at_cut(sums: Mapping[Key, Sums], axes: Axes, stored: StoredRelease) -> dict[Key, np.ndarray]:
    """What of a cut is not shown: every sum that the stored release does not show of the same ground with this number."""
    known = _shown(stored, axes)
    return {key: each.hidden | (each.shown & ~_is_shown(key, each, axes, known)) for key, each in sums.items()}


def _shown(stored: StoredRelease, axes: Axes) -> pd.Series:
    """(measure, pool, level, area of the cut, year) → the number that is or was shown."""
    cells = stored.cells[stored.cells["shown"] & stored.cells["number"].notna()]
    found = []
    for level in axes.levels:
        here = axes.membership.get(level)
        if here is None:
            found.append(cells[cells["level"] == level])
            continue
        names = {units: area for area, units in here.items()}
        for of_level, areas in stored.membership.items():
            renamed = {area: names[units] for area, units in areas.items() if units in names}
            rows = cells[(cells["level"] == of_level) & cells["area"].isin(renamed)]
            found.append(rows.assign(level=level, area=rows["area"].map(renamed)))
    joined = pd.concat(found, ignore_index=True).drop_duplicates(CELL)
    return joined.set_index(CELL)["number"]


def _is_shown(key: Key, sums: Sums, axes: Axes, known: pd.Series) -> np.ndarray:
    measure = f"{key.measure}{ROUNDED}{sums.rounding}" if sums.rounding else key.measure
    areas = axes.areas_of(key)
    cells = pd.MultiIndex.from_product([[measure], [key.pool], [axes.level_of(key)], areas, list(axes.years)])
    told = known.reindex(cells).to_numpy(dtype=np.float64).reshape(sums.numbers.shape)
    return np.asarray(told == sums.displayed)
