"""Do delivered shapes fit together and into their municipality? Overlaps, gaps, parts outside, slivers."""

from __future__ import annotations

from typing import Any

import geopandas as gpd
import numpy as np
import shapely

from geodata.scheme import Scheme
from geodata.scheme_findings import SchemeFinding, named
from geodata.scheme_pieces import intersections
from geodata.scheme_slivers import Sliver, are_rounding, are_slivers, mean_width
from problem import Problem, Severity

MOST = 20  # places told one by one
SERIOUS = 0.05  # share of an area outside the municipality beyond which it is no generalisation any more
TOUCHED = 0.02  # share of a base unit that lies in a gap from which on the gap costs numbers


def check_shapes(scheme: Scheme, units: Any, municipality: Any, limits: Sliver) -> list[SchemeFinding]:
    """Overlaps are errors, gaps are where they take ground from a base unit, parts outside where they are large; narrow
    strips of each are told together, as one warning. Nothing for a scheme without delivered shapes."""
    if scheme.shapes is None:
        return []
    shapes = scheme.shapes[scheme.shapes.notna() & ~scheme.shapes.is_empty]
    left, right, overlaps = _overlaps(shapes)
    gaps = _polygons(shapely.difference(municipality, shapely.union_all(shapes.to_numpy())))
    outside = shapely.difference(shapes.to_numpy(), municipality)
    thin_overlaps, thin_gaps = _thin(overlaps, limits), _thin(gaps, limits)
    return [
        *[_overlap(*each) for each in _largest(left[~thin_overlaps], right[~thin_overlaps], overlaps[~thin_overlaps])],
        *[_gap(gap, shapes, units) for (gap,) in _largest(gaps[~thin_gaps])],
        *_outside(shapes, outside, limits),
        *_slivers(scheme, units, shapes, [*overlaps[thin_overlaps], *gaps[thin_gaps]], limits),
    ]


def _overlaps(shapes: gpd.GeoSeries) -> tuple[Any, Any, Any]:
    """Ids of both areas and the ground they share, each pair once, without what is rounding."""
    grounds = shapes.to_numpy()
    left, right = shapely.STRtree(grounds).query(grounds, predicate="intersects")
    once = left < right
    left, right = left[once], right[once]
    common = shapely.intersection(grounds[left], grounds[right])
    real = (shapely.area(common) > 0) & ~are_rounding(common)
    ids = shapes.index.to_numpy()
    return ids[left[real]], ids[right[real]], common[real]


def _polygons(shape: Any) -> Any:
    """The polygons of a geometry that are more than rounding."""
    parts = shapely.get_parts(shape)
    parts = parts[shapely.get_type_id(parts) == shapely.GeometryType.POLYGON]
    return parts[~are_rounding(parts)]


def _thin(shapes: Any, limits: Sliver) -> Any:
    return (shapely.area(shapes) < limits.square_metres) | (mean_width(shapes) < limits.width)


def _largest(*columns: Any) -> Any:
    """Rows of these columns, the last of which are geometries, by size; at most `MOST`."""
    order = np.argsort(-shapely.area(columns[-1]), kind="stable")[:MOST]
    return zip(*(column[order] for column in columns), strict=True)


def _overlap(left: Any, right: Any, ground: Any) -> SchemeFinding:
    facts = {"km2": float(ground.area / 1e6)}
    return SchemeFinding(Problem("scheme_areas_overlap", areas=named([left, right]), facts=facts), ground)


def _gap(gap: Any, shapes: gpd.GeoSeries, units: Any) -> SchemeFinding:
    """An error where the gap has a noticeable part of a base unit."""
    near = units.geometry[units.geometry.intersects(gap)].to_numpy()
    lost = shapely.area(shapely.intersection(near, gap)) >= TOUCHED * shapely.area(near)
    beside = shapes.index[shapes.distance(gap) < 1.0]
    severity = Severity.ERROR if lost.any() else Severity.WARNING
    return SchemeFinding(
        Problem("scheme_gap", severity, areas=named(beside), facts={"km2": float(gap.area / 1e6)}), gap
    )


def _outside(shapes: gpd.GeoSeries, outside: Any, limits: Sliver) -> list[SchemeFinding]:
    size, whole = shapely.area(outside), shapely.area(shapes.to_numpy())
    told = np.flatnonzero((size > 0) & ~_thin(outside, limits))
    return [
        SchemeFinding(
            Problem(
                "scheme_area_outside",
                Severity.ERROR if size[each] > SERIOUS * whole[each] else Severity.WARNING,
                areas=named([shapes.index[each]]),
                facts={"km2": float(size[each] / 1e6)},
            ),
            outside[each],
        )
        for each in told[np.argsort(-size[told], kind="stable")][:MOST]
    ]


def _slivers(
    scheme: Scheme, units: Any, shapes: gpd.GeoSeries, strips: list[Any], limits: Sliver
) -> list[SchemeFinding]:
    """Strips between areas, and of base units that are cut for a strip only."""
    cut = units[units.index.isin(scheme.cut_units)]
    pieces = intersections(cut, gpd.GeoDataFrame(geometry=shapes))
    sizes = cut.geometry.area.reindex(pieces["unit"]).to_numpy()
    thin = pieces.geometry.to_numpy()[are_slivers(pieces.geometry.to_numpy(), sizes, limits)]
    thin = thin[~are_rounding(thin)]
    places = [*strips, *thin]
    if not places:
        return []
    facts = {"count": len(places), "square_metres": round(float(shapely.area(places).sum()))}
    return [SchemeFinding(Problem("scheme_strips", Severity.WARNING, facts=facts), shapely.union_all(places))]
