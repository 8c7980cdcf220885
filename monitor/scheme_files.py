"""One state of a scheme as open files: zuschnitt.toml, gebiete.csv and einheiten.csv in a folder of its own."""

from __future__ import annotations

import csv
import json
import tomllib
from collections.abc import Iterable, Sequence
from datetime import date
from pathlib import Path

import geopandas as gpd
import pandas as pd
import shapely

from geodata.boundaries import METRIC
from geodata.scheme import CutBy, Scheme, Status
from monitor.scheme_store import Entry
from problem import DataError, Problem

SETTINGS, AREAS, UNITS = "zuschnitt.toml", "gebiete.csv", "einheiten.csv"
AREA_COLUMNS, UNIT_COLUMNS, SHAPE = ["gebiet", "name"], ["einheit", "gebiet", "anteil"], "grenze"


def write_state(folder: Path, scheme: Scheme, entry: Entry) -> None:
    """Write the files of a state into an empty folder. Shapes stand as WKT in EPSG:25832 beside the names."""
    (folder / SETTINGS).write_text(_settings(scheme, entry), encoding="utf-8")
    shapes = {} if scheme.shapes is None else {str(area): shape.wkt for area, shape in scheme.shapes.items()}
    columns = [*AREA_COLUMNS, *([SHAPE] if shapes else [])]
    rows = ([area, name, *([shapes.get(area, "")] if shapes else [])] for area, name in scheme.areas.items())
    _write_csv(folder / AREAS, columns, rows)
    parts = scheme.parts[["unit", "area", "share"]].itertuples(index=False)
    _write_csv(folder / UNITS, UNIT_COLUMNS, ([unit, area, repr(float(share))] for unit, area, share in parts))


def read_state(folder: Path) -> tuple[Scheme, Entry]:
    """What `write_state` wrote. Raises DataError (scheme_state_damaged) where a file is missing or says something else."""
    try:
        return _read(folder)
    except (OSError, ValueError, KeyError, TypeError, shapely.errors.GEOSException) as error:
        file = "/".join(folder.parts[-3:])
        raise DataError(Problem("scheme_state_damaged", file=file, facts={"reason": type(error).__name__})) from error


def _read(folder: Path) -> tuple[Scheme, Entry]:
    said = tomllib.loads((folder / SETTINGS).read_text(encoding="utf-8"))
    areas = pd.read_csv(folder / AREAS, sep=";", dtype=str, keep_default_na=False)
    units = pd.read_csv(folder / UNITS, sep=";", dtype={"einheit": str, "gebiet": str}, keep_default_na=False)
    names = areas.set_index("gebiet")["name"].rename_axis(None).rename(None)
    parts = units[UNIT_COLUMNS].set_axis(["unit", "area", "share"], axis=1).astype({"share": float})
    if not (parts["area"].isin(names.index).all() and names.index.is_unique and parts["share"].between(0, 1).all()):
        raise ValueError("units of areas that are not there")
    scheme = Scheme(
        municipality=_text(said["kommune"]),
        version=_whole(said["fassung"]),
        name=_text(said["name"]),
        areas=names,
        parts=parts,
        status=Status(said["status"]),
        valid_from=_day(said.get("gueltig_ab")),
        author=_text(said["verantwortlich"]),
        note=_text(said["anmerkung"]),
        cut_by=CutBy(said["teilung_nach"]),
        shapes=_shapes(areas),
    )
    entry = Entry(
        scheme.municipality, scheme.version, _whole(said["stand"]), said["wann"], _text(said["wer"]), _text(said["was"])
    )
    return scheme, entry


def _settings(scheme: Scheme, entry: Entry) -> str:
    lines = [
        ("kommune", json.dumps(scheme.municipality, ensure_ascii=False)),
        ("fassung", str(scheme.version)),
        ("name", json.dumps(scheme.name, ensure_ascii=False)),
        ("status", json.dumps(scheme.status.value)),
        *([("gueltig_ab", scheme.valid_from.isoformat())] if scheme.valid_from else []),
        ("verantwortlich", json.dumps(scheme.author, ensure_ascii=False)),
        ("anmerkung", json.dumps(scheme.note, ensure_ascii=False)),
        ("teilung_nach", json.dumps(scheme.cut_by.value)),
        ("stand", str(entry.number)),
        ("wann", entry.when.isoformat()),
        ("wer", json.dumps(entry.who, ensure_ascii=False)),
        ("was", json.dumps(entry.what, ensure_ascii=False)),
    ]
    # JSON strings are TOML strings, but for the one control character that JSON leaves as it is.
    return "".join(f"{key} = {value}\n" for key, value in lines).replace("\x7f", "\\u007f")


def _write_csv(path: Path, columns: Sequence[str], rows: Iterable[Sequence[object]]) -> None:
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, delimiter=";", lineterminator="\n")
        writer.writerow(columns)
        writer.writerows(rows)


def _shapes(areas: pd.DataFrame) -> gpd.GeoSeries | None:
    if SHAPE not in areas:
        return None
    drawn = areas[areas[SHAPE] != ""]
    return gpd.GeoSeries.from_wkt(drawn[SHAPE].to_numpy(), index=list(drawn["gebiet"]), crs=METRIC)


def _text(value: object) -> str:
    if not isinstance(value, str):
        raise TypeError("no text")
    return value


def _whole(value: object) -> int:
    if not isinstance(value, int) or isinstance(value, bool):
        raise TypeError("no whole number")
    return value


def _day(value: object) -> date | None:
    if value is not None and type(value) is not date:
        raise TypeError("no day")
    return value  # type: ignore[return-value]
