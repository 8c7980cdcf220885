"""Do the areas of a level fit together? Overlaps, gaps and parts outside their whole, in km²."""

from __future__ import annotations

from itertools import pairwise
from typing import Any

import numpy as np
import shapely

from problem import Problem, Severity

IGNORED = 100.0  # m²: slivers of digitising
SERIOUS = 0.05  # share of the smaller area: beyond it two areas claim the same ground, below it is generalisation
NAMED = 20  # places named one by one


def check_boundaries(frame: Any, level: str, file: str) -> list[Problem]:
    """Overlaps and gaps between the currently valid areas of one level.

    An overlap of more than a twentieth of the smaller area is an error, a smaller one a warning. A gap is enclosed by
    the areas; it is only a warning, because a county can have a hole (a city in its middle).
    """
    current = frame[frame["valid_to"].isna()]
    shapes = current.geometry.to_numpy()
    ids = current.index.astype(str).to_numpy()
    if shapely.coverage_is_valid(shapes):
        return _gaps(shapes, ids, level, file)
    return [*_overlaps(shapes, ids, level, file), *_gaps(shapes, ids, level, file)]


def _overlaps(shapes: Any, ids: Any, level: str, file: str) -> list[Problem]:
    tree = shapely.STRtree(shapes)
    left, right = tree.query(shapes, predicate="intersects")
    once = left < right
    left, right = left[once], right[once]
    sizes = shapely.area(shapely.intersection(shapes[left], shapes[right]))
    found = np.flatnonzero(sizes > IGNORED)
    worst = found[np.argsort(-sizes[found])][:NAMED]
    smaller = np.minimum(shapely.area(shapes[left]), shapely.area(shapes[right]))
    return [
        Problem(
            "areas_overlap",
            Severity.ERROR if sizes[i] > SERIOUS * smaller[i] else Severity.WARNING,
            file=file,
            areas=[str(ids[left[i]]), str(ids[right[i]])],
            facts={"level": level, "km2": float(sizes[i] / 1e6)},
        )
        for i in worst
    ]


def _gaps(shapes: Any, ids: Any, level: str, file: str) -> list[Problem]:
    union = shapely.union_all(shapes)
    holes = [shapely.Polygon(ring) for part in shapely.get_parts(union) for ring in part.interiors]
    large = sorted((hole for hole in holes if hole.area > IGNORED), key=lambda hole: -hole.area)
    tree = shapely.STRtree(shapes)
    return [
        Problem(
            "areas_gap",
            Severity.WARNING,
            file=file,
            areas=[str(each) for each in sorted(ids[tree.query(hole, predicate="intersects")])[:5]],
            facts={"level": level, "km2": float(hole.area / 1e6)},
        )
        for hole in large[:NAMED]
    ]


def check_nesting(levels: list[tuple[str, Any]]) -> list[Problem]:
    """Parts that lie by more than a hundredth of their area outside their parent. levels: from the whole to the parts."""
    problems: list[Problem] = []
    for (_, above), (level, frame) in pairwise(levels):
        parents = above.geometry.reindex(frame["parent"]).to_numpy()
        shapes = frame.geometry.to_numpy()
        outside = shapely.area(shapely.difference(shapes, parents))
        for i in np.flatnonzero(outside > 0.01 * shapely.area(shapes))[:NAMED]:
            facts = {"level": level, "parent": str(frame["parent"].iloc[i]), "km2": float(outside[i] / 1e6)}
            problems.append(Problem("area_outside_parent", Severity.WARNING, areas=[str(frame.index[i])], facts=facts))
    return problems
