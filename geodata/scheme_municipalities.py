"""One file with the social spaces of a whole county → a scheme for each of its municipalities."""

from __future__ import annotations

from typing import Any

import geopandas as gpd
import pandas as pd

from geodata.scheme import CutBy, Scheme
from geodata.scheme_from_boundaries import NO_AREAS, cut_units, scheme_of_cut, with_ids
from geodata.scheme_pieces import intersections
from geodata.scheme_slivers import Sliver
from problem import Problem

ELSEWHERE = 0.05  # share of an area beyond which it lies in a second municipality; below it is generalisation


def schemes_of_municipalities(
    areas: Any,
    units: Any,
    municipality_of: pd.Series,
    municipalities: Any,
    version: int = 1,
    name: str = "",
    *,
    cut_by: CutBy = CutBy.INHABITANTS,
    inhabited: gpd.GeoSeries | None = None,
    residents: Any = None,
    mend_slivers: bool = False,
) -> tuple[dict[str, Scheme], list[Problem]]:
    """Municipality → draft, of those in which areas lie, in the order of `municipalities`; and what is wrong.

    municipality_of: base unit → municipality. municipalities: index id, name, geometry. Areas that lie in two
    municipalities, or in none, are errors and belong to no draft. The rest as in `scheme_from_boundaries`.
    """
    home, problems = _home(areas, municipalities)
    placed = [(str(each), with_ids(areas[(home == each).to_numpy()], str(each))) for each in municipalities.index]
    placed = [(each, own.assign(place=each)) for each, own in placed if len(own)]
    if not placed:
        return {}, problems
    inside = units.assign(place=municipality_of.reindex(units.index))
    together = pd.concat([own for _, own in placed])
    limits = Sliver()
    cut = cut_units(inside, together, cut_by, inhabited, residents, mend_slivers, limits)
    found: dict[str, Scheme] = {}
    for municipality, own in placed:
        head = Scheme(municipality, version, name, *NO_AREAS, cut_by=cut_by)
        found[municipality], told = scheme_of_cut(
            cut.of(inside.index[inside["place"] == municipality]), own, head, limits
        )
        problems += told
    return found, problems


def _home(areas: Any, municipalities: Any) -> tuple[pd.Series, list[Problem]]:
    """Area → municipality, None where there is not exactly one."""
    pieces = intersections(municipalities, areas)
    sizes = pieces.geometry.area.groupby([pieces["area"], pieces["unit"]]).sum().unstack(fill_value=0.0)
    sizes = sizes.reindex(areas.index, fill_value=0.0)
    if sizes.shape[1] == 0:
        return pd.Series(None, index=areas.index, dtype=object), [_about("scheme_area_in_none", areas.index)]
    main, size = sizes.idxmax(axis=1), areas.geometry.area
    nowhere = sizes.max(axis=1) < (1 - ELSEWHERE) * size
    crossing = nowhere & (sizes.sum(axis=1) - sizes.max(axis=1) > ELSEWHERE * size)
    problems = [_crossing(str(area), sizes.loc[area], municipalities["name"]) for area in areas.index[crossing]]
    outside = areas.index[(sizes.sum(axis=1) <= ELSEWHERE * size)]
    if len(outside):
        problems.append(_about("scheme_area_in_none", outside))
    return main.where(~crossing & ~areas.index.isin(outside), None), problems


def _crossing(area: str, sizes: pd.Series, names: pd.Series) -> Problem:
    largest = sizes.sort_values(ascending=False)
    places = [str(names[each]) for each in largest.index[largest > 0][:3]]
    return Problem("scheme_area_crosses", areas=[area], facts={"places": " und ".join(places)})


def _about(code: str, areas: Any) -> Problem:
    return Problem(code, areas=[str(area) for area in areas[:5]], facts={"distinct": len(areas)})
