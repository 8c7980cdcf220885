"""What an export of this app carries beside its boundaries: shares of the base units, and what the scheme says of itself."""

from __future__ import annotations

import csv
import io
import json
import tomllib
from pathlib import Path
from typing import Any, NamedTuple

import pyogrio

from geodata.scheme_limits import LONGEST_CARRIED, MOST_PARTS

ABOUT, PARTS = "zuschnitt", "anteile"  # names of the layers, files and members
COLUMNS = ("einheit", "gebiet", "name", "anteil")

Row = list[str]


class Carried(NamedTuple):
    """about: key → text as in zuschnitt.toml. parts: rows of texts, ordered as COLUMNS. Nothing here has been checked."""

    about: dict[str, str]
    parts: list[Row]


def carried_by(path: Path) -> Carried | None:
    """What lies in or beside an opened file; None for a file that is no export of this app, or no whole one."""
    reader = {".gpkg": _in_geopackage, ".shp": _beside_shapefile}.get(path.suffix, _in_geojson)
    try:
        found = reader(path)
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError, csv.Error, OSError, RuntimeError):
        return None
    return found if found and found.about and len(found.parts) <= MOST_PARTS else None


def _in_geopackage(path: Path) -> Carried | None:
    layers = {str(name) for name, kind in pyogrio.list_layers(path) if kind is None}
    if not {ABOUT, PARTS} <= layers:
        return None
    about = pyogrio.read_dataframe(path, layer=ABOUT, max_features=100)
    parts = pyogrio.read_dataframe(path, layer=PARTS, max_features=MOST_PARTS + 1)
    return _carried(
        dict(zip(about["schluessel"], about["wert"], strict=True)), parts[list(COLUMNS)].to_numpy().tolist()
    )


def _beside_shapefile(path: Path) -> Carried | None:
    about, parts = path.with_name(f"{ABOUT}.toml"), path.with_name(f"{PARTS}.csv")
    if not (about.exists() and parts.exists()):
        return None
    rows = list(csv.reader(io.StringIO(parts.read_text("utf-8-sig"), newline=""), delimiter=";", strict=True))
    if not rows or tuple(rows[0]) != COLUMNS:
        return None
    return _carried(tomllib.loads(about.read_text("utf-8")), rows[1:])


def _in_geojson(path: Path) -> Carried | None:
    data = path.read_bytes()
    if f'"{ABOUT}"'.encode() not in data:
        return None
    content = json.loads(data)
    return _carried(content[ABOUT], content[PARTS])


def _carried(about: dict[str, Any], parts: list[list[Any]]) -> Carried:
    return Carried({str(key): _text(value) for key, value in about.items()}, [[_text(v) for v in row] for row in parts])


def _text(value: Any) -> str:
    """Shares as their shortest digits, days as 2024-12-31, nothing as an empty text."""
    return "" if value is None or value != value else str(value)[:LONGEST_CARRIED]
