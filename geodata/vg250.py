"""Areas of any county from the federal VG250 shapefile, as its publisher delivers it."""

from __future__ import annotations

import zipfile
from pathlib import Path
from typing import Any

import geopandas as gpd
import pandas as pd

from geodata.boundaries import METRIC
from problem import DataError, Problem

LAND = 4  # geometry factor GF: land areas with their structure; 1 to 3 are waters and areas without structure
DBF_DATE = bytes((126, 1, 1))  # the date in a .dbf heading, fixed so that equal areas make equal files


def build_areas(path: Path, prefix: str) -> Any:
    """Municipalities whose official key (AGS) begins with `prefix`; several parts of one key become one area.

    Index id (AGS, 8 digits); columns name, parent (None), valid_from, valid_to (None), geometry in EPSG:25832.
    Raises DataError where the file cannot be read or no key begins so.
    """
    frame = _read(path)
    keys = _keys(frame, path)
    if "GF" in frame:
        land = pd.to_numeric(frame["GF"]) == LAND
        frame, keys = frame[land], keys[land]
    chosen = keys.str.startswith(prefix)
    if not chosen.any():
        length = len(prefix)
        existing = ", ".join(sorted(set(keys.str[:length]))[:10])
        raise DataError(Problem("prefix_unknown", file=path.name, facts={"prefix": prefix, "existing": existing}))
    parts = frame[chosen].assign(id=keys[chosen])
    parts.geometry = parts.geometry.make_valid()  # the generalised edition has crossing rings
    areas = parts.dissolve(by="id").to_crs(METRIC)
    names = areas["GEN"] if "GEN" in areas else pd.Series(areas.index, index=areas.index)
    return gpd.GeoDataFrame(
        {"name": names.astype(str), "parent": None, "valid_from": None, "valid_to": None},
        geometry=areas.geometry,
        crs=METRIC,
    ).sort_index()


def write_areas(frame: Any, path: Path) -> None:
    """Write areas in the form of a data folder: id, name, parent, valid_from, valid_to; the suffix decides the format."""
    path.parent.mkdir(parents=True, exist_ok=True)
    table = frame.reset_index(names="id")
    for column in ("parent", "valid_from", "valid_to"):
        table[column] = [None if pd.isna(value) else str(value) for value in table[column]]
    table[["id", "name", "parent", "valid_from", "valid_to", "geometry"]].to_file(path, encoding="utf-8")
    if path.suffix == ".shp":
        dbf = path.with_suffix(".dbf")
        content = bytearray(dbf.read_bytes())
        content[1:4] = DBF_DATE
        dbf.write_bytes(content)


def _read(path: Path) -> Any:
    if not path.exists():
        raise DataError(Problem("areas_file_missing", file=path.name))
    try:
        return gpd.read_file(_shapefile(path), engine="pyogrio")
    except (OSError, ValueError, RuntimeError, StopIteration, zipfile.BadZipFile) as error:
        raise DataError(Problem("areas_unreadable", file=path.name, facts={"reason": str(error)[:200]})) from error


def _shapefile(path: Path) -> str:
    """The layer of municipalities (…GEM.shp) in a folder or zip, else the only shapefile in it."""
    if path.is_dir():
        return str(_municipal(sorted(path.rglob("*.shp"))))
    if path.suffix.lower() == ".zip":
        with zipfile.ZipFile(path) as archive:
            inside = [Path(name) for name in sorted(archive.namelist()) if name.lower().endswith(".shp")]
        return f"/vsizip/{path}/{_municipal(inside)}"
    return str(path)


def _municipal(shapefiles: list[Path]) -> Path:
    return next((each for each in shapefiles if each.stem.upper().endswith("GEM")), next(iter(shapefiles)))


def _keys(frame: Any, path: Path) -> Any:
    if "AGS" in frame:
        return frame["AGS"].astype(str)
    if "ARS" in frame:
        ars = frame["ARS"].astype(str)
        return ars.str[:5] + ars.str[9:12]  # the regional key without its association of municipalities
    raise DataError(Problem("areas_column_missing", file=path.name, facts={"column": "AGS"}))
