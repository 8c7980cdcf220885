"""One change of a scheme, as the frame sends it; nothing in it is trusted.

["put", [3, 4], "05382068-02"]        base units (positions) into an area; "" takes them out of theirs
["new", "05382068-13", "Altstadt"]    one more area
["name", "05382068-13", "Mitte"]      another name
["drop", "05382068-13"]               the area goes, its base units belong to none
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import replace

import pandas as pd

from geodata.scheme import PART_COLUMNS, Scheme

MOST_NAME = 80  # characters
MOST_AREAS = 400
AREA_ID = re.compile(r"[\w.-]{1,40}")


class NotUnderstood(ValueError):  # noqa: N818 what was sent is at fault, not the program
    """What was sent is no change of this scheme."""


def changed(scheme: Scheme, change: Sequence[object], units: Sequence[str]) -> Scheme:
    """The scheme after a change. units: ids of the municipality's base units in the order of the map.

    Areas that change lose the geometry they were delivered with: from then on they are the union of their units.
    Raises NotUnderstood.
    """
    match list(change):
        case ["put", [*positions], str(area)]:
            return _put(scheme, _ids(positions, units), area)
        case ["new", str(area), str(name)]:
            return _with_area(scheme, area, name)
        case ["name", str(area), str(name)]:
            _known(scheme, area)
            return replace(scheme, areas=_named(scheme.areas, area, name))
        case ["drop", str(area)]:
            return without_area(scheme, area)
    raise NotUnderstood(repr(change)[:200])


def _ids(positions: Sequence[object], units: Sequence[str]) -> list[str]:
    if not all(isinstance(each, int) and 0 <= each < len(units) for each in positions):
        raise NotUnderstood("no base unit")
    return [units[each] for each in dict.fromkeys(positions)]  # type: ignore[index]


def _put(scheme: Scheme, units: list[str], area: str) -> Scheme:
    if area:
        _known(scheme, area)
    before = scheme.parts["unit"].isin(units)
    touched = {*scheme.parts.loc[before, "area"], area}
    added = pd.DataFrame({"unit": units, "area": area, "share": 1.0} if area else {name: [] for name in PART_COLUMNS})
    kept = scheme.parts[~before]
    parts = pd.concat([kept, added], ignore_index=True) if len(kept) and len(added) else (kept if len(kept) else added)
    ordered = parts.sort_values(["unit", "area"], ignore_index=True)
    return replace(_without_shapes(scheme, touched), parts=ordered.astype({"share": float}))


def _with_area(scheme: Scheme, area: str, name: str) -> Scheme:
    if area in scheme.areas.index or not AREA_ID.fullmatch(area) or len(scheme.areas) >= MOST_AREAS:
        raise NotUnderstood("no new area")
    return replace(scheme, areas=_named(scheme.areas, area, name))


def without_area(scheme: Scheme, area: str) -> Scheme:
    """Its base units belong to no area then."""
    _known(scheme, area)
    parts = scheme.parts[scheme.parts["area"] != area].reset_index(drop=True)
    return replace(_without_shapes(scheme, {area}), areas=scheme.areas.drop(area), parts=parts)


def _without_shapes(scheme: Scheme, areas: set[str]) -> Scheme:
    if scheme.shapes is None:
        return scheme
    left = scheme.shapes[~scheme.shapes.index.isin(areas)]
    return replace(scheme, shapes=left if len(left) else None)


def _known(scheme: Scheme, area: str) -> None:
    if area not in scheme.areas.index:
        raise NotUnderstood("no area")


def _named(areas: pd.Series, area: str, name: str) -> pd.Series:
    return pd.Series({**areas, area: plain_name(name)}, dtype=object).sort_index()


def plain_name(text: str) -> str:
    """One line of at most `MOST_NAME` characters without control characters; it may be empty, which the checks find."""
    shown = "".join(" " if unicodedata.category(each).startswith("C") else each for each in text)
    return " ".join(shown.split())[:MOST_NAME]
