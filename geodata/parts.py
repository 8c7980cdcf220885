"""Several features of one area: publishers deliver an area with exclaves as one feature per part."""

from __future__ import annotations

from typing import Any

import shapely

from problem import Problem, Severity

ATTRIBUTES = ["name", "parent", "valid_from", "valid_to"]
TOUCHING = 100.0  # m² that two parts of one area may overlap


def joined_parts(areas: Any, file: str) -> tuple[Any, list[Problem]]:
    """Features with one id, equal attributes and separate shapes become one area; the rest stays as it is.

    areas: index id, columns `ATTRIBUTES` and geometry in metres. The warnings name the joined areas.
    """
    repeated = areas.index[areas.index.duplicated()].dropna().unique()
    parts = [area for area in repeated if _is_one_area(areas.loc[[area]])]
    if not parts:
        return areas, []
    joined = areas[~areas.index.duplicated() | ~areas.index.isin(parts)].copy()
    for area in parts:
        joined.loc[area, "geometry"] = areas.geometry.loc[[area]].union_all()
    facts = {"count": len(parts)}
    return joined, [
        Problem("area_parts_joined", Severity.WARNING, file, areas=[str(each) for each in parts], facts=facts)
    ]


def _is_one_area(features: Any) -> bool:
    if len(features[ATTRIBUTES].astype(str).drop_duplicates()) > 1:
        return False
    shapes = features.geometry.to_numpy()
    overlap = shapely.area(shapes).sum() - shapely.union_all(shapes).area
    return bool(overlap <= TOUCHING)
