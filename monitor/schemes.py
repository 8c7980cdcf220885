"""The life of a scheme: from what was delivered over drafts to the county's layer."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date

import pandas as pd

from geodata.hierarchy import Hierarchy
from geodata.scheme import ROUNDING, Scheme, Status, scheme_of_units
from monitor.county import County
from problem import DataError, Problem

DELIVERED = 0  # version of the areas that came with the data


def drawn_level(county: County) -> str | None:
    """The level whose areas municipalities may draw: the finest published one, where base units lie below it and a level
    of municipalities stands above it; None where there is no such level."""
    levels = [level.id for level in county.levels]
    if len(levels) < 3 or county.levels[-1].published or not county.levels[-2].published:
        return None
    return levels[-2]


def delivered_scheme(hierarchy: Hierarchy, level: str, municipality: str) -> Scheme:
    """The areas of a municipality as they came with the data, as version 0. hierarchy: before any scheme was joined."""
    areas = hierarchy.areas(level)
    own = areas[areas["parent"] == municipality]
    units = hierarchy.parents(hierarchy.levels[-1])
    area_of = units[units.isin(own.index)]
    found = scheme_of_units(
        municipality, DELIVERED, "Wie geliefert", area_of, own["name"].rename_axis(None).rename(None)
    )
    return replace(found, status=Status.VALID)


def valid_schemes(schemes: Iterable[Scheme], day: date) -> dict[str, Scheme]:
    """Municipality → its scheme on a day; municipalities without one are left out."""
    found: dict[str, Scheme] = {}
    for scheme in sorted(schemes, key=lambda each: each.version):
        if scheme.is_valid_on(day):
            found[scheme.municipality] = scheme
    return found


def next_version(schemes: Iterable[Scheme], municipality: str) -> int:
    return max((each.version for each in schemes if each.municipality == municipality), default=DELIVERED) + 1


def settled(scheme: Scheme, others: Sequence[Scheme]) -> Scheme:
    """The scheme with ids that always mean the same ground: an area made of the same units as one of another version has
    its id, and one that is made of other units than its namesake has a new one.

    others: the municipality's other versions that were ever valid, the delivered one included.
    """
    known = {_ground(other, area): area for other in others for area in other.areas.index}
    taken = {area for other in others for area in other.areas.index} | set(scheme.areas.index)
    renamed: dict[str, str] = {}
    for area in scheme.areas.index:
        ground = _ground(scheme, area)
        if ground and ground in known:
            renamed[area] = known[ground]
        elif area in known.values() or not area.startswith(f"{scheme.municipality}-"):
            renamed[area] = _free_id(scheme.municipality, taken)
            taken.add(renamed[area])
    return _with_ids(scheme, renamed)


def _ground(scheme: Scheme, area: str) -> frozenset[tuple[str, float]]:
    """What an area is made of."""
    rows = scheme.parts[scheme.parts["area"] == area]
    return frozenset((unit, round(share / ROUNDING)) for unit, share in zip(rows["unit"], rows["share"], strict=True))


def _free_id(municipality: str, taken: set[str]) -> str:
    number = 1
    while f"{municipality}-{number:02}" in taken:
        number += 1
    return f"{municipality}-{number:02}"


def _with_ids(scheme: Scheme, renamed: dict[str, str]) -> Scheme:
    names = pd.Series({renamed.get(area, area): name for area, name in scheme.areas.items()}).sort_index()
    parts = scheme.parts.assign(area=scheme.parts["area"].map(lambda area: renamed.get(area, area)))
    shapes = None if scheme.shapes is None else scheme.shapes.rename(index=renamed)
    return replace(scheme, areas=names, parts=parts, shapes=shapes)


def validated(draft: Scheme, day: date, who: str, note: str, others: Sequence[Scheme], delivered: Scheme) -> Scheme:
    """A draft as it is once it holds from a day on. others: the municipality's other versions.

    Raises DataError (scheme_valid_too_early) where a version that is valid already begins on that day or later: the past of
    a published division is not rewritten.
    """
    published = [each for each in others if each.status is not Status.DRAFT]
    begun = [each.valid_from for each in published if each.valid_from]
    if begun and day <= max(begun):
        facts = {"day": max(begun).strftime("%d.%m.%Y")}
        raise DataError(Problem("scheme_valid_too_early", areas=[draft.municipality], facts=facts))
    final = settled(draft, [delivered, *published])
    return replace(final, status=Status.VALID, valid_from=day, valid_to=None, note=note, author=who)
