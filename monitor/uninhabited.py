"""Where nobody lives: the smallest units with no inhabitants, so that a map can leave out woods and fields."""

from __future__ import annotations

import numpy as np
import pandas as pd

from indicators.signs import Sign
from monitor.county import County
from monitor.folder import Folder


def uninhabited_units(folder: Folder) -> pd.Index:
    """Ids of the units below the finest published level whose delivered number of inhabitants is 0 in the latest year.

    A missing number and a sign are not 0. Empty where there is no such level, and where zeros are sensitive for the
    county or for a source of inhabitants (docs/adr/0009-inhabited-area-and-tiles.md).
    """
    finest = folder.county.levels[-1]
    if finest.published or _zeros_sensitive(folder):
        return pd.Index([], dtype=object, name="id")
    units = folder.hierarchy.areas(finest.id).index
    return units[units.isin(_nobody(folder))]


def _zeros_sensitive(folder: Folder) -> bool:
    county = folder.county
    return county.protection.zeros_sensitive or any(
        county.protection_for(source).zeros_sensitive for source in _sources(folder, county)
    )


def _sources(folder: Folder, county: County) -> set[str]:
    """Who delivers inhabitants: sources of the indicators that count them, or else of those that divide by them."""
    indicators = folder.catalogue.values()
    counting = {each.source for each in indicators if each.numerator == county.inhabitants}
    return counting or {each.source for each in indicators if each.denominator == county.inhabitants}


def _nobody(folder: Folder) -> pd.Index:
    """Areas of any level with exactly 0 inhabitants."""
    measure = folder.counts.positions(folder.county.inhabitants)[0]
    if measure < 0:
        return folder.counts.areas[:0]
    values, signs = folder.counts.values[measure, :, -1], folder.counts.signs[measure, :, -1]
    return folder.counts.areas[np.flatnonzero((signs == Sign.SHOWN) & (values == 0))]
