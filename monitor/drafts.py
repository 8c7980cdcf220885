"""Drafts whose numbers their municipalities have been shown: protected together with everything that is published.

At most one draft of a municipality holds numbers at a time; what earlier ones have shown stays known, like the numbers of
areas that were published once (docs/adr/0018-schemes.md).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

import geopandas as gpd
import pandas as pd

from geodata.hierarchy import Division, Hierarchy
from geodata.layer import parts_of_areas
from geodata.scheme import Scheme
from monitor.county import LevelSpec
from monitor.memberships import FORMER
from monitor.release_file import Membership, StoredRelease

DRAFTS = "#entwurf"  # level of the areas that stand in drafts only; no page lists it
SPEC = LevelSpec(DRAFTS, "Entwurf", "Entwürfe")

Areas = Mapping[str, tuple[str, ...]]  # area → its base units


def areas_of_draft(scheme: Scheme, now: Areas, cuts: pd.DataFrame) -> dict[str, tuple[str, ...]]:
    """Those areas of a draft that are not published as they are. now: published areas → their base units.

    cuts: base units that are cut already, in parts. Raises ValueError for a draft that cuts others, or these in another way:
    such parts exist only once it is valid.
    """
    if set(scheme.cut_units) - set(cuts["unit"]):
        raise ValueError("a draft that cuts further base units holds no numbers")
    area_of = parts_of_areas(scheme, cuts)
    found = {str(area): tuple(sorted(map(str, units))) for area, units in area_of.index.groupby(area_of).items()}
    published = set(now.values())
    return {area: units for area, units in found.items() if units not in published}


def drafts_with(stored: StoredRelease | None, draft: Scheme | None, now: Areas, cuts: pd.DataFrame) -> Areas:
    """The areas of all drafts that hold numbers: as stored, and this one in place of its municipality's; cuts: see above."""
    kept = {} if stored is None else stored.membership.get(DRAFTS, {})
    published = set(now.values())
    current = {area: units for area, units in kept.items() if FORMER not in area and units not in published}
    if draft is None:
        return current
    others = {area: units for area, units in current.items() if not area.startswith(f"{draft.municipality}-")}
    return {**others, **areas_of_draft(draft, now, cuts)}


def with_drafts(hierarchy: Hierarchy, drafts: Areas, above: str) -> Hierarchy:
    """The hierarchy with the areas of drafts as a division. above: level of the municipalities."""
    units = hierarchy.levels[-1]
    area_of = pd.Series({unit: area for area, parts in drafts.items() for unit in parts}, dtype=object)
    area_of = area_of.reindex(hierarchy.areas(units).index)
    parents = hierarchy.ancestors(units, above).groupby(area_of).first()
    columns = {"name": parents.index, "parent": parents, "valid_from": None, "valid_to": None}
    frame = gpd.GeoDataFrame(columns, index=parents.index.rename("id"), geometry=[None] * len(parents), crs=None)
    return hierarchy.with_division(DRAFTS, frame, Division(above, area_of))


def promoted(stored: StoredRelease, now: Membership, level: str) -> StoredRelease:
    """The stored release with what was a draft's where it is now: on the level of the published areas.

    now: what the published areas of today are made of. level: the one that municipalities draw.
    """
    published, before = now.get(level, {}), set(stored.membership.get(level, {}).values())
    # Ground that was published before the draft keeps two rows; both are known.
    moved = {
        area: units
        for area, units in stored.membership.get(DRAFTS, {}).items()
        if published.get(area) == units and units not in before
    }
    if not moved:
        return stored
    cells = stored.cells
    is_moved = (cells["level"] == DRAFTS) & cells["area"].isin(moved)
    left = {area: units for area, units in stored.membership[DRAFTS].items() if area not in moved}
    membership = {**stored.membership, DRAFTS: left, level: {**stored.membership.get(level, {}), **moved}}
    return replace(stored, cells=cells.assign(level=cells["level"].where(~is_moved, level)), membership=membership)
