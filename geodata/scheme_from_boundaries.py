"""Delivered boundaries and base units → scheme."""

from __future__ import annotations

from dataclasses import replace
from typing import Any, NamedTuple

import geopandas as gpd
import numpy as np
import pandas as pd
import shapely

from geodata.scheme import PART_COLUMNS, CutBy, Scheme
from geodata.scheme_pieces import LEFT, pieces_of
from geodata.scheme_shares import ORDER, shares_of
from geodata.scheme_slivers import Sliver, are_slivers
from problem import Problem, Severity

NO_AREAS = (pd.Series(dtype=object), pd.DataFrame(columns=list(PART_COLUMNS)))
NAMED = 5  # base units that are named in a problem


def scheme_from_boundaries(
    areas: Any,
    units: Any,
    municipality: str,
    version: int = 1,
    name: str = "",
    *,
    cut_by: CutBy = CutBy.INHABITANTS,
    inhabited: gpd.GeoSeries | None = None,
    residents: Any = None,
    mend_slivers: bool = False,
    limits: Sliver = Sliver(),  # noqa: B008 immutable
) -> tuple[Scheme, list[Problem]]:
    """A draft of the areas, with shares where their borders cut base units, and the warnings that go with it.

    areas: as `read_upload` gives them. units: the municipality's base units, index id, geometry. cut_by: the wish, and
    inhabited, residents: what it goes by, see `shares_of`; the scheme says what most of it was really made by.
    mend_slivers: slivers (`limits`) of a unit go to its other pieces; else they are parts as any other, and are told.
    Where areas overlap, their shares of a unit are reduced to 1 together. Ids made from the position are led by the
    municipality's. The delivered shapes are kept where the areas are not just made of whole units.
    """
    areas = with_ids(areas, municipality)
    cut = cut_units(units, areas, cut_by, inhabited, residents, mend_slivers, limits)
    return scheme_of_cut(cut, areas, Scheme(municipality, version, name, *NO_AREAS, cut_by=cut_by), limits)


def with_ids(areas: Any, municipality: str) -> Any:
    """The areas of a municipality; ids made from the position begin with its own."""
    if not areas["id_made"].all():
        return areas
    return areas.set_axis([f"{municipality}-{number:02}" for number in range(1, len(areas) + 1)])


class Cut(NamedTuple):
    """pieces: columns unit, area (`LEFT`: none), geometry, share and by. slivers: pieces that were found to be such, and
    whether they are still among the pieces."""

    pieces: Any
    slivers: Any
    mended: bool

    def of(self, units: Any) -> Cut:
        """The same of some units only."""
        return self._replace(
            pieces=self.pieces[self.pieces["unit"].isin(units)], slivers=self.slivers[self.slivers["unit"].isin(units)]
        )


def cut_units(
    units: Any, areas: Any, cut_by: CutBy, inhabited: Any, residents: Any, mend_slivers: bool, limits: Sliver
) -> Cut:
    """All base units cut along all areas; arguments as in `scheme_from_boundaries`, `place` as in `intersections`."""
    pieces = pieces_of(units, areas)
    sizes = pd.Series(shapely.area(units.geometry.to_numpy()), index=units.index)
    thin = are_slivers(pieces.geometry.to_numpy(), sizes.reindex(pieces["unit"]).to_numpy(), limits)
    thin &= pieces["unit"].duplicated(keep=False).to_numpy()
    kept = pieces[~thin] if mend_slivers else pieces
    shares = shares_of(kept, cut_by, inhabited, residents)
    return Cut(kept.assign(share=shares["share"], by=shares["by"]), pieces[thin], mend_slivers)


def scheme_of_cut(cut: Cut, areas: Any, head: Scheme, limits: Sliver) -> tuple[Scheme, list[Problem]]:
    """`head` with these areas and the parts that the pieces make, and what there is to tell."""
    several = cut.pieces[cut.pieces["unit"].duplicated(keep=False)]
    used, told = _method(several["unit"], several["by"], head.cut_by)
    scheme = replace(head, areas=areas["name"].sort_index().rename_axis(None), parts=_parts(cut.pieces), cut_by=used)
    if scheme.cut_units or _reach_out(areas, cut, limits):
        scheme = replace(scheme, shapes=areas.geometry.sort_index().rename_axis(None))
    return scheme, [*_slivers(cut), *told]


def _parts(pieces: Any) -> pd.DataFrame:
    """Rows of the scheme; what lies in no area, or has no share, is none."""
    parts = pd.DataFrame(pieces[["unit", "area", "share"]])
    parts = parts[(parts["area"] != LEFT) & (parts["share"] > 0)]
    return parts.astype({"unit": object, "area": object}).sort_values(["unit", "area"], ignore_index=True)


def _reach_out(areas: Any, cut: Cut, limits: Sliver) -> bool:
    """Whether an area holds ground that no base unit has."""
    shapes = cut.pieces.geometry.to_numpy()
    inside = pd.Series(shapely.area(shapes)).groupby(cut.pieces["area"].to_numpy()).sum()
    missing = shapely.area(areas.geometry.to_numpy()) - inside.reindex(areas.index, fill_value=0.0)
    taken = shapely.area(cut.slivers.geometry.to_numpy()).sum() if cut.mended else 0.0
    return bool((missing > limits.square_metres + taken).any())


def _slivers(cut: Cut) -> list[Problem]:
    if cut.slivers.empty:
        return []
    units = cut.slivers["unit"].unique()
    square_metres = round(float(shapely.area(cut.slivers.geometry.to_numpy()).sum()))
    facts: dict[str, object] = {"count": len(cut.slivers), "distinct": len(units), "square_metres": square_metres}
    return [_warning("scheme_slivers_mended" if cut.mended else "scheme_slivers", units, facts)]


def _warning(code: str, units: Any, facts: dict[str, object]) -> Problem:
    return Problem(code, Severity.WARNING, areas=[str(unit) for unit in units[:NAMED]], facts=facts)


def _method(units: pd.Series, by: pd.Series, wish: CutBy) -> tuple[CutBy, list[Problem]]:
    """What most cut units were shared out by; units for which there was less to go by are told."""
    if units.empty:
        return wish, []
    by_unit = by.groupby(units).first()
    counts = [int((by_unit == each.value).sum()) for each in ORDER]
    used = ORDER[int(np.argmax(counts))]
    facts: dict[str, object] = {"count": len(by_unit), "distinct": len(by_unit), "by": used.value}
    problems = [_warning("scheme_units_cut", by_unit.index, facts)]
    other = by_unit[by_unit != used.value]
    if len(other):
        facts = {"distinct": len(other), "by": min(other)}
        problems.append(_warning("scheme_units_cut_otherwise", other.index, facts))
    return used, problems
