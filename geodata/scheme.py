"""A scheme: how one municipality divides its ground into social spaces, in one version."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

import geopandas as gpd
import pandas as pd

PART_COLUMNS = ("unit", "area", "share")
ROUNDING = 1e-9  # shares that differ by less are the same


class Status(StrEnum):
    """A draft is its municipality's own affair; a valid one is the county's layer; a replaced one was it once."""

    DRAFT = "entwurf"
    VALID = "gueltig"
    REPLACED = "abgeloest"


class CutBy(StrEnum):
    """By what a base unit is shared out that lies in several areas."""

    AREA = "flaeche"
    INHABITED_AREA = "bewohnte_flaeche"
    INHABITANTS = "einwohner"
    ADDRESSES = "adressen"


@dataclass(frozen=True)
class Scheme:
    """areas: area id → name. parts: columns unit, area and share; the share of a base unit that belongs to an area, 1 for
    whole units, several rows of one unit where it is cut. A unit that stands in no row belongs to no area.

    municipality: id of the area of the level above. version: 1, 2, … within the municipality. valid_from, valid_to: first
    and last day, None = open. author: who is responsible for it, an office and not a person.
    shapes: area id → geometry in EPSG:25832 as it was delivered, None where areas are just the union of their units.
    """

    municipality: str
    version: int
    name: str
    areas: pd.Series
    parts: pd.DataFrame
    status: Status = Status.DRAFT
    valid_from: date | None = None
    valid_to: date | None = None
    author: str = ""
    note: str = ""
    cut_by: CutBy = CutBy.INHABITANTS
    shapes: gpd.GeoSeries | None = field(default=None, compare=False)

    def is_valid_on(self, day: date | None) -> bool:
        """Whether this is the municipality's division on a day, None = today and from now on; drafts never are."""
        if self.status is Status.DRAFT:
            return False
        if day is None:
            return self.status is Status.VALID and self.valid_to is None
        return (self.valid_from is None or self.valid_from <= day) and (self.valid_to is None or day <= self.valid_to)

    @property
    def cut_units(self) -> list[str]:
        """Base units that are not whole in one area, sorted."""
        per_unit = self.parts.groupby("unit")["share"].agg(["size", "max"])
        return sorted(map(str, per_unit.index[(per_unit["size"] > 1) | (per_unit["max"] < 1 - ROUNDING)]))

    def area_of(self) -> pd.Series:
        """Base unit → area, of the units that are whole in one area."""
        whole = self.parts[~self.parts["unit"].isin(self.cut_units)]
        return whole.set_index("unit")["area"]

    def units_left(self, units: Iterable[str]) -> list[str]:
        """Those of the municipality's base units that belong to no area at all, in their order."""
        placed = set(self.parts["unit"])
        return [unit for unit in units if unit not in placed]


def scheme_of_units(municipality: str, version: int, name: str, area_of: pd.Series, names: pd.Series) -> Scheme:
    """A draft of whole units. area_of: unit → area id, NaN: none. names: area id → name."""
    inside = area_of.dropna()
    parts = pd.DataFrame({"unit": inside.index.astype(str), "area": inside.to_numpy(), "share": 1.0})
    return Scheme(
        municipality, version, name, names.sort_index(), parts.sort_values(["unit", "area"], ignore_index=True)
    )
