"""Are the areas of a scheme areas of their own: named, inhabited enough, in one piece?"""

from __future__ import annotations

import unicodedata
from collections.abc import Collection
from typing import Any

import geopandas as gpd
import pandas as pd
import shapely
from scipy.sparse import csr_array
from scipy.sparse.csgraph import connected_components

from geodata.neighbours import neighbours
from geodata.scheme import Scheme
from geodata.scheme_findings import SchemeFinding, named, number_in_words
from problem import Problem, Severity

LONGEST_NAME = 80  # characters; longer ones fit neither into a table nor onto a map
UNSEEN = {"Cc", "Cf", "Co", "Cs", "Cn", "Zl", "Zp"}  # characters that steer text instead of being text


def check_names(scheme: Scheme, shapes: gpd.GeoSeries, taken: Collection[str]) -> list[SchemeFinding]:
    """No areas at all, empty, repeated, over-long or unprintable names, ids that are empty, repeated or another's."""
    if scheme.areas.empty:
        return [SchemeFinding(Problem("scheme_without_areas"))]
    names = scheme.areas.fillna("").astype(str)
    plain = names.map(lambda name: " ".join(name.split()).casefold())
    ids = pd.Series(scheme.areas.index.astype(str), index=scheme.areas.index)
    return [
        *_error("scheme_name_empty", shapes[(plain == "").to_numpy()]),
        *_same_names(names, plain, shapes),
        *_error("scheme_name_too_long", shapes[(names.str.len() > LONGEST_NAME).to_numpy()], most=LONGEST_NAME),
        *_error("scheme_name_unprintable", shapes[names.map(_is_unprintable).to_numpy(dtype=bool)]),
        *_error("scheme_area_id_invalid", shapes[((ids.str.strip() == "") | ids.duplicated(keep=False)).to_numpy()]),
        *_error("scheme_area_id_taken", shapes[ids.isin(set(taken)).to_numpy()]),
    ]


def _is_unprintable(name: str) -> bool:
    return any(unicodedata.category(sign) in UNSEEN for sign in name)


def _same_names(names: pd.Series, plain: pd.Series, shapes: gpd.GeoSeries) -> list[SchemeFinding]:
    found = []
    for _, same in names[(plain != "") & plain.duplicated(keep=False)].groupby(plain):
        found += _error("scheme_name_twice", shapes[same.index], value=str(same.iloc[0]))
    return found


def check_content(
    scheme: Scheme, shapes: gpd.GeoSeries, inhabitants: pd.Series | None, minimum: int, threshold: int, values_each: int
) -> list[SchemeFinding]:
    """Areas without units (errors), and warnings of those with less than the minimum of inhabitants, whose values will
    mostly be hidden. values_each: how many values an area has, 0 = not said. Unknown inhabitants are never too few."""
    share = scheme.parts.groupby("area")["share"].sum().reindex(scheme.areas.index, fill_value=0.0)
    empty = scheme.areas.index[share == 0]
    found = _error("scheme_area_without_units", shapes[empty])
    if inhabitants is None:
        return found
    people = scheme.parts["share"] * scheme.parts["unit"].map(inhabitants).astype(float)
    by_area = people.groupby(scheme.parts["area"]).agg(lambda numbers: numbers.sum(skipna=False))
    for area, number in by_area[by_area < minimum].items():
        facts = {"people": number_in_words(float(number), threshold), "minimum": minimum, "hidden": values_each,
                 "names": {str(area): str(scheme.areas.get(area, ""))}}  # fmt: skip
        problem = Problem("scheme_area_small", Severity.WARNING, areas=[str(area)], facts=facts)
        found.append(SchemeFinding(problem, shapes.get(area, shapely.Polygon())))
    return found


def check_islands(scheme: Scheme, shapes: gpd.GeoSeries, municipality: Any) -> list[SchemeFinding]:
    """Areas of several parts that do not border on each other, as warnings; the place is all but the largest part.

    Borders as in `geodata.neighbours`, a metre apart is still one. Parts on separate parts of the municipality are not
    told: an exclave cannot hang together with the rest.
    """
    parts = gpd.GeoDataFrame(geometry=shapes).explode().reset_index(names="area")
    parts = parts[parts["area"].duplicated(keep=False) & ~parts.geometry.is_empty]
    if parts.empty:
        return []
    exclaves = shapely.get_parts(municipality)
    parts["ground"] = shapely.STRtree(exclaves).nearest(parts.geometry.representative_point().to_numpy())
    found = []
    for area, own in parts.groupby("area"):
        lost = [piece for _, each in own.groupby("ground") for piece in _apart(each)]
        if lost:
            facts = {"count": len(lost) + 1, "names": {str(area): str(scheme.areas[area])}}
            problem = Problem("scheme_area_in_pieces", Severity.WARNING, areas=[str(area)], facts=facts)
            found.append(SchemeFinding(problem, shapely.union_all(lost)))
    return found


def _apart(parts: Any) -> list[Any]:
    """The groups of parts that do not hang together with the largest one, each as one geometry."""
    if len(parts) < 2:
        return []
    near = neighbours(parts)
    position = {part: number for number, part in enumerate(parts.index)}
    edges = [(position[one], position[other]) for one, others in near.items() for other in others]
    rows, columns = zip(*edges, strict=True) if edges else ((), ())
    graph = csr_array(([1] * len(edges), (list(rows), list(columns))), shape=(len(parts), len(parts)))
    _, group = connected_components(graph, directed=False)
    joined = parts.geometry.groupby(group).agg(lambda each: shapely.union_all(each.to_numpy()))
    return list(joined.drop(joined.map(shapely.area).idxmax()))


def _error(code: str, shapes: gpd.GeoSeries, **facts: object) -> list[SchemeFinding]:
    """One finding for all these areas; none if there are none."""
    if shapes.empty:
        return []
    problem = Problem(code, areas=named(shapes.index), facts={"distinct": len(shapes), **facts})
    return [SchemeFinding(problem, shapely.union_all(shapes.to_numpy()))]
