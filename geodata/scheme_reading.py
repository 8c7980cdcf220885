"""One file of boundaries, opened and read: what runs in the reading process, where it may fail without harm."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pandas as pd
import pyogrio
from pyogrio.errors import DataLayerError, DataSourceError, FieldError, GeometryError

from geodata.parts import joined_parts
from geodata.scheme_columns import as_areas, columns_of
from geodata.scheme_content import refuse_other_content
from geodata.scheme_coordinates import in_metres
from geodata.scheme_limits import MOST_AREAS
from geodata.scheme_zip import unpack
from problem import DataError, Problem

UNREADABLE = (DataSourceError, DataLayerError, FieldError, GeometryError, ValueError, OverflowError, RuntimeError)
NAMED = 5  # areas that are named in a problem
REPLACED = "\ufffd"  # stands where a byte was no character


def read_boundary_file(path: Path, folder: Path) -> tuple[Any, Path, list[Problem]]:
    """Areas in EPSG:25832 as `as_areas` orders them, where they were read from, and the warnings.

    path: a file .zip, .gpkg, .geojson, .json or .shp; folder: an empty one for what has to be unpacked. Problems name
    no file. Raises DataError.
    """
    refuse_other_content(path, path.suffix, "")
    opened = unpack(path, folder, "") if path.suffix == ".zip" else path
    try:
        frame = _features(opened)
    except UnicodeDecodeError as error:
        raise DataError(Problem("scheme_encoding")) from error
    except UNREADABLE as error:
        raise DataError(Problem("areas_unreadable", facts={"reason": str(error)[:200]})) from error
    areas, warnings = as_areas(frame)
    _refuse_attributes(areas)
    areas, repaired = in_metres(areas)
    areas, joined = joined_parts(areas.assign(parent=None), "")
    _refuse_twice(areas)
    return areas.drop(columns="parent"), opened, [*warnings, *repaired, *joined]


def _features(path: Path) -> Any:
    layer = _only_layer(path)
    info = pyogrio.read_info(path, layer=layer, encoding=_encoding(path), force_feature_count=True)
    if info["features"] > MOST_AREAS:
        facts = {"count": int(info["features"]), "most": MOST_AREAS}
        raise DataError(Problem("scheme_too_many_areas", facts=facts))
    wanted = list(columns_of(info["fields"]).values())
    frame = pyogrio.read_dataframe(path, layer=layer, columns=wanted, encoding=_encoding(path))
    if "geometry" not in frame or not len(frame):
        raise DataError(Problem("areas_empty"))
    return frame


def _only_layer(path: Path) -> str:
    """The layer with geometry; tables without one may lie beside it."""
    layers = [str(name) for name, kind in pyogrio.list_layers(path) if kind is not None]
    if not layers:
        raise DataError(Problem("areas_empty"))
    if len(layers) > 1:
        raise DataError(Problem("scheme_several_layers", facts={"values": layers[:NAMED], "count": len(layers)}))
    return layers[0]


def _encoding(path: Path) -> str | None:
    """Latin-1 for shapefiles without a code page, as German offices write them; GDAL knows about the rest."""
    silent = path.suffix == ".shp" and not path.with_suffix(".cpg").exists()
    return "ISO-8859-1" if silent else None


def _refuse_attributes(areas: Any) -> None:
    problems = []
    if empty := int(areas.index.isna().sum()):
        problems.append(Problem("area_id_empty", facts={"count": empty}))
    texts = pd.Series(areas.index, dtype=object).fillna("").str.cat(areas["name"].to_numpy())
    if texts.str.contains(REPLACED, regex=False).any():
        problems.append(Problem("scheme_encoding"))
    if problems:
        raise DataError(*problems)


def _refuse_twice(areas: Any) -> None:
    twice = areas.index[areas.index.duplicated()].unique()
    if len(twice):
        facts = {"distinct": len(twice)}
        raise DataError(Problem("area_id_duplicate", areas=[str(each) for each in twice[:NAMED]], facts=facts))
