"""Places of a county as points with a name: read from a table of texts and checked row by row."""

from __future__ import annotations

import math
import re
from collections.abc import Iterator
from typing import NamedTuple

import geopandas as gpd
import numpy as np
import pandas as pd
from numpy.typing import NDArray

from geodata.boundaries import METRIC
from problem import Problem, Severity

COLUMNS = ("name", "lon", "lat")
RANK = "rang"
LIMITS = {"lon": 180.0, "lat": 90.0}  # degrees
NUMBER = re.compile(r"[+-]?\d+([.,]\d+)?")
RANKS = re.compile(r"[1-9]?")
AROUND = 20_000.0  # metres around the county in which a place is expected
FIRST = 3  # lines that are named

Bounds = tuple[float, float, float, float]


class Place(NamedTuple):
    """A name at a point. lon, lat: degrees (EPSG:4326). rank: 1 is shown first, 9 last."""

    name: str
    lon: float
    lat: float
    rank: int = 1


def read_places(table: pd.DataFrame, file: str, bounds: Bounds | None) -> tuple[tuple[Place, ...], list[Problem]]:
    """Places in the order of the file, without faulty rows, and what is wrong with them.

    table: texts with `line` and the columns name, lon, lat and, if wanted, rang. Numbers with a point or a comma.
    bounds: of the county, west, south, east, north in metres of EPSG:25832; None: not known.
    """
    table = table.rename(columns={name: str(name).casefold() for name in table.columns})
    if missing := [name for name in COLUMNS if name not in table]:
        return (), [Problem("places_column_missing", file=file, facts={"columns": missing})]
    if table.empty:
        return (), [Problem("places_empty", Severity.WARNING, file)]
    table = table.assign(**{RANK: table.get(RANK, ""), **{name: _degrees(table[name], name) for name in LIMITS}})
    good, problems = _without_faults(table, file)
    return tuple(_places(good)), [*problems, *_warnings(good, file, bounds)]


def _degrees(texts: pd.Series, column: str) -> list[float]:
    numbers = [float(text.replace(",", ".")) if NUMBER.fullmatch(text) else math.nan for text in texts]
    return [number if abs(number) <= LIMITS[column] else math.nan for number in numbers]


def _without_faults(table: pd.DataFrame, file: str) -> tuple[pd.DataFrame, list[Problem]]:
    nameless, ranked = table["name"] == "", table[RANK].str.fullmatch(RANKS).astype(bool)
    faulty = nameless | ~ranked | table["lon"].isna() | table["lat"].isna()
    problems = [
        *_of_rows("place_without_name", table[nameless], file),
        *_of_rows("place_degrees_invalid", table[table["lon"].isna()], file, column="lon"),
        *_of_rows("place_degrees_invalid", table[table["lat"].isna()], file, column="lat"),
        *_of_rows("place_rank_invalid", table[~ranked], file),
    ]
    return table[~faulty], problems


def _warnings(table: pd.DataFrame, file: str, bounds: Bounds | None) -> Iterator[Problem]:
    if bounds:
        yield from _of_rows("place_outside", table[~_near(table, bounds)], file, Severity.WARNING)
    twice = table["name"].duplicated(keep=False)
    yield from _of_rows("place_twice", table[twice], file, Severity.WARNING)


def _near(table: pd.DataFrame, bounds: Bounds) -> NDArray[np.bool_]:
    """Which places lie in the county's rectangle or at most `AROUND` outside."""
    points = gpd.GeoSeries.from_xy(table["lon"], table["lat"], crs="EPSG:4326").to_crs(METRIC)
    west, south, east, north = bounds
    across = points.x.between(west - AROUND, east + AROUND)
    return np.asarray(across & points.y.between(south - AROUND, north + AROUND), dtype=bool)


def _of_rows(
    code: str, rows: pd.DataFrame, file: str, severity: Severity = Severity.ERROR, **facts: object
) -> list[Problem]:
    """One problem for all rows, with the first lines and names; none where there are no rows."""
    if rows.empty:
        return []
    lines = [int(line) for line in rows["line"]]
    names = [str(name) for name in rows["name"].drop_duplicates()]
    told = {"rows": len(lines), "lines": lines[:FIRST], "places": names[:FIRST]}
    return [Problem(code, severity, file, lines[0], facts={**told, **facts})]


def _places(table: pd.DataFrame) -> Iterator[Place]:
    columns = (table["name"], table["lon"], table["lat"], table[RANK])
    for name, lon, lat, rank in zip(*columns, strict=True):
        yield Place(str(name), float(lon), float(lat), int(rank or 1))
