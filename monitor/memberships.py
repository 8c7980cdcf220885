"""Which base units make up the areas of a release. Readers keep the numbers of an area that has been drawn anew since."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

import pandas as pd

from geodata.hierarchy import Hierarchy
from monitor.release_file import Membership, StoredRelease

FORMER = "@"  # between the id of an area and the short name of the units it was made of


def membership_of(hierarchy: Hierarchy, published: Sequence[str]) -> Membership:
    """Level → area → its base units, for every published level but the whole and that of the units themselves."""
    units = hierarchy.levels[-1]
    levels = [level for level in published if level not in (hierarchy.levels[0], units)]
    return {level: _units_of(hierarchy.ancestors(units, level)) for level in levels}


def _units_of(area_of: pd.Series) -> dict[str, tuple[str, ...]]:
    inside = area_of.dropna()
    return {str(area): tuple(sorted(map(str, units))) for area, units in inside.index.groupby(inside).items()}


def with_parts(stored: StoredRelease, cuts: pd.DataFrame) -> StoredRelease:
    """The stored release with the parts of base units that have been cut since it was made, in place of the units: what was
    known of an area stays known however its ground is cut.

    cuts: columns unit and part.
    """
    parts = cuts.groupby("unit")["part"].agg(tuple).to_dict()
    if not parts:
        return stored
    membership = {
        level: {
            area: tuple(sorted(part for unit in units for part in parts.get(unit, (unit,))))
            for area, units in areas.items()
        }
        for level, areas in stored.membership.items()
    }
    return replace(stored, membership=membership)


def renamed(stored: StoredRelease, now: Membership) -> StoredRelease:
    """The stored release with a name of its own for each area that is made of other units now, or of which there is none;
    one that is drawn again as it was has its id back."""
    names = {
        (level, area): _name(area, units, now.get(level, {}))
        for level, areas in stored.membership.items()
        for area, units in areas.items()
    }
    changed = {old: new for old, new in names.items() if old[1] != new}
    if not changed:
        return stored
    cells = pd.MultiIndex.from_frame(stored.cells[["level", "area"]])
    new = pd.Series(changed).reindex(cells).to_numpy()
    membership = {
        level: {names[level, area]: units for area, units in areas.items()}
        for level, areas in stored.membership.items()
    }
    area = stored.cells["area"].where(pd.isna(new), new)
    return replace(stored, cells=stored.cells.assign(area=area), membership=membership)


def _name(area: str, units: Sequence[str], now: Mapping[str, Sequence[str]]) -> str:
    plain = area.partition(FORMER)[0]
    if tuple(now.get(plain, ())) == tuple(units):
        return plain
    return f"{plain}{FORMER}{hashlib.blake2b(' '.join(units).encode(), digest_size=6).hexdigest()}"


def former_areas(membership: Membership) -> Membership:
    """Those of the areas that are no longer there."""
    found = {
        level: {area: units for area, units in areas.items() if FORMER in area} for level, areas in membership.items()
    }
    return {level: areas for level, areas in found.items() if areas}


def joined(now: Membership, former: Membership) -> Membership:
    return {level: {**now.get(level, {}), **former.get(level, {})} for level in dict.fromkeys([*now, *former])}


def apart(areas: Mapping[str, Sequence[str]]) -> Iterator[dict[str, Sequence[str]]]:
    """The areas in as many groups as it takes for no two of a group to share a unit; in the order of their ids."""
    left = dict(sorted(areas.items()))
    while left:
        taken: set[str] = set()
        group = {}
        for area, units in left.items():
            if taken.isdisjoint(units):
                group[area] = units
                taken.update(units)
        yield group
        left = {area: units for area, units in left.items() if area not in group}
