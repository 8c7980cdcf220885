"""Which columns of a municipality's file hold ids, names and dates; where there are none they are made."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import geopandas as gpd
import pandas as pd

from geodata.boundaries import ALIASES, date_of, texts_of
from geodata.scheme_limits import LONGEST_NAME
from problem import Problem, Severity

# As the project writes them, as KomMonitor does, as municipalities do; shapefiles cut after ten characters.
KNOWN = {
    "id": (*ALIASES["id"], "gebiet", "sr_id", "sozialraum_id", "sr_nr", "schluessel", "schlüssel", "kennung", "nummer", "nr",
           "sozialrau_nr"),
    "name": (*ALIASES["name"], "sozialraum", "sr_name", "sozialraumname", "sozialra_1", "bezeichnung", "bezeichnun", "bez",
             "gebietsname", "quartier", "stadtteil", "ortsteil", "label"),
    "valid_from": (*ALIASES["valid_from"], "validstartdate", "validstart", "validstar", "gueltig_ab"),
    "valid_to": (*ALIASES["valid_to"], "validenddate", "validendda", "gueltig_bis", "gueltig_bi"),
}  # fmt: skip


def columns_of(fields: Iterable[str]) -> dict[str, str]:
    """What → name of the column that holds it; the first known name wins, capitals do not matter.

    >>> columns_of(["OBJECTID", "SR_NAME", "ID"])
    {'id': 'ID', 'name': 'SR_NAME'}
    """
    there = {str(field).strip().lower(): str(field) for field in fields}
    found = {what: next((there[alias] for alias in names if alias in there), "") for what, names in KNOWN.items()}
    return {what: column for what, column in found.items() if column}


def as_areas(frame: Any) -> tuple[gpd.GeoDataFrame, list[Problem]]:
    """The features as areas: index id, columns name, valid_from, valid_to, id_made and geometry, in their order and CRS.

    Without a column of ids they are 01, 02, … by position (`id_made`); without names the areas are called after that.
    """
    columns = columns_of(frame.columns)
    texts = {what: texts_of(_column(frame, columns.get(what)), frame.index) for what in KNOWN}
    numbers = [f"{number:02}" for number in range(1, len(frame) + 1)]
    problems = []
    if "id" not in columns:
        texts["id"] = pd.Series(numbers, index=frame.index, dtype=object)
        problems.append(Problem("scheme_ids_made", Severity.WARNING, facts={"count": len(frame)}))
    if "name" not in columns:
        texts["name"] = pd.Series([f"Sozialraum {number}" for number in numbers], index=frame.index, dtype=object)
        problems.append(Problem("scheme_names_missing", Severity.WARNING, facts={"count": len(frame)}))
    table = pd.DataFrame(
        {
            "name": [(name or "")[:LONGEST_NAME] for name in texts["name"]],
            "valid_from": pd.Series([date_of(text) for text in texts["valid_from"]], dtype=object),
            "valid_to": pd.Series([date_of(text) for text in texts["valid_to"]], dtype=object),
            "id_made": "id" not in columns,
        }
    )
    ids = [None if text is None else text[:LONGEST_NAME] for text in texts["id"]]
    areas = gpd.GeoDataFrame(table, geometry=frame.geometry.to_numpy(), crs=frame.crs)
    return areas.set_axis(pd.Index(ids, name="id", dtype=object)), problems


def _column(frame: Any, name: str | None) -> Any:
    """None where there is no such column; numbers that are not whole as they stand, 7.0 becomes 7 later."""
    if name is None:
        return None
    column = frame[name]
    whole = not pd.api.types.is_float_dtype(column) or (column.dropna() % 1 == 0).all()
    return column if whole else column.astype(object)
