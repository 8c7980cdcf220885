"""Boundaries of one level, read from the file a municipality delivers and checked feature by feature."""

from __future__ import annotations

import zipfile
from collections.abc import Iterable, Iterator
from datetime import date
from pathlib import Path
from typing import Any

import geopandas as gpd
import pandas as pd
import shapely

from geodata.parts import joined_parts
from problem import Problem, Severity, is_error

METRIC = "EPSG:25832"  # ETRS89 / UTM 32N, the frame of German official geodata; areas and distances are in metres
GERMANY = (-200_000.0, 5_100_000.0, 1_200_000.0, 6_200_000.0)  # generous bounds in METRIC
ALIASES = {"id": ("id", "ags"), "name": ("name", "gen"), "parent": ("parent",), "valid_from": ("valid_from",),
           "valid_to": ("valid_to",)}  # fmt: skip
REPAIRED_BELOW = 1.0  # m² by which a repair may change an area and still be called a repair


def read_boundaries(path: Path, level: str) -> tuple[Any, list[Problem]]:
    """Areas of one level: index id; columns name, parent, valid_from, valid_to, geometry in EPSG:25832.

    Reads ESRI shapefile (also zipped), GeoPackage and GeoJSON. None with the problems where nothing can be used.
    """
    frame, problems = _read(path)
    if frame is None:
        return None, problems
    problems += _column_problems(frame, path)
    if problems:
        return None, problems
    areas = _normalised(frame)
    problems = _date_problems(areas, path)
    if areas.crs is None:
        found = [Problem("crs_missing", file=path.name, facts={"level": level})]
        return None, [*_id_problems(areas, path), *problems, *found]
    areas, found = _checked_geometry(areas.to_crs(METRIC), path)
    problems += found
    if not any(is_error(problem) for problem in problems):
        areas, found = joined_parts(areas, path.name)
        problems += found
    return areas, [*_id_problems(areas, path), *problems]


def _read(path: Path) -> tuple[Any, list[Problem]]:
    if not path.is_file():
        return None, [Problem("areas_file_missing", file=path.name)]
    missing = list(_missing_parts(path))
    if missing:
        return None, [Problem("shapefile_incomplete", file=path.name, facts={"missing": ", ".join(missing)})]
    try:
        frame = gpd.read_file(_source(path), engine="pyogrio", encoding=_encoding(path))
    except Exception as error:  # GDAL raises many kinds; each is one unreadable file to the user
        return None, [Problem("areas_unreadable", file=path.name, facts={"reason": str(error).splitlines()[0][:200]})]
    if "geometry" not in frame or not len(frame):
        return None, [Problem("areas_empty", file=path.name)]
    return frame, []


def _source(path: Path) -> str:
    if path.suffix.lower() != ".zip":
        return str(path)
    return f"/vsizip/{path}/{_shapefile_in(path)}"


def _shapefile_in(path: Path) -> Path:
    inside = [each for each in _names_in(path) if each.suffix.lower() == ".shp"]
    if not inside:
        raise ValueError(f"{path.name} contains no file *.shp")
    return inside[0]


def _names_in(path: Path) -> list[Path]:
    with zipfile.ZipFile(path) as archive:
        return [Path(name) for name in archive.namelist()]


def _encoding(path: Path) -> str | None:
    """Latin-1 for shapefiles that do not say otherwise; GDAL respects a .cpg file by itself."""
    if path.suffix.lower() == ".zip":
        says = _has_code_page(_shapefile_in(path), _names_in(path))
    else:
        says = path.suffix.lower() != ".shp" or _has_code_page(path, path.parent.iterdir())
    return None if says else "ISO-8859-1"


def _has_code_page(shapefile: Path, files: Iterable[Path]) -> bool:
    return str(shapefile.with_suffix(".cpg")).lower() in {str(each).lower() for each in files}


def _missing_parts(path: Path) -> Iterator[str]:
    if path.suffix.lower() == ".shp":
        yield from (suffix for suffix in (".dbf", ".shx") if not path.with_suffix(suffix).exists())


def _column_problems(frame: Any, path: Path) -> list[Problem]:
    known = {str(column).lower() for column in frame.columns}
    return [
        Problem("areas_column_missing", file=path.name, facts={"column": name})
        for name in ("id", "name")
        if not known & set(ALIASES[name])
    ]


def _normalised(frame: Any) -> Any:
    lower = {str(column).lower(): column for column in frame.columns}
    columns = {
        name: next((frame[lower[alias]] for alias in aliases if alias in lower), None)
        for name, aliases in ALIASES.items()
    }
    table = pd.DataFrame({name: texts_of(column, frame.index) for name, column in columns.items()})
    areas = gpd.GeoDataFrame(table, geometry=frame.geometry.to_numpy(), crs=frame.crs)
    for name in ("valid_from", "valid_to"):
        areas[name] = pd.Series([date_of(text) for text in areas[name]], index=areas.index, dtype=object)
    return areas.set_index("id")


def texts_of(column: Any, index: Any) -> Any:
    if column is None:
        return pd.Series([None] * len(index), index=index, dtype=object)
    if pd.api.types.is_float_dtype(column):
        column = column.astype("Int64")
    return pd.Series([None if pd.isna(v) or str(v).strip() == "" else str(v).strip() for v in column],
                     index=index, dtype=object)  # fmt: skip


def date_of(text: Any) -> Any:
    if text is None:
        return None
    try:
        return date.fromisoformat(str(text)[:10].replace("/", "-"))
    except ValueError:
        return str(text)


def _id_problems(areas: Any, path: Path) -> list[Problem]:
    problems = []
    if empty := int(areas.index.isna().sum()):
        problems.append(Problem("area_id_empty", file=path.name, facts={"count": empty}))
    twice = areas.index[areas.index.duplicated()].dropna().unique()
    if len(twice):
        problems.append(Problem("area_id_duplicate", file=path.name, areas=[str(each) for each in twice[:5]]))
    return problems


def _date_problems(areas: Any, path: Path) -> list[Problem]:
    return [
        Problem("area_date_invalid", file=path.name, areas=[str(area)], facts={"column": name, "value": value})
        for name in ("valid_from", "valid_to")
        for area, value in areas[name].items()
        if isinstance(value, str)
    ]


def _checked_geometry(areas: Any, path: Path) -> tuple[Any, list[Problem]]:
    shapes = areas.geometry
    ids = areas.index.astype(str)
    problems = []
    if (empty := (shapes.isna() | shapes.is_empty).to_numpy()).any():
        return areas, [Problem("geometry_empty", file=path.name, areas=list(ids[empty][:5]))]
    if (other := ~shapes.geom_type.isin(["Polygon", "MultiPolygon"]).to_numpy()).any():
        return areas, [Problem("geometry_no_area", file=path.name, areas=list(ids[other][:5]))]
    west, south, east, north = shapes.total_bounds
    if not (GERMANY[0] <= west and GERMANY[1] <= south and east <= GERMANY[2] and north <= GERMANY[3]):
        problems.append(Problem("crs_implausible", file=path.name))
    areas, found = repaired_shapes(areas, path.name)
    return areas, problems + found


def repaired_shapes(areas: Any, file: str) -> tuple[Any, list[Problem]]:
    """Areas with their invalid shapes made valid where that hardly changes them; the others stay, each with its problem.

    areas: index id, polygons in metres.
    """
    repaired = areas.geometry.to_numpy().copy()
    problems = []
    for position in (~shapely.is_valid(repaired)).nonzero()[0]:
        repaired[position], problem = _repaired(str(areas.index[position]), repaired[position], file)
        problems.append(problem)
    return areas.set_geometry(repaired, crs=areas.crs), problems


def _repaired(area: str, shape: Any, file: str) -> tuple[Any, Problem]:
    """The shape made valid where that hardly changes it, else the shape as it was and an error."""
    valid = shapely.make_valid(shape, method="structure")
    moved = shapely.area(shapely.symmetric_difference(valid, shapely.buffer(shape, 0)))
    harmless = moved < REPAIRED_BELOW and valid.geom_type in ("Polygon", "MultiPolygon")
    reason = {"reason": shapely.is_valid_reason(shape)}
    if harmless:
        return valid, Problem("geometry_repaired", Severity.WARNING, file=file, areas=[area], facts=reason)
    return shape, Problem("geometry_invalid", Severity.ERROR, file=file, areas=[area], facts=reason)
