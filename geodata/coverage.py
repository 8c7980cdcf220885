"""Areas as one coverage: neighbours share their border, before and after simplification."""

from __future__ import annotations

from typing import Any

import shapely


def simplify(frame: Any, tolerance: float) -> Any:
    """The areas with fewer vertices; tolerance in metres, 0 leaves all. Neighbours keep one border, nobody vanishes.

    Areas that are no coverage (they overlap, or borders do not match) are simplified one by one instead.
    """
    if tolerance == 0:
        return frame
    shapes = frame.geometry.to_numpy()
    if shapely.coverage_is_valid(shapes):
        simple = shapely.coverage_simplify(shapes, tolerance)
    else:
        simple = shapely.simplify(shapes, tolerance, preserve_topology=True)
    gone = shapely.is_empty(simple)
    simple[gone] = shapes[gone]
    return frame.set_geometry(simple, crs=frame.crs)
